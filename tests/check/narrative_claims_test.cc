// Statements of the text against known figures. The wordings stand in
// claims/RULE.txt, one a line:
//   …[right|wrong]…   two texts; the finding points at the bracket
//   wrong: …          a wrong text
//   zero: …           right where all figures are 0, wrong where they are not
//   …                 a right text
//   ~…                the finding points elsewhere
//   2019: 2021: …     report year, by default 2024

#include "check/narrative_claims.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "ledger/ledger_fixture.h"
#include "narrative/narrative.h"
#include "paths.h"
#include "schema/load_claims.h"

namespace gov_report {
namespace {

using Cells = std::map<std::string, int>;

const Cells kApplications = {{"new.natural_person", 100},
                             {"new.business", 12},
                             {"new.research", 2},
                             {"new.public_welfare", 1},
                             {"new.legal_service", 3},
                             {"new.other_organisation", 2},
                             {"new.total", 120},
                             {"carried_over.natural_person", 4},
                             {"carried_over.business", 1},
                             {"carried_over.total", 5},
                             {"granted.total", 50},
                             {"partially_granted.total", 20},
                             {"denied.state_secret.total", 1},
                             {"denied.third_party_rights.total", 4},
                             {"denied.internal_affairs.total", 2},
                             {"denied.enforcement_file.total", 3},
                             {"denied.total", 10},
                             {"unavailable.not_held.total", 25},
                             {"unavailable.needs_processing.total", 5},
                             {"unavailable.total", 30},
                             {"not_processed.petition_or_complaint.total", 3},
                             {"not_processed.repeated.total", 2},
                             {"not_processed.total", 5},
                             {"other_handling.no_correction.total", 1},
                             {"other_handling.unpaid_fee.total", 1},
                             {"other_handling.other.total", 1},
                             {"other_handling.total", 3},
                             {"resolved.natural_person", 97},
                             {"resolved.total", 118},
                             {"carried_forward.total", 7}};

const Cells kOthers = {{"disclosures.regulations.issued", 1},
                       {"disclosures.regulations.in_force", 11},
                       {"disclosures.normative_documents.issued", 8},
                       {"disclosures.normative_documents.repealed", 3},
                       {"disclosures.normative_documents.in_force", 66},
                       {"disclosures.licences.decisions", 447},
                       {"disclosures.penalties.decisions", 39},
                       {"disputes.reviews.upheld", 4},
                       {"disputes.reviews.corrected", 2},
                       {"disputes.reviews.other", 3},
                       {"disputes.reviews.pending", 1},
                       {"disputes.reviews.total", 10},
                       {"disputes.lawsuits_direct.upheld", 2},
                       {"disputes.lawsuits_direct.other", 1},
                       {"disputes.lawsuits_direct.total", 3},
                       {"disputes.lawsuits_after_review.upheld", 1},
                       {"disputes.lawsuits_after_review.pending", 1},
                       {"disputes.lawsuits_after_review.total", 2},
                       {"processing_fees.notices", 3},
                       {"processing_fees.charged", 900},
                       {"processing_fees.received", 600}};

const Cells kLastYear = {{"applications.new.total", 100},
                         {"applications.carried_over.total", 8},
                         {"applications.resolved.total", 103},
                         {"applications.granted.total", 40},
                         {"applications.carried_forward.total", 5},
                         {"disclosures.regulations.issued", 2},
                         {"disclosures.regulations.in_force", 10},
                         {"disclosures.normative_documents.issued", 4},
                         {"disclosures.normative_documents.repealed", 3},
                         {"disclosures.normative_documents.in_force", 61},
                         {"disclosures.licences.decisions", 500},
                         {"disclosures.penalties.decisions", 30},
                         {"disclosures.fees.amount", 20},
                         {"disputes.reviews.total", 20}};

const Cells kIn2019 = {{"disclosures.normative_documents.made", 5},
                       {"disclosures.licences.decisions", 20},
                       {"disclosures.licences.previous", 12},
                       {"applications.other_handling.total", 3}};

/// A report with the figures above.
struct Report {
  explicit Report(int year, bool zero = false) : schema(real_schema(year)) {
    const RuleCatalogue rules = real_rules();
    claims = load_claims(DataFiles(), schema.report, rules, [](const Finding&) {
             }).value();
    table = make_table(schema.report, year, "某市人民政府");
    for (Cell& cell : table.cells) cell.state = CellState::number;
    if (!zero) {
      for (const auto& [id, number] : kApplications) {
        set("applications." + id, number);
      }
      for (const auto& [id, number] : kOthers) set(id, number);
      if (year == 2019) {
        for (const auto& [id, number] : kIn2019) set(id, number);
      }
    }
    last = SealedReport();
    last->format = schema.report.id;
    for (const auto& [id, number] : kLastYear) {
      last->figures[id] = Decimal(number);
    }
  }

  void set(const std::string& id, int number) {
    const auto index = schema.report.cell(id);
    if (index) table.cells[*index].number = Decimal(number);
  }

