// What of a Markdown text is shown.

#include <doctest/doctest.h>

#include "import/text_page.h"

namespace gov_report {
namespace {

/// The blocks: cells with bars between them, other texts as they are.
std::string shown(std::string_view text) {
  ReadFault fault;
  std::string all;
  for (const PageBlock& block : read_markdown_page(text, fault).blocks) {
    all += text_of(block);
    for (const TextCell& cell : block.grid.cells) {
      all += "|";
      all += cell.doubt == CellDoubt::unreadable ? "?" : cell.text;
    }
    all += "\n";
  }
  return all;
}

TEST_CASE("markdown page: what is commented out is not shown") {
  CHECK(shown("<!--\n| a | b |\n|---|---|\n| 1 | 2 |\n-->\n\nx\n") == "x\n");
  CHECK(shown("| a | b |\n|---|---|\n| 1<!-- 9 --> | 2 |\n") == "|a|b|1|2\n");
  CHECK(shown("x <!-- never ends\n| a | b |\n|---|---|\n") == "x\n");
  // Places stay.
  ReadFault fault;
  const auto page = read_markdown_page("<!-- a\nb -->\nx\n", fault);
  REQUIRE(page.blocks.size() == 1);
  CHECK(page.blocks[0].runs[0].at.line == 3);
}

TEST_CASE("markdown page: a commented row of a table is none") {
  CHECK(shown("| a | b |\n|---|---|\n<!-- | 1 | 2 | -->\n| 3 | 4 |\n")
            .find('1') == std::string::npos);
}

TEST_CASE("markdown page: what is fenced is no table") {
  for (const std::string fence : {"```", "~~~", "````"}) {
    const std::string fenced =
        fence + "text\n| a | b |\n|---|---|\n| 1 | 2 |\n" + fence + "\n\nx\n";
    CHECK(shown(fenced + "\n| c |\n|---|\n| 3 |\n") == "x\n|c|3\n");
    // It is one if there is no other.
    CHECK(shown(fenced) == "|a|b|1|2\nx\n");
  }
  CHECK(shown("````\n```\ny\n````\nx\n") == "x\n");
  CHECK(shown("```a``` b\n") == "a b\n");
}

/// What is read of a cell with that text.
std::string cell(const std::string& text) {
  const std::string all = shown("|a|b|\n|---|---|\n|" + text + "|2|\n");
  REQUIRE(all.starts_with("|a|b|"));
  return all.substr(5, all.rfind('|') - 5);
}

TEST_CASE("markdown page: a figure is read without its marks") {
  for (const char* printed : {"71",
                              "&nbsp;71",
                              "&#55;1",
                              "<u>71</u>",
                              "`71`",
                              "``71``",
                              "[71](a.html)",
                              "[**71**](a \"b\")",
                              "[71](http://a.cn/b_(c))",
                              "==71==",
                              "71[^7]",
                              "71^7^",
                              "71~7~",
                              "71$^{7}$",
                              "71 [^note]",
                              "$71$",
                              "*7*1",
                              "*71*",
                              "_71_",
                              "***71***",
                              "**71**",
                              "~~7~~71",
                              "71<sup>7</sup>",
                              "<span hidden>7</span>71",
                              "<span class='a_b*c'>71</span>",
                              "71[7](#note)",
                              "71<br>"}) {
    CAPTURE(printed);
    CHECK(cell(printed) == "71");
  }
  CHECK(cell("7<br>1") == "7\n1");
  // What marks nothing stands for itself.
  for (const char* printed : {"71**7", "71__7", "71\\7", "\\71", "$71$$7$"}) {
    CAPTURE(printed);
    CHECK(cell(printed) != "717");
    CHECK(cell(printed) != "71");
  }
  CHECK(cell("<https://a.cn/b>") == "https://a.cn/b");
  CHECK(cell("`&lt;*`") == "&lt;*");
  CHECK(cell("1\\<2") == "1<2");
  CHECK(cell("a_b_c * 2") == "a_b_c * 2");
  CHECK(cell("3*") == "3*");
  CHECK(cell("").empty());
}

TEST_CASE("markdown page: a figure with marks that are not known is unread") {
  for (const char* printed :
       {"71$_7 $", "[71][7]", "![71](a.png)", "[^7]", "<td>7</td>1",
        "<b style='font-size:9px'>7</b>1"}) {
    CAPTURE(printed);
    CHECK(cell(printed) == "?");
  }
}

TEST_CASE("markdown page: words are shown without their marks") {
  CHECK(shown("a&nbsp;**b**[^1] <i>c</i><br>d\n") == "a\u00A0b c\nd\n");
  CHECK(shown("# [a](b)<br>c\n") == "a\nc\n");
}

TEST_CASE("markdown page: a row of dashes below the first is a row") {
  CHECK(shown("| a | b |\n|---|---|\n| - | - |\n| 1 | 2 |\n") ==
        "|a|b|-|-|1|2\n");
}

}  // namespace
}  // namespace gov_report
