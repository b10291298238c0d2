// diff_report.h - two years side by side, as a table of text and as JSON.
//
//   absent  a cell that a year's form does not have is a gap, never 0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/diagnostic.h"

namespace gov_report {

/// A cell in one of the years.
struct DiffValue {
  std::optional<Decimal> number;
  std::string text;  ///< if it is no number; empty: blank
};

struct DiffRow {
  std::string id;
  std::string old_id;             ///< where it was called otherwise; else empty
  std::string relation;           ///< same split dropped new
  std::optional<DiffValue> from;  ///< absent: no such cell in that form
  std::optional<DiffValue> to;
  std::string label;
  std::string reason;  ///< of the crosswalk; may be empty

  bool is_changed() const;
};

struct DiffYear {
  int year = 0;
  std::string format;
  std::string source;  ///< where its figures come from, in words
};

struct DiffReport {
  DiffYear from;
  DiffYear to;
  std::vector<DiffRow> rows;  ///< in print order
};

/// Words that the text needs, of the language.
struct DiffWords {
  std::string figure;
  std::string difference;
  std::string blank;
};

/// Columns aligned by display width; only rows that changed, unless `all`.
std::string diff_text(const DiffReport& report, const DiffWords& words,
                      bool all);
std::string diff_json(const DiffReport& report);

}  // namespace gov_report
