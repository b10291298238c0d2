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

/// The text of the second cell of a row; "-" if it is not to be read.
std::string cell_of(const std::string& page) {
  ReadFault fault;
  const auto tables = read_html_tables(page, fault);
  if (tables.empty() || tables[0].cells.size() < 2) return "no cell";
  const TextCell& cell = tables[0].cells[1];
  return cell.doubt == CellDoubt::none ? cell.text : "-";
}

std::string cell_with(const std::string& content) {
  return cell_of(
      "<style>.sup{vertical-align:super}</style><table><tr><td>a<td>" +
      content + "</table>");
}

TEST_CASE("import: marks of notes in web pages, however they are raised") {
  CHECK(cell_with("8<span class=sup>1</span>") == "8");
  CHECK(cell_with("8<a href='https://x.gov.cn/r.html#note1'>1</a>") == "8");
  CHECK(cell_with("8<a href='file:///C:/r.htm#_ftn1'>1</a>") == "8");
  CHECK(cell_with("<a href='https://x.gov.cn/#/list'>8</a>1") == "81");
  for (const char* raise :
       {"position:relative;top:-4.0pt;mso-text-raise:4.0pt",
        "position:relative;top:-.4em", "vertical-align:4pt",
        "position:relative;top:-.1rem", "vertical-align:.1rem"}) {
    CAPTURE(raise);
    const std::string span = "<span style='" + std::string(raise) + "'>";
    CHECK(cell_with("8" + span + "1</span>") == "-");
    CHECK(cell_with(span + "<b>8</b></span>") == "8");
    CHECK(cell_with("8" + span + "件</span>") == "8件");
  }
  // Letters that Word puts on their line.
  for (const char* slight : {"position:relative;top:1px", "vertical-align:1px",
                             "position:relative;top:-1.0pt;"
                             "mso-text-raise:1.0pt"}) {
    CAPTURE(slight);
    CHECK(cell_with("8<span style='" + std::string(slight) + "'>1</span>") ==
          "81");
  }
  CHECK(cell_with("8<small>1</small>") == "-");
  CHECK(cell_with("<small>81</small>") == "81");
  CHECK(cell_with("8<small>件</small>") == "8件");
}

TEST_CASE("import: digits of two sizes are no figure") {
  for (const char* open :
       {"<span style='font-size:8px'>", "<span style='font-size:60%'>",
        "<span style='font-size:.7em'>", "<span class=small>",
        "<span class=less><b>", "<small>", "<font size=1>", "<font size=-2>",
        "<span style='font:8px serif'>", "<span style='font-size:smaller'>",
        "<span style='font-size:x-small'>", "<span style='font-size:.6rem'>",
        "<b style='font-size:1.5vw'>"}) {
    CAPTURE(open);
    const auto figure = [&](const std::string& content) {
      return cell_with(
          "<style>.small{font-size:7pt}.less{font-size:70%}"
          "</style>" +
          content);
    };
    const std::string begin(open);
    CHECK(cell_of("<style>.small{font-size:7pt}.less{font-size:70%}</style>"
                  "<table style='font-size:12pt'><tr><td>a<td>8" +
                  begin + "1") == "-");
    CHECK(figure("8" + begin + "1") == "-");
    CHECK(figure(begin + "81") == "81");
    CHECK(figure(begin + "8<i>1</i>") == "81");
    CHECK(figure("81" + begin + "件") == "81件");
  }
  CHECK(cell_with("<span style='font-size:12pt'>8</span>"
                  "<span style='font-size:16px'>1</span>") == "81");
  CHECK(cell_with("<span style='font-size:10.5pt'>8</span>"
                  "<span style='font-size:11pt'>1</span>") == "81");
  CHECK(cell_with("8<span style='font-size:100%'>1</span>") == "81");
  CHECK(cell_with("<span style='font-size:14px'>8<b style='font-size:1em'>1</b>"
                  "</span>") == "81");
}

TEST_CASE("import: a size that half of a figure says is that of the page") {
  for (const char* size : {"14px", "12pt", "10.5pt", "18px", "14pt"}) {
    CAPTURE(size);
    const std::string open = "<span style='font-size:" + std::string(size);
    CHECK(cell_with(open + "'>8</span>1") == "81");
    CHECK(cell_with("8" + open + "'>1</span>") == "81");
  }
  for (const char* size :
       {"9pt", "10px", "16pt", "2em", "1.5vw", "1rem", "var(--s)"}) {
    CAPTURE(size);
    const std::string open = "<span style='font-size:" + std::string(size);
    CHECK(cell_with(open + "'>8</span>1") == "-");
    CHECK(cell_with(open + "'>8<i>1</i></span>") == "81");
  }
  CHECK(cell_with("<i style='font-size:var(--a)'>8</i>"
                  "<i style='font-size:var(--b)'>1</i>") == "-");
  // A page that says how large its letters are.
  for (const char* page : {"body{font-size:20px}", "html{font-size:24px}",
                           "html{font-size:100px}"}) {
    CAPTURE(page);
    const std::string sheet = "<style>" + std::string(page) + "</style>";
    CHECK(cell_with(sheet + "8<i style='font-size:14px'>1</i>") == "-");
    CHECK(cell_with(sheet + "<i style='font-size:14px'>81</i>") == "81");
  }
  CHECK(cell_with("<i style='font-size:var(--a)'>8</i>"
                  "<i style='font-size:var(--a)'>1</i>") == "81");
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
