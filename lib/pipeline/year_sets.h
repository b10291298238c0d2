// year_sets.h - one ledger's part in the turn of the year: its records against
// the lists of last year's sealed report, and its own lists for a new one.

#pragma once

#include <optional>

#include "check/last_year_sets.h"
#include "pipeline/ledgers.h"

namespace gov_report {

class YearSets {
 public:
  /// Says in the coverage why a comparison does not run.
  YearSets(const LedgerFormat& ledger, const LedgerPass& pass);

  void check(const Record& record, const RecordReader& reader);
  /// Adds what others have seen of other records.
  /// REQUIRES: !ledger.standing.
  void absorb(YearSets& other);
  /// The same by way of a file, documents too; before finish().
  void take(CarriedCasesSeen& cases, DocumentsSeen& documents);
  void add(CarriedCasesSeen cases, DocumentsSeen documents);
  /// `whole`: every row of the ledger could be read.
  void finish(bool whole);

 private:
  void not_run(const NotRunReason& reason);

  const LedgerFormat& ledger_;
  const LedgerPass& pass_;
  std::optional<CarriedCaseRules> cases_;
  std::optional<StandingDocumentRules> documents_;
  std::optional<YearEndCollector> collector_;
};

}  // namespace gov_report
