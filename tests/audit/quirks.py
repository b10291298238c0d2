"""What makes the tables of a published report hard to read: each quirk is a
function that changes a report and marks what may stay unread."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import Callable

import shapes
from model import Cell, Figure, Report, Table, width

GRID = ("html", "docx", "xlsx")
SHAPED = GRID + ("md",)
BARRED = SHAPED + ("pipe",)
LINED = BARRED + ("lines", "layout")
ALL = LINED + ("joined",)

Change = Callable[[Report, Random], None]


@dataclass
class Quirk:
    name: str
    kinds: tuple[str, ...]
    change: Change
    fits: Callable[[Figure], bool]
    faithful: bool  # the report in it is without a defect
    about: str


QUIRKS: dict[str, Quirk] = {}


def quirk(name: str, kinds: tuple[str, ...] = LINED,
          fits: Callable[[Figure], bool] = lambda figure: True,
          faithful: bool = False) -> Callable[[Change], Change]:
    def enter(change: Change) -> Change:
        about = (change.__doc__ or "").strip()
        QUIRKS[name] = Quirk(name, kinds, change, fits, faithful, about)
        return change
    return enter


def styled(name: str, kinds: tuple[str, ...], about: str,
           fits: Callable[[Figure], bool] = lambda figure: True,
           faithful: bool = True, **style: object) -> None:
    """A quirk that only concerns how the file is written."""
    def change(report: Report, draw: Random) -> None:
        report.style.update(style)
    QUIRKS[name] = Quirk(name, kinds, change, fits, faithful, about)


def is_2019(figure: Figure) -> bool:
    return figure.format == "cn-2019"


def is_2021(figure: Figure) -> bool:
    return figure.format == "cn-2021"


def has_requests(figure: Figure) -> bool:
    return figure.total("new") > 0


@quirk("clean", ALL, faithful=True)
def clean(report: Report, draw: Random) -> None:
    """The form as the notice prints it."""


# Spans

@quirk("spans-disagree", GRID)
def spans_disagree(report: Report, draw: Random) -> None:
    """Header and data divide the width in different ways."""
    for table in report.tables():
        for row in table.rows:
            if shapes.figure_cells(row) and table.id == "disclosures":
                row[0].across += 1
            elif shapes.figure_cells(row):
                row[-1].across += 1
            else:
                row[-1].across += draw.randint(0, 1)
        if table.id == "applications":
            table.rows[0][1].across += 1


@quirk("five-columns", GRID, is_2019)
def five_columns(report: Report, draw: Random) -> None:
    """Table 二 on five grid columns, its rows divided in five ways."""
    for row in report.table("disclosures").rows:
        wide = draw.randrange(len(row))
        row[wide].across += 5 - sum(cell.across for cell in row)


@quirk("blank-header-cells", BARRED)
def blank_header_cells(report: Report, draw: Random) -> None:
    """Headings are not merged: blank cells stand beside and below them."""
    for table in report.tables():
        shapes.blank_spans(table, lambda c: c.role in ("head", "title"), True, True)


@quirk("blank-label-cells", BARRED)
def blank_label_cells(report: Report, draw: Random) -> None:
    """Row labels are not merged downwards: blank cells stand below them."""
    shapes.blank_spans(report.table("applications"),
                       lambda c: not c.id and c.role == "label", False, True)


@quirk("no-spans", BARRED)
def no_spans(report: Report, draw: Random) -> None:
    """Nothing is merged but the figures: blank cells everywhere."""
    for table in report.tables():
        shapes.blank_spans(table, lambda c: not c.id, True, True)


@quirk("repeated-group-labels", LINED)
def repeated_group_labels(report: Report, draw: Random) -> None:
    """Group labels stand again after a page break inside of the table."""
    table = report.table("applications")
    for at in sorted(draw.sample(range(7, len(table.rows) - 2), 2)):
        shapes.break_spans(table, at, lambda cell: cell.text)


@quirk("label-in-every-row", BARRED)
def label_in_every_row(report: Report, draw: Random) -> None:
    """Group labels stand in every row of their group."""
    table = report.table("applications")
    for at in range(6, len(table.rows) - 1):
        shapes.break_spans(table, at, lambda cell: cell.text)


# Tables cut and joined

def cut_place(table: Table, draw: Random) -> int:
    return draw.randint(6, len(table.rows) - 3)


@quirk("cut-with-header", LINED)
def cut_with_header(report: Report, draw: Random) -> None:
    """Table 三 in two tables, the header and group labels again."""
    table = report.table("applications")
    shapes.cut(report, table, cut_place(table, draw), True, lambda c: c.text)


@quirk("cut-without-header", LINED)
def cut_without_header(report: Report, draw: Random) -> None:
    """Table 三 in two tables, the group labels again, no header."""
    table = report.table("applications")
    shapes.cut(report, table, cut_place(table, draw), False, lambda c: c.text)


@quirk("cut-without-labels", BARRED)
def cut_without_labels(report: Report, draw: Random) -> None:
    """Table 三 in two tables, the second with blanks for the group labels."""
    table = report.table("applications")
    shapes.cut(report, table, cut_place(table, draw), False, lambda c: "")


@quirk("cut-with-note", LINED)
def cut_with_note(report: Report, draw: Random) -> None:
    """Table 三 in two tables with a page number between them."""
    table = report.table("applications")
    second = shapes.cut(report, table, cut_place(table, draw), draw.random() < 0.5,
                        lambda c: c.text)
    items = report.sections[2].items
    items.insert(items.index(second), f"— {draw.randint(2, 9)} —")


@quirk("all-in-one-table", LINED)
def all_in_one_table(report: Report, draw: Random) -> None:
    """The three tables and their headings in one table."""
    tables = report.tables()
    across = max(width(table.rows) for table in tables)
    rows: list[list[Cell]] = []
    for section in report.sections[1:4]:
        rows.append([Cell(section.heading, across=across, role="title")])
        rows += section.items[0].rows
        section.heading, section.items = "", []
    report.sections[1].items = [Table("all", 3, rows)]


@quirk("one-table-no-headings", BARRED)
def one_table_no_headings(report: Report, draw: Random) -> None:
    """The three tables run on in one, the headings all stand before it."""
    rows = [row for table in report.tables() for row in table.rows]
    for section in report.sections[1:4]:
        section.items = []
    report.sections[3].items = [Table("all", 3, rows)]


@quirk("disclosures-in-blocks", LINED)
def disclosures_in_blocks(report: Report, draw: Random) -> None:
    """Every block of table 二 is a table of its own."""
    table = report.table("disclosures")
    starts = [n for n, row in enumerate(table.rows) if row[0].role == "title"]
    ends = starts[1:] + [len(table.rows)]
    report.sections[1].items = [Table("disclosures", 1, table.rows[a:b])
                                for a, b in zip(starts, ends)]


@quirk("blocks-with-headings", LINED)
def blocks_with_headings(report: Report, draw: Random) -> None:
    """As disclosures-in-blocks, the titles of the blocks as paragraphs."""
    disclosures_in_blocks(report, draw)
    items: list = []
    for table in report.sections[1].items:
        items += [table.rows[0][0].text, Table(table.id, 1, table.rows[1:])]
    report.sections[1].items = items


@quirk("other-tables", LINED)
def other_tables(report: Report, draw: Random) -> None:
    """Tables that are not the form's stand in sections 一 and 六."""
    def small(lines: list[list[str]]) -> Table:
        return Table("extra", 1, [[Cell(text) for text in line] for line in lines])
    report.sections[0].items.append(small(
        [["栏目", "发布数量（条）"], ["机构职能", "12"], ["财政预决算", "7"],
         ["合计", "19"]]))
    report.sections[5].items.append(small(
        [["建议提案办理", "件数"], ["人大代表建议", "4"], ["政协委员提案", "5"]]))


