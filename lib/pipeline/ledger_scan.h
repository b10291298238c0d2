// ledger_scan.h - records of a ledger typed, checked and counted: all of them,
// or the share of one thread, to be put together with the others'.

#pragma once

#include <optional>

#include "check/row_rules.h"
#include "check/tariff.h"
#include "ledger/profiles.h"
#include "ledger/record_reader.h"
#include "pipeline/ledgers.h"
#include "pipeline/year_sets.h"

namespace gov_report {

class LedgerScan {
 public:
  /// `pass` must outlive the scan.
  LedgerScan(LedgerIndex ledger, const LedgerPass& pass);

  /// Where the reader of the records puts its findings.
  FindingSink row_sink();

  /// To be called for each reader before its records, and again when a source
  /// without a header has shown them all: which rules can run.
  void bind(const RecordReader& reader);
  /// All that the reader has.
  void read(RecordReader& reader);

  /// Adds what another scan of other records of the ledger has found.
  void absorb(LedgerScan& other);

  LedgerTally& tally() { return tally_; }
  /// Some record has an error. A late reply is a row like any other: errors
  /// alone keep it from counting.
  bool faulty() const { return faulty_; }

  /// After all records. `whole`: every row could be read.
  void finish_sets(bool whole) { sets_.finish(whole); }
  std::optional<TariffRules>& tariff() { return tariff_; }

  YearSets& sets() { return sets_; }

 private:
  const LedgerFormat& format_;
  const LedgerPass& pass_;
  LedgerTally tally_;
  RowRules rules_;
  std::optional<TariffRules> tariff_;
  YearSets sets_;
  Profiles profiles_;
  bool faulty_ = false;
};

}  // namespace gov_report
