#!/usr/bin/env python3
"""Writes a ledger as a workbook, and counts one with openpyxl.

    bench/workbook.py shared|inline LEDGER.csv TARGET.xlsx
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


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def write_shared(ledger, target):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Sheet1")
    for row in rows_of(ledger):
        sheet.append([datetime.date.fromisoformat(value)
                      if DATE.fullmatch(value) else value for value in row])
    book.save(target)


def write_inline(ledger, target):
    """The same with texts inside the cells, as streaming writers do."""
    write_shared(ledger, target)
    rows = list(rows_of(ledger))
    last = f'{chr(ord("A") + len(rows[0]) - 1)}{len(rows)}'
    with zipfile.ZipFile(target) as book:
        parts = {name: book.read(name) for name in book.namelist()
                 if name not in ("xl/worksheets/sheet1.xml",
                                 "xl/sharedStrings.xml")}
    date_style = 1  # openpyxl puts the date format behind the plain one
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
        book.writestr("xl/sharedStrings.xml",
                      '<sst xmlns="http://schemas.openxmlformats.org/'
                      'spreadsheetml/2006/main"/>')
        with book.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/'
                        b'spreadsheetml/2006/main"><dimension ref="A1:' +
                        last.encode() + b'"/><sheetData>')
            for number, row in enumerate(rows, 1):
                cells = [f'<row r="{number}">']
                for column, value in enumerate(row):
                    place = f'{chr(ord("A") + column)}{number}'
                    if DATE.fullmatch(value):
                        day = datetime.date.fromisoformat(value) - EPOCH
                        cells.append(f'<c r="{place}" s="{date_style}"><v>'
                                     f'{day.days}</v></c>')
                    elif value:
                        cells.append(f'<c r="{place}" t="inlineStr"><is><t>'
                                     f'{escaped(value)}</t></is></c>')
                sheet.write("".join(cells + ["</row>"]).encode())
            sheet.write(b"</sheetData></worksheet>")


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
         "count": count}[sys.argv[1]](*sys.argv[2:])
