#include "write/marked_workbook.h"

#include <doctest/doctest.h>

#include <system_error>

#include "write/delimited.h"
#include "write/support.h"

using namespace gov_report;

namespace {

/// One sheet with one row.
struct Book {
  explicit Book(const std::vector<MarkedCell>& cells,
                std::string remarks = "remark") {
    MarkedWorkbook book(path(), "summary");
    name = book.begin_sheet("台账", {"结果", "编号", "日期"});
    book.add_row(remarks, Severity::error, cells);
    book.summarise({{SummaryRow::Kind::title, {"title"}, {}},
                    {SummaryRow::Kind::entry, {"sheet", "file", "12"}, {}}});
    book.close();
  }
  std::filesystem::path path() const { return folder / "m.xlsx"; }
  std::string sheet(int number) const {
    return zip_part(path(),
                    "xl/worksheets/sheet" + std::to_string(number) + ".xml");
  }
  TemporaryFolder folder;
  std::string name;
};

}  // namespace

TEST_CASE("marked workbook: header frozen, filter over all, text as text") {
  const Book book({{"007", {}, false}, {"=1+1", Severity::error, false}});
  const std::string sheet = book.sheet(2);
  CHECK(has(sheet, "<pane xSplit=\"1\" ySplit=\"1\""));
  CHECK(has(sheet, "<autoFilter ref=\"A1:C2\"/>"));
  CHECK(has(sheet, "<t>007</t>"));
  CHECK(has(sheet, "<t>=1+1</t>"));
  CHECK_FALSE(has(sheet, "<f>"));
  CHECK(has(book.sheet(1), "<v>12</v>"));
  CHECK(has(zip_part(book.path(), "xl/workbook.xml"), "<sheet name=\"台账\""));
}

TEST_CASE("marked workbook: a marked value is coloured, others are not") {
  const Book book({{"a", {}, false}, {"b", Severity::error, false}});
  const std::string sheet = book.sheet(2);
  const auto style = [&](const std::string& cell) {
    const std::size_t at = sheet.find("<c r=\"" + cell + "\"");
    const std::size_t from = sheet.find(" s=\"", at) + 4;
    return sheet.substr(from, sheet.find('"', from) - from);
  };
  CHECK(style("B2") != style("C2"));
  CHECK(has(zip_part(book.path(), "xl/styles.xml"), "FFFFC7CE"));
}

TEST_CASE("marked workbook: a text too long for a cell is cut, not lost") {
  const std::string longest(40000, 'x');
  const Book book({{longest, {}, false}});
  CHECK(has(book.sheet(2), std::string(32766, 'x') + "\u2026"));
  CHECK_FALSE(has(book.sheet(2), std::string(32767, 'x')));
}

TEST_CASE("marked workbook: names of sheets differ and are allowed") {
  const TemporaryFolder folder;
  MarkedWorkbook book(folder / "m.xlsx", "summary");
  CHECK(book.begin_sheet("a/b", {"x"}) == "ab");
  CHECK(book.begin_sheet("ab", {"x"}) == "ab-2");
  book.close();
}

TEST_CASE("marked workbook: a sheet that is full takes no more rows") {
  CHECK(kSheetRows == 1048576 - 1);  // with the header, what Excel holds
  const TemporaryFolder folder;
  MarkedWorkbook book(folder / "m.xlsx", "summary", 2);
  book.begin_sheet("a", {"x", "y"});
  const std::vector<MarkedCell> cells = {{"1", {}, false}};
  CHECK(book.add_row("", {}, cells));
  CHECK(book.add_row("", {}, cells));
  CHECK_FALSE(book.add_row("", {}, cells));
  book.begin_sheet("b", {"x", "y"});
  CHECK(book.add_row("", {}, cells));
  book.close();
  CHECK(has(zip_part(folder / "m.xlsx", "xl/worksheets/sheet2.xml"),
            "<autoFilter ref=\"A1:B3\"/>"));
}

TEST_CASE("marked workbook: the same rows give the same bytes") {
  const std::vector<MarkedCell> cells = {{"a", {}, false},
                                         {"b", Severity::info, false}};
  CHECK(file_bytes(Book(cells).path()) == file_bytes(Book(cells).path()));
}

TEST_CASE("marked workbook: one that cannot be written is an error") {
  const TemporaryFolder folder;
  const auto write = [&] {
    MarkedWorkbook book(folder / "none/m.xlsx", "summary");
    book.close();
  };
  CHECK_THROWS_AS(write(), std::system_error);
}

TEST_CASE("delimited: quoted only where it must be") {
  CHECK(delimited("a b", ',') == "a b");
  CHECK(delimited("a,b", ',') == "\"a,b\"");
  CHECK(delimited("a,b", ';') == "a,b");
  CHECK(delimited("a\"b", ',') == "\"a\"\"b\"");
  CHECK(delimited("a\nb", ',') == "\"a\nb\"");
  CHECK(delimited(" a", ',') == "\" a\"");
  CHECK(delimited("", ',') == "");
}
