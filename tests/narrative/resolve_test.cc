#include "narrative/narrative_support.h"

namespace gov_report {
namespace {

/// cn-2021, 2022: every figure 1 but a few; 2021: two figures.
class Report {
 public:
  Report()
      : schema_(schema_of("cn-2021")),
        table_(table_of(schema_.report, 2022, 1)),
        last_(last_year()) {
    set(table_, "applications.new.total", 12);
    set(table_, "applications.granted.total", 0);
    const auto fees = *schema_.report.cell("disclosures.fees.amount");
    table_.cells[fees].number = *Decimal::parse("7539.4430");
    state("applications.carried_over.total", CellState::blank);
    state("applications.denied.total", CellState::missing);
    state("applications.carried_forward.total", CellState::text);
  }

  std::string text(const std::string& text, bool with_last = true) {
    findings.clear();
    const FindingSink sink = [this](Finding finding) {
      findings.push_back(std::move(finding));
    };
    return shown(resolve(parse_narrative(text, "a.md", sink),
                         {&table_, with_last ? &last_ : nullptr}, sink));
  }

  std::vector<Finding> findings;

 private:
  static SealedReport last_year() {
    SealedReport last;
    last.format = "cn-2021";
    last.year = 2021;
    last.agency = "某某乡人民政府";
    last.figures = {{"applications.new.total", 7},
                    {"disclosures.old.figure", 9}};
    return last;
  }

  void state(const char* id, CellState state) {
    table_.cells[*schema_.report.cell(id)].state = state;
  }

