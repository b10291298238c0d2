#include "import/unlabelled_rows.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "import/figure_looks.h"

namespace gov_report {
namespace {

constexpr std::size_t kNone = RowMatches::kNone;

std::size_t headers_in(const PageRow& row, const FormRow& form) {
  std::size_t alike = 0;
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const Label& label = row.looks[c].label;
    if (label.empty() || row.cells[c]->text.size() > kLongestHeader) continue;
    alike += std::ranges::any_of(form.columns, [&](const Label& column) {
      return likeness(label, column) >= 80;
    });
  }
  return alike;
}

/// The rows with most of its headers, more than half of them.
std::vector<std::size_t> headers_of(const std::vector<PageRow>& rows,
                                    const FormRow& form,
                                    const std::vector<bool>& in_section) {
  std::vector<std::size_t> headers;
  std::size_t most = form.columns.size() / 2 + 1;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!in_section[rows[i].grid]) continue;
    const std::size_t alike = headers_in(rows[i], form);
    if (alike < most) continue;
    if (alike > most) headers.clear();
    headers.push_back(i);
    most = alike;
  }
  return headers;
}

bool numbers_columns(const PageRow& row) {
  std::vector<std::string_view> figures;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const bool any = row.looks[i].figure && row.looks[i].ink;
    if (any) figures.push_back(trimmed(row.cells[i]->text));
  }
  // Fewer may be what a row has that is blank but for these.
  constexpr std::size_t kFewest = 5;
  return figures.size() >= kFewest && count_on(figures);
}

/// Words in the place of one figure are none of its own; figures that count
/// on number the columns.
bool is_row_of_figures(const PageRow& row, const FormRow& form) {
  if (numbers_columns(row)) return false;
  std::size_t figures = 0;
  std::size_t blanks = 0;
  for (const CellLooks& looks : row.looks) {
    blanks += looks.ink ? 0 : 1;
    figures += looks.ink && looks.figure ? 1 : 0;
  }
  const std::size_t others = row.cells.size() - figures - blanks;
  const std::size_t most = row.cells.size() > form.cells.size() ? 2 : 1;
  return (figures > 0 || blanks > 2) && others <= most;
}

bool have_same_texts(const PageRow& a, const PageRow& b) {
  return std::ranges::equal(
      a.cells, b.cells, {},
      [](const TextCell* cell) { return trimmed(cell->text); },
      [](const TextCell* cell) { return trimmed(cell->text); });
}

/// A heading or a paragraph, as a sheet has them below its tables; a few words
/// may name a row.
bool is_text(const PageRow& row) {
  constexpr std::size_t kFewWords = 12;  // characters
  const auto has_ink = [](const CellLooks& looks) { return looks.ink; };
  const auto only = std::ranges::find_if(row.looks, has_ink);
  if (std::ranges::count_if(row.looks, has_ink) != 1 || only->figure) {
    return false;
  }
  const auto at = static_cast<std::size_t>(only - row.looks.begin());
  return !only->label.number().empty() ||
         character_count(row.cells[at]->text) > kFewWords;
}

/// Rows below one in its table, up to such a text, one that has a label of the
/// form or most of its headers again.
class RowsBelow {
 public:
  RowsBelow(const std::vector<PageRow>& rows, const RowMatches& matches,
            const FormRow& form)
      : rows_(rows), matches_(matches), form_(form) {}

  /// The first row of figures; kNone: there is none.
  std::size_t figures(std::size_t above) const {
    for (std::size_t i = above + 1; is_below(i, above); ++i) {
      if (is_row_of_figures(rows_[i], form_)) return i;
    }
    return kNone;
  }
  /// Another row of figures: of another year, or a part.
  bool has_rival(std::size_t above) const {
    for (std::size_t i = above + 1; is_below(i, above); ++i) {
      const bool any_ink = std::ranges::any_of(rows_[i].looks, &CellLooks::ink);
      if (any_ink && is_row_of_figures(rows_[i], form_)) return true;
    }
    return false;
  }

 private:
  bool is_below(std::size_t i, std::size_t above) const {
    return i < rows_.size() && rows_[i].grid == rows_[above].grid &&
           matches_.of(i) == kNone && !is_text(rows_[i]) &&
           headers_in(rows_[i], form_) <= form_.columns.size() / 2;
  }

  const std::vector<PageRow>& rows_;
  const RowMatches& matches_;
  const FormRow& form_;
};

}  // namespace

std::optional<UnlabelledRow> unlabelled_row(
    const std::vector<PageRow>& rows, const RowMatches& matches,
    const FormRow& form, const std::vector<bool>& in_section) {
  const std::vector<std::size_t> headers = headers_of(rows, form, in_section);
  if (headers.empty()) return std::nullopt;
  const RowsBelow below(rows, matches, form);
  UnlabelledRow found{headers.front()};
  for (const std::size_t header : headers) {
    const std::size_t row = below.figures(header);
    // A sheet does not have rows that are blank.
    const bool again =
        rows[header].grid == rows[headers.front()].grid && headers.size() > 1;
    found.doubtful = found.doubtful || (row == kNone && again);
    if (row == kNone) continue;
    if (found.row == kNone) found.row = row;
    found.doubtful = found.doubtful || below.has_rival(row) ||
                     !have_same_texts(rows[row], rows[found.row]);
  }
  return found;
}

}  // namespace gov_report
