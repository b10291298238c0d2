"""Quirks of labels and headings, and of rows and columns too many or too few."""

from __future__ import annotations

import re
from random import Random

import shapes
from model import Cell, Report
from registry import ALL, BARRED, GRID, LINED, SHAPED, is_2019, is_2021, quirk


@quirk("labels-cut", LINED)
def labels_cut(report: Report, draw: Random) -> None:
    """Long labels lack their end."""
    for cell in shapes.labels(report):
        if draw.random() < 0.5 and cell.role != "title":
            cell.text = shapes.shortened(cell.text)


@quirk("labels-misprinted", LINED)
def labels_misprinted(report: Report, draw: Random) -> None:
    """Labels with one character wrong, dropped or doubled."""
    for cell in shapes.labels(report):
        if draw.random() < 0.4:
            cell.text = shapes.misprint(cell.text, draw, 1)


@quirk("labels-misprinted-twice", LINED)
def labels_misprinted_twice(report: Report, draw: Random) -> None:
    """Long labels with two characters wrong, dropped or doubled."""
    for cell in shapes.labels(report):
        if draw.random() < 0.4:
            cell.text = shapes.misprint(cell.text, draw, 2)


def spaced(text: str, draw: Random, marks: list[str]) -> str:
    """A text with blanks between some of its characters."""
    return "".join(char + (draw.choice(marks) if draw.random() < 0.3 and
                           at + 1 < len(text) else "")
                   for at, char in enumerate(text))


@quirk("labels-spaced", ("html", "docx", "xlsx", "md", "pipe", "lines"))
def labels_spaced(report: Report, draw: Random) -> None:
    """Blanks of all kinds between the characters of labels."""
    marks = [" ", "\u3000", "\u00a0", "  "]
    shapes.each_label(report, lambda text: spaced(text, draw, marks))


@quirk("labels-broken", ("html", "docx", "xlsx", "lines", "layout"))
def labels_broken(report: Report, draw: Random) -> None:
    """Line breaks between the characters of labels."""
    report.style["br"] = True
    shapes.each_label(report, lambda text: spaced(text, draw, ["\n"])
                      if 3 < len(text) else text)


@quirk("labels-halfwidth", ALL)
def labels_halfwidth(report: Report, draw: Random) -> None:
    """Half-width brackets, commas, quotes in labels and headings."""
    half = str.maketrans("（），：“”", "(),:\"\"")
    shapes.each_label(report, lambda text: text.translate(half))
    for section in report.sections:
        section.heading = section.heading.translate(half)


def remarked(label: str, form: str) -> str:
    """A label whose number mark has another form."""
    mark, rest = shapes.parts(label)
    found = re.fullmatch(r"([1-8])\.", mark)
    if not found:
        return label
    number = found.group(1)
    wide = chr(ord(number) + 0xFEE0)
    ring = chr(ord("①") + int(number) - 1)
    return form.format(n=number, wide=wide, ring=ring) + rest


@quirk("number-marks", LINED)
def number_marks(report: Report, draw: Random) -> None:
    """1、 １． (1) ① and the like for the number marks of labels."""
    form = draw.choice(["{n}、", "{n}．", "{wide}．", "（{n}）", "({n})", "{ring}",
                        "{n}. ", "{n} ", "{wide}、", "{n})"])
    shapes.each_label(report, lambda text: remarked(text, form))


@quirk("number-marks-lost", SHAPED)
def number_marks_lost(report: Report, draw: Random) -> None:
    """Labels without number marks."""
    shapes.each_label(report, lambda text: remarked(text, ""))
    for cell in report.table("applications").values():
        if ".other_handling.other." in cell.id:
            shapes.open_cells([cell])


@quirk("labels-usual-variants", LINED)
def labels_usual_variants(report: Report, draw: Random) -> None:
    """Wordings that many bodies use."""
    usual = {"现行有效件数": "现行有效件", "1.申请人无正当理由逾期不补正、行政机关不再"
             "处理其政府信息公开申请": "1.申请人无正当理由逾期不补正",
             "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请":
             "2.申请人逾期未按收费通知要求缴纳费用", "行政规范性文件": "规范性文件",
             "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部分公开",
             "本年收费金额（单位：万元）": "本年收费金额(万元)"}
    shapes.each_label(report, lambda text: usual.get(text, text))


@quirk("headings-halved", LINED, is_2019)
def headings_halved(report: Report, draw: Random) -> None:
    """本年新 stands for both of 本年新制作数量 and 本年新公开数量, or the first
    stands twice."""
    made, shown = "本年新制作数量", "本年新公开数量"
    usual = draw.choice([{made: "本年新", shown: "本年新"}, {shown: made}])
    shapes.each_label(report, lambda text: usual.get(text, text))


