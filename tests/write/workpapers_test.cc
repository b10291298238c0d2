#include "write/workpapers.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>

#include "write/record_index.h"
#include "write/support.h"

namespace gov_report {
namespace {

/// One ledger, one table of two figures and their total.
Workpapers small_plan() {
  Workpapers plan;
  plan.title = "底稿";
  plan.agency = "某局";
  plan.date = plan.first = plan.last = make_date(2024, 12, 31).value();
  plan.notes = {"一"};
  plan.ledgers = {
      {"台账",
       {{"cases_row", "序号", LedgerColumn::Kind::number, true},
        {"cases_place", "位置", LedgerColumn::Kind::text, true},
        {"cases_class", "类", LedgerColumn::Kind::text, false},
        {"cases_amount", "金额", LedgerColumn::Kind::number, false},
        {"cases_counted", "计入", LedgerColumn::Kind::text, true}}}};
  TableBlock table;
  table.id = table.name = "表";
  table.rows = 1;
  table.columns = 3;
  for (int column = 0; column < 3; ++column) {
    TableCell cell;
    cell.column = column;
    cell.id = "t." + std::string(1, static_cast<char>('a' + column));
    cell.number = 2;
    if (column == 2) {
      cell.parts = {{0, 0}, {0, 1}};
      cell.number = 4;
    }
    cell.text = cell.number->text();
    table.cells.push_back(cell);
  }
  plan.tables = {table};
  using Is = Criterion::Test;
  plan.figures = {
      {"t.a", "甲", 0, {{{}, {{1, 0, {}, {{2, Is::equals, "x"}}}}, 0}}},
      {"t.b", "乙", 0, {{{}, {{1, 0, 3, {{2, Is::equals, "x"}}}}, 0}}},
      {"t.c", "合计", 0, {}}};
  return plan;
}

LedgerRow row_of(int number, const std::string& text, Decimal amount) {
  LedgerRow row;
  row.source = "a.csv:" + std::to_string(number + 1);
  row.name = std::to_string(number);
  row.values = {text, amount};
  row.counted = {{0, 1}, {1, amount}};
  return row;
}

struct Written {
  std::vector<RowsLeftOut> left_out;
  TemporaryFolder folder;

