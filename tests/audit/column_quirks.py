"""Quirks of columns that the form does not have: of another year, of units, of
remarks; and of headers in other words or another order."""

from __future__ import annotations

import copy
from random import Random

import forms
import shapes
from model import Cell, Report, Table
from registry import BARRED, GRID, LINED, is_2021, quirk


def of_last_year(cells: list[Cell], draw: Random) -> list[Cell]:
    """Figures of another year for some of this one, whose totals are right."""
    others, total = [], 0
    for cell in cells:
        count = draw.choice([0, 0, draw.randint(1, 99)])
        if cell.id.endswith(".total"):
            count, total = total, 0
        else:
            total += count
        others.append(Cell(str(count), across=cell.across, role="value"))
    return others


def widen_titles(table: Table, by: int) -> None:
    """Titles of blocks reach over columns that were added."""
    for row in table.rows:
        if row[0].role == "title":
            row[0].across += by


def add_column(table: Table, at: int, title: str, texts: list[str]) -> None:
    """A column in front of the first of its figures (0) or behind the last
    (-1); a header for each header, a text for each row of figures."""
    placed = iter(texts)
    widen_titles(table, 1)
    for row in table.rows:
        cells = shapes.figure_cells(row)
        if cells:
            added = Cell(next(placed), role="value")
            row.insert(row.index(cells[0]) if at == 0 else len(row), added)
        elif table.id == "disclosures" and row[0].role == "head":
            row.insert(1 if at == 0 else len(row), Cell(title, role="head"))
    if table.id == "applications":
        table.rows[0].insert(1 if at == 0 else 2, Cell(title, 3, role="head"))


def blank_some(report: Report, draw: Random) -> None:
    """A few figures of tables 二 and 三 are blank, their last one too."""
    for table in report.tables()[:2]:
        for row in shapes.figure_rows(table):
            cells = shapes.figure_cells(row)
            if draw.random() < 0.2:
                draw.choice([cells[0], cells[-1]]).text = ""


def rows_in(table: Table) -> int:
    return len(shapes.figure_rows(table))


# Columns of another year

def twice(rows: list[list[Cell]], draw: Random, last_first: bool) -> list:
    """Rows whose headers and figures stand twice, those of last year without
    ids."""
    doubled = []
    for row in rows:
        cells = [cell for cell in row if cell.id or cell.role == "head"]
        corner = [] if shapes.figure_cells(row) else cells[:1]
        own = [cell for cell in cells if cell not in corner]
        front = [cell for cell in row if not any(cell is c for c in own)]
        other = (of_last_year(own, draw) if shapes.figure_cells(row)
                 else copy.deepcopy(own))
        doubled.append(front + (other + own if last_first else own + other))
    return doubled


def beside(table: Table, draw: Random, last_first: bool) -> None:
    """All columns of a table twice."""
    if table.id == "disclosures":
        table.rows = twice(table.rows, draw, last_first)
        widen_titles(table, 3)
        return
    corner = table.rows[0].pop(0) if table.id == "applications" else None
    for at, row in enumerate(table.rows):
        cells = shapes.figure_cells(row)
        own = cells or row
        other = of_last_year(own, draw) if cells else copy.deepcopy(own)
        front = [cell for cell in row if not cell.id] if cells else []
        table.rows[at] = front + (other + own if last_first else own + other)
    if corner:
        table.rows[0].insert(0, corner)


@quirk("two-years-beside", LINED)
def two_years_beside(report: Report, draw: Random) -> None:
    """The columns of one table stand twice, nothing says for which year."""
    table = draw.choice(report.tables())
    beside(table, draw, draw.random() < 0.5)
    shapes.open_cells(list(table.values()))


def name_years(report: Report, table: Table, last_first: bool) -> None:
    """A row on top that says which half is of which year."""
    year = report.figure.year
    names = [f"{year - 1}年", f"{year}年"]
    named = names if last_first else names[::-1]
    across = 7 if table.id == "applications" else 15
    head = [Cell(name, across=across, role="head") for name in named]
    if table.id == "applications":
        corner = table.rows[0].pop(0)
        corner.down += 1
        head.insert(0, corner)
    table.rows.insert(0, head)


@quirk("two-years-named", GRID)
def two_years_named(report: Report, draw: Random) -> None:
    """As two-years-beside in table 三 or 四, under the years."""
    table = report.table(draw.choice(["applications", "disputes"]))
    last_first = draw.random() < 0.5
    beside(table, draw, last_first)
    name_years(report, table, last_first)


