#include "ledger/profiles.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "ledger/ledger_fixture.h"
#include "ledger/matches.h"

namespace gov_report {
namespace {

TEST_CASE("profiles: what is asked of records has one answer for each") {
  const Schema schema = real_schema(2024);
  const ReportYear year = make_report_year(2024, "\u4E91\u5DDD\u5E02");
  for (const LedgerFormat& format : schema.ledgers) {
    CAPTURE(format.id);
    Profiles profiles(format, year);
    std::vector<const Where*> asked;
    std::vector<FieldIndex> kinds;
    for (const RowRule& rule : format.rules) {
      for (const Where* where : {&rule.condition, &rule.then}) {
        asked.push_back(where);
        profiles.ask(*where);
      }
      for (const FieldIndex field : rule.fields) {
        kinds.push_back(field);
        profiles.ask_kind(field);
      }
    }
    std::map<Profiles::Id, std::string> answers;
    unsigned records = 0;
    read_csv(format, any_ledger(format, 3000, 9),
             [&](Record& record, const RecordReader& reader) {
               const auto profile = profiles.of(record, reader.fields_read());
               if (profile == Profiles::kNone) return;
               ++records;
               std::string answer;
               for (const Where* where : asked) {
                 answer += holds_all(*where, record, year) ? '1' : '0';
               }
               for (const FieldIndex field : kinds) {
                 answer += std::to_string(
                     static_cast<int>(record.values[field].kind));
               }
               const auto [known, is_new] = answers.emplace(profile, answer);
               CHECK(known->second == answer);
             });
    CHECK(records > answers.size());
  }
}

}  // namespace
}  // namespace gov_report
