#include "import/grid_sense.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "import/unlabelled_rows.h"

namespace gov_report {
namespace {

/// No sentence, nor longer than headers are.
bool is_header(const TextCell& cell) {
  return cell.text.size() <= kLongestHeader &&
         cell.text.find("\u3002") == std::string::npos;
}

bool is_over(const TextCell& above, const TextCell& cell) {
  return above.column < cell.column + cell.column_span &&
         cell.column < above.column + above.column_span;
}

}  // namespace

GridSense::GridSense(const std::vector<PageRow>& rows,
                     const PublishedForm& form, const RowMatches& matches,
                     const OtherSense& sense, const Captions& captions)
    : rows_(rows),
      known_(form.words),
      matches_(matches),
      sense_(sense),
      captions_(captions) {
  bool other = false;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const std::size_t grid = rows_[i].grid;
    if (i == 0 || grid != rows_[i - 1].grid) {
      other = std::ranges::any_of(captions[grid], [&](const std::string& line) {
        return sense_.is_in_caption(line, {});
      });
    }
    // It holds for all that follows in its table.
    const bool title =
        matches_.of(i) == RowMatches::kNone && is_other_title(rows_[i]);
    other = other || title;
    below_other_.push_back(other);
  }
}

/// A few words of another time, alone or beside others that the form does not
/// have, as the unit.
bool GridSense::is_other_title(const PageRow& row) const {
  constexpr std::size_t kMost = 2;  // cells
  const TextCell* first = nullptr;
  std::size_t inked = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    if (!row.looks[i].ink) continue;
    const bool printed =
        std::ranges::binary_search(known_, fold(row.cells[i]->text));
    if (row.looks[i].label.empty() || printed || ++inked > kMost) return false;
    if (first == nullptr) first = row.cells[i];
  }
  return first != nullptr && is_header(*first) &&
         sense_.is_in_caption(fold(first->text), {});
}

bool GridSense::has_other_label(std::size_t page_row,
                                const FormRow& form) const {
  const TextCell* label = matches_.label_cell(page_row);
  if (label == nullptr) return false;
  for (const TextCell* cell : rows_[page_row].cells) {
    const std::string words = fold(cell->text);
    if (cell == label) return sense_.is_in(words, fold(form.printed));
    const bool known = std::ranges::binary_search(known_, words);
    if (!known && sense_.is_in(words, {})) return true;
  }
  return false;
}

void GridSense::drop_other_columns(const GridHeader& header,
                                   const FormRow& form,
                                   std::vector<const TextCell*>& cells) const {
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (cells[c] == nullptr) continue;
    const bool other =
        std::ranges::any_of(header.unknown, [&](const TextCell* above) {
          return is_over(*above, *cells[c]) && is_header(*above) &&
                 (speaks_of_other(*above, form, c) ||
                  (!header.is_exactly_above(c) &&
                   has_other_subject(*above, form, c)));
        });
    if (other) cells[c] = nullptr;
  }
}

std::optional<OtherMoney> GridSense::drop_other_money(
    const GridHeader& header, std::size_t page_row, const FormRow& form,
    std::vector<const TextCell*>& cells) const {
  std::optional<OtherMoney> last;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (cells[c] == nullptr) continue;
    auto other = other_money(header, page_row, form, c, *cells[c]);
    if (!other) continue;
    cells[c] = nullptr;
    last = std::move(other);
  }
  return last;
}

/// What stands over its table counts where nothing nearer names a unit.
std::optional<OtherMoney> GridSense::other_money(const GridHeader& header,
                                                 std::size_t page_row,
                                                 const FormRow& form,
                                                 std::size_t column,
                                                 const TextCell& cell) const {
  const std::optional<int> own = form.money[column];
  if (!own) return std::nullopt;
  MoneyUnits near;
  const auto hear = [&](const std::string& words) {
    near.merge(sense_.money_in(fold(words)));
  };
  if (header.is_exactly_above(column)) hear(form.headers[column]);
  for (const auto& [above, of] : header.others) {
    if (of == column) hear(above->text);
  }
  for (const TextCell* above : header.unknown) {
    // Titles and what stands in the corner are over all columns.
    const bool over = above->column == 0 || is_over(*above, cell);
    if (over && is_header(*above)) hear(above->text);
  }
  for (const TextCell* before : rows_[page_row].cells) {
    if (before->column < cell.column) hear(before->text);
  }
  const bool is_near = !near.empty();
  for (const std::string& line : captions_[rows_[page_row].grid]) {
    if (!is_near) near.merge(sense_.money_in(line));
  }
  const auto of_form = static_cast<std::size_t>(
      std::ranges::count(near, own, &MoneyUnits::value_type::second));
  if (is_near ? of_form == near.size() : near.empty() || of_form > 0) {
    return std::nullopt;
  }
  OtherMoney other = {std::string(trimmed(cell.text)), "", std::nullopt};
  if (near.size() > 1) return other;
  other.unit = near.begin()->first;
  // A caption may speak of other figures below it too.
  if (is_near) other.power = near.begin()->second;
  return other;
}

bool GridSense::speaks_of_other(const TextCell& header, const FormRow& form,
                                std::size_t column) const {
  std::string of_form;
  for (const Label& label : form.paths[column]) of_form += label.words();
  of_form += fold(form.headers[column]);
  return sense_.is_in(fold(header.text), of_form);
}

/// What begins in the first column is a title.
bool GridSense::has_other_subject(const TextCell& header, const FormRow& form,
                                  std::size_t column) const {
  const std::string words = fold(header.text);
  return header.column > 0 &&
         std::ranges::all_of(form.paths[column], [&](const Label& label) {
           return sense_.has_other_subject(words, label.words());
         });
}

}  // namespace gov_report
