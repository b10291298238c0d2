#include "schema/load_texts.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"
#include "schema/data_files.h"

namespace gov_report {
namespace {

std::string real_texts() {
  return DataFiles().read("schemas/texts.yaml").value();
}

/// The faults of the real file with `from` replaced by `to`: variants, with
/// the first argument.
std::string faults_with(const std::string& from, const std::string& to) {
  std::string yaml = real_texts();
  if (!from.empty()) {
    const std::size_t at = yaml.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    yaml.replace(at, from.size(), to);
  }
  std::string faults;
  SchemaErrors errors("texts.yaml", [&](const Finding& finding) {
    faults += (faults.empty() ? "" : ", ") + finding.variant;
    if (finding.arguments.empty()) return;
    faults += " " + finding.arguments.front().value.en;
  });
  YamlError broken;
  const auto root = parse_yaml(yaml, broken);
  REQUIRE_MESSAGE(root, broken.words());
  load_text_format(*root, real_schema(2021).ledgers, true, errors);
  return faults;
}

TEST_CASE("texts: the real file has no fault, and all of its parts arrive") {
  CHECK(faults_with("", "") == "");
  const TextFormat texts = real_schema(2021).texts;
  CHECK(texts.title.forms.size() == 2);
  CHECK(texts.trial.years == std::set<int>{2019});
  CHECK(texts.overview.topics.size() == 6);
  CHECK(texts.overview.longest ==
        std::map<std::string, int>{{"cn-2021", 1000}});
  CHECK(texts.overview.shortest == 100);
  CHECK(texts.problems.shortest == 80);
  CHECK(texts.copies.alike == 60);
  CHECK(texts.copies.same == 90);
  CHECK(texts.copies.paragraph == 30);
  CHECK(texts.copies.shingle == 5);
  CHECK(texts.supervision.items.size() == 3);
  CHECK(texts.deadlines.size() == 5);
  CHECK(texts.numerals.front() == "一");
  CHECK(texts.typing.ends.contains("公开"));
  CHECK(texts.typing.begins.contains("开展"));
}

TEST_CASE("texts: what is wrong is a finding") {
  struct Case {
    std::string from;
    std::string to;
    std::string faults;
  };
  const std::vector<Case> cases = {
      {"look_alikes:", "lookalikes:",
       "missing-key look_alikes, unknown-key lookalikes"},
      {"pattern: '按排|安徘'", "pattern: '按(排|安徘'",
       "bad-pattern 按(排|安徘: missing ): 按(排|安徘"},
      {"pattern: '([12][0-9]{3})年'", "pattern: '[12][0-9]{3}年'",
       "bad-pattern [12][0-9]{3}年: 1 groups expected"},
      {"  shingle: 5 ", "  shingle: five ", "bad-value shingle"},
      {"citation: 条例 §15", "quotation: 条例 §15",
       "missing-citation, unknown-key quotation"},
      {"ledger: applications", "ledger: application",
       "dangling ledger: application"},
      {"field: applicant\n", "field: aplicant\n",
       "dangling applications.aplicant"},
      {"government: error", "government: fatal", "bad-value government"},
      {"numerals: [一", "numerals: [{}, 一", "wrong-shape "},
  };
  for (const Case& one : cases) {
    CAPTURE(one.from);
    CHECK(faults_with(one.from, one.to) == one.faults);
  }
}

}  // namespace
}  // namespace gov_report
