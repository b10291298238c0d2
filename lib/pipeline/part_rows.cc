#include "pipeline/part_rows.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"
#include "ledger/record_number.h"

namespace gov_report {
namespace {

/// A value that is its own key and shown as it stands; most numbers are.
bool is_plain(std::string_view text) {
  constexpr std::size_t kMost = 40;
  return text.size() <= kMost && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                  c == '-' || c == '/';
         });
}

}  // namespace

std::string row_json(const PartRow& row) {
  std::string json = "[" + std::to_string(row.line) + "," +
                     std::to_string(row.place.at.column) + "," +
                     std::to_string(row.place.width) + "," +
                     json_quoted(row.value);
  const bool other_line = row.place.at.line != row.line;
  const bool other_record = other_line || row.record != row.value;
  const bool other_name = other_record || row.name != row.value;
  const bool is_same = row.key.data() == row.value.data();
  const bool other_key =
      other_name || (!is_same && row.key != fold_number(row.value));
  if (other_key) json += "," + json_quoted(row.key);
  if (other_name) json += "," + json_quoted(row.name);
  if (other_record) json += "," + json_quoted(row.record);
  if (other_line) json += "," + std::to_string(row.place.at.line);
  return json + "]";
}

std::string row_json(const CountedApplication& application) {
  return "[" + json_quoted(application.key) + "," +
         json_quoted(application.order) + "]";
}

std::string group_of_field(const LedgerFormat& ledger, FieldIndex field) {
  return ledger.fields[field].id;
}

std::string group_of_rule(const LedgerFormat& ledger, const RowRule& rule) {
  return "rule " + std::to_string(&rule - ledger.rules.data());
}

void PartRows::add(const Record& record, const RecordReader& reader,
                   const TariffRules* tariff) {
  const LedgerFormat& format = reader.format();
  for (const FieldIndex field : reader.fields_read()) {
    const FieldFormat& of = format.fields[field];
    const Value& value = record.values[field];
    if (of.unique.empty() || !value.filled()) continue;
    PartRow row;
    row.line = record.line;
    row.place = reader.spot(field);
    row.value = row.key = row.name = row.record = value.text;
    std::string shown;
    std::string key;
    std::string name;
    std::string full;
    const bool names_it = of.id == "id" && !format.named_by.empty() &&
                          format.named_by.front() == field;
    if (!names_it || !is_plain(value.text)) {
      row.value = shown = reader.shown(value);
      row.key = key = fold_number(value.text);
      row.name = name = reader.name_of(record);
      row.record = full = reader.record_of(record);
    }
    values_[of.id].add(record.line, row_json(row));
  }
  if (tariff == nullptr) return;
  if (const auto application = tariff->counted(record)) {
    applications_.add(record.line, row_json(*application));
  }
}

void PartRows::add(const DistinctRow& row, const Record& record,
                   const RecordReader& reader) {
  const std::string name = reader.name_of(record);
  const std::string full = reader.record_of(record);
  const std::string json =
      row_json({record.line, reader.spot(row.rule->fields.back()), row.value,
                row.key, name, full});
  values_[group_of_rule(reader.format(), *row.rule)].add(record.line, json);
}

void PartRows::absorb(const PartRows& other) {
  for (const auto& [group, lines] : other.values_) {
    values_[group].absorb(lines);
  }
  applications_.absorb(other.applications_);
}

std::map<std::string, std::string> PartRows::take_values() {
  std::map<std::string, std::string> all;
  for (auto& [group, lines] : values_) all.emplace(group, lines.joined());
  values_.clear();
  return all;
}

std::string PartRows::take_applications() {
  std::string all = applications_.joined();
  applications_ = {};
  return all;
}

void PartRows::Lines::add(std::uint64_t line, std::string_view more) {
  lines.push_back({line, text.size(), more.size()});
  text += more;
}

void PartRows::Lines::absorb(const Lines& other) {
  for (Line line : other.lines) {
    line.begin += text.size();
    lines.push_back(line);
  }
  text += other.text;
}

std::string PartRows::Lines::joined() {
  std::ranges::stable_sort(lines, {}, &Line::line);
  std::string all;
  all.reserve(text.size() + 2 * lines.size());
  for (const Line& line : lines) {
    if (!all.empty()) all += ",\n";
    all.append(text, line.begin, line.size);
  }
  return all;
}

}  // namespace gov_report
