// row_rules.h - rules over single ledger rows (domain rules 4.6 and 4.7).
//
//   units   periods are working days (schema/calendar.h)
//   memory  about 200 bytes for each row that a `distinct` rule looks at

#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/coverage.h"
#include "ledger/matches.h"
#include "ledger/profiles.h"
#include "ledger/record_reader.h"
#include "schema/calendar.h"
#include "schema/ledger_format.h"

namespace gov_report {

/// A row that a `distinct` rule looks at, where rows of other files must be
/// seen before it can be judged.
struct DistinctRow {
  const RowRule* rule = nullptr;
  std::string key;    ///< equal for rows that the rule takes for the same
  std::string value;  ///< as messages have it
};
/// The finding over such a row that is not the first of its key. Place and
/// record are still to be filled in.
Finding repeated_row(const LedgerFormat& ledger, const RowRule& rule,
                     const std::string& value, const std::string& first,
                     Date as_of);

class RowRules {
 public:
  RowRules(const LedgerFormat& ledger, std::string_view report_format,
           const ReportYear& year, Date as_of, Calendar& calendar);

  /// To be called for each file before its records: which rules can run.
  void bind(const RecordReader& reader, Coverage& coverage);

  /// Tells `profiles` what check() will ask.
  void ask(Profiles& profiles) const;

  void check(Record& record, const RecordReader& reader,
             Profiles::Id profile = Profiles::kNone);

  using DistinctSink =
      std::function<void(DistinctRow, const Record&, const RecordReader&)>;
  /// From now on `distinct` rules find nothing; their rows go to `sink`.
  void defer_distinct(DistinctSink sink) { deferred_ = std::move(sink); }

 private:
  struct Broken {
    FieldIndex field;  ///< where the finding points
    std::vector<Argument> arguments;
    std::string variant;
  };

  /// A rule that two dates keep by their order, whatever they are.
  struct Ordered {
    FieldIndex earlier = 0;
    FieldIndex later = 0;
    const RowRule* rule = nullptr;
  };
  /// The rules that a record of one profile may break.
  struct Open {
    bool known = false;
    std::vector<Ordered> ordered;  ///< most of them: both are dates
    std::vector<const RowRule*> others;
  };

  const Open& open_rules(const Record& record, Profiles::Id profile);
  bool may_break(const RowRule& rule, const Record& record) const;
  void test_and_report(const RowRule& rule, Record& record,
                       const RecordReader& reader);
  std::optional<Broken> test(const RowRule& rule, const Record& record,
                             const RecordReader& reader);
  std::optional<Broken> test_then(const RowRule& rule,
                                  const Record& record) const;
  std::optional<Broken> test_pair(const RowRule& rule, const Record& record);
  std::optional<Broken> test_period(const RowRule& rule, const Record& record);
  Broken broken_pair(const RowRule& rule, const Record& record) const;
  std::optional<Broken> test_due(const RowRule& rule, const Record& record);
  std::optional<Broken> test_distinct(const RowRule& rule, const Record& record,
                                      const RecordReader& reader);
  Argument heading(std::string name, FieldIndex field) const;
  Argument text(std::string name, FieldIndex field, const Record& record) const;

  const LedgerFormat& ledger_;
  std::string format_;
  const ReportYear& year_;
  Date as_of_;
  Calendar& calendar_;
  std::vector<const RowRule*> active_;
  std::vector<Open> open_;                                 // by profile
  std::unordered_map<std::string, std::string> distinct_;  // key → first place
  DistinctSink deferred_;
};

}  // namespace gov_report
