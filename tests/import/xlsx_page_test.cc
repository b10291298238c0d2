// Sheets as other programs write them.

#include "import/xlsx_page.h"

#include <doctest/doctest.h>

#include "base/temporary_folder.h"
#include "import/office_parts.h"
#include "import/read_page.h"
#include "import/read_report.h"
#include "support/real_law.h"
#include "support/stored_zip.h"

namespace gov_report {
namespace {

std::vector<CellGrid> sheets_of(const std::string& rows) {
  TemporaryFolder folder;
  put_file(folder / "book.xlsx", stored_zip(small_book(rows)));
  ReadFault fault;
  auto grids = read_xlsx_tables(folder / "book.xlsx", fault);
  CHECK(fault.variant == "");
  REQUIRE(grids.size() == 1);
  return grids;
}

std::string at(const CellGrid& grid, int row, int column) {
  const TextCell* cell = grid.at(row, column);
  return cell == nullptr ? "-" : cell->text;
}

TEST_CASE("xlsx page: a cell without an address comes next") {
  const auto grids = sheets_of(
      "<row><c><v>1</v></c><c r=\"D1\"><v>4</v></c><c><v>5</v></c></row>"
      "<row><c><v>6</v></c></row>"
      "<row r=\"7\"><c><v>7</v></c></row><row><c r=\"B8\"><v>8</v></c></row>");
  const CellGrid& grid = grids[0];
  CHECK(at(grid, 0, 0) == "1");
  CHECK(at(grid, 0, 1) == "-");
  CHECK(at(grid, 0, 3) == "4");
  CHECK(at(grid, 0, 4) == "5");
  CHECK(at(grid, 1, 0) == "6");
  CHECK(at(grid, 6, 0) == "7");
  CHECK(at(grid, 7, 1) == "8");
  CHECK(grid.lost == ReadLimit::none);
}

TEST_CASE("xlsx page: rows without a number go on from the cells before") {
  const auto grids = sheets_of(
      "<row><c r=\"A3\"><v>1</v></c><c><v>2</v></c></row>"
      "<row><c><v>3</v></c></row><row><c r=\"A6\"><v>4</v></c></row>");
  const CellGrid& grid = grids[0];
  CHECK(at(grid, 0, 1) == "-");
  CHECK(at(grid, 2, 0) == "1");
  CHECK(at(grid, 2, 1) == "2");
  CHECK(at(grid, 3, 0) == "3");
  CHECK(at(grid, 5, 0) == "4");
}

TEST_CASE("xlsx page: runs that are raised, lowered or struck out are none") {
  const auto text = [](const std::string& properties) {
    const auto grids = sheets_of(
        "<row r=\"1\"><c t=\"inlineStr\"><is><r><t>49</t></r><r><rPr>" +
        properties + "</rPr><t>1</t></r><r><t>5</t></r></is></c></row>");
    return at(grids[0], 0, 0);
  };
  CHECK(text("<vertAlign val=\"superscript\"/>") == "495");
  CHECK(text("<vertAlign val=\"subscript\"/>") == "495");
  CHECK(text("<b/><strike/>") == "495");
  CHECK(text("<strike val=\"1\"/>") == "495");
  CHECK(text("<strike val=\"0\"/>") == "4915");
  CHECK(text("<vertAlign val=\"baseline\"/>") == "4915");
}

TEST_CASE("xlsx page: runs of shared texts are read in the same way") {
  TemporaryFolder folder;
  put_file(
      folder / "book.xlsx",
      stored_zip(small_book(
          "<row r=\"1\"><c t=\"s\"><v>0</v></c></row>",
          "<si><r><t>49</t></r><r><rPr><strike/></rPr><t>1</t></r></si>")));
  ReadFault fault;
  const auto grids = read_xlsx_tables(folder / "book.xlsx", fault);
  REQUIRE(grids.size() == 1);
  CHECK(at(grids[0], 0, 0) == "49");
}

TEST_CASE("xlsx page: a truth value is no figure, a text not there no blank") {
  const auto grids = sheets_of(
      "<row r=\"1\"><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>"
      "<c t=\"s\"><v>99</v></c><c t=\"s\"><v>x</v></c><c/></row>");
  const CellGrid& grid = grids[0];
  CHECK(at(grid, 0, 0) == "TRUE");
  CHECK(at(grid, 0, 1) == "FALSE");
  CHECK(grid.at(0, 0)->doubt == CellDoubt::none);
  CHECK(grid.at(0, 2)->doubt == CellDoubt::unreadable);
  CHECK(grid.at(0, 3)->doubt == CellDoubt::unreadable);
  CHECK(grid.at(0, 4)->doubt == CellDoubt::none);
}

TEST_CASE("xlsx page: numbers of rows at the ends of what a number can be") {
  const auto last =
      sheets_of("<row r=\"2147483647\"/><row/><row><c><v>1</v></c></row>");
  CHECK(last[0].lost == ReadLimit::grid_size);
  const auto first = sheets_of("<row r=\"-2147483648\"><c><v>1</v></c></row>");
  CHECK(first[0].lost == ReadLimit::no_address);
}

TEST_CASE("xlsx page: an address that is none is told") {
  CHECK(sheets_of("<row r=\"1\"><c r=\"1A\"><v>1</v></c></row>")[0].lost ==
        ReadLimit::no_address);
  CHECK(sheets_of("<row r=\"x\"><c><v>1</v></c></row>")[0].lost ==
        ReadLimit::no_address);
}

TEST_CASE("xlsx page: an address in small letters") {
  const auto grids = sheets_of("<row r=\"1\"><c r=\"b1\"><v>7</v></c></row>");
  CHECK(grids[0].lost == ReadLimit::none);
  CHECK(at(grids[0], 0, 1) == "7");
}

TEST_CASE("xlsx page: which limit ended the reading is told") {
  CHECK(sheets_of("<row r=\"4001\"><c><v>1</v></c></row>")[0].lost ==
        ReadLimit::grid_size);
  // 17 cells share a text: 16 MiB in all, or more.
  std::string cells;
  for (int i = 0; i < 17; ++i) cells += "<c t=\"s\"><v>0</v></c>";
  ReadFault fault;
  TemporaryFolder folder;
  const auto lost = [&](std::size_t bytes) {
    put_file(folder / "book.xlsx",
             stored_zip(small_book(
                 "<row>" + cells + "</row>",
                 "<si><t>" + std::string(bytes, 'x') + "</t></si>")));
    const auto grids = read_xlsx_tables(folder / "book.xlsx", fault);
    REQUIRE(grids.size() == 1);
    return grids[0].lost;
  };
  CHECK(lost((16 << 20) / 17) == ReadLimit::none);
  CHECK(lost(1 << 20) == ReadLimit::sheet_text);
}

TEST_CASE("xlsx page: two cells at one place are neither") {
  const auto grids = sheets_of(
      "<row r=\"1\"><c r=\"A1\"><v>5</v></c><c r=\"A1\"><v>7</v></c>"
      "<c r=\"B1\"><v>3</v></c><c r=\"B1\"><v>3</v></c></row>");
  REQUIRE(grids[0].at(0, 0) != nullptr);
  CHECK(grids[0].at(0, 0)->doubt == CellDoubt::twice);
  CHECK(at(grids[0], 0, 0) == "5 7");
  // What is equal is no doubt.
  CHECK(grids[0].at(0, 1)->doubt == CellDoubt::none);
}

/// Cells of one row in a workbook that is calculated when it is opened or not;
/// "?" for one that is not read.
std::string calculated(const std::string& cells, const char* calculates) {
  ZipParts parts = small_book("<row r=\"1\">" + cells + "</row>");
  for (auto& [name, bytes] : parts) {
    if (name != "xl/workbook.xml") continue;
    const std::string end = "</workbook>";
    bytes.replace(bytes.find(end), end.size(),
                  "<calcPr fullCalcOnLoad=\"" + std::string(calculates) +
                      "\"/></workbook>");
  }
  TemporaryFolder folder;
  put_file(folder / "book.xlsx", stored_zip(parts));
  ReadFault fault;
  std::string all;
  for (const CellGrid& grid : read_xlsx_tables(folder / "book.xlsx", fault)) {
    for (const TextCell& cell : grid.cells) {
      all += cell.doubt == CellDoubt::uncalculated ? "?" : cell.text;
    }
  }
  return all;
}

TEST_CASE("xlsx page: formulas that were given 0 have not been worked out") {
  const auto formula = [](const std::string& text, const std::string& result) {
    return "<c><f>" + text + "</f><v>" + result + "</v></c>";
  };
  const std::string numbers = "<c><v>3</v></c><c><v>4</v></c><c><v>0</v></c>";
  const std::string sum = formula("SUM($A$1:B1)", "0");
  CHECK(calculated(numbers + sum + formula("C1+C1", "0"), "1") == "340??");
  CHECK(calculated(numbers + sum, "0") == "3400");
  CHECK(calculated(numbers + formula("A1+B1", "0"), "1") == "340?");
  // They have been where one has another result, or 0 is what they give.
  CHECK(calculated(numbers + sum + formula("A1+1", "4"), "1") == "34004");
  CHECK(calculated(numbers + formula("SUM(C1:C1)", "0"), "1") == "3400");
}

TEST_CASE("xlsx page: of more formulas than are looked at none is read") {
  const auto row = [](const std::string& formula, int times) {
    std::string cells = "</row><row>";
    for (int i = 0; i < times; ++i) {
      cells += "<c><f>" + formula + "</f><v>0</v></c>";
    }
    return cells;
  };
  const std::string numbers = "<c><v>3</v></c><c><v>0</v></c>";
  std::string many = numbers;
  for (int i = 0; i < 200; ++i) many += row("B1", 100);
  CHECK(calculated(many, "1").ends_with("000"));
  CHECK(calculated(many + row("A1", 1), "1").ends_with("???"));
  // One that is about too many cells; they are blank.
  const std::string wide = numbers + "</row><row r=\"3900\"><c r=\"OJ3900\"/>" +
                           row("SUM(C1:OJ3900)", 1);
  CHECK(calculated(wide, "1").ends_with("?"));
}

TEST_CASE("xlsx page: a formula without a stored result is not blank") {
  const auto doubt = [](const std::string& cell) {
    const auto grids = sheets_of("<row r=\"1\">" + cell + "</row>");
    REQUIRE(grids[0].at(0, 0) != nullptr);
    return grids[0].at(0, 0)->doubt;
  };
  CHECK(doubt("<c r=\"A1\"><f>SUM(B1:G1)</f></c>") == CellDoubt::uncalculated);
  CHECK(doubt("<c r=\"A1\"><f>B1</f><v></v></c>") == CellDoubt::uncalculated);
  CHECK(doubt("<c r=\"A1\"><f>B1</f><v>0</v></c>") == CellDoubt::none);
  // A result may be an empty text, and a cell may be empty without a formula.
  CHECK(doubt("<c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c>") ==
        CellDoubt::none);
  CHECK(doubt("<c r=\"A1\"/>") == CellDoubt::none);
  // The cell before does not matter.
  const auto grids = sheets_of(
      "<row r=\"1\"><c r=\"A1\"><f>B1</f></c><c r=\"B1\"><v/></c></row>");
  CHECK(grids[0].at(0, 1)->doubt == CellDoubt::none);
}

TEST_CASE("xlsx page: a title and a heading in one cell are two lines") {
  ZipArchive archive;
  TemporaryFolder folder;
  put_file(folder / "book.xlsx",
           stored_zip(small_book("<row r=\"1\"><c t=\"inlineStr\"><is><t>"
                                 "标题\n一、总体情况</t></is></c></row>")));
  ReadFault fault;
  REQUIRE(open_office_file(archive, folder / "book.xlsx", fault));
  const PublishedPage page = read_xlsx_page(archive, fault);
  REQUIRE(page.blocks.size() == 3);  // and the table
  CHECK(text_of(page.blocks[0]) == "标题");
  CHECK(text_of(page.blocks[1]) == "一、总体情况");
}

TEST_CASE("xlsx page: a remark beside a formula is no line of the text") {
  const std::string row =
      "<row><c "
      "t=\"inlineStr\"><is><t>新收与结转之和，应当等于办理结果与结转下年"
      "之和。</t></is></c><c><f>B1+B2-B3</f>";
  for (const char* result : {"<v>0</v></c></row>", "</c></row>"}) {
    ZipArchive archive;
    TemporaryFolder folder;
    put_file(folder / "book.xlsx", stored_zip(small_book(row + result)));
    ReadFault fault;
    REQUIRE(open_office_file(archive, folder / "book.xlsx", fault));
    CHECK(read_xlsx_page(archive, fault).blocks.size() == 1);  // the table
  }
}

/// The report of a sheet with these cells behind the label of a row.
PublishedReport report_with(const std::string& cells) {
  const PublishedLaw& law = real_law();
  const auto text = [](const std::string& words) {
    return "<c t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
  };
  const std::string rows =
      "<row>" + text("青石乡人民政府2024年政府信息公开工作年度报告") +
      "</row><row>" + text("一、本年新收政府信息公开申请数量") + cells +
      "</row>";
  auto page = published_page(stored_zip(small_book(rows)), "page.xlsx",
                             law.pages(), [](const Finding&) {});
  REQUIRE(page);
  auto report = read_report(std::move(*page), law.words());
  REQUIRE(report);
  return std::move(*report);
}

CellState state(const PublishedReport& report, const std::string& column) {
  const auto cell = report.format->cell("applications.new." + column);
  return report.table.cells[cell.value()].state;
}

TEST_CASE("xlsx page: a row with two cells at one place is not read whole") {
  const auto report = report_with(
      "<c><v>3</v></c><c><v>2</v></c><c r=\"C2\"><v>9</v></c><c><v>0</v></c>"
      "<c><v>0</v></c><c><v>1</v></c><c><v>0</v></c><c><v>6</v></c>");
  CHECK(state(report, "natural_person") == CellState::number);
  CHECK(state(report, "business") == CellState::missing);
  CHECK(state(report, "research") == CellState::number);
  REQUIRE(report.readings.unread.size() == 1);
  CHECK(report.readings.unread[0].printed == "3 2 9 0 0 1 0 6");
  CHECK(report.readings.unread[0].doubt == UnreadRow::Doubt::cells);
}

TEST_CASE("xlsx page: a formula without a result is unread, not blank") {
  const std::string figures =
      "<c><v>3</v></c><c><v>2</v></c><c><v>0</v></c><c><v>0</v></c>"
      "<c><v>1</v></c><c><v>0</v></c>";
  const auto report = report_with(figures + "<c><f>SUM(B2:G2)</f></c>");
  CHECK(state(report, "natural_person") == CellState::number);
  CHECK(state(report, "total") == CellState::missing);
  REQUIRE(report.readings.unread.size() == 1);
  CHECK(report.readings.unread[0].doubt == UnreadRow::Doubt::uncalculated);
  // With another doubt in the row that one is told.
  const auto both = report_with(
      "<c><v>3</v></c><c><v>2</v></c><c r=\"C2\"><v>9</v></c><c><v>0</v></c>"
      "<c><v>0</v></c><c><v>1</v></c><c><v>0</v></c><c><f>SUM(B2:G2)</f></c>");
  REQUIRE(both.readings.unread.size() == 1);
  CHECK(both.readings.unread[0].doubt == UnreadRow::Doubt::cells);
  CHECK(report_with(figures + "<c><f>SUM(B2:G2)</f><v>6</v></c>")
            .readings.unread.empty());
}

}  // namespace
}  // namespace gov_report