  Schema schema_;
  Table table_;
  SealedReport last_;
};

TEST_CASE("narrative: placeholders print figures exactly") {
  Report report;
  const struct {
    std::string text;
    std::string expected;
  } cases[] = {
      {"新收{{applications.new.total}}件", "p(新收12件)"},
      {"{{ disclosures.fees.amount }}万元", "p(7539.443万元)"},
      {"{{processing_fees.notices}}件", "p(1件)"},
      {"上年{{last.applications.new.total}}件", "p(上年7件)"},
      // A figure that only last year's form has
      {"{{last.disclosures.old.figure}}", "p(9)"},
      {"{{agency}}{{year}}年", "p(某某乡人民政府2022年)"},
      {"- **{{applications.new.total}}**件", "ul(<12>件)"},
      {"共\n{{applications.new.total}}\n件", "p(共12件)"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(report.text(text) == expected);
    CHECK(shown(report.findings) == "");
  }
}

TEST_CASE("narrative: conditionals print what they govern") {
  Report report;
  const std::string yes = "applications.new.total";     // 12
  const std::string no = "applications.granted.total";  // 0
  const std::string blank = "applications.carried_over.total";
  const auto on = [](const std::string& id, const std::string& inner) {
    return "{{#" + id + "}}" + inner + "{{/" + id + "}}";
  };
  const auto off = [](const std::string& id, const std::string& inner) {
    return "{{^" + id + "}}" + inner + "{{/" + id + "}}";
  };
  const struct {
    std::string text;
    std::string expected;
  } cases[] = {
      {"甲" + on(yes, "乙") + "丙", "p(甲乙丙)"},
      {"甲" + on(no, "乙") + "丙", "p(甲丙)"},
      {"甲" + off(yes, "乙") + off(no, "丁"), "p(甲丁)"},
      // A figure without a number prints neither
      {"甲" + on(blank, "乙") + off(blank, "丁"), "p(甲)"},
      {"甲" + on("last." + yes, "乙"), "p(甲乙)"},
      // Nested
      {on(yes, "甲" + off(no, "乙" + on(no, "丙")) + "丁"), "p(甲乙丁)"},
      {on(no, on(yes, "甲")) + "乙", "p(乙)"},
      // Across lines: no blank line is left behind
      {"甲。\n" + on(no, "\n乙。\n") + "\n丙。", "p(甲。丙。)"},
      {"甲。\n" + on(yes, "\n乙。\n") + "\n丙。", "p(甲。乙。丙。)"},
      {"one\n" + on(no, "\ntwo\n") + "\nthree", "p(one three)"},
      // Across blocks
      {"甲\n\n" + on(yes, "\n\n乙\n\n丙\n\n") + "\n\n丁",
       "p(甲)p(乙)p(丙)p(丁)"},
      {"甲\n\n" + on(no, "\n\n乙\n\n丙\n\n") + "\n\n丁", "p(甲)p(丁)"},
      {"甲" + on(no, "乙\n\n丙") + "丁", "p(甲)p(丁)"},
      // Around items, lists and headings
      {"- 甲\n" + on(no, "\n- 乙\n") + "\n- 丙", "ul(甲;丙)"},
      {"- 甲\n" + on(yes, "\n- 乙\n") + "\n- 丙", "ul(甲;乙;丙)"},
      {on(no, "- 甲") + "\n" + on(yes, "- 乙"), "ul(乙)"},
      {on(no, "\n- 甲\n- 乙\n") + "\n\n丙", "p(丙)"},
      {"- 甲\n\n" + on(yes, "\n丙\n") + "\n", "ul(甲)p(丙)"},
      {on(no, "## 题\n\n文") + "\n\n后", "p(后)"},
      {on(yes, "## 题") + "\n\n后", "h2(题)p(后)"},
      {"## " + on(no, "题") + "\n\n后", "p(后)"},
      // Bold
      {"**甲" + on(no, "乙") + "丙**", "p(<甲><丙>)"},
      {on(no, "**甲**") + "乙", "p(乙)"},
      // Edges
      {"  " + on(no, "甲") + " 乙 " + on(no, "丙"), "p(乙)"},
      {on(no, "甲"), ""},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(report.text(text) == expected);
    CHECK(shown(report.findings) == "");
  }
}

TEST_CASE("narrative: a figure is never read as Markdown") {
  const Schema schema = schema_of("cn-2019");
  Table table = table_of(schema.report, 2019, -8);
  table.agency = "# *某* <b>{{year}}";
  const FindingSink none = [](Finding) { CHECK(false); };
  const auto blocks = resolve(
      parse_narrative("{{disclosures.licences.change}} 项\n\n{{agency}}",
                      "a.md", none),
      {&table, nullptr}, none);
  CHECK(shown(blocks) == "p(-8 项)p(# *某* <b>{{year}})");
}

TEST_CASE("narrative: names and figures that are not known") {
  Report report;
  const struct {
    std::string text;
    bool with_last;
    std::string findings;
    std::string kept;
  } cases[] = {
      {"共{{applications.nw.total}}件", true, "unknown-figure/nearest 1:2+25",
       "p(共件)"},
      {"{{}}", true, "unknown-figure/ 1:1+4", ""},
      {"{{change.x}}", true, "unknown-figure/ 1:1+12", ""},
      {"{{agncy}}", true, "unknown-figure/nearest 1:1+9", ""},
      {"{{#agency}}甲{{/agency}}", true, "unknown-figure/ 1:1+11", ""},
      {"{{last.applications.nw.total}}", true, "unknown-figure/nearest 1:1+30",
       ""},
      {"甲{{applications.carried_over.total}}乙", true,
       "figure-not-known/ 1:2+35", "p(甲乙)"},
      {"{{applications.denied.total}}", true, "figure-not-known/ 1:1+29", ""},
      {"{{applications.carried_forward.total}}", true,
       "figure-not-known/ 1:1+38", ""},
      {"{{last.applications.new.total}}", false,
       "figure-not-known/last-year 1:1+31", ""},
      {"{{last.applications.granted.total}}", true, "figure-not-known/ 1:1+35",
       ""},
      {"{{last.disclosures.old.figure}}", false, "unknown-figure/ 1:1+31", ""},
      // What is not printed need not be known, but must have the right name
      {"{{#applications.granted.total}}{{applications.denied.total}}"
       "{{xyz}}{{/applications.granted.total}}甲",
       true, "unknown-figure/ 1:61+7", "p(甲)"},
      {"{{#last.applications.new.total}}上年{{last.applications.new.total}}"
       "{{/last.applications.new.total}}甲",
       false, "", "p(甲)"},
  };
  for (const auto& [text, with_last, findings, kept] : cases) {
    CAPTURE(text);
    CHECK(report.text(text, with_last) == kept);
    CHECK(shown(report.findings) == findings);
  }
}

TEST_CASE("narrative: the nearest name is offered") {
  Report report;
  report.text("{{last.applications.nw.total}}");
  REQUIRE(report.findings.size() == 1);
  REQUIRE(report.findings[0].arguments.size() == 2);
  CHECK(report.findings[0].arguments[0].name == "value");
  CHECK(report.findings[0].arguments[0].value ==
        Text("last.applications.nw.total"));
  CHECK(report.findings[0].arguments[1].name == "nearest");
  CHECK(report.findings[0].arguments[1].value ==
        Text("last.applications.new.total"));
}

TEST_CASE("narrative: printed text keeps its place and its figure") {
  Report report;
  const Table table = make_table(schema_of("cn-2021").report, 2022, "某局");
  const auto blocks =
      resolve(parse_narrative("甲\n  {{year}}年", "a.md", [](Finding) {}),
              {&table, nullptr}, [](Finding) {});
  REQUIRE(blocks.size() == 1);
  const auto& runs = blocks[0].items[0];
  REQUIRE(runs.size() == 3);
  CHECK(runs[1].text == "2022");
  CHECK(runs[1].at == Position{2, 3});
  CHECK(runs[2].at == Position{2, 11});
}

}  // namespace
}  // namespace gov_report
