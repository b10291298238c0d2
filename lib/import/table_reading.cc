#include "import/table_reading.h"

#include <algorithm>
#include <optional>

namespace gov_report {

void TableReadings::note_found(std::size_t table, Place place) {
  if (found[table]) return;
  found[table] = true;
  places[table] = std::move(place);
}

void TableReadings::read_row(const FormRow& row,
                             std::map<CellIndex, Cell> figures) {
  if (row.parts > 0) {
    groups.insert(groups.end(), row.cells.begin(), row.cells.end());
  }
  cells.merge(figures);
}

void TableReadings::note_unread(std::size_t row,
                                const std::vector<std::string_view>& printed,
                                Place place, UnreadRow::Doubt doubt) {
  unread.push_back(
      {row, joined(printed), std::move(place), doubt, printed.size(), {}});
}

void TableReadings::doubt_missing(
    const std::vector<FormRow>& form,
    const std::function<std::optional<Place>(std::size_t)>& beginning_of) {
  const auto beside = [&](std::size_t f, const auto& counts) {
    return std::ranges::find_if(unread, [&](const UnreadRow& one) {
      const bool next = one.row + 1 == f || one.row == f + 1;
      return next && form[one.row].table == form[f].table && counts(one);
    });
  };
  const auto has_lines = [](const UnreadRow& one) {
    return one.doubt == UnreadRow::Doubt::lines && !one.printed.empty();
  };
  for (UnreadRow& one : unread) {
    const bool empty =
        one.doubt == UnreadRow::Doubt::lines && one.printed.empty();
    const bool may_share = empty && beside(one.row, has_lines) != unread.end();
    if (may_share) one.doubt = UnreadRow::Doubt::beside;
  }
  const auto is_cut = [](const UnreadRow& one) {
    return one.doubt == UnreadRow::Doubt::lines ||
           one.doubt == UnreadRow::Doubt::beside;
  };
  std::vector<std::size_t> left;
  for (const std::size_t f : missing) {
    std::optional<Place> place = beginning_of(f);
    const auto other = place ? unread.end() : beside(f, is_cut);
    if (other != unread.end()) place = other->place;
    if (place) {
      note_unread(f, {}, *place, UnreadRow::Doubt::beside);
    } else {
      left.push_back(f);
    }
  }
  missing = std::move(left);
}

void TableReadings::note_missing(
    const std::vector<FormRow>& form, std::size_t table,
    const std::set<std::size_t>& printed_groups,
    const std::function<bool(std::size_t)>& is_there) {
  const auto is_part_of_printed_group = [&](std::size_t f) {
    return std::ranges::any_of(printed_groups, [&](std::size_t group) {
      return group < f && f <= group + form[group].parts;
    });
  };
  for (std::size_t f = 0; f < form.size(); ++f) {
    const bool wanted = form[f].table == table && form[f].parts == 0 &&
                        !is_part_of_printed_group(f);
    if (wanted && !is_there(f)) missing.push_back(f);
  }
}

void TableReadings::note_others(const std::vector<FormRow>& form,
                                const std::vector<StandingRow>& standing) {
  const StandingRow* above = nullptr;
  std::vector<const StandingRow*> others;
  for (const StandingRow& row : standing) {
    if (row.other) {
      others.push_back(&row);
      continue;
    }
    settle_gap(form, above, others, &row);
    above = &row;
    others.clear();
  }
  settle_gap(form, above, others, nullptr);
}

/// Of the other rows between two of the form; nullptr: there is no more.
void TableReadings::settle_gap(const std::vector<FormRow>& form,
                               const StandingRow* above,
                               const std::vector<const StandingRow*>& others,
                               const StandingRow* below) {
  constexpr std::size_t kAddedRows = 20;  // told of a page
  std::vector<std::size_t> gap;
  for (const std::size_t f : missing) {
    const bool between = (above == nullptr || above->row < f) &&
                         (below == nullptr || f < below->row);
    if (between && !form[f].label.empty()) gap.push_back(f);
  }
  // In the table of the page that has the rows beside it.
  const auto is_in_table = [&](const StandingRow* beside, std::size_t i) {
    return beside != nullptr && beside->grid == others[i]->grid &&
           form[beside->row].table == form[gap[i]].table;
  };
  bool in_place = !others.empty() && gap.size() == others.size();
  for (std::size_t i = 0; in_place && i < gap.size(); ++i) {
    in_place = is_in_table(above, i) || is_in_table(below, i);
  }
  for (std::size_t i = 0; i < others.size(); ++i) {
    const AddedRow& other = *others[i]->other;
    if (in_place) {
      replaced.push_back({gap[i], other.printed, other.place, other.figures});
      std::erase(missing, gap[i]);
    } else if (above != nullptr && below != nullptr &&
               added.size() < kAddedRows) {
      added.push_back(other);
      added.back().table = form[above->row].table;
    }
  }
}

std::string joined(const std::vector<std::string_view>& texts) {
  constexpr std::size_t kLongest = 60;  // bytes; the last may be longer
  std::string words;
  for (const std::string_view text : texts) {
    if (words.size() > kLongest) break;
    if (!words.empty()) words += ' ';
    words += text;
  }
  return words;
}

bool sums_hold(const ReportFormat& format,
               const std::map<CellIndex, Cell>& cells) {
  const auto value = [&](const Expression& side) -> std::optional<Decimal> {
    Decimal sum = side.constant;
    for (const Term& term : side.terms) {
      const auto found = cells.find(term.cell);
      if (term.last_year || found == cells.end() ||
          found->second.state != CellState::number) {
        return std::nullopt;
      }
      sum += term.factor * found->second.number;
    }
    return sum;
  };
  bool any = false;
  for (const Constraint& constraint : format.constraints) {
    if (!constraint.is_sum) continue;
    const auto left = value(constraint.holds.left);
    const auto right = value(constraint.holds.right);
    if (!left || !right) continue;
    if (*left != *right) return false;
    any = true;
  }
  return any;
}

}  // namespace gov_report
