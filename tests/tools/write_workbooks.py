#!/usr/bin/env python3
"""Renews the workbooks of tests/rules and tests/cli with openpyxl.

    tests/tools/write_workbooks.py
"""

import datetime
import os

import openpyxl
from openpyxl.styles import PatternFill

TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REVIEWS = ["编号", "受理日期", "结果", "审结日期"]
REQUESTS = ["编号", "收到日期", "申请人类型", "办理结果", "办结日期"]


def day(text):
    return datetime.datetime.fromisoformat(text)


def add_sheet(book, name, rows, date_format='yyyy"年"m"月"d"日"'):
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, datetime.datetime):
                cell.number_format = date_format
    return sheet


def save(book, path):
    path = os.path.join(TESTS, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    book.properties.created = book.properties.modified = day("2024-01-01")
    book.save(path)


def new_book():
    book = openpyxl.Workbook()
    book.remove(book.active)
    return book


def unreadable_cells():
    book = new_book()
    add_sheet(book, "复议", [
        ["行政复议台账"], REVIEWS + ["备用"],
        ["复2024-001", day("2024-05-20"), "结果维持", day("2024-07-10"),
         "#N/A"],
        ["复2024-002", day("2024-05-20"), "结果维持", "#N/A"],
        ["复2024-003", "=B3+1", "结果维持", day("2024-07-10")]])
    save(book, "rules/unreadable-cell/workspace/ledgers/reviews.xlsx")


def two_years():
    book = new_book()
    add_sheet(book, "2023年", [REQUESTS, [
        "2023-001", day("2023-12-20"), "自然人", "予以公开",
        day("2024-01-10")]])
    add_sheet(book, "2024年", [REQUESTS, [
        "2024-001", day("2024-03-01"), "自然人", "予以公开",
        day("2024-03-20")]])
    add_sheet(book, "填表说明", [["编号", "每件申请的编号，不能重复"]])
    add_sheet(book, "作废", [REQUESTS]).sheet_state = "hidden"
    save(book, "rules/sheets-chosen/workspace/ledgers/applications.xlsx")


def one_book():
    """Titles, two rows of headings, dates in several forms, wrong values."""
    book = new_book()
    sheet = add_sheet(book, "依申请公开", [
        ["依申请公开台账（2024年）"], ["填报单位：办公室"],
        ["编号", "收到日期", "申请人", None, "办理情况"],
        [None, None, "申请人类型", "姓名", "办理结果", "办结日期"],
        [2024001, 45352, "自然人", "甲", "予以公开", "2024年3月20日"],
        ["2024-002", day("2024-06-03 15:30"), "商业企业", "乙", "部分公开",
         "2024.6.25"],
        ["2024-003", "2024-02-30", "自然人", "丙", "予以公开", 20240620],
        ["2024-004", day("2024-07-01"), "机器人", "丁", "予以公开",
         day("2024-07-12")],
        ["合计", 4]])
    for where in ("A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:F3"):
        sheet.merge_cells(where)
    sheet["A5"].number_format = "0"
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["D"].hidden = True
    for row in sheet.iter_rows(min_row=10, max_row=40, max_col=6):
        for cell in row:
            cell.fill = PatternFill("solid", "FFFF00")
    add_sheet(book, "行政复议", [REVIEWS, [
        "复2024-001", day("2024-05-20"), "结果维持", day("2024-07-10")]])
    save(book, "cli/workbook/ledgers/台账.xlsx")


unreadable_cells()
two_years()
one_book()
