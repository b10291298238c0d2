"""Changes to tables that several quirks share."""

from __future__ import annotations

import re
from random import Random
from typing import Callable

from model import Cell, Report, Table, place

MARK = re.compile(r"^(?:[一二三四五六七]、|（[一二三四五六七]）|[1-8]\.)")
STRANGE = "的是和与为之在而"


def labels(report: Report) -> list[Cell]:
    """All cells of the three tables that hold no figure."""
    return [cell for table in report.tables() for row in table.rows
            for cell in row if not cell.id and cell.role != "blank"]


def each_label(report: Report, change: Callable[[str], str]) -> None:
    for cell in labels(report):
        cell.text = change(cell.text)


def parts(label: str) -> tuple[str, str]:
    """The number mark of a label and the rest."""
    found = MARK.match(label)
    return (found.group(), label[found.end():]) if found else ("", label)


def figure_cells(row: list[Cell]) -> list[Cell]:
    return [cell for cell in row if cell.id]


def figure_rows(table: Table) -> list[list[Cell]]:
    """The rows that hold figures, labels included."""
    return [row for row in table.rows if figure_cells(row)]


def is_zero(cell: Cell) -> bool:
    return cell.text in ("0", "")


def open_cells(cells: list[Cell]) -> None:
    """Cells that a reader may leave unread."""
    for cell in cells:
        cell.accept, cell.open = cell.wanted(), True


def lose(table: Table, cells: list[Cell], also: list = ()) -> None:
    """Cells that are printed no more; what their places may be read as."""
    for cell in cells:
        cell.accept, cell.open = [None, *also], True
        table.lost.append(cell)


def blank(across: int = 1, down: int = 1) -> Cell:
    return Cell("", down, across, role="blank")


def blank_spans(table: Table, wanted: Callable[[Cell], bool], across: bool,
                down: bool) -> None:
    """Blank cells in place of the spans of some cells."""
    placed = place(table.rows)
    extra: list[tuple[int, int, Cell]] = []
    for number, row in enumerate(placed):
        for column, cell in row:
            if not wanted(cell):
                continue
            rows = range(number, number + (cell.down if down else 1))
            columns = range(column, column + (cell.across if across else 1))
            spare = (1 if across else cell.across, 1 if down else cell.down)
            extra += [(r, c, blank(*spare)) for r in rows for c in columns
                      if (r, c) != (number, column)]
            cell.across, cell.down = spare
    rebuilt = [list(row) for row in placed]
    for number, column, cell in extra:
        if number < len(rebuilt):
            rebuilt[number].append((column, cell))
    table.rows = [[cell for _, cell in sorted(row, key=lambda item: item[0])]
                  for row in rebuilt]


def break_spans(table: Table, at: int, text: Callable[[Cell], str]) -> None:
    """Ends the spans that reach over row `at`; what they leave there begins
    with a cell of that text."""
    added: list[tuple[int, Cell]] = []
    for number, row in enumerate(place(table.rows[:at])):
        for column, cell in row:
            rest = number + cell.down - at
            if rest > 0:
                cell.down -= rest
                added.append((column, Cell(text(cell), rest, cell.across)))
    front = [cell for _, cell in sorted(added, key=lambda item: item[0])]
    table.rows[at] = front + table.rows[at]


def cut(report: Report, table: Table, at: int, head: bool,
        text: Callable[[Cell], str]) -> Table:
    """Cuts a table in two before row `at`; the second part is returned."""
    break_spans(table, at, text)
    top = [[Cell(c.text, c.down, c.across, role=c.role) for c in row]
           for row in table.rows[:3]] if head else []
    second = Table(table.id, table.label_columns, top + table.rows[at:])
    table.rows = table.rows[:at]
    for section in report.sections:
        if table in section.items:
            section.items.insert(section.items.index(table) + 1, second)
            break
    return second


def misprint(label: str, draw: Random, times: int) -> str:
    """A label with characters wrong, dropped or doubled; short ones stay."""
    mark, rest = parts(label)
    for _ in range(times if len(rest) >= 9 else 1):
        if len(rest) < 5:
            break
        at = draw.randrange(len(rest))
        replaced = draw.choice([draw.choice(STRANGE), "", rest[at] * 2])
        rest = rest[:at] + replaced + rest[at + 1:]
    return mark + rest


def shortened(label: str) -> str:
    """A label of 8 characters or more without its last third."""
    mark, rest = parts(label)
    return mark + (rest[:len(rest) - len(rest) // 3] if len(rest) >= 8 else rest)