  std::string sheet(int number) const {
    return zip_part(folder / "w.xlsx",
                    "xl/worksheets/sheet" + std::to_string(number) + ".xml");
  }
};

const WorkpaperWords kWords = [](std::string_view key,
                                 const std::vector<Argument>& arguments) {
  std::string text(key.substr(key.find('.') + 1));
  for (const Argument& argument : arguments) {
    text += " " + argument.name + "=" + argument.value.zh;
  }
  return text;
};

void write(Written& written, const Workpapers& plan,
           const std::vector<LedgerRow>& rows,
           std::uint64_t sheet_rows = kSheetRows) {
  WorkpapersWriter writer(plan, written.folder / "w.xlsx", kWords, sheet_rows);
  for (const LedgerRow& row : rows) writer.add_row(0, row);
  written.left_out = writer.finish();
  for (int sheet = 1; sheet <= 6; ++sheet) {
    CAPTURE(sheet);
    CHECK(is_well_formed(written.sheet(sheet)));
  }
}

TEST_CASE("workpapers: figures are formulas with their values, sums are sums") {
  const Workpapers plan = small_plan();
  Written written;
  write(written, plan, {row_of(1, "x", 1), row_of(2, "x", 1)});
  CHECK(written.left_out.empty());
  const std::string table = written.sheet(3);
  CHECK(has(table, "<f>COUNTIFS(cases_class,\"x\")</f><v>2</v>"));
  CHECK(has(table, "<f>SUMIFS(cases_amount,cases_class,\"x\")</f><v>2</v>"));
  CHECK(has(table, "<f>SUM(A2:B2)</f><v>4</v>"));
  const std::string checks = written.sheet(2);
  CHECK(count_of(checks, "<f>ROUND(C") == 3);
  CHECK(has(checks, "AND(ISNUMBER(E2),E2&lt;&gt;0)"));
}

TEST_CASE("workpapers: a name of two lines has a row of that height") {
  Workpapers plan = small_plan();
  Written short_names;
  write(short_names, plan, {row_of(1, "x", 1)});
  CHECK(!has(short_names.sheet(2), "<row r=\"2\" ht="));
  CHECK(!has(short_names.sheet(4), "<row r=\"2\" ht="));
  for (int i = 0; i < 30; ++i) plan.figures[0].label += "名称";
  Written long_names;
  write(long_names, plan, {row_of(1, "x", 1)});
  CHECK(has(long_names.sheet(2), "<row r=\"2\" ht="));
  CHECK(has(long_names.sheet(4), "<row r=\"2\" ht="));
}

TEST_CASE("workpapers: a sheet that is full says what was left out") {
  const Workpapers plan = small_plan();
  Written written;
  write(written, plan,
        {row_of(1, "x", 1), row_of(2, "x", 1), row_of(3, "x", 1)}, 3);
  REQUIRE(written.left_out.size() == 1);
  CHECK(written.left_out[0].rows == 3);
  CHECK(written.left_out[0].listed == 2);
  CHECK_FALSE(written.left_out[0].too_long);
  CHECK(has(written.sheet(1), "left-out ledger=台账 rows=3 listed=2 rest=1"));
  // The figures stand as they are.
  const std::string table = written.sheet(3);
  CHECK_FALSE(has(table, "COUNTIFS"));
  CHECK_FALSE(has(table, "SUMIFS"));
  CHECK(has(table, "<v>2</v>"));
  CHECK(count_of(written.sheet(2), "means-stated") == 2);
  CHECK(has(written.sheet(4), "more rows=1"));
  CHECK(count_of(written.sheet(6), "<row ") == 3);
}

TEST_CASE("workpapers: a number that a spreadsheet rounds is text") {
  const Workpapers plan = small_plan();
  Written written;
  write(written, plan,
        {row_of(1, "x", Decimal::parse("1234567890.123456").value())});
  REQUIRE(written.left_out.size() == 1);
  CHECK(written.left_out[0].too_long);
  CHECK(written.left_out[0].rows == written.left_out[0].listed);
  CHECK(has(written.sheet(1), "too-long ledger=台账"));
  CHECK(has(written.sheet(6), "<t>1234567890.123456</t>"));
  CHECK_FALSE(has(written.sheet(3), "SUMIFS"));
}

TEST_CASE("workpapers: the index lists so many records and counts the rest") {
  const Workpapers plan = small_plan();
  Written written;
  std::vector<LedgerRow> rows;
  for (int i = 1; i <= static_cast<int>(kIndexed) + 7; ++i) {
    rows.push_back(row_of(i, "x", 1));
  }
  write(written, plan, rows);
  const std::string index = written.sheet(4);
  CHECK(count_of(index, "more rows=7") == 2);
  CHECK(has(index, "records rows=207"));
  CHECK(count_of(index, "<hyperlink ") == 2 * (1 + kIndexed));
  CHECK(has(index, "location=\"'台账'!A2\""));
  // From the figure to its records.
  CHECK(has(written.sheet(3), "location=\"'sheet-index'!A2\""));
}

TEST_CASE("workpapers: text of a ledger is never a formula") {
  const Workpapers plan = small_plan();
  Written written;
  write(written, plan, {row_of(1, "=1+1&<\x01", 1)});
  CHECK(has(written.sheet(6), "<t>=1+1&amp;&lt;"));
  CHECK_FALSE(has(written.sheet(6), "<f>"));
}

TEST_CASE("workpapers: a ledger without records has formulas all the same") {
  Workpapers plan = small_plan();
  for (TableCell& cell : plan.tables[0].cells) cell.number = 0;
  Written written;
  write(written, plan, {});
  CHECK(has(written.sheet(3), "<f>COUNTIFS(cases_class,\"x\")</f><v>0</v>"));
  CHECK(has(zip_part(written.folder / "w.xlsx", "xl/workbook.xml"),
            "'台账'!$C$2:$C$2<"));
}

TEST_CASE("workpapers: rows that the disk did not take are an error") {
  const Workpapers plan = small_plan();
  TemporaryFolder folder;
  WorkpapersWriter writer(plan, folder / "w.xlsx", kWords);
  rlimit before = {};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 1 << 16;  // bytes of a file
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  CHECK_THROWS_AS(
      [&] {
        for (int i = 1; i <= 2000; ++i) writer.add_row(0, row_of(i, "x", 1));
        writer.finish();
      }(),
      std::system_error);
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
}

TEST_CASE("workpapers: a folder that is not there is an error") {
  const Workpapers plan = small_plan();
  TemporaryFolder folder;
  CHECK_THROWS_AS(WorkpapersWriter(plan, folder / "no/w.xlsx", kWords),
                  std::system_error);
}

}  // namespace
}  // namespace gov_report
