// What is a figure, by its looks.

#include "import/figure_looks.h"

#include <doctest/doctest.h>

#include "support/real_law.h"

namespace gov_report {
namespace {

TEST_CASE("figure looks: numbers, blanks and notes; not labels") {
  const PublishedLaw& law = real_law();
  const FigureWords& words = law.pages().figure;
  for (const char* text :
       {"12", "", "/", "251000元", "１２", "减4", "无变化"}) {
    CAPTURE(text);
    CHECK(is_figure(text, words));
  }
  for (const char* text :
       {"行政处罚", "1.属于国家秘密", "第二十条第（一）项"}) {
    CAPTURE(text);
    CHECK_FALSE(is_figure(text, words));
  }
}

TEST_CASE("figure looks: what counts on numbers columns") {
  CHECK(count_on({"1", "2", "3"}));
  CHECK(count_on({"01", "02", "03", "04"}));
  CHECK(count_on({"17", "18", "19"}));
  CHECK(count_on({"1", "2", "3", "1", "2", "3"}));
  CHECK_FALSE(count_on({"1", "2"}));
  CHECK_FALSE(count_on({"0", "0", "0"}));
  CHECK_FALSE(count_on({"0", "1", "0", "1"}));
  CHECK_FALSE(count_on({"1", "2", "4"}));
  CHECK_FALSE(count_on({"1", "2", "/"}));
}

}  // namespace
}  // namespace gov_report
