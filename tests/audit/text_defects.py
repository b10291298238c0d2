"""Seeded defects in the words of a report."""

from __future__ import annotations

import re
from random import Random

from defects import WORDED, anything, defect, later_year
from model import Figure, Report, Section
from registry import has_requests, is_2021

OVERVIEW, PROBLEMS, OTHER = 0, 4, 5


def worded(rule: str, fits=anything, **more: object):
    return defect(rule, WORDED, fits, **more)


def change_text(report: Report, section: int, pattern: str, new: str) -> None:
    """Replaces the first match of a pattern; there must be one."""
    items = report.sections[section].items
    for at, text in enumerate(items):
        if isinstance(text, str) and re.search(pattern, text):
            items[at] = re.sub(pattern, new, text, count=1)
            return
    raise AssertionError(f"{pattern} is not in the text")


def raise_number(report: Report, pattern: str, by: int = 1) -> None:
    """Adds to the number that the second group of a pattern finds in 一."""
    def more(found: re.Match) -> str:
        return found.group(1) + str(int(found.group(2)) + by)
    items = report.sections[OVERVIEW].items
    for at, text in enumerate(items):
        if re.search(pattern, text):
            items[at] = re.sub(pattern, more, text, count=1)
            return
    raise AssertionError(f"{pattern} is not in the text")


def add(report: Report, section: int, sentence: str) -> None:
    """A sentence at the end of the section's last paragraph."""
    report.sections[section].items[-1] += sentence


def is_government(figure: Figure) -> bool:
    return figure.agency.endswith("人民政府")


def has_disputes(figure: Figure) -> bool:
    return int(figure["disputes.reviews.total"]) > 0


# Title, period, law

@worded("title-wrong")
def year_twice(report: Report, draw: Random) -> None:
    report.title = report.title.replace("年政府", "年度政府")


@worded("title-wrong")
def other_tail(report: Report, draw: Random) -> None:
    report.title = report.title.replace("工作年度报告", "年度工作报告")


@worded("title-wrong|period-wrong")
def title_of_last_year(report: Report, draw: Random) -> None:
    year = report.figure.year
    report.title = report.title.replace(str(year), str(year - 1))
    report.figure.year = year  # as all else says


@worded("period-wrong")
def period_short(report: Report, draw: Random) -> None:
    report.preamble[1] = report.preamble[1].replace("12月31日", "12月30日")


@worded("period-wrong")
def period_of_last_year(report: Report, draw: Random) -> None:
    year = report.figure.year
    report.preamble[1] = report.preamble[1].replace(str(year), str(year - 1))


@worded("wrong-legal-basis")
def old_regulation(report: Report, draw: Random) -> None:
    report.preamble[0] = ("本报告根据《中华人民共和国政府信息公开条例》"
                          "（国务院令第492号）编制。")


@worded("wrong-legal-basis", is_2021)
def old_notice(report: Report, draw: Random) -> None:
    report.preamble[0] = report.preamble[0].replace("〔2021〕30号", "〔2019〕60号")


# Sections

@worded("section-missing")
def last_section_missing(report: Report, draw: Random) -> None:
    del report.sections[OTHER]


@worded("section-missing")
def heading_missing(report: Report, draw: Random) -> None:
    report.sections[3].heading = ""


@worded("section-order-wrong")
def sections_swapped(report: Report, draw: Random) -> None:
    sections = report.sections
    sections[4], sections[5] = sections[5], sections[4]


@worded("section-heading-differs")
def heading_differs(report: Report, draw: Random) -> None:
    report.sections[PROBLEMS].heading = "五、存在的主要问题和改进情况"


@worded("section-list-differs")
def list_differs(report: Report, draw: Random) -> None:
    report.preamble.insert(1, "本报告由五部分组成：总体情况、主动公开政府信息情况、"
                           "收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、"
                           "存在的主要问题及改进情况。")


@worded("obsolete-section")
def fees_section(report: Report, draw: Random) -> None:
    report.sections.append(Section("七、政府信息公开的收费及减免情况",
                                   ["本年度没有向申请人收取任何费用。"]))


@worded("sub-numbering-broken", draft=1)
def numbering_broken(report: Report, draw: Random) -> None:
    change_text(report, OVERVIEW, "（三）", "（四）")


@worded("template-text-left")
def template_text(report: Report, draw: Random) -> None:
    report.sections[OTHER].items.insert(0, "（文字描述）")


@worded("template-text-left")
def instructions_left(report: Report, draw: Random) -> None:
    report.sections[2].items.insert(0, "该部分以表格形式报告。表格如下：")


@worded("template-text-left")
def crosses_left(report: Report, draw: Random) -> None:
    add(report, OTHER, "本年度召开会议××次。")


# Overview, problems, the rest

@worded("overview-topic-missing", draft=0)
def topic_missing(report: Report, draw: Random) -> None:
    del report.sections[OVERVIEW].items[5:7]


@worded("overview-empty")
def overview_empty(report: Report, draw: Random) -> None:
    report.sections[OVERVIEW].items = [
        "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
        "政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、"
        "其他需要报告的事项组成。"]


@worded("overview-too-long", is_2021)
def overview_long(report: Report, draw: Random) -> None:
    topics = "土地规划环境水利交通教育医疗养老就业住房税收统计审计林业气象地震档案"
    for at in range(0, len(topics), 2):
        topic = topics[at:at + 2]
        add(report, OVERVIEW, f"{topic}方面的文件按季度整理，{topic}窗口摆放纸质目录，"
            f"方便老年人当场翻阅；来电询问{topic}事项的，由值班人员记录并回复，"
            "记录保存备查。")


