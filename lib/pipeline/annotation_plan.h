// annotation_plan.h - which files of which ledgers a marked-up copy is of.
//
//   in        "FILE" or "LEDGER=FILE" as typed; FILE ends in .csv or .xlsx;
//             LEDGER is the id or name of a ledger, or one of its files
//   out       .xlsx: all files of the ledger, or of all ledgers; .csv: one file
//   findings  unknown-option-value (an ending or ledger there is not; variant
//             which-file: a .csv cannot take them all), file-missing

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/ledger_files.h"
#include "schema/schema.h"

namespace gov_report {

struct AnnotationFile {
  Text ledger;  ///< its name
  InputFile file;
  SheetChoice sheets;  ///< for a workbook
};

struct AnnotationPlan {
  std::filesystem::path target;
  bool workbook = false;
  std::vector<AnnotationFile> files;  ///< at least one
};

/// nullopt after a finding.
std::optional<AnnotationPlan> plan_annotation(const std::string& word,
                                              const Schema& schema,
                                              const LedgerFiles& ledgers,
                                              const FindingSink& sink);

/// The file that `word` names, as a path.
std::filesystem::path annotation_target(const std::string& word);

}  // namespace gov_report
