"""Quirks of rows: figures over several rows, rows without names, figures above
what names them, tables on their side, rows of other tables."""

from __future__ import annotations

from random import Random

import forms
import shapes
from column_quirks import of_last_year
from model import Cell, Report, Table
from registry import BARRED, GRID, LINED, quirk

GROUPS = ("denied", "unavailable", "not_processed", "other_handling")


def never(cells: list[Cell]) -> None:
    """Cells whose text is the figure of more than them: nothing may be read."""
    for cell in cells:
        cell.accept, cell.open = [], True


# Rows of two years under one label

@quirk("label-over-two-years", GRID)
def label_over_two_years(report: Report, draw: Random) -> None:
    """Some labels of table 三 stand over two rows of figures; nothing says of
    which year each is."""
    table = report.table("applications")
    for row in draw.sample(shapes.figure_rows(table), 4):
        figures = shapes.figure_cells(row)
        other = of_last_year(figures, draw)
        if [cell.text for cell in other] == [cell.text for cell in figures]:
            continue
        at = next(i for i, one in enumerate(table.rows) if one is row)
        labels = [cell for cell in row if not cell.id]
        for above in table.rows[:at]:  # groups that reach over this row
            for cell in above:
                first = next(i for i, one in enumerate(table.rows)
                             if one is above)
                if cell.down > 1 and first + cell.down > at:
                    cell.down += 1
        for cell in labels:
            cell.down += 1
        rows = [figures, other] if draw.random() < 0.5 else [other, figures]
        table.rows[at:at + 1] = [labels + rows[0], rows[1]]
        never(figures)


# Figures over several rows

def join_rows(table: Table, first: list[Cell], second: list[Cell],
              column: int) -> None:
    """The cells of one column of two rows in one."""
    upper = shapes.figure_cells(first)[column]
    lower = shapes.figure_cells(second)[column]
    if upper.text == lower.text:
        shapes.open_cells([upper])
        shapes.lose(table, [lower], lower.wanted())
    else:
        upper.text = str(int(upper.text or 0) + int(lower.text or 0))
        never([upper])
        shapes.lose(table, [lower])
    upper.down = 2
    second[:] = [cell for cell in second if cell is not lower]


@quirk("figures-over-rows", GRID)
def figures_over_rows(report: Report, draw: Random) -> None:
    """Cells of table 三 over two rows of figures; some with one column more,
    so that the row below has as many cells as the form."""
    table = report.table("applications")
    rows = shapes.figure_rows(table)
    more = draw.random() < 0.5
    joined = sorted(draw.sample(range(0, len(rows) - 1, 2), 5))
    for at in joined:
        column = draw.randrange(7)
        join_rows(table, rows[at], rows[at + 1], column)
    if more:
        table.rows[0].append(Cell("同比", 3, role="head"))
        for row in rows:
            row.append(Cell(str(draw.randint(0, 50)), role="value"))


def rows_of(table: Table, group: str) -> list[list[Cell]]:
    start = f"applications.{group}."
    return [row for row in shapes.figure_rows(table)
            if shapes.figure_cells(row)[0].id.startswith(start) and
            len(shapes.figure_cells(row)[0].id.split(".")) == 4]


@quirk("group-figures-over-rows", GRID)
def group_figures_over_rows(report: Report, draw: Random) -> None:
    """The figures of groups in table 三 over all rows of the group."""
    table = report.table("applications")
    for group in draw.sample(GROUPS[:3], 2):
        rows = rows_of(table, group)
        columns = zip(*(shapes.figure_cells(row) for row in rows))
        for first, *rest in columns:
            first.text = str(sum(int(c.text or 0) for c in (first, *rest)))
            first.down = len(rows)
            never([first])
            shapes.lose(table, rest)
        for row in rows[1:]:
            row[:] = [cell for cell in row if not cell.id]


# Groups

@quirk("groups-in-single-rows", LINED)
def groups_in_single_rows(report: Report, draw: Random) -> None:
    """Some groups of table 三 in one row each, as 其他处理 in the form of 2019."""
    table = report.table("applications")
    for group in draw.sample(GROUPS[:3], 2):
        rows = rows_of(table, group)
        columns = zip(*(shapes.figure_cells(row) for row in rows))
        sums = [Cell(str(sum(int(c.text or 0) for c in column)), role="value",
                     id=f"applications.{group}.{name}")
                for column, name in zip(columns, forms.APPLICANTS)]
        label = next(cell for cell in rows[0] if cell.down == len(rows))
        label.down, label.across = 1, 2
        rows[0][:] = [label] + sums
        table.rows = [row for row in table.rows
                      if not any(row is other for other in rows[1:])]
        for cell in shapes.labels(report):
            if cell.text == "三、本年度办理结果":
                cell.down -= len(rows) - 1


@quirk("group-rows-unnamed", LINED)
def group_rows_unnamed(report: Report, draw: Random) -> None:
    """Groups of table 三 without the labels of their rows."""
    table = report.table("applications")
    for group in GROUPS:
        for number, row in enumerate(rows_of(table, group)):
            labels = [cell for cell in row if not cell.id]
            row.remove(labels[-1])
            if number == 0:
                labels[-2].across = 2
            shapes.open_cells(shapes.figure_cells(row))


@quirk("group-rows-renamed", LINED)
def group_rows_renamed(report: Report, draw: Random) -> None:
    """Rows of a group under names of the body's own, some totals blank."""
    table = report.table("applications")
    names = ["甲类情形", "乙类情形", "丙类情形", "丁类情形", "戊类情形",
             "己类情形", "庚类情形", "辛类情形"]
    group = draw.choice(GROUPS[:3])
    for name, row in zip(names, rows_of(table, group)):
        cells = shapes.figure_cells(row)
        [cell for cell in row if not cell.id][-1].text = name
        if draw.random() < 0.4:
            cells[-1].text = ""
        shapes.open_cells(cells)