@quirk("headings-in-tables", LINED)
def headings_in_tables(report: Report, draw: Random) -> None:
    """Section headings stand in the first row of their tables."""
    for section in report.sections[1:4]:
        table = section.items[0]
        across = width(table.rows)
        table.rows.insert(0, [Cell(section.heading, across=across, role="title")])
        section.heading = ""


# Labels

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


@quirk("added-serial-column", BARRED)
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


# What stands in the cells

@quirk("zeros-blank", LINED)
def zeros_blank(report: Report, draw: Random) -> None:
    """Every zero is a blank cell."""
    for table in report.tables():
        for cell in table.values():
            if cell.text == "0":
                cell.text = ""


@quirk("some-blank", LINED)
def some_blank(report: Report, draw: Random) -> None:
    """A tenth of the cells is blank."""
    for table in report.tables():
        for cell in table.values():
            if draw.random() < 0.1:
                cell.text = ""


@quirk("marks-for-zero", LINED)
def marks_for_zero(report: Report, draw: Random) -> None:
    """/ - — 无 and the like in place of zeros."""
    mark = draw.choice(["/", "-", "—", "无", "——", "／", "--"])
    for table in report.tables():
        for cell in table.values():
            if cell.text == "0" and draw.random() < 0.7:
                cell.text = mark


