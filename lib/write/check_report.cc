#include "write/check_report.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kExcerptColumns = 100;

std::string_view colour(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\033[1;31m";
    case Severity::warning:
      return "\033[1;33m";
    case Severity::info:
      break;
  }
  return "\033[1;36m";
}

std::string place_text(const Diagnostic& diagnostic) {
  const Place& place = diagnostic.place;
  if (place.file.empty()) return diagnostic.cell;
  std::string text = place.file;
  if (!place.address.empty()) return text + ":" + place.address;
  if (place.at.line > 0) text += ":" + std::to_string(place.at.line);
  if (place.at.line > 0 && place.at.column > 0) {
    text += ":" + std::to_string(place.at.column);
  }
  return text;
}

/// A window of a line that keeps the marked characters in view.
struct Window {
  std::string text;
  std::size_t before = 0;  ///< columns left of the mark
  std::size_t marked = 1;  ///< columns of the mark
};

Window window_of(const Place& place) {
  std::string line = place.excerpt;
  std::ranges::replace(line, '\t', ' ');
  line = printable(line);
  const std::size_t column = place.at.column == 0 ? 0 : place.at.column - 1;
  std::string_view head = first_characters(line, column);
  std::string_view rest = std::string_view(line).substr(head.size());
  const std::string_view marked = first_characters(rest, place.width);
  Window window;
  window.marked = std::max<std::size_t>(1, display_width(marked));
  std::string before(head);
  // Drop whole characters at the front until the mark fits.
  while (display_width(before) + window.marked > kExcerptColumns &&
         !before.empty() && display_width(before) > kExcerptColumns / 2) {
    std::size_t at = 0;
    next_code_point(before, at);
    before.erase(0, at);
  }
  if (before.size() < head.size()) before.insert(0, "\u2026");
  window.before = display_width(before);
  std::string after;
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t from = at;
    next_code_point(rest, at);
    if (window.before + display_width(after) >= kExcerptColumns + 20) {
      after += "\u2026";
      break;
    }
    after += rest.substr(from, at - from);
  }
  window.marked = std::min(window.marked, kExcerptColumns);
  window.text = before + after;
  return window;
}

std::string excerpt_text(const Diagnostic& diagnostic) {
  const Place& place = diagnostic.place;
  if (place.excerpt.empty() || place.at.line == 0) return {};
  const std::string number = std::to_string(place.at.line);
  const std::string margin(number.size(), ' ');
  const Window window = window_of(place);
  std::string text = margin + " |\n" + number + " | " + window.text + "\n";
  if (place.at.column == 0) return text;
  text += margin + " | " + std::string(window.before, ' ') +
          std::string(window.marked, '^');
  if (!diagnostic.note.empty()) text += " " + diagnostic.note;
  return text + "\n";
}

std::vector<std::pair<std::string_view, std::string_view>> parts_of(
    const Diagnostic& diagnostic) {
  std::vector<std::pair<std::string_view, std::string_view>> parts;
  const auto add = [&](std::string_view name, std::string_view text) {
    if (!text.empty()) parts.emplace_back(name, text);
  };
  if (diagnostic.place.excerpt.empty()) add("note", diagnostic.note);
  add("expected", diagnostic.expected);
  add("reported", diagnostic.reported);
  add("effect", diagnostic.effect);
  add("remedy", diagnostic.remedy);
  return parts;
}

}  // namespace

void write_finding(JsonWriter& json, const Diagnostic& diagnostic) {
  const Place& place = diagnostic.place;
  const auto text = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) json.key(key).value(value);
  };
  json.object();
  text("rule", diagnostic.rule);
  text("severity", severity_name(diagnostic.severity));
  text("file", place.file);
  if (place.at.line > 0) {
    json.key("line").value(Decimal(static_cast<Count>(place.at.line)));
  }
  if (place.at.line > 0 && place.at.column > 0) {
    json.key("column").value(Decimal(static_cast<Count>(place.at.column)));
  }
  text("address", place.address);
  text("cell", diagnostic.cell);
  text("message", diagnostic.headline);
  text("expected", diagnostic.expected);
  text("reported", diagnostic.reported);
  text("help", diagnostic.remedy);
  for (const auto& [key, list] :
       {std::pair("candidates", &diagnostic.candidates),
        std::pair("consequences", &diagnostic.consequences)}) {
    if (list->empty()) continue;
    json.key(key).array();
    for (const Diagnostic& related : *list) write_finding(json, related);
    json.end();
  }
  json.end();
}

std::string finding_line(const Diagnostic& diagnostic) {
  const std::string place = place_text(diagnostic);
  return (place.empty() ? "" : place + ": ") +
         std::string(severity_name(diagnostic.severity)) + "[" +
         diagnostic.rule + "]: " + diagnostic.headline + "\n";
}

std::string finding_text(const Diagnostic& diagnostic, bool color) {
  std::string text;
  if (color) {
    const std::string place = place_text(diagnostic);
    text = (place.empty() ? "" : "\033[1m" + place + ":\033[0m ") +
           std::string(colour(diagnostic.severity)) +
           std::string(severity_name(diagnostic.severity)) + "[" +
           diagnostic.rule + "]\033[0m: " + diagnostic.headline + "\n";
  } else {
    text = finding_line(diagnostic);
  }
  text += excerpt_text(diagnostic);
  for (const auto& [name, part] : parts_of(diagnostic)) {
    text += "   = " + std::string(name) + ": " + std::string(part) + "\n";
  }
  const bool one = diagnostic.candidates.size() == 1;
  for (const Diagnostic& candidate : diagnostic.candidates) {
    const std::string place = place_text(candidate);
    text +=
        std::string(one ? "   = suggestion: " : "   = possible: ") +
        (place.empty() || candidate.place.file.empty() ? "" : place + ": ") +
        candidate.headline + "\n";
  }
  for (const Diagnostic& consequence : diagnostic.consequences) {
    text += "   = follows: " + finding_line(consequence);
  }
  return text + "   = help: gov-report explain " + diagnostic.rule + "\n";
}

std::string check_json(const CheckReport& report) {
  const auto number = [](std::uint64_t value) {
    return Decimal(static_cast<Count>(value));
  };
  JsonWriter json;
  json.object();
  json.key("schema").value("gov-report/check/1");
  json.key("year").value(Decimal(report.year));
  if (!report.format.empty()) json.key("format").value(report.format);
  json.key("verdict").value(report.pass ? "pass" : "fail");
  json.key("findings").array();
  for (const Diagnostic& finding : report.findings) {
    write_finding(json, finding);
  }
  json.end();
  json.key("coverage").object();
  json.key("cells_checked").value(number(report.cells_checked));
  json.key("equations_checked").value(number(report.equations_checked));
  json.key("records_checked").value(number(report.records_checked));
  json.key("rows_rejected").value(number(report.rows_rejected));
  json.key("claims_checked").value(number(report.claims_checked));
  json.key("claims_not_verified").array();
  for (const auto& [place, text] : report.claims_not_verified) {
    json.object();
    json.key("file").value(place.file);
    json.key("line").value(number(place.at.line));
    json.key("column").value(number(place.at.column));
    json.key("text").value(text);
    json.end();
  }
  json.end();
  json.key("rules_run").value(number(report.rules_run));
  json.key("rules_not_run").array();
  for (const auto& [rule, reason] : report.rules_not_run) {
    json.object();
    json.key("rule").value(rule);
    json.key("reason").value(reason);
    json.end();
  }
  json.end().end().end();
  return json.take() + "\n";
}

}  // namespace gov_report
