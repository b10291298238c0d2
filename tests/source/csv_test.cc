#include "source/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "source/small_pieces.h"

namespace gov_report {
namespace {

std::string text_of(Position at) {
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

/// "rule/variant 3:5~2 |excerpt| name=value …"
std::string text_of(const Finding& finding) {
  std::string out = finding.rule;
  if (!finding.variant.empty()) out += "/" + finding.variant;
  out += " " + text_of(finding.place.at) + "~" +
         std::to_string(finding.place.width) + " |" + finding.place.excerpt +
         "|";
  for (const auto& argument : finding.arguments) {
    out += " " + argument.name + "=" + argument.value.en;
  }
  return out;
}

struct Reading {
  std::string columns;  // "a|b"
  std::string rows;     // "2: x|y" lines
  std::string findings;
  std::uint64_t rejected = 0;
};

Reading reading_of(std::unique_ptr<ByteStream> bytes) {
  Reading reading;
  const auto rows = open_csv_rows(
      std::move(bytes), "ledger.csv", [&](const Finding& finding) {
        CHECK(finding.place.file == "ledger.csv");
        CHECK(finding.severity.value_or(Severity::error) == Severity::error);
        reading.findings += text_of(finding) + "\n";
      });
  for (const Column& column : rows->columns()) {
    reading.columns += (reading.columns.empty() ? "" : "|") + column.name;
  }
  Row row;
  while (rows->next(row)) {
    reading.rows += std::to_string(row.line) + ": ";
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
      reading.rows += (i == 0 ? "" : "|") + std::string(row.fields[i].text);
    }
    reading.rows += "\n";
  }
  reading.rejected = rows->rows_rejected();
  return reading;
}

Reading reading_of(const std::string& text) {
  return reading_of(open_memory(text));
}

TEST_CASE("csv: good tables") {
  const struct {
    std::string text;
    const char* columns;
    const char* rows;
  } cases[] = {
      // RFC 4180, section 2, rules 1 to 7.
      {"h\r\naaa\r\nzzz\r\n", "h", "2: aaa\n3: zzz\n"},
      {"h\r\naaa\r\nzzz", "h", "2: aaa\n3: zzz\n"},
      {"a,b,c\r\naaa,bbb,ccc\r\n", "a|b|c", "2: aaa|bbb|ccc\n"},
      {"a,b,c\n a ,b b, c\n", "a|b|c", "2:  a |b b| c\n"},
      {"a,b,c\n\"aaa\",\"bbb\",\"ccc\"\nzzz,yyy,xxx", "a|b|c",
       "2: aaa|bbb|ccc\n3: zzz|yyy|xxx\n"},
      {"a,b,c\r\n\"aaa\",\"b \r\nbb\",\"c,c\"\r\nz,y,x", "a|b|c",
       "2: aaa|b \r\nbb|c,c\n4: z|y|x\n"},
      {"a,b,c\n\"aaa\",\"b\"\"bb\",\"\"\"\"\n", "a|b|c", "2: aaa|b\"bb|\"\n"},
      // Quotes elsewhere.
      {"a,b\nx\"y\",5\"\n", "a|b", "2: x\"y\"|5\"\n"},
      {"a,b\n \"x\",y\n", "a|b", "2:  \"x\"|y\n"},
      {"a,b\n\"x\" ,\"y\" \n", "a|b", "2: x|y\n"},
      {"\"编号\",\"姓\n名\"\n1,张三\n", "编号|姓\n名", "3: 1|张三\n"},
      {"a,b\n\"\",x\n", "a|b", "2: |x\n"},
      {"a,b\n\"x\",\"\"", "a|b", "2: x|\n"},
      {"a,b\n\"x\"\r\n", "a|b", "2: x\n"},
      // Line ends.
      {"a,b\r1,2\r\r3,4\r", "a|b", "2: 1|2\n4: 3|4\n"},
      {"a,b\r\"1\rx\",2\r3,4", "a|b", "2: 1\rx|2\n4: 3|4\n"},
      {"a,b\nx\ry,2\n", "a|b", "2: x\ry|2\n"},
      {"a,b\n1,2\r", "a|b", "2: 1|2\n"},
      // Blank rows.
      {"\n  \n,,\na,b\n\n,\n ; ,\n \t\n\"\",\"\"\n1,2\n\n", "a|b",
       "7:  ; |\n10: 1|2\n"},
      {"a,b\n", "a|b", ""},
      {"a,b", "a|b", ""},
      // Fewer and more fields.
      {"a,b,c\n1\n1,2\n1,2,\n1,2,3,,\n1,2,3, ,\"\"\n", "a|b|c",
       "2: 1\n3: 1|2\n4: 1|2|\n5: 1|2|3\n6: 1|2|3\n"},
      // Separators.
      {"a;b;c,d\n1;2;3,4\n", "a|b|c,d", "2: 1|2|3,4\n"},
      {"a\tb\n1,2\t3\n", "a|b", "2: 1,2|3\n"},
      {"a,b;c\n1,2\n", "a|b;c", "2: 1|2\n"},
      {"\"a;b;c\",d\n1,2\n", "a;b;c|d", "2: 1|2\n"},
      {"\"a;\n;b\",d\n1,2\n", "a;\n;b|d", "3: 1|2\n"},
      {"a\n1;2\n", "a", "2: 1;2\n"},
      {"a,b,\n1,2,\n", "a|b|", "2: 1|2|\n"},
  };
  for (const auto& [text, columns, rows] : cases) {
    for (const std::size_t piece : {1, 2, 3, 4, 5, 6, 7, 1000}) {
      CAPTURE(text);
      CAPTURE(piece);
      const Reading reading =
          reading_of(std::make_unique<SmallPieces>(text, piece));
      CHECK(reading.columns == columns);
      CHECK(reading.rows == rows);
      CHECK(reading.findings == "");
      CHECK(reading.rejected == 0);
    }
  }
}

TEST_CASE("csv: bad tables, with their findings and the rows that are left") {
  const struct {
    std::string text;
    const char* findings;
    const char* rows;
    std::uint64_t rejected;
  } cases[] = {
      {"编号,姓名\n1,\"张三\n2,李四\n",
       "unclosed-quote 2:3~1 |1,\"张三| "
       "line=2 column=姓名\n",
       "3: 2|李四\n", 1},
      {"a,b\n1,2\n3,\"x", "unclosed-quote 3:3~1 |3,\"x| line=3 column=b\n",
       "2: 1|2\n", 1},
      // The next quote is far below: the rows between are not lost.
      {"a,b\n1,\"x\n2,y\n3,\"z, z\"\n",
       "unclosed-quote 2:3~1 |1,\"x| line=2 column=b\n", "3: 2|y\n4: 3|z, z\n",
       1},
      {"a,b\n\"x\ny\",\"z\n3,4\n",
       "unclosed-quote 3:4~1 |y\",\"z| line=3 column=b\n", "4: 3|4\n", 1},
      {"a\n1,\"x\n", "unclosed-quote/no-column 2:3~1 |1,\"x| line=2\n", "", 1},
      {"a,\"b\n1,2\n", "unclosed-quote/header 1:3~1 |a,\"b| line=1\n", "", 0},
      {"a,b\n\"张\"三,2\n3,4\n",
       "text-after-quote 2:4~1 |\"张\"三,2| value=三\n", "3: 3|4\n", 1},
      {"a,b\n1,\"x\"y z\r\n3,4\n",
       "text-after-quote 2:6~3 |1,\"x\"y z| value=y z\n", "3: 3|4\n", 1},
      {"a,b\n\"x\"y,\"z\"u\n",
       "text-after-quote 2:4~1 |\"x\"y,\"z\"u| value=y\n", "", 1},
      {"a,b\n\"未办结 \"某某\" 案\",1\n",
       "text-after-quote 2:7~6 |\"未办结 \"某某\" 案\",1| value=某某\" 案\"\n",
       "", 1},
      {"a,b\n1,2,3\n4,5\n",
       "too-many-fields 2:5~1 |1,2,3| found=3 expected=2\n", "3: 4|5\n", 1},
      {"a,b\n\"1\n1\",2,,中\n4,5\n",
       "too-many-fields 3:7~1 |1\",2,,中| found=4 expected=2\n", "4: 4|5\n", 1},
      {std::string("a,b\n中\0,2\n4,5\n", 14),
       "nul-byte 2:2~1 |中\xEF\xBF\xBD,2|\n", "3: 4|5\n", 1},
      {"", "empty-file 0:0~1 || file=ledger.csv\n", "", 0},
      {" \n,,\n\t\r\n", "empty-file 0:0~1 || file=ledger.csv\n", "", 0},
      {"\"\"\n", "empty-file 0:0~1 || file=ledger.csv\n", "", 0},
  };
  for (const auto& [text, findings, rows, rejected] : cases) {
    for (const std::size_t piece : {1, 2, 3, 5, 7, 1000}) {
      CAPTURE(text);
      CAPTURE(piece);
      Reading reading = reading_of(std::make_unique<SmallPieces>(text, piece));
      for (std::size_t at; (at = reading.findings.find('\0')) < kRowLimit;) {
        reading.findings.replace(at, 1, "\xEF\xBF\xBD");
      }
      CHECK(reading.findings == findings);
      CHECK(reading.rows == rows);
      CHECK(reading.rejected == rejected);
    }
  }
}

TEST_CASE("csv: every field has its place, counted in characters") {
  const auto rows = open_csv_rows(
      open_memory("\r\n编号,\"姓\r\n名\",备注\r\n"
                  "甲,\"张\"\"三\r\n李四,\"\r\n"),
      "ledger.csv", [](const Finding&) { FAIL("no finding expected"); });
  CHECK(text_of(rows->columns()[0].at) == "2:1");
  CHECK(text_of(rows->columns()[1].at) == "2:4");
  CHECK(text_of(rows->columns()[2].at) == "3:4");
  CHECK(rows->header_line() == "编号,\"姓");
  CHECK(rows->has_header());

  Row row;
  REQUIRE(rows->next(row));
  CHECK(row.line == 4);
  CHECK(row.raw == "甲,\"张\"\"三\r\n李四,\"");
  REQUIRE(row.fields.size() == 2);
  CHECK(row.fields[1].text == "张\"三\r\n李四,");
  CHECK(text_of(rows->position(0)) == "4:1");
  CHECK(rows->width(0) == 1);
  CHECK(rows->excerpt(0) == "甲,\"张\"\"三");
  CHECK(text_of(rows->position(1)) == "4:3");
  CHECK(rows->width(1) == 5);  // with its quotes, on that line
  CHECK(rows->excerpt(1) == "甲,\"张\"\"三");
  // The third column is missing: behind the record.
  CHECK(text_of(rows->position(2)) == "5:5");
  CHECK(rows->width(2) == 1);
  CHECK(rows->excerpt(2) == "李四,\"");
  const Place place = rows->place("ledger.csv", 1);
  CHECK(place.file == "ledger.csv");
  CHECK(text_of(place.at) == "4:3");
  CHECK(place.excerpt == "甲,\"张\"\"三");
  CHECK_FALSE(rows->next(row));
  CHECK_FALSE(rows->next(row));
}

TEST_CASE("csv: titles and notes may stand above the header") {
  const struct {
    const char* text;
    const char* columns;
    const char* row;
  } cases[] = {
      {"Title,,\nid,name,note\n1,a,\n", "id|name|note", "3:1 1"},
      {"Title of 2024\r\n\r\nBy: me,on: a day\r\nid;name;note\r\n1;a;\r\n",
       "id|name|note", "5:1 1"},
      {"\"Title,\nin two lines\"\nid,name\n1,a\n", "id|name", "4:1 1"},
      {"note\nid,name\n1,a\n", "id|name", "3:1 1"},
      // A row of values is none: one word may be a value.
      {"nr,who\nid,x\n", "nr|who", "2:1 id"},
      {"id,name\nname,id\n", "id|name", "2:1 name"},
      {"Title\rid,name\r1,a\r", "id|name", "3:1 1"},
      // Groups above, parts below.
      {"id,who,\n,name,note\n1,a,b\n", "id|name|note", "3:1 1"},
      {"Title\n\nwho,,id\nname,note\n1,a,b\n", "name|note|id", "5:1 1"},
      // Files put one behind the other: no record is a title.
      {"id,name\n1,a\nid,name,note\n2,b,x\n", "id|name", "2:1 1"},
      {"id,nme\n1,a\n2,b\n3,c\nid,name\n", "id|nme", "2:1 1"},
  };
  for (const auto& test : cases) {
    CAPTURE(test.text);
    for (const RowChoice choice : {RowChoice::records, RowChoice::all}) {
      const auto rows = open_csv_rows(
          std::make_unique<SmallPieces>(test.text, 3), "l",
          [](const Finding&) { FAIL("no finding expected"); }, choice,
          [](std::string_view text) {
            return text == "id" || text == "name" || text == "note";
          });
      std::string columns;
      for (const Column& column : rows->columns()) {
        columns += (columns.empty() ? "" : "|") + column.name;
      }
      CHECK(columns == test.columns);
      Row row;
      REQUIRE(rows->next(row));
      CHECK(text_of(rows->position(0)) + " " +
                std::string(row.fields[0].text) ==
            test.row);
    }
  }
}

TEST_CASE("csv: an empty field is one character wide") {
  const auto rows =
      open_csv_rows(open_memory("a,b,c\n1,,3\n"), "l", [](const Finding&) {});
  Row row;
  REQUIRE(rows->next(row));
  CHECK(text_of(rows->position(1)) == "2:3");
  CHECK(rows->width(1) == 1);
  CHECK(text_of(rows->position(2)) == "2:4");
}

TEST_CASE("csv: rows across the borders of the buffer stay whole") {
  std::string text = "id,text\n";
  std::size_t rows = 0;
  for (; text.size() < 1'500'000; ++rows) {
    text += std::to_string(rows) + ",\"中文 \"\"" +
            std::string(rows % 97, 'x') + "\n\"\n";
  }
  const auto source = open_csv_rows(open_memory(text), "l", [](const Finding&) {
    FAIL("no finding expected");
  });
  Row row;
  for (std::size_t i = 0; i < rows; ++i) {
    REQUIRE(source->next(row));
    REQUIRE(row.line == 2 + 2 * i);
    REQUIRE(row.fields[0].text == std::to_string(i));
    REQUIRE(row.fields[1].text == "中文 \"" + std::string(i % 97, 'x') + "\n");
  }
  CHECK_FALSE(source->next(row));
}

TEST_CASE("csv: a row of the limit is read, one byte more is refused") {
  for (const char* end : {"\n", "\r\n", ""}) {
    CAPTURE(end);
    const std::string longest(kRowLimit - 2, 'x');
    const Reading good = reading_of("a,b\n1," + longest + end);
    CHECK(good.findings == "");
    CHECK(good.rows.size() == kRowLimit + 4);
    const Reading bad = reading_of("a,b\n1,x" + longest + end);
    CHECK(bad.findings == "row-too-long 2:0~1 |1," + std::string(78, 'x') +
                              "| limit=1048576\n");
    CHECK(bad.rows == "");
    CHECK(bad.rejected == 1);
  }
}

TEST_CASE("csv: rows after one that is too long are read, with their lines") {
  const std::string much(3 * kRowLimit, 'x');
  Reading reading = reading_of("a,b\n1," + much + "\n2,y\n");
  CHECK(reading.rows == "3: 2|y\n");
  CHECK(reading.rejected == 1);
  reading = reading_of("a,b\n1,\"" + much + "\"\n2,y\n");
  CHECK(reading.rows == "3: 2|y\n");
  CHECK(reading.rejected == 1);
  reading = reading_of("a," + much + "\n2,y\n");
  CHECK(reading.findings.substr(0, 23) == "row-too-long/header 1:0");
  CHECK(reading.rows == "");
}

TEST_CASE("csv: a quote left open at the start of a long file costs one row") {
  std::string text = "a,b\n1,\"x\n";
  std::size_t rows = 0;
  for (; text.size() < 2'500'000; ++rows) text += "22,yyyyyyyyyyyyyyyyyyyy\n";
  const Reading reading = reading_of(text);
  CHECK(reading.findings == "unclosed-quote 2:3~1 |1,\"x| line=2 column=b\n");
  CHECK(reading.rows.substr(0, 10) == "3: 22|yyyy");
  CHECK(std::count(reading.rows.begin(), reading.rows.end(), '\n') ==
        static_cast<std::ptrdiff_t>(rows));
}

/// `first`, then `middle` over and over, `last`: more than memory would hold.
class LongStream : public ByteStream {
 public:
  LongStream(std::string first, char middle, std::uint64_t count,
             std::string last, std::size_t& most)
      : first_(std::move(first)),
        middle_(middle),
        count_(count),
        last_(std::move(last)),
        most_(most) {}

  std::size_t read(char* into, std::size_t size) override {
    most_ = std::max(most_, size);
    if (!first_.empty()) return take(first_, into, size);
    if (count_ == 0) return take(last_, into, size);
    const std::size_t given = std::min<std::uint64_t>(size, count_);
    std::fill_n(into, given, middle_);
    count_ -= given;
    return given;
  }

 private:
  static std::size_t take(std::string& text, char* into, std::size_t size) {
    const std::size_t given = text.copy(into, size);
    text.erase(0, given);
    return given;
  }

  std::string first_;
  char middle_;
  std::uint64_t count_;
  std::string last_;
  std::size_t& most_;  // the largest piece asked for
};

TEST_CASE("csv: a line of 64 MB is passed over in bounded memory") {
  for (const char middle : {'x', ',', '"', ' '}) {
    CAPTURE(middle);
    std::size_t most = 0;
    auto stream = std::make_unique<LongStream>("a,b\n1,x", middle, 64 << 20,
                                               "\n2,y\n", most);
    const Reading reading = reading_of(std::move(stream));
    CHECK(most <= kRowLimit + 2);
    CHECK(reading.rows == "3: 2|y\n");
    CHECK(reading.rejected == 1);
  }
}

}  // namespace
}  // namespace gov_report
