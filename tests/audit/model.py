"""A report before it is a file: figures, tables with spans, sections, and what
a reader of the file must find."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Iterator, Union

Value = Union[int, Decimal, str, None]

BLANKS = re.compile(r"[\s\u00a0\u3000\u200b\ufeff]+")
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
WIDE = str.maketrans("０１２３４５６７８９．－＋，／", "0123456789.-+,/")


@dataclass
class Figure:
    """The figures of one body and year, by cell id."""

    name: str
    agency: str
    year: int
    format: str
    cells: dict[str, Value]
    flawless: bool = True

    def __getitem__(self, cell: str) -> Value:
        return self.cells[cell]

    def total(self, row: str) -> int:
        """The total of a row, or of a group of rows, of the applications."""
        start = f"applications.{row}"
        exact = self.cells.get(f"{start}.total")
        if exact is not None:
            return int(exact)
        return sum(int(value or 0) for id, value in self.cells.items()
                   if id.startswith(start + ".") and id.endswith(".total"))

    def copy(self) -> "Figure":
        return copy.deepcopy(self)


@dataclass
class Cell:
    """A cell as HTML has it: a text and its spans; `id` if it holds a figure."""

    text: str
    down: int = 1
    across: int = 1
    id: str = ""
    role: str = "label"  # title head label value blank
    accept: list[Value] | None = None  # None: what the text says
    open: bool = False  # may be unread
    note: str = ""  # raised mark of a note behind the text
    struck: str = ""  # struck-out text in front of it
    unseen: str = ""  # text behind it that is not shown

    def wanted(self) -> list[Value]:
        return readings(self.text) if self.accept is None else self.accept


@dataclass
class Table:
    id: str
    label_columns: int
    rows: list[list[Cell]]
    lost: list[Cell] = field(default_factory=list)  # figures no longer printed

    def values(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from (cell for cell in row if cell.id)

    def row_of(self, id: str) -> int:
        """The index of the row that holds a figure."""
        for index, row in enumerate(self.rows):
            if any(cell.id == id for cell in row):
                return index
        raise KeyError(id)


@dataclass
class Picture:
    """A picture where a table should be."""

    name: str = "table.png"


Item = Union[str, Table, Picture]


@dataclass
class Section:
    heading: str
    items: list[Item]


@dataclass
class Report:
    figure: Figure
    title: str
    preamble: list[str]
    sections: list[Section]
    style: dict[str, object] = field(default_factory=dict)

    def tables(self) -> list[Table]:
        return [item for section in self.sections for item in section.items
                if isinstance(item, Table)]

    def table(self, id: str) -> Table:
        return next(table for table in self.tables() if table.id == id)

    def all_lost(self) -> Iterator[Cell]:
        for table in self.tables():
            yield from table.lost

    def cell(self, id: str) -> Cell:
        return next(cell for table in self.tables() for cell in table.values()
                    if cell.id == id)

    def copy(self) -> "Report":
        return copy.deepcopy(self)


@dataclass
class Want:
    """What a reader may find in one cell; nothing at all only if `open`."""

    accept: list[Value]
    open: bool = False


@dataclass
class Page:
    """A file and what must be found in it."""

    name: str
    quirk: str
    kind: str  # html docx xlsx md pipe lines layout joined
    data: bytes
    wants: dict[str, Want]
    report: Report
    rules: list[str] = field(default_factory=list)  # seeded defects
    against: "Page | None" = None
    clean: bool = False

    @property
    def file(self) -> str:
        return f"{self.name}.{extension(self.kind)}"


def extension(kind: str) -> str:
    return kind if kind in ("html", "docx", "xlsx", "md") else "txt"


def printed(value: Value) -> str:
    """A figure as the form prints it."""
    return "" if value is None else str(value)


def reading(text: str) -> Value:
    """The value of a cell that prints `text`."""
    bare = BLANKS.sub("", text)
    if not bare:
        return None
    folded = bare.translate(WIDE)
    if NUMBER.fullmatch(folded):
        return Decimal(folded) if "." in folded else int(folded)
    return bare


def readings(text: str) -> list[Value]:
    """All readings of a cell that are right: a separator or a plus sign may be
    read over or kept."""
    value = reading(text)
    if not isinstance(value, str):
        return [value]
    folded = value.translate(WIDE)
    if re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", folded):
        return [value, reading(folded.replace(",", ""))]
    if re.fullmatch(r"\+[0-9]+", folded):
        return [value, int(folded)]
    return [value]


def same(found: Value, accepted: Value) -> bool:
    """Whether a value read is the one accepted; blanks in texts count not."""
    if isinstance(found, str) or isinstance(accepted, str):
        return (isinstance(found, str) and isinstance(accepted, str) and
                BLANKS.sub("", found) == BLANKS.sub("", accepted))
    if found is None or accepted is None:
        return found is accepted
    return Decimal(found) == Decimal(accepted)


def place(rows: list[list[Cell]]) -> list[list[tuple[int, Cell]]]:
    """The grid column at which each cell of each row stands, as HTML does it."""
    taken: dict[int, int] = {}
    placed = []
    for number, row in enumerate(rows):
        column, out = 0, []
        for cell in row:
            while taken.get(column, 0) > number:
                column += 1
            out.append((column, cell))
            for at in range(column, column + cell.across):
                taken[at] = number + cell.down
            column += cell.across
        placed.append(out)
    return placed


def width(rows: list[list[Cell]]) -> int:
    """The number of grid columns."""
    return max((column + cell.across for row in place(rows)
                for column, cell in row), default=0)


def wants_of(report: Report) -> dict[str, Want]:
    """What the tables of a report ask a reader to find."""
    wants: dict[str, Want] = {}
    for table in report.tables():
        for cell in table.values():
            wants[cell.id] = Want(cell.wanted(), cell.open)
        for cell in table.lost:
            wants[cell.id] = Want(cell.accept or [], True)
    return wants
