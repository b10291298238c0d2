// annotated_rows.h - the rows of a ledger file, each with what was found in
// it.
//
//   in      a source that hands out all rows, the findings about its file
//   out     one row after the other, as they stand; a line that is no row but
//           has findings is a row without values
//   absent  a row without findings has none

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/finding_spool.h"
#include "source/row_source.h"

namespace gov_report {

struct AnnotatedRow {
  Row row;  ///< valid until the next one
  std::vector<SpooledFinding> findings;
  /// By value of the row, the worst that was found at it.
  std::vector<std::optional<Severity>> marks;
};

class AnnotatedRows {
 public:
  AnnotatedRows(RowSource& source, FindingSpool& findings);

  /// Those about the file or its header, which stand before all rows.
  const std::vector<SpooledFinding>& of_header() const { return of_header_; }

  bool next(AnnotatedRow& row);

 private:
  void advance();
  /// Moves the findings up to a line over, each said once.
  void take_up_to(std::uint64_t line, std::vector<SpooledFinding>& into);
  std::uint64_t last_line() const;
  void mark(AnnotatedRow& row) const;

  RowSource& source_;
  FindingSpool& findings_;
  std::vector<SpooledFinding> of_header_;
  std::optional<SpooledFinding> ahead_;
  std::string line_text_;  // of a line that is no row
  Row row_;
  bool is_read_ = false;  // row_ is read and not yet handed out
  bool ended_ = false;
};

}  // namespace gov_report
