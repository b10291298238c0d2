// Random cases over two years: the first is closed, the second compared with
// it. Nothing is found, until one case is changed; then that one is found.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "base/temporary_folder.h"
#include "ledger/ledger_fixture.h"
#include "paths.h"
#include "pipeline/close.h"
#include "pipeline/finding_collector.h"
#include "source/yaml.h"
#include "support/dice.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;
using test::Dice;

constexpr int kFirst = 2023;
constexpr int kRounds = 12;

struct Case {
  std::string id;
  Date received;
  std::string applicant;
  std::string result;
  std::optional<Date> decided;

  /// By the domain: received by 31 December and not decided by then.
  bool open_at_end_of(int year) const {
    const Date last = make_date(year, 12, 31).value();
    return received <= last && (!decided || *decided > last);
  }
};

const std::vector<std::string> kClasses = {
    "natural_person", "business",      "research",
    "public_welfare", "legal_service", "other_organisation"};

std::vector<Case> random_cases(Dice& dice) {
  std::vector<Case> cases;
  const int count = dice.between(6, 60);
  const int first_day = make_date(kFirst - 1, 6, 1).value().days;
  const int last_day = make_date(kFirst + 1, 12, 31).value().days;
  for (int i = 0; i < count; ++i) {
    Case one;
    // Numbers that are two characters apart: a slip of one is no other case.
    one.id = "申" + std::to_string(1000 + 11 * i);
    one.received = Date{dice.between(first_day, last_day)};
    one.applicant = dice.pick(kClasses);
    if (!dice.one_in(5)) {
      one.result = "granted";
      one.decided = Date{one.received.days + dice.between(0, 200)};
    }
    cases.push_back(one);
  }
  // At least one that goes over.
  cases.push_back({"申8000", make_date(kFirst, 12, 31).value(), "business",
                   "granted", make_date(kFirst + 1, 1, 1).value()});
  dice.shuffle(cases);
  return cases;
}

std::string ledger_of(const std::vector<Case>& cases) {
  std::string text = "编号,收到日期,申请人类型,办理结果,办结日期\n";
  for (const Case& one : cases) {
    text += one.id + "," + iso_text(one.received) + "," + one.applicant + "," +
            one.result + "," + (one.decided ? iso_text(*one.decided) : "") +
            "\n";
  }
  return text;
}

class TwoYears {
 public:
  explicit TwoYears(const std::vector<Case>& cases) {
    fs::copy(fs::path(SOURCE_ROOT) / "tests/rules/base-closed", folder_.path(),
             fs::copy_options::recursive);
    write(cases);
  }

  void write(const std::vector<Case>& cases) {
    put_file(folder_ / "ledgers/applications.csv", ledger_of(cases));
  }

  CloseResult close() {
    CloseRequest request;
    request.year.workspace = folder_.path();
    request.year.year = kFirst;
    request.year.as_of = make_date(kFirst + 3, 1, 31);
    return close_year(request, DataFiles(), rules_);
  }

  std::set<std::string> sealed_ids() {
    const FindingSink none = [](const Finding&) {};
    const auto root =
        read_yaml_file(folder_ / "sealed/2023.json", "sealed/2023.json", none);
    REQUIRE(root);
    const auto seal = read_sealed_report(*root, kFirst, "s", none);
    REQUIRE(seal);
    std::set<std::string> ids;
    for (const OpenCase& one : seal->year_end->cases.at("applications")) {
      ids.insert(one.id);
    }
    return ids;
  }

  CheckResult check_second() {
    YearRequest request;
    request.workspace = folder_.path();
    request.year = kFirst + 1;
    request.as_of = make_date(kFirst + 3, 1, 31);
    return check_year(request, DataFiles(), rules_);
  }

  /// How often the rules over the two years were broken.
  std::string year_totals() {
    std::string lines;
    for (const RuleTotal& total : totals_of(check_second().findings, rules_)) {
      if (rules_.find(total.rule)->scope != "year") continue;
      if (total.rule == "figure-jumped") continue;
      lines += total.rule + " " + std::to_string(total.count) + " " +
               std::to_string(total.shown) + " " +
               std::to_string(total.folded) + "\n";
    }
    return lines;
  }

