#include "import/form_rows.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace gov_report {
namespace {

bool covers_row(const GridCell& cell, int row) {
  return cell.row <= row && row < cell.row + cell.row_span;
}

bool covers_column(const GridCell& cell, int column) {
  return cell.column <= column && column < cell.column + cell.column_span;
}

/// The headers above a figure, from the top down.
std::vector<const GridCell*> headers_of(const TableFormat& table,
                                        const GridCell& figure) {
  std::vector<const GridCell*> found;
  for (const GridCell& cell : table.grid) {
    const bool above = cell.role == GridCell::Role::header &&
                       cell.row < figure.row &&
                       covers_column(cell, figure.column);
    if (above) found.push_back(&cell);
  }
  std::ranges::stable_sort(found, {}, &GridCell::row);
  return found;
}

std::vector<Label> labels_of(const std::vector<const GridCell*>& cells) {
  std::vector<Label> labels;
  for (const GridCell* cell : cells) labels.emplace_back(cell->text);
  return labels;
}

/// The rightmost label of a row.
const GridCell* label_of(const TableFormat& table, int row) {
  const GridCell* found = nullptr;
  for (const GridCell& cell : table.grid) {
    if (cell.role == GridCell::Role::label && covers_row(cell, row)) {
      found = &cell;
    }
  }
  return found;
}

/// "denied.state_secret" of "applications.denied.state_secret.total".
std::string row_path(const std::string& id) {
  const std::size_t first = id.find('.');
  const std::size_t last = id.rfind('.');
  return last > first ? id.substr(first + 1, last - first - 1) : std::string();
}

/// The totals of the group that a row begins, one for each of its figures;
/// empty if it begins none.
std::vector<CellIndex> group_cells(const ReportFormat& format,
                                   const FormRow& row) {
  std::vector<CellIndex> cells;
  for (const CellIndex cell : row.cells) {
    const std::string& id = format.cells[cell].id;
    const std::string path = row_path(id);
    const std::size_t dot = path.find('.');
    if (dot == std::string::npos) return {};
    const std::string table = id.substr(0, id.find('.') + 1);
    const auto group =
        format.cell(table + path.substr(0, dot) + id.substr(id.rfind('.')));
    if (!group || format.cells[*group].kind != CellKind::group) return {};
    cells.push_back(*group);
  }
  return cells;
}

/// The label that a group of rows stands under.
const GridCell* group_label(const TableFormat& table, int row) {
  const GridCell* own = label_of(table, row);
  const GridCell* found = nullptr;
  for (const GridCell& cell : table.grid) {
    const bool above = cell.role == GridCell::Role::label && &cell != own &&
                       covers_row(cell, row) && cell.row == row;
    if (above) found = &cell;
  }
  return found;
}

void set_label(FormRow& row, const GridCell* cell) {
  if (cell == nullptr) return;
  // What stands in the small face is a hint that many leave out.
  row.printed = cell->text;
  const std::size_t hint = cell->hint_part.empty()
                               ? std::string::npos
                               : cell->text.find(cell->hint_part);
  row.label = Label(cell->text.substr(0, hint));
  row.whole = Label(cell->text);
}

/// Folded; the last one above a row.
std::string corner_above(const TableFormat& table, int grid_row) {
  std::string corner;
  for (const GridCell& cell : table.grid) {
    if (cell.role == GridCell::Role::corner && cell.row < grid_row) {
      corner = fold(cell.text);
    }
  }
  return corner;
}

std::optional<int> money_of(const CellFormat& cell) {
  if (cell.unit != Unit::amount) return std::nullopt;
  return cell.source ? cell.source->measure.divide_by_power_of_ten : 0;
}

/// Adds the total of a group in front of its rows.
void add_group(const ReportFormat& format, const TableFormat& table,
               int grid_row, const FormRow& first, std::vector<FormRow>& rows) {
  const GridCell* label = group_label(table, grid_row);
  std::vector<CellIndex> cells = group_cells(format, first);
  if (label == nullptr || cells.empty()) return;
  FormRow group = first;
  set_label(group, label);
  group.cells = std::move(cells);
  group.parts = static_cast<std::size_t>(label->row_span);
  rows.push_back(std::move(group));
}

}  // namespace

