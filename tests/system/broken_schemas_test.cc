// Broken data files stop the program with the place and the words that mend
// them; nothing is guessed and nothing is built.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/temporary_folder.h"
#include "paths.h"
#include "system/program.h"

using namespace gov_report;
using namespace gov_report::test;

namespace fs = std::filesystem;

namespace {

/// One change to one file: the first `from` becomes `to`. The finding stands
/// at the `at` in what was changed, else at the last before it, else at the
/// first after it.
struct Break {
  std::string file;
  std::string from;
  std::string to;
  std::string at;
  std::string headline;
};

const std::string kReport = "schemas/reports/cn-2021.yaml";
const std::string kLedger = "schemas/ledgers/applications.yaml";
const std::string kClaims = "schemas/claims.yaml";

const std::vector<Break>& report_breaks() {
  static const std::vector<Break> kBreaks = {
      {kReport, "    page: landscape", "    pages: landscape", "pages",
       "unknown key pages"},
      {kReport, "citation: 30号 form, 一(二)\n", "\n",
       "id: disclosures\n    label", "no citation"},
      {kReport, "sum: [upheld, corrected, other, pending]", "sum: []",
       "{id: total, label: 总计", "a sum without parts"},
      {kReport, "where: {result: granted}", "where: {result: graned}", "graned",
       "no such id: result: graned"},
      {kReport, "where: {result: granted}", "where: {resul: granted}", "resul",
       "no such id: applications.resul"},
      {kReport, "sum: [granted, partially_granted", "sum: [granted, partially",
       "id: resolved", "no such id: partially"},
      {kReport, "prints: closing", "prints: closed", "closed",
       "closed is no value of prints"},
      {kReport, "years: {from: 2021}", "years: {from: 20x1}", "20x1",
       "20x1 is no value of from"},
      {kReport, "- rule: balance-broken", "- rule: balance-broke",
       "rule: balance-broke", "no such id: rule: balance-broke"},
      {kReport, "widths: [2844, 2000, 2000, 2000]", "widths: [2844, 2000]",
       "id: disclosures\n    label", "2 is no value of widths"},
      {kReport, "holds: disclosures.fees.amount <",
       "holds: disclosures.fee.amount <", "disclosures.fee.amount",
       "no such id: disclosures.fee.amount"},
      {kReport, "carried_over = resolved + carried_forward",
       "carried_over == resolved", "new + carried_over ==",
       "not an equation: new + carried_over == resolved"},
      {kReport, "each: column", "each: colum", "colum",
       "colum is no value of each"},
      {kReport, "each: [reviews, ", "each: [review, ", "last.pending <= total",
       "no such id: disputes.review.total"},
      {kReport, "rule: fee-amount-unit-suspect}",
       "rule: fee-amount-unit-suspekt}", "{at_most",
       "no such id: rule: fee-amount-unit-suspekt"},
      {kReport, "style: hint", "style: hnt", "hnt", "hnt is no value of style"},
      {kReport, "page: landscape", "page: landscap", "landscap",
       "landscap is no value of page"},
      {kReport, "title: \"", "title: \"\" \"", "\"{agency}",
       "not well-formed YAML: did not find expected key"}};
  return kBreaks;
}

/// Names that are looked up when a report is made, not when the file is read.
const std::vector<Break>& name_breaks() {
  static const std::vector<Break> kBreaks = {
      {kReport, "\"{agency}{year}", "\"{agensy}{year}", "\"{agensy}",
       "no such id: {agensy}"},
      {kReport, "[地址：{contact.address}。]", "[地址：{contact.adress}。]",
       "如对本报告有疑问", "no such id: {contact.adress}"},
      {kReport, "= last.in_force + issued", "= last.in_forse + issued",
       "in_force = last.in_forse",
       "no such id: last.disclosures.regulations.in_forse"},
      {kReport, "if: last.decisions <= 10", "if: last.decision <= 10",
       "last.decision <= 10", "no such id: last.disclosures.licences.decision"},
      {kReport, "= last.applications.carried_forward.total",
       "= last.applications.caried_forward.total",
       "applications.carried_over.total = ",
       "no such id: last.applications.caried_forward.total"},
      {kReport, "unless: may_make_regulations", "unless: may_make_regulation",
       "may_make_regulation\n", "no such id: unless: may_make_regulation"},
      {kReport, "level: [county, township]", "level: [county, town]", "town]",
       "no such id: level: town"},
      {kReport, "level: [county, township]", "kind: [township, ofice]",
       "ofice]", "no such id: kind: ofice"}};
  return kBreaks;
}

const std::vector<Break>& claim_breaks() {
  static const std::vector<Break> kBreaks = {
      {kClaims, "before: '<notice><gap>'", "before: '<notice>(<gap>'",
       "'<notice>(", "not a pattern: missing )"},
      {kClaims, "before: '<notice><gap>'", "before: '<notce><gap>'", "'<notce>",
       "no such id: notce"},
      {kClaims, "equals: applications.carried_over.total",
       "equals: applications.caried_over.total",
       "applications.caried_over.total",
       "no such id: applications.caried_over.total"},
      {kClaims, "- rule: narrative-fee-differs",
       "- rule: narrative-fees-differ", "rule: narrative-fees-differ",
       "no such id: rule: narrative-fees-differ"},
      {kClaims, "kind: share", "kind: shar", "shar\n",
       "shar is no value of kind"}};
  return kBreaks;
}

const std::vector<Break>& ledger_breaks() {
  static const std::vector<Break> kBreaks = {
      {kLedger, "type: date", "type: dat", "dat\n", "dat is no value of type"},
      {kLedger, "citation: 条例 §27, §45\n", "\n", "ledger: applications",
       "no citation"},
      {kLedger, "days: 7}", "days: x}", "x}", "x is no value of days"},
      {kLedger, "missing: receipt-date-missing", "missing: receipt-date-mising",
       "id: received\n", "no such id: rule: receipt-date-mising"},
      {"schemas/ledgers/disclosures.yaml", "named_by: [document_number",
       "named_by: [document_numbr", "[document_numbr",
       "no such id: document_numbr"},
      {kLedger, "zh: 申请人类型", "zh: 申请人", "id: applicant\n",
       "申请人 is defined twice"},
      {kLedger, "zh: 商业企业", "zh: 自然人", "id: business\n",
       "自然人 is defined twice"},
      {kLedger, "words: [律师, ", "words: [公民, 律师, ", "words: [公民",
       "公民 is defined twice"},
      {kLedger, "values: [research, other_organisation]",
       "values: [reserch, other_organisation]", "words: [学校",
       "no such id: reserch"},
      {kLedger, "units: {页: 0}", "units: {页: 9}", "9}",
       "9 is no value of 页"}};
  return kBreaks;
}

std::string with_break(const Break& one, std::string text, std::size_t& at) {
  at = text.find(one.from);
  REQUIRE(at != std::string::npos);
  text.replace(at, one.from.size(), one.to);
  const std::size_t after = text.find(one.at, at);
  const std::size_t before = text.rfind(one.at, at);
  if (after < at + one.to.size() || before == std::string::npos) {
    at = after;
  } else {
    at = before;
  }
  REQUIRE(at != std::string::npos);
  return text;
}

/// "LINE:COLUMN" of a byte, columns in characters.
std::string place_of(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto lines = std::count(before.begin(), before.end(), '\n');
  const std::size_t start = before.rfind('\n') + 1;
  const auto letters =
      std::count_if(before.begin() + static_cast<std::ptrdiff_t>(start),
                    before.end(), [](char c) { return (c & 0xc0) != 0x80; });
  return std::to_string(lines + 1) + ":" + std::to_string(letters + 1);
}

class DataFolder {
 public:
  DataFolder() {
    write_files(folder_ / "workspace",
                read_files(SOURCE_ROOT "/examples/township-2019"));
    write_files(folder_ / "workspace", plain_workspace(2024));
    fs::remove_all(folder_ / "workspace/out");
  }

