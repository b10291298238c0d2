// workpapers.h - the workbook in which an auditor recounts every figure.
//
//   sheets  notes; checks (formula against our tally, red where they differ);
//           the statutory tables with a live formula in every figure; an index
//           of the records behind each; figures that come from no record; the
//           ledgers
//   memory  rows are written as they come; of each figure a few are remembered
//   for
//           the index
//   exact   where a ledger has more rows than a sheet, or a number of more
//           than 15 digits, its figures have no formulas, and it is said
//   bytes   depend on what is written alone
//   errors  std::system_error with the path if the file cannot be written

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "document/workpapers.h"

namespace gov_report {

inline constexpr std::uint64_t kSheetRows = 1 << 20;  ///< with the headings

/// A text by its key, with {name}s filled in.
using WorkpaperWords = std::function<std::string(
    std::string_view key, const std::vector<Argument>& arguments)>;

class WorkpapersWriter {
 public:
  /// REQUIRES: `plan` outlives the writer.
  WorkpapersWriter(const Workpapers& plan, const std::filesystem::path& target,
                   WorkpaperWords words, std::uint64_t sheet_rows = kSheetRows);
  ~WorkpapersWriter();

  void add_row(std::size_t ledger, const LedgerRow& row);

  /// Writes all the other sheets; what did not fit, by ledger.
  std::vector<RowsLeftOut> finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gov_report
