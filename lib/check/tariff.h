// tariff.h - fees for processing applications (信息处理费, 109号 §3 to §5).
//
//   in      the records of the applications ledger, in any order
//   units   元, whole
//   memory  one entry per application charged by the piece, and one per
//           application of the same applicants

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/coverage.h"
#include "ledger/record_reader.h"
#include "schema/ledger_format.h"

namespace gov_report {

/// The rate of unit `n`.
///   rate of (10, piece) is 0, (11) is 100, (31) is 200, (41) is 300
std::int64_t rate(const std::vector<TariffStep>& steps, std::int64_t n);
/// The rates of units 1 to `n` added up.
///   total of (35, piece) is 3000, (150, page) is 1700
std::int64_t total(const std::vector<TariffStep>& steps, std::int64_t n);

class TariffRules {
 public:
  TariffRules(const Tariff& tariff, std::string_view report_format);

  void bind(const RecordReader& reader, Coverage& coverage);
  void check(Record& record, const RecordReader& reader);
  /// Charges by the piece depend on all applications of a month.
  void finish(const FindingSink& sink);

 private:
  struct Application {
    std::string order;
    bool charged = false;  ///< by the piece
    Decimal amount;
    std::string name;
    Place place;
  };

  std::optional<std::string> month_of(const Record& record) const;
  void enter(const std::string& month, bool charged, const Record& record,
             const RecordReader& reader);
  void check_pages(Record& record, const RecordReader& reader);
  /// `expected` is known for charges by the page only.
  void report(const std::string& rule, std::optional<std::int64_t> expected,
              Record& record, const RecordReader& reader) const;

  const Tariff& tariff_;
  bool applies_ = true;  ///< in this report format
  bool active_ = false;  ///< and with the columns of this file
  std::map<std::string, std::vector<Application>> months_;
};

}  // namespace gov_report
