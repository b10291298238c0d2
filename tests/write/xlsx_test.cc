#include "write/xlsx.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <system_error>

#include "write/sample_document.h"
#include "write/sheet_layout.h"
#include "write/support.h"

using namespace gov_report;

namespace {

struct Workbook {
  explicit Workbook(const Document& document) {
    write_xlsx(document, folder / "report.xlsx");
  }
  std::string part(const std::string& name) const {
    return zip_part(folder / "report.xlsx", name);
  }
  std::string sheet(int number) const {
    return part("xl/worksheets/sheet" + std::to_string(number) + ".xml");
  }
  TemporaryFolder folder;
};

TableCell& cell_of(Document& document, const std::string& id) {
  for (Section& section : document.sections)
    for (Block& block : section.blocks)
      if (TableBlock* table = std::get_if<TableBlock>(&block))
        for (TableCell& made : table->cells)
          if (made.id == id) return made;
  throw std::logic_error(id);
}

void set_figure(Document& document, const std::string& id,
                const std::string& text) {
  TableCell& made = cell_of(document, id);
  made.text = text;
  made.number = Decimal::parse(text);
}

// The XML of one cell.
std::string cell_xml(const std::string& sheet, const std::string& name) {
  std::size_t at = sheet.find("<c r=\"" + name + "\"");
  if (at == std::string::npos) return "";
  return sheet.substr(at, sheet.find("</c>", at) - at);
}

}  // namespace

TEST_CASE("XLSX: one sheet per table, named by it") {
  Workbook book(sample_document());
  std::string workbook = book.part("xl/workbook.xml");
  for (const char* name : {"主动公开", "依申请公开", "复议诉讼"})
    CHECK(has(workbook, std::string("<sheet name=\"") + name + "\""));
  CHECK(count_of(workbook, "<sheet ") == 3);
  for (int sheet = 1; sheet <= 3; ++sheet)
    CHECK(is_well_formed(book.sheet(sheet)));
}

TEST_CASE("XLSX: the statutory layout is merged as it is printed") {
  Workbook book(sample_document());
  std::string sheet = book.sheet(2);
  for (const char* range : {"A1:J1", "A2:C4", "D2:J2", "D3:D4", "E3:I3",
                            "J3:J4", "A5:C5", "A7:A28", "B9:B16", "B28:C28"}) {
    CAPTURE(range);
    CHECK(has(sheet, std::string("<mergeCell ref=\"") + range + "\"/>"));
  }
}

TEST_CASE("XLSX: totals are live sums with their values stored") {
  Workbook book(sample_document());
  std::string sheet = book.sheet(2);
  CHECK(has(cell_xml(sheet, "D5"), "<v>60</v>"));
  CHECK(has(cell_xml(sheet, "J5"), "<f>SUM(D5:I5)</f><v>510</v>"));
  CHECK(has(cell_xml(sheet, "D28"), "<f>SUM(D7:D27)</f><v>57</v>"));
  CHECK(has(cell_xml(sheet, "J28"), "<f>SUM(D28:I28)</f><v>517</v>"));
}

TEST_CASE("XLSX: checks are live, below the table and not printed") {
  Workbook book(sample_document());
  CHECK(has(cell_xml(book.sheet(2), "D31"),
            "<f>SUM(D5:D6)-SUM(D28:D29)</f><v>0</v>"));
  CHECK(
      has(cell_xml(book.sheet(3), "E7"), "<f>SUM(A5:D5)-SUM(E5)</f><v>0</v>"));
  CHECK(has(book.sheet(2), "<formula>D31&lt;&gt;0</formula>"));
  CHECK(has(book.part("xl/workbook.xml"), "依申请公开'!$A$1:$J$29"));
}

TEST_CASE("XLSX: a broken total stays as reported and its check is not 0") {
  Document document = sample_document();
  set_figure(document, "applications.new.total", "511");
  Workbook book(document);
  std::string sheet = book.sheet(2);
  CHECK_FALSE(has(cell_xml(sheet, "J5"), "<f>"));
  CHECK(has(cell_xml(sheet, "J5"), "<v>511</v>"));
  CHECK(has(cell_xml(sheet, "J31"), "<f>SUM(J5:J6)-SUM(J28:J29)</f><v>1</v>"));
}