  /// Puts the broken file alone into the folder of --data.
  std::string break_it(const Break& one) {
    fs::remove_all(data());
    std::size_t at = 0;
    const std::string text =
        with_break(one, text_of(fs::path(SOURCE_ROOT) / one.file), at);
    write_files(data(), {{one.file, text}});
    return (data() / one.file).string() + ":" + place_of(text, at) +
           ": error[schema-error]: " + one.headline + "\n";
  }

  ProcessResult run(const std::vector<std::string>& command) const {
    std::vector<std::string> words = {"-C", (folder_ / "workspace").string(),
                                      "--data", data().string()};
    words.insert(words.end(), command.begin(), command.end());
    return run_program(words);
  }

  fs::path data() const { return folder_ / "data"; }
  fs::path output() const { return folder_ / "workspace/out"; }

 private:
  TemporaryFolder folder_;
};

void check_breaks(const std::vector<Break>& breaks) {
  DataFolder folder;
  for (const Break& one : breaks) {
    CAPTURE(one.file);
    CAPTURE(one.to);
    const std::string finding = folder.break_it(one);
    const ProcessResult check =
        folder.run({"check", "2024", "--format", "short"});
    CHECK(check.exit_code == 2);
    CHECK(check.output == finding + "could not run\n");
    CHECK(folder.run({"build", "2024", "--to", "json"}).exit_code == 2);
    CHECK_FALSE(fs::exists(folder.output()));
  }
}

}  // namespace

