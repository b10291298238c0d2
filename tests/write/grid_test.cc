#include "write/grid.h"

#include <doctest/doctest.h>

#include <numeric>
#include <stdexcept>

#include "write/sample_document.h"
#include "write/xml.h"

using namespace gov_report;

TEST_CASE("the sample tables are sound") {
  validate_grid(sample_disclosures());
  validate_grid(sample_applications());
  validate_grid(sample_disputes());
}

TEST_CASE("a damaged grid is refused with table and place") {
  TableBlock outside = sample_disputes();
  outside.cells.back().column_span = 2;
  CHECK_THROWS_WITH_AS(validate_grid(outside),
                       "table disputes: cell 3,14 leaves the grid",
                       std::invalid_argument);
  TableBlock overlap = sample_disputes();
  overlap.cells[0].column_span = 6;
  CHECK_THROWS_WITH_AS(validate_grid(overlap),
                       "table disputes: cell 0,5 overlaps another",
                       std::invalid_argument);
  TableBlock disorder = sample_disputes();
  std::swap(disorder.cells[2], disorder.cells[3]);
  CHECK_THROWS_WITH_AS(validate_grid(disorder),
                       "table disputes: cell 1,0 is out of order",
                       std::invalid_argument);
}

TEST_CASE("the hint is cut out of a label") {
  TableCell made = cell(0, 0, 1, 1, Role::label, "（二）部分公开（提示）后");
  made.hint_part = "（提示）";
  auto pieces = pieces_of(made);
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[0].text == "（二）部分公开");
  CHECK(pieces[1].text == "（提示）");
  CHECK(pieces[1].hint);
  CHECK(pieces[2].text == "后");
  made.hint_part = "不在其中";
  CHECK(pieces_of(made).size() == 1);
  made.text.clear();
  CHECK(pieces_of(made).empty());
}

TEST_CASE("groups start at titles and after the header") {
  CHECK(group_starts(sample_disclosures()) == std::vector<int>{0, 4, 7, 11});
  CHECK(group_starts(sample_applications()) == std::vector<int>{3});
}

TEST_CASE("column widths keep the total whatever the rounding") {
  TableBlock table = sample_applications();
  for (int total : {100, 8844, 14570, 7}) {
    CAPTURE(total);
    auto widths = column_widths(table, total);
    CHECK(widths.size() == 10);
    CHECK(std::accumulate(widths.begin(), widths.end(), 0) == total);
  }
  table.widths.clear();
  CHECK(column_widths(table, 100) == std::vector<int>(10, 10));
}

TEST_CASE("lines are counted by display width") {
  struct Case {
    const char* text;
    int width;
    int lines;
  };
  for (const Case& c :
       {Case{"", 10, 1}, Case{"规章", 4, 1}, Case{"规章", 3, 2},
        Case{"abc", 2, 2}, Case{"一\n二", 10, 2}, Case{"规章", 0, 2}}) {
    CAPTURE(c.text);
    CHECK(line_count(c.text, c.width) == c.lines);
  }
}

TEST_CASE("text is made safe for XML") {
  CHECK(xml_escaped("a & b <c> \"d\"") == "a &amp; b &lt;c&gt; &quot;d&quot;");
  CHECK(xml_escaped(std::string("\x01规\x1F章\x7F\xEF\xBF\xBF\t\n\0", 16)) ==
        "规章\t\n");
}
