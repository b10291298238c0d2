// The mark of a note behind a figure is no part of the figure, in whatever
// format a report is read.

#include <doctest/doctest.h>

#include "import/docx_page.h"
#include "import/html_page.h"
#include "write/docx.h"
#include "write/html.h"
#include "write/markdown.h"
#include "write/sample_document.h"
#include "write/support.h"

namespace gov_report {
namespace {

/// Texts of the second table that hold a 60 or a 125, marked or not.
std::string figures_of(const std::vector<CellGrid>& tables) {
  if (tables.size() != 3) return "tables";
  std::string found;
  for (const TextCell& cell : tables[1].cells) {
    const bool meant = cell.text.starts_with("60") ||
                       cell.text.find("①") != std::string::npos ||
                       cell.text.find("③") != std::string::npos;
    if (meant) found += cell.text + ";";
  }
  return found;
}

TEST_SUITE_BEGIN("import");

TEST_CASE("import: marks of notes are left out of HTML and Markdown") {
  const Document document = sample_with_notes();
  ReadFault fault;
  CHECK(figures_of(read_html_tables(write_html(document, ""), fault)) == "60;");
  CHECK(figures_of(read_markdown_tables(write_markdown(document), fault)) ==
        "60;");
  CHECK(fault.variant.empty());
}

TEST_CASE("import: marks of notes are left out of DOCX") {
  if (!run_process({"pandoc", "--version"}, "", {}).started) return;
  TemporaryFolder folder;
  REQUIRE(write_docx(sample_with_notes(), folder / "a.docx", {}).outcome ==
          DocxResult::Outcome::written);
  ReadFault fault;
  CHECK(figures_of(read_docx_tables(folder / "a.docx", fault)) == "60;");
  CHECK(fault.variant.empty());
}

TEST_SUITE_END();

}  // namespace
}  // namespace gov_report
