// What every format makes of the notes under a table.

#include <doctest/doctest.h>

#include "write/html.h"
#include "write/markdown.h"
#include "write/openxml.h"
#include "write/pandoc_ast.h"
#include "write/sample_document.h"
#include "write/support.h"
#include "write/xlsx.h"

using namespace gov_report;

TEST_SUITE_BEGIN("write");

TEST_CASE("notes: Markdown has raised marks, and notes below the table") {
  const std::string text = write_markdown(sample_with_notes());
  CHECK(has(text, "<td>60<sup>①②</sup></td>"));
  CHECK(count_of(text, "<sup>") == 2);
  CHECK(has(text,
            "</table>\n\n注：①新收：含a & b。\n\n②新收：第二条。\n\n"
            "③结转：1件移交。\n\n## "));
}

TEST_CASE("notes: the marks of a page lead to its notes") {
  const std::string page = write_html(sample_with_notes(), "");
  CHECK(has(page,
            "data-cell=\"applications.new.natural_person\">60"
            "<sup class=\"mark\"><a href=\"#applications-note-1\">①</a>"
            "<a href=\"#applications-note-2\">②</a></sup></td>"));
  CHECK(has(page,
            "</div>\n<div class=\"notes\">\n<p id=\"applications-note-1\">"
            "<span>注：</span>①新收：含a &amp; b。</p>\n"));
  CHECK(has(page, "<p id=\"applications-note-3\"><span></span>③结转"));
  CHECK(count_of(page, "class=\"notes\"") == 1);
}

TEST_CASE("notes: a document has raised marks, and notes on the same page") {
  const Document document = sample_with_notes();
  const auto& table = std::get<TableBlock>(document.sections[2].blocks[0]);
  const std::string xml = openxml_table(table, kLandscapeWidth);
  CHECK(is_well_formed(xml));
  CHECK(count_of(xml, "<w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>") ==
        2);
  // The cells of the last row: ten, of which one spans three columns.
  CHECK(count_of(xml, "<w:keepNext/>") == 8);
  const std::string notes = openxml_notes(table);
  CHECK(is_well_formed("<x>" + notes + "</x>"));
  CHECK(count_of(notes, "<w:pStyle w:val=\"TableNote\"/>") == 3);
  CHECK(has(notes, ">注：①新收：含a &amp; b。</w:t>"));
  CHECK(has(notes, ">③结转：1件移交。</w:t>"));
  // They stand before the pages turn upright again.
  const std::string ast = pandoc_ast(document);
  CHECK(ast.find("③结转") < ast.find("w:orient="));
}

TEST_CASE("notes: a cell of a workbook keeps its number alone") {
  TemporaryFolder folder;
  write_xlsx(sample_with_notes(), folder / "a.xlsx");
  write_xlsx(sample_document(), folder / "b.xlsx");
  const std::string part = "xl/worksheets/sheet2.xml";
  const std::string with = zip_part(folder / "a.xlsx", part);
  const std::string without = zip_part(folder / "b.xlsx", part);
  const auto cell = [](const std::string& sheet, const std::string& name) {
    const std::size_t at = sheet.find("<c r=\"" + name + "\"");
    return sheet.substr(at, sheet.find("</c>", at) - at);
  };
  CHECK(cell(with, "D5") == cell(without, "D5"));
  CHECK(cell(with, "J29") == cell(without, "J29"));
  CHECK(has(cell(with, "D5"), "<v>60</v>"));
  // Three rows for notes, printed; the checks move down by as many.
  CHECK(has(with, "<mergeCell ref=\"A30:J30\"/>"));
  CHECK(has(with, "<mergeCell ref=\"A32:J32\"/>"));
  CHECK(has(zip_part(folder / "a.xlsx", "xl/workbook.xml"),
            "依申请公开'!$A$1:$J$32"));
  CHECK(has(cell(with, "D34"), "<f>SUM(D5:D6)-SUM(D28:D29)</f><v>0</v>"));
  const std::string comments = zip_part(folder / "a.xlsx", "xl/comments1.xml");
  CHECK(is_well_formed(comments));
  CHECK(has(comments, "ref=\"D5\""));
  CHECK(has(comments, "①新收：含a &amp; b。\n②新收：第二条。"));
  CHECK(has(comments, "ref=\"J29\""));
}

TEST_CASE("notes: a document without them is as it was") {
  CHECK_FALSE(has(write_html(sample_document(), ""), "<sup"));
  CHECK_FALSE(has(write_markdown(sample_document()), "<sup"));
  CHECK(openxml_notes(sample_disputes()).empty());
}

TEST_SUITE_END();