@quirk("full-width-digits", ALL)
def full_width_digits(report: Report, draw: Random) -> None:
    """Full-width digits."""
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    for table in report.tables():
        for cell in table.values():
            cell.text = cell.text.translate(wide)


@quirk("units", LINED)
def units(report: Report, draw: Random) -> None:
    """Units behind some figures."""
    for table in report.tables():
        for cell in table.values():
            if cell.text == "":
                continue
            if cell.id == "disclosures.fees.amount":
                cell.text += draw.choice(["万元", "元", "（万元）"])
            elif cell.id == "disclosures.procurement.amount":
                cell.text += "元"
            elif draw.random() < 0.15:
                cell.text += draw.choice(["件", "项", " 件", "宗"])


@quirk("notes", LINED)
def notes(report: Report, draw: Random) -> None:
    """Notes in brackets behind some figures."""
    for id in ("disclosures.normative_documents.issued",
               "disclosures.normative_documents.made",
               "disclosures.licences.decisions", "applications.new.total"):
        if id in report.figure.cells:
            cell = report.cell(id)
            cell.text += draw.choice(["（其中修订2件）", "（含上年1件）", "*",
                                      "（备案3件）"])


@quirk("signs", LINED, is_2019)
def signs(report: Report, draw: Random) -> None:
    """Signs and words on the column 本年增/减."""
    for cell in report.table("disclosures").values():
        if cell.id.endswith(".change"):
            count = str(draw.randint(1, 9))
            cell.text = draw.choice(["减", "增", "-", "+", "－", "减少", "增加"]) + count


@quirk("thousands", LINED)
def thousands(report: Report, draw: Random) -> None:
    """Commas between thousands."""
    for table in report.tables():
        for cell in table.values():
            if cell.text.isdigit() and len(cell.text) > 3:
                cell.text = f"{int(cell.text):,}"


@quirk("blanks-around-figures", LINED)
def blanks_around_figures(report: Report, draw: Random) -> None:
    """Blanks of all kinds around figures."""
    marks = ["", " ", "\u00a0", "\u3000", "  "]
    for table in report.tables():
        for cell in table.values():
            if cell.text:
                cell.text = draw.choice(marks) + cell.text + draw.choice(marks)
            else:
                cell.text = draw.choice(marks)


@quirk("paragraphs-in-cells", ("html",), faithful=True)
def paragraphs_in_cells(report: Report, draw: Random) -> None:
    """Figures in paragraphs of their own between hard blanks, as Word has it."""
    blanks_around_figures(report, draw)
    report.style["manner"] = "word"


@quirk("figures-broken", ("html", "docx"))
def figures_broken(report: Report, draw: Random) -> None:
    """Line breaks inside of long figures."""
    report.style["br"] = True
    for table in report.tables():
        for cell in table.values():
            if len(cell.text) > 2 and draw.random() < 0.5:
                shapes.open_cells([cell])
                at = draw.randint(1, len(cell.text) - 1)
                cell.text = cell.text[:at] + "\n" + cell.text[at:]


# Positions lost