@quirk("disputes-of-two-years", LINED)
def disputes_of_two_years(report: Report, draw: Random) -> None:
    """Table 四 with a column of years and a row for each of two."""
    table = report.table("disputes")
    own = table.rows[3]
    year = report.figure.year
    names = draw.choice([(f"{year - 1}年", f"{year}年"), ("上年", "本年"),
                         (f"{year - 1}年度", f"{year}年度")])
    table.rows[0].insert(0, Cell("年度", 3, role="head"))
    rows = [[Cell(names[0])] + of_last_year(own, draw), [Cell(names[1])] + own]
    table.rows[3:] = rows if draw.random() < 0.5 else rows[::-1]


@quirk("column-of-last-year", BARRED)
def column_of_last_year(report: Report, draw: Random) -> None:
    """One column of last year in tables 二 and 三, in front or behind; some
    figures of the form are blank."""
    at = draw.choice([0, -1])
    blank_some(report, draw)
    for table, title in ((report.table("disclosures"), "上年数"),
                         (report.table("applications"), "上年总计")):
        texts = [str(draw.randint(0, 99)) for _ in range(rows_in(table))]
        add_column(table, at, title, texts)


@quirk("decisions-of-last-year", BARRED, is_2021)
def decisions_of_last_year(report: Report, draw: Random) -> None:
    """Decisions of last year beside those of this one, and no third column."""
    table = report.table("disclosures")
    last_first = draw.random() < 0.5
    for row in table.rows:
        if len(row) != 2 or "收费" in row[0].text + row[1].text:
            continue
        row[1].across = 1
        other = (Cell(str(draw.randint(0, 99)), role="value") if row[1].id else
                 Cell("上" + row[1].text[1:] if draw.random() < 0.5
                      else "上年处理决定数量", role="head"))
        row.insert(1 if last_first else 2, other)
        row[-1].across = 2


# Amounts in another unit than the form's

UNITS = ("（单位：{0}）", "（{0}）", " 单位：{0}", "：{0}", "/{0}", "，{0}", "（以{0}计）",
         "[{0}]", "（人民币{0}）", "【{0}】")


@quirk("amounts-in-another-unit", LINED)
def amounts_in_another_unit(report: Report, draw: Random) -> None:
    """Fees in yuan in place of 10,000 yuan, and what was procured the other way
    round: as the header, the label or the title of the block says it."""
    table = report.table("disclosures")
    amount = next(cell for row in table.rows for cell in row
                  if cell.id.endswith(".amount"))
    at = next(i for i, row in enumerate(table.rows)
              if any(cell is amount for cell in row))
    heads = [row for row in table.rows[:at] if row[0].role == "head"]
    header = heads[-1][-1]
    other = "元" if is_2021(report.figure) else draw.choice(
        ["万元", "千元", "亿元"])
    words = draw.choice(UNITS).format(other)
    header.text = header.text.split("（")[0]
    where = [header, table.rows[at][0]]
    if is_2021(report.figure):
        where.append(next(row[0] for row in reversed(table.rows[:at])
                          if row[0].role == "title"))
    draw.choice(where).text += words
    amount.accept, amount.open = [], True


# Columns of units and remarks

def add_units(report: Report, draw: Random, at: int) -> None:
    for table in report.tables()[:2]:
        units = ["万元" if any(cell.id.endswith((".amount", "fees.previous"))
                             for cell in row) else "件"
                 for row in shapes.figure_rows(table)]
        add_column(table, at, draw.choice(["单位", "计量单位"]), units)


@quirk("column-of-units", BARRED)
def column_of_units(report: Report, draw: Random) -> None:
    """A column of units in front of the figures or behind them; some figures
    are blank."""
    blank_some(report, draw)
    add_units(report, draw, draw.choice([0, -1]))


@quirk("units-in-lines", ("lines", "layout"))
def units_in_lines(report: Report, draw: Random) -> None:
    """The same in lines of text, where the unit behind the last figure may be
    read with it."""
    blank_some(report, draw)
    at = draw.choice([0, -1])
    add_units(report, draw, at)
    for table in report.tables()[:2]:
        for row in shapes.figure_rows(table):
            last = shapes.figure_cells(row)[-1]
            if at and last.text:
                last.accept = [*last.wanted(), last.text + row[-1].text]


