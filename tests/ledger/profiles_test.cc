#include "ledger/profiles.h"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "ledger/ledger_fixture.h"
#include "ledger/matches.h"

namespace gov_report {
namespace {

/// A ledger with every column; what is filled in is one of a few values.
std::string any_ledger(const LedgerFormat& format, unsigned rows) {
  std::mt19937 random(5);
  const auto one_of = [&](const std::vector<std::string>& texts) {
    return texts[random() % texts.size()];
  };
  const auto value_of = [&](const FieldFormat& field) -> std::string {
    switch (field.type) {
      case FieldType::date:
        return one_of({"", "", "2023-12-31", "2024-01-01", "2024-12-31",
                       "2025-01-01", "2024-02-30"});
      case FieldType::count:
      case FieldType::amount:
        return one_of({"", "0", "7", "-"});
      case FieldType::text:
        return one_of({"", "\u672C\u673A\u5173", "\u7532\u5C40"});
      default:
        if (random() % 5 == 0) return one_of({"", "?"});
        return field.values[random() % field.values.size()].id;
    }
  };
  std::string text;
  for (const FieldFormat& field : format.fields) text += field.id + ",";
  text.back() = '\n';
  for (unsigned row = 0; row < rows; ++row) {
    for (const FieldFormat& field : format.fields) {
      // Few, so that there are records alike.
      if (random() % 9 == 0) text += value_of(field);
      text += ',';
    }
    text.back() = '\n';
  }
  return text;
}

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
    read_csv(format, any_ledger(format, 3000),
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
