#include "write/check_report.h"

#include "base/json_writer.h"
#include "base/text.h"
#include "write/excerpt.h"

namespace gov_report {
namespace {

constexpr std::size_t kConsequencesShown = 10;

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

std::string excerpt_text(const Diagnostic& diagnostic) {
  const Place& place = diagnostic.place;
  if (place.excerpt.empty() || place.at.line == 0) return {};
  const std::string number = std::to_string(place.at.line);
  const std::string margin(number.size(), ' ');
  const Excerpt excerpt = excerpt_of(place);
  std::string text = margin + " |\n" + number + " | " + excerpt.text + "\n";
  if (excerpt.marked == 0) return text;
  text += margin + " | " + std::string(excerpt.before, ' ') +
          std::string(excerpt.marked, '^');
  if (!diagnostic.note.empty()) text += " " + diagnostic.note;
  return text + "\n";
}

std::vector<std::pair<std::string_view, std::string_view>> parts_of(
    const Diagnostic& diagnostic) {
  std::vector<std::pair<std::string_view, std::string_view>> parts;
  const auto add = [&](std::string_view name, std::string_view text) {
    if (!text.empty()) parts.emplace_back(name, text);
  };
  const Place& place = diagnostic.place;
  const bool under_caret = !place.excerpt.empty() && place.at.column > 0;
  if (!under_caret) add("note", diagnostic.note);
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

std::uint64_t count_of(const CheckReport& report, Severity severity) {
  std::uint64_t count = 0;
  for (const RuleTotal& total : report.totals) {
    if (total.severity == severity) count += total.count;
  }
  return count;
}

namespace {

void write_waived(JsonWriter& json, const WaivedDiagnostic& waived) {
  json.object().key("finding");
  write_finding(json, waived.finding);
  json.key("waiver").object();
  json.key("line").value(Decimal(static_cast<Count>(waived.line)));
  json.key("reason").value(waived.reason);
  json.key("person").value(waived.person);
  json.key("date").value(waived.date);
  if (!waived.until.empty()) json.key("until").value(waived.until);
  json.key("public").boolean(waived.is_public);
  json.end().end();
}

}  // namespace

std::string waived_line(const WaivedDiagnostic& waived) {
  const std::string place = place_text(waived.finding);
  return (place.empty() ? "" : place + ": ") + "waived[" + waived.finding.rule +
         "]: " + waived.finding.headline + "\n";
}

std::string waived_text(const WaivedDiagnostic& waived) {
  std::string text = waived_line(waived) +
                     "   = by: " + printable(waived.person) + ", " +
                     waived.date;
  if (!waived.until.empty()) text += ", until " + waived.until;
  if (waived.is_public) text += ", public";
  return text + "\n   = reason: " + printable(waived.reason) + "\n";
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
  std::size_t shown = 0;
  for (const Diagnostic& consequence : diagnostic.consequences) {
    if (++shown > kConsequencesShown) break;
    text += "   = follows: " + finding_line(consequence);
  }
  if (shown > kConsequencesShown) {
    const std::size_t rest =
        diagnostic.consequences.size() - kConsequencesShown;
    text += "   = follows: \u2026 +" + std::to_string(rest) + "\n";
  }
  return text + "   = help: gov-report explain " + diagnostic.rule + "\n";
}

void for_each_line(
    const CheckReport& report,
    const std::function<void(const Diagnostic*, const std::string&)>& each) {
  auto more = report.more.begin();
  for (std::size_t i = 0; i <= report.findings.size(); ++i) {
    for (; more != report.more.end() && more->after == i; ++more) {
      each(nullptr, more->text);
    }
    if (i < report.findings.size()) each(&report.findings[i], {});
  }
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
  json.key("totals").array();
  for (const RuleTotal& total : report.totals) {
    json.object();
    json.key("rule").value(total.rule);
    json.key("severity").value(severity_name(total.severity));
    json.key("count").value(number(total.count));
    json.key("shown").value(number(total.shown));
    if (total.folded > 0) json.key("folded").value(number(total.folded));
    json.end();
  }
  json.end();
  if (!report.waived.empty()) {
    json.key("waived").array();
    for (const WaivedDiagnostic& one : report.waived) write_waived(json, one);
    json.end();
  }
  if (report.waivers_ignored) json.key("waivers_ignored").boolean(true);
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
