// Parts as files: what is written is read, what was changed is refused, and
// the order of merging leaves no trace.

#include "pipeline/part.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "base/temporary_folder.h"
#include "ledger/ledger_fixture.h"
#include "pipeline/part_file.h"

namespace gov_report {
namespace {

RuleCatalogue one_rule() {
  RuleCatalogue catalogue;
  Rule rule;
  rule.id = "bad-date";
  rule.severities = {SeverityCase{}};
  catalogue.add(rule, [] { return RuleWords(); });
  return catalogue;
}

Finding finding(const std::string& file, std::uint64_t line) {
  Finding finding;
  finding.rule = "bad-date";
  finding.place = {file, {line, 3}, 4, "a,\"\u65E5\",\x01", "C7", 9};
  finding.arguments = {{"field", Text("\u65E5\u671F", "date")},
                       {"value", "\"\\\n"}};
  return finding;
}

/// A part of one file with `rows` rows, each with a finding.
Part part_of(const std::string& file, std::uint64_t rows) {
  const RuleCatalogue rules = one_rule();
  Part part;
  part.setting = {{kPartYear, "2024"}, {kPartLimit, "2"}};
  PartFile& entry = part.files.emplace_back();
  entry.name = file;
  entry.ledger = "applications";
  entry.sha256 = std::string(64, 'a');
  entry.has_columns = true;
  entry.fields = {"id"};
  entry.coverage.records_checked = rows;
  entry.coverage.ran("bad-date");
  entry.coverage.not_run("bad-count", {"no-column", {{"field", "x"}}});
  FindingCollector collector(rules, 2);
  for (std::uint64_t line = 2; line < rows + 2; ++line) {
    collector.add(finding(file, line));
    PartRow row;
    row.line = row.place.at.line = line;
    const std::string value = "\uFF21-" + std::to_string(line);
    const std::string key = "a-" + std::to_string(line);
    row.value = row.name = row.record = value;
    row.key = key;
    std::string& values = entry.values["id"];
    values += (values.empty() ? "" : ",\n") + row_json(row);
  }
  part.findings = collector.pause();
  PartLedger& ledger = part.ledgers["applications"];
  ledger.sums = {{"a.b", Decimal::parse("0.1").value()}, {"a.c", -3}};
  ledger.cases.seen = {file};
  ledger.cases.strangers.push_back(
      {{"A-\u00E9", make_date(2023, 12, 1).value(), "legal_person", {}},
       {file, {5, 1}, 3, "x", "A5", 2}});
  ledger.carried = {{"a.b", -2}, {"a.c", 1}};
  ledger.documents.added.emplace("k", finding(file, 9));
  ledger.charges["h2024-01"].push_back(
      {"1", 0, 100, "n", "r", {file, {4, 1}, 1, "", ""}});
  part.waived.covered[0].push_back(finding(file, 1));
  part.waived.elsewhere["bad-date"] = {{file, {2, 1}, 1, "", ""}, "record: x"};
  part.names.emplace(std::set<std::string>{file});
  part.calendars_missing = {2031};
  return part;
}

struct Folder {
  std::optional<Part> read(const std::string& text, std::string& rule) {
    std::ofstream(folder / "x.json", std::ios::binary) << text;
    return read_part(
        folder / "x.json", "x.json", true, {},
        [&](const Finding& one) { rule += one.rule + "/" + one.variant; });
  }
  TemporaryFolder folder;
};

TEST_CASE("part: what is written is read back") {
  Folder folder;
  std::string rule;
  const std::string text = write_part(part_of("ledgers/a.csv", 9));
  const auto part = folder.read(text, rule);
  REQUIRE(part);
  CHECK(rule.empty());
  CHECK(write_part(*part) == text);
  CHECK(part->ledgers.at("applications").sums.at("a.b").text() == "0.1");
  CHECK(part->findings.kept.at("bad-date").size() == 4);
  CHECK(part->findings.kept.at("bad-date").front() ==
        finding("ledgers/a.csv", 2));
}

TEST_CASE("part: one that is cut short or changed is refused") {
  Folder folder;
  const std::string text = write_part(part_of("ledgers/a.csv", 2));
  for (std::size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    std::string rule;
    CHECK(!folder.read(text.substr(0, size), rule));
    CHECK(rule.starts_with("part-invalid/"));
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    CAPTURE(at);
    std::string changed = text;
    changed[at] = changed[at] == '7' ? '8' : '7';
    std::string rule;
    CHECK(!folder.read(changed, rule));
  }
}

TEST_CASE("part: neither order nor grouping of merges leaves a trace") {
  const RuleCatalogue rules = one_rule();
  const std::vector<std::string> names = {
      "ledgers/2023/applications.csv", "ledgers/applications.csv",
      "ledgers/applications.tsv", "elsewhere.csv"};
  const auto merge = [&](std::vector<std::size_t> order, bool from_behind) {
    std::vector<Part> parts;
    for (const std::size_t i : order) {
      parts.push_back(part_of(names[i], 3 + 4 * i));
    }
    while (parts.size() > 1) {
      Part last = std::move(parts.back());
      parts.pop_back();
      if (from_behind) {
        absorb(parts.back(), std::move(last), rules);
      } else {
        absorb(parts.front(), std::move(last), rules);
      }
    }
    return write_part(parts.front());
  };
  const std::string expected = merge({0, 1, 2, 3}, false);
  CHECK(expected.find("elsewhere.csv\",\n\"ledger\"") <
        expected.find("ledgers/applications.csv\",\n\"ledger\""));
  std::vector<std::size_t> order = {0, 1, 2, 3};
  do {
    CHECK(merge(order, false) == expected);
    CHECK(merge(order, true) == expected);
  } while (std::ranges::next_permutation(order).found);
}

PartFile file_named(const std::string& name, std::uint64_t entry = 0,
                    std::uint64_t sheet = 0) {
  PartFile file;
  file.name = name;
  const std::size_t mark = name.find('#');
  if (mark != std::string::npos) file.sheet = name.substr(mark + 1);
  file.order = {0, entry, sheet};
  return file;
}

TEST_CASE("part: files stand in the order in which a workspace reads them") {
  const std::vector<PartFile> files = {
      file_named("ledgers/a.csv"),      file_named("ledgers/a.yaml"),
      file_named("ledgers/a.ods"),      file_named("ledgers/2019/a.csv"),
      file_named("ledgers/2020/a.csv"), file_named("z/b.xlsx#Z", 1, 0),
      file_named("z/b.xlsx#A", 1, 1),   file_named("a.csv", 2),
  };
  std::vector<PartFile> turned(files.rbegin(), files.rend());
  const ReadingOrder order(turned);
  for (std::size_t i = 0; i + 1 < files.size(); ++i) {
    CAPTURE(files[i].name);
    CHECK(ReadingOrder::is_before(files[i], files[i + 1]));
    CHECK(!ReadingOrder::is_before(files[i + 1], files[i]));
    CHECK(order.is_before(Place{files[i].name, {9, 9}, 1, {}, {}},
                          Place{files[i + 1].name, {1, 1}, 1, {}, {}}));
  }
  CHECK(order.is_before(Place{"z/b.xlsx", {}, 1, {}, {}},
                        Place{"a.csv", {}, 1, {}, {}}));
  CHECK(order.is_before(Place{"a.csv", {2, 1}, 1, {}, {}},
                        Place{"unknown.csv", {1, 1}, 1, {}, {}}));
}

}  // namespace
}  // namespace gov_report
