"""All pages: figures × quirks × kinds of file, the same on every run.

    python3 pages.py DIR [--pages N]     writes them, with expected.json
"""

from __future__ import annotations

import argparse
import json
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Iterator

import narrative
import shapes
from figures import all_figures
from forms import BLOCKS
from model import Cell, Figure, Page, Report, wants_of
from quirks import QUIRKS, Quirk
from write_docx import write_docx
from write_html import write_html
from write_text import (write_joined, write_layout, write_lines, write_markdown,
                        write_pipes)
from write_xlsx import write_xlsx

WRITERS = {"html": write_html, "docx": write_docx, "xlsx": write_xlsx,
           "md": write_markdown, "pipe": write_pipes, "lines": write_lines,
           "layout": write_layout, "joined": write_joined}
DEFAULT = 2400


def full_row(cell: Cell) -> int:
    """The number of figures in a complete row of that figure."""
    table, row = cell.id.split(".")[:2]
    if table != "disclosures":
        return 7 if table == "applications" else 15
    return next(len(columns) for blocks in BLOCKS.values()
                for _, _, lines in blocks for _, id, columns in lines
                if id == row and cell.id.split(".")[2] in columns)


def taken_apart(cells: list[Cell]) -> bool:
    """Whether figures run together can be told apart: as many digits as
    figures, and all of them 0 or a total that proves it."""
    digits = all(len(cell.text) == 1 and cell.text.isdigit() for cell in cells)
    zeros = all(cell.text == "0" for cell in cells)
    total = any(cell.id.endswith(".total") for cell in cells)
    return digits and (zeros or total)


def settle_row(cells: list[Cell], kind: str) -> None:
    """Opens the cells of a row whose places such a file does not show."""
    short = len(cells) < full_row(cells[0])
    gaps = any(not cell.text.strip() for cell in cells)
    if kind in ("lines", "layout", "joined") and gaps:
        shapes.open_cells(cells)
        if all(cell.text.strip() in ("", "0") for cell in cells):
            for cell in cells:
                cell.accept = [0, None]
    if kind in ("pipe", "lines", "layout", "joined") and short:
        shapes.open_cells(cells)
    if kind == "joined" and len(cells) > 1 and not taken_apart(cells):
        shapes.open_cells(cells)


def settle(report: Report, kind: str) -> None:
    for table in report.tables():
        for row in shapes.figure_rows(table):
            settle_row(shapes.figure_cells(row), kind)


def write(report: Report, kind: str, draw: Random) -> bytes:
    return WRITERS[kind](report, draw)


def make(figure: Figure, quirk: Quirk, kind: str, turn: int = 0) -> Page:
    """One page; `turn` tells pages of the same figures apart."""
    draw = Random(f"page {quirk.name} {kind} {figure.name} {turn}")
    report = narrative.report(figure.copy())
    quirk.change(report, draw)
    settle(report, kind)
    faithful = quirk.faithful and figure.flawless and kind != "joined"
    suffix = f"-{turn}" if turn else ""
    return Page(f"{quirk.name}-{figure.name}-{kind}{suffix}", quirk.name, kind,
                write(report, kind, draw), wants_of(report), report,
                clean=faithful)


def plan(count: int) -> list[tuple[Figure, Quirk, str, int]]:
    """Which pages there are: every figure in the clean form, then quirk by
    quirk and kind by kind, the figures taken in turn."""
    figures = all_figures()
    pages = [(figure, QUIRKS["clean"], kind, 0)
             for figure in figures for kind in QUIRKS["clean"].kinds]
    pairs = [(quirk, kind) for quirk in QUIRKS.values() for kind in quirk.kinds
             if quirk.name != "clean"]
    turn = 0
    while len(pages) < count:
        for number, (quirk, kind) in enumerate(pairs):
            fitting = [figure for figure in figures if quirk.fits(figure)]
            place = turn * 7 + number
            pages.append((fitting[place % len(fitting)], quirk, kind,
                          turn // len(fitting)))
        turn += 1
    return pages[:count]


def all_pages(count: int = DEFAULT, only: str = "") -> Iterator[Page]:
    """Pages without seeded defects; `only` one quirk."""
    seen = set()
    for figure, quirk, kind, turn in plan(count):
        if only and quirk.name != only:
            continue
        page = make(figure, quirk, kind, turn)
        while page.name in seen:
            turn += 1
            page = make(figure, quirk, kind, turn)
        seen.add(page.name)
        yield page


def expected(page: Page) -> dict:
    """What must be found, for people and other programs."""
    plain = lambda v: float(v) if isinstance(v, Decimal) else v
    return {"quirk": page.quirk, "kind": page.kind, "rules": page.rules,
            "format": page.report.figure.format, "year": page.report.figure.year,
            "cells": {id: {"accept": [plain(v) for v in want.accept],
                           "open": want.open}
                      for id, want in page.wants.items()}}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("--pages", type=int, default=DEFAULT)
    words.add_argument("--only", default="")
    asked = words.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    index = {}
    for page in all_pages(asked.pages, asked.only):
        (asked.folder / page.file).write_bytes(page.data)
        index[page.file] = expected(page)
    (asked.folder / "expected.json").write_text(
        json.dumps(index, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{len(index)} pages in {asked.folder}")


if __name__ == "__main__":
    main()
