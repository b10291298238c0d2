#include "support/small_form.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "import/stretch_rows.h"
namespace gov_report {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '|') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  for (std::string& cell : cells) cell = std::string(trimmed(cell));
  return cells;
}

CellGrid grid_of(const std::vector<std::string>& lines) {
  CellGrid grid;
  std::map<std::size_t, std::size_t> above;  // cell, by column
  for (std::size_t r = 0; r < lines.size(); ++r) {
    const auto cells = cells_of(lines[r]);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (cells[c] == "^") {
        ++grid.cells[above.at(c)].row_span;
      } else if (cells[c] == "<") {
        ++grid.cells.back().column_span;
      } else {
        above[c] = grid.cells.size();
        TextCell cell;
        cell.row = static_cast<int>(r);
        cell.column = static_cast<int>(c);
        cell.text = cells[c];
        cell.at = {r + 1, static_cast<std::uint32_t>(c) + 1};
        grid.cells.push_back(std::move(cell));
      }
    }
    grid.columns = std::max(grid.columns, static_cast<int>(cells.size()));
  }
  grid.rows = static_cast<int>(lines.size());
  return grid;
}

}  // namespace

PublishedForm small_form(const std::vector<SmallRow>& rows) {
  auto format = std::make_shared<ReportFormat>();
  std::vector<FormRow> form_rows;
  std::set<std::string> words;
  CellIndex next = 0;
  for (const SmallRow& row : rows) {
    FormRow own;
    own.table = row.table;
    own.block = row.block;
    own.printed = row.label;
    own.label = Label(row.label);
    own.whole = own.label;
    own.parts = row.parts;
    own.headers = row.headers;
    for (const std::string& header : row.headers) {
      own.columns.emplace_back(header);
      own.paths.push_back({own.columns.back()});
      own.cells.push_back(next++);
      words.insert(fold(header));
    }
    if (!row.label.empty()) words.insert(fold(row.label));
    format->tables.resize(std::max(format->tables.size(), row.table + 1));
    form_rows.push_back(std::move(own));
  }
  return {format,
          std::move(form_rows),
          {words.begin(), words.end()},
          {},
          SectionHeadings(*format)};
}

PublishedPage tables_page(const std::vector<std::vector<std::string>>& tables) {
  PublishedPage page;
  page.kind = PublishedPage::Kind::html;
  page.file = "page.html";
  for (const auto& lines : tables) {
    PageBlock block;
    block.kind = PageBlock::Kind::table;
    block.grid = grid_of(lines);
    page.blocks.push_back(std::move(block));
  }
  return page;
}

PublishedPage lines_page(const std::vector<std::string>& lines) {
  PublishedPage page;
  for (const std::string& line : lines) {
    const Position at{page.blocks.size() + 1, 1};
    PageBlock block;
    block.at = at;
    block.runs.push_back({});
    block.runs.back().text = line;
    block.runs.back().at = at;
    page.blocks.push_back(std::move(block));
  }
  return page;
}

SmallLines::SmallLines(const std::vector<std::string>& lines,
                       const std::vector<SmallRow>& rows)
    : form(small_form(rows)),
      cut(cut_stretches(lines_page(lines), 0, lines.size(), form.words,
                        FigureWords())) {
  name_rows(cut.stretches, form.rows, 1);
}

}  // namespace gov_report
