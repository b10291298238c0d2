"""The words of a report: four drafts that have no more in common than the
law asks for, filled with the figures."""

from __future__ import annotations

import zlib

import forms
from model import Figure, Report, Section

BASIS = {
    "cn-2019": "《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告"
               "有关事项的通知》（国办公开办函〔2019〕60号）",
    "cn-2021": "《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息"
               "公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）",
}
HEADINGS = ["一、总体情况", "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]
NO_FEE = "本年度没有收取信息处理费。"

# Sections 一, 五 and 六 of each draft. {documents}, {requests} and the like are
# sentences made of the figures; {platform} is the name of the fourth aspect.
DRAFTS = [
    {"overview": [
        "{year}年，{agency}把公开作为日常工作的一部分，重点放在办事指南、资金安排和工程"
        "进度三类信息上。",
        "（一）主动公开", "{documents}{decisions}门户网站公布的办事指南全部核对了一遍，"
        "删去过期材料要求。",
        "（二）依申请公开", "{requests}{results}{disputes}",
        "（三）政府信息管理", "起草公文的人先提出公开属性，审签时一并确认，上网之前再做保密审查。",
        "（四）{platform}", "网站专栏按条例规定的事项重新分类，搜索结果可以按年份筛选。",
        "（五）监督保障", "工作考核结果为优秀三个科室、良好五个科室。社会评议中满意度为95%。"
        "全年没有发生需要责任追究的情形。"],
     "problems": [
        "对照群众反映，主要问题是：部分办事指南的材料清单与大厅说法不一，群众要跑第二趟；"
        "涉及几个科室的申请，内部转办用时偏长，答复往往压到期限的最后几天。",
        "改进情况：窗口和网站已经使用同一份材料清单，由法规人员每月比对；转办改为当天送达，"
        "第十个工作日仍未回复的由办公室催办。"],
     "other": ["{fee}没有其他需要报告的事项。"]},
    {"overview": [
        "按照条例和上级部署，{agency}{year}年继续推进政府信息公开，做到应公开的及时公布，"
        "群众来问有人答。现将有关情况报告如下。",
        "（一）主动公开方面。{documents}{decisions}预算、决算和采购结果在规定日期前上网，"
        "惠民资金发放名单张贴到公开栏。",
        "（二）依申请公开方面。{requests}{results}{disputes}",
        "（三）政府信息管理方面。建立已公开文件的目录，标明文号和效力，失效的移入历史库。",
        "（四）{platform}方面。政务新媒体由专人值守，留言两日内回应，长期不更新的账号已经注销。",
        "（五）监督保障方面。开展业务培训两次。年度工作考核等次为良好；社会评议发放问卷二百份，"
        "收集意见十二条，均已采纳；责任追究方面，未发生被追究责任的情况。"],
     "problems": [
        "主要不足：一是历史文件清理进度慢，二〇一〇年以前的文件多数只有纸质件，群众查询时要人工翻找。",
        "二是政策解读图表少，经营者反映条文读不懂，来电咨询集中在申报条件上。",
        "下一步，将分三批把纸质文件扫描入库，先做土地和社会保障两类；凡涉及申报的政策，"
        "发布当天附上问答和样表。"],
     "other": ["{fee}", "除上述内容外，没有需要另行说明的事项。"]},
    {"overview": [
        "{year}年度，{agency}的政府信息公开工作平稳，公开目录覆盖全部法定事项，"
        "没有出现泄露秘密或者个人隐私的差错。",
        "1.主动公开。{documents}{decisions}会议议定事项在三日内整理成简讯公布。",
        "2.依申请公开。{requests}{results}{disputes}",
        "3.政府信息管理。信息发布执行三审三校，发布记录留存备查，季度末抽查一次。",
        "4.{platform}。查阅点增设了打印设备和老花镜，网站通过无障碍测试。",
        "5.监督保障。工作考核得分在同类单位中位列第四名，社会评议总体评价为满意，"
        "没有人员因政府信息公开被问责，责任追究数为零。"],
     "problems": [
        "从日常检查看，还有两点不足。其一，征地补偿信息分散在几个栏目里，被征地的农户不容易"
        "找齐。其二，新到岗的经办人员对第三方意见征求程序不熟，有的答复没有写明理由。",
        "针对不足，下一步在专栏下设征地补偿一页集中展示，并编写答复样例供新人对照，"
        "所有答复经法律顾问看过再发出。"],
     "other": ["{fee}本机关没有其他报告事项，工作机构的联系方式见篇首。"]},
    {"overview": [
        "{agency}{year}年认真执行《中华人民共和国政府信息公开条例》，围绕营商环境、民生保障"
        "和安全生产做好公开，工作取得新的进步。",
        "（一）主动公开情况", "{documents}{decisions}教育招生、医疗价格、环境监测信息按周发布，"
        "突发事件信息随时通报。",
        "（二）依申请公开情况", "{requests}{results}{disputes}",
        "（三）政府信息管理情况", "对两年以上的信息逐条复查，公开属性变更的重新履行审查手续。",
        "（四）{platform}情况", "移动端和电脑端内容同步，栏目由原来的六十个精简为三十八个。",
        "（五）监督保障情况", "主要负责人听取专题汇报。工作考核结果：合格率百分之百，其中优秀"
        "占两成。社会评议结果：群众基本满意以上的占97%。责任追究结果：无责任追究情况。"],
     "problems": [
        "工作中的短板主要有：环境和招生信息更新由多个科室轮流负责，节假日前后有断档；"
        "对同一申请人的多次来函缺少归并，重复劳动多。",
        "已经采取的措施：明确每个栏目的更新人和替补人，节前检查一遍；登记系统增加查重提示，"
        "同类来函由一名人员统一答复。今后还将把查重结果用于改进主动公开目录。"],
     "other": ["其他需要报告的情况：{fee}"]},
]


def documents(figure: Figure) -> str:
    """The sentence on rules and documents of the year."""
    start = "disclosures.normative_documents."
    if figure.format == "cn-2019":
        return f"全年制发规范性文件{figure[start + 'made']}件。"
    text = (f"全年制发行政规范性文件{figure[start + 'issued']}件，废止行政规范性文件"
            f"{figure[start + 'repealed']}件，年末现行有效行政规范性文件"
            f"{figure[start + 'in_force']}件。")
    made = figure["disclosures.regulations.issued"]
    return (f"制定规章{made}件。" if made else "") + text


def decisions(figure: Figure) -> str:
    counts = [figure[f"disclosures.{kind}.decisions"]
              for kind in ("licences", "penalties", "coercive_measures")]
    return "作出行政许可决定{}件、行政处罚决定{}件、行政强制决定{}件。".format(*counts)


def requests(figure: Figure) -> str:
    new, carried = figure.total("new"), figure.total("carried_over")
    if new == 0 and carried == 0:
        return "全年未收到政府信息公开申请。"
    return (f"新收政府信息公开申请{new}件，上年结转{carried}件，办结"
            f"{figure.total('resolved')}件，结转下年度"
            f"{figure.total('carried_forward')}件。")


def results(figure: Figure) -> str:
    """The numbers of each kind of result, in the order of the form."""
    if figure.total("resolved") == 0:
        return ""
    names = [("予以公开", "granted"), ("部分公开", "partially_granted"),
             ("不予公开", "denied"), ("无法提供", "unavailable"),
             ("不予处理", "not_processed"), ("其他处理", "other_handling")]
    return "办理结果为" + "、".join(
        f"{name}{figure.total(row)}件" for name, row in names) + "。"


def disputes(figure: Figure) -> str:
    counts = [int(figure[f"disputes.{group}.total"])
              for group in forms.DISPUTES]
    if not any(counts):
        return "没有发生因政府信息公开引发的行政复议和行政诉讼。"
    return (f"因政府信息公开工作引发的行政复议案件{counts[0]}件、行政诉讼案件"
            f"{counts[1] + counts[2]}件。")


def preamble(figure: Figure) -> list[str]:
    year = figure.year
    return [
        f"本报告根据《中华人民共和国政府信息公开条例》第五十条和{BASIS[figure.format]}编制。",
        f"本报告所列数据的统计期限为{year}年1月1日至{year}年12月31日。",
        f"如对本报告有疑问，请与{figure.agency}办公室联系。地址：人民路1号。"
        "联系电话：0000-1234567。"]


def choose(figure: Figure) -> int:
    """The draft that a body uses; neighbours use different ones."""
    return zlib.crc32(figure.name.encode()) % len(DRAFTS)


def filled(figure: Figure, lines: list[str]) -> list[str]:
    new_form = figure.format == "cn-2021"
    words = {
        "agency": figure.agency, "year": figure.year,
        "platform": "政府信息公开平台建设" if new_form else "平台建设",
        "documents": documents(figure), "decisions": decisions(figure),
        "requests": requests(figure), "results": results(figure),
        "disputes": disputes(figure), "fee": NO_FEE if new_form else ""}
    texts = [line.format(**words) for line in lines]
    return [text for text in texts if text] or ["没有。"]


def report(figure: Figure, draft: int | None = None) -> Report:
    """A report without a defect, if its figures have none."""
    words = DRAFTS[choose(figure) if draft is None else draft]
    items = [filled(figure, words["overview"]), [forms.disclosures(figure)],
             [forms.applications(figure)], [forms.disputes(figure)],
             filled(figure, words["problems"]), filled(figure, words["other"])]
    return Report(
        figure, f"{figure.agency}{figure.year}年政府信息公开工作年度报告",
        preamble(figure),
        [Section(heading, list(item)) for heading, item in zip(HEADINGS, items)])
