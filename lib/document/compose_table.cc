#include "document/compose_table.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/text.h"

namespace gov_report {
namespace {

using GridPlace = std::pair<int, int>;

/// ① to ㊿, then (51): never to be taken for a part of a figure.
std::string note_mark(std::size_t number) {
  struct Range {
    std::size_t from;
    std::size_t to;
    char32_t first;
  };
  constexpr Range kCircled[] = {
      {1, 20, 0x2460}, {21, 35, 0x3251}, {36, 50, 0x32B1}};
  for (const Range& range : kCircled) {
    if (number < range.from || number > range.to) continue;
    std::string mark;
    append_utf8(mark, range.first + static_cast<char32_t>(number - range.from));
    return mark;
  }
  return "(" + std::to_string(number) + ")";
}

class TableComposer {
 public:
  TableComposer(const Table& table, const TableFormat& format)
      : table_(table), form_(*table.format), format_(format) {
    for (const GridCell& cell : format.grid) {
      if (cell.figure) places_[*cell.figure] = {cell.row, cell.column};
    }
  }

  TableBlock compose(const ComposeOptions& options) const {
    TableBlock block;
    block.id = format_.id;
    block.name = format_.label.zh;
    block.landscape = format_.landscape;
    block.rows = format_.rows;
    block.columns = format_.columns;
    block.header_rows = format_.header_rows;
    block.widths = format_.widths;
    for (const GridCell& cell : format_.grid) {
      block.cells.push_back(printed(cell));
    }
    add_notes(block, options);
    for (const Constraint& constraint : form_.constraints) {
      if (auto check = live_check(constraint)) {
        if (options.check_label) check->label = options.check_label(constraint);
        block.checks.push_back(std::move(*check));
      }
    }
    return block;
  }

 private:
  /// Notes are numbered in each table, in the order of its figures.
  static void add_notes(TableBlock& block, const ComposeOptions& options) {
    for (TableCell& cell : block.cells) {
      for (const CellNote& note : options.notes) {
        if (cell.id.empty() || note.cell != cell.id) continue;
        const std::string mark = note_mark(block.notes.size() + 1);
        cell.mark += mark;
        block.notes.push_back({note.cell, mark, note.text});
      }
    }
    if (!block.notes.empty()) block.notes_lead = options.notes_lead;
  }

  static TableCell::Role role_of(GridCell::Role role) {
    switch (role) {
      case GridCell::Role::title:
        return TableCell::Role::title;
      case GridCell::Role::header:
        return TableCell::Role::header;
      case GridCell::Role::corner:
        return TableCell::Role::corner;
      case GridCell::Role::label:
        return TableCell::Role::label;
      case GridCell::Role::figure:
        break;
    }
    return TableCell::Role::figure;
  }

  TableCell printed(const GridCell& place) const {
    TableCell cell;
    cell.row = place.row;
    cell.column = place.column;
    cell.row_span = place.row_span;
    cell.column_span = place.column_span;
    cell.role = role_of(place.role);
    cell.text = place.text;
    cell.hint = place.hint;
    cell.hint_part = place.hint_part;
    if (!place.figure) return cell;
    cell.id = form_.cells[*place.figure].id;
    cell.number = table_.number(*place.figure);
    // A number is printed plainly, whatever blanks or full-width digits it
    // has in the source.
    cell.text =
        cell.number ? cell.number->text() : table_.cells[*place.figure].text;
    for (const CellIndex part : form_.cells[*place.figure].parts) {
      add_part(part, cell.parts);
    }
    return cell;
  }

  /// A part that is not printed is the total of a group: its parts stand for
  /// it.
  void add_part(CellIndex part, std::vector<GridPlace>& parts) const {
    const auto found = places_.find(part);
    if (found != places_.end()) {
      parts.push_back(found->second);
      return;
    }
    for (const CellIndex inner : form_.cells[part].parts) {
      add_part(inner, parts);
    }
  }

  /// Equations over cells of this table alone that the form shows as checks.
  std::optional<TableCheck> live_check(const Constraint& constraint) const {
    const bool plain =
        constraint.show_check && !constraint.is_sum && !constraint.condition &&
        constraint.holds.op == Comparison::Operator::equal &&
        constraint.from_year <= table_.year &&
        table_.year <= constraint.to_year && !constraint.uses_last_year();
    TableCheck check;
    if (!plain || !add_terms(constraint.holds.left, 1, check) ||
        !add_terms(constraint.holds.right, -1, check) || check.terms.empty()) {
      return std::nullopt;
    }
    check.column = check.terms.front().column;
    return check;
  }

  /// False if a term is no printed cell of this table or has another factor
  /// than 1 and -1.
  bool add_terms(const Expression& side, int sign, TableCheck& check) const {
    if (side.constant != Decimal()) return false;
    for (const Term& term : side.terms) {
      const bool plus = term.factor == Decimal(1);
      if (!plus && term.factor != Decimal(-1)) return false;
      std::vector<GridPlace> parts;
      add_part(term.cell, parts);
      if (parts.empty()) return false;
      for (const auto& [row, column] : parts) {
        check.terms.push_back({row, column, plus ? sign : -sign});
      }
    }
    return true;
  }

  const Table& table_;
  const ReportFormat& form_;
  const TableFormat& format_;
  std::unordered_map<CellIndex, GridPlace> places_;  // of printed figures
};

}  // namespace

TableBlock compose_table(const Table& table, std::size_t index,
                         const ComposeOptions& options) {
  return TableComposer(table, table.format->tables[index]).compose(options);
}

}  // namespace gov_report
