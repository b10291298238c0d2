// grid_places.h - where the cells of a page's tables stand, as findings say it.
//
//   out  line and character; in a sheet the cell's address, in a Word file
//        the table, row and column; the excerpt is the row, a bar between cells

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/finding.h"
#include "import/published_page.h"

namespace gov_report {

class GridPlaces {
 public:
  /// REQUIRES: page and grids stay.
  GridPlaces(const PublishedPage& page,
             const std::vector<const CellGrid*>& grids)
      : page_(page), grids_(grids) {}

  /// REQUIRES: the cell is one of that grid.
  Place of(std::size_t grid, const TextCell& cell);
  /// The same without the line as its excerpt, of which the cells of a row need
  /// no copies.
  Place in_line(std::size_t grid, const TextCell& cell);

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// The row of a table as messages show it; the one asked for last.
  struct Line {
    std::size_t grid = kNone;
    int row = 0;
    std::size_t first = 0;  ///< cell
    std::string text;
    std::vector<std::uint32_t> marks;  ///< where each cell begins
  };

  std::uint32_t mark_of(std::size_t grid, const TextCell& cell) const;
  void write_line(std::size_t grid, int row);

  const PublishedPage& page_;
  const std::vector<const CellGrid*>& grids_;
  Line line_;
};

}  // namespace gov_report
