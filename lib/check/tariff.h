// tariff.h - fees for processing applications (信息处理费, 109号 §3 to §5).
//
//   in      the records of the applications ledger, in any order
//   units   元, whole
//   memory  one entry per application charged by the piece. What it may cost
//           depends on how many applications came before it, so the records
//           are needed twice if there is any

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

/// An application charged by the piece.
struct PieceCharge {
  std::string order;        ///< compares as the applications of its month
  std::int64_t before = 0;  ///< applications of its month that come first
  Decimal amount;
  std::string name;    ///< as messages have it
  std::string record;  ///< in full
  Place place;
};
/// By applicant and month.
using PieceCharges = std::map<std::string, std::vector<PieceCharge>>;

/// Which applicant and month an application is counted in.
struct CountedApplication {
  std::string key;    ///< a hash of the applicant, and the month
  std::string order;  ///< within the month, to be read by count()
};

class TariffRules {
 public:
  TariffRules(const Tariff& tariff, std::string_view report_format);

  void bind(const RecordReader& reader, Coverage& coverage);
  void check(Record& record, const RecordReader& reader);

  /// Adds what others have seen of other records.
  void absorb(const TariffRules& other);

  /// After all records: whether they must be counted before finish().
  bool must_count() const { return !months_.empty(); }
  /// To be given each record once more, by a reader that bind() has seen.
  void count(const Record& record);
  void finish(const FindingSink& sink);

  // The same by way of a file, in which applicants have no names.

  /// nullopt: the record does not count.
  std::optional<CountedApplication> counted(const Record& record) const;
  /// Ends the collection of charges; what is in the result is not here any
  /// more.
  PieceCharges take_charges();
  void add_charges(PieceCharges charges) { months_ = std::move(charges); }
  /// REQUIRES: the charges were added, none was collected.
  void count(const CountedApplication& application);

 private:
  using Charge = PieceCharge;

  std::optional<std::string> month_of(const Record& record) const;
  std::string order_of(const Record& record) const;
  std::string plain_order_of(const Record& record) const;
  void enter(const std::string& month, const Record& record,
             const RecordReader& reader);
  void finish(const std::string& month, const Charge& charge,
              const FindingSink& sink) const;
  void check_pages(Record& record, const RecordReader& reader);
  /// `expected` is known for charges by the page only.
  void report(const std::string& rule, std::optional<std::int64_t> expected,
              Record& record, const RecordReader& reader) const;

  const Tariff& tariff_;
  bool applies_ = true;  ///< in this report format
  bool active_ = false;  ///< and with the columns of this file
  /// By applicant and month, only those with a charge.
  PieceCharges months_;
};

}  // namespace gov_report
