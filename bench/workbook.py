#!/usr/bin/env python3
"""Writes a ledger as a workbook, and counts one with openpyxl.

    bench/workbook.py shared|inline|plain LEDGER.csv TARGET.xlsx
    bench/workbook.py count BOOK.xlsx

Dates are written as dates, whole numbers as numbers. Counting is what a script
would do instead of gov-report: no checks, the raw material of the table.
Without arguments: succeeds if openpyxl is there.
"""

import collections
import csv
import datetime
import re
import sys
import zipfile

import openpyxl

DATE = re.compile(r"\d{4}-\d\d-\d\d")
EPOCH = datetime.date(1899, 12, 30)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def write_book(ledger, target, cell_of, strings):
    """A sheet of `ledger`; `strings()` is the text of the shared ones."""
    book = openpyxl.Workbook()
    book.active["A1"].value = datetime.date(2024, 1, 1)
    book.active["A1"].number_format = "yyyy-mm-dd"
    book.save(target)
    with zipfile.ZipFile(target) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts.setdefault("xl/sharedStrings.xml", b"")
    rows = list(rows_of(ledger))
    last = f'{chr(ord("A") + len(rows[0]) - 1)}{len(rows)}'
    sheet = [f'<worksheet xmlns="{MAIN}"><dimension ref="A1:{last}"/>'
             '<sheetData>']
    for number, row in enumerate(rows, 1):
        sheet.append(f'<row r="{number}">')
        for column, value in enumerate(row):
            place = f'{chr(ord("A") + column)}{number}'
            if DATE.fullmatch(value):
                day = datetime.date.fromisoformat(value) - EPOCH
                sheet.append(f'<c r="{place}" s="1"><v>{day.days}</v></c>')
            elif value:
                sheet.append(cell_of(place, value))
        sheet.append("</row>")
    sheet.append("</sheetData></worksheet>")
    parts["xl/worksheets/sheet1.xml"] = "".join(sheet).encode()
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{MAIN}">' + strings() + "</sst>").encode()
    add_strings_part(parts)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)


def add_strings_part(parts):
    """Some versions of openpyxl write no shared strings."""
    types, relations = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    if b"sharedStrings" in parts[types]:
        return
    parts[types] = parts[types].replace(b"</Types>", (
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
        "</Types>").encode())
    parts[relations] = parts[relations].replace(b"</Relationships>", (
        '<Relationship Id="rIdS" Target="sharedStrings.xml" Type="http://'
        'schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'sharedStrings"/></Relationships>').encode())


def write_shared(ledger, target):
    """Texts once each in a part of their own, as Excel and WPS write them."""
    numbers = {}

    def cell_of(place, value):
        number = numbers.setdefault(value, len(numbers))
        return f'<c r="{place}" t="s"><v>{number}</v></c>'

    write_book(ledger, target, cell_of, lambda: "".join(
        f"<si><t>{escaped(text)}</t></si>" for text in numbers))


def write_inline(ledger, target):
    """Texts inside the cells, as openpyxl and streaming writers do."""
    write_book(ledger, target, lambda place, value: (
        f'<c r="{place}" t="inlineStr"><is><t>{escaped(value)}</t></is></c>'),
        str)


def write_plain(ledger, target):
    """As openpyxl writes it by itself."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in rows_of(ledger):
        sheet.append([datetime.date.fromisoformat(value)
                      if DATE.fullmatch(value) else value for value in row])
    book.save(target)


def count(path):
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    header = next(rows)
    year, kind, result = (header.index(name)
                          for name in ("收到日期", "申请人类型", "办理结果"))
    counts = collections.Counter(
        (row[year].year, row[kind], row[result] or "") for row in rows)
    for key, number in sorted(counts.items()):
        print(*key, number, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        {"shared": write_shared, "inline": write_inline,
         "plain": write_plain, "count": count}[sys.argv[1]](*sys.argv[2:])