@worded("supervision-results-missing", is_government, draft=1)
def no_results(report: Report, draw: Random) -> None:
    report.sections[OVERVIEW].items[-1] = (
        "（五）监督保障方面。建立健全工作考核、社会评议和责任追究制度，明确分工。")


@worded("problems-missing")
def no_problems(report: Report, draw: Random) -> None:
    report.sections[PROBLEMS].items = [
        "本年度政府信息公开各项任务按期完成，下一步将继续加强宣传，推进公开。"]


@worded("improvement-missing")
def no_improvement(report: Report, draw: Random) -> None:
    report.sections[PROBLEMS].items = [
        "存在的问题是：惠农补贴名单分散在三个栏目，群众找不到；会议简讯发布偏慢，"
        "从会后到上网平均要九天；答复书样式各科室不一，有两份漏写了救济渠道。"]


@worded("problems-vague")
def vague_problems(report: Report, draw: Random) -> None:
    report.sections[PROBLEMS].items = [
        "对政府信息公开重要性认识不够到位，信息更新不够及时。下一步，"
        "进一步加强学习，提高认识。"]


@worded("processing-fee-not-mentioned", is_2021)
def fee_not_mentioned(report: Report, draw: Random) -> None:
    report.sections[OTHER].items = ["没有其他需要报告的事项。"]


@worded("wrong-year-in-text")
def year_left(report: Report, draw: Random) -> None:
    year = report.figure.year - 3
    add(report, OVERVIEW, f"{year}年本机关召开专题会议三次。")


@worded("personal-data-in-report")
def identity_number(report: Report, draw: Random) -> None:
    add(report, OTHER, "申请人身份证号11010519491231002X，已当面答复。")


@worded("personal-data-in-report")
def mobile_number(report: Report, draw: Random) -> None:
    add(report, OVERVIEW, "一名村民留下13800138000后已获答复。")


@worded("typing-slip")
def doubled_character(report: Report, draw: Random) -> None:
    change_text(report, OVERVIEW, "工作", "工工作")


@worded("copied-from-last-year", later_year, last_year=True)
def same_as_last_year(report: Report, draw: Random) -> None:
    """The draft of last year again, with other figures."""


# Words against tables

@worded("narrative-received-differs", has_requests)
def received_differs(report: Report, draw: Random) -> None:
    raise_number(report, "(新收政府信息公开申请)([0-9]+)")


@worded("narrative-carry-over-differs", has_requests)
def forward_differs(report: Report, draw: Random) -> None:
    raise_number(report, "(结转下年度)([0-9]+)", 2)


@worded("narrative-carry-over-differs", has_requests)
def carried_differs(report: Report, draw: Random) -> None:
    raise_number(report, "(上年结转)([0-9]+)", 5)


@worded("narrative-resolved-differs", has_requests)
def resolved_differs(report: Report, draw: Random) -> None:
    raise_number(report, "(办结)([0-9]+)", 3)


@worded("narrative-result-differs", has_requests)
def result_differs(report: Report, draw: Random) -> None:
    name = draw.choice(["予以公开", "部分公开", "不予公开", "无法提供", "不予处理",
                        "其他处理"])
    raise_number(report, f"({name})([0-9]+)", 4)


@worded("narrative-says-none", has_requests)
def says_none(report: Report, draw: Random) -> None:
    change_text(report, OVERVIEW, "新收政府信息公开申请[^。]*。(办理结果[^。]*。)?",
                "全年未收到政府信息公开申请。")


@worded("narrative-dispute-differs", has_disputes)
def dispute_differs(report: Report, draw: Random) -> None:
    raise_number(report, "(行政复议案件)([0-9]+)", 2)


@worded("narrative-documents-differ")
def documents_differ(report: Report, draw: Random) -> None:
    raise_number(report, "(制发(?:行政)?规范性文件)([0-9]+)", 6)


@worded("narrative-decisions-differ")
def decisions_differ(report: Report, draw: Random) -> None:
    raise_number(report, "(行政处罚决定)([0-9]+)", 9)


@worded("narrative-applicant-split-differs", has_requests)
def split_differs(report: Report, draw: Random) -> None:
    figure = report.figure
    people = int(figure["applications.new.natural_person"])
    bodies = figure.total("new") - people
    change_text(report, OVERVIEW, "(新收政府信息公开申请[0-9]+件)",
                rf"\1，其中自然人{people + 2}件、法人或其他组织{bodies + 3}件")


@worded("narrative-parts-do-not-add-up", lambda figure: figure.total("new") > 9)
def parts_short(report: Report, draw: Random) -> None:
    whole = report.figure.total("new")
    change_text(report, OVERVIEW, "(新收政府信息公开申请[0-9]+件)",
                rf"\1，其中网络提交{whole - 6}件、信函提交4件")


@worded("narrative-percentage-wrong", has_requests)
def percentage_wrong(report: Report, draw: Random) -> None:
    change_text(report, OVERVIEW, "(予以公开[0-9]+件)", r"\1（占0.07%）")


@worded("narrative-number-missing", is_2021)
def number_missing(report: Report, draw: Random) -> None:
    change_text(report, OVERVIEW, "(年末现行有效行政规范性文件)[0-9]+件", r"\1")
