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

LedgerResult read_ledger(LedgerIndex ledger,
                         const std::vector<InputFile>& files,
                         const LedgerPass& pass);

}  // namespace gov_report
