// last_year_sets.h - the cases and documents that the sealed report of last
// year names, compared one by one with this year's ledger (domain rules 3.2,
// 3.3, 4.4).
//
//   in      the records of one ledger, in any order
//   memory  last year's open cases and documents; of this year's records only
//           the documents that disagree, and the cases in no list whose number
//           is one character off one that is

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/coverage.h"
#include "ledger/record_reader.h"
#include "schema/year_end.h"
#include "tally/year_end.h"

namespace gov_report {

/// Which file the lists stand in and what they are of.
struct SealedSource {
  std::string file;
  int year = 0;
};

/// What one part of a ledger holds of last year's open cases.
struct CarriedCasesSeen {
  /// Open at the start of the year, and in no list; a listed case may be meant.
  struct Stranger {
    OpenCase own;
    Place place;
    std::optional<std::size_t> meant{};  ///< in the list; known at the end
  };
  std::set<std::string> seen;  ///< numbers of listed cases, folded
  std::vector<Stranger> strangers;
};

/// What one part of a ledger says about documents in force.
struct DocumentsSeen {
  std::set<std::string> seen;  ///< listed, by document_key() as all of these
  std::map<std::string, Finding> added;     ///< issued before, in no list
  std::map<std::string, Finding> repealed;  ///< this year, in no list
  std::set<std::string> repealed_before;
  std::set<std::string> issued;  ///< this year
};

/// Findings: the rules of LedgerFormat::carried.
class CarriedCaseRules {
 public:
  /// REQUIRES: ledger.carried. `cases` is last year's list.
  CarriedCaseRules(const LedgerFormat& ledger, const ReportYear& year,
                   const std::vector<OpenCase>& cases, SealedSource source,
                   FindingSink sink);

  void check(const Record& record, const RecordReader& reader);

  /// Adds what others have seen of other records, against the same list.
  void absorb(CarriedCaseRules& other);
  /// The same by way of a file.
  CarriedCasesSeen take_seen();
  void add_seen(CarriedCasesSeen other);

  /// After all records. `whole`: every row could be read, so that a case
  /// that did not turn up is missing.
  void finish(bool whole, Coverage& coverage);

 private:
  using Stranger = CarriedCasesSeen::Stranger;

  void compare(const OpenCase& sealed, const Record& record,
               const RecordReader& reader) const;
  void report_not_carried(const OpenCase& sealed, const Record& record,
                          const RecordReader& reader) const;
  void report_changed(const std::string& rule, const OpenCase& sealed,
                      FieldIndex field, const Record& record,
                      const RecordReader& reader) const;
  Finding about(std::string rule, std::string variant, const OpenCase& sealed,
                Place place) const;
  Text class_label(const std::string& id) const;
  bool is_near_a_case(const std::string& id);
  /// Gives strangers the missing case whose number is one character off
  /// theirs; returns the cases that are left.
  std::vector<const OpenCase*> pair_strangers();
  void report(const Stranger& stranger) const;

  const LedgerFormat& ledger_;
  const CarriedCases& rules_;
  const ReportYear& year_;
  const std::vector<OpenCase>& cases_;
  SealedSource source_;
  FindingSink sink_;
  std::unordered_map<std::string, std::size_t> by_id_;  // folded → cases_
  std::vector<bool> seen_;
  std::vector<Stranger> strangers_;
  std::vector<std::size_t> near_;  // hashes of the numbers in cases_, sorted
};

/// Findings: the rule of LedgerFormat::standing, variants missing, added,
/// repealed.
class StandingDocumentRules {
 public:
  /// `complete`: by kind, whether the list holds all documents in force.
  StandingDocumentRules(const LedgerFormat& ledger, const ReportYear& year,
                        const std::vector<StandingDocument>& documents,
                        std::set<std::string> complete, SealedSource source,
                        FindingSink sink);

  void check(const Record& record, const RecordReader& reader);
  /// What was seen, to be put together with others' before finish(): of two
  /// findings about one document the earlier counts.
  DocumentsSeen& seen() { return seen_; }
  void finish(bool whole, Coverage& coverage);

 private:
  Finding about(std::string variant, const std::string& number,
                Place place) const;

  const LedgerFormat& ledger_;
  const StandingDocuments& rules_;
  const ReportYear& year_;
  SealedSource source_;
  FindingSink sink_;
  std::set<std::string> complete_;
  std::map<std::string, const StandingDocument*> listed_;  // not seen so far
  DocumentsSeen seen_;
};

}  // namespace gov_report
