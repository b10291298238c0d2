// narrative_support.h - texts, findings and formats for the tests of
// narrative and document.

#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "narrative/narrative.h"
#include "schema/schema.h"

namespace gov_report {

/// "rule/variant line:column+width", by position, joined by ", ".
inline std::string shown(std::vector<Finding> findings) {
  std::ranges::stable_sort(
      findings, {}, [](const Finding& finding) { return finding.place.at; });
  std::string out;
  for (const Finding& finding : findings) {
    const std::string rule = finding.rule == "unsupported-markdown"
                                 ? finding.variant
                                 : finding.rule + "/" + finding.variant;
    if (!out.empty()) out += ", ";
    out += rule + " " + std::to_string(finding.place.at.line) + ":" +
           std::to_string(finding.place.at.column) + "+" +
           std::to_string(finding.place.width);
  }
  return out;
}

/// Paragraphs as p(…), headings as h2(…), lists as ul(…;…) and ol(…;…), bold
/// as <…>.
inline std::string shown(const std::vector<TextBlock>& blocks) {
  std::string out;
  for (const TextBlock& block : blocks) {
    if (block.kind == BlockKind::paragraph) out += "p(";
    if (block.kind == BlockKind::heading) {
      out += "h" + std::to_string(block.level) + "(";
    }
    if (block.kind == BlockKind::list) out += block.ordered ? "ol(" : "ul(";
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      if (i > 0) out += ";";
      for (const TextRun& run : block.items[i]) {
        out += run.bold ? "<" + run.text + ">" : run.text;
      }
    }
    out += ")";
  }
  return out;
}

inline Schema schema_of(const std::string& form) {
  const FindingSink sink = [](Finding finding) {
    std::string words = finding.place.file + " " + finding.variant;
    for (const Argument& argument : finding.arguments) {
      words += " " + argument.value.en;
    }
    MESSAGE(words);
  };
  const auto rules = load_rule_catalogue(DataFiles{}, sink);
  REQUIRE(rules);
  auto schema = load_schema(DataFiles{}, form == "cn-2019" ? 2019 : 2022, form,
                            *rules, sink);
  REQUIRE(schema);
  return std::move(*schema);
}

/// A table whose every figure is `number`.
inline Table table_of(const ReportFormat& format, int year, Count number) {
  Table table = make_table(format, year, "某某乡人民政府");
  for (Cell& cell : table.cells) {
    cell.state = CellState::number;
    cell.number = number;
  }
  return table;
}

inline void set(Table& table, std::string_view id, Count number) {
  const auto cell = table.format->cell(id);
  REQUIRE(cell);
  table.cells[*cell].state = CellState::number;
  table.cells[*cell].number = number;
}

}  // namespace gov_report
