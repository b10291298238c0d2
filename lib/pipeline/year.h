// year.h - everything known about one report year: the law that holds, the
// figures and where they came from, and what was found on the way.

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/finding_list.h"
#include "base/progress.h"
#include "check/coverage.h"
#include "pipeline/ledger_files.h"
#include "schema/schema.h"
#include "source/encoding.h"
#include "tally/counts.h"
#include "tally/report_file.h"
#include "tally/table.h"
#include "workspace/config.h"
#include "workspace/workspace.h"

namespace gov_report {

class MergedParts;
struct Year;

/// What to load.
struct YearRequest {
  std::filesystem::path workspace = ".";
  int year = 0;
  std::string form;           ///< a format id; empty: that of the year
  std::optional<Date> as_of;  ///< absent: 31 January of the year after
  bool draft = false;         ///< texts still to be written come from stubs
  bool closing = false;       ///< collect what is left at the end of the year
  std::size_t limit = 100;    ///< findings kept of each rule; 0: all
  FindingSink watch;        ///< sees every finding as it turns up; may be empty
  bool no_waivers = false;  ///< waivers.yaml is left out
  unsigned jobs = 0;        ///< threads; 0: as many as the machine has
  Progress* progress = nullptr;      ///< null: nobody looks
  std::optional<Encoding> encoding;  ///< of CSV and TSV; absent: found out
  /// Takes the place of the ledgers of the workspace; null: they are read.
  MergedParts* parts = nullptr;
  /// Called when the law is known, before any figure is read; may be empty.
  std::function<void(Year& year)> begin;

  unsigned threads() const;
};

/// The day a year is judged on unless the request says: 31 January after it
/// (条例 §49).
Date default_as_of(int year);

/// The stock at the end of the year before, and who says so.
struct KnownOpening {
  Decimal stock;
  bool sealed = false;  ///< last year's report; else the counts file
};

/// Why a waiver stands, for the readers of the report.
struct PublicReason {
  std::string text;
  Place place;
};

struct Year {
  Schema schema;
  Config config;
  Table table;  ///< its format is schema.report: do not move schema alone
  std::optional<SealedReport> last;
  std::optional<YearEnd> year_end;  ///< if it was asked for
  LedgerFiles ledger_files;         ///< what the ledgers are read from
  std::vector<InputFile> inputs;    ///< every file that was read
  Coverage coverage;
  Counts counts;
  std::map<CellIndex, KnownOpening> openings;  ///< of stocks that have one
  Date horizon;                                ///< no event can be later
  std::optional<Encoding> encoding;  ///< that CSV and TSV were said to be in
  /// False if parts took the place of files that are not at hand any more.
  bool files_at_hand = true;
  /// Ledgers that are there, by field: whether some file has the column.
  std::map<LedgerIndex, std::vector<bool>> columns;
  /// Applicants whose names may stand in the texts; nullopt: no such ledger.
  std::optional<std::vector<std::string>> applicants;
  bool applicants_complete = true;  ///< false: there were too many
  std::vector<PublicReason> public_reasons;
};

/// Everything short of the rules over tables. nullptr after a finding that
/// stops the run: no configuration, an unknown year, a broken schema.
std::unique_ptr<Year> load_year(const YearRequest& request,
                                const DataFiles& data,
                                const RuleCatalogue& rules,
                                const FindingSink& sink);

}  // namespace gov_report
