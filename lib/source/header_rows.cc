#include "source/header_rows.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

std::string cell_of(const TopRow& row, std::size_t column) {
  if (column >= row.cells.size()) return {};
  return std::string(trimmed(row.cells[column]));
}

HeaderRows one_row(const TopRow& row, const HeadingTest& is_heading) {
  HeaderRows header{row.number, row.number, 0, {}};
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    header.names.push_back(cell_of(row, c));
    const std::string& name = header.names.back();
    if (!name.empty() && is_heading(name)) ++header.known;
  }
  return header;
}

/// Groups above, parts below: a group stands over the parts up to the next
/// one. A row of values is no row of parts: it has some under known headings.
HeaderRows two_rows(const TopRow& above, const TopRow& below,
                    const HeadingTest& is_heading) {
  HeaderRows header{above.number, below.number, 0, {}};
  std::string group;
  for (std::size_t c = 0; c < std::max(above.cells.size(), below.cells.size());
       ++c) {
    const std::string own = cell_of(above, c);
    const std::string part = cell_of(below, c);
    if (!own.empty()) group = own;
    const bool own_known = !own.empty() && is_heading(own);
    std::string name = part.empty() ? own : part;
    if (!part.empty()) {
      if (is_heading(group + part)) {
        name = group + part;
      } else if (!is_heading(part) && own_known) {
        return {};
      }
    }
    if (!name.empty() && is_heading(name)) ++header.known;
    header.names.push_back(std::move(name));
  }
  return header;
}

bool has_several_cells(const TopRow& row) {
  return std::ranges::count_if(row.cells, [](const std::string& cell) {
           return !cell.empty();
         }) > 1;
}

}  // namespace

HeaderRows find_header(const std::vector<TopRow>& rows,
                       const HeadingTest& is_heading) {
  const HeadingTest nothing = [](std::string_view) { return false; };
  HeaderRows best;
  std::size_t notes = 0;  // rows with several cells, the header too
  for (std::size_t i = 0; is_heading && i < rows.size(); ++i) {
    const bool several = has_several_cells(rows[i]);
    const bool below = best.known > 1 && rows[i].number > best.last;
    if (several && best.known <= 1) ++notes;
    HeaderRows one = one_row(rows[i], is_heading);
    if (one.known > best.known && notes <= kMostNotes + 1) {
      best = std::move(one);
    } else if (several && (below || notes > kMostNotes)) {
      break;  // a record
    }
    if (i + 1 == rows.size() || rows[i + 1].number != rows[i].number + 1) {
      continue;
    }
    HeaderRows two = two_rows(rows[i], rows[i + 1], is_heading);
    const bool need_both = two.known > one_row(rows[i + 1], is_heading).known;
    if (need_both && two.known > best.known) best = std::move(two);
  }
  if (best.known > 1) return best;
  // A title is one cell.
  const auto several = std::ranges::find_if(rows, has_several_cells);
  const bool use_several = is_heading && several != rows.end();
  return one_row(use_several ? *several : rows.front(), nothing);
}

}  // namespace gov_report
