"""Quirks of what stands in the cells, and of positions that are lost."""

from __future__ import annotations

from random import Random

import shapes
from model import Cell, Report
from registry import (ALL, BARRED, GRID, LINED, SHAPED, has_requests, is_2019,
                      quirk)


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
                cell.accept, cell.open = [*cell.wanted(), cell.text], True
                at = draw.randint(1, len(cell.text) - 1)
                cell.text = cell.text[:at] + "\n" + cell.text[at:]


# Marks of notes, and what does not count

@quirk("note-marks", SHAPED, faithful=True)
def note_marks(report: Report, draw: Random) -> None:
    """Raised marks of notes behind some figures."""
    for table in report.tables():
        for cell in table.values():
            if cell.text and draw.random() < 0.2:
                cell.note = draw.choice(["1", "2", "注", "[1]", "①"])


@quirk("figures-struck", SHAPED, faithful=True)
def figures_struck(report: Report, draw: Random) -> None:
    """Struck-out figures in front of those that count."""
    for table in report.tables():
        for cell in table.values():
            if cell.text and draw.random() < 0.2:
                cell.struck = str(draw.randint(0, 99))


@quirk("figures-unseen", ("html", "docx"), faithful=True)
def figures_unseen(report: Report, draw: Random) -> None:
    """Text behind figures that is not shown."""
    for table in report.tables():
        for cell in table.values():
            if cell.text and draw.random() < 0.2:
                cell.unseen = str(draw.randint(0, 99))


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


def torn(report: Report, order: str) -> None:
    """Labels and figures of table 三 apart."""
    report.style["order"] = order
    shapes.open_cells(list(report.table("applications").values()))


@quirk("torn-by-rows", ("lines",))
def torn_by_rows(report: Report, draw: Random) -> None:
    """The labels of four rows, then their figures row by row."""
    torn(report, "rows")


@quirk("torn-by-columns", ("lines",))
def torn_by_columns(report: Report, draw: Random) -> None:
    """The labels of four rows, then their figures column by column."""
    torn(report, "columns")
