#include "tally/report_file.h"

#include "base/json_writer.h"
#include "base/text.h"
#include "tally/sealed_file.h"

namespace gov_report {
namespace {

constexpr std::string_view kReportSchema = "gov-report/report/1";
constexpr std::string_view kDraft = "draft";

Finding invalid(const std::string& file, Position at, std::string variant,
                std::vector<Argument> arguments) {
  Finding finding;
  finding.rule = "sealed-invalid";
  finding.variant = std::move(variant);
  finding.place = Place{file, at, 1, {}, {}};
  finding.arguments = std::move(arguments);
  finding.arguments.push_back({"file", file});
  return finding;
}

std::string text_at(const YamlNode& root, std::string_view key) {
  const YamlNode* node = root.find(key);
  return node == nullptr ? std::string() : node->text;
}

}  // namespace

std::string write_report_file(
    const Table& table, bool draft,
    const std::vector<std::pair<std::string, std::string>>& notes) {
  const ReportFormat& format = *table.format;
  JsonWriter json;
  json.object();
  json.key("schema").value(kReportSchema);
  json.key("format").value(format.id);
  json.key("year").value(Decimal(table.year));
  json.key("agency").value(table.agency);
  if (draft) json.key("status").value(kDraft);
  json.key("cells");
  write_cells(json, table);
  if (!notes.empty()) json.key("notes").array();
  for (const auto& [cell, text] : notes) {
    json.object();
    json.key("cell").value(cell);
    json.key("text").value(text);
    json.end();
  }
  if (!notes.empty()) json.end();
  json.end();
  return json.take() + "\n";
}

void write_cells(JsonWriter& json, const Table& table) {
  const ReportFormat& format = *table.format;
  json.object();
  for (std::size_t i = 0; i < format.cells.size(); ++i) {
    if (format.cells[i].kind != CellKind::printed) continue;
    const Cell& cell = table.cells[i];
    json.key(format.cells[i].id);
    if (cell.state == CellState::number) {
      json.value(cell.number);
    } else if (cell.text.empty()) {
      json.null();
    } else {
      json.value(cell.text);
    }
  }
  json.end();
}

std::optional<SealedReport> read_sealed_report(const YamlNode& root, int year,
                                               const std::string& file,
                                               const FindingSink& sink) {
  const YamlNode* cells = root.find("cells");
  const std::string schema = text_at(root, "schema");
  const bool ours = schema == kReportSchema || schema == kSealedSchema;
  if (!ours || cells == nullptr || cells->kind != YamlNode::Kind::mapping) {
    sink(invalid(file, root.at, "shape",
                 {{"value", std::string(kReportSchema)}}));
    return std::nullopt;
  }
  if (text_at(root, "year") != std::to_string(year)) {
    sink(invalid(file, root.at, "year",
                 {{"value", printable(text_at(root, "year"))},
                  {"year", std::to_string(year)}}));
    return std::nullopt;
  }
  if (text_at(root, "status") == kDraft) {
    sink(invalid(file, root.at, "draft", {}));
    return std::nullopt;
  }
  SealedReport report;
  report.file = file;
  report.format = text_at(root, "format");
  report.year = year;
  report.agency = text_at(root, "agency");
  bool sound = true;
  for (const auto& [key, value] : cells->entries) {
    if (value.is_null() || value.quoted) {
      report.without_number.insert(key.text);
      continue;
    }
    const auto number = Decimal::parse(value.text);
    if (!number || *number > kLargestFigure || number->decimals() > 8) {
      sink(invalid(
          file, value.at, "figure",
          {{"cell", printable(key.text)}, {"value", printable(value.text)}}));
      sound = false;
      continue;
    }
    report.figures.emplace(key.text, *number);
  }
  if (schema == kSealedSchema) {
    sound = read_sealed_parts(root, file, report, sink) && sound;
  }
  if (!sound) return std::nullopt;
  return report;
}

std::optional<Decimal> SealedReport::number(std::string_view id) const {
  const auto found = figures.find(id);
  if (found != figures.end()) return found->second;
  const std::size_t dot = id.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string group = std::string(id.substr(0, dot)) + ".";
  const std::string_view column = id.substr(dot);
  // A group with a part that is not known has no total.
  for (auto it = without_number.lower_bound(group);
       it != without_number.end() && it->starts_with(group); ++it) {
    if (it->ends_with(column)) return std::nullopt;
  }
  std::optional<Decimal> sum;
  for (auto it = figures.lower_bound(group);
       it != figures.end() && it->first.starts_with(group); ++it) {
    if (it->first.ends_with(column)) sum = sum.value_or(0) + it->second;
  }
  return sum;
}

}  // namespace gov_report
