#include "import/docx_table.h"

#include <algorithm>

#include "base/text.h"
#include "import/docx_styles.h"
#include "import/office_parts.h"

namespace gov_report {
namespace {

/// Or nothing.
bool is_number_alone(std::string_view text) {
  return half_width(text).find_first_not_of("0123456789.,-/ \n\t") ==
         std::string::npos;
}

}  // namespace

void DocxTable::open(std::string_view name, const XmlAttributes& attributes,
                     Position here) {
  if (name == "tr") {
    ++row_;
    column_ = 0;
    row_taken_out_ = false;
    row_hidden_ = false;
  } else if (name == "trPr") {
    in_row_properties_ = true;
  } else if (name == "del" && in_row_properties_) {
    row_taken_out_ = true;
  } else if (name == "hidden" && in_row_properties_) {
    row_hidden_ = is_switched_on(attributes.get("val"));
  } else if (name == "tc") {
    cell_ = {};
    cell_.at = here;
  } else if (name == "gridBefore") {
    column_ += std::clamp(number_or(attributes.get("val"), 0), 0, kGridColumns);
    column_ = std::min(column_, kGridColumns);
  } else {
    open_cell_property(name, attributes);
  }
}

void DocxTable::open_cell_property(std::string_view name,
                                   const XmlAttributes& attributes) {
  const std::string_view value = attributes.get("val");
  if (name == "gridSpan") {
    cell_.span = std::max(1, number_or(value, 1));
  } else if (name == "vMerge") {
    cell_.below = value == "restart" ? Merge::start : Merge::goes_on;
  } else if (name == "hMerge") {
    cell_.goes_on_beside = value != "restart";
  } else if (name == "tcPr") {
    in_cell_properties_ = true;
  } else if (name == "shd" && in_cell_properties_) {
    const std::string_view fill = attributes.get("fill");
    cell_.shaded = !fill.empty() && fill != "auto" && !is_white_colour(fill);
  } else if (name == "cellDel") {
    cell_.taken_out = true;
  } else if (name == "cellMerge") {  // by a change that is only marked
    cell_.unread = true;
  }
}

void DocxTable::close(std::string_view name) {
  if (name == "trPr") in_row_properties_ = false;
  if (name == "tcPr") in_cell_properties_ = false;
  if (name == "tc" && !row_taken_out_) end_cell();
  if (name == "tr" && row_taken_out_) --row_;
}

void DocxTable::text(std::string_view piece, const RunLooks& looks) {
  const int position = looks.position;
  cell_.text += piece;
  if (position == 0) cell_.on_line += piece;
  if (trimmed(piece).empty()) return;
  cell_.uneven = cell_.uneven || cell_.position.value_or(position) != position;
  cell_.position = position;
  // Digits that are only small may be the mark of a note.
  const bool digits = piece.find_first_of("0123456789") != piece.npos;
  cell_.white = cell_.white || (digits && looks.white);
  if (!digits || looks.size <= 0 || position != 0) return;
  const auto [small, large] = std::minmax(looks.size, cell_.size);
  if (small > 0 && small * 100 < large * 85) cell_.unread = true;
  cell_.size = looks.size;
}

void DocxTable::note_nested() {
  nested_ = true;
  cell_.unread = true;
}

void DocxTable::end_cell() {
  if (cell_.taken_out) return;
  const bool fits =
      row_ >= 0 && row_ < kGridRows && column_ >= 0 && column_ < kGridColumns;
  if (!fits || grid_.cells.size() >= kGridCells) {
    grid_.cut = true;
    meet(grid_.lost, fits ? ReadLimit::grid_cells : ReadLimit::grid_size);
    return;
  }
  if (cell_.span > kGridColumns - column_) {
    cell_.span = kGridColumns - column_;
    grid_.cut = true;
  }
  if (cell_.goes_on_beside) {
    widen_cell_before();
  } else {
    place_cell();
  }
  column_ += cell_.span;
  grid_.rows = std::max(grid_.rows, row_ + 1);
  grid_.columns = std::max(grid_.columns, column_);
}

void DocxTable::place_cell() {
  const auto above = merged_.find(column_);
  if (cell_.below == Merge::goes_on && above != merged_.end()) {
    TextCell& cell = grid_.cells[above->second];
    const bool next = cell.row + cell.row_span == row_;
    if (next) ++cell.row_span;
    if (next) return;
  }
  merged_.erase(column_);
  // One that goes on from nothing begins.
  if (cell_.below != Merge::none) merged_[column_] = grid_.cells.size();
  grid_.cells.push_back(finished_cell());
}

void DocxTable::widen_cell_before() {
  if (grid_.cells.empty()) return;
  TextCell& before = grid_.cells.back();
  // One that goes on from above is as wide as it is there.
  if (before.row == row_ && before.column + before.column_span == column_) {
    before.column_span += cell_.span;
  }
}

TextCell DocxTable::finished_cell() const {
  // What stands above or below the rest is the mark of a note.
  std::string text = cell_.uneven ? cell_.on_line : cell_.text;
  while (text.ends_with('\n')) text.pop_back();
  const bool ink = !trimmed(text).empty();
  // "1." in front of a figure is shown as well.
  const bool counted = cell_.numbered && is_number_alone(text);
  const bool white = cell_.white && !cell_.shaded;
  const bool unread = cell_.unread || counted || white ||
                      (row_hidden_ && ink) ||
                      ((cell_.beside || cell_.uneven) && !ink);
  return {row_,
          column_,
          1,
          cell_.span,
          std::move(text),
          cell_.at,
          unread ? CellDoubt::unreadable : CellDoubt::none};
}

}  // namespace gov_report
