// What a browser does not show of a page is not read, and what it shows is.

#include <doctest/doctest.h>

#include "import/html_page.h"

namespace gov_report {
namespace {

const std::string kSheet =
    "<style>.old{display:none}.see{visibility:visible}"
    ".tiny{font-size:0}.faint{opacity:0}#off{display:none}</style>";

/// "a b|c -" for two rows; "-" for what is not to be read.
std::string rows(const std::string& page) {
  ReadFault fault;
  std::string all;
  for (const CellGrid& grid : read_html_tables(kSheet + page, fault)) {
    for (const TextCell& cell : grid.cells) {
      if (!all.empty()) all += cell.column == 0 ? "|" : " ";
      all += cell.doubt == CellDoubt::none ? cell.text : "-";
    }
    all += ";";
  }
  return all;
}

std::string cell_with(const std::string& content) {
  return rows("<table><tr><td>a<td>" + content + "</table>");
}

TEST_CASE("not shown: parts of a cell") {
  for (const char* element :
       {"span class=old", "span class='a old'", "span id=off",
        "span style='display:\nNONE'", "span style='font-size:0'",
        "span class=tiny", "span style='position:absolute;left:-9999px'",
        "span class=faint", "span style='/*x*/display:none'", "span hidden",
        "span popover", "canvas", "object", "video", "dialog", "iframe"}) {
    CAPTURE(element);
    const std::string open = "<" + std::string(element) + ">";
    const std::string name = open.substr(1, open.find_first_of(" >") - 1);
    CHECK(cell_with(open + "12</" + name + ">8") == "a 8;");
  }
}

TEST_CASE("not shown: two rules that only may count do not make it sure") {
  const std::string hides = "<style>i:not(.a){display:none}</style>";
  const std::string shows = "<style>i:not(.b.b){display:inline}</style>";
  const std::string cell = "<table><tr><td>a<td><i>1</i>8</table>";
  CHECK(rows(hides + cell) == "a -;");
  CHECK(rows(hides + shows + cell) == "a -;");
  CHECK(rows(shows + cell) == "a 18;");
  CHECK(rows("<style>i:not(.a){display:none}"
             "i:not(.b){display:inline !important}</style>" +
             cell) == "a -;");
}

TEST_CASE("not shown: whether it is seen depends on more than its style") {
  CHECK(cell_with("<p style='text-indent:-9999px'>12</p>8") == "a -;");
  CHECK(cell_with("8<span style='height:0;overflow:hidden'>1</span>") ==
        "a -;");
  CHECK(cell_with("<p style='text-indent:2em'>8</p>") == "a 8;");
}

TEST_CASE("not shown: what hides something is itself undone") {
  CHECK(cell_with("<i style='display:none;display:inline'>8</i>") == "a 8;");
  CHECK(cell_with("<i class=old style='display:inline'>8</i>") == "a 8;");
  CHECK(cell_with("<i hidden style='display:inline'>8</i>") == "a 8;");
  CHECK(cell_with("<dialog open>8</dialog>") == "a 8;");
  CHECK(cell_with("<i style='visibility:hidden'>1<b class=see>8</b></i>") ==
        "a 8;");
  CHECK(cell_with("<i class=tiny>1<b style='font-size:9pt'>8</b></i>") ==
        "a 8;");
  CHECK(cell_with("<i class=faint>1<b style='opacity:1'>8</b></i>") == "a -;");
  CHECK(rows("<table><tr><td>a<td style='visibility:hidden'>1"
             "<b class=see>8</b></table>") == "a 8;");
}

TEST_CASE("not shown: rows and cells") {
  CHECK(rows("<table><tr class=old><td>a<td>3<tr><td>b<td>4</table>") ==
        "b 4;");
  CHECK(rows("<table><tbody class=old><tr><td>a<td>3<tbody><tr><td>b<td>4"
             "</table>") == "b 4;");
  for (const char* row :
       {"class=faint", "class=tiny", "style='height:0;font-size:0'",
        "style='visibility:hidden'"}) {
    CAPTURE(row);
    CHECK(rows("<table><tr " + std::string(row) +
               "><td>a<td>3<tr><td>b<td>4</table>") == "- -|b 4;");
  }
  CHECK(rows("<table><tr><td>a<td class=old>9<td>4<td>5</table>") == "a 4 5;");
  // Heights and widths are the least that these may have.
  for (const char* style : {"height:0;overflow:hidden", "height:1px",
                            "max-width:0;overflow:hidden", "width:1px"}) {
    CAPTURE(style);
    const std::string part = " style='" + std::string(style) + "'>";
    CHECK(rows("<table><tr" + part + "<td>a<td" + part + "3</table>") ==
          "a 3;");
  }
}

/// "-" for a cell beside "a" with that content.
std::string cell_by(const std::string& css, const std::string& content) {
  return rows("<style>" + css +
              "</style><div class=x><table class=t><tr><td>a" + content +
              "</table></div>");
}

TEST_CASE("not shown: by rules for what stands in something") {
  CHECK(cell_by(".x i{display:none}", "<td>1<i>2</i>") == "a 1;");
  CHECK(cell_by(".t td>i{display:none}", "<td>1<i>2</i>") == "a 1;");
  CHECK(cell_by(".y i{display:none}", "<td>1<i>2</i>") == "a 12;");
  CHECK(cell_by(".t td.old2{display:none}", "<td class=old2>9<td>4") == "a 4;");
  CHECK(cell_by("td:nth-child(2){display:none}", "<td>9<td>4") == "a 4;");
  CHECK(cell_by(".t > tbody > tr > td + td + td{display:none}", "<td>4<td>9") ==
        "a 4;");
  CHECK(cell_by("td:hover .tip{display:block}.tip{display:none}",
                "<td>4<span class=tip>9</span>") == "a 4;");
  CHECK(cell_by("@media print{i{display:none}}", "<td>1<i>2</i>") == "a 12;");
  CHECK(cell_by("@media screen{i{display:none}}", "<td>1<i>2</i>") == "a 1;");
}

TEST_CASE("not shown: what a rule may hide or show is not read") {
  const std::string figure = "<td>1<i class=k>2</i>";
  CHECK(cell_by("i:lang(zh){display:none}", figure) == "a -;");
  CHECK(cell_by("i:not(.j){display:none}", figure) == "a -;");
  CHECK(cell_by(".k{display:none}.y .k{display:inline}", figure) == "a -;");
  CHECK(cell_by("@media (max-width:1200px){i{display:none}}", figure) ==
        "a -;");
  CHECK(cell_by("td:not(.j){display:none}", "<td>12") == "- -;");
  CHECK(cell_by("i:not(.j){font-weight:bold}", figure) == "a 12;");
  CHECK(cell_by(":not(.j){display:none}", "<td>12") == "- -;");
}

TEST_CASE("not shown: what a browser may read otherwise is not read") {
  const std::string figure = "<td>1<i class='k j'>2</i>";
  // A comment parts names, or joins two of one element.
  CHECK(cell_by(".k/**/.j{display:none}", figure) == "- -;");
  CHECK(cell_by(".k /**/ .j{display:none}", figure) == "a 12;");
  CHECK(cell_by("i/**/{/**/display/**/:/**/none/**/}", figure) == "a 1;");
  CHECK(cell_by("@media/**/screen{i{display:none}}", figure) == "a -;");
  // Wrong places leave out the whole list.
  CHECK(cell_by(".b:nth-child(n+-5),.k{display:none}", figure) == "a -;");
  CHECK(cell_by(".b:nth-child(2 1),.k{display:none}", figure) == "a -;");
  CHECK(cell_by(".b,.k:nth-child(n + 1){display:none}", figure) == "a 1;");
  CHECK(cell_by(".-9,.k{display:none}", figure) == "a 12;");
  CHECK(cell_by("i:nth-child(-2147483648){display:none}", figure) == "a 12;");
}

TEST_CASE("not shown: quotes in addresses are letters") {
  const std::string figure = "<td>1<i class=k>2</i>";
  for (const char* address : {"url(it's.png)", "URL( a\"b.png )", "url(a\\)'b)",
                              "url(x/*y)", "url('a)b')", "url(\"a)b\")"}) {
    CAPTURE(address);
    CHECK(
        cell_by(std::string(".q{background:") + address + "}\n.k{display:none}",
                figure) == "a 1;");
  }
}

TEST_CASE("not shown: elements that HTML does not know") {
  CHECK(cell_by("my-x{display:none}", "<td>1<my-x>2</my-x>") == "a 1;");
  CHECK(cell_by("my-y{display:none}", "<td>1<my-x>2</my-x>") == "a 12;");
}

TEST_CASE("not shown: by rules for attributes") {
  const std::string figure = "<td>1<i data-x='a b-c'>2</i>";
  for (const char* rule :
       {"[data-x]", "i[data-x]", "[DATA-X]", "td [data-x]", "[data-x='a b-c']",
        "[data-x^=a]", "[data-x$=\"-c\"]", "[data-x*='b-']", "[data-x~=a]",
        "[ data-x ~= 'b-c' ]", "[data-x~=A i]", "tr [data-x]", "*[data-x]",
        "[data-x][data-x~=a]", "[data-x]:first-child"}) {
    CAPTURE(rule);
    CHECK(cell_by(rule + std::string("{display:none}"), figure) == "a 1;");
  }
  for (const char* rule :
       {"[data-y]", "td [hidden]", "[class~=a]", "[data-x=a]", "[data-x^=b]",
        "[data-x$=b]", "[data-x*=d]", "[data-x~=b]", "[data-x|=a]",
        "[data-x^='']", "[data-x~='']", "[data-x*='']", "[data-x~='a b']",
        "td[data-x]", "p [data-x]"}) {
    CAPTURE(rule);
    CHECK(cell_by(rule + std::string("{display:none}"), figure) == "a 12;");
  }
  // Of some attributes browsers know that capitals are the same.
  CHECK(cell_by("[data-x~=A]{display:none}", figure) == "a -;");
  CHECK(cell_by("[data-x=]{display:none}", figure) == "- -;");
  CHECK(cell_by("[style*='color']{display:none}",
                "<td>1<i style='color:red'>2</i>") == "a 1;");
  CHECK(cell_by("[class*=k]{display:none}", "<td>1<i class='jkl'>2</i>") ==
        "a 1;");
  CHECK(cell_by("[hidden],template{display:none}", "<td>1<i hidden>2</i>") ==
        "a 1;");
  CHECK(cell_by("[hidden]{display:none!important}", "<td>12") == "a 12;");
}

TEST_CASE("not shown: capitals in classes, by the doctype") {
  const std::string page =
      "<style>.Old{display:none}</style>"
      "<table><tr><td>a<td>1<i class=old>2</i></table>";
  const auto figure = [&](const std::string& doctype) {
    ReadFault fault;
    return read_html_tables(doctype + page, fault).at(0).cells.at(1).text;
  };
  CHECK(figure("") == "1");
  CHECK(figure("<!DOCTYPE html>") == "12");
  CHECK(figure("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//"
               "EN\" \"http://www.w3.org/TR/xhtml1/DTD/"
               "xhtml1-transitional.dtd\">") == "12");
  CHECK(figure("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 3.2//EN\">") == "1");
  CHECK(figure("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//"
               "EN\">") == "1");
}

TEST_CASE("not shown: values that are worked out") {
  const std::string figure = "<td>1<i class=k>2</i>";
  for (const char* style :
       {"display:var(--d)", "visibility:var(--d,hidden)", "font-size:var(--f)",
        "font-size:calc(1em - 16px)", "opacity:var(--o)", "font:var(--f)",
        "font-size:clamp(0px,2vw,18px)", "filter:opacity(var(--o))",
        "display:inline-block;width:calc(1em - 1em * 2);overflow:hidden",
        "position:absolute;left:calc(-100vw - 9px)",
        "transform:scale(var(--s))", "font-size:min(1px,2em)"}) {
    CAPTURE(style);
    CHECK(cell_by("i{" + std::string(style) + "}", figure) == "a -;");
    CHECK(cell_by("", "<td>1<i style='" + std::string(style) + "'>2</i>") ==
          "a -;");
  }
  for (const char* style :
       {"color:var(--d)", "width:calc(100% - 9px)", "font-size:calc(8px + 8px)",
        "font-size:calc(100% / 1)", "margin:var(--m)", "height:calc(1px * 40)",
        "font-size:var(--f)", "font:var(--f)", "font-size:var(--f,16px)",
        "font-size:calc(1rem + 2px)", "font-size:clamp(14px,2vw,18px)",
        "font-size:min(4vw,16px)",
        "display:inline-block;max-width:min(100%,9em);overflow:hidden",
        "display:none;display:inline", "font:14px/1.5 var(--f)",
        "font-size:calc(8px + 8px);width:calc(100% / 3);overflow:hidden"}) {
    CAPTURE(style);
    CHECK(cell_by("i{" + std::string(style) + "}", "<td><i>12</i>") == "a 12;");
  }
  CHECK(cell_by("i{font-size:calc(9px - 9px)}", figure) == "a 1;");
  const auto with = [](const std::string& column) {
    return rows("<table><col><col style='" + column +
                "'><tr><td>a<td>3</table>");
  };
  CHECK(with("width:calc(100% / 3)") == "a 3;");
  CHECK(with("width:calc(100% - 9px)") == "a 3;");
  CHECK(with("width:calc(9px - 9px)") == "a -;");
  CHECK(with("width:var(--w)") == "a -;");
  // Parts of tables are as wide as what is in them.
  CHECK(cell_by("table{width:calc(9em - 9px);overflow:hidden}", "<td>12") ==
        "a 12;");
}

TEST_CASE("not shown: out of sight in other ways") {
  for (const char* style :
       {"clip-path:inset(50%)", "clip-path: circle(0)",
        "-webkit-clip-path:polygon(0 0, 0 0, 0 0)", "text-indent:-9999px",
        "opacity:0", "transform:translate(-9999px)",
        "transform:translateX(-9999px)",
        "transform:rotate(3deg) translate(0, -200vh)", "transform:scale(0, 0)",
        "transform:scaleX( 0 )", "transform:matrix(0,0,0,0,0,0)",
        "transform:scale3d(0,0,1)", "content-visibility:hidden"}) {
    CAPTURE(style);
    const std::string own = " style='" + std::string(style) + "'>";
    CHECK(cell_by("", "<td" + own + "12") == "a -;");
    CHECK(cell_by("td.o{" + std::string(style) + "}", "<td class=o>12") ==
          "a -;");
    const std::string part = cell_by("", "<td>1<p" + own + "2</p>");
    CHECK((part == "a -;" || part == "a 1;"));
  }
  CHECK(cell_by("", "<td style='position:absolute;left:-9999px'>9<td>4") ==
        "a 4;");
  for (const char* style :
       {"transform:scale(1)", "transform:rotate(0)", "text-indent:0",
        "transform:translate(0,0)", "transform:translateZ(0)",
        "transform:translate(-2px)", "clip-path:none", "text-indent:24pt",
        "transform:scale3d(1,1,0)", "transform:matrix(1,0,0,1,0,0)"}) {
    CAPTURE(style);
    CHECK(cell_by("", "<td style='" + std::string(style) + "'>12") == "a 12;");
  }
}

TEST_CASE("not shown: columns without width") {
  const auto with = [](const std::string& columns) {
    return rows("<style>.no{visibility:collapse}</style><table>" + columns +
                "<tr><td>a<td>3<td>4<tr><td>b<td colspan=2>5</table>");
  };
  CHECK(with("<col><col style='width:0'><col>") == "a - 4|b 5;");
  CHECK(with("<col><col width=0 style='display:none'><col>") == "a - 4|b 5;");
  CHECK(with("<col span=2><col class=no>") == "a 3 -|b 5;");
  CHECK(with("<colgroup><col></colgroup><colgroup span=2 class=no>") ==
        "a - -|b -;");
  CHECK(with("<colgroup><col><col><col style='visibility:collapse'>"
             "</colgroup>") == "a 3 -|b 5;");
  CHECK(with("<col width=80><col style='width:10%'><col>") == "a 3 4|b 5;");
}

TEST_CASE("not shown: tables") {
  const std::string table = "<table><tr><td>a<td>3</table>";
  for (const char* around :
       {"div class=old", "canvas", "dialog", "object",
        "div style='visibility:hidden'", "div style='opacity:0'",
        "div style='height:0;overflow:hidden'"}) {
    CAPTURE(around);
    const std::string open = "<" + std::string(around) + ">";
    const std::string name = open.substr(1, open.find_first_of(" >") - 1);
    const std::string close = "</" + name + ">";
    CHECK(rows(open + table + close + "<table><tr><td>b<td>4</table>") ==
          "b 4;");
    // A script shows what hides all tables of a page.
    const bool may_be_shown = name == "div";
    CHECK(rows(open + table + close) == (may_be_shown ? "a 3;" : ""));
  }
  CHECK(rows("<div style='display:none'>" + table + "</div>") == "");
  CHECK(rows("<details>" + table + "</details>") == "a 3;");
  CHECK(rows("<div class=tiny>" + table + "</div>") == "a 3;");
  CHECK(rows("<body style='opacity:0'>" + table) == "a 3;");
  CHECK(rows("<div style='visibility:hidden'><div class=see>" + table) ==
        "a 3;");
}

TEST_CASE("not shown: a cell too many in a row leaves it unread") {
  const std::string hidden = "<td style='visibility:hidden'>9";
  CHECK(rows("<table><tr><td>x<td>y<td>z<tr><td>a" + hidden +
             "<td>4<td>5</table>") == "x y z|- - - -;");
  CHECK(rows("<table><tr><td>x<td>y<td>z<tr><td>a" + hidden +
             "<td>5</table>") == "x y z|a - 5;");
  CHECK(rows("<table><tr><td>x" + hidden + "<td>y<tr><td>a" + hidden +
             "<td>5</table>") == "x - y|a - 5;");
}

TEST_CASE("not shown: sheets for paper, and in elements that are not used") {
  const std::string cell = "<table><tr><td>a<td><i class=b>8</i></table>";
  const std::string hide = ">.b{display:none}</style>";
  CHECK(rows("<style" + hide + cell) == "a -;");
  CHECK(rows("<style media=screen type=text/css" + hide + cell) == "a -;");
  CHECK(rows(cell + "<style" + hide) == "a -;");
  CHECK(rows("<style media=print" + hide + cell) == "a 8;");
  CHECK(rows("<style type=text/less" + hide + cell) == "a 8;");
  CHECK(rows("<noscript><style" + hide + "</noscript>" + cell) == "a 8;");
  CHECK(rows("<template><style" + hide + "</template>" + cell) == "a 8;");
  CHECK(rows("<!-- <style" + hide + " -->" + cell) == "a 8;");
}

TEST_CASE("html tables: one that frames the text of a cell") {
  const auto framed = [](const std::string& cells) {
    return "<table><tr><td>" + cells + "</td></tr></table>";
  };
  CHECK(cell_with(framed("5")) == "a 5;");
  CHECK(cell_with(framed("<p><b>5</b></p>")) == "a 5;");
  CHECK(cell_with(framed("5<td>6")) == "a -;|5 6;");
  CHECK(cell_with("4" + framed("5")) == "a -;");
  CHECK(cell_with(framed("5") + framed("6")) == "a -;|5;|6;");
  CHECK(cell_with(framed(framed("5"))).starts_with("a -;"));
  CHECK(cell_with(framed("<p>5</p><p>6</p>")).starts_with("a -;"));
}

}  // namespace
}  // namespace gov_report
