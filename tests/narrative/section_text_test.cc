#include "narrative/section_text.h"

#include "narrative/narrative_support.h"

namespace gov_report {
namespace {

const SectionFormat& section_of(const ReportFormat& format,
                                std::string_view id) {
  const auto found = std::ranges::find(format.sections, id, &SectionFormat::id);
  REQUIRE(found != format.sections.end());
  return *found;
}

struct Printed {
  std::string text;
  std::vector<Finding> findings;
};

Printed print(const Table& table, std::string_view section,
              std::optional<std::string> own, bool draft = false) {
  Printed printed;
  const std::string file = "narrative/2022/" + std::string(section) + ".md";
  printed.text = shown(
      section_text(section_of(*table.format, section), {file, std::move(own)},
                   {&table, nullptr}, DataFiles{}, draft, [&](Finding finding) {
                     printed.findings.push_back(std::move(finding));
                   }));
  return printed;
}

TEST_CASE("section text: the default wording is true for every state") {
  for (const std::string form : {"cn-2019", "cn-2021"}) {
    const Schema schema = schema_of(form);
    const int year = form == "cn-2019" ? 2019 : 2022;
    for (const bool known : {true, false}) {
      for (const Count number : {0, 1}) {
        CAPTURE(form);
        CAPTURE(number);
        Table table = table_of(schema.report, year, number);
        if (!known) table = make_table(schema.report, year, "某局");
        for (const SectionFormat& section : schema.report.sections) {
          if (section.required) continue;
          const Printed printed = print(table, section.id, std::nullopt);
          CHECK(shown(printed.findings) == "");
          const bool none = known && number == 0;
          std::string expected;
          if (section.id == "applications" && none) {
            expected =
                "p(本年度未收到政府信息公开申请，也没有上年结转的政府信息公开"
                "申请。)";
          } else if (section.id == "disputes" && none) {
            expected =
                "p(本年度未发生因政府信息公开工作被申请行政复议、提起行政诉讼"
                "的情况。)";
          } else if (section.id == "other") {
            expected = "p(没有其他需要报告的事项。)";
            if (form == "cn-2021" && known) {
              expected =
                  none ? "p(本年度未收取政府信息公开信息处理费。没有其他需要"
                         "报告的事项。)"
                       : "p(本年度发出政府信息公开信息处理费收费通知1件，总金"
                         "额1元，实际收取信息处理费1元。没有其他需要报告的事"
                         "项。)";
            }
          }
          CAPTURE(section.id);
          CHECK(printed.text == expected);
        }
      }
    }
  }
}

TEST_CASE("section text: a fee of last year's notice, paid this year") {
  const Schema schema = schema_of("cn-2021");
  Table table = table_of(schema.report, 2022, 0);
  set(table, "processing_fees.received", 40);
  CHECK(print(table, "other", std::nullopt).text ==
        "p(本年度未发出政府信息公开信息处理费收费通知，实际收取信息处理费40元"
        "。没有其他需要报告的事项。)");
}

TEST_CASE("section text: a body's own text comes before the default") {
  const Schema schema = schema_of("cn-2021");
  const Table table = table_of(schema.report, 2022, 0);
  CHECK(print(table, "disputes", "无。").text == "p(无。)");
  CHECK(print(table, "overview", "概述").text == "p(概述)");
  CHECK(shown(print(table, "overview", "概述").findings) == "");
  // A file with comments only is like none.
  CHECK(print(table, "other", "<!-- 待撰写 -->").text ==
        "p(本年度未收取政府信息公开信息处理费。没有其他需要报告的事项。)");
}

TEST_CASE("section text: a required text that is missing or empty is found") {
  const Schema schema = schema_of("cn-2021");
  const Table table = table_of(schema.report, 2022, 0);
  const Printed missing = print(table, "overview", std::nullopt);
  CHECK(missing.text == "");
  REQUIRE(missing.findings.size() == 1);
  CHECK(missing.findings[0].rule == "narrative-missing");
  CHECK(missing.findings[0].place.file == "narrative/2022/overview.md");
  REQUIRE(missing.findings[0].arguments.size() == 2);
  CHECK(missing.findings[0].arguments[0].value == Text("一、总体情况"));
  const Printed empty = print(table, "problems", "\n<!-- x -->\n", true);
  REQUIRE(empty.findings.size() == 1);
  CHECK(empty.findings[0].rule == "narrative-empty");
  CHECK(empty.text.starts_with("p(（待撰写）写明"));
}

TEST_CASE("section text: a stub is a comment until something is written") {
  const Schema schema = schema_of("cn-2019");
  const Table table = table_of(schema.report, 2019, 0);
  for (const std::string section : {"overview", "problems", "other"}) {
    CAPTURE(section);
    const std::string stub = narrative_stub(section, DataFiles{});
    CHECK(stub != "");
    const FindingSink none = [](Finding finding) { FAIL(finding.variant); };
    CHECK(parse_narrative(stub, "a.md", none).blocks.empty());
    // What the comment says is itself a text of the subset.
    std::string text = stub;
    text.erase(text.find("<!--"), 4);
    text.erase(text.find("-->"), 3);
    CHECK(!resolve(parse_narrative(text, "a.md", none), {&table, nullptr}, none)
               .empty());
  }
  CHECK(narrative_stub("no-such-section", DataFiles{}) == "");
}

}  // namespace
}  // namespace gov_report
