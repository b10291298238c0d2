"""A report as a workbook: its tables, and its words if asked for.

Report.style may hold:
  sheets   each one     a sheet for every table, or all on one
  titles   rows of title and unit above every table
  merges   False: no merged cells, covered places are empty
  texts    True: numbers are stored as text
  inline   True: texts stand in the cells, not in the shared table
  words    True: a first sheet holds title, preamble and sections
  offset   columns and rows that stay empty to the left and above
  tails    True: decimals with the digits that a double carries
  cached   True: totals are formulas with their last result; "none": without
  hidden   True: a hidden first sheet holds a table of other figures
  pieces   True: figures are texts in several runs
  exponents True: numbers as 4.9942E4
  hidden_column True: of table 三 the column behind the labels is hidden
"""

from __future__ import annotations

from decimal import Decimal
from random import Random

from model import NUMBER, Cell, Report, Table, place
from office import HEAD, OFFICE, escape, package, relations, types

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."


def column_name(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Sheet:
    """Rows of a sheet that grows downwards."""

    def __init__(self, name: str, book: "Book"):
        self.name, self.book = name, book
        self.left = int(book.style.get("offset", 0))
        self.next = self.left
        self.rows: dict[int, list[tuple[int, str]]] = {}
        self.merged: list[str] = []
        self.hidden = 0  # a column

    def put(self, row: int, column: int, markup: str) -> None:
        self.rows.setdefault(row, []).append((column, markup))

    def line(self, text: str) -> None:
        """A line of text in the first column."""
        self.put(self.next, self.left,
                 self.book.text(self.next, self.left, text))
        self.next += 1

    def table(self, table: Table) -> None:
        if self.book.style.get("hidden_column") and table.id == "applications":
            self.hidden = self.left + table.label_columns
        for number, row in enumerate(place(table.rows)):
            for column, cell in row:
                self.cell(self.next + number, self.left + column, cell)
        self.next += len(table.rows) + 1

    def cell(self, row: int, column: int, cell: Cell) -> None:
        if cell.text:
            self.put(row, column, self.book.cell(row, column, cell))
        wide = cell.down > 1 or cell.across > 1
        if wide and self.book.style.get("merges", True):
            last = column_name(column + cell.across - 1)
            self.merged.append(f"{column_name(column)}{row + 1}:"
                               f"{last}{row + cell.down}")

    def xml(self) -> str:
        rows = "".join(
            f'<row r="{row + 1}">' +
            "".join(markup for _, markup in sorted(cells)) + "</row>"
            for row, cells in sorted(self.rows.items()))
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in self.merged)
        if merged:
            merged = f'<mergeCells count="{len(self.merged)}">{merged}</mergeCells>'
        at = self.hidden + 1
        columns = (f'<cols><col min="{at}" max="{at}" hidden="1"/></cols>'
                   if self.hidden else "")
        return (f'{HEAD}<worksheet xmlns="{MAIN}">{columns}'
                f"<sheetData>{rows}</sheetData>"
                f"{merged}</worksheet>")


