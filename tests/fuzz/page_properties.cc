#include <algorithm>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/text.h"
#include "fuzz/parts_text.h"
#include "fuzz/properties.h"
#include "fuzz/whole_xml.h"
#include "import/pdf_page.h"
#include "import/read_page.h"
#include "import/read_report.h"
#include "pipeline/published_law.h"
#include "schema/load_rules.h"

namespace gov_report::test {
namespace {

void fail(const std::string& words) {
  throw std::logic_error(words);
}

const PublishedLaw& law() {
  static const auto kLaw = [] {
    const FindingSink ignore = [](const Finding&) {};
    const auto rules = load_rule_catalogue(DataFiles(), ignore);
    return PublishedLaw::load(DataFiles(), rules.value(), ignore).value();
  }();
  return kLaw;
}

std::string text_of(Position at) {
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

void check_utf8(std::string_view text) {
  if (first_invalid_utf8(text)) fail("a text of the page is no UTF-8");
}

/// Cells in their order, inside the grid, none on the top left of another.
void check_grid(const CellGrid& grid) {
  if (grid.cells.size() > kGridCells || grid.rows > kGridRows ||
      grid.columns > kGridColumns) {
    fail("a grid beyond the limits");
  }
  std::pair<int, int> last(-1, 0);
  for (const TextCell& cell : grid.cells) {
    check_utf8(cell.text);
    const std::pair<int, int> here(cell.row, cell.column);
    if (here <= last) fail("cells are not in their order");
    last = here;
    const bool inside = cell.row >= 0 && cell.column >= 0 &&
                        cell.row_span >= 1 && cell.column_span >= 1 &&
                        cell.row < grid.rows &&
                        cell.column + cell.column_span <= grid.columns;
    if (!inside) fail("a cell outside of its grid");
  }
}

/// All texts that stand on a page, cells and paragraphs.
std::vector<std::string> texts_of(const PublishedPage& page) {
  std::vector<std::string> texts;
  for (const PageBlock& block : page.blocks) {
    texts.push_back(text_of(block));
    check_utf8(texts.back());
    check_grid(block.grid);
    for (const TextCell& cell : block.grid.cells) texts.push_back(cell.text);
  }
  return texts;
}

/// The digits that matter: "０１，２３４.50" as "1234.5".
std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : half_width(text)) {
    const bool matters = (c >= '0' && c <= '9') || c == '.';
    if (matters && (c != '0' || !digits.empty())) digits += c;
  }
  if (digits.find('.') == std::string::npos) return digits;
  while (digits.ends_with('0')) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

/// Where the cells of tables stand, as far as that is known.
std::set<std::string> places_of_cells(const PublishedPage& page) {
  std::set<std::string> places;
  for (const PageBlock& block : page.blocks) {
    for (const TextCell& cell : block.grid.cells) {
      if (cell.at.line != 0 && cell.at.column != 0) {
        places.insert(text_of(cell.at));
      }
    }
  }
  return places;
}

/// A figure that is read stands on the page as it is read, and no cell is read
/// twice.
void check_figures(const PublishedReport& report,
                   const std::vector<std::string>& texts,
                   const std::set<std::string>& places) {
  std::set<std::string> read;
  for (const Cell& cell : report.table.cells) {
    // A total of a group that the form does not print has no text.
    if (cell.state != CellState::number || cell.text.empty()) continue;
    if (digits_of(cell.text) != digits_of(cell.number.text())) {
      fail(cell.text + " is read as " + cell.number.text());
    }
    const bool stands =
        std::ranges::any_of(texts, [&cell](const std::string& text) {
          return text.find(cell.text) != std::string::npos;
        });
    if (!stands) fail("nowhere on the page: " + cell.text);
    const std::string place = cell.place.address.empty()
                                  ? text_of(cell.place.at)
                                  : cell.place.address;
    // Of figures in running text only the paragraph is known.
    const bool is_cell = !cell.place.address.empty() || places.contains(place);
    if (is_cell && !read.insert(place).second) {
      fail("read twice: " + cell.text + " at " + place);
    }
  }
}

/// Everything that is known of a report.
std::string described(const std::optional<PublishedReport>& report) {
  if (!report) return "no report";
  std::string text = report->format->id + " " + std::to_string(report->year) +
                     " " + report->agency + (report->several ? " several" : "");
  for (std::size_t i = 0; i < report->table.cells.size(); ++i) {
    const Cell& cell = report->table.cells[i];
    if (cell.state == CellState::missing) continue;
    text += "\n" + report->format->cells[i].id + " " + cell.text + " " +
            cell.number.text() + " " + std::to_string(cell.place.at.line);
  }
  for (const UnreadRow& row : report->readings.unread) {
    text += "\nunread " + std::to_string(row.row) + " " + row.printed;
  }
  for (const ReportSection& section : report->text.sections) {
    text += "\n" + section.id + " " + section.heading;
    for (const ReportBlock& block : section.blocks) text += text_of(block);
  }
  return text;
}

/// `again`: it is read twice, which takes as long again.
void report_is_sound(PublishedPage page, bool again) {
  const std::vector<std::string> texts = texts_of(page);
  const std::set<std::string> places = places_of_cells(page);
  const auto report = read_report(page, law().words());
  if (again && described(report) !=
                   described(read_report(std::move(page), law().words()))) {
    fail("reads differently");
  }
  if (report) check_figures(*report, texts, places);
}

void page_is_sound(const std::string& bytes, const std::string& name) {
  // A PDF is read by a program of its own; see pdf_page_is_sound().
  if (bytes.starts_with("%PDF")) return;
  std::size_t findings = 0;
  auto page = published_page(bytes, name, law().pages(),
                             [&findings](const Finding&) { ++findings; });
  if (findings != (page ? 0 : 1)) fail("a page or one finding");
  if (page) report_is_sound(std::move(*page), bytes.size() % 4 == 0);
}

}  // namespace

void html_page_is_sound(std::string_view bytes) {
  page_is_sound(std::string(bytes), "page.html");
}

void xlsx_page_is_sound(std::string_view bytes) {
  page_is_sound(zip_of_parts(bytes, "xl/worksheets/sheet1.xml", small_book("")),
                "page.xlsx");
}

void docx_page_is_sound(std::string_view bytes) {
  page_is_sound(zip_of_parts(bytes, "word/document.xml",
                             {{"word/document.xml", "<document/>"}}),
                "page.docx");
}

void text_page_is_sound(std::string_view bytes) {
  // Markdown begins with a heading or a table.
  const bool marked = bytes.starts_with('#') || bytes.starts_with('|');
  page_is_sound(std::string(bytes), marked ? "page.md" : "page.txt");
}

void pdf_page_is_sound(std::string_view bytes) {
  std::string boxes =
      bytes.size() % 4 == 0 ? std::string(bytes) : whole_xml(bytes);
  if (first_invalid_utf8(boxes)) return;  // told before
  ReadFault fault;
  PublishedPage page = read_pdf_page(std::move(boxes), law().pages(), fault);
  if (fault.variant.empty() == page.blocks.empty()) fail("a page or a fault");
  if (!page.blocks.empty()) {
    report_is_sound(std::move(page), bytes.size() % 4 == 0);
  }
}

}  // namespace gov_report::test
