// ledgers.h - one pass over the records of a ledger: typed, checked, counted.

#pragma once

#include <string>
#include <vector>

#include "base/progress.h"
#include "check/coverage.h"
#include "ledger/applicant_names.h"
#include "ledger/matches.h"
#include "schema/calendar.h"
#include "schema/rule_catalogue.h"
#include "schema/schema.h"
#include "source/encoding.h"
#include "tally/ledger_tally.h"
#include "tally/report_file.h"
#include "workspace/workspace.h"

namespace gov_report {

class LedgerScan;
class PartRows;
class UniqueValues;

/// What all ledgers of a run share.
struct LedgerPass {
  const Schema& schema;
  const RuleCatalogue& rules;
  const ReportYear& year;
  Date as_of;    ///< the day cases are judged on
  Date horizon;  ///< no event can be later
  Calendar& calendar;
  Coverage& coverage;
  const FindingSink& sink;
  const SealedReport* last = nullptr;  ///< null: none
  YearEnd* year_end = nullptr;  ///< where a year that is closed puts its lists
  ApplicantNames* names = nullptr;   ///< told of each record; null: nobody asks
  unsigned jobs = 1;                 ///< threads
  Progress* progress = nullptr;      ///< null: nobody looks
  std::optional<Encoding> encoding;  ///< of CSV and TSV; absent: found out
  /// Takes what only all files of a ledger together can judge, which is then
  /// not judged here (pipeline/part_rows.h); null: judge it.
  PartRows* rows = nullptr;
};

/// By the form and year of the pass.
bool is_error(const Finding& finding, const LedgerPass& pass);

struct LedgerResult {
  LedgerTally tally;
  bool complete = true;  ///< every file could be read
  bool faulty = false;   ///< some rows have errors
  /// By field: whether every file of the ledger has the column.
  std::vector<bool> columns;
  std::vector<bool> some_columns;  ///< whether some file has it
};

/// What came of one file.
struct FileResult {
  bool complete = false;
  std::uint64_t rows_rejected = 0;
  std::vector<bool> has_column;  ///< by field; empty: not opened
};

/// Adds the records of one file to `scan`, by several threads if it is large
/// and the order of its records does not matter.
FileResult read_ledger_file(LedgerIndex ledger, const InputFile& file,
                            const LedgerPass& pass, UniqueValues& unique,
                            LedgerScan& scan);

LedgerResult read_ledger(LedgerIndex ledger,
                         const std::vector<InputFile>& files,
                         const LedgerPass& pass);

}  // namespace gov_report