  std::vector<Finding> check(const std::string& text) {
    std::vector<Finding> findings;
    const FindingSink sink = [&](Finding finding) {
      findings.push_back(std::move(finding));
    };
    const auto blocks = resolve(parse_narrative(text, "a.md", sink),
                                Figures{&table, &*last}, sink);
    coverage = Coverage();
    ClaimRules rules(claims, table, last ? &*last : nullptr, coverage, sink);
    rules.check(find_claims(blocks, claims, table.year));
    rules.finish(true);
    return findings;
  }

  Schema schema;
  ClaimFormat claims;
  Table table;
  std::optional<SealedReport> last;
  Coverage coverage;
};

Report& report(int year, bool zero) {
  static std::map<std::pair<int, bool>, std::unique_ptr<Report>> all;
  auto& one = all[{year, zero}];
  if (!one) one = std::make_unique<Report>(year, zero);
  return *one;
}

std::string shown(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    text += finding.rule + "/" + finding.variant + " " +
            std::to_string(finding.place.at.column) + "; ";
  }
  return text;
}

struct Wording {
  int year = 2024;
  bool zero = false;  // right where figures are 0
  std::string right;  // may be empty
  std::string wrong;
  std::size_t column = 0;  // 0: not looked at
};

bool take(std::string& line, std::string_view head) {
  if (!line.starts_with(head)) return false;
  line.erase(0, head.size());
  return true;
}

Wording read_wording(std::string line) {
  Wording wording;
  wording.zero = take(line, "zero: ");
  const bool only_wrong = take(line, "wrong: ");
  if (take(line, "2019: ")) wording.year = 2019;
  if (take(line, "2021: ")) wording.year = 2021;
  const bool elsewhere = take(line, "~");
  const std::size_t open = line.find('[');
  const std::size_t bar = line.find('|');
  const std::size_t close = line.find(']');
  if (open != std::string::npos) {
    const std::string head = line.substr(0, open);
    const std::string tail = line.substr(close + 1);
    wording.right = head + line.substr(open + 1, bar - open - 1) + tail;
    wording.wrong = head + line.substr(bar + 1, close - bar - 1) + tail;
    const bool pointed = !elsewhere && bar + 1 < close &&
                         !head.ends_with("{{") && !head.ends_with(".");
    if (pointed) wording.column = character_count(head) + 1;
  } else if (wording.zero) {
    wording.right = wording.wrong = line;
  } else {
    (only_wrong ? wording.wrong : wording.right) = line;
  }
  return wording;
}

std::vector<Wording> wordings_of(const std::string& rule) {
  std::ifstream in(std::string(SOURCE_ROOT) + "/tests/check/claims/" + rule +
                   ".txt");
  REQUIRE(in);
  std::vector<Wording> all;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    all.push_back(read_wording(line));
  }
  return all;
}

const std::vector<std::string> kRules = {"incomparable-figures-compared",
                                         "narrative-applicant-split-differs",
                                         "narrative-carry-over-differs",
                                         "narrative-decisions-differ",
                                         "narrative-dispute-differs",
                                         "narrative-documents-differ",
                                         "narrative-fee-differs",
                                         "narrative-growth-wrong",
                                         "narrative-number-missing",
                                         "narrative-parts-do-not-add-up",
                                         "narrative-percentage-wrong",
                                         "narrative-received-differs",
                                         "narrative-resolved-differs",
                                         "narrative-result-differs",
                                         "narrative-says-none"};

}  // namespace

TEST_CASE("claims: every listed wrong wording is found, every right is not") {
  std::size_t all_wrong = 0;
  std::size_t all_found = 0;
  for (const std::string& rule : kRules) {
    std::size_t wrong = 0;
    std::size_t found = 0;
    std::size_t right = 0;
    for (const Wording& wording : wordings_of(rule)) {
      CAPTURE(rule);
      if (!wording.right.empty()) {
        ++right;
        CAPTURE(wording.right);
        CHECK(shown(report(wording.year, wording.zero).check(wording.right)) ==
              "");
      }
      if (wording.wrong.empty()) continue;
      ++wrong;
      CAPTURE(wording.wrong);
      const auto findings = report(wording.year, false).check(wording.wrong);
      std::set<std::string> rules;
      for (const Finding& finding : findings) rules.insert(finding.rule);
      const bool only_this = rules == std::set<std::string>{rule};
      CAPTURE(shown(findings));
      CHECK(only_this);
      if (only_this) ++found;
      if (only_this && wording.column != 0 &&
          rule != "narrative-parts-do-not-add-up") {
        CHECK(findings.front().place.at.column == wording.column);
      }
    }
    CAPTURE(rule);
    CHECK(wrong >= 20);
    CHECK(right >= 20);
    MESSAGE(rule << ": " << found << " of " << wrong << " wrong, " << right
                 << " right");
    all_wrong += wrong;
    all_found += found;
  }
  CHECK(all_found == all_wrong);
}

TEST_CASE("claims: patterns of the program compile, for both forms") {
  for (const char* path : {"schemas/claims.yaml"}) {
    const auto text = DataFiles().read(path);
    REQUIRE(text);
    for (const int year : {2019, 2024}) {
      std::string errors;
      const Schema schema = real_schema(year);
      load_claims(*text, path, schema.report, real_rules(), true,
                  [&](const Finding& finding) {
                    errors += std::to_string(finding.place.at.line) + " " +
                              finding.variant + "; ";
                  });
      CHECK(errors == "");
    }
  }
}

}  // namespace gov_report
