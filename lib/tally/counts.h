// counts.h - typed-in figures (counts/YEAR.yaml): a map from cell id to
// figure, nested or dotted, `none` for a whole table or group, and `opening:`
// for the stocks at the end of the year before.
//
//   absent    a cell that is not given stays missing; sums are filled later
//   findings  unknown-key {key, nearest}, figure-given-twice {key},
//             bad-figure {cell, value} for stocks

#pragma once

#include <map>

#include "source/yaml.h"
#include "tally/table.h"

namespace gov_report {

struct Counts {
  /// Given cells by index, with their place in the file.
  std::map<CellIndex, Cell> cells;
  std::map<CellIndex, Decimal> opening;
  std::map<CellIndex, Place> opening_places;
  /// Where a table's figures begin in the file; by index of the table.
  std::map<std::size_t, Place> tables;
};

Counts read_counts(const YamlNode& root, const ReportFormat& format,
                   const std::string& file, const FindingSink& sink);

}  // namespace gov_report
