// field_columns.h - which column of a source has which field of a ledger.
//
//   in        the columns of a source by their headings, as
//             ledger/heading_words.h knows them
//   out       the column of each field
//   absent    a field without a column; a column that names no field is not
//             read
//   findings  missing-column, duplicate-column

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "ledger/heading_words.h"
#include "source/row_source.h"

namespace gov_report {

class FieldColumns {
 public:
  FieldColumns(const LedgerFormat& format, const RowSource& rows,
               std::string file, const FindingSink& sink);

  /// False if a required column is missing or a field has two: nothing can be
  /// read then.
  bool usable() const { return usable_; }

  const std::optional<std::size_t>& of(FieldIndex field) const {
    return columns_[field];
  }

 private:
  void bind(const FindingSink& sink);
  void report_missing(const FindingSink& sink);
  void report_missing_field(const FieldFormat& field,
                            const std::vector<std::string>& unused,
                            const FindingSink& sink) const;
  std::vector<std::string> unused_headings() const;
  bool has_ids() const;

  const LedgerFormat& format_;
  const RowSource& rows_;
  std::string file_;
  HeadingWords headings_;
  bool usable_ = true;
  std::vector<std::optional<std::size_t>> columns_;  // by field
};

}  // namespace gov_report