@quirk("label-notes", LINED)
def label_notes(report: Report, draw: Random) -> None:
    """Notes behind some labels."""
    noted = {"规章": "规章（县级无此项）", "行政许可": "行政许可（含备案）",
             "2.重复申请": "2.重复申请（同一申请人）", "自然人": "自然人（件）",
             "（七）总计": "（七）总计（以上各项之和）"}
    shapes.each_label(report, lambda text: noted.get(text, text))


@quirk("header-lost", GRID)
def header_lost(report: Report, draw: Random) -> None:
    """Table 三 lacks its header rows."""
    table = report.table("applications")
    table.rows = table.rows[3:]
    shapes.open_cells(list(table.values()))


# Rows and columns more or fewer

@quirk("added-row", LINED)
def added_row(report: Report, draw: Random) -> None:
    """A province's own row in table 二, another in table 三."""
    table = report.table("disclosures")
    at = table.row_of("disclosures.coercive_measures.decisions") + 1
    cells = len(table.rows[at - 1]) - 1
    row = [Cell("其他主动公开文件")] + [
        Cell(str(draw.randint(10, 99)), role="value") for _ in range(cells)]
    row[-1].across = 4 - cells
    table.rows.insert(at, row)
    table = report.table("applications")
    at = table.row_of("applications.not_processed.reissue.total") + 1
    for cell in shapes.labels(report):
        if cell.text == "三、本年度办理结果":
            cell.down += 1
    table.rows.insert(at, [Cell("（五之一）转送办理"), Cell("1.转送有关部门办理")] +
                      [Cell("0", role="value") for _ in range(7)])


@quirk("added-remark-column", BARRED)
def added_remark_column(report: Report, draw: Random) -> None:
    """A column 备注 at the end of tables 二 and 三."""
    for row in report.table("disclosures").rows:
        if row[0].role == "title":
            row[0].across += 1
        else:
            row.append(Cell("备注", role="head") if row[0].role == "head"
                       else shapes.blank())
    table = report.table("applications")
    table.rows[0].append(Cell("备注", 3, role="head"))
    for row in table.rows[3:]:
        row.append(shapes.blank())


@quirk("added-serial-column", LINED)
def added_serial_column(report: Report, draw: Random) -> None:
    """A column 序号 in front of table 三."""
    rows = report.table("applications").rows
    rows[0].insert(0, Cell("序号", 3, role="head"))
    for number, row in enumerate(rows[3:], 1):
        row.insert(0, Cell(str(number), role="serial"))


@quirk("added-applicant-column", BARRED)
def added_applicant_column(report: Report, draw: Random) -> None:
    """One more kind of applicant in table 三, in the middle."""
    table = report.table("applications")
    table.rows[0][1].across += 1
    table.rows[1][1].across += 1
    table.rows[2].insert(2, Cell("农民合作社", role="head"))
    for row in table.rows[3:]:
        row.insert(len(row) - 4, Cell("0", role="value"))
    shapes.open_cells(list(table.values()))


@quirk("single-other-row", ALL, is_2021)
def single_other_row(report: Report, draw: Random) -> None:
    """The form of 2021 with one row 其他处理, as that of 2019 has it."""
    import forms
    figure = report.figure
    for column in forms.APPLICANTS:
        name = f"applications.other_handling.{column}"
        if name not in figure.cells:
            figure.cells[name] = sum(
                int(figure.cells.pop(f"applications.other_handling.{row}.{column}")
                    or 0) for row, _ in forms.OTHER_GROUP[2])
    report.sections[2].items = [forms.applications(figure)]


@quirk("old-form-in-2022", LINED, is_2019)
def old_form_in_2022(report: Report, draw: Random) -> None:
    """Tables of 2019 in a report for 2022."""
    import narrative
    figure = report.figure
    fresh = narrative.preamble(figure)
    old, figure.year = str(figure.year), 2022
    report.preamble = [text.replace(f"{old}年1", "2022年1") for text in fresh]
    report.title = report.title.replace(old, "2022")


@quirk("totals-blank", LINED)
def totals_blank(report: Report, draw: Random) -> None:
    """The column 总计 of tables 三 and 四 is blank."""
    for table in report.tables():
        for cell in table.values():
            if cell.id.endswith(".total"):
                cell.text = ""


@quirk("total-column-missing", ALL)
def total_column_missing(report: Report, draw: Random) -> None:
    """Table 三 has no column 总计."""
    table = report.table("applications")
    table.rows[0][1].across -= 1
    table.rows[1].pop()
    for row in table.rows[3:]:
        row.pop()


@quirk("total-row-missing", ALL)
def total_row_missing(report: Report, draw: Random) -> None:
    """Table 三 has no row （七）总计."""
    table = report.table("applications")
    at = table.row_of("applications.resolved.total")
    for row in table.rows:
        for cell in row:
            if cell.text == "三、本年度办理结果":
                cell.down -= 1
    del table.rows[at]
