// ledger_file.h - opens a ledger, whatever it is written in.
//
//   in      a path; .csv .tsv .yaml .yml, in any encoding of encoding.h;
//           .xlsx .xlsm
//   out     its rows
//   errors  nullptr after one of the findings file-missing, file-unreadable,
//           file-too-large, unknown-file-type, invalid-encoding, empty-file,
//           or after those about a header or workbook that cannot be read

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/finding.h"
#include "source/encoding.h"
#include "source/row_source.h"
#include "source/xlsx_rows.h"

namespace gov_report {

/// A YAML ledger is held in memory while it is read, a CSV ledger is not.
inline constexpr std::size_t kYamlLedgerLimit = 256 << 20;

/// By the name: .csv or .tsv.
bool is_csv(const std::filesystem::path& path);

struct LedgerOptions {
  RowChoice rows = RowChoice::records;
  SheetChoice sheets;  ///< of a workbook; of CSV how its header is known
  /// What somebody has said of CSV and TSV; absent: found out. The file is
  /// looked through all the same for bytes that are not in it.
  std::optional<Encoding> encoding;
};

/// `shown_name` is what findings call the file. The file is read twice: to
/// decide its encoding, then for its rows.
std::unique_ptr<RowSource> open_ledger(const std::filesystem::path& path,
                                       std::string shown_name,
                                       const FindingSink& sink,
                                       const LedgerOptions& options = {});

/// Whether the file is read as a workbook, by its name.
bool is_workbook(const std::filesystem::path& path);

}  // namespace gov_report
