#include "narrative/report_text.h"

#include "narrative/folded_text.h"
#include "narrative/narrative_support.h"

namespace gov_report {
namespace {

TEST_CASE("folded text: each byte knows its character") {
  const FoldedText folded("（一）　2024 年①“甲”");
  CHECK(folded.text() == "(一)2024年1.\"甲\"");
  CHECK(folded.character(0) == 0);
  CHECK(folded.character(1) == 1);
  CHECK(folded.character(4) == 2);
  // The blank at 3 is gone.
  CHECK(folded.character(5) == 4);
  CHECK(folded.character(folded.text().find("年")) == 9);
  // One character became two.
  CHECK(folded.character(folded.text().find("1.")) == 10);
  CHECK(folded.character(folded.text().find("1.") + 1) == 10);
  CHECK(folded.character(folded.text().size()) == 14);
  CHECK(FoldedText("").text().empty());
  CHECK(FoldedText("").character(0) == 0);
  // An enumeration comma stays, so that patterns need not know two marks.
  CHECK(FoldedText("1、一").text() == "1、一");
}

ReportBlock block_of(const std::string& markdown, const Table& table) {
  std::vector<ReportBlock> blocks;
  add_blocks(resolve(parse_narrative(markdown, "a.md", [](const Finding&) {}),
                     {&table, nullptr}, [](const Finding&) {}),
             blocks);
  REQUIRE(blocks.size() == 1);
  return blocks.front();
}

std::string shown(const Place& place) {
  return place.file + " " + std::to_string(place.at.line) + ":" +
         std::to_string(place.at.column) + "+" + std::to_string(place.width);
}

TEST_CASE("report text: places in the file, past bold, figures and escapes") {
  const Schema schema = schema_of("cn-2021");
  const Table table = table_of(schema.report, 2022, 12345);
  const ReportBlock block = block_of(
      "甲\\*乙**丙丁**{{applications.new.total}}件，{{year}}年", table);
  CHECK(text_of(block) == "甲*乙丙丁12345件，2022年");
  CHECK(shown(place_of(block, 0, 1)) == "a.md 1:1+1");
  CHECK(shown(place_of(block, 2, 3)) == "a.md 1:4+1");
  CHECK(shown(place_of(block, 3, 5)) == "a.md 1:7+2");
  // A piece of a figure is its placeholder.
  CHECK(shown(place_of(block, 6, 8)) == "a.md 1:11+26");
  CHECK(shown(place_of(block, 10, 11)) == "a.md 1:37+1");
  CHECK(shown(place_of(block, 4, 11)) == "a.md 1:8+30");
  CHECK(is_figure(block, 5, 10));
  CHECK(is_figure(block, 6, 7));
  CHECK_FALSE(is_figure(block, 4, 6));
  CHECK_FALSE(is_figure(block, 0, 1));
}

TEST_CASE("report text: what goes on in the next line ends with the first") {
  const Schema schema = schema_of("cn-2021");
  const Table table = table_of(schema.report, 2022, 1);
  const ReportBlock block = block_of("第一行甲乙\n丙丁第二行", table);
  CHECK(text_of(block) == "第一行甲乙丙丁第二行");
  CHECK(shown(place_of(block, 3, 7)) == "a.md 1:4+2");
  CHECK(shown(place_of(block, 5, 7)) == "a.md 2:1+2");
}

TEST_CASE("report text: items of a list are blocks of their own") {
  const Schema schema = schema_of("cn-2021");
  const Table table = table_of(schema.report, 2022, 1);
  std::vector<ReportBlock> blocks;
  add_blocks(
      resolve(parse_narrative("### 一\n\n- 甲\n- 乙\n", "b.md", [](Finding) {}),
              {&table, nullptr}, [](const Finding&) {}),
      blocks);
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[0].kind == BlockKind::heading);
  CHECK(blocks[0].level == 3);
  CHECK(text_of(blocks[2]) == "乙");
  CHECK(shown(place_of(blocks[2], 0, 1)) == "b.md 4:3+1");
}

TEST_CASE("report text: headings and the sections they mean") {
  const Schema schema = schema_of("cn-2021");
  const auto means = [&](std::string_view heading) {
    return recognised_section(heading, schema.report);
  };
  CHECK(means("一、总体情况") == "overview");
  CHECK(means("总体情况") == "overview");
  CHECK(means("三、总体情况") == "overview");
  CHECK(means("二、行政机关主动公开政府信息情况") == "disclosures");
  CHECK(means("五、存在的主要问题及改进措施") == "problems");
  CHECK(means("六、其它需要报告的事项") == "other");
  CHECK(means("七、收费及减免情况") == "");
  CHECK(means("") == "");
  CHECK(means("（一）") == "");
  CHECK(means(std::string(3'000'000, 'a')) == "");
}

}  // namespace
}  // namespace gov_report
