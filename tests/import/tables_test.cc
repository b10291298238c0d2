// Tables of files as grids: HTML, Markdown, sheets, Word.

#include <doctest/doctest.h>

#include "base/temporary_folder.h"
#include "import/cell_grid.h"
#include "import/docx_page.h"
#include "import/html_page.h"
#include "import/text_page.h"
#include "import/xlsx_page.h"
#include "source/xlsx_values.h"
#include "source/xml_events.h"

namespace gov_report {
namespace {

/// "0,0 1x2 text" per cell.
std::string shown(const CellGrid& grid) {
  std::string text = std::to_string(grid.rows) + " rows " +
                     std::to_string(grid.columns) + " columns\n";
  for (const TextCell& cell : grid.cells) {
    text += std::to_string(cell.row) + "," + std::to_string(cell.column) + " " +
            std::to_string(cell.row_span) + "x" +
            std::to_string(cell.column_span) + " " + cell.text + "\n";
  }
  return text;
}

std::string html(std::string_view page) {
  ReadFault fault;
  std::string all;
  for (const CellGrid& grid : read_html_tables(page, fault)) {
    all += shown(grid);
  }
  return fault.variant + all;
}

TEST_CASE("html tables: cells stand where a browser puts them") {
  CHECK(html("<table><tr><th rowspan=2>a<th colspan=2>b</tr>"
             "<tr><td>c<td>d</table>") ==
        "2 rows 3 columns\n0,0 2x1 a\n0,1 1x2 b\n1,1 1x1 c\n1,2 1x1 d\n");
  CHECK(html("<table><thead><tr><td>x<br>y&amp;z</thead><tbody><tr><td>"
             "<b>1</b> <i>2</i></table>") ==
        "2 rows 1 columns\n0,0 1x1 x\ny&z\n1,0 1x1 1 2\n");
  CHECK(html("<p>no table</p>") == "");
  CHECK(html("") == "");
}

TEST_CASE("html tables: what nobody writes does no harm") {
  CHECK(html("<table><tr><td colspan=999999999999>a<td rowspan=-3>b") ==
        "1 rows 400 columns\n0,0 1x400 a\n");
  ReadFault fault;
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  CHECK(read_html_tables(deep, fault).empty());
  CHECK(fault.variant == "too-deep");
  std::string quoted;  // what stands in a value closes nothing
  std::string scripted;
  std::string closed;
  for (int i = 0; i < 5'000; ++i) {
    quoted += "<div title='</div>'>";
    scripted += "<div><script>'</div>'</script>";
    closed += "<div title='a>b'>x</div><script>'<div>'</script>";
  }
  fault = {};
  CHECK(read_html_tables(quoted, fault).empty());
  CHECK(fault.variant == "too-deep");
  fault = {};
  CHECK(read_html_tables(scripted, fault).empty());
  CHECK(fault.variant == "too-deep");
  closed.resize(closed.size() / 3);
  fault = {};
  CHECK(read_html_tables(closed, fault).empty());
  CHECK(fault.variant.empty());
  // Tags in a script are text, a value without quotes ends with its tag, and
  // "<!-->" is a whole comment.
  std::string words = "<script>[";
  for (int i = 0; i < 5'000; ++i) words += "'<span>x</span>',";
  fault = {};
  CHECK(read_html_tables(words + "]</script>", fault).empty());
  CHECK(fault.variant.empty());
  std::string unquoted = "<a href=x?q=\"1>";
  for (int i = 0; i < 5'000; ++i) unquoted += "<span>x</span>";
  fault = {};
  CHECK(read_html_tables(unquoted, fault).empty());
  CHECK(fault.variant.empty());
  fault = {};
  CHECK(read_html_tables("<!-->" + deep, fault).empty());
  CHECK(fault.variant == "too-deep");
  std::string crossed;
  for (int i = 0; i < 100'000; ++i) crossed += "<b></p>";
  CHECK(read_html_tables(crossed, fault).empty());
  CHECK(read_html_tables(std::string(kHtmlLimit + 1, 'x'), fault).empty());
  CHECK(fault.variant == "too-large");
}

TEST_CASE("html tables: a number of a character that is too large") {
  ReadFault fault;
  const auto grids = read_html_tables(
      "<table><tr><td>a<td>&#x200B88888888888888888888888</table>", fault);
  REQUIRE(grids.size() == 1);
  REQUIRE(grids[0].cells.size() == 2);
  CHECK(grids[0].cells[1].doubt == CellDoubt::unreadable);
}

TEST_CASE("markdown tables: what is struck out or raised is no figure") {
  ReadFault fault;
  const PublishedPage page = read_markdown_page(
      "| a | b |\n|---|---|\n| ~~7~~ 5 | 8<sup>[1]</sup> |\n"
      "| <del>1</del>2 | 3~~ ~ |\n| <s>4</s>| 6<sub>2</sub> |\n",
      fault);
  REQUIRE(page.blocks.size() == 1);
  CHECK(shown(page.blocks[0].grid) ==
        "4 rows 2 columns\n0,0 1x1 a\n0,1 1x1 b\n1,0 1x1 5\n1,1 1x1 8\n"
        "2,0 1x1 2\n2,1 1x1 \n3,0 1x1 \n3,1 1x1 6\n");
}

TEST_CASE("markdown tables: only a line that is <table> opens one") {
  ReadFault fault;
  const auto grids = read_markdown_tables(
      "# Title\n\n\\<table\\> in words\n\n<table>\n<tr><td>1</td></tr>\n"
      "</table>\n\n<table>\n<tr><td>2</td></tr>\n</table>\n",
      fault);
  REQUIRE(grids.size() == 2);
  CHECK(shown(grids[1]) == "1 rows 1 columns\n0,0 1x1 2\n");
}

TEST_CASE("spreadsheet_number: 15 digits, as spreadsheet programs show them") {
  CHECK(spreadsheet_number("9.949999999999999") == "9.95");
  CHECK(spreadsheet_number("1.5E+3") == "1500");
  CHECK(spreadsheet_number("1.5e-3") == "0.0015");
  CHECK(spreadsheet_number("-0.10000000000000001") == "-0.1");
  CHECK(spreadsheet_number("0") == "0");
  CHECK(spreadsheet_number("12.50") == "12.5");
  CHECK(spreadsheet_number("999999999999999.96") == "1000000000000000");
  CHECK(spreadsheet_number("123456789012345") == "123456789012345");
  CHECK(spreadsheet_number("1E+400") == "1E+400");
  CHECK(spreadsheet_number("/") == "/");
  CHECK(spreadsheet_number("") == "");
}

TEST_CASE("office files: what is no file of that kind is said") {
  TemporaryFolder folder;
  put_file(folder / "a.docx", "Dear reader");
  put_file(folder / "b.xlsx", "");
  ReadFault fault;
  CHECK(read_docx_tables(folder / "a.docx", fault).empty());
  CHECK(fault.variant == "not-a-zip");
  fault = {};
  CHECK(read_xlsx_tables(folder / "b.xlsx", fault).empty());
  CHECK(fault.variant == "not-a-zip");
  fault = {};
  CHECK(read_xlsx_tables(folder / "none.xlsx", fault).empty());
  CHECK(fault.variant == "not-a-zip");
}

/// What a text of XML holds, in one line.
class Printer : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    out += "<" + std::string(name) + ":" + std::string(attributes.get("val")) +
           " ";
  }
  void close(std::string_view) override { out += ">"; }
  void text(std::string_view piece) override { out += piece; }
  std::string out;
};

std::string xml(std::string_view text) {
  Printer printer;
  XmlError error;
  if (read_xml(text, printer, error)) return printer.out;
  return std::to_string(error.at.line) + ":" + std::to_string(error.at.column) +
         " " + error.words;
}

TEST_CASE("xml events: good and bad texts") {
  CHECK(xml("<w:a xmlns:w='x' w:val='1'>t&amp;&#20214;<b/></w:a>") ==
        "<a:1 t&件<b: >>");
  CHECK(xml("<a>\n<b></a>") == "2:6 mismatched tag");
  CHECK(xml("<a>") == "1:4 no element found");
  CHECK(xml("") == "1:1 no element found");
  CHECK(xml("<a>&x;</a>") == "1:4 undefined entity");
  CHECK(xml("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")
            .ends_with("document type not allowed"));
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  CHECK(xml(deep).ends_with("nested too deep"));
}

}  // namespace
}  // namespace gov_report
