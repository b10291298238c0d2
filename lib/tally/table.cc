#include "tally/table.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr int kDecimalsOfFigures = 8;

/// The number at the front of a text such as "3 of which 2 are new".
std::optional<Decimal> leading_number(std::string_view text) {
  std::size_t size = 0;
  if (text.starts_with('-')) size = 1;
  while (size < text.size() &&
         (text[size] == '.' || (text[size] >= '0' && text[size] <= '9'))) {
    ++size;
  }
  while (size > 0) {
    if (const auto number = Decimal::parse(text.substr(0, size))) {
      return number;
    }
    --size;
  }
  return std::nullopt;
}

/// A figure of possible size, also with separators: "1,234" is 1234, badly
/// written (the check says so).
std::optional<Decimal> plain_number(std::string_view text) {
  std::string digits(text);
  const std::size_t end = std::min(digits.find('.'), digits.size());
  for (std::size_t at = end; at >= 5 && digits[at - 4] == ','; at -= 4) {
    digits.erase(at - 4, 1);
  }
  const auto number = Decimal::parse(digits);
  if (!number || *number > kLargestFigure || -*number > kLargestFigure ||
      number->decimals() > kDecimalsOfFigures) {
    return std::nullopt;
  }
  return number;
}

std::optional<Decimal> sum_of_parts(const Table& table,
                                    const std::vector<CellIndex>& parts) {
  Decimal sum;
  for (const CellIndex part : parts) {
    const auto number = table.number(part);
    if (!number) return std::nullopt;
    sum += *number;
  }
  return sum;
}

}  // namespace

std::optional<Decimal> Table::number(CellIndex cell) const {
  const Cell& found = cells[cell];
  if (found.state != CellState::number) return std::nullopt;
  return found.number;
}

std::optional<Decimal> Table::number(std::string_view id) const {
  const auto index = format->cell(id);
  return index ? number(*index) : std::nullopt;
}

Table make_table(const ReportFormat& format, int year, std::string agency) {
  Table table;
  table.format = &format;
  table.year = year;
  table.agency = std::move(agency);
  table.cells.resize(format.cells.size());
  table.origins.resize(format.tables.size(), Origin::none);
  return table;
}

Cell cell_from_text(std::string_view text, Place place) {
  Cell cell;
  cell.place = std::move(place);
  cell.text = std::string(text);
  const std::string plain = half_width(text);
  // Marks that offices print where a figure does not apply: / - and dashes,
  // and the word for none.
  constexpr std::array<std::string_view, 6> kNone = {
      "/", "-", "--", "\u2014", "\u2014\u2014", "\u65E0"};
  if (plain.empty()) {
    cell.state = CellState::blank;
  } else if (const auto number = plain_number(plain)) {
    cell.state = CellState::number;
    cell.number = *number;
  } else if (std::ranges::find(kNone, plain) != kNone.end()) {
    cell.state = CellState::not_applicable;
  } else {
    cell.state = CellState::text;
    cell.number = leading_number(plain).value_or(Decimal());
  }
  return cell;
}

namespace {

/// Sums that have no value of their own; `groups_only`: those that no table
/// prints.
void fill(Table& table, bool groups_only) {
  // A sum may add up sums that come later in the form: repeat until nothing
  // changes. Sums do not contain themselves, so this ends.
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const CellFormat& format = table.format->cells[i];
      Cell& cell = table.cells[i];
      const bool open =
          cell.state == CellState::missing || cell.state == CellState::blank;
      if (format.parts.empty() || !open) continue;
      if (groups_only && format.kind != CellKind::group) continue;
      const auto sum = sum_of_parts(table, format.parts);
      if (!sum) continue;
      cell.state = CellState::number;
      cell.number = *sum;
      changed = true;
    }
  }
}

}  // namespace

void fill_sums(Table& table) {
  fill(table, false);
}

void fill_group_totals(Table& table) {
  fill(table, true);
}

}  // namespace gov_report
