"""Quirks of spans, and of tables cut apart or joined."""

from __future__ import annotations

from random import Random

import shapes
from model import Cell, Report, Table, width
from registry import ALL, BARRED, GRID, LINED, is_2019, quirk


@quirk("clean", ALL, faithful=True)
def clean(report: Report, draw: Random) -> None:
    """The form as the notice prints it."""


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