TEST_CASE("XLSX: no figure is rounded") {
  struct Case {
    const char* text;
    const char* stored;
  };
  for (const Case& c :
       {Case{"7539.443252", "<v>7539.443252</v>"}, Case{"-8", "<v>-8</v>"},
        Case{"123456789012345", "<v>123456789012345</v>"},
        Case{"0.1", "<v>0.1</v>"},
        Case{"12345678.0123456", "<v>12345678.0123456</v>"}}) {
    CAPTURE(c.text);
    Document document = sample_document();
    set_figure(document, "disclosures.fees.amount", c.text);
    CHECK(has(cell_xml(Workbook(document).sheet(1), "B15"), c.stored));
  }
}

TEST_CASE("XLSX: a number too long for a spreadsheet is text") {
  for (const char* text : {"123456789012345678", "123456789012.3456"}) {
    CAPTURE(text);
    Document document = sample_document();
    set_figure(document, "disclosures.fees.amount", text);
    Workbook book(document);
    CHECK(has(cell_xml(book.sheet(1), "B15"), "t=\"s\""));
    CHECK(has(book.part("xl/sharedStrings.xml"), text));
  }
}

TEST_CASE("XLSX: a figure that is no number stays a text") {
  Document document = sample_document();
  set_figure(document, "disclosures.licences.decisions", "22（其中a & b <c>）");
  Workbook book(document);
  CHECK(has(cell_xml(book.sheet(1), "B8"), "t=\"s\""));
  CHECK(
      has(book.part("xl/sharedStrings.xml"), "22（其中a &amp; b &lt;c&gt;）"));
}

TEST_CASE("XLSX: pages are set up for print") {
  Workbook book(sample_document());
  std::string sheet = book.sheet(2);
  CHECK(has(sheet, "paperSize=\"9\""));
  CHECK(has(sheet, "orientation=\"landscape\""));
  CHECK(has(sheet, "<pageSetUpPr fitToPage=\"1\"/>"));
  CHECK(has(sheet, "horizontalCentered=\"1\""));
  CHECK(has(sheet, "ySplit=\"4\""));
  CHECK(has(book.part("xl/workbook.xml"), "依申请公开'!$2:$4"));
  CHECK_FALSE(has(book.sheet(1), "landscape"));
}

TEST_CASE("XLSX: only a draft has the mark in the header of every sheet") {
  Workbook draft(sample_document(true));
  Workbook final_one(sample_document(false));
  for (int sheet = 1; sheet <= 3; ++sheet) {
    CHECK(has(draft.sheet(sheet), "草稿</oddHeader>"));
    CHECK_FALSE(has(final_one.sheet(sheet), "oddHeader"));
  }
}

TEST_CASE("XLSX: properties come from the document") {
  std::string core = Workbook(sample_document()).part("docProps/core.xml");
  CHECK(has(core, "<dc:creator>盘龙彝族乡人民政府</dc:creator>"));
  CHECK(has(core, "2022-01-31T00:00:00Z</dcterms:created>"));
}

TEST_CASE("XLSX: equal documents give equal bytes in any time zone") {
  Document document = sample_document();
  Workbook first(document);
  TimeZone zone("Pacific/Kiritimati");
  Workbook second(document);
  CHECK(file_bytes(first.folder / "report.xlsx") ==
        file_bytes(second.folder / "report.xlsx"));
}

TEST_CASE("XLSX: a file that cannot be written is named") {
  try {
    write_xlsx(sample_document(), "/nonexistent-folder/report.xlsx");
    FAIL("no exception");
  } catch (const std::system_error& error) {
    CHECK(has(error.what(), "/nonexistent-folder/report.xlsx"));
  }
}

TEST_CASE("XLSX: rows are high enough for their text") {
  TableBlock table = sample_disputes();
  std::vector<int> widths(15, 59);
  std::vector<int> heights = sheet_row_heights(table, widths);
  REQUIRE(heights.size() == 4);
  // Two lines of four wide characters in a column of 5.9.
  CHECK(heights[2] == 2 * 57 + 18);
  CHECK(heights[3] == 57 + 18);
}

TEST_CASE("XLSX: sheet names are made acceptable and unique") {
  TableBlock table;
  table.name = "a/b:c?[d]*'\\";
  CHECK(sheet_name(table.name, {}) == "abcd");
  CHECK(sheet_name(table.name, {"abcd"}) == "abcd-2");
  table.name = std::string(40, 'x');
  CHECK(sheet_name(table.name, {}) == std::string(27, 'x') + "-2");
  table.name = "";
  CHECK(sheet_name(table.name, {}) == "1");
}

TEST_CASE("XLSX: a check without room on its left has its label above") {
  TableBlock table = sample_disputes();
  table.checks[0].column = 0;
  auto rows = check_rows(table);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].label_row == 6);
  CHECK(rows[0].row == 7);
  CHECK(rows[0].label_columns == 15);
}
