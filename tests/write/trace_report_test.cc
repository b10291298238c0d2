#include "write/trace_report.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

TraceFigure figure_of(const std::string& cell) {
  TraceFigure figure;
  figure.year = 2024;
  figure.format = "cn-2021";
  figure.cell = cell;
  figure.label = "合计";
  figure.value = 3;
  figure.fields = {{"class", "类别"}};
  figure.records = 2;
  return figure;
}

TraceEntry entry_of(std::uint64_t line, const std::string& cell,
                    const std::string& value, Decimal adds) {
  TraceEntry entry;
  entry.file = "a.csv";
  entry.line = line;
  entry.name = "甲" + std::to_string(line);
  entry.cell = cell;
  entry.values = {value};
  entry.meanings = {value};
  entry.adds = adds;
  return entry;
}

const TraceWords kWords = [](std::string_view key,
                             const std::vector<Argument>& arguments) {
  std::string text(key);
  for (const Argument& argument : arguments) text += " " + argument.value.zh;
  return text;
};

using Make = std::unique_ptr<TraceWriter> (*)(TraceWords, TextSink);

std::string printed(Make make, const TraceFigure& figure,
                    const std::vector<TraceEntry>& entries) {
  std::string text;
  const auto writer =
      make(kWords, [&](std::string_view piece) { text += piece; });
  for (const TraceEntry& entry : entries) writer->measure(entry);
  writer->begin(figure);
  for (const TraceEntry& entry : entries) writer->entry(entry);
  writer->end(figure);
  return text;
}

TEST_CASE("trace text: columns are aligned by display width") {
  const std::string text =
      printed(trace_text, figure_of("t"),
              {entry_of(2, "t", "部分公开", 1), entry_of(13, "t", "x", 2)});
  CHECK(text.find("trace.place  trace.record  trace.adds  类别\n"
                  "a.csv:2      甲2                    1  部分公开\n"
                  "a.csv:13     甲13                   2  x\n") !=
        std::string::npos);
}

TEST_CASE("trace text: a long value is cut, where it is whole in the others") {
  const std::string value(60, 'x');
  const std::vector<TraceEntry> entries = {entry_of(2, "t", value, 3)};
  CHECK(printed(trace_text, figure_of("t"), entries)
            .find(std::string(22, 'x') + "…\n") != std::string::npos);
  CHECK(printed(trace_csv, figure_of("t"), entries).find(value) !=
        std::string::npos);
}

TEST_CASE("trace text: cells and parts are shown where they tell apart") {
  TraceEntry opening = entry_of(2, "t", "", 1);
  opening.part = TraceEntry::Part::opening;
  opening.kind = TraceEntry::Kind::typed;
  const std::string stock =
      printed(trace_text, figure_of("t"), {opening, entry_of(3, "t", "x", 2)});
  CHECK(stock.find("trace.opening") != std::string::npos);
  CHECK(stock.find("trace.cell") == std::string::npos);
  const std::string sum =
      printed(trace_text, figure_of("t"),
              {entry_of(2, "t.a", "x", 1), entry_of(3, "t.b", "x", 2)});
  CHECK(sum.find("trace.cell") != std::string::npos);
  CHECK(sum.find("trace.opening") == std::string::npos);
}

TEST_CASE("trace CSV: fields are quoted, and no text is a formula") {
  struct Case {
    std::string value;
    std::string field;
  };
  const std::vector<Case> cases = {
      {"a", "a"},    {"a,b", "\"a,b\""},    {"say \"a\"", "\"say \"\"a\"\"\""},
      {"=1", "'=1"}, {"+1", "'+1"},         {"-1", "'-1"},
      {"@a", "'@a"}, {"=a,b", "\"'=a,b\""}, {"", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.value);
    const std::string text =
        printed(trace_csv, figure_of("t"), {entry_of(2, "t", one.value, -3)});
    CHECK(text.ends_with("a.csv,2,甲2,t,trace.counted,-3," + one.field + "\n"));
    CHECK(text.starts_with("\xEF\xBB\xBF"));
  }
}

TEST_CASE("trace: rows that could not be counted are counted to the last") {
  TraceFigure figure = figure_of("t");
  figure.missed = {{"a.csv", 7, "乙", "why"}};
  figure.missed_in_all = 12;
  CHECK(printed(trace_text, figure, {})
            .ends_with("trace.missed 12\n  a.csv:7  乙  why\n"
                       "  trace.missed-more 11\n"));
  CHECK(printed(trace_csv, figure, {})
            .ends_with("a.csv,7,乙,,why,0,\n,,,,trace.missed-more 11,0,\n"));
}

}  // namespace
}  // namespace gov_report
