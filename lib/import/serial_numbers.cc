#include "import/serial_numbers.h"

#include <charconv>
#include <optional>

#include "base/text.h"
#include "import/stretch_rows.h"

namespace gov_report {
namespace {

/// The last figure of a stretch if nothing of the stretch stands before it in
/// its line; empty: there is none.
std::string number_at_end(const Stretch& stretch) {
  if (stretch.figures.empty() || stretch.bars_behind > 0) return {};
  const TextPiece& last = stretch.figures.back();
  const std::uint64_t line = last.line;
  const bool alone =
      stretch.figures.size() == 1
          ? stretch.lines.back().second != line
          : stretch.figures[stretch.figures.size() - 2].line != line;
  return alone ? half_width(last.text) : std::string();
}

/// The number that rows count from, if it stands before one.
std::optional<int> first_number(const Stretch& before) {
  const std::string text = number_at_end(before);
  int number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  const bool whole = !text.empty() && error == std::errc() && stop == end;
  return whole ? std::optional(number) : std::nullopt;
}

/// The stretches that end with the numbers of a table's rows; empty if one of
/// its rows has none. `others`: what stands between the rows is numbered too.
std::vector<std::size_t> numbered_before(const std::vector<Stretch>& stretches,
                                         const std::vector<FormRow>& form,
                                         std::size_t table, bool others) {
  constexpr std::size_t kFewest = 3;
  std::vector<std::size_t> found;
  std::size_t rows = 0;
  std::size_t end = 0;
  std::optional<int> next;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (is_of_table(stretches[i], form, table)) end = i + 1;
  }
  if (end == 0 || is_of_table(stretches[0], form, table)) return {};
  for (std::size_t i = 1; i < end; ++i) {
    const bool row = is_of_table(stretches[i], form, table);
    if (row && !next) next = first_number(stretches[i - 1]);
    if (row && !next) return {};
    const bool numbered =
        next && number_at_end(stretches[i - 1]) == std::to_string(*next);
    if (row && !numbered) return {};
    if (!numbered || !(row || (others && rows > 0))) continue;
    found.push_back(i - 1);
    ++*next;
    rows += row ? 1 : 0;
  }
  return rows < kFewest ? std::vector<std::size_t>() : found;
}

/// The words of a row begin in a line with only its number in front of them,
/// without a mark.
bool stands_behind_number(const Stretch& before, const Stretch& stretch,
                          const Label& label) {
  return !label.number().empty() && number_at_end(before) == label.number() &&
         before.figures.back().line == stretch.lines.front().second &&
         stretch.words.starts_with(label.words());
}

}  // namespace

bool drop_serial_numbers(std::vector<Stretch>& stretches,
                         const std::vector<FormRow>& form, std::size_t tables) {
  bool any = false;
  for (std::size_t i = 1; i < stretches.size(); ++i) {
    if (stretches[i].rows.empty()) continue;
    const Label& label = form[stretches[i].rows.front()].label;
    if (!stands_behind_number(stretches[i - 1], stretches[i], label)) continue;
    stretches[i - 1].figures.pop_back();
    any = true;
  }
  for (std::size_t t = 0; t < tables; ++t) {
    auto numbered = numbered_before(stretches, form, t, false);
    if (numbered.empty()) numbered = numbered_before(stretches, form, t, true);
    for (const std::size_t i : numbered) {
      stretches[i].figures.pop_back();
      any = true;
    }
  }
  return any;
}

}  // namespace gov_report
