#include "write/diff_report.h"

#include <algorithm>
#include <array>

#include "base/json_writer.h"
#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::string_view kGap = "\u2014";

using Line = std::array<std::string, 5>;  // id, from, to, difference, label

std::string shown(const std::optional<DiffValue>& value,
                  const DiffWords& words) {
  if (!value) return std::string(kGap);
  if (value->number) return value->number->text();
  return value->text.empty() ? words.blank : printable(value->text);
}

std::string difference(const DiffRow& row) {
  if (!row.from || !row.to || !row.from->number || !row.to->number) {
    return std::string(kGap);
  }
  const Decimal change = *row.to->number - *row.from->number;
  return (change > Decimal() ? "+" : "") + change.text();
}

Line line_of(const DiffRow& row, const DiffWords& words) {
  std::string label = row.label;
  if (!row.reason.empty()) {
    label += " [" + row.relation + "] " + row.reason;
  }
  return {row.id, shown(row.from, words), shown(row.to, words), difference(row),
          std::move(label)};
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::string blanks(width - display_width(text), ' ');
  return right ? blanks + text : text + blanks;
}

void write_value(JsonWriter& json, std::string_view key,
                 const std::optional<DiffValue>& value) {
  if (!value) return;
  json.key(key);
  if (value->number) {
    json.value(*value->number);
  } else if (value->text.empty()) {
    json.null();
  } else {
    json.value(value->text);
  }
}

}  // namespace

bool DiffRow::is_changed() const {
  if (!from || !to) return true;
  return from->number != to->number || from->text != to->text;
}

std::string diff_text(const DiffReport& report, const DiffWords& words,
                      bool all) {
  std::vector<Line> lines = {{words.figure, std::to_string(report.from.year),
                              std::to_string(report.to.year), words.difference,
                              ""}};
  for (const DiffRow& row : report.rows) {
    if (all || row.is_changed()) lines.push_back(line_of(row, words));
  }
  std::array<std::size_t, 5> widths = {};
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(line[i]));
    }
  }
  std::string text;
  for (const Line& line : lines) {
    std::string out;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      out += padded(line[i], widths[i], i > 0) + "  ";
    }
    out += line.back();
    out.erase(out.find_last_not_of(' ') + 1);
    text += out + "\n";
  }
  return text;
}

std::string diff_json(const DiffReport& report) {
  JsonWriter json;
  json.object();
  json.key("schema").value("gov-report/diff/1");
  json.key("from").value(Decimal(report.from.year));
  json.key("to").value(Decimal(report.to.year));
  json.key("from_format").value(report.from.format);
  json.key("to_format").value(report.to.format);
  json.key("cells").object();
  for (const DiffRow& row : report.rows) {
    json.key(row.id).object();
    write_value(json, "from", row.from);
    write_value(json, "to", row.to);
    json.key("relation").value(row.relation);
    if (!row.old_id.empty()) json.key("from_cell").value(row.old_id);
    if (!row.reason.empty()) json.key("reason").value(row.reason);
    json.end();
  }
  json.end().end();
  return json.take() + "\n";
}

}  // namespace gov_report
