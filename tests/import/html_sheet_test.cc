// What the style sheets in a page say of its elements.

#include "import/html_sheet.h"

#include <doctest/doctest.h>

#include <string>

namespace gov_report {
namespace {

struct Element {
  const char* name = "span";
  const char* classes = "";
  const char* id = "";
  const char* style = "";
};

bool is_gone(const std::string& css, const Element& element) {
  StyleSheet sheet;
  sheet.read(css);
  Declared declared;
  sheet.add_to(declared, element.name, element.classes, element.id);
  declared.add(element.style, Declared::own);
  return declared.shown().gone;
}

TEST_CASE("style sheets: elements by name, class and id") {
  const Element old{"span", "a old", "last"};
  for (const char* css :
       {".old{display:none}", "span.old { display: none }",
        "span{display:none}", "SPAN{display:none}", "#last{display:none}",
        ".old.a{display:none}", "td,\n.old,p{display:none}",
        "<!-- .old{display:none} -->", "/* .old{ */.old{/*;*/display:none}",
        "span#last.old{display:none",
        "p{color:red}.old{color:red;display:none}",
        "@import 'a.css'; .old{display:none}",
        "@media print{.old{display:block}} .old{display:none}"}) {
    CAPTURE(css);
    CHECK(is_gone(css, old));
  }
}

TEST_CASE("style sheets: other elements, and rules that are left") {
  const Element old{"span", "old", "last"};
  for (const char* css : {"",
                          ".ol{display:none}",
                          ".Old{display:none}",
                          "td.old{display:none}",
                          "#old{display:none}",
                          ".old.a{display:none}",
                          ".a .old{display:none}",
                          ".a>.old{display:none}",
                          ".old:hover{display:none}",
                          ".old[x]{display:none}",
                          "*{display:none}",
                          "span.10{display:none}",
                          "@media print{.old{display:none}}",
                          "@media print{.a{}.old{display:none}}",
                          "/* .old{display:none} */",
                          ".old{content:'}.old{display:none}'}",
                          "}.old{display:none}",
                          "{display:none}",
                          ".old{",
                          ".old",
                          "@"}) {
    CAPTURE(css);
    CHECK_FALSE(is_gone(css, old));
  }
}

TEST_CASE("style sheets: which of several rules counts") {
  const char* const hidden = ".old{display:none}";
  CHECK(is_gone(std::string("span.a{display:block}") + hidden, {"p", "old a"}));
  CHECK_FALSE(is_gone(".old{display:none}.old{display:block}", {"p", "old"}));
  CHECK(is_gone(".old{display:none}p{display:block}", {"p", "old"}));
  CHECK_FALSE(
      is_gone(".old.on{display:block}.old{display:none}", {"p", "old on"}));
  CHECK_FALSE(
      is_gone("#on{display:block}p.old{display:none}", {"p", "old", "on"}));
  CHECK(is_gone(".old{display:none!important}#on{display:block}",
                {"p", "old", "on"}));
  CHECK_FALSE(is_gone(hidden, {"p", "old", "", "display:block"}));
  CHECK(is_gone(".old{display:none!important}",
                {"p", "old", "", "display:block"}));
}

TEST_CASE("style sheets: what a rule that is left may show again is shown") {
  for (const char* rule :
       {".tabs.on .pane{display:block}", "#a>div.pane{display:block}",
        ".pane:target{display:block}", "p,.x .pane{display:inline}"}) {
    CAPTURE(rule);
    const std::string css = std::string(".pane{display:none}") + rule;
    CHECK_FALSE(is_gone(css, {"div", "pane"}));
    CHECK(is_gone(css, {"tr", "pane"}));
  }
  CHECK(is_gone(".pane{display:none}.x .pane{display:none}", {"div", "pane"}));
  CHECK(is_gone(".pane{display:none}.x .pane{color:red}", {"div", "pane"}));
  CHECK(is_gone(".pane{display:none}.pane .x{display:block}", {"div", "pane"}));
}

TEST_CASE("style sheets: what nobody writes does no harm") {
  std::string many;
  for (int i = 0; i < 20'000; ++i) {
    many += ".a.b" + std::to_string(i) + "{display:none}";
    many += ".b" + std::to_string(i) + ".a{display:none}";
  }
  CHECK(is_gone(many, {"p", "a b1"}));
  std::string list = "p";
  for (int i = 0; i < 50'000; ++i) list += ",.a" + std::to_string(i);
  list += "{";
  for (int i = 0; i < 20'000; ++i) list += "display:none;";
  CHECK(is_gone(list, {"p"}));
  const std::string open(kSheetLimit - 10, '{');
  CHECK_FALSE(is_gone(open, {"p", "a"}));
  const std::string commas(kSheetLimit - 10, ',');
  CHECK_FALSE(is_gone(commas + "{a:b}", {"p", "a"}));
  const std::string large = std::string(kSheetLimit, ' ') + "p{display:none}";
  CHECK_FALSE(is_gone(large, {"p"}));
}

}  // namespace
}  // namespace gov_report
