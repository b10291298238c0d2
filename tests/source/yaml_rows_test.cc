#include <doctest/doctest.h>

#include <string>

#include "source/yaml.h"

namespace gov_report {
namespace {

std::string text_of(Position at) {
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

struct Reading {
  std::string columns;
  std::string rows;
  std::string findings;
  std::uint64_t rejected = 0;
};

Reading reading_of(const std::string& text) {
  Reading reading;
  const auto rows = open_yaml_rows(text, "l.yaml", [&](const Finding& finding) {
    CHECK(finding.place.file == "l.yaml");
    reading.findings += finding.rule + "/" + finding.variant + " " +
                        text_of(finding.place.at) + " |" +
                        finding.place.excerpt + "| " +
                        finding.arguments.at(0).value.en + "\n";
  });
  Row row;
  while (rows->next(row)) {
    reading.rows += std::to_string(row.line) + ": ";
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      reading.rows += (i == 0 ? "" : "|") + std::string(row.fields[i].text);
    }
    reading.rows += "\n";
  }
  for (const Column& column : rows->columns()) {
    reading.columns += (reading.columns.empty() ? "" : "|") + column.name;
  }
  reading.rejected = rows->rows_rejected();
  return reading;
}

TEST_CASE("yaml rows: good ledgers") {
  const struct {
    const char* text;
    const char* columns;
    const char* rows;
  } cases[] = {
      {"", "", ""},
      {"# nothing yet\n", "", ""},
      {"[]\n", "", ""},
      {"~\n", "", ""},
      {"- 编号: 1\n  姓名: 张三\n- 编号: 2\n  姓名: '李四'\n", "编号|姓名",
       "1: 1|张三\n3: 2|李四\n"},
      {"- {a: 1, b: 2}\n- {b: 3, c: 4}\n- {c: 5, a: 6}\n", "a|b|c",
       "1: 1|2|\n2: |3|4\n3: 6||5\n"},
      {"- a: ~\n  b: null\n  c:\n  d: 'null'\n", "a|b|c|d", "1: |||null\n"},
      {"- {}\n-\n- a:\n- a: 1\n", "a", "4: 1\n"},
      {"[{\"a\": \"1\"},\n {\"a\": 2}]", "a", "1: 1\n2: 2\n"},
      {"- a: |\n    x\n    y\n", "a", "1: x\ny\n\n"},
  };
  for (const auto& [text, columns, rows] : cases) {
    CAPTURE(text);
    const Reading reading = reading_of(text);
    CHECK(reading.columns == columns);
    CHECK(reading.rows == rows);
    CHECK(reading.findings == "");
    CHECK(reading.rejected == 0);
  }
}

TEST_CASE("yaml rows: bad records are passed over, broken text ends it") {
  const struct {
    const char* text;
    const char* findings;
    const char* rows;
    std::uint64_t rejected;
  } cases[] = {
      {"- a: 1\n- a: [1, {b: 2}]\n  b: 2\n- a: 3\n",
       "unreadable-record/nested-value 2:6 |- a: [1, {b: 2}]| a\n",
       "1: 1|\n4: 3|\n", 1},
      {"- 张三\n- [a]\n- a: 3\n",
       "unreadable-record/ 1:3 |- 张三| \n"
       "unreadable-record/ 2:3 |- [a]| \n",
       "3: 3\n", 2},
      {"- a: 1\n  a: 2\n- a: 3\n",
       "unreadable-record/duplicate-key 2:3 |  a: 2| a\n", "3: 3\n", 1},
      {"- {[x]: {y: z}, a: 1}\n- a: 3\n",
       "unreadable-record/key-not-text 1:4 |- {[x]: {y: z}, a: 1}| \n",
       "2: 3\n", 1},
      {"a: 1\n", "yaml-error/not-a-list 1:1 |a: 1| \n", "", 0},
      {"text\n", "yaml-error/not-a-list 1:1 |text| \n", "", 0},
      {"- a: 1\n- a: \"x\n- a: 3\n",
       "yaml-error/unclosed-quote 2:6 |- a: \"x| \n", "1: 1\n", 1},
      {"- a: 1\n---\n- a: 2\n", "yaml-error/several-documents 2:1 |---| \n",
       "1: 1\n", 0},
      {"- a: &x 1\n", "yaml-error/alias 1:6 |- a: &x 1| \n", "", 1},
      {"@\n",
       "yaml-error/syntax 1:1 |@| found character that cannot start any "
       "token\n",
       "", 0},
  };
  for (const auto& [text, findings, rows, rejected] : cases) {
    CAPTURE(text);
    const Reading reading = reading_of(text);
    CHECK(reading.findings == findings);
    CHECK(reading.rows == rows);
    CHECK(reading.rejected == rejected);
  }
}

TEST_CASE("yaml rows: every field has its place") {
  const auto rows =
      open_yaml_rows("- 编号: 甲\n  姓名: \"张\n    三\"\n- 姓名: ''\n",
                     "l.yaml", [](const Finding&) { FAIL("no finding"); });
  Row row;
  CHECK_FALSE(rows->has_header());
  CHECK(rows->header_line() == "- 编号: 甲");
  REQUIRE(rows->next(row));
  CHECK(row.raw == "- 编号: 甲");
  CHECK(text_of(rows->columns()[1].at) == "2:3");
  CHECK(text_of(rows->position(0)) == "1:7");
  CHECK(rows->width(0) == 1);
  CHECK(row.fields[1].text == "张 三");
  CHECK(text_of(rows->position(1)) == "2:7");
  CHECK(rows->width(1) == 2);
  CHECK(rows->excerpt(1) == "  姓名: \"张");
  REQUIRE(rows->next(row) == false);  // its only value is empty
}

TEST_CASE("yaml rows: a record longer than the limit is refused") {
  const std::string much(kRowLimit, 'x');
  const Reading reading = reading_of("- a: " + much + "\n- a: 1\n");
  CHECK(reading.findings == "row-too-long/ 1:0 || 1048576\n");
  CHECK(reading.rows == "2: 1\n");
  CHECK(reading.rejected == 1);
}

TEST_CASE("yaml rows: more keys than a spreadsheet has columns end it") {
  std::string text;
  for (int i = 0; i <= 16384; ++i) text += "- k" + std::to_string(i) + ":\n";
  const Reading reading = reading_of(text + "- z: 1\n");
  CHECK(reading.findings ==
        "yaml-error/too-many-keys 16385:3 |- k16384:| 16384\n");
  CHECK(reading.rows == "");
  CHECK(reading.rejected == 1);
}

}  // namespace
}  // namespace gov_report
