// ledger_sheet.h - the records of a ledger on a sheet, row by row, each with
// the figures that count it.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/workpapers.h"
#include "write/xlsx_file.h"

namespace gov_report {

class LedgerSheetWriter {
 public:
  /// `rows`: how many rows a sheet has, the headings included.
  LedgerSheetWriter(XlsxSheet sheet, const LedgerSheet& ledger,
                    std::uint64_t rows);

  /// The sheet row it stands in; 0 if there was no room.
  int add(const LedgerRow& row, const std::vector<WorkpaperFigure>& figures);
  /// Filter, print set-up with `mark` on every page, names of the columns.
  void finish(XlsxFile& file, const std::string& mark);

  std::uint64_t rows() const { return rows_; }
  std::uint64_t listed() const { return listed_; }
  bool too_long() const { return too_long_; }
  /// Formulas see every record as it is.
  bool complete() const { return rows_ == listed_ && !too_long_; }
  /// The most decimals of any number in the column.
  int decimals(std::size_t column) const { return decimals_[column]; }

 private:
  void put(int row, std::size_t column, const SheetValue& value);

  XlsxSheet sheet_;
  const LedgerSheet& ledger_;
  std::uint64_t limit_;
  std::uint64_t rows_ = 0;
  std::uint64_t listed_ = 0;
  bool too_long_ = false;
  std::vector<int> decimals_;
};

/// A sheet's name in a reference: 'it''s'.
std::string quoted_sheet(const std::string& name);

}  // namespace gov_report
