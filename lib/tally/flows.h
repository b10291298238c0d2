// flows.h - in which ways records reach a figure: the one place that tally,
// trace and workpapers take it from.
//
//   rules   counting rules of the statute: 30号 and 60号 一(三), 条例 §50

#pragma once

#include <optional>
#include <vector>

#include "ledger/matches.h"
#include "schema/report_format.h"

namespace gov_report {

/// Records that meet `where` add `sign` times what the cell measures.
struct Flow {
  Where where;
  int sign = 1;
  bool before_year = false;  ///< a flow of a stock in the years before
};

/// A plain cell has one flow; a stock those of the year, then those of the
/// years before.
std::vector<Flow> flows_of(const CellSource& source);

/// What adds up to the printed figure.
struct FigureParts {
  bool opening = false;  ///< the stock at the end of the year before
  bool year = false;     ///< the flows of the year, or all of a plain cell
  bool earlier = false;  ///< the flows of the years before

  bool has(const Flow& flow) const { return flow.before_year ? earlier : year; }
};

/// A stock whose opening nobody knows is counted from zero.
FigureParts parts_of(const CellSource& source, bool opening_known);

/// What `record` adds where it counts, in the unit of the ledger: 1, or the
/// value of the measured field; an empty or unreadable value adds nothing.
Decimal amount_of(const Measure& measure, const Record& record);

/// The same figure in the unit of the cell: 元 in 万元.
Decimal in_unit_of_cell(const Measure& measure, Decimal amount);

/// The field that keeps a record with an error from being counted: all other
/// conditions hold, and this one cannot be judged because its value could not
/// be understood, or is missing where there must be one. nullopt if the record
/// is counted, or is none of this flow anyhow.
std::optional<FieldIndex> undecided_field(const Where& where,
                                          const Record& record,
                                          const ReportYear& year);

}  // namespace gov_report
