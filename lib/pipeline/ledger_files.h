// ledger_files.h - which files, and which sheets of workbooks, every ledger is
// read from.
//
//   in        ledgers/NAME.*, or what gov-report.yaml says under `ledgers:`
//   out       files in their order; of a workbook with several sheets, one
//             entry for each that has the columns a ledger must have
//   absent    a workbook whose sheets all lack some has the one that lacks the
//             fewest, so that opening it says what is missing
//   findings  sheets-chosen, ledger-in-two-places, unknown-key (no such ledger)

#pragma once

#include <vector>

#include "base/finding.h"
#include "schema/schema.h"
#include "source/xlsx_rows.h"
#include "workspace/config.h"
#include "workspace/workspace.h"

namespace gov_report {

/// The sheets of a workbook that a ledger is read from, in their order; of any
/// other file, and of one that names its sheet, itself.
std::vector<InputFile> files_to_read(const LedgerFormat& ledger, InputFile file,
                                     const FindingSink& sink);

/// Entries under `ledgers:` that are no ledger.
void report_unknown_ledgers(const std::vector<LedgerFormat>& ledgers,
                            const Config& config, const FindingSink& sink);

/// By LedgerIndex.
using LedgerFiles = std::vector<std::vector<InputFile>>;

LedgerFiles find_ledger_files(const std::vector<LedgerFormat>& ledgers,
                              const Config& config, const Workspace& workspace,
                              const FindingSink& sink);

/// How the sheet of such a file is found, and its header.
SheetChoice sheet_choice(const LedgerFormat& ledger, const InputFile& file);

/// The files without their sheets, each once: a workbook may hold several
/// ledgers.
void add_whole_files(const std::vector<InputFile>& files,
                     std::vector<InputFile>& inputs);

/// Entries of ledgers/ that no ledger is read from.
std::vector<std::string> files_not_read(
    const LedgerFiles& files, const std::vector<LedgerFormat>& ledgers,
    const Config& config, const Workspace& workspace);

}  // namespace gov_report
