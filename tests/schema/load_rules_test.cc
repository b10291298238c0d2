#include "schema/load_rules.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "ledger/ledger_fixture.h"
#include "schema/schema.h"

namespace gov_report {
namespace {

const std::string kRule =
    "  - id: a\n"
    "    severity: error\n"
    "    scope: table\n"
    "    citation: 30号 form\n"
    "    checks: {zh: 查, en: C}\n"
    "    why: {zh: 因, en: W}\n"
    "    example: {zh: 例, en: E}\n"
    "    fix: {zh: 改, en: F}\n"
    "    messages: {default: {headline: {zh: 头, en: H}}}\n";

std::string changed(const std::string& from, const std::string& to) {
  std::string text = "rules:\n" + kRule;
  return text.replace(text.find(from), from.size(), to);
}

RuleCatalogue strictly(const std::string& yaml, std::string& faults) {
  SchemaErrors errors("rules.yaml", [&](const Finding& finding) {
    faults +=
        finding.variant + " " + std::to_string(finding.place.at.line) + "\n";
  });
  YamlError broken;
  const auto root = parse_yaml(yaml, broken);
  REQUIRE_MESSAGE(root, broken.words());
  return load_rules(*root, errors);
}

std::string faults_of(const std::string& yaml) {
  std::string faults;
  strictly(yaml, faults);
  return faults;
}

TEST_CASE("rules: what is wrong with one is named with its line") {
  CHECK(faults_of("rules:\n" + kRule) == "");
  CHECK(faults_of(changed("severity: error", "severity: errr")) ==
        "bad-value 3\n");
  CHECK(faults_of(changed("    citation: 30号 form\n", "")) ==
        "missing-citation 2\n");
  CHECK(faults_of(changed("    scope: table\n", "    scop: table\n")) ==
        "missing-key 2\nunknown-key 4\n");
  CHECK(faults_of(changed("scope: table", "status: alpha\n    scope: table")) ==
        "bad-value 4\n");
  CHECK(faults_of("rules:\n" + kRule + kRule) == "duplicate 11\n");
}

TEST_CASE("rules: the remedy speaks of files only to whoever has them") {
  std::string faults;
  const RuleCatalogue rules = strictly(
      changed("en: H}",
              "en: H}, remedy: {zh: 改文件, en: 'mend the file {file}'}, "
              "remedy-published: {zh: 改, en: 'mend the report of {year}'}"),
      faults);
  REQUIRE(faults == "");
  Finding finding;
  finding.rule = "a";
  finding.arguments = {{"file", "x.csv"}, {"year", "2024"}};
  Finding whole = finding;
  whole.consequences.push_back(finding);
  whole.candidates.push_back(finding);
  const auto remedies = [&](ReportOf report_of) {
    const Diagnostic said = rules.describe(whole, Language::en, report_of);
    CHECK(said.consequences.at(0).remedy == said.remedy);
    CHECK(said.candidates.at(0).remedy == said.remedy);
    return said.remedy;
  };
  CHECK(remedies(ReportOf::reader) == "mend the file x.csv");
  CHECK(remedies(ReportOf::another) == "mend the report of 2024");
}

TEST_CASE("rules: a remedy for all is said of published reports too") {
  std::string faults;
  const RuleCatalogue rules = strictly(
      changed("en: H}", "en: H}, remedy: {zh: 改, en: mend it}"), faults);
  REQUIRE(faults == "");
  Finding finding;
  finding.rule = "a";
  CHECK(rules.describe(finding, Language::en, ReportOf::another).remedy ==
        "mend it");
}

TEST_CASE("rules: each text must be there, in both languages") {
  for (const std::string key : {"checks", "why", "example", "fix"}) {
    CAPTURE(key);
    const std::string yaml = "rules:\n" + kRule;
    const std::size_t at = yaml.find("    " + key + ":");
    std::string without = yaml;
    without.erase(at, yaml.find('\n', at) + 1 - at);
    CHECK(faults_of(without) == "missing-key 2\n");
    std::string english = yaml;
    const std::size_t zh = english.find("{zh: ", at);
    english.erase(zh + 1, english.find("en:", zh) - zh - 1);
    CHECK(faults_of(english).starts_with("missing-key "));
  }
}

TEST_CASE("rules: one that is planned may lack example and fix only") {
  std::string yaml = changed("scope: table", "status: planned\n    scope: run");
  const std::size_t at = yaml.find("    example:");
  yaml.erase(at, yaml.find("    messages:") - at);
  CHECK(faults_of(yaml) == "");
}

TEST_CASE("rules: a retired one says since when and may name another") {
  const auto retired = [](const std::string& more) {
    return changed("scope: table",
                   "scope: table\n    status: retired\n" + more + "    #");
  };
  CHECK(faults_of(retired("    since: 0.2.0\n")) == "");
  CHECK(faults_of(retired("")) == "missing-key 2\n");
  CHECK(faults_of(retired("    since: 0.2.0\n    replaced_by: b\n")) ==
        "dangling 7\n");
  CHECK(faults_of(retired("    since: 0.2.0\n    stops: true\n")) ==
        "bad-value 2\n");
  std::string faults;
  const auto rules = strictly(
      retired("    since: 0.2.0\n    replaced_by: b\n") +
          changed("id: a", "id: b").substr(std::string("rules:\n").size()),
      faults);
  CHECK(faults == "");
  REQUIRE(rules.find("a") != nullptr);
  CHECK(rules.find("a")->status == Rule::Status::retired);
  CHECK(rules.find("a")->since == "0.2.0");
  CHECK(rules.find("a")->replaced_by == "b");
}

TEST_CASE("rules: severity by format and year is the first that fits") {
  std::string faults;
  const RuleCatalogue rules =
      strictly(changed("severity: error",
                       "severity:\n"
                       "      - {formats: [old], years: {to: 2019}, is: info}\n"
                       "      - {years: {from: 2018, to: 2020}, is: warning}\n"
                       "      - {formats: [old], is: warning}\n"
                       "      - {is: error}"),
               faults);
  CHECK(faults == "");
  CHECK(rules.severity("a", "old", 2017) == Severity::info);
  CHECK(rules.severity("a", "old", 2019) == Severity::info);
  CHECK(rules.severity("a", "old", 2020) == Severity::warning);
  CHECK(rules.severity("a", "old", 2021) == Severity::warning);
  CHECK(rules.severity("a", "new", 2018) == Severity::warning);
  CHECK(rules.severity("a", "new", 2020) == Severity::warning);
  CHECK(rules.severity("a", "new", 2017) == Severity::error);
  CHECK(rules.severity("a", "new", 2021) == Severity::error);
  CHECK(rules.severity("a") == Severity::error);
  CHECK(rules.severity("a", "old") == Severity::warning);
  std::vector<std::string> conditions;
  for (const SeverityCase& one : rules.find("a")->severities) {
    conditions.push_back(one.condition());
  }
  CHECK(conditions ==
        std::vector<std::string>{"old, -2019", "2018-2020", "old", ""});
}

TEST_CASE("rules: a list of severities ends with the one general case") {
  for (const std::string list :
       {"[]", "[{formats: [old], is: error}]", "[{is: error}, {is: info}]",
        "[{is: error}, {formats: [old], is: info}]"}) {
    CAPTURE(list);
    CHECK(faults_of(changed("severity: error", "severity: " + list)) ==
          "no-general-severity 3\n");
  }
  CHECK(faults_of(changed("severity: error",
                          "severity: [{years: {from: x}, "
                          "is: info}, {is: error}]")) ==
        "bad-value 3\nno-general-severity 3\n");
  CHECK(faults_of(changed("severity: error", "severity: [{}]")) ==
        "missing-key 3\n");
}

/// Everything of a catalogue that can be asked for.
void check_same(const RuleCatalogue& one, const RuleCatalogue& other) {
  REQUIRE(one.rules().size() == other.rules().size());
  for (std::size_t i = 0; i < one.rules().size(); ++i) {
    const Rule& rule = one.rules()[i];
    CAPTURE(rule.id);
    CHECK(rule == other.rules()[i]);
    CHECK(one.words(rule) == other.words(other.rules()[i]));
  }
}

TEST_CASE("rules: the file compiled in is right, and cut gives the same") {
  const std::string text = DataFiles().read("schemas/rules.yaml").value();
  std::string faults;
  const RuleCatalogue rules = strictly(text, faults);
  CHECK(faults == "");
  CHECK(rules.rules().size() > 100);
  check_same(rules, cut_rules(text));
}

TEST_CASE("rules: every rule says what, why, an example and what to do") {
  const RuleCatalogue rules = real_rules();
  for (const Rule& rule : rules.rules()) {
    CAPTURE(rule.id);
    CHECK_FALSE(rule.citation.empty());
    CHECK_FALSE(rule.group.zh.empty());
    const RuleWords& words = rules.words(rule);
    for (const Text* text :
         {&words.checks, &words.why, &words.example, &words.fix}) {
      CHECK(text->zh.ends_with("。"));
      CHECK((text->en.ends_with(".") || text->en.ends_with("?")));
      CHECK(text->zh != text->en);
    }
  }
}

TEST_CASE("rules: a file may be laid out in other ways too") {
  const std::string shared =
      "shared:\n"
      "  every:\n"
      "    headline: {zh: 同, en: same}\n";
  const std::string rules =
      "# rules: none\n"
      "rules:\n"
      "\n"
      "  - heading: {zh: 组, en: Group}\n"
      "\n" +
      kRule +
      "  # of the next\n"
      "  - id: b\n"
      "    severity:\n"
      "      - {years: {to: 2019}, is: info}\n"
      "      - {is: error}\n"
      "    formats: [x, y]  # both\n"
      "    scope: \"run\"\n"
      "    stops: true\n"
      "    citation: '条例 §1: x'\n"
      "    messages:\n"
      "      v:\n"
      "        headline: {zh: 头, en: \"{x}: - id: c\"}\n"
      "    checks:\n"
      "      zh: |\n"
      "        一\n"
      "        二\n"
      "      en: >\n"
      "        one\n"
      "        two\n"
      "    why: {zh: 因, en: W}\n"
      "    example: {zh: 例, en: E}\n"
      "    fix: {zh: 改, en: F}\n";
  for (const std::string& text : {shared + rules, rules + shared, rules}) {
    std::string faults;
    const RuleCatalogue strict = strictly(text, faults);
    CHECK(faults == "");
    const RuleCatalogue cut = cut_rules(text);
    check_same(strict, cut);
    CHECK(cut.find("b")->group == Text("组", "Group"));
    CHECK(cut.find("b")->formats == std::vector<std::string>{"x", "y"});
    CHECK(cut.words(*cut.find("b")).checks.zh == "一\n二\n");
    Finding finding;
    finding.rule = "a";
    finding.variant = "every";
    const std::string headline = text == rules ? "H" : "same";
    CHECK(strict.describe(finding, Language::en).headline == headline);
    CHECK(cut.describe(finding, Language::en).headline == headline);
  }
}

TEST_CASE("rules: the formats they name exist") {
  std::vector<std::string> known;
  for (const auto& format : list_formats(DataFiles(), [](const Finding&) {})) {
    known.push_back(format.id);
  }
  const auto check_known = [&](const std::vector<std::string>& formats) {
    for (const std::string& format : formats) {
      CHECK_MESSAGE(std::ranges::find(known, format) != known.end(), format);
    }
  };
  const RuleCatalogue rules = real_rules();
  for (const Rule& rule : rules.rules()) {
    CAPTURE(rule.id);
    check_known(rule.formats);
    for (const SeverityCase& one : rule.severities) check_known(one.formats);
  }
}

}  // namespace
}  // namespace gov_report
