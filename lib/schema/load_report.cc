#include "schema/load_report.h"

#include <algorithm>

#include "base/text.h"
#include "schema/body_words.h"

namespace gov_report {
namespace {

SectionFormat read_section(const YamlNode& yaml, const ReportFormat& report,
                           SchemaErrors& errors) {
  MapReader map(yaml, errors);
  SectionFormat section;
  section.id = map.required_text("id");
  section.heading = map.required_text("heading");
  section.accepted = map.texts("accepted");
  section.meant_by = map.texts("meant_by");
  section.content = map.choice<SectionFormat::Content>(
      "content",
      {{"narrative", SectionFormat::Content::narrative},
       {"table", SectionFormat::Content::table}},
      SectionFormat::Content::narrative);
  section.required = map.flag("required");
  section.citation = map.citation();
  const std::string table = map.text("table");
  for (std::size_t i = 0; i < report.tables.size(); ++i) {
    if (report.tables[i].id == table) section.table = i;
  }
  const bool wants_table = section.content == SectionFormat::Content::table;
  if (wants_table != section.table.has_value()) {
    errors.add(yaml.at, "dangling",
               {{"value", "table: " + table}, {"nearest", "-"}});
  }
  return section;
}

/// What title and preamble may hold in { }.
std::vector<std::string> placeholders() {
  std::vector<std::string> names = {"agency", "year", "next_year",
                                    "legal_basis"};
  for (const std::string& key : kContactKeys) names.push_back("contact." + key);
  return names;
}

void check_placeholders(const YamlNode& pattern, SchemaErrors& errors) {
  static const std::vector<std::string> kNames = placeholders();
  const std::string& text = pattern.text;
  for (std::size_t open = text.find('{'); open != std::string::npos;
       open = text.find('{', open + 1)) {
    const std::size_t close = std::min(text.find('}', open), text.size());
    const std::string name = text.substr(open + 1, close - open - 1);
    if (std::ranges::find(kNames, name) != kNames.end()) continue;
    errors.add(pattern.at, "dangling",
               {{"value", "{" + name + "}"},
                {"nearest", nearest(name, kNames).value_or("-")}});
  }
}

void check_placeholders(const YamlNode& root, std::string_view key,
                        SchemaErrors& errors) {
  const YamlNode* node = root.find(key);
  if (node == nullptr) return;
  check_placeholders(*node, errors);
  for (const YamlNode& item : node->items) check_placeholders(item, errors);
}

}  // namespace

ReportFormat load_report_format(const YamlNode& root,
                                const std::vector<LedgerFormat>& ledgers,
                                SchemaErrors& errors) {
  MapReader map(root, errors);
  ReportFormat report;
  report.id = map.required_text("format");
  if (const YamlNode* years = map.required("years")) {
    MapReader range(*years, errors);
    report.from_year = range.number("from", 0);
    report.to_year = range.number("to", 9999);
  }
  report.label = map.bilingual("label");
  report.citation = map.citation();
  report.legal_basis = map.text("legal_basis");
  report.checked_wording = map.flag("checked_wording");
  report.title = map.required_text("title");
  report.preamble = map.texts("preamble");
  check_placeholders(root, "title", errors);
  check_placeholders(root, "preamble", errors);
  if (const YamlNode* preamble = map.node("preamble")) {
    for (const YamlNode& text : preamble->items) {
      report.preamble_at.push_back(text.at);
    }
  }
  for (const YamlNode& table : items_of(map.required("tables"), errors)) {
    load_table(table, ledgers, report, errors);
  }
  for (const YamlNode& section : items_of(map.required("sections"), errors)) {
    report.sections.push_back(read_section(section, report, errors));
  }
  for (const YamlNode& figure : items_of(map.node("figures"), errors)) {
    load_figure(figure, ledgers, report, errors);
  }
  for (const YamlNode& item : items_of(map.node("constraints"), errors)) {
    load_constraint(item, report, errors);
  }
  return report;
}

std::optional<CellIndex> ReportFormat::cell(std::string_view name) const {
  const auto found = by_id.find(std::string(name));
  if (found == by_id.end()) return std::nullopt;
  return found->second;
}

bool Constraint::uses_last_year() const {
  const auto in = [](const Expression& side) {
    return std::ranges::any_of(side.terms, &Term::last_year);
  };
  return in(holds.left) || in(holds.right) ||
         (condition && (in(condition->left) || in(condition->right)));
}

}  // namespace gov_report