TEST_SUITE_BEGIN("broken-schemas");

TEST_CASE("a broken report format is one finding at its place") {
  check_breaks(report_breaks());
}

TEST_CASE("a name that only a report would use is looked up on loading") {
  check_breaks(name_breaks());
}

TEST_CASE("a cell of last year may be one of an older form") {
  // Only the form of 2019 has `previous`, and only 2021 comes after it.
  DataFolder folder;
  const Break one = {kReport, "= last.applications.carried_forward.total",
                     "= last.disclosures.licences.previous",
                     "applications.carried_over.total = ",
                     "no such id: last.disclosures.licences.previous"};
  folder.break_it(one);
  CHECK(folder.run({"check", "2024", "--format=short"})
            .output.find("schema-error") == std::string::npos);

  const std::string text = text_of(folder.data() / kReport);
  const std::string from = "years: {from: 2021}";
  std::string later = text;
  later.replace(later.find(from), from.size(), "years: {from: 2022}");
  write_files(folder.data(), {{kReport, later}});
  const ProcessResult run = folder.run({"check", "2024", "--format=short"});
  CHECK(run.exit_code == 2);
  CHECK(run.output.find(one.headline) != std::string::npos);
}

TEST_CASE("a broken wording of the text stops the run, at its place") {
  DataFolder folder;
  for (const Break& one : claim_breaks()) {
    CAPTURE(one.to);
    const std::string finding = folder.break_it(one);
    const ProcessResult check =
        folder.run({"check", "2024", "--format", "short"});
    CHECK(check.exit_code == 2);
    CHECK(check.output.find(finding) != std::string::npos);
    CHECK(folder.run({"build", "2024", "--to", "json"}).exit_code == 2);
    CHECK_FALSE(fs::exists(folder.output()));
  }
}

TEST_CASE("a broken ledger format is one finding at its place") {
  check_breaks(ledger_breaks());
}

TEST_CASE("broken rules and messages are told in the built-in words") {
  DataFolder folder;
  const std::vector<Break> breaks = {
      {"schemas/rules.yaml", "    severity: error", "    severity: errr",
       "errr", "errr is no value of severity"},
      {"schemas/rules.yaml", "    stops: false\n",
       "    stops: false\n    x: 1\n", "x: 1", "unknown key x"},
      {"schemas/rules.yaml", "rules:\n", "rules: {\n", "",
       "not well-formed YAML"},
      {"schemas/messages.yaml", "coverage: {", "coverage: [{", "",
       "not well-formed YAML"}};
  for (const Break& one : breaks) {
    CAPTURE(one.file);
    CAPTURE(one.to);
    const std::string finding = folder.break_it(one);
    const ProcessResult run = folder.run({"check", "2024"});
    CHECK(run.exit_code == 2);
    CHECK(run.output == "");
    if (one.at.empty()) {
      // Where a parser gives up is its own business.
      CHECK(run.errors.starts_with((folder.data() / one.file).string() + ":"));
      CHECK(run.errors.find(": error[schema-error]: " + one.headline) !=
            std::string::npos);
    } else {
      CHECK(run.errors == finding);
    }
  }
}

TEST_CASE("a form cannot be defined twice") {
  DataFolder folder;
  const std::string copy = "schemas/reports/copy.yaml";
  write_files(folder.data(),
              {{copy, "format: cn-2021\nyears: {from: 2021}\n"}});
  const ProcessResult run = folder.run({"check", "2024", "--format=short"});
  CHECK(run.exit_code == 2);
  // Files are read in the order of their names.
  CHECK(run.output.find("schemas/reports/copy.yaml:1:9: error[schema-error]: "
                        "cn-2021 is defined twice\n") != std::string::npos);
}

TEST_CASE("a finding shows the line it is about") {
  DataFolder folder;
  folder.break_it(report_breaks()[0]);
  const ProcessResult run = folder.run({"check", "2024"});
  CHECK(run.output.find("    pages: landscape\n") != std::string::npos);
  CHECK(run.output.find("help: gov-report explain schema-error") !=
        std::string::npos);
}

TEST_SUITE_END();
