// year_end.h - what is left at the end of a year: the cases that are open and
// the documents in force, by their numbers. A sealed report holds them, and the
// next year's ledger is compared with them.
//
//   absent  a document without a number is in no list
//   memory  the open cases, and the numbers of the documents

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/matches.h"
#include "schema/year_end.h"

namespace gov_report {

struct OpenCase {
  std::string id;  ///< as it stands in the ledger
  Date date;
  std::string value_class;  ///< id of the value; empty: the ledger has none
  Position at;              ///< in the sealed report
};

struct StandingDocument {
  std::string kind;  ///< id of the value
  std::string number;
  Date date;    ///< of issue
  Position at;  ///< in the sealed report
};

/// By ledger. A ledger that nobody keeps has no entry; one without open cases
/// has an empty list.
struct YearEnd {
  std::map<std::string, std::vector<OpenCase>, std::less<>> cases;
  std::map<std::string, std::vector<StandingDocument>, std::less<>> documents;
};

/// Collects from the records of one ledger.
class YearEndCollector {
 public:
  YearEndCollector(const LedgerFormat& ledger, const ReportYear& year)
      : ledger_(ledger), year_(year) {}

  void add(const Record& record);
  /// Adds what others have collected of other records.
  /// REQUIRES: no ledger of documents, whose order matters.
  void absorb(YearEndCollector& other);
  /// Enters the lists of the ledger, sorted by number.
  void finish(YearEnd& into);

 private:
  void add_document(const Record& record);

  const LedgerFormat& ledger_;
  const ReportYear& year_;
  std::vector<OpenCase> cases_;
  std::map<std::string, StandingDocument> issued_;  // by document_key()
  std::map<std::string, Date> repealed_;
};

/// The id of a class value; empty for an empty value.
std::string class_id(const LedgerFormat& ledger, FieldIndex field,
                     const Record& record);
/// What documents are the same by: kind and number, folded.
std::string document_key(std::string_view kind, std::string_view number);

}  // namespace gov_report
