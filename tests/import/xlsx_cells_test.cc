// What of a cell of a sheet is its figure, as a reader sees it.

#include <doctest/doctest.h>

#include "base/temporary_folder.h"
#include "import/xlsx_page.h"
#include "support/stored_zip.h"

namespace gov_report {
namespace {

/// The one cell of a sheet: "?" if it is not read.
std::string cell_of(const ZipParts& parts) {
  TemporaryFolder folder;
  put_file(folder / "book.xlsx", stored_zip(parts));
  ReadFault fault;
  const auto grids = read_xlsx_tables(folder / "book.xlsx", fault);
  CHECK(fault.variant == "");
  REQUIRE(grids.size() == 1);
  const TextCell* cell = grids[0].at(0, 0);
  if (cell == nullptr) return "-";
  return cell->doubt == CellDoubt::unreadable ? "?" : cell->text;
}

std::string shown_as(const std::string& code, const std::string& value) {
  return cell_of(small_book(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + value + "</v></c></row>", "",
      "<xf numFmtId=\"200\"/>",
      "<numFmt numFmtId=\"200\" formatCode=\"" + code + "\"/>"));
}

TEST_CASE("xlsx cells: a number is read as its format shows it") {
  CHECK(shown_as("#,##0.00", "1234.5") == "1234.5");
  CHECK(shown_as("0!.0000", "123456") == "?");
  CHECK(shown_as("yyyy/m/d", "5") == "?");
  CHECK(shown_as(";;;", "5").empty());
  CHECK(shown_as("0;-0;;@", "0").empty());
  CHECK(shown_as("-0", "5") == "-5");
  CHECK(shown_as("0", "12.6") == "13");
}

TEST_CASE("xlsx cells: built-in formats") {
  const auto shown = [](int id, const std::string& value) {
    return cell_of(small_book("<row><c s=\"1\"><v>" + value + "</v></c></row>",
                              "",
                              "<xf numFmtId=\"" + std::to_string(id) + "\"/>"));
  };
  for (const int id : {0, 1, 2, 3, 4, 37, 40, 41, 44, 49}) {
    CAPTURE(id);
    CHECK(shown(id, "12") == "12");
  }
  CHECK(shown(41, "0") == "0");
  CHECK(shown(1, "12.6") == "13");
  for (const int id : {14, 22, 31, 57}) CHECK(shown(id, "12") == "?");
  for (const int id : {9, 10, 11, 12}) CHECK(shown(id, "12") == "?");
}

/// An 8 in a cell of that font and fill.
std::string looking(const std::string& font, const std::string& fill = "") {
  ZipParts parts = small_book("<row><c s=\"1\"><v>8</v></c></row>");
  for (auto& [name, bytes] : parts) {
    if (name != "xl/styles.xml") continue;
    bytes = "<styleSheet><fonts><font/><font>" + font +
            "</font></fonts><fills><fill/><fill>" + fill +
            "</fill></fills><cellXfs><xf fontId=\"0\"/><xf fontId=\"1\" "
            "fillId=\"1\"/></cellXfs></styleSheet>";
  }
  return cell_of(parts);
}

TEST_CASE("xlsx cells: one whose letters are struck out or raised") {
  CHECK(looking("<strike/>") == "?");
  CHECK(looking("<vertAlign val=\"superscript\"/>") == "?");
}

TEST_CASE("xlsx cells: white letters are seen on another colour") {
  const std::string white = "<color rgb=\"FFFFFFFF\"/>";
  for (const std::string& font :
       {white, std::string("<color theme=\"0\"/>"),
        std::string("<color theme=\"0\" tint=\"0\"/>"),
        std::string("<color indexed=\"9\"/>")}) {
    CHECK(looking(font) == "?");
  }
  CHECK(looking("<color rgb=\"FF000000\"/>") == "8");
  CHECK(looking("<color theme=\"0\" tint=\"-0.5\"/>") == "8");
  CHECK(looking(white, "<patternFill patternType=\"none\"/>") == "?");
  const std::string fill = "<patternFill patternType=\"solid\"><fgColor ";
  CHECK(looking(white, fill + "rgb=\"FFFFFFFF\"/></patternFill>") == "?");
  CHECK(looking(white, fill + "rgb=\"FF0000AA\"/></patternFill>") == "8");
  CHECK(shown_as("[White]0", "8") == "?");
  CHECK(shown_as("0;0;[White]0", "8") == "8");
  CHECK(shown_as("[Red]0", "8") == "8");
}

TEST_CASE("xlsx cells: escapes of characters that XML cannot hold") {
  const auto read = [](const std::string& cell, const std::string& text = "") {
    return cell_of(small_book("<row>" + cell + "</row>", text));
  };
  CHECK(read("<c t=\"s\"><v>0</v></c>", "<si><t>13_x000D_</t></si>") == "13\r");
  CHECK(read("<c t=\"inlineStr\"><is><t>13_x0000_</t></is></c>") == "13");
  CHECK(read("<c t=\"str\"><f>A2</f><v>_x005F_x0031_</v></c>") == "_x0031_");
}

TEST_CASE("xlsx cells: of a value and a text one counts") {
  const auto read = [](const std::string& cell) {
    return cell_of(small_book("<row>" + cell + "</row>"));
  };
  CHECK(read("<c t=\"inlineStr\"><is><t>8</t></is><v>9</v></c>") == "8");
  CHECK(read("<c><is><t>8</t></is><v>9</v></c>") == "9");
  CHECK(read("<c t=\"inlineStr\"><v>9</v></c>") == "?");
  CHECK(read("<c><is><t>8</t></is></c>") == "?");
}

TEST_CASE("xlsx cells: rows and columns of no size may be hidden ones") {
  const auto read = [](const std::string& row) {
    return cell_of(
        small_book("<row r=\"1\" " + row + "><c><v>8</v></c></row>"));
  };
  CHECK(read("ht=\"0\"") == "?");
  CHECK(read("ht=\"0.0\" customHeight=\"1\"") == "?");
  CHECK(read("ht=\"15\"") == "8");
  CHECK(read("hidden=\"1\"") == "-");
  const auto column = [](const std::string& about) {
    ZipParts parts = small_book("");
    parts.back().second = "<worksheet><cols><col min=\"1\" max=\"1\" " + about +
                          "/></cols><sheetData><row><c><v>8</v></c></row>"
                          "</sheetData></worksheet>";
    return cell_of(parts);
  };
  CHECK(column("width=\"0\"") == "?");
  CHECK(column("width=\"9\"") == "8");
}

TEST_CASE("xlsx cells: a sheet may show no zeros") {
  const auto read = [](const std::string& value) {
    ZipParts parts = small_book("");
    parts.back().second =
        "<worksheet><sheetViews><sheetView showZeros=\"0\"/></sheetViews>"
        "<sheetData><row><c><v>" +
        value + "</v></c></row></sheetData></worksheet>";
    return cell_of(parts);
  };
  CHECK(read("0").empty());
  CHECK(read("8") == "8");
}

}  // namespace
}  // namespace gov_report
