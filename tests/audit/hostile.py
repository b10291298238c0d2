"""Files that are no report, or try to break the reader. Each is made on the
fly; what may be said of it is `unreadable`, or also what `read` allows."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Callable

import narrative
from figures import all_figures
from model import Want, wants_of
from office import HEAD, OFFICE, relations, types
from write_docx import MAIN, WORD, write_docx
from write_html import write_html
from write_xlsx import write_xlsx

Writer = Callable[[Path], None]


@dataclass
class Hostile:
    name: str
    file: str
    write: Writer
    wants: dict[str, Want]  # of a report that may be read all the same


CASES: list[Hostile] = []


def hostile(file: str, wants: dict[str, Want] | None = None):
    """Enters a case; the function gives the bytes, or writes them itself."""
    def enter(make: Callable[..., object]) -> Callable[..., object]:
        def write(path: Path) -> None:
            data = make(path)
            if isinstance(data, bytes):
                path.write_bytes(data)
        name = make.__name__.replace("_", "-")
        CASES.append(Hostile(name, f"{name}.{file}", write, wants or {}))
        return make
    return enter


def sample():
    figure = next(f for f in all_figures() if f.name == "city-c-2021")
    return narrative.report(figure)


def opened() -> dict[str, Want]:
    """What may be read of the sample, all of it or nothing."""
    return {id: Want(want.accept, True) for id, want in wants_of(sample()).items()}


def page_of(body: str) -> bytes:
    return ("<html><head><meta charset=utf-8></head><body>" + body +
            "</body></html>").encode()


@hostile("html")
def not_a_report(path: Path) -> bytes:
    return page_of("<h1>关于开展春季植树活动的通知</h1><p>各村、各单位：请于3月12日上午"
                   "9时到河滩集合，自带工具。</p><table><tr><td>单位</td><td>人数</td>"
                   "</tr><tr><td>一村</td><td>20</td></tr></table>")


@hostile("docx")
def letter_about_a_report(path: Path) -> None:
    rows = ["（七）总计：总计与各列之和相差 1（文件第 196 行）。报告中为：总计 35。",
            "一、本年新收政府信息公开申请数量：自然人、商业企业各列 3 2 0 0 1 0 7。",
            "行政许可：5", "行政处罚：见附件"]
    text = ["关于改正青石乡人民政府2024年政府信息公开工作年度报告有关问题的通知",
            "青石乡人民政府2024年政府信息公开工作年度报告", "一、需要改正的问题",
            *(f"{i}. {row}" for i, row in enumerate(rows, 1)), "年　　月　　日"]
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text)
    word_package(path, body.encode(), 1)


@hostile("html")
def login_page(path: Path) -> bytes:
    return page_of("<form>用户名<input name=u>密码<input type=password name=p>"
                   "<button>登录</button></form><script>location='/login'</script>")


@hostile("html")
def empty_file(path: Path) -> bytes:
    return b""


@hostile("docx")
def empty_word_file(path: Path) -> bytes:
    return b""


@hostile("txt")
def only_blanks(path: Path) -> bytes:
    return b" \n\t\n" * 1000


@hostile("html")
def page_of_200_megabytes(path: Path) -> None:
    line = b"<div><p>&nbsp;</p><td>0</td></div>\n"
    block = line * 30000
    with path.open("wb") as out:
        out.write(b"<html><body>")
        while out.tell() < 200_000_000:
            out.write(block)


@hostile("html")
def enormous_spans(path: Path) -> bytes:
    cell = '<td rowspan="99999" colspan="99999">0</td>'
    return page_of(f"<table>{('<tr>' + cell * 50 + '</tr>') * 50}</table>")


@hostile("html")
def odd_spans(path: Path) -> bytes:
    spans = ["-1", "0", "x", "99999999999999999999", "2.5", "&#49;", ""]
    rows = "".join(f'<tr><td rowspan="{s}" colspan="{s}">0</td></tr>' for s in spans)
    return page_of(f"<table>{rows}</table>")


@hostile("html", opened())
def report_with_enormous_spans(path: Path) -> bytes:
    page = write_html(sample(), Random(0)).decode()
    return page.replace('rowspan="8"', 'rowspan="99999"').encode()


@hostile("html")
def ten_thousand_nested_tables(path: Path) -> bytes:
    return page_of("<table><tr><td>" * 10000 + "0" + "</td></tr></table>" * 10000)


@hostile("html")
def hundred_thousand_open_tags(path: Path) -> bytes:
    return page_of("<div><b><span>" * 100_000)


@hostile("html")
def million_angle_brackets(path: Path) -> bytes:
    return b"<" * 1_000_000 + b"<!--" * 10_000


@hostile("html")
def wide_row(path: Path) -> bytes:
    return page_of("<table><tr>" + "<td>0</td>" * 300_000 + "</tr></table>")


def word_package(path: Path, body: bytes, times: int) -> None:
    """A Word file whose text is `body` over and over."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zip:
        zip.writestr("[Content_Types].xml",
                     types({"/word/document.xml": WORD + "document.main+xml"}))
        zip.writestr("_rels/.rels", relations(
            [("rId1", "officeDocument", "word/document.xml")]))
        with zip.open("word/document.xml", "w") as out:
            out.write(f'{HEAD}<w:document xmlns:w="{MAIN}"><w:body>'.encode())
            for _ in range(times):
                out.write(body)
            out.write(b"</w:body></w:document>")


