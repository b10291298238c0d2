// What a style sets apart in a cell is no part of one figure, nor is what a
// rule prints in it or what has no colour.

#include <doctest/doctest.h>

#include <string>

#include "import/html_page.h"

namespace gov_report {
namespace {

/// Of the last cell; "|" for ends of lines, "-" if it is not to be read.
std::string last_cell(const std::string& page) {
  ReadFault fault;
  const auto tables = read_html_tables(page, fault);
  if (tables.empty() || tables[0].cells.empty()) return "no cell";
  const TextCell& cell = tables[0].cells.back();
  if (cell.doubt != CellDoubt::none) return "-";
  std::string text;
  for (const char c : cell.text) {
    if (c != '\n') {
      text += c;
    } else if (!text.ends_with('|')) {
      text += '|';
    }
  }
  return text;
}

std::string cell_with(const std::string& content,
                      const std::string& sheet = "") {
  return last_cell("<style>" + sheet + "</style><table><tr><td>a<td>" +
                   content + "</table>");
}

std::string beside(const std::string& style) {
  return cell_with("71<span style='" + style + "'>7</span>");
}

constexpr const char* kTwo = "<i class=l>71</i><i class=r>7</i>";

TEST_SUITE_BEGIN("import");

TEST_CASE("set apart: two figures in a cell stay two") {
  for (const char* style : {"display:block",
                            "display:table-cell",
                            "display:table",
                            "display:list-item",
                            "display:grid",
                            "display:flow-root",
                            "display:flex",
                            "display:inline-flex",
                            "display:-webkit-box",
                            "float:right",
                            "float:inline-end",
                            "position:absolute;right:0",
                            "position:fixed",
                            "margin-left:10px",
                            "margin:0 0 0 1em",
                            "margin:0 15px",
                            "padding:0 8px",
                            "padding:8pt",
                            "margin-left:30px;margin-left:foo",
                            "margin-inline:30px",
                            "padding-inline:9px 0",
                            "border-left:rgb(0, 0, 0) 1px solid",
                            "border-left:1px rgb(0 0 0) solid",
                            "padding-left:20px",
                            "border:1px solid",
                            "border-left:1px solid #ccc",
                            "border-style:none solid",
                            "position:relative;left:20px",
                            "transform:translateX(20px)",
                            "translate:30px",
                            "position:relative;left:30px;right:0",
                            "padding-inline-start:1em"}) {
    CAPTURE(style);
    CHECK(beside(style) == "71|7");
    CHECK(cell_with(kTwo, ".r{" + std::string(style) + "}") == "71|7");
  }
  CHECK(cell_with(kTwo, ".l{padding-right:2em}") == "71|7");
  CHECK(cell_with(kTwo, ".r:before{content:'\\00a0'}") == "71|7");
  CHECK(cell_with(kTwo, ".l::after{content:' '}") == "71|7");
  // Nothing, with room or a line.
  for (const char* nothing :
       {"margin-left:2em", "display:inline-block;width:1px;margin:0 8px",
        "border-right:1px solid", "display:block", "padding:3px"}) {
    CAPTURE(nothing);
    CHECK(cell_with(kTwo, ".r:before{content:'';" + std::string(nothing) +
                              "}") == "71|7");
  }
  CHECK(cell_with("71<div style='display:none'></div><b>7</b>") == "717");
}

TEST_CASE("set apart: each element in a box of boxes") {
  CHECK(cell_with(kTwo, "td{display:flex}") == "71|7");
  CHECK(cell_with("71<b>7</b>", "td{display:inline-grid}") == "71|7");
  CHECK(cell_with("<b style='display:flex'>" + std::string(kTwo) + "</b>") ==
        "71|7");
  CHECK(cell_with("<b style='display:contents'>" + std::string(kTwo) + "</b>",
                  "td{display:flex}") == "71|7");
  CHECK(cell_with("<b>7<i>1</i></b>", "td{display:flex}") == "71");
}

TEST_CASE("set apart: by a rule that only may count") {
  for (const char* unlike : {"{font-size:9px}", "{position:relative;top:-5px}",
                             "{vertical-align:5px}", "{color:#fff}"}) {
    CAPTURE(unlike);
    CHECK(cell_with(kTwo, "i:not(.l)" + std::string(unlike)) == "-");
    CHECK(cell_with("<i>7<b>1</b></i>", "i:not(.l)" + std::string(unlike)) ==
          "71");
  }
  CHECK(cell_with("<b>" + std::string(kTwo) + "</b>",
                  "b:not(.l){display:flex}") == "71|7");
  CHECK(cell_with(kTwo, "i:not(.l){margin-left:9px}") == "71|7");
  CHECK(cell_with("<i>71</i>", "i:not(.l){margin-left:9px}") == "71");
}

TEST_CASE("set apart: parts of one figure are joined") {
  for (const char* style : {"color:red",
                            "font-family:仿宋",
                            "display:inline",
                            "display:contents",
                            "mso-spacerun:yes",
                            "margin:0",
                            "margin:0cm 0cm 0pt",
                            "padding:5px 0",
                            "padding:0",
                            "padding:0 1px",
                            "padding-left:.05pt",
                            "padding-left:calc(0px)",
                            "margin:0 9px 0 0",
                            "padding-right:2em",
                            "border-right:1px solid",
                            "float:none",
                            "transform:none",
                            "transform:translate(0, 0)",
                            "filter:none",
                            "border:1px none",
                            "border-width:1px;border-style:none",
                            "border:1px solid;border-width:0 0 1px",
                            "border:none windowtext 1.0pt",
                            "border:0;padding:0in",
                            "border:medium none",
                            "border-bottom:1px solid",
                            "border-width:0 0 1px",
                            "float:none",
                            "position:static",
                            "position:relative",
                            "margin-top:3px",
                            "letter-spacing:1px",
                            "color:rgb(0,0,0)",
                            "color:#000",
                            "color:#0000ff",
                            "zoom:1",
                            "background-clip:border-box"}) {
    CAPTURE(style);
    CHECK(beside(style) == "717");
  }
  CHECK(cell_with(kTwo, "i{margin-left:9px}.l,.r{margin:0}") == "717");
  CHECK(cell_with("<span style='padding-left:9px'>7</span>1") == "71");
  CHECK(cell_with("<b><i style='padding:9px'>7</i></b>1") == "7|1");
  CHECK(cell_with(kTwo, ".l:before{content:' ';display:table}") == "717");
  CHECK(cell_with(kTwo, ".r:before{content:''}") == "717");
}

TEST_CASE("set apart: where the eye may take two for one, nothing is read") {
  for (const char* style :
       {"padding:0 2px", "margin:0 3px", "padding:3px", "margin:0 1%",
        "margin-left:.18rem", "margin-left:var(--gap)", "display:inline-block",
        "display:inline-block;width:50%", "display:inline-block;min-width:3em",
        "display:inline-block;text-indent:2em", "border-width:1px",
        "border:1px solid;border-width:0 2px", "padding-inline:.2em",
        "unicode-bidi:bidi-override;direction:rtl"}) {
    CAPTURE(style);
    CHECK(beside(style) == "-");
    CHECK(cell_with(kTwo, ".r{" + std::string(style) + "}") == "-");
    const std::string alone = "<span style='" + std::string(style) + "'>71";
    const bool turned = alone.find("bidi") != std::string::npos;
    CHECK(cell_with(alone) == (turned ? "-" : "71"));
    CHECK(cell_with(alone + "</span>件") == (turned ? "-" : "71件"));
  }
  CHECK(cell_with("<b style='letter-spacing:3px'>7</b>1") == "-");
  CHECK(cell_with("<b style='letter-spacing:3px'>71</b>") == "71");
  CHECK(cell_with("<b style='letter-spacing:30px'>7</b>1") == "7|1");
  CHECK(cell_with("<i style='margin:3px'></i>71") == "71");
  CHECK(cell_with("71<i style='margin:3px'></i>7") == "-");
  CHECK(cell_with("<b style='margin:3px'>6580</b>.04") == "-");
}

TEST_CASE("set apart: lines of their own in a paragraph") {
  ReadFault fault;
  const auto page = read_html_page(
      "<p>收到7<span style='display:block'>1件</span></p>"
      "<p>收到7<span style='margin-left:9px'>1件</span></p>",
      fault);
  REQUIRE(page.blocks.size() == 3);
}

TEST_CASE("no colour: what cannot be seen is not joined") {
  for (const char* style :
       {"color:transparent", "color:rgba(0,0,0,0)", "color:rgba(0,0,0,.0)",
        "color:rgb(0 0 0 / 0%)", "color:hsla(0,0%,0%,0)", "color:#0000",
        "color:#ffffff00", "-webkit-text-fill-color:transparent",
        "color:transparent;text-shadow:0 0 1px #000"}) {
    CAPTURE(style);
    CHECK(beside(style) == "-");
    CHECK(cell_with("<b style='" + std::string(style) + "'><i>7</i></b>") ==
          "-");
  }
  for (const char* style :
       {"color:#fff", "color:white", "color:#FEFEFE",
        "color:rgb(255, 255, 255)", "color:rgb(100% 100% 100%)"}) {
    CAPTURE(style);
    CHECK(beside(style) == "-");
    // On a dark ground.
    CHECK(cell_with("<b style='" + std::string(style) + "'><i>7</i>1</b>") ==
          "71");
    CHECK(cell_with("71<b style='" + std::string(style) + "'>件</b>") ==
          "71件");
  }
  CHECK(beside("color:#ffe") == "717");
  CHECK(beside("zoom:.01") == "71");
  CHECK(beside("filter:opacity(0)") == "71");
  CHECK(beside("filter:blur(0) opacity(0%)") == "71");
  CHECK(beside("filter:opacity(1)") == "717");
  CHECK(cell_with("7<bdo dir=rtl>17</bdo>") == "-");
  CHECK(cell_with("7&#x202E;17") == "-");
  CHECK(beside("zoom:1%") == "71");
  CHECK(beside("zoom:.5") == "-");
  CHECK(cell_with(kTwo, ".r{color:transparent}") == "-");
  CHECK(cell_with("<b style='color:transparent'><i style='color:#333'>7</i>"
                  "</b>") == "7");
  CHECK(beside("color:transparent;-webkit-text-fill-color:#000") == "717");
}

TEST_CASE("no colour: headings with a picture for their letters are read") {
  ReadFault fault;
  CHECK(read_html_page("<h1 style='color:transparent'>a</h1>", fault)
            .blocks.empty());
  CHECK(read_html_page("<h1 style='color:transparent;"
                       "-webkit-background-clip:text'>a</h1>",
                       fault)
            .blocks.size() == 1);
}

TEST_CASE("printed by a rule: the cell is not known") {
  const std::string figure = "<b class=x>71</b>";
  for (const char* sheet :
       {"td::before{content:'1'}", "td:after{content:attr(data-u)}",
        "td b::after{content:'0'}", ".x:before{content:'\\31'}",
        "b:not(.y)::after{content:'0'}", "tr::before{content:'9'}",
        "td{&::before{content:'1'}}", "td::before{content:counter(n)}",
        "td::after{content:'!'}", "td::before{content:var(--d)}",
        "td:nth-child(2)::before{content:'1'}"}) {
    CAPTURE(sheet);
    CHECK(cell_with(figure, sheet) == "-");
  }
  for (const char* sheet :
       {"td::before{content:''}", "td:after{content:\" \"}",
        "td:after{content:none}", "li::before{content:'1'}",
        "td:after{content:'.';visibility:hidden;height:0}",
        "td::before{content:'1';display:none}", "td:hover::after{content:'1'}",
        "td::after b{content:'1'}", "td::before{color:red}",
        "@media print{a::after,td::after{content:'1'}}",
        "@media(max-width:700px){td::before{content:attr(title)}}",
        "td::after{content:'1'} td.y::after,td::after{content:''}",
        "td:first-child::before{content:'1'}"}) {
    CAPTURE(sheet);
    CHECK(cell_with(figure, sheet) == "71");
  }
  CHECK(cell_with(figure, "td::before{content:'1'}td::after{content:''}") ==
        "-");
}

TEST_CASE("printed by a rule: in a cell in which nothing stands") {
  const std::string sheet = "td:empty::before{content:'0'}";
  CHECK(cell_with("", sheet) == "-");
  CHECK(cell_with("<!-- -->", sheet) == "-");
  CHECK(cell_with("71", sheet) == "71");
  CHECK(cell_with(" ", sheet) == " ");
  CHECK(cell_with("<b></b>", sheet).empty());
}

TEST_CASE("within a figure: what takes no room, and where a line may end") {
  for (const char* joiner : {"&shy;", "&zwj;", "&zwnj;", "&#8288;", "&#8203;",
                             "&#65279;", "<wbr>", "<wbr/>"}) {
    CAPTURE(joiner);
    CHECK(cell_with("7" + std::string(joiner) + "1") == "71");
  }
  CHECK(cell_with("&#8238;71") == "-");  // turned round
  CHECK(cell_with("７１") == "７１");
}

TEST_CASE("within a figure: what stands above it") {
  CHECK(cell_with("<ruby>71<rt>7</rt></ruby>") == "71");
  CHECK(cell_with("<ruby><rb>71</rb><rp>(</rp><rt>7</rt><rp>)</rp></ruby>") ==
        "71");
  CHECK(cell_with("<ruby><rt>7</rt></ruby>") == "-");
}

TEST_CASE("folded away: what stands in closed details") {
  CHECK(cell_with("71<details><summary></summary>7</details>") == "71");
  CHECK(cell_with("<details><summary>71</summary><b>7</b></details>") == "71");
  CHECK(cell_with("<details>7</details>") == "-");
  CHECK(cell_with("<details open><summary>71</summary>7</details>") == "71|7");
  ReadFault fault;
  const std::string table = "<table><tr><td>1<td>2</table>";
  const std::string folded = "<details>" + table + "</details>";
  CHECK(read_html_tables(folded + table, fault).size() == 1);
  CHECK(read_html_tables(folded, fault).size() == 1);
}

TEST_SUITE_END();

}  // namespace
}  // namespace gov_report
