// ledger_file.h - opens a ledger, whatever it is written in.
//
//   in      a path; .csv .tsv .yaml .yml, in any encoding of encoding.h
//   out     its rows
//   errors  nullptr after one of the findings file-missing, file-unreadable,
//           file-too-large, unknown-file-type, invalid-encoding, empty-file,
//           or after those about a header that cannot be read

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/finding.h"
#include "source/encoding.h"
#include "source/row_source.h"

namespace gov_report {

/// A YAML ledger is held in memory while it is read, a CSV ledger is not.
inline constexpr std::size_t kYamlLedgerLimit = 256 << 20;

/// `shown_name` is what findings call the file. The file is read twice: to
/// decide its encoding, then for its rows. `told` is the encoding of CSV and
/// TSV, if somebody has said it; the file is still looked through for bytes
/// that are not in it.
std::unique_ptr<RowSource> open_ledger(const std::filesystem::path& path,
                                       std::string shown_name,
                                       const FindingSink& sink,
                                       RowChoice choice = RowChoice::records,
                                       std::optional<Encoding> told = {});

}  // namespace gov_report