@hostile("docx")
def zip_bomb(path: Path) -> None:
    word_package(path, b"<w:p><w:r><w:t>0</w:t></w:r></w:p>" * 30000, 400)


@hostile("docx")
def deep_word_tables(path: Path) -> None:
    body = (b"<w:tbl><w:tr><w:tc>" * 10000 + b"<w:p/>" +
            b"</w:tc></w:tr></w:tbl>" * 10000)
    word_package(path, body, 1)


@hostile("docx")
def enormous_grid_spans(path: Path) -> None:
    cell = (b'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>'
            b"<w:p><w:r><w:t>0</w:t></w:r></w:p></w:tc>")
    row = (b'<w:tr><w:trPr><w:gridBefore w:val="2000000000"/></w:trPr>' +
           cell * 9 + b"</w:tr>")
    word_package(path, b"<w:tbl>" + row * 9 + b"</w:tbl>", 1)


@hostile("docx")
def billion_laughs(path: Path) -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = (f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">{levels}]>'
            f'<w:document xmlns:w="{MAIN}"><w:body><w:p><w:r><w:t>&a11;</w:t>'
            "</w:r></w:p></w:body></w:document>")
    with zipfile.ZipFile(path, "w") as zip:
        zip.writestr("[Content_Types].xml", types({}))
        zip.writestr("_rels/.rels", relations(
            [("rId1", "officeDocument", "word/document.xml")]))
        zip.writestr("word/document.xml", text)


@hostile("docx")
def picture_named_docx(path: Path) -> bytes:
    return (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01"
            b"\x08\x06\x00\x00\x00\x1f\x15\xc4\x89" + zlib.compress(b"\x00" * 5) * 9)


@hostile("docx")
def old_word_file(path: Path) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40


@hostile("docx")
def truncated_zip(path: Path) -> bytes:
    data = write_docx(sample(), Random(0))
    return data[:len(data) // 2]


@hostile("xlsx")
def truncated_workbook(path: Path) -> bytes:
    data = write_xlsx(sample(), Random(0))
    return data[:len(data) - 200]


@hostile("xlsx")
def far_cells(path: Path) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = "".join(f'<row r="{r}"><c r="{c}{r}"><v>1</v></c></row>' for c, r in
                    (("A", 1), ("XFD", 1048576), ("ZZZZZ", 99999999999)))
    with zipfile.ZipFile(path, "w") as zip:
        zip.writestr("[Content_Types].xml", types({}))
        zip.writestr("_rels/.rels", relations(
            [("rId1", "officeDocument", "xl/workbook.xml")]))
        zip.writestr("xl/workbook.xml", f'{HEAD}<workbook xmlns="{main}" xmlns:r='
                     f'"{OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/>'
                     "</sheets></workbook>")
        zip.writestr("xl/_rels/workbook.xml.rels", relations(
            [("rId1", "worksheet", "worksheets/sheet1.xml")]))
        zip.writestr("xl/worksheets/sheet1.xml", f'{HEAD}<worksheet xmlns="{main}">'
                     f"<sheetData>{cells}</sheetData><mergeCells><mergeCell "
                     'ref="A1:XFD1048576"/></mergeCells></worksheet>')


@hostile("html", opened())
def mixed_encodings(path: Path) -> bytes:
    page = write_html(sample(), Random(0)).decode()
    half = page.index("三、收到")
    return page[:half].encode("gbk") + page[half:].encode()


@hostile("html")
def noise_of_bytes(path: Path) -> bytes:
    return Random("noise").randbytes(200_000)


@hostile("txt")
def zero_bytes(path: Path) -> bytes:
    return b"\x00" * 100_000


@hostile("doc", opened())
def html_saved_as_doc(path: Path) -> bytes:
    return write_html(sample(), Random(0))


@hostile("docx", opened())
def html_saved_as_docx(path: Path) -> bytes:
    return write_html(sample(), Random(0))


@hostile("html", opened())
def comments_beside_elements(path: Path) -> bytes:
    rules = "".join(f"i.c{i}:nth-child(99999){{color:red}}"
                    for i in range(1000))
    beside = "<i class='" + " ".join(f"c{i}" for i in range(16)) + "'></i>"
    return (f"<style>{rules}</style><div>" +
            (beside + "<!---->" * 5_000) * 40 + "</div>").encode()


@hostile("html", opened())
def rules_in_rules(path: Path) -> bytes:
    inside = "&.b,i,[title]{width:0}" * 20_000
    rules = "".join(f"{name}{{{inside[:400_000]}}}" for name in
                    (",".join(f".a{i}" for i in range(20)), "i{" * 60 + "b"))
    return (f"<style>{rules}</style><div>" +
            "<i class='a1 b' title=a>1</i>" * 50_000 + "</div>").encode()


@hostile("pdf")
def pdf_with_password(path: Path) -> bytes:
    return (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
            b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<" + b"41" * 32 +
            b">/U<" + b"42" * 32 + b">>>endobj\ntrailer<</Root 1 0 R"
            b"/Encrypt 3 0 R/ID[<" + b"43" * 16 + b"><" + b"43" * 16 +
            b">]>>\n%%EOF")


@hostile("pdf")
def pdf_without_text(path: Path) -> bytes:
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