# Figures above what names them

@quirk("figures-above-headers", LINED)
def figures_above_headers(report: Report, draw: Random) -> None:
    """Rows of figures stand above the headers of tables 二 and 四."""
    table = report.table("disputes")
    table.rows = table.rows[3:] + table.rows[:3]
    shapes.open_cells(list(table.values()))
    table = report.table("disclosures")
    rows: list[list[Cell]] = []
    for row in table.rows:
        rows.append(row)
        if shapes.figure_cells(row):
            heads = max(n for n, one in enumerate(rows) if one[0].role == "head")
            rows.insert(heads, rows.pop())
    table.rows = rows
    shapes.open_cells(list(table.values()))


@quirk("figures-above-labels", LINED)
def figures_above_labels(report: Report, draw: Random) -> None:
    """The figures of tables 二 and 三 in a row of their own above the row of
    their label."""
    for table in report.tables()[:2]:
        rows: list[list[Cell]] = []
        across = table.label_columns
        for row in table.rows:
            cells = shapes.figure_cells(row)
            if cells:
                rows.append([shapes.blank(across)] + cells)
                label = [cell for cell in row if not cell.id][-1]
                row = [Cell(label.text, across=across)] + [
                    shapes.blank(cell.across) for cell in cells]
            rows.append(row)
        table.rows = rows
        shapes.open_cells(list(table.values()))


# Table 四 on its side

BRANCHES = ["行政复议", "未经复议直接起诉", "复议后起诉"]
ENDINGS = [label for _, label in forms.OUTCOMES]


def by_branch(table: Table) -> list[list[Cell]]:
    cells = list(table.values())
    return [cells[n:n + 5] for n in (0, 5, 10)]


@quirk("disputes-by-rows", BARRED)
def disputes_by_rows(report: Report, draw: Random) -> None:
    """Table 四 on its side: a row for each branch."""
    table = report.table("disputes")
    figures = by_branch(table)
    table.rows = [[Cell("类别", role="head")] +
                  [Cell(label, role="head") for label in ENDINGS]]
    table.rows += [[Cell(name)] + cells for name, cells in zip(BRANCHES, figures)]


@quirk("disputes-by-endings", BARRED)
def disputes_by_endings(report: Report, draw: Random) -> None:
    """Table 四 on its side: a row for each ending, a column for each branch."""
    table = report.table("disputes")
    figures = by_branch(table)
    table.rows = [[Cell("结果", role="head")] +
                  [Cell(name, role="head") for name in BRANCHES]]
    table.rows += [[Cell(label)] + list(cells)
                   for label, *cells in zip(ENDINGS, *figures)]


@quirk("disputes-in-lines", BARRED)
def disputes_in_lines(report: Report, draw: Random) -> None:
    """Table 四 turned: a line for each figure, with the labels of the form in
    front of it."""
    table = report.table("disputes")
    reviews, direct, after = by_branch(table)
    rows = [[Cell(label, across=2), cell] for label, cell in zip(ENDINGS, reviews)]
    rows += [[Cell(label), cell] for label, cell in zip(ENDINGS * 2, direct + after)]
    rows[10].insert(0, Cell("复议后起诉", 5))
    rows[5].insert(0, Cell("未经复议直接起诉", 5))
    rows[5].insert(0, Cell("行政诉讼", 10))
    rows[0].insert(0, Cell("行政复议", 5))
    table.rows = rows


@quirk("disputes-in-two-columns", BARRED)
def disputes_in_two_columns(report: Report, draw: Random) -> None:
    """Table 四 as label and figure, the branches as titles between."""
    table = report.table("disputes")
    titles = [["行政复议"], ["行政诉讼", "未经复议直接起诉"], ["复议后起诉"]]
    rows: list[list[Cell]] = []
    for above, cells in zip(titles, by_branch(table)):
        rows += [[Cell(title, across=2, role="title")] for title in above]
        rows += [[Cell(label), cell] for label, cell in zip(ENDINGS, cells)]
    table.rows = rows


# Rows of other tables

def table_of_last_year(report: Report, draw: Random) -> Table:
    """Table 三 with the figures of another year."""
    rows = forms.application_head()
    for row in report.table("applications").rows[3:]:
        front = [Cell(cell.text, cell.down, cell.across)
                 for cell in row if not cell.id]
        rows.append(front + of_last_year(shapes.figure_cells(row), draw))
    return Table("extra", 3, rows)


@quirk("table-of-last-year", LINED)
def table_of_last_year_after(report: Report, draw: Random) -> None:
    """Table 三 of last year in section 六, under its year."""
    section = report.sections[5]
    section.items.append(f"附：{report.figure.year - 1}年度收到和处理政府信息"
                         "公开申请情况")
    section.items.append(table_of_last_year(report, draw))


@quirk("row-in-other-table", LINED)
def row_in_other_table(report: Report, draw: Random) -> None:
    """A row that the report lacks stands in a table of last year, in section
    一 or 六."""
    table = report.table("applications")
    at = draw.choice([3, 4, len(table.rows) - 1])
    row = table.rows.pop(at)
    other = forms.application_head()
    other.append([Cell(row[0].text, across=3)] + of_last_year(row[1:], draw))
    for cell in shapes.figure_cells(row):
        cell.accept = []
        table.lost.append(cell)
    items = report.sections[draw.choice([0, 5])].items
    items.append(f"{report.figure.year - 1}年：")
    items.append(Table("extra", 3, other))
