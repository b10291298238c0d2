"""Reads faithful pages back with readers that know nothing of the writers, and
compares every figure: a test of the generator itself.

    python3 read_back.py [--pages N]
"""

from __future__ import annotations

import argparse
import html.parser
import io
import re
import sys
import zipfile
from collections import Counter
from decimal import Decimal
from xml.etree import ElementTree

from model import NUMBER, Page, printed, same, reading
from pages import DEFAULT, all_pages
from write_xlsx import column_name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SKIPPED = ("script", "style", "template", "textarea", "title", "s", "del",
           "strike", "sup")
UNSEEN = ("line-through", "super", "none", "hidden")
VOID = ("br", "img", "meta", "input", "hr")


class CellReader(html.parser.HTMLParser):
    """Texts of table cells in order; a cell ends where another begins."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.depth, self.inside = 0, False
        self.unseen = ""  # tag of an element that is not to be read

    def handle_starttag(self, tag: str, attributes: list) -> None:
        style = str(dict(attributes).get("style", ""))
        if any(word in style for word in UNSEEN) or ("hidden", None) in attributes:
            self.unseen = tag
        elif tag in SKIPPED:
            self.depth += 1
        elif tag in ("td", "th") and not self.depth:
            self.cells.append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag == self.unseen:
            self.unseen = ""
        elif tag in SKIPPED:
            self.depth -= 1
        elif tag in ("td", "th", "table"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and not self.depth and not self.unseen:
            self.cells[-1] += data


def decoded(data: bytes) -> str:
    """Text in UTF-8 or else GBK, without carriage returns."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030")
    return text.replace("\r", "")


def html_cells(data: bytes) -> list[str]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16")
    else:
        text = data.decode("gbk" if b"gb2312" in data[:600] else "utf-8")
    reader = CellReader()
    reader.feed(text)
    return reader.cells


def docx_cells(data: bytes) -> list[str]:
    body = ElementTree.fromstring(
        zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    for parent in list(body.iter()):
        for child in list(parent):
            if child.tag.endswith(("}AlternateContent", "}moveFrom")):
                parent.remove(child)
            elif child.tag == W + "r" and any(
                    child.find(f".//{W}{name}") is not None
                    for name in ("strike", "vertAlign", "vanish")):
                parent.remove(child)
    innermost = [cell for cell in body.iter(W + "tc")
                 if cell.find(f".//{W}tbl") is None]
    return ["".join(t.text or "" for t in cell.iter(W + "t"))
            for cell in innermost]


def xlsx_cells(data: bytes) -> list[str]:
    book = zipfile.ZipFile(io.BytesIO(data))
    strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    for item in strings:
        for run in item.findall(S + "r"):
            if any(run.find(f".//{S}{name}") is not None
                   for name in ("strike", "vertAlign")):
                item.remove(run)
    shared = ["".join(t.text or "" for t in item.iter(S + "t"))
              for item in strings]
    texts = []
    sheets = ElementTree.fromstring(book.read("xl/workbook.xml"))
    shown = [int(sheet.get("sheetId")) for sheet in sheets.iter(S + "sheet")
             if sheet.get("state") != "hidden"]
    for number in shown:
        sheet = ElementTree.fromstring(
            book.read(f"xl/worksheets/sheet{number}.xml"))
        hidden = [column_name(int(column.get("min")) - 1)
                  for column in sheet.iter(S + "col")]
        for cell in sheet.iter(S + "c"):
            value = cell.findtext(S + "v")
            if re.match(r"[A-Z]+", cell.get("r", "")).group() in hidden:
                continue
            if cell.get("t") == "s":
                texts.append(shared[int(value)])
            elif value is not None and "E" in value:
                texts.append(format(Decimal(value), "f"))
            elif value is not None and "." in value:
                texts.append(f"{float(value):.15g}")
            else:
                texts.append(value or cell.findtext(f"{S}is/{S}t") or "")
    return texts


def markdown_cells(data: bytes) -> list[str]:
    if b"<table" in data:
        return html_cells(data)
    lines = [line for line in decoded(data).split("\n") if line.startswith("|")]
    return [re.sub(r"~~.*?~~|<sup>.*?</sup>|[*]", "", text) for line in lines
            for text in line.strip("|").split("|")]


def text_cells(data: bytes) -> list[str]:
    return re.split(r"[|\n]", decoded(data))


def line_cells(data: bytes) -> list[str]:
    """Words between blanks and line ends: figures may share a line."""
    return decoded(data).split()


def layout_cells(data: bytes) -> list[str]:
    """Pieces between two blanks or more; not for pages with page numbers."""
    return re.split(r"\s\s+|\n", decoded(data))


READERS = {"html": html_cells, "docx": docx_cells, "xlsx": xlsx_cells,
           "md": markdown_cells, "pipe": text_cells, "lines": line_cells,
           "layout": layout_cells}


def fault(page: Page) -> str:
    """What differs, if anything does."""
    texts = [text.strip() for text in READERS[page.kind](page.data)]
    found = [text for text in texts if NUMBER.fullmatch(text)]
    asked = [printed(v) for v in page.report.figure.cells.values()]
    if len(found) != len(asked):
        return f"{len(found)} figures for {len(asked)}"
    pairs = zip(found, asked, page.report.figure.cells)
    return next((f"{id}: {a} for {b}" for a, b, id in pairs
                 if not same(reading(a), reading(b))), "")


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--pages", type=int, default=DEFAULT)
    asked = words.parse_args()
    good: Counter = Counter()
    faults = []
    for page in all_pages(asked.pages):
        if not page.clean:
            continue
        wrong = fault(page)
        good[page.kind] += not wrong
        if wrong:
            faults.append(f"{page.name}: {wrong}")
    print("\n".join(faults[:20]))
    print(f"{sum(good.values())} pages read back, {len(faults)} differ:",
          ", ".join(f"{kind} {count}" for kind, count in good.items()))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
