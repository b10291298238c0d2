// What the style sheets in a page say of its elements.

#include "import/html_sheet.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace gov_report {
namespace {

struct Element {
  const char* name = "span";
  const char* classes = "";
  const char* id = "";
  const char* style = "";
};

/// Elements one in the other, the outermost first.
class Nest : public PageTree {
 public:
  explicit Nest(const std::vector<Element>& nest) {
    for (const Element& one : nest) {
      all_.push_back({one.name, one.classes, one.id, nullptr});
    }
    for (PageElement& one : all_) one.at = &one;
  }
  const PageElement& last() const { return all_.back(); }

  std::optional<PageElement> around(const PageElement& one,
                                    StepsLeft&) const override {
    const auto* const at = static_cast<const PageElement*>(one.at);
    return at == all_.data() ? std::nullopt : std::optional(*(at - 1));
  }
  std::optional<PageElement> before(const PageElement&,
                                    StepsLeft&) const override {
    return std::nullopt;
  }
  std::optional<PageElement> behind(const PageElement&,
                                    StepsLeft&) const override {
    return std::nullopt;
  }
  std::optional<std::string_view> attribute(const PageElement& one,
                                            std::string_view name,
                                            StepsLeft&) const override {
    if (name == "class" && !one.classes.empty()) return one.classes;
    return std::nullopt;
  }
  bool is_empty(const PageElement& one, StepsLeft&) const override {
    return static_cast<const PageElement*>(one.at) == &all_.back();
  }

