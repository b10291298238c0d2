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
    for (const TextCell& cell : block.grid.cells) all += "|" + cell.text;
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
    CHECK(shown(fence + "text\n| a | b |\n|---|---|\n| 1 | 2 |\n" + fence +
                "\n\nx\n") == "x\n");
  }
  CHECK(shown("````\n```\ny\n````\nx\n") == "x\n");
  CHECK(shown("```a``` b\n") == "```a``` b\n");
}

TEST_CASE("markdown page: a row of dashes below the first is a row") {
  CHECK(shown("| a | b |\n|---|---|\n| - | - |\n| 1 | 2 |\n") ==
        "|a|b|-|-|1|2\n");
}

}  // namespace
}  // namespace gov_report
