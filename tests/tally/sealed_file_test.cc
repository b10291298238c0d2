#include "tally/sealed_file.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

YamlNode parsed(const std::string& text) {
  YamlError error;
  auto root = parse_yaml(text, error);
  REQUIRE_MESSAGE(root.has_value(), error.words());
  return *root;
}

std::string findings_of(const std::string& text) {
  FindingList list;
  read_sealed_report(parsed(text), 2024, "s.json", list.sink());
  return short_text(list);
}

std::string example() {
  const Schema schema = real_schema(2024);
  Table table = make_table(schema.report, 2024, "某局");
  for (Cell& cell : table.cells) cell.state = CellState::number;
  YearEnd year_end;
  year_end.cases["applications"] = {
      {"申-1", make_date(2024, 12, 3).value(), "research", {}}};
  year_end.cases["reviews"] = {};
  year_end.documents["disclosures"] = {
      {"regulation", "〔2024〕1号", make_date(2024, 2, 1).value(), {}}};
  return write_sealed_file({table,
                            year_end,
                            closing_stocks(table),
                            {{"ledgers/a.csv", std::string(64, 'a')}},
                            {{"report.md", std::string(64, 'b')}}});
}

std::string replaced(std::string text, const std::string& what,
                     const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

TEST_CASE("sealed file: what is written is read back") {
  FindingList list;
  const auto seal =
      read_sealed_report(parsed(example()), 2024, "s.json", list.sink());
  REQUIRE(seal.has_value());
  CHECK(short_text(list) == "");
  REQUIRE(seal->year_end.has_value());
  const auto& cases = seal->year_end->cases;
  REQUIRE(cases.size() == 2);
  CHECK(cases.at("reviews").empty());
  REQUIRE(cases.at("applications").size() == 1);
  const OpenCase& open = cases.at("applications")[0];
  CHECK(open.id == "申-1");
  CHECK(iso_text(open.date) == "2024-12-03");
  CHECK(open.value_class == "research");
  CHECK(seal->year_end->documents.at("disclosures")[0].number == "〔2024〕1号");
  CHECK(seal->inputs.at("ledgers/a.csv") == std::string(64, 'a'));
  CHECK(seal->outputs.at("report.md") == std::string(64, 'b'));
  CHECK(seal->figures.size() == 200);
}

TEST_CASE("sealed file: every edit is found, blanks and line breaks are none") {
  const std::string text = example();
  const std::vector<std::pair<std::string, std::string>> edits = {
      {"\"applications.new.total\": 0", "\"applications.new.total\": 1"},
      {"\"applications.new.total\": 0", "\"applications.new.total\": \"0\""},
      {"申-1", "申-2"},
      {"2024-12-03", "2024-12-04"},
      {"\"research\"", "\"business\""},
      {"〔2024〕1号", "〔2024〕2号"},
      {"report.md", "report.nd"},
      {"某局", "某县"},
      {std::string(64, 'a'), std::string(63, 'a') + "b"},
      {"\"reviews\": []", "\"lawsuits\": []"}};
  for (const auto& [what, by] : edits) {
    CAPTURE(what);
    CHECK(findings_of(replaced(text, what, by)) == "sealed-edited 0:0\n");
  }
  std::string other = text;
  std::erase(other, '\n');
  CHECK(findings_of(other) == "");
}

TEST_CASE("sealed file: a list that is not whole is no seal") {
  for (const auto& [what, by] :
       std::vector<std::pair<std::string, std::string>>{
           {"2024-12-03", "2024-13-03"}, {"\"申-1\"", "\"\""}}) {
    CAPTURE(what);
    CHECK(findings_of(replaced(example(), what, by))
              .starts_with("sealed-edited 0:0\nsealed-invalid/list "));
  }
}

TEST_CASE(
    "sealed file: items of the form of 2019 stand at the end of the year") {
  const Schema schema = real_schema(2020);
  Table table = make_table(schema.report, 2020, "某局");
  const auto put = [&](const char* id, int number) {
    Cell& cell = table.cells[schema.report.cell(id).value()];
    cell.state = CellState::number;
    cell.number = number;
  };
  put("disclosures.licences.previous", 12);
  put("disclosures.licences.change", -2);
  put("disclosures.regulations.public_total", 7);
  const auto stocks = closing_stocks(table);
  REQUIRE(stocks.size() == 2);
  CHECK(stocks.at("disclosures.licences.previous") == Decimal(10));
  CHECK(stocks.at("disclosures.regulations.public_total") == Decimal(7));
}

}  // namespace
}  // namespace gov_report