 private:
  std::vector<PageElement> all_;
};

/// "gone" or "shown" for the innermost; "unsure" if it may be either.
std::string looks_in(const std::string& css, const std::vector<Element>& nest) {
  StyleSheet sheet;
  sheet.read(css);
  const Nest tree(nest);
  Declared declared;
  MaybeDeclared maybe;
  sheet.add_to(declared, maybe, tree.last(), tree);
  declared.add(nest.back().style, Declared::own);
  const bool gone = declared.shown().gone;
  const bool sure = std::ranges::all_of(maybe, [&](const Declared* rule) {
    Declared with = declared;
    with.add(*rule, 0);
    return with.shown().gone == gone;
  });
  if (!sure) return "unsure";
  return gone ? "gone" : "shown";
}

std::string looks(const std::string& css, const Element& element) {
  return looks_in(css, {element});
}

bool is_gone_in(const std::string& css, const std::vector<Element>& nest) {
  return looks_in(css, nest) == "gone";
}

bool is_gone(const std::string& css, const Element& element) {
  return is_gone_in(css, {element});
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

TEST_CASE("style sheets: elements in others") {
  const std::vector<Element> nest = {{"div", "a", "top"},
                                     {"table", "t b", ""},
                                     {"tr", "", ""},
                                     {"td", "old", "last"}};
  for (const char* rule :
       {".a .old", ".a td", "#top .t td", "table td.old", "tr>td",
        ".t > tr > td", ".a .t>tr td#last", "div .b .old", "* > .old", ".a *",
        "tr *", "p .x, .a   .old", "table.t.b td", "div table > tr > td.old",
        "td:first-child", "tr td:nth-child(1)", "td:nth-child(odd)",
        "td:nth-child(-n+2)", ".a td:last-child"}) {
    CAPTURE(rule);
    CHECK(is_gone_in(std::string(rule) + "{display:none}", nest));
  }
  for (const char* rule :
       {".b .a td",         ".a>td",          ".a > .old",
        "table>td",         ".old .a",        "td td",
        ".c .old",          ".a .old .x",     "tr:hover td",
        ".a:hover .old",    "td::before",     "td:nth-child(2)",
        "td:nth-child(2n)", "tr + td",        "tr ~ td",
        ".a td >",          "> td",           ".a ! td",
        ".a[x] .old",       ".a .old:not(.x)"}) {
    CAPTURE(rule);
    CHECK_FALSE(is_gone_in(std::string(rule) + "{display:none}", nest));
  }
}

TEST_CASE("style sheets: which of several rules counts in others") {
  const std::vector<Element> nest = {{"div", "a", ""}, {"td", "old", ""}};
  CHECK(is_gone_in(".a .old{display:none}.old{display:block}", nest));
  CHECK_FALSE(is_gone_in(".a .old{display:block}.old{display:none}", nest));
  CHECK(is_gone_in("div td{display:block}.old{display:none}", nest));
  CHECK_FALSE(
      is_gone_in("div .a.a td{display:none} .a td{display:block}", nest));
}

TEST_CASE("style sheets: parts for some devices") {
  const Element old{"span", "old", "last"};
  for (const char* media :
       {"screen", "all", "print, screen", "only screen and (min-width: 600px)",
        "(min-width:992px) and (max-width:9999px)", "not print",
        "not all and (max-width:20em)", "(orientation: landscape)"}) {
    CAPTURE(media);
    const std::string part = "@media " + std::string(media);
    CHECK(is_gone(part + "{.x{color:red}.old{display:none}}", old));
    CHECK_FALSE(
        is_gone(".old{display:none}" + part + "{.old{display:block}}", old));
  }
  for (const char* media :
       {"print", "(max-width:767px)", "screen and (max-width:40em)", "speech",
        "not screen", "(min-width:4000px)", "(orientation:portrait)",
        "\\0screen"}) {
    CAPTURE(media);
    const std::string part = "@media " + std::string(media);
    CHECK_FALSE(is_gone(part + "{.x{color:red}.old{display:none}}", old));
    CHECK(is_gone(".old{display:none}" + part + "{.old{display:block}}", old));
  }
  // Not known.
  for (const char* part :
       {"@media (prefers-color-scheme:dark)",
        "@media screen and (max-width:1440px)", "@supports (display:grid)"}) {
    CAPTURE(part);
    const std::string begin(part);
    CHECK_FALSE(is_gone(begin + "{.old{display:none}}", old));
    CHECK_FALSE(
        is_gone(".old{display:none}" + begin + "{.old{display:block}}", old));
  }
  CHECK(is_gone("@media screen{@media all{.old{display:none}}}", old));
  CHECK_FALSE(is_gone("@keyframes x{from{display:none}}", {"from"}));
}

TEST_CASE("style sheets: what a browser leaves out, all of it is left out") {
  const Element old{"span", "old", "last"};
  for (const char* css :
       {".old,{display:none}", ".old,!x{display:none}",
        "p{color:red};.old{display:none}", ".old .1{display:none}",
        ".old,.a >{display:none}", "@media print,tv{.old{display:none}}",
        ".old{display:none", ".old{display:none;"}) {
    CAPTURE(css);
    const bool open = std::string(css).find('}') == std::string::npos;
    CHECK(looks(css, old) == (open ? "gone" : "shown"));
  }
  // No browser may know it, and then it leaves out the list.
  CHECK(looks(".old,a:nothing{display:none}", old) == "unsure");
  CHECK(looks(".old,a::-moz-nothing{display:none}", old) == "unsure");
  CHECK(looks(".old,a::before,a:hover{display:none}", old) == "gone");
}

TEST_CASE("style sheets: quotes, comments and what is escaped") {
  const Element old{"span", "old", "last"};
  for (const char* css :
       {".a{content:\"\\\"\"}.old{display:none}",
        ".a{content:'\\'{'}.old{display:none}",
        ".a{content:'/*'}.old{display:none}.b{content:'*/'}",
        ".a\\{b{color:red}.old{display:none}", ".\\6f ld{display:none}",
        ".\\6Fld{display:none}", "#\\l ast,.o\\ld{display:none}",
        ".a[x='{'],.old{display:none}", "a[x=')'],.old{display:none}"}) {
    CAPTURE(css);
    CHECK(looks(css, old) == "gone");
  }
  const Element wide{"p", "md:hidden w-1/2 2col", ""};
  for (const char* css : {".md\\:hidden", ".w-1\\/2", ".\\32 col",
                          ".\\000032col", "p.md\\:hidden.w-1\\/2"}) {
    CAPTURE(css);
    CHECK(looks(std::string(css) + "{display:none}", wide) == "gone");
  }
  CHECK(looks(".md:hidden{display:none}", wide) == "shown");
}

TEST_CASE("style sheets: classes and ids of a page without a doctype") {
  const auto gone = [](const std::string& css, const Element& element) {
    StyleSheet sheet;
    sheet.set_any_case();
    sheet.read(css + "{display:none}");
    const Nest tree({element});
    Declared declared;
    MaybeDeclared maybe;
    sheet.add_to(declared, maybe, tree.last(), tree);
    return declared.shown().gone && maybe.empty();
  };
  for (const char* css : {".Old", ".OLD.B", "#LAST", "span.oLD#last"}) {
    CAPTURE(css);
    CHECK(gone(css, {"span", "old b", "last"}));
    CHECK(gone(css, {"span", "OLD B", "Last"}));
  }
  CHECK_FALSE(gone(".Olds", {"span", "old"}));
}

TEST_CASE("style sheets: rules in rules") {
  const std::vector<Element> nest = {{"div", "a", ""}, {"p", "b on", ""}};
  for (const char* css :
       {".a{.b{display:none}}", ".a{color:red;.b{display:none}}",
        ".a{.b{display:none}color:red}", ".a{> .b{display:none}}",
        ".a{&>.b{display:none}}", ".a{& .b{display:none}}",
        ".x,.a{.y,.b{display:none}}", ".b{&.on{display:none}}",
        ".b{.a &{display:none}}", ".a{p{&.b{display:none}}}",
        ".a{.x{color:red}.b{display:none}}", ".b{.x{color:red}display:none}",
        ".b{@media screen{display:none}}",
        "@media screen{.a{.b{@media all{display:none}}}}",
        ".b{--x:{a:b};display:none}"}) {
    CAPTURE(css);
    CHECK(looks_in(css, nest) == "gone");
  }
  for (const char* css :
       {".b{.a{display:none}}", ".b{> .a{display:none}}",
        ".a{&.b{display:none}}", ".b{&:hover{display:none}}",
        ".b:hover{&.on{display:none}}", ".b{.x{display:none}}",
        ".b{@media print{display:none}}", ".b,!{&.on{display:none}}"}) {
    CAPTURE(css);
    CHECK(looks_in(css, nest) == "shown");
  }
  // Where it is not known what they are about.
  for (const char* css :
       {".a{& & .b{display:none}}", ".a .x{.y &{display:none}}",
        ".b{@media (max-width:1200px){display:none}}"}) {
    CAPTURE(css);
    CHECK(looks_in(css, nest) == "unsure");
  }
}

TEST_CASE("style sheets: what a rule that is given up may touch is unsure") {
  const std::vector<Element> nest(12, Element{"p", "a b c d e f g h i j", ""});
  const std::string nine = ".a .a .a .a .a .a .a .a .a";
  CHECK(looks_in(nine + "{display:none}", nest) == "unsure");
  CHECK(looks_in(nine + " .x{display:none}", nest) == "shown");
  CHECK(looks_in(nine + "{color:red}", nest) == "shown");
  CHECK(looks(".a.b.c.d.e.f.g.h.i{display:none}", nest.back()) == "unsure");
  CHECK(looks(".a.b.c.d.e.f.g.h.x{display:none}", nest.back()) == "unsure");
  std::string media = ".a{display:none}";
  for (int i = 0; i < 10; ++i) media = "@media screen{" + media + "}";
  CHECK(looks(media, nest.back()) == "gone");
  for (int i = 0; i < 100; ++i) media = "@media screen{" + media + "}";
  CHECK(looks(media, nest.back()) == "unsure");
  std::string classes;
  for (int i = 0; i < 40; ++i) classes += "x" + std::to_string(i) + " ";
  classes += "last";
  CHECK(looks(".last{display:none}", {"p", classes.c_str(), ""}) == "gone");
  std::string many;
  for (int i = 0; i < 500; ++i) {
    many += ".z" + std::to_string(i) + " .a{display:none}";
  }
  CHECK(looks(many, nest.back()) == "unsure");
  CHECK(looks(many, {"p", "b", ""}) == "shown");
  CHECK(looks(many + ".a{display:none}.b{display:none}", nest.back()) ==
        "gone");
  std::string shows = ".a{display:none}";
  for (int i = 0; i < 500; ++i) {
    shows += "p.z" + std::to_string(i) + ".a{display:block}";
  }
  CHECK(looks(shows, nest.back()) == "unsure");
  // No more rules are kept, or read.
  std::string most;
  for (int i = 0; i < 4100; ++i) {
    most += ".z" + std::to_string(i) + "{display:none}";
  }
  CHECK(looks(most + ".a{display:none}", nest.back()) == "unsure");
  CHECK(looks(most + ".a{display:none}", {"p", "b", ""}) == "shown");
  CHECK(looks(std::string(kCssLimit, ' ') + "p{display:none}", {"p"}) ==
        "unsure");
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
  std::string deep;
  for (int i = 0; i < 7; ++i) deep += "div ";
  for (int i = 0; i < 60; ++i) {
    many += deep + "p.a" + std::to_string(i) + "{display:none}";
  }
  std::vector<Element> nest(400, Element{"div", "b", ""});
  nest.front().name = "p";
  nest.push_back({"p", "a1 a2 a3", ""});
  CHECK_FALSE(is_gone_in(".x " + deep + "> div > p.a1{display:none}", nest));
  const std::string open(kCssLimit - 10, '{');
  CHECK_FALSE(is_gone(open, {"p", "a"}));
  const std::string commas(kCssLimit - 10, ',');
  CHECK_FALSE(is_gone(commas + "{a:b}", {"p", "a"}));
  const std::string large = std::string(kCssLimit, ' ') + "p{display:none}";
  CHECK_FALSE(is_gone(large, {"p"}));
}

}  // namespace
}  // namespace gov_report