std::vector<FormRow> form_rows(const ReportFormat& format) {
  std::vector<FormRow> rows;
  std::size_t block = 0;
  for (std::size_t t = 0; t < format.tables.size(); ++t) {
    const TableFormat& table = format.tables[t];
    std::map<int, std::vector<const GridCell*>> figures;  // by row
    for (const GridCell& cell : table.grid) {
      if (cell.figure) figures[cell.row].push_back(&cell);
    }
    const GridCell* last_header = nullptr;
    for (const auto& [grid_row, cells] : figures) {
      FormRow row;
      row.table = t;
      row.corner = corner_above(table, grid_row);
      set_label(row, label_of(table, grid_row));
      for (const GridCell* cell : cells) {
        const auto headers = headers_of(table, *cell);
        const GridCell* header = headers.empty() ? nullptr : headers.back();
        row.cells.push_back(*cell->figure);
        row.headers.push_back(header == nullptr ? "" : header->text);
        row.columns.emplace_back(row.headers.back());
        row.paths.push_back(labels_of(headers));
        row.money.push_back(money_of(format.cells[*cell->figure]));
        if (cell == cells.front() && header != last_header) ++block;
        if (cell == cells.front()) last_header = header;
      }
      row.block = block;
      add_group(format, table, grid_row, row, rows);
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

std::vector<std::string> printed_words(const ReportFormat& format) {
  std::vector<std::string> words;
  for (const TableFormat& table : format.tables) {
    for (const GridCell& cell : table.grid) {
      if (!cell.text.empty()) words.push_back(fold(cell.text));
    }
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

PublishedForms published_forms(
    const std::vector<std::shared_ptr<const ReportFormat>>& formats) {
  std::map<std::string, std::size_t> printed_by;  // how many forms
  std::vector<std::vector<std::string>> words;
  for (const auto& format : formats) {
    words.push_back(printed_words(*format));
    for (const std::string& word : words.back()) ++printed_by[word];
  }
  PublishedForms forms;
  for (std::size_t i = 0; i < formats.size(); ++i) {
    std::vector<std::string> telling;
    std::ranges::copy_if(words[i], std::back_inserter(telling),
                         [&](const std::string& word) {
                           return printed_by.at(word) < formats.size();
                         });
    forms.push_back(std::make_shared<const PublishedForm>(
        PublishedForm{formats[i], form_rows(*formats[i]), std::move(words[i]),
                      std::move(telling), SectionHeadings(*formats[i])}));
  }
  return forms;
}

namespace {

/// The group that a figure is a part of.
using GroupOf = std::map<CellIndex, CellIndex>;

/// Puts a group's total in the place of its parts, where a side has all of
/// them.
void merge_parts(const std::vector<CellIndex>& parts, CellIndex group,
                 Expression& side) {
  const auto is_part = [&](const Term& term) {
    return !term.last_year &&
           std::ranges::find(parts, term.cell) != parts.end();
  };
  const auto found = std::ranges::count_if(side.terms, is_part);
  if (parts.empty() || static_cast<std::size_t>(found) != parts.size()) return;
  Term total = *std::ranges::find_if(side.terms, is_part);
  total.cell = group;
  std::erase_if(side.terms, is_part);
  side.terms.push_back(std::move(total));
}

/// How many terms are parts of a group.
std::size_t parts_in(const Constraint& constraint, const GroupOf& group_of) {
  std::size_t count = 0;
  for (const Expression* side :
       {&constraint.holds.left, &constraint.holds.right}) {
    for (const Term& term : side->terms) {
      count += !term.last_year && group_of.contains(term.cell) ? 1 : 0;
    }
  }
  return count;
}

/// The sum over the columns of a part's row as that of its group's row.
Constraint of_group(Constraint sum, const GroupOf& group_of) {
  for (Expression* side : {&sum.holds.left, &sum.holds.right}) {
    for (Term& term : side->terms) term.cell = group_of.at(term.cell);
  }
  return sum;
}

}  // namespace

ReportFormat with_groups_printed(const ReportFormat& format,
                                 const std::vector<CellIndex>& groups) {
  ReportFormat merged = format;
  GroupOf group_of;
  for (const CellIndex group : groups) {
    for (const CellIndex part : format.cells[group].parts) {
      group_of[part] = group;
    }
    merged.cells[group].parts.clear();
    merged.cells[group].kind = CellKind::printed;
  }
  merged.constraints.clear();
  std::vector<CellIndex> summed;  // groups whose row has its sum
  for (Constraint constraint : format.constraints) {
    for (const CellIndex group : groups) {
      const auto& parts = format.cells[group].parts;
      merge_parts(parts, group, constraint.holds.left);
      merge_parts(parts, group, constraint.holds.right);
    }
    const std::size_t parts = parts_in(constraint, group_of);
    if (parts == 0) {
      merged.constraints.push_back(std::move(constraint));
      continue;
    }
    const std::size_t terms = constraint.holds.left.terms.size() +
                              constraint.holds.right.terms.size();
    if (!constraint.is_sum || parts != terms) continue;
    Constraint sum = of_group(std::move(constraint), group_of);
    const CellIndex total = sum.holds.left.terms.front().cell;
    if (std::ranges::find(summed, total) != summed.end()) continue;
    summed.push_back(total);
    for (const Term& term : sum.holds.right.terms) {
      merged.cells[total].parts.push_back(term.cell);
    }
    merged.constraints.push_back(std::move(sum));
  }
  for (const Constraint& sum : merged.constraints) {
    if (!sum.is_sum || sum.each != Constraint::Each::column) continue;
    auto& parts = merged.cells[sum.holds.left.terms.front().cell].parts;
    parts.clear();
    for (const Term& term : sum.holds.right.terms) parts.push_back(term.cell);
  }
  return merged;
}

std::shared_ptr<const ReportFormat> FormsWithGroups::of(
    const ReportFormat& format, const std::vector<CellIndex>& groups) {
  const std::lock_guard lock(mutex_);
  auto& made = made_[groups];
  if (made == nullptr) {
    made = std::make_shared<const ReportFormat>(
        with_groups_printed(format, groups));
  }
  return made;
}

}  // namespace gov_report
