// A ledger read by several threads gives what one thread finds: every figure
// and every finding.

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/temporary_folder.h"
#include "ledger/ledger_fixture.h"
#include "paths.h"
#include "pipeline/check.h"
#include "pipeline/parallel_csv.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHeader =
    "\u7F16\u53F7,\u6536\u5230\u65E5\u671F,\u7533\u8BF7\u4EBA\u7C7B\u578B,"
    "\u529E\u7406\u7ED3\u679C,\u529E\u7ED3\u65E5\u671F,\u5907\u6CE8\n";

/// A ledger long enough to be shared, with one row in `rare` wrong.
std::string ledger(unsigned rare) {
  std::mt19937 random(11);
  const auto one_of = [&](unsigned count) {
    return std::uniform_int_distribution<unsigned>(0, count - 1)(random);
  };
  const std::string types[] = {"\u81EA\u7136\u4EBA",
                               "\u5546\u4E1A\u4F01\u4E1A"};
  std::string text = kHeader;
  for (unsigned row = 0; text.size() < kParallelFrom + (1 << 20); ++row) {
    std::string id = "2024-" + std::to_string(row);
    std::string received = "2024-0" + std::to_string(one_of(9) + 1) + "-1" +
                           std::to_string(one_of(10));
    std::string type = types[one_of(2)];
    std::string decided = "2024-12-" + std::to_string(one_of(20) + 10);
    std::string note = one_of(5) == 0 ? "\"\u4E24\n\u884C,\"\"x\"\"\"" : "";
    if (one_of(rare) == 0) {
      switch (one_of(6)) {
        case 0:
          id = "2024-" + std::to_string(row / 2);
          break;
        case 1:
          received = "2024-13-01";
          break;
        case 2:
          type = "\u591A\u4EBA";
          break;
        case 3:
          decided = "";
          break;
        case 4:
          note += ",\u591A\u4F59";
          break;
        default:
          decided = "2023-01-01";
      }
    }
    text += id + "," + received + "," + type + ",\u4E88\u4EE5\u516C\u5F00," +
            decided + "," + note + "\n";
  }
  return text;
}

/// REQUIRES: no character beyond U+FFFF.
std::string in_utf16(const std::string& text) {
  std::string out = "\xFF\xFE";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    out += static_cast<char>(c & 0xFFU);
    out += static_cast<char>(c >> 8U);
  }
  return out;
}

struct Run {
  Run() {
    fs::copy(fs::path(SOURCE_ROOT) / "tests/cli/base", folder.path(),
             fs::copy_options::recursive);
  }
  /// With care, from the first row to the last: a file in UTF-16 is not cut
  /// into pieces.
  std::string alone(const std::string& text) {
    return result(in_utf16(text), 1);
  }
  std::string result(const std::string& text, unsigned jobs,
                     std::optional<Encoding> told = std::nullopt) {
    put_file(folder / "ledgers/applications.csv", text);
    YearRequest request;
    request.workspace = folder.path();
    request.year = 2024;
    request.limit = 0;
    request.jobs = jobs;
    request.encoding = told;
    const CheckResult result = check_year(request, DataFiles(), rules);
    std::string out;
    for (const Finding& finding : result.findings.all()) {
      out += finding.rule + "/" + finding.variant + " " + finding.place.file +
             ":" + std::to_string(finding.place.at.line) + ":" +
             std::to_string(finding.place.at.column) + " " + finding.record;
      for (const Argument& argument : finding.arguments) {
        out += " " + argument.name + "=" + argument.value.en;
      }
      out += "\n";
    }
    const Table& table = result.year->table;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      out += table.cells[i].number.text() + " ";
    }
    const Coverage& coverage = result.year->coverage;
    return out + std::to_string(coverage.records_checked) + " " +
           std::to_string(coverage.rows_rejected) + " " +
           std::to_string(coverage.rules_run().size()) + " " +
           std::to_string(coverage.rules_not_run().size());
  }

  TemporaryFolder folder;
  RuleCatalogue rules = real_rules();
};

