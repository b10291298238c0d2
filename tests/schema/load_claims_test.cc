#include "schema/load_claims.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ledger/ledger_fixture.h"
#include "schema/claim_pattern.h"

namespace gov_report {
namespace {

/// The claims of the program with one piece replaced; "line variant values".
std::string errors_with(const std::string& piece, const std::string& other) {
  std::string text = DataFiles().read("schemas/claims.yaml").value();
  const std::size_t at = text.find(piece);
  REQUIRE(at != std::string::npos);
  text.replace(at, piece.size(), other);
  static const Schema schema = real_schema(2024);
  static const RuleCatalogue rules = real_rules();
  std::string shown;
  const auto format =
      load_claims(text, "claims.yaml", schema.report, rules, true,
                  [&](const Finding& finding) {
                    CHECK(finding.rule == "schema-error");
                    CHECK(finding.place.file == "claims.yaml");
                    CHECK(finding.place.at.line > 1);
                    shown += finding.variant;
                    for (const Argument& argument : finding.arguments) {
                      shown += " " + argument.value.en;
                    }
                    shown += "; ";
                  });
  CHECK(format.has_value() == shown.empty());
  return shown;
}

}  // namespace

TEST_CASE("claims schema: what is wrong is told, with the nearest name") {
  CHECK(errors_with("parts_after: among", "parts_after: among") == "");
  CHECK(errors_with("equals: applications.carried_over.total",
                    "equals: applications.caried_over.total") ==
        "dangling applications.caried_over.total "
        "applications.carried_over.total; ");
  CHECK(errors_with("equals: <decision>.decisions",
                    "equals: <decision>.decision") ==
        "dangling disclosures.licences.decision "
        "disclosures.licences.decisions; "
        "dangling disclosures.penalties.decision "
        "disclosures.penalties.decisions; "
        "dangling disclosures.coercive_measures.decision "
        "disclosures.coercive_measures.decisions; ");
  CHECK(errors_with("- rule: narrative-fee-differs",
                    "- rule: narrative-fees-differ") ==
        "dangling rule: narrative-fees-differ narrative-fee-differs; ");
  CHECK(errors_with("before: '<notice><gap>'", "before: '<notce><gap>'") ==
        "dangling notce notice; ");
  CHECK(errors_with("before: '<notice><gap>'", "before: '<notice>(<gap>'") ==
        "bad-pattern missing ) <notice>(<gap>; ");
  CHECK(errors_with("before: '<notice><gap>'", "befor: '<notice><gap>'")
            .find("unknown-key befor before") != std::string::npos);
  CHECK(errors_with("sections: [overview", "sections: [overwiew") ==
        "dangling overwiew overview; ");
  CHECK(errors_with("citation: practice", "cite: practice") ==
        "missing-citation; unknown-key cite -; ");
  CHECK(errors_with("if: processing_fees.notices + ",
                    "if: processing_fees.notice + ") ==
        "dangling processing_fees.notice processing_fees.notices; ");
  CHECK(errors_with("kind: share", "kind: shar").starts_with("bad-value kind"));
  CHECK(errors_with("fillers: [skip", "fillers: [skp") ==
        "dangling skp skip; ");
  CHECK(errors_with("  repealed: [废止]", "  repealed: [制发]")
            .starts_with("duplicate 制发"));
}

TEST_CASE("claims schema: a pattern of ours is compiled when it is used") {
  std::string text = DataFiles().read("schemas/claims.yaml").value();
  const Schema schema = real_schema(2024);
  CHECK(load_claims(text, "claims.yaml", schema.report, real_rules(), false,
                    [](const Finding&) {}));
}

TEST_CASE("claims schema: entries of other forms are left out") {
  for (const int year : {2019, 2024}) {
    const Schema schema = real_schema(year);
    const auto format = load_claims(DataFiles(), schema.report, real_rules(),
                                    [](const Finding&) { FAIL("a finding"); });
    REQUIRE(format);
    const bool fees =
        std::ranges::any_of(format->claims, [](const Claim& claim) {
          return claim.rule == "narrative-fee-differs";
        });
    CHECK(fees == (year == 2024));
    CHECK(format->mentions.empty() == (year == 2019));
  }
}

TEST_CASE("claim pattern: words become marks, gaps pass over no word") {
  const std::vector<WordKind> kinds = {
      {"skip", 0xE001, 0xE001, true, {{}}},
      {"act", 0xE002, 0xE003, false, {{"issued"}, {"repealed"}}}};
  const std::string act = "[\xEE\x80\x82-\xEE\x80\x83]";
  const ExpandedPattern one = expand_pattern("<act>x", kinds);
  CHECK(one.expression == "(" + act + ")x");
  CHECK(one.requires_ == std::vector<WordKindIndex>{1});
  CHECK(one.groups.size() == 1);
  CHECK(expand_pattern("<act=repealed>", kinds).expression ==
        "([\xEE\x80\x83])");
  CHECK(expand_pattern("<act+>", kinds).expression ==
        "(" + act + "(?:[、和及与或]+" + act + ")*)");
  CHECK(expand_pattern("<gap>", kinds).expression ==
        "[^。；，\xEE\x80\x82-\xEF\x80\x80]*");
  CHECK(expand_pattern("<act><far>", kinds).expression ==
        "(" + act + ")[^。\xEE\x80\x82-\xEE\x80\x83]*?");
  // Not needed: optional, or one of several.
  CHECK(expand_pattern("<act>?", kinds).requires_.empty());
  CHECK(expand_pattern("(?:<act>|x)", kinds).requires_.empty());
  CHECK(expand_pattern("<act>|x", kinds).requires_.empty());
  CHECK(expand_pattern("<acts>", kinds).unknown ==
        std::vector<std::string>{"acts"});
  CHECK(expand_pattern("<act=kept>", kinds).unknown ==
        std::vector<std::string>{"act=kept"});
  CHECK(expand_pattern("\\(<act>", kinds).expression == "\\((" + act + ")");
}

}  // namespace gov_report