@quirk("ragged-rows", ("html", "docx", "pipe", "lines"), has_requests)
def ragged_rows(report: Report, draw: Random) -> None:
    """Rows whose zeros are left out, cells and all."""
    table = report.table("applications")
    for row in shapes.figure_rows(table):
        cells = shapes.figure_cells(row)
        dropped = [cell for cell in cells[1:-1] if shapes.is_zero(cell)]
        if not dropped or draw.random() < 0.2:
            continue
        none = all(map(shapes.is_zero, cells))
        shapes.open_cells([cell for cell in cells if cell not in dropped])
        shapes.lose(table, dropped, [0] if none else [])
        row[:] = [cell for cell in row if not any(cell is d for d in dropped)]


@quirk("merged-figures", GRID, has_requests)
def merged_figures(report: Report, draw: Random) -> None:
    """Cells of figures are merged with the next one."""
    table = report.table("applications")
    for row in shapes.figure_rows(table):
        if draw.random() < 0.5:
            continue
        cells = shapes.figure_cells(row)
        at = draw.randrange(6)
        first, second = cells[at], cells[at + 1]
        shapes.open_cells(cells)
        shapes.lose(table, [second], second.wanted())
        first.across = 2
        row[:] = [cell for cell in row if cell is not second]


@quirk("one-zero-for-all", GRID)
def one_zero_for_all(report: Report, draw: Random) -> None:
    """Rows without a case have one zero in one cell."""
    table = report.table("applications")
    for row in shapes.figure_rows(table):
        cells = shapes.figure_cells(row)
        if not all(map(shapes.is_zero, cells)):
            continue
        shapes.open_cells(cells)
        shapes.lose(table, cells[1:], [0])
        cells[0].text, cells[0].across = "0", 7
        cells[0].accept = [0]
        row[:] = [cell for cell in row if not any(cell is c for c in cells[1:])]


def in_one_cell(report: Report, between: str) -> None:
    """All figures of each row of table 三 in one cell."""
    table = report.table("applications")
    for row in shapes.figure_rows(table):
        cells = shapes.figure_cells(row)
        text = between.join(cell.text or "0" for cell in cells)
        for cell in cells:
            cell.accept, cell.open = cell.wanted() + [None], True
            table.lost.append(cell)
        row[:] = [cell for cell in row if not cell.id] + [Cell(text, across=7)]


@quirk("figures-in-one-cell", GRID)
def figures_in_one_cell(report: Report, draw: Random) -> None:
    """The figures of a row with blanks between them in one cell."""
    in_one_cell(report, "  ")


@quirk("figures-run-together", GRID)
def figures_run_together(report: Report, draw: Random) -> None:
    """The figures of a row without anything between them in one cell."""
    in_one_cell(report, "")


@quirk("disputes-by-rows", BARRED)
def disputes_by_rows(report: Report, draw: Random) -> None:
    """Table 四 on its side: a row for each branch."""
    import forms
    table = report.table("disputes")
    cells = list(table.values())
    shapes.open_cells(cells)
    names = ["行政复议", "未经复议直接起诉", "复议后起诉"]
    table.rows = [[Cell("类别", role="head")] + [
        Cell(label, role="head") for _, label in forms.OUTCOMES]]
    table.rows += [[Cell(name)] + cells[n * 5:n * 5 + 5]
                   for n, name in enumerate(names)]


# How the file is written

styled("portal", ("html",), "Navigation, particulars and a footer around.",
       frame="portal")
styled("mobile", ("html",), "Divisions only, the article late.", frame="mobile")
styled("hidden-tables", ("html",), "Tables in comments, scripts, templates.",
       frame="hidden")
styled("gbk", ("html",), "A portal page in GBK that says gb2312.",
       frame="portal", charset="gbk")
styled("utf-16", ("html",), "A page in UTF-16 with its mark.", charset="utf-16")
styled("word-paste", ("html",), "Spans, fonts and o:p around every text.",
       frame="portal", manner="word")
styled("entities", ("html",), "Every character as an entity.",
       manner="entities")
styled("unclosed-tags", ("html",), "td, tr and p are never closed.",
       unclosed=True)
styled("attribute-noise", ("html",), "Attributes with marks of all kinds.",
       noise=True, frame="portal")
styled("capital-tags", ("html",), "Tags in capitals, unclosed.", upper=True,
       unclosed=True)
styled("header-cells", ("html",), "th and caption.", heads=True)
styled("comments-in-cells", ("html",), "Comments inside of cells.",
       comments=True)