TEST_CASE("threads: the same findings and figures as one alone") {
  Run run;
  const std::string text = ledger(100);
  const std::string alone = run.alone(text);
  CHECK(alone.find("duplicate-number") != std::string::npos);
  CHECK(alone.find("too-many-fields") != std::string::npos);
  for (const unsigned jobs : {1U, 2U, 3U, 7U}) {
    CHECK(run.result(text, jobs) == alone);
  }
}

TEST_CASE("threads: below titles and notes too") {
  Run run;
  const std::string text =
      "\u53F0\u8D26,,,,,\n,,,,,\n\"\u5907\n\u6CE8\",,,,,\n" + ledger(100);
  const std::string alone = run.alone(text);
  CHECK(alone.find("duplicate-number") != std::string::npos);
  CHECK(run.result(text, 3) == alone);
}

TEST_CASE("threads: more findings than are held back") {
  Run run;
  const std::string text = ledger(2);
  CHECK(run.result(text, 3) == run.alone(text));
}

TEST_CASE("threads: from a broken quote on, one reads alone") {
  Run run;
  std::string text = ledger(1000);
  const std::size_t middle = text.find('\n', text.size() / 2) + 1;
  text.insert(middle, "2024-x,2024-01-01,\u81EA\"\u7136\u4EBA,,,\"open\n");
  CHECK(run.result(text, 3) == run.alone(text));
}

TEST_CASE("threads: an encoding that the end of the file belies") {
  Run run;
  std::string text = ledger(1000);
  // Not UTF-8, not GB18030 either: nothing of the file is counted.
  text.insert(text.find('\n', text.size() - 2000) + 1, "\xFF\xFF,,,,,\n");
  const std::string alone = run.result(text, 1);
  CHECK(alone.find("invalid-encoding") != std::string::npos);
  CHECK(run.result(text, 3) == alone);
}

TEST_CASE("threads: an encoding that is told and does not look like it") {
  Run run;
  for (const char* other : {"disclosures", "reviews", "lawsuits"}) {
    fs::remove(run.folder / "ledgers" / (other + std::string(".csv")));
  }
  std::string utf8 = "id,received,applicant_type,result,decided,note\n";
  std::string gb18030 = utf8;
  for (unsigned row = 0; utf8.size() < kParallelFrom + (1 << 20); ++row) {
    const std::string start = "2024-" + std::to_string(row == 9 ? 8 : row) +
                              ",2024-01-02,natural_person,granted,2024-01-10,";
    // U+4E02, rare enough to be no sign of Chinese text.
    utf8 += start + "\u4E02\u4E02\u4E02\u4E02\n";
    gb18030 += start + "\x81\x40\x81\x40\x81\x40\x81\x40\n";
  }
  CHECK(run.result(gb18030, 3).find("invalid-encoding") != std::string::npos);
  const std::string told = run.result(gb18030, 3, Encoding::gb18030);
  CHECK(told.find("duplicate-number") != std::string::npos);
  CHECK(told == run.alone(utf8));
  CHECK(run.result(utf8, 3, Encoding::utf8) == told);
  // At its end it is not in what it is told to be.
  const std::string broken = gb18030 + "\xFF\xFF,,,,,\n";
  const std::string alone = run.result(broken, 1, Encoding::gb18030);
  CHECK(alone.find("invalid-encoding") != std::string::npos);
  CHECK(run.result(broken, 3, Encoding::gb18030) == alone);
}

TEST_CASE("threads: how long a row may be does not depend on the encoding") {
  // 400,000 characters: 0.8 MB in GB18030, 1.2 MB in UTF-8.
  const auto text = [](const std::string& character) {
    std::string note;
    for (int i = 0; i < 400'000; ++i) note += character;
    std::string rows = "id,received,applicant_type,result,decided,note\n";
    for (unsigned row = 0; row < 90'000; ++row) {  // more than kParallelFrom
      rows += "2024-" + std::to_string(row) +
              ",2024-01-02,natural_person,granted,2024-01-10," +
              (row == 30'000 ? note : character) + "\n";
    }
    return rows;
  };
  Run run;
  const std::string utf8 = text("\u4E59");
  const std::string found = run.result(utf8, 3);
  CHECK(found.find("row-too-long") != std::string::npos);
  CHECK(run.alone(utf8) == found);
  CHECK(run.result(text("\xD2\xD2"), 3) == found);
}

}  // namespace
}  // namespace gov_report