class Book:
    def __init__(self, report: Report):
        self.report, self.style = report, report.style
        self.sheets: list[Sheet] = []
        self.shared: dict[str, int] = {}

    def text(self, row: int, column: int, text: str) -> str:
        at = f"{column_name(column)}{row + 1}"
        if self.style.get("inline"):
            return (f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">'
                    f"{escape(text)}</t></is></c>")
        number = self.shared.setdefault(text, len(self.shared))
        return f'<c r="{at}" t="s"><v>{number}</v></c>'

    def rich(self, row: int, column: int, cell: Cell) -> str:
        """A text in runs: what is struck out, two halves, what is raised."""
        half = len(cell.text) // 2
        pieces = [(cell.struck, "<strike/>"), (cell.text[:half], ""),
                  (cell.text[half:], "<b/>"),
                  (cell.note, '<vertAlign val="superscript"/>')]
        runs = "".join(f'<r><rPr>{look}</rPr><t xml:space="preserve">'
                       f"{escape(text)}</t></r>" for text, look in pieces if text)
        at = f"{column_name(column)}{row + 1}"
        if self.style.get("inline"):
            return f'<c r="{at}" t="inlineStr"><is>{runs}</is></c>'
        number = self.shared.setdefault(f"<r>{runs}", len(self.shared))
        return f'<c r="{at}" t="s"><v>{number}</v></c>'

    def cell(self, row: int, column: int, cell: Cell) -> str:
        number = cell.role == "value" and NUMBER.fullmatch(cell.text)
        if cell.note or cell.struck or (cell.id and self.style.get("pieces")):
            return self.rich(row, column, cell)
        if not number or self.style.get("texts"):
            return self.text(row, column, cell.text)
        value = cell.text
        if self.style.get("tails") and "." in value:
            value = f"{float(value):.17g}"
        if self.style.get("exponents"):
            value = f"{Decimal(value):E}".replace("E+", "E")
        formula = ("<f>SUM(A1:A1)</f>" if self.style.get("cached") and
                   cell.id.endswith(".total") else "")
        result = f"<v>{value}</v>"
        if formula and self.style["cached"] == "none":
            result = ""
        return f'<c r="{column_name(column)}{row + 1}">{formula}{result}</c>'

    def sheet(self, name: str) -> Sheet:
        self.sheets.append(Sheet(name, self))
        return self.sheets[-1]

    def fill(self) -> None:
        report = self.report
        if self.style.get("hidden"):
            self.old_sheet()
        if self.style.get("words"):
            self.words()
        one = self.style.get("sheets") == "one"
        sheet = self.sheet("年度报告") if one else None
        for section in report.sections:
            for table in (i for i in section.items if isinstance(i, Table)):
                into = sheet or self.sheet(f"表{len(self.sheets) + 1}")
                self.titles(into, section.heading)
                into.table(table)

    def titles(self, sheet: Sheet, heading: str) -> None:
        if not self.style.get("titles", True):
            return
        if sheet.next == sheet.left:
            sheet.line(self.report.title)
        if heading and not self.style.get("words"):
            sheet.line(heading)

    def old_sheet(self) -> None:
        """Rows of the applications with figures that are not the report's."""
        rows = [[Cell(label, across=3)] +
                [Cell("7", id=f"{at}", role="value") for at in range(7)]
                for label in ("一、本年新收政府信息公开申请数量",
                              "二、上年结转政府信息公开申请数量")]
        self.sheet("旧表").table(Table("old", 3, rows))

    def words(self) -> None:
        sheet = self.sheet("正文")
        for text in [self.report.title, *self.report.preamble]:
            sheet.line(text)
        for section in self.report.sections:
            sheet.line(section.heading)
            for item in section.items:
                if isinstance(item, str):
                    sheet.line(item)

    def strings(self) -> str:
        items = "".join(
            f"<si>{text[3:]}</si>" if text.startswith("<r>") else
            f'<si><t xml:space="preserve">{escape(text)}</t></si>'
            for text in self.shared)
        return (f'{HEAD}<sst xmlns="{MAIN}" count="{len(self.shared)}" '
                f'uniqueCount="{len(self.shared)}">{items}</sst>')


def write_xlsx(report: Report, draw: Random) -> bytes:
    book = Book(report)
    book.fill()
    names = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{n}" ' +
        ('state="hidden" ' if sheet.name == "旧表" else "") + f'r:id="rId{n}"/>'
        for n, sheet in enumerate(book.sheets, 1))
    count = len(book.sheets)
    sheets = {f"xl/worksheets/sheet{n}.xml": sheet.xml()
              for n, sheet in enumerate(book.sheets, 1)}
    overrides = {"/xl/workbook.xml": SHEET + "sheet.main+xml",
                 "/xl/sharedStrings.xml": SHEET + "sharedStrings+xml"}
    overrides.update({f"/{name}": SHEET + "worksheet+xml" for name in sheets})
    links = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml")
             for n in range(1, count + 1)]
    links.append((f"rId{count + 1}", "sharedStrings", "sharedStrings.xml"))
    return package({
        "[Content_Types].xml": types(overrides),
        "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": (f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
                            f"<sheets>{names}</sheets></workbook>"),
        "xl/_rels/workbook.xml.rels": relations(links),
        **sheets, "xl/sharedStrings.xml": book.strings()})
