// Headers in pieces below each other, above figures in lines of text.

#include "import/stacked_headers.h"

#include <doctest/doctest.h>

#include "import/line_headers.h"
#include "support/small_form.h"

namespace gov_report {
namespace {

/// A row whose first three columns stand under one header, and the others under
/// another.
FormRow row_of_two() {
  FormRow row =
      small_form({{"", {"结果维持", "其他结果", "总计", "结果维持", "总计"}}})
          .rows[0];
  for (std::size_t c = 0; c < row.columns.size(); ++c) {
    const Label above(c < 3 ? "行政复议" : "行政诉讼");
    row.paths[c].insert(row.paths[c].begin(), above);
  }
  return row;
}

bool stand(const std::vector<std::string>& lines) {
  const StretchesOfLines cut = SmallLines(lines, {{"规章", {"制发件数"}}}).cut;
  std::size_t last = 0;
  while (cut.stretches[last].figures.empty()) ++last;
  return stand_under_stacked_headers(with_words_above(cut.stretches, last),
                                     cut.stretches[last].figures, row_of_two());
}

TEST_CASE("stacked headers: pieces above each figure make up its header") {
  CHECK(stand({"  行政复议           行政诉讼",  //
               "结果  其他  总计", "维持  结果        结果  总计",
               "                  维持", " 3     1    4     0     0"}));
  // A title names the headers too; one alone stands a little higher.
  CHECK(stand({"四、行政复议、行政诉讼情况", "  行政复议           行政诉讼",
               "结果  其他", "            总计  结果  总计",
               "维持  结果        维持", " 3     1    4     0     0"}));
}

TEST_CASE("stacked headers: in another order, with others, or out of line") {
  const std::string above = "  行政复议           行政诉讼";
  const std::string figures = " 3     1    4     0     0";
  // Other columns first.
  CHECK_FALSE(stand({above, "其他  结果  总计  结果  总计",
                     "结果  维持        维持", figures}));
  // The upper headers the other way round.
  CHECK_FALSE(
      stand({"  行政诉讼           行政复议", "结果  其他  总计  结果  总计",
             "维持  结果        维持", figures}));
  // A word more above one, or left of all.
  CHECK_FALSE(stand({above, "结果  其他  总计  结果  总计",
                     "维持  结果        维持", "上年", figures}));
  CHECK_FALSE(stand(
      {"项目          " + above, "上年          结果  其他  总计  结果  总计",
       "              维持  结果        维持", "              " + figures}));
  // A piece is missing, or stands between two columns.
  CHECK_FALSE(
      stand({above, "结果  其他  总计  结果  总计", "维持  结果", figures}));
  CHECK_FALSE(stand(
      {"结果  其他  总计  结果  总计", "维持  结果        维持", figures}));
  // A figure is missing.
  CHECK_FALSE(stand({above, "结果  其他  总计  结果  总计",
                     "维持  结果        维持", " 3     1    4     0"}));
}

}  // namespace
}  // namespace gov_report
