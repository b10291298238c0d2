"""The two forms, cell by cell, written down from the notices and independent of
schemas/reports/."""

from __future__ import annotations

from model import Cell, Figure, Table, printed

APPLICANTS = ["natural_person", "business", "research", "public_welfare",
              "legal_service", "other_organisation", "total"]
ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
HINT = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

GROUPS = [
    ("（三）不予公开", "denied", [
        ("state_secret", "1.属于国家秘密"),
        ("prohibited_by_law", "2.其他法律行政法规禁止公开"),
        ("security_and_stability", "3.危及“三安全一稳定”"),
        ("third_party_rights", "4.保护第三方合法权益"),
        ("internal_affairs", "5.属于三类内部事务信息"),
        ("deliberative_process", "6.属于四类过程性信息"),
        ("enforcement_file", "7.属于行政执法案卷"),
        ("registry_lookup", "8.属于行政查询事项")]),
    ("（四）无法提供", "unavailable", [
        ("not_held", "1.本机关不掌握相关政府信息"),
        ("needs_processing", "2.没有现成信息需要另行制作"),
        ("still_unclear", "3.补正后申请内容仍不明确")]),
    ("（五）不予处理", "not_processed", [
        ("petition_or_complaint", "1.信访举报投诉类申请"),
        ("repeated", "2.重复申请"),
        ("published_material", "3.要求提供公开出版物"),
        ("excessive", "4.无正当理由大量反复申请"),
        ("reissue", "5.要求行政机关确认或重新出具已获取信息")]),
]
OTHER_GROUP = ("（六）其他处理", "other_handling", [
    ("no_correction",
     "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("unpaid_fee",
     "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("other", "3.其他")])

OUTCOMES = [("upheld", "结果维持"), ("corrected", "结果纠正"),
            ("other", "其他结果"), ("pending", "尚未审结"), ("total", "总计")]
DISPUTES = ["reviews", "lawsuits_direct", "lawsuits_after_review"]

# Blocks of the disclosures: title, column labels, rows (label, id, columns).
BLOCKS = {
    "cn-2021": [
        ("第二十条第（一）项", ["本年制发件数", "本年废止件数", "现行有效件数"],
         [("规章", "regulations", ["issued", "repealed", "in_force"]),
          ("行政规范性文件", "normative_documents",
           ["issued", "repealed", "in_force"])]),
        ("第二十条第（五）项", ["本年处理决定数量"],
         [("行政许可", "licences", ["decisions"])]),
        ("第二十条第（六）项", ["本年处理决定数量"],
         [("行政处罚", "penalties", ["decisions"]),
          ("行政强制", "coercive_measures", ["decisions"])]),
        ("第二十条第（八）项", ["本年收费金额（单位：万元）"],
         [("行政事业性收费", "fees", ["amount"])]),
    ],
    "cn-2019": [
        ("第二十条第（一）项",
         ["本年新制作数量", "本年新公开数量", "对外公开总数量"],
         [("规章", "regulations", ["made", "published", "public_total"]),
          ("规范性文件", "normative_documents",
           ["made", "published", "public_total"])]),
        ("第二十条第（五）项", ["上一年项目数量", "本年增/减", "处理决定数量"],
         [("行政许可", "licences", ["previous", "change", "decisions"]),
          ("其他对外管理服务事项", "other_services",
           ["previous", "change", "decisions"])]),
        ("第二十条第（六）项", ["上一年项目数量", "本年增/减", "处理决定数量"],
         [("行政处罚", "penalties", ["previous", "change", "decisions"]),
          ("行政强制", "coercive_measures",
           ["previous", "change", "decisions"])]),
        ("第二十条第（八）项", ["上一年项目数量", "本年增/减"],
         [("行政事业性收费", "fees", ["previous", "change"])]),
        ("第二十条第（九）项", ["采购项目数量", "采购总金额"],
         [("政府集中采购", "procurement", ["projects", "amount"])]),
    ],
}


def value(figure: Figure, id: str, across: int = 1) -> Cell:
    return Cell(printed(figure[id]), across=across, id=id, role="value")


def head(text: str, down: int = 1, across: int = 1) -> Cell:
    return Cell(text, down, across, role="head")


def spread(cells: list[Cell], width: int) -> list[Cell]:
    """Gives what is left of the width to the last cell."""
    cells[-1].across = width - (len(cells) - 1)
    return cells


def disclosures(figure: Figure) -> Table:
    rows: list[list[Cell]] = []
    for title, labels, lines in BLOCKS[figure.format]:
        rows.append([Cell(title, across=4, role="title")])
        rows.append([head("信息内容")] + spread([head(l) for l in labels], 3))
        for label, id, columns in lines:
            cells = [value(figure, f"disclosures.{id}.{c}") for c in columns]
            rows.append([Cell(label)] + spread(cells, 3))
    return Table("disclosures", 1, rows)


def application_values(figure: Figure, row: str) -> list[Cell]:
    return [value(figure, f"applications.{row}.{c}") for c in APPLICANTS]


def application_head() -> list[list[Cell]]:
    return [[head(HINT, 3, 3), head("申请人情况", across=7)],
            [head("自然人", 2), head("法人或其他组织", across=5), head("总计", 2)],
            [head(label) for label in ORGANISATIONS]]


def applications(figure: Figure) -> Table:
    """The table of applications; 其他处理 has one row if the figures have."""
    single = "applications.other_handling.total" in figure.cells
    groups = GROUPS if single else GROUPS + [OTHER_GROUP]
    body: list[list[Cell]] = [
        [Cell("（一）予以公开", across=2)] + application_values(figure, "granted"),
        [Cell("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", across=2)]
        + application_values(figure, "partially_granted")]
    for label, group, lines in groups:
        for number, (row, text) in enumerate(lines):
            front = [Cell(label, down=len(lines))] if number == 0 else []
            body.append(front + [Cell(text)] +
                        application_values(figure, f"{group}.{row}"))
    if single:
        body.append([Cell("（六）其他处理", across=2)] +
                    application_values(figure, "other_handling"))
    body.append([Cell("（七）总计", across=2)] +
                application_values(figure, "resolved"))
    body[0].insert(0, Cell("三、本年度办理结果", down=len(body)))
    top = [[Cell("一、本年新收政府信息公开申请数量", across=3)] +
           application_values(figure, "new"),
           [Cell("二、上年结转政府信息公开申请数量", across=3)] +
           application_values(figure, "carried_over")]
    last = [[Cell("四、结转下年度继续办理", across=3)] +
            application_values(figure, "carried_forward")]
    return Table("applications", 3, application_head() + top + body + last)


def disputes(figure: Figure) -> Table:
    rows = [
        [head("行政复议", across=5), head("行政诉讼", across=10)],
        [head(label, 2) for _, label in OUTCOMES] +
        [head("未经复议直接起诉", across=5), head("复议后起诉", across=5)],
        [head(label) for _ in range(2) for _, label in OUTCOMES],
        [value(figure, f"disputes.{group}.{outcome}")
         for group in DISPUTES for outcome, _ in OUTCOMES]]
    return Table("disputes", 0, rows)
