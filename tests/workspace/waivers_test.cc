#include "workspace/waivers.h"

#include <doctest/doctest.h>

#include "base/finding_list.h"
#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

const std::string kGood =
    "- rule: reply-late\n"
    "  record: 2024-001\n"
    "  year: 2024\n"
    "  reason: 系统故障\n"
    "  person: 李明\n"
    "  date: 2025-01-10\n";

struct Read {
  explicit Read(const std::string& text) {
    static const Schema kSchema = real_schema(2024);
    static const RuleCatalogue kRules = real_rules();
    YamlError error;
    const auto root = parse_yaml(text, error);
    REQUIRE(root);
    waivers = read_waivers(*root, "waivers.yaml",
                           {kRules, kSchema.report, 2024,
                            [](const std::string& section) {
                              return "narrative/2024/" + section + ".md";
                            }},
                           findings.sink());
  }
  FindingList findings;
  std::vector<Waiver> waivers;
};

/// kGood with one line replaced, or left out.
std::string with(const std::string& line, const std::string& by) {
  std::string text = kGood;
  const std::size_t at = text.find(line);
  REQUIRE(at != std::string::npos);
  text.replace(at, text.find('\n', at) + 1 - at, by.empty() ? "" : by + "\n");
  return text;
}

TEST_SUITE_BEGIN("workspace");

TEST_CASE("waivers: every key is read") {
  const Read read(
      "- rule: carry-over-differs-from-last-year\n"
      "  cell: applications.carried_over.total\n"
      "  year: ２０２４\n"
      "  reason: |\n    第一行\n    第二行\n"
      "  person: 李明\n"
      "  date: 2025年1月10日\n"
      "  until: 2025-12-31\n"
      "  public: true\n" +
      kGood);
  CHECK(short_text(read.findings) == "");
  REQUIRE(read.waivers.size() == 2);
  const Waiver& first = read.waivers[0];
  CHECK(first.rule == "carry-over-differs-from-last-year");
  CHECK(first.cell == "applications.carried_over.total");
  CHECK(first.reason == "第一行 第二行");
  CHECK(first.person == "李明");
  CHECK(first.date == make_date(2025, 1, 10));
  CHECK(first.until == make_date(2025, 12, 31));
  CHECK(first.is_public);
  CHECK(first.place.at == Position{1, 3});
  const Waiver& second = read.waivers[1];
  CHECK(second.record == "2024-001");
  CHECK_FALSE(second.until);
  CHECK_FALSE(second.is_public);
  CHECK(second.place.at.line == 11);
}

TEST_CASE("waivers: a section names its file") {
  const Read read(with("  record", "  section: other"));
  REQUIRE(read.waivers.size() == 1);
  CHECK(read.waivers[0].section == "other");
  CHECK(read.waivers[0].file == "narrative/2024/other.md");
}

TEST_CASE("waivers: what is wrong has its place, and the entry is not used") {
  struct Case {
    std::string text;
    std::string findings;
  };
  const std::vector<Case> cases = {
      {with("  reason", ""), "waiver-invalid/missing-key 1:3\n"},
      {with("  person", "  person: ''"), "waiver-invalid/missing-key 5:11\n"},
      {with("  date", ""), "waiver-invalid/missing-key 1:3\n"},
      {with("  year", ""), "waiver-invalid/missing-key 1:3\n"},
      {with("- rule", "- public: false"), "waiver-invalid/missing-key 1:3\n"},
      {with("  date", "  date: 2025-02-29"), "waiver-invalid/bad-date 6:9\n"},
      {kGood + "  until: 2025-01-09\n",
       "waiver-invalid/until-before-date 7:10\n"},
      {kGood + "  until: 2025-13-09\n", "waiver-invalid/bad-date 7:10\n"},
      {with("  year", "  year: 24"), "waiver-invalid/bad-year 3:9\n"},
      {kGood + "  public: yes\n", "waiver-invalid/bad-flag 7:11\n"},
      {kGood + "  public: true\n", "waiver-invalid/public-without-cell 7:11\n"},
      {with("- rule", "- rule: reply-latte"),
       "waiver-invalid/unknown-rule-nearest 1:9\n"},
      {with("- rule", "- rule: xyz"), "waiver-invalid/unknown-rule 1:9\n"},
      {with("- rule", "- rule: blank-cell"),
       "waiver-invalid/rule-not-waivable 1:9\n"},
      {with("- rule", "- rule: waiver-unused"),
       "waiver-invalid/rule-not-waivable 1:9\n"},
      {with("  record", "  cell: applications.new.totale"),
       "waiver-invalid/unknown-cell-nearest 2:9\n"},
      {with("  record", "  section: overvieew"),
       "waiver-invalid/unknown-section-nearest 2:12\n"},
      {with("  record", "  section: applications"),
       "waiver-invalid/unknown-section 2:12\n"},
      {kGood + "  section: other\n", "waiver-invalid/two-targets 7:12\n"},
      {with("  reason", "  reason: {a: b}"), "waiver-invalid/no-text 4:11\n"},
      {kGood + "  recrd: 1\n", "unknown-key/nearest 7:3\n"},
      {"- text\n", "waiver-invalid/no-map 1:3\n"},
      {"rule: x\n", "waiver-invalid/no-list 1:1\n"}};
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const Read read(one.text);
    CHECK(short_text(read.findings) == one.findings);
    CHECK(read.waivers.empty());
  }
}

TEST_CASE("waivers: an empty file has none, comments or not") {
  for (const char* text : {"", "# nothing\n", "[]\n", "{}\n"}) {
    const Read read(text);
    CHECK(read.findings.empty());
    CHECK(read.waivers.empty());
  }
}

TEST_CASE("waivers: another year's are checked and left out") {
  const Read other(with("  year", "  year: 2019"));
  CHECK(other.findings.empty());
  CHECK(other.waivers.empty());
  // Its form may have had the cell; a rule is a rule in every year.
  std::string text = with("  record", "  cell: disclosures.fees.previous");
  text.replace(text.find("2024\n"), 4, "2019");
  CHECK(Read(text).findings.empty());
  text.replace(text.find("reply-late"), 10, "balance-broken");
  CHECK(short_text(Read(text).findings) ==
        "waiver-invalid/rule-not-waivable 1:9\n");
}

TEST_CASE("waivers: a figure that no table prints has no public note") {
  const std::string text =
      with("  record", "  cell: applications.denied.total");
  CHECK(Read(text).findings.empty());
  CHECK(short_text(Read(text + "  public: true\n").findings) ==
        "waiver-invalid/public-without-cell 7:11\n");
}

TEST_SUITE_END();

}  // namespace
}  // namespace gov_report
