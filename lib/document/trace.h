// trace.h - a figure and what stands behind it, neutral of any output format.
//
//   entries are not held: they are handed out one at a time, as there may be
//   millions of them
//   words   labels and headings are in the language of the run

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"

namespace gov_report {

/// One thing that adds to a figure.
struct TraceEntry {
  enum class Kind { record, typed, sealed };
  /// A record that is counted, a flow of a stock, the stock before it, or a
  /// figure that stands somewhere as it is.
  enum class Part { counted, plus, minus, opening, figure };
  Kind kind = Kind::record;
  Part part = Part::counted;
  std::string file;  ///< relative to the workspace
  std::uint64_t line = 0;
  std::string name;  ///< number of the record; empty for figures
  std::string cell;  ///< the cell it stands in, which may be part of a sum
  /// By TraceFigure::fields: as it stands in the ledger, and what it was
  /// understood as. Empty for figures.
  std::vector<std::string> values;
  std::vector<std::string> meanings;
  Decimal adds;  ///< with its sign, in the unit of the cell
};

/// A value that explains why a record counts.
struct TraceField {
  std::string id;
  std::string heading;
};

/// A cell that is part of the figure.
struct TracePart {
  std::string cell;
  std::string label;
  std::uint64_t entries = 0;
  Decimal value;
};

/// A row that may belong to the figure and could not be counted.
struct TraceMiss {
  std::string file;
  std::uint64_t line = 0;
  std::string name;
  std::string reason;
};

/// A place where a figure should stand.
struct TraceGap {
  std::string cell;
  std::string label;
  std::string file;  ///< empty: no such place
  std::uint64_t line = 0;
  std::string reason;  ///< may be empty
};

struct TraceFigure {
  int year = 0;
  std::string format;
  std::string cell;
  std::string label;
  std::optional<Decimal> value;  ///< nullopt: there is no figure
  bool may_be_blank = false;     ///< no table prints it
  std::vector<TraceField> fields;
  std::vector<TracePart> parts;  ///< not zero; empty if it is no sum
  std::vector<TraceGap> gaps;    ///< why there is no figure
  std::uint64_t records = 0;     ///< entries that are records
  std::vector<TraceMiss> missed;
  std::uint64_t missed_in_all = 0;
};

}  // namespace gov_report
