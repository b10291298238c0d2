// Word files as WPS and other programs write them; each part by hand.

#include "import/docx_page.h"

#include <doctest/doctest.h>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "import/read_page.h"
#include "schema/page_format.h"
#include "support/stored_zip.h"

namespace gov_report {
namespace {

/// A file without styles.
std::string docx(const std::string& body) {
  return stored_zip(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml",
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\">"
        "<w:body>" +
            body + "</w:body></w:document>"}});
}

PublishedPage page_of(const std::string& body) {
  std::string name = "a.docx";
  auto page =
      published_page(docx(body), name, PageFormat(), [](const Finding&) {});
  REQUIRE(page);
  return *page;
}

/// The paragraphs, a bar between them.
std::string texts(const std::string& body) {
  std::string all;
  for (const PageBlock& block : page_of(body).blocks) {
    if (!all.empty()) all += "|";
    all += text_of(block);
  }
  return all;
}

std::string run(const std::string& text) {
  return "<w:r><w:t>" + text + "</w:t></w:r>";
}

TEST_CASE("docx page: a file without styles has its paragraphs") {
  CHECK(texts("<w:p><w:pPr><w:pStyle w:val=\"2\"/></w:pPr>" + run("一") +
              "</w:p><w:p>" + run("二") + "</w:p>") == "一|二");
}

TEST_CASE("docx page: cells that go on below and beside") {
  const auto cell = [](const std::string& more, const std::string& text) {
    return "<w:tc><w:tcPr>" + more + "</w:tcPr><w:p>" + run(text) +
           "</w:p></w:tc>";
  };
  const PublishedPage page =
      page_of("<w:tbl><w:tr>" + cell("<w:vMerge w:val=\"restart\"/>", "A") +
              cell("<w:gridSpan w:val=\"2\"/>", "B") + "</w:tr><w:tr>" +
              cell("<w:vMerge/>", "") + cell("", "1") + cell("", "2") +
              "</w:tr></w:tbl>");
  REQUIRE(page.blocks.size() == 1);
  const CellGrid& grid = page.blocks[0].grid;
  REQUIRE(grid.at(0, 0) != nullptr);
  CHECK(grid.at(0, 0)->row_span == 2);
  REQUIRE(grid.at(0, 1) != nullptr);
  CHECK(grid.at(0, 1)->column_span == 2);
  CHECK(grid.at(1, 0) == nullptr);
  REQUIRE(grid.at(1, 2) != nullptr);
  CHECK(grid.at(1, 2)->text == "2");
}

TEST_CASE("docx page: of two ways to show something one is read") {
  CHECK(texts("<w:p><mc:AlternateContent><mc:Choice>" + run("12") +
              "</mc:Choice><mc:Fallback>" + run("12") +
              "</mc:Fallback></mc:AlternateContent></w:p>") == "12");
}

TEST_CASE("docx page: text in smart tags and content controls") {
  CHECK(texts("<w:p><w:smartTag>" + run("清河县") + "</w:smartTag>" +
              run("水务局") + "</w:p>") == "清河县水务局");
  CHECK(texts("<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>"
              "<w:p>" +
              run("3") + "</w:p></w:sdtContent></w:sdt>") == "3");
}

TEST_CASE("docx page: cells and rows in content controls") {
  const PublishedPage page = page_of(
      "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:p>" +
      run("7") + "</w:p></w:tc></w:sdtContent></w:sdt><w:tc><w:p>" + run("8") +
      "</w:p></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>");
  REQUIRE(page.blocks.size() == 1);
  REQUIRE(page.blocks[0].grid.cells.size() == 2);
  CHECK(page.blocks[0].grid.cells[0].text == "7");
  CHECK(page.blocks[0].grid.cells[1].column == 1);
}

TEST_CASE("docx page: what is put in is read, what is taken out is not") {
  CHECK(texts("<w:p><w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
              "<w:ins>" +
              run("6") + "</w:ins></w:p>") == "6");
  CHECK(texts("<w:p><w:moveFrom>" + run("5") + "</w:moveFrom><w:moveTo>" +
              run("6") + "</w:moveTo></w:p>") == "6");
}

TEST_CASE("docx page: a row that is taken out is no row") {
  const auto row = [](const std::string& more, const std::string& text) {
    return "<w:tr>" + more + "<w:tc><w:p>" + run(text) +
           "</w:p></w:tc><w:tc>"
           "<w:p>" +
           run(text) + "</w:p></w:tc></w:tr>";
  };
  const PublishedPage page =
      page_of("<w:tbl>" + row("", "1") + row("<w:trPr><w:del/></w:trPr>", "2") +
              row("<w:trPr><w:ins/></w:trPr>", "3") + "</w:tbl>");
  REQUIRE(page.blocks.size() == 1);
  const CellGrid& grid = page.blocks[0].grid;
  REQUIRE(grid.cells.size() == 4);
  CHECK(grid.cells[2].text == "3");
}

TEST_CASE("docx page: a table inside a row that is taken out is gone too") {
  const auto table = [](const std::string& more, const std::string& inside) {
    return "<w:tbl><w:tr>" + more + "<w:tc><w:p>" + run("1") + "</w:p>" +
           inside + "</w:tc><w:tc><w:p>" + run("2") + "</w:p></w:tc></w:tr>" +
           "</w:tbl>";
  };
  const auto tables = [&](const std::string& body) {
    std::size_t count = 0;
    for (const PageBlock& block : page_of(body).blocks) {
      count += block.kind == PageBlock::Kind::table ? 1 : 0;
    }
    return count;
  };
  const std::string gone = "<w:trPr><w:del/></w:trPr>";
  CHECK(tables(table("", table("", ""))) == 2);
  CHECK(tables(table(gone, table("", ""))) == 1);
  // However deep; and it does not reach into the next row.
  CHECK(tables(table(gone, table("", table("", "")))) == 1);
  CHECK(tables(table("", table(gone, "")) + table("", "")) == 3);
}

TEST_CASE("docx page: what fields show is read, how they count is not") {
  CHECK(texts("<w:p><w:fldSimple w:instr=\"SUM(ABOVE)\">" + run("9") +
              "</w:fldSimple></w:p>") == "9");
  CHECK(texts("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
              "<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>"
              "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
              run("9") +
              "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>") == "9");
}

}  // namespace
}  // namespace gov_report
