// The guard in front of the HTML parser.

#include "import/hostile_page.h"

#include <doctest/doctest.h>

#include <string>

namespace gov_report {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST_CASE("hostile page: elements that are opened and never closed") {
  CHECK(is_hostile(repeated("<div>", 3000)));
  CHECK_FALSE(is_hostile(repeated("<div></div>", 3000)));
}

TEST_CASE("hostile page: what HTML need not close may stay open") {
  CHECK_FALSE(is_hostile(repeated("<tr><td>1", 3000)));
  CHECK_FALSE(is_hostile(repeated("a<br>", 3000)));
}

TEST_CASE("hostile page: tags in comments and scripts open nothing much") {
  CHECK_FALSE(is_hostile("<!-- " + repeated("<div>", 3000) + " -->"));
  CHECK_FALSE(is_hostile("<script>" + repeated("'<div>'", 3000) + "</script>"));
  // Nor do they close what stands outside.
  CHECK(is_hostile(repeated("<div><script>'</div>'</script>", 3000)));
}

TEST_CASE("hostile page: as many elements open as may be, and one more") {
  // A comment that is none to browsers ends with the first "--".
  CHECK_FALSE(is_hostile(repeated("<b>", 2000)));
  CHECK(is_hostile(repeated("<b>", 2001)));
  CHECK(is_hostile("<!--->" + repeated("<b>", 2001)));
  CHECK(is_hostile("<!-- --!>" + repeated("<b>", 2001)));
  CHECK_FALSE(is_hostile("<!--" + repeated("<b>", 2001)));
}

TEST_CASE("hostile page: comments count as tags") {
  CHECK(is_hostile(repeated("<!---->", 600'000)));
  CHECK_FALSE(is_hostile(repeated("<!---->", 20'000)));
}

TEST_CASE("hostile page: more attributes than any element has") {
  const auto tag = [](int count, const std::string& value) {
    std::string attributes;
    for (int i = 0; i < count; ++i) {
      attributes += " a" + std::to_string(i) + value;
    }
    return "<td" + attributes + ">1</td>";
  };
  for (const std::string value : {"", "=1", "=\"a b\"", "='>'"}) {
    CAPTURE(value);
    CHECK(is_hostile(tag(2000, value)));
    CHECK_FALSE(is_hostile(tag(500, value)));
  }
  // Tags without an end are gone through once.
  CHECK_FALSE(is_hostile(repeated("<a" + repeated("x", 5000), 1500)));
  // One long value, and long words outside of tags.
  CHECK_FALSE(is_hostile("<img src=\"" + repeated("a b/", 4000) + "\">"));
  CHECK_FALSE(is_hostile("<p>" + repeated("a b ", 4000)));
}

TEST_CASE("hostile page: more tags than any page has") {
  CHECK(is_hostile(repeated("<br>", 600'000)));
}

}  // namespace
}  // namespace gov_report