def remarked(report: Report, draw: Random, texts: list[str], title: str) -> None:
    for table in report.tables()[:2]:
        add_column(table, -1, title,
                   [draw.choice(texts) for _ in range(rows_in(table))])


def added_figures(draw: Random) -> tuple[list[str], str]:
    """What stands in a column that the form does not have, and its header."""
    title = draw.choice(["同比增减", "其中：网络申请", "备注", "附注"])
    return ["", "3", "12", "-4", "0"] if draw.random() < 0.5 else ["7", "0"], title


@quirk("column-of-remarks", BARRED)
def column_of_remarks(report: Report, draw: Random) -> None:
    """Words in a column 备注 at the end; some figures are blank."""
    blank_some(report, draw)
    remarked(report, draw, ["", "", "见附表", "同上年", "无", "含街道"], "备注")


@quirk("column-of-figures", BARRED)
def column_of_figures(report: Report, draw: Random) -> None:
    """Figures in a column at the end; some figures of the form are blank."""
    blank_some(report, draw)
    remarked(report, draw, *added_figures(draw))


@quirk("columns-in-lines", ("lines", "layout"))
def columns_in_lines(report: Report, draw: Random) -> None:
    """A column of last year, of figures or of remarks in lines of text."""
    if draw.random() < 0.3:
        column_of_last_year(report, draw)
    elif draw.random() < 0.5:
        column_of_figures(report, draw)
    else:
        column_of_remarks(report, draw)
    for table in report.tables()[:2]:
        shapes.open_cells(list(table.values()))
        for row in shapes.figure_rows(table):
            accept_sum(shapes.figure_cells(row))


def accept_sum(cells: list[Cell]) -> None:
    """A remark that happens to be the total may be read for a blank one."""
    last = cells[-1]
    if last.id.endswith(".total") and not last.text:
        last.accept = [None, sum(int(cell.text or 0) for cell in cells)]


# Headers

ABBREVIATED = {"自然人": "个人", "商业企业": "企业", "科研机构": "科研",
               "社会公益组织": "公益", "法律服务机构": "法律",
               "本年制发件数": "制发", "本年废止件数": "废止",
               "本年处理决定数量": "件（次）"}


def abbreviate(report: Report) -> None:
    for cell in shapes.labels(report):
        cell.text = ABBREVIATED.get(cell.text, cell.text)


@quirk("headers-abbreviated", LINED)
def headers_abbreviated(report: Report, draw: Random) -> None:
    """Headers in words of the body's own."""
    abbreviate(report)


@quirk("headers-abbreviated-remarks", BARRED)
def headers_abbreviated_remarks(report: Report, draw: Random) -> None:
    """The same and a column of remarks or figures: only the headers tell which
    of the columns is not the form's."""
    abbreviate(report)
    blank_some(report, draw)
    if draw.random() < 0.5:
        remarked(report, draw, *added_figures(draw))
    else:
        remarked(report, draw, ["", "", "见附表", "含街道"], "备注")
    for table in report.tables()[:2]:
        shapes.open_cells(list(table.values()))


@quirk("headers-in-other-order", BARRED)
def headers_in_other_order(report: Report, draw: Random) -> None:
    """The columns of one block of table 二 in another order, headers and
    figures alike: right, or a header at the wrong place?"""
    table = report.table("disclosures")
    order = draw.choice([(2, 0, 1), (1, 0, 2), (2, 1, 0)])
    for row in table.rows:
        if len(row) != 4:
            continue
        row[1:] = [row[1 + at] for at in order]
        shapes.open_cells(shapes.figure_cells(row))


@quirk("disputes-labels-too", BARRED)
def disputes_labels_too(report: Report, draw: Random) -> None:
    """Table 四 with a label in front of its row of figures."""
    table = report.table("disputes")
    table.rows[0].insert(0, Cell(draw.choice(["项目", "类别", ""]), 3,
                                 role="head"))
    table.rows[3].insert(0, Cell(draw.choice(["数量", "件数", "合计（件）"])))


@quirk("xlsx-hidden-column", ("xlsx",), faithful=True)
def xlsx_hidden_column(report: Report, draw: Random) -> None:
    """A hidden column of other figures in front of those of table 三."""
    table = report.table("applications")
    texts = [str(draw.randint(0, 99)) for _ in range(rows_in(table))]
    add_column(table, 0, "上年总计", texts)
    report.style["hidden_column"] = True
