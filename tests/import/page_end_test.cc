#include "import/page_end.h"

#include <doctest/doctest.h>

#include "support/published_pages.h"

namespace gov_report {
namespace {

TEST_CASE("page end: pages that end in the middle") {
  const std::string head =
      "<HTML><body><p>文字。</p><table><tr><td>1</td></tr>";
  for (const char* rest :
       {"", "<tr><td>2", "<tr><td>2</td></tr>\n", "</table><p class=a",
        "</table><", "</table></p", "</table><p>本年度公开"}) {
    CAPTURE(rest);
    CHECK(ends_early(head + rest));
  }
  // What may be whole: with its end, without ends that may be left out, or no
  // page but a piece of one.
  for (const char* rest :
       {"</table></body></html>", "</table></BODY>", "</table>",
        "</table><p>文字。</p>\n", "</table><li>文字", "</table>1 < 2",
        "</table><p>文字</p></html><script>"}) {
    CAPTURE(rest);
    CHECK_FALSE(ends_early(head + rest));
  }
  CHECK_FALSE(ends_early("<table><tr><td>1"));
  CHECK_FALSE(ends_early("<html><p>文字<p>2025年1月20日"));
  CHECK_FALSE(ends_early(""));
}

TEST_CASE("page end: a report without its last sections is cut off") {
  const auto is_cut_off = [](const std::string& page) {
    const auto report = read("<html><body>" + page);
    REQUIRE(report);
    return report->cut_off;
  };
  const std::string begin = kHead + "<table>" + kHeader + kNew;
  CHECK(is_cut_off(begin));
  CHECK_FALSE(is_cut_off(begin + "</table>"));
  CHECK_FALSE(is_cut_off(begin + "</table></body></html>"));
  const std::string last =
      "</table><h2>六、其他需要报告的事项</h2><p>文字。</p>";
  CHECK_FALSE(is_cut_off(begin + last + "<p>本年度"));
}

}  // namespace
}  // namespace gov_report
