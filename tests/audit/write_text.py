"""A report as text: Markdown, pipes, one cell a line, columns as pdftotext
-layout prints them, and everything run together.

Report.style may hold:
  pipes   row cells       one row a line, or one cell a line before a bar
  gap     True: a blank line between cells that stand on lines of their own
  wrap    display width at which labels break in columns; 0: never
  top     True: texts stand at the top of their cells, not in the middle
  raw     True: labels break, the figures of a row share a line after them
  order   rows columns    of table 三 the labels of some rows, then the figures
  pages   True: page breaks and numbers inside of tables
  html_tables True: Markdown with tables as HTML
  repeat  True: Markdown repeats the text of merged cells
  bold    True: Markdown marks figures **so**
  charset, bom, crlf      how the text is stored
"""

from __future__ import annotations

import unicodedata
from random import Random

from model import Cell, Picture, Report, Table, place, width


def display(text: str) -> int:
    """The width of a text in columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1
               for c in text)


def padded(text: str, columns: int) -> str:
    return text + " " * max(0, columns - display(text))


def flat(text: str) -> str:
    return text.replace("\n", " ")


def stored(report: Report, text: str) -> bytes:
    """The text in its encoding, UTF-8 unless told."""
    if report.style.get("crlf"):
        text = text.replace("\n", "\r\n")
    mark = "\ufeff" if report.style.get("bom") else ""
    return (mark + text).encode(str(report.style.get("charset", "utf-8")))


def paragraphs(report: Report, table) -> list[str]:
    """The blocks of a text; `table` writes one table."""
    blocks = [report.title, *report.preamble]
    for section in report.sections:
        if section.heading:
            blocks.append(section.heading)
        for item in section.items:
            if isinstance(item, Table):
                blocks.append(table(item))
            elif not isinstance(item, Picture):
                blocks.append(item)
    return blocks


# Markdown

def full_grid(rows: list[list[Cell]], repeat: bool) -> list[list[str]]:
    """All places of the grid; those that a merged cell covers are blank or,
    with `repeat`, hold its text again (figures never)."""
    columns = width(rows)
    grid = [[""] * columns for _ in rows]
    for number, row in enumerate(place(rows)):
        for column, cell in row:
            for down in range(min(cell.down, len(rows) - number)):
                for across in range(cell.across):
                    first = down == 0 and across == 0
                    if first or (repeat and not cell.id):
                        grid[number + down][column + across] = marked_down(cell)
    return grid


def marked_down(cell: Cell) -> str:
    """The text of a cell with what is struck out and raised."""
    text = flat(cell.text).replace("|", "\\|")
    struck = f"~~{cell.struck}~~ " if cell.struck else ""
    return struck + text + (f"<sup>{cell.note}</sup>" if cell.note else "")


def markdown_table(report: Report, table: Table, draw: Random) -> str:
    if report.style.get("html_tables"):
        from write_html import HtmlWriter
        return HtmlWriter(report, draw).table(table)
    grid = full_grid(table.rows, bool(report.style.get("repeat")))
    figures = {cell.text for cell in table.values()}
    lines = []
    for number, row in enumerate(grid):
        cells = list(row)
        if report.style.get("bold"):
            cells = [f"**{c}**" if c and c in figures else c for c in cells]
        lines.append("| " + " | ".join(cells) + " |")
        if number == 0:
            lines.append("|" + " --- |" * len(row))
    return "\n".join(lines)


def write_markdown(report: Report, draw: Random) -> bytes:
    blocks = [f"# {report.title}", *report.preamble]
    for section in report.sections:
        if section.heading:
            blocks.append(f"## {section.heading}")
        for item in section.items:
            if isinstance(item, Table):
                blocks.append(markdown_table(report, item, draw))
            elif isinstance(item, Picture):
                blocks.append(f"![]({item.name})")
            else:
                blocks.append(item)
    return stored(report, "\n\n".join(blocks) + "\n")


# Pipes and lines

def pipe_table(report: Report, table: Table) -> str:
    """Rows of cells, each before a bar; covered places are left out."""
    one_line = report.style.get("pipes", "row") == "row"
    lines = []
    for row in table.rows:
        cells = [flat(cell.text) for cell in row]
        if one_line:
            lines.append(" | ".join(cells) + " |")
        else:
            lines += [f"{text} |" if text else "|" for text in cells] + ["|"]
    return "\n".join(lines)


def line_table(report: Report, table: Table) -> str:
    """One cell a line; a blank cell leaves nothing."""
    between = "\n\n" if report.style.get("gap") else "\n"
    if report.style.get("raw"):
        return "\n".join(map(raw_row, table.rows))
    if report.style.get("order") and table.id == "applications":
        return torn_table(table, report.style["order"] == "columns")
    return between.join(cell.text for row in table.rows for cell in row
                        if cell.text.strip())


def raw_row(row: list[Cell]) -> str:
    """A row as pdftotext -raw prints it: the figures on the line of a label
    that did not break, else below it."""
    labels = [line for cell in row if not cell.id
              for line in wrapped(cell.text, 14 if cell.role == "label" else 8)]
    figures = " ".join(cell.text for cell in row if cell.id and cell.text)
    alone = len(labels) > 1 and any(cell.id for cell in row)
    return "\n".join(labels) + ("\n" if alone else " ") * bool(labels) + figures


def torn_table(table: Table, by_columns: bool) -> str:
    """Four rows at a time: their labels, then their figures row by row or
    column by column, as pdftotext prints tables whose cells it takes for
    blocks of text."""
    texts = [cell.text for row in table.rows[:3] for cell in row]
    for start in range(3, len(table.rows), 4):
        rows = table.rows[start:start + 4]
        texts += [cell.text for row in rows for cell in row if not cell.id]
        figures = [[cell.text for cell in row if cell.id] for row in rows]
        if by_columns:
            figures = [list(column) for column in zip(*figures)]
        texts += [text for line in figures for text in line]
    return "\n".join(text for text in texts if text.strip())


def write_pipes(report: Report, draw: Random) -> bytes:
    blocks = paragraphs(report, lambda table: pipe_table(report, table))
    return stored(report, "\n".join(blocks) + "\n")


def write_lines(report: Report, draw: Random) -> bytes:
    blocks = paragraphs(report, lambda table: line_table(report, table))
    between = "\n\n" if report.style.get("gap") else "\n"
    return stored(report, between.join(blocks) + "\n")


# Run together

def write_joined(report: Report, draw: Random) -> bytes:
    """Cells without anything between them, sections on lines of their own."""
    def joined(table: Table) -> str:
        return "".join(flat(cell.text) for row in table.rows for cell in row)
    return stored(report, "\n".join(paragraphs(report, joined)) + "\n")


# Columns

def wrapped(text: str, columns: int) -> list[str]:
    """Lines of at most that display width; line breaks stay."""
    lines = []
    for part in text.split("\n"):
        line = ""
        for char in part:
            if columns and display(line + char) > columns and line:
                lines.append(line)
                line = ""
            line += char
        lines.append(line)
    return lines


def column_widths(rows: list[list[Cell]], wrap: int) -> list[int]:
    """Room for every cell that spans one column, at least 6."""
    widths = [6] * width(rows)
    for row in place(rows):
        for column, cell in row:
            if cell.across == 1:
                longest = max(map(display, wrapped(cell.text, wrap)))
                widths[column] = max(widths[column], longest + 2)
    for row in place(rows):
        for column, cell in row:
            have = sum(widths[column:column + cell.across])
            need = max(map(display, wrapped(cell.text, wrap and wrap * 2))) + 2
            if need > have:
                widths[column + cell.across - 1] += need - have
    return widths


def row_heights(rows: list[list[Cell]], widths: list[int]) -> list[int]:
    """Lines that each row takes, by its cells that span one row."""
    heights = []
    for row in place(rows):
        tall = [len(wrapped(cell.text, sum(widths[c:c + cell.across]) - 2))
                for c, cell in row if cell.down == 1]
        heights.append(max(tall, default=1))
    return heights


def layout_lines(rows: list[list[Cell]], wrap: int,
                 at_top: bool) -> list[list[str]]:
    """The printed lines of each row; texts are centred in their cells."""
    widths = column_widths(rows, wrap)
    heights = row_heights(rows, widths)
    starts = [sum(widths[:c]) for c in range(len(widths))]
    tops = [sum(heights[:r]) for r in range(len(rows) + 1)]
    pieces: list[list[tuple[int, str]]] = [[] for _ in range(tops[-1])]
    for number, row in enumerate(place(rows)):
        for column, cell in row:
            room = sum(widths[column:column + cell.across]) - 2
            bottom = tops[min(number + cell.down, len(rows))]
            texts = wrapped(cell.text, room)
            spare = 0 if at_top else bottom - tops[number] - len(texts)
            top = tops[number] + max(0, spare // 2)
            centred = cell.id or cell.role in ("head", "title")
            for at, text in enumerate(texts):
                left = (room - display(text)) // 2 if centred else 0
                if top + at < len(pieces):
                    pieces[top + at].append((starts[column] + max(0, left), text))
    printed = [print_line(line) for line in pieces]
    return [printed[tops[r]:tops[r + 1]] for r in range(len(rows))]


def print_line(pieces: list[tuple[int, str]]) -> str:
    line = ""
    for start, text in sorted(pieces):
        line = padded(line, start) + text
    return line.rstrip()


def layout_table(report: Report, table: Table) -> str:
    """A table in columns, with blank lines between rows as pdftotext leaves."""
    wrap = int(report.style.get("wrap", 0))
    rows = layout_lines(table.rows, wrap, bool(report.style.get("top")))
    lines: list[str] = []
    for number, row in enumerate(rows):
        if report.style.get("pages") and number and number % 11 == 0:
            page = number // 11 + 2
            lines += ["", " " * 60 + f"- {page} -", "\f"]
        lines += row + ([""] if report.style.get("gap") else [])
    return "\n".join(lines)


def write_layout(report: Report, draw: Random) -> bytes:
    """The page as columns; paragraphs break at 60 columns."""
    text = [" " * 12 + report.title, ""]
    for block in paragraphs(report, lambda table: layout_table(report, table))[1:]:
        if "\n" in block or "\f" in block:
            text += [block, ""]
        else:
            text += wrapped("    " + block, 64)
    return stored(report, "\n".join(text) + "\n\f")
