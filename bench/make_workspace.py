#!/usr/bin/env python3
"""A workspace with an applications ledger of any size, always the same bytes.

    bench/make_workspace.py ROWS FOLDER [--fees]

The ledger is one that a large city might keep: twelve columns, commas and
quotes inside quoted fields, some notes of two lines, open cases at both ends
of 2024, and nothing wrong in it. --fees adds the three columns of the
processing fee, filled in for one application in five hundred.
"""

import csv
import datetime
import os
import sys

HEADER = ["编号", "收到日期", "申请人类型", "申请人", "申请内容", "申请渠道",
          "确认日期", "办理结果", "办结日期", "补正通知日期", "补正收到日期",
          "备注"]
FEES = ["收费方式", "计费页数", "收费金额"]
TYPES = ["自然人"] * 12 + ["商业企业", "商业企业", "科研机构", "社会公益组织",
                           "法律服务机构", "其他"]
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰"
SUBJECTS = [
    "老旧小区改造资金使用情况", "征收土地公告、补偿标准", "低保资金发放明细",
    "企业排污许可执行报告", "公共停车场收费标准依据", "学区划分的会议纪要",
    "2023年度财政决算, 附明细表", "建设工程规划许可证及其附图",
    '关于"三旧"改造的批复, 含附件', "行政处罚决定书"]
RESULTS = [
    "予以公开", "予以公开", "予以公开", "予以公开", "（一）予以公开",
    "部分公开", "部分公开", "属于国家秘密", "过程性信息", "行政执法案卷",
    "行政查询事项", "本机关不掌握相关政府信息", "本机关不掌握相关政府信息",
    "没有现成信息需要另行制作", "信访举报投诉类申请", "公开出版物",
    "撤回申请"]
NEEDS_CORRECTION = "补正后申请内容仍不明确"
CHANNELS = ["网络", "网络", "网络", "信函", "信函", "当面", "电子邮件"]
CONFIRMED = {"网络", "电子邮件"}
NOTES = ["", "", "", "", "", "", "", "已电话告知", "转交业务科室办理",
         "两次到访，\n第二次带来身份证明"]
DECEMBER_2023 = datetime.date(2023, 12, 18)
YEAR_START = datetime.date(2024, 1, 1)
YEAR_END = datetime.date(2024, 12, 31)

OTHER_LEDGERS = {
    "disclosures": ["类别,事项,日期,数量,金额,标题,文号,形成日期,公开日期,网址,备注",
                    "行政许可,处理决定,2024-03-01,152,,,,,,,",
                    "行政处罚,处理决定,2024-05-06,41,,,,,,,"],
    "reviews": ["编号,受理日期,结果,审结日期,申请编号,原行为主体,备注",
                "复2024-0001,2024-05-07,结果维持,2024-06-17,,,"],
    "lawsuits": ["编号,立案日期,起诉方式,结果,审结日期,申请编号,法院,原行为主体,备注",
                 "诉2024-0001,2024-02-07,复议后起诉,其他结果,2024-04-16,,"
                 "云川市中级人民法院,,"],
}
NARRATIVE = {
    "overview": "（一）主动公开。主动公开行政许可和行政处罚的处理结果，"
                "及时更新机构职能。\n\n"
                "（二）依申请公开。本年共收到政府信息公开申请"
                "{{applications.new.total}}件，办结"
                "{{applications.resolved.total}}件。\n\n"
                "（三）政府信息管理。建立规范性文件库，逐件核对有效性。\n\n"
                "（四）平台建设。门户网站设置政府信息公开专栏，全年稳定运行。"
                "\n\n（五）监督保障。开展业务培训，定期检查栏目更新情况。工作考核结果为优秀，占"
                "年度考核的百分之四；社会评议未收到意见；没有责任追究情形。\n",
    "problems": "存在的问题：基层人员更换频繁，答复规则掌握不牢。"
                "改进措施：安排业务骨干结对指导。\n",
    "other": "本机关本年没有发出信息处理费收费通知。\n",
}
CONFIG = "agency: 云川市人民政府\nkind: government\nlevel: prefecture\n" \
         "may_make_regulations: false\n"
COUNTS = "opening:\n  disclosures.normative_documents.in_force: 17\n" \
         "  disclosures.regulations.in_force: 0\n"


class Dice:
    """Numbers that do not depend on the version of Python."""

    def __init__(self):
        self.state = 20240101

    def roll(self, sides):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) \
            % 2 ** 64
        return (self.state >> 33) % sides

    def pick(self, choices):
        return choices[self.roll(len(choices))]


def application(number, rows, dice, with_fees):
    """The rows go through time from December 2023 to the end of 2024."""
    days = (YEAR_END - DECEMBER_2023).days + 1
    received = DECEMBER_2023 + datetime.timedelta(number * days // rows)
    still_open = received == YEAR_END
    decided = received + datetime.timedelta(5 + dice.roll(14))
    if received < YEAR_START:  # carried over into the year
        decided = max(decided, YEAR_START)
    result = dice.pick(RESULTS)
    asked = answered = ""
    if not still_open and dice.roll(50) == 0:
        result = NEEDS_CORRECTION
        asked = (received + datetime.timedelta(2)).isoformat()
        answered = (received + datetime.timedelta(4)).isoformat()
    channel = dice.pick(CHANNELS)
    applicant = dice.pick(SURNAMES) + dice.pick(GIVEN) + dice.pick(GIVEN)
    row = [f"{received.year}-{number + 1:07d}", received.isoformat(),
           dice.pick(TYPES), applicant, dice.pick(SUBJECTS), channel,
           received.isoformat() if channel in CONFIRMED else "",
           "" if still_open else result,
           "" if still_open else decided.isoformat(), asked, answered,
           dice.pick(NOTES)]
    if with_fees:
        pages = 31 + dice.roll(60)  # 10 元 for each page above 30
        charged = dice.roll(500) == 0 and result == "予以公开"
        row += ["按量", str(pages), str((pages - 30) * 10)] if charged \
            else ["", "", ""]
    return row


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    rows, folder = int(sys.argv[1]), sys.argv[2]
    with_fees = "--fees" in sys.argv[3:]
    write(f"{folder}/gov-report.yaml", CONFIG)
    write(f"{folder}/counts/2024.yaml", COUNTS)
    for name, text in NARRATIVE.items():
        write(f"{folder}/narrative/2024/{name}.md", text)
    for name, lines in OTHER_LEDGERS.items():
        write(f"{folder}/ledgers/{name}.csv", "\n".join(lines) + "\n")
    dice = Dice()
    path = f"{folder}/ledgers/applications.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        ledger = csv.writer(file, lineterminator="\n")
        ledger.writerow(HEADER + (FEES if with_fees else []))
        for number in range(rows):
            ledger.writerow(application(number, rows, dice, with_fees))


if __name__ == "__main__":
    main()
