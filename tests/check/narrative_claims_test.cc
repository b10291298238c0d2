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

  std::vector<Finding> check(const std::string& text,
                             const std::string& section = "overview") {
    std::vector<Finding> findings;
    const FindingSink sink = [&](Finding finding) {
      findings.push_back(std::move(finding));
    };
    const auto blocks = resolve(parse_narrative(text, "a.md", sink),
                                Figures{&table, &*last}, sink);
    coverage = Coverage();
    ClaimRules rules(claims, table, last ? &*last : nullptr, coverage, sink);
    rules.check(
        find_claims(blocks, claims, {table.year, table.agency, section}));
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

TEST_CASE("claims: the same holds for figures filled in by placeholders") {
  Report& one = report(2024, false);
  const auto findings = one.check("不予公开{{applications.granted.total}}件。");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "narrative-result-differs");
  CHECK(findings[0].variant == "claim-placeholder");
  CHECK(findings[0].cell == "applications.denied.total");
  CHECK(findings[0].place.at == Position{1, 5});
  CHECK(findings[0].place.width == 31);
  CHECK(one.check("予以公开{{applications.granted.total}}件。").empty());
  CHECK(one.coverage.claims_checked == 1);
  // Not attached: neither checked nor listed.
  CHECK(one.check("发布信息{{applications.granted.total}}条。").empty());
  CHECK(one.coverage.claims_checked == 0);
  CHECK(one.coverage.claims_not_verified.empty());
}

TEST_CASE("claims: a rough number or a loose wording is a warning") {
  Report& one = report(2024, false);
  const auto severity = [&](const std::string& text) {
    const auto findings = one.check(text);
    REQUIRE(findings.size() == 1);
    return findings[0].severity;
  };
  CHECK(severity("收到申请121件。") == std::nullopt);  // that of the rule
  CHECK(severity("收到申请约200件。") == Severity::warning);
  CHECK(severity("受理申请126件。") == Severity::warning);
  CHECK(severity("收到申请120件，其中网络80件、信函30件。") == std::nullopt);
  CHECK(severity("收到申请120件，其中甲类80件、乙类30件、丙类5件。") ==
        Severity::warning);
}

TEST_CASE("claims: what is not known is not verified, and its rule not run") {
  Report one(2024);
  const CellIndex cell =
      one.schema.report.cell("applications.new.total").value();
  one.table.cells[cell].state = CellState::blank;
  CHECK(one.check("全年收到申请121件。").empty());
  REQUIRE(one.coverage.claims_not_verified.size() == 1);
  CHECK(one.coverage.claims_not_verified[0].text == "全年收到申请121件");
  CHECK(one.coverage.claims_checked == 0);
  CHECK(one.coverage.rules_not_run().at("narrative-received-differs").key ==
        "no-figures");
  CHECK(one.coverage.rules_run().contains("narrative-result-differs"));
}

TEST_CASE("claims: without last year's report growth is not verified") {
  Report one(2024);
  one.last.reset();
  CHECK(one.check("办结申请118件，同比增长90%。").empty());
  CHECK(one.coverage.claims_checked == 1);
  REQUIRE(one.coverage.claims_not_verified.size() == 1);
  CHECK(one.coverage.rules_not_run().at("narrative-growth-wrong").key ==
        "no-last-year");
}

TEST_CASE("claims: growth from nothing has no rate") {
  Report one(2024);
  one.last->figures["applications.new.total"] = Decimal(0);
  const auto findings = one.check("收到申请120件，同比增长100%。");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].variant == "claim-from-zero");
}

TEST_CASE("claims: section six must speak of the processing fee") {
  struct Case {
    const char* text;
    bool fees;
    const char* rule;
  };
  std::vector<Case> cases;
  // No wording without the fee will do.
  for (const char* text : {"无。",
                           "没有其他需要报告的事项。",
                           "本年度无其他需要报告的事项。",
                           "本机关没有需要报告的其他事项。",
                           "无其他事项。",
                           "暂无。",
                           "本报告汇总了各部门数据。",
                           "按规定收取各项费用。",
                           "没有收取任何费用。",
                           "未收取行政事业性收费。",
                           "收费情况：无。",
                           "收取复制费600元。",
                           "收取处理费600元。",
                           "依申请公开收取费用600元。",
                           "发出收费通知3件。",
                           "不收取检索费、复制费、邮寄费。",
                           "信息公开未收费。",
                           "依法开展政府信息公开工作。",
                           "人大建议办理情况已公开。",
                           "政务公开要点落实情况良好。",
                           "信息处理及时。"}) {
    cases.push_back({text, true, "processing-fee-not-reported"});
    cases.push_back({text, false, "processing-fee-not-mentioned"});
  }
  for (const char* text : {"未收取信息处理费。",
                           "没有收取政府信息公开信息处理费。",
                           "收取信息处理费600元。",
                           "无信息公开处理费。",
                           "信息 处理费为0元。",
                           "信息处理费收费通知3件。",
                           "信息处理费：无。",
                           "不涉及信息处理费。",
                           "本年未产生信息处理费。",
                           "依规收取信息处理费。",
                           "信息处理费600元已上缴。",
                           "全年信息处理费收入为零。",
                           "信息处理费按109号文件执行。",
                           "未发出信息处理费收费通知。",
                           "信息处理费收取情况：600元。",
                           "收取信息\n处理费600元。",
                           "对3件申请收取信息处理费。",
                           "信息处理费通知金额900元。",
                           "本机关信息处理费情况如下。",
                           "信息处理费没有减免。"}) {
    cases.push_back({text, true, ""});
    cases.push_back({text, false, ""});
  }
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CAPTURE(one.fees);
    std::string rules;
    Coverage coverage;
    const FindingSink sink = [&](const Finding& finding) {
      rules += finding.rule;
      CHECK(finding.place.file == "other.md");
    };
    Report& figures = report(2024, !one.fees);
    const FindingSink ignore = [](const Finding&) {};
    ClaimRules claims(figures.claims, figures.table, nullptr, coverage, sink);
    claims.check_mentions(
        "other",
        folded_text(resolve(parse_narrative(one.text, "a.md", ignore),
                            Figures{&figures.table, nullptr}, ignore)),
        "other.md");
    CHECK(rules == one.rule);
  }
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