styled("split-numbers", ("html",), "Each digit in a span.", splits=True)
styled("layout-tables", ("html",), "Three layout tables around everything.",
       nested=3, frame="portal")
styled("lines-with-br", ("html",), "Paragraphs are lines that end with br.",
       lines=True, frame="portal")
styled("html-all", ("html",), "Word paste in layout tables, unclosed, noisy.",
       nested=2, frame="portal", manner="word", unclosed=True, noise=True,
       charset="gbk")

styled("docx-plain-grid", ("docx",), "No merged cell at all.", merge="plain")
styled("docx-grid-before", ("docx",), "Rows begin behind left-out cells.",
       before=True)
styled("docx-text-box", ("docx",), "Text boxes with a table of other figures.",
       textbox=True)
styled("docx-runs", ("docx",), "Texts in pieces, with tracked changes.",
       runs=True)
styled("docx-controls", ("docx",), "Tables in content controls.", controls=True)
styled("docx-layout-table", ("docx",), "A layout table around everything.",
       nested=1)
styled("docx-header-rows", ("docx",), "Header rows that repeat.", headers=True)

styled("xlsx-one-sheet", ("xlsx",), "All tables on one sheet.", sheets="one")
styled("xlsx-no-titles", ("xlsx",), "One sheet without titles, tables only.",
       faithful=False, sheets="one", titles=False)
styled("xlsx-no-merges", ("xlsx",), "Nothing is merged.", merges=False)
styled("xlsx-numbers-as-text", ("xlsx",), "Numbers stored as text.", texts=True)
styled("xlsx-inline-strings", ("xlsx",), "Texts in the cells.", inline=True)
styled("xlsx-offset", ("xlsx",), "Empty rows and columns before the tables.",
       offset=3, sheets="one")
styled("xlsx-words", ("xlsx",), "The words on a sheet of their own.", words=True)
styled("xlsx-formulas", ("xlsx",), "Totals are formulas.", cached=True)
styled("xlsx-hidden-sheet", ("xlsx",), "A hidden sheet of other figures.",
       hidden=True)
styled("xlsx-float-tails", ("xlsx",), "Decimals as a double prints them.",
       lambda figure: any("." in str(v) for v in figure.cells.values()),
       tails=True)

styled("md-html-tables", ("md",), "Tables as HTML.", html_tables=True)
styled("md-repeated-labels", ("md",), "Merged labels in each of their places.",
       repeat=True)
styled("md-bold", ("md",), "Figures in bold.", bold=True)

styled("text-gbk", ("md", "pipe", "lines", "layout"), "Text in GBK.",
       charset="gb18030")
styled("text-windows", ("md", "pipe", "lines", "layout"),
       "A byte order mark, CR LF.", bom=True, crlf=True)
styled("pipe-cells", ("pipe",), "One cell a line, each before a bar.",
       pipes="cell")
styled("lines-gap", ("lines",), "Blank lines between all lines.", gap=True)
styled("layout-wrapped", ("layout",), "Labels break in narrow columns.",
       wrap=12)
styled("layout-narrow", ("layout",), "Labels break in very narrow columns.",
       wrap=10, gap=True)
styled("layout-pages", ("layout",), "Page breaks inside of the tables.",
       pages=True, gap=True)
styled("layout-wrapped-pages", ("layout",), "Narrow columns, page breaks.",
       wrap=14, pages=True)

# Quirks that may come together on one page.
MIXED = [
    ["blank-header-cells", "blank-label-cells", "repeated-group-labels",
     "cut-with-header", "cut-without-header", "disclosures-in-blocks"],
    ["labels-misprinted", "labels-spaced", "labels-halfwidth", "number-marks",
     "labels-cut"],
    ["zeros-blank", "marks-for-zero", "full-width-digits", "units", "thousands",
     "blanks-around-figures"],
]


@quirk("mixed", BARRED)
def mixed(report: Report, draw: Random) -> None:
    """Three quirks at once, and any frame."""
    for group in MIXED:
        QUIRKS[draw.choice(group)].change(report, draw)
    report.style["frame"] = draw.choice(["bare", "portal", "mobile"])
    if draw.random() < 0.4:
        report.style["manner"] = "word"