  /// The findings over the two years, one line each: rule, variant, number.
  std::string year_findings() {
    const CheckResult result = check_second();
    REQUIRE(result.year);
    std::string lines;
    for (const Finding& finding : result.findings.all()) {
      if (rules_.find(finding.rule)->scope != "year") continue;
      if (finding.rule == "figure-jumped") continue;
      lines += finding.rule + " " + finding.variant + " ";
      for (const Argument& argument : finding.arguments) {
        if (argument.name == "record") lines += argument.value.zh;
      }
      lines += "\n";
    }
    return lines;
  }

 private:
  TemporaryFolder folder_;
  RuleCatalogue rules_ = real_rules();
};

TEST_CASE(
    "two years: what was open when the first was closed is carried over, "
    "and each change is found") {
  for (int round = 0; round < kRounds; ++round) {
    CAPTURE(round);
    Dice dice(static_cast<std::uint64_t>(7000 + round));
    const std::vector<Case> cases = random_cases(dice);
    TwoYears years(cases);
    REQUIRE(years.close().outcome == CloseResult::Outcome::written);

    std::set<std::string> open;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      if (!cases[i].open_at_end_of(kFirst)) continue;
      open.insert(cases[i].id);
      places.push_back(i);
    }
    CHECK(years.sealed_ids() == open);
    CHECK(years.year_findings() == "");

    const std::size_t at = dice.pick(places);
    const std::string id = cases[at].id;
    const auto with = [&](auto change) {
      std::vector<Case> changed = cases;
      change(changed);
      years.write(changed);
      return years.year_findings();
    };
    CHECK(with([&](auto& all) {
            all.erase(all.begin() + static_cast<long>(at));
          }) == "carried-over-case-missing  " + id + "\n");
    CHECK(with([&](auto& all) {
            all[at].applicant =
                all[at].applicant == "research" ? "legal_service" : "research";
          }) == "case-class-changed  " + id + "\n");
    CHECK(with([&](auto& all) { all[at].id += "x"; }) ==
          "carried-over-case-unknown nearest " + id + "x\n");
    CHECK(with([&](auto& all) {
            all[at].result = "granted";
            all[at].decided = make_date(kFirst, 12, 31);
            all[at].received =
                std::min(all[at].received, make_date(kFirst, 12, 31).value());
          }) == "carried-over-case-missing closed " + id + "\n");
    CHECK(with([&](auto& all) {
            all[at].received = make_date(kFirst + 1, 1, 1).value();
            if (all[at].decided) all[at].decided = make_date(kFirst + 1, 12, 1);
          }) == "carried-over-case-missing later " + id + "\n");
    CHECK(with([&](auto& all) {
            all.push_back({"申9", make_date(kFirst, 12, 30).value(), "research",
                           "", std::nullopt});
          }) == "carried-over-case-unknown  申9\n");
  }
}

TEST_CASE("two years: closing again gives the same file, and says so") {
  Dice dice(1);
  TwoYears years(random_cases(dice));
  CHECK(years.close().outcome == CloseResult::Outcome::written);
  CHECK(years.close().outcome == CloseResult::Outcome::same);
}

TEST_CASE("two years: cases beyond the limit are counted, and explain too") {
  std::vector<Case> cases;
  for (int i = 0; i < 250; ++i) {
    cases.push_back({"申" + std::to_string(10000 + 11 * i),
                     make_date(kFirst, 12, 1).value(), "business", "granted",
                     make_date(kFirst + 1, 1, 5).value()});
  }
  TwoYears years(cases);
  REQUIRE(years.close().outcome == CloseResult::Outcome::written);
  // 50 stay; of the others some have a number that is one character off.
  for (int i = 50; i < 250; ++i) {
    cases[i].id = i < 60 ? cases[i].id + "9" : "又" + cases[i].id + "甲乙";
  }
  cases.resize(240);
  years.write(cases);
  CHECK(years.year_totals() ==
        "carried-over-case-missing 190 100 10\n"
        "carried-over-case-unknown 190 100 0\n"
        // The column and the total, which is an error.
        "carry-over-differs-from-last-year 0 0 1\n"
        "carry-over-differs-from-last-year 0 0 1\n");
}

}  // namespace
}  // namespace gov_report
