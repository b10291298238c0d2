#include "check/row_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

/// The findings over rows, each with its arguments, by profile or without;
/// sorted, as there is no order among those of one row.
std::vector<std::string> found(const LedgerFormat& format,
                               const std::string& text, bool by_profile,
                               std::set<std::string>& rules_broken) {
  const ReportYear year = make_report_year(2024, "\u4E91\u5DDD\u5E02");
  const DataFiles files;
  Calendar calendar(files, [](const Finding&) {});
  RowRules rules(format, "cn-2021", year, make_date(2025, 1, 31).value(),
                 calendar);
  Profiles profiles(format, year);
  rules.ask(profiles);
  Coverage coverage;
  bool bound = false;
  const FindingList findings =
      read_csv(format, text, [&](Record& record, const RecordReader& reader) {
        if (!bound) rules.bind(reader, coverage);
        bound = true;
        const auto profile = by_profile
                                 ? profiles.of(record, reader.fields_read())
                                 : Profiles::kNone;
        rules.check(record, reader, profile);
      });
  std::vector<std::string> out;
  for (const Finding& finding : findings.all()) {
    rules_broken.insert(finding.rule);
    std::string line = finding.rule + "/" + finding.variant + " " +
                       std::to_string(finding.place.at.line) + ":" +
                       std::to_string(finding.place.at.column);
    for (const Argument& argument : finding.arguments) {
      line += " " + argument.name + "=" + argument.value.en;
    }
    out.push_back(std::move(line));
  }
  std::ranges::sort(out);
  return out;
}

TEST_CASE("row rules: those a profile leaves open find what all of them find") {
  const Schema schema = real_schema(2024);
  for (const LedgerFormat& format : schema.ledgers) {
    CAPTURE(format.id);
    // Records nearly empty and nearly full break different rules.
    std::set<std::string> broken;
    for (const unsigned rare : {2U, 6U}) {
      const std::string text = any_ledger(format, 4000, rare);
      std::set<std::string> unused;
      const auto all = found(format, text, false, broken);
      const auto some = found(format, text, true, unused);
      CHECK(all.size() > 4000);
      CHECK(some.size() == all.size());
      const auto [a, b] = std::ranges::mismatch(some, all);
      CHECK_MESSAGE(a == some.end(), *a);
      CHECK_MESSAGE(b == all.end(), *b);
    }
    std::set<std::string> expected;
    for (const RowRule& rule : format.rules) expected.insert(rule.rule);
    for (const std::string& rule : expected) {
      CAPTURE(rule);
      CHECK(broken.contains(rule));
    }
  }
}

}  // namespace
}  // namespace gov_report
