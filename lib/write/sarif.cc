#include "write/sarif.h"

#include <algorithm>

#include "base/json_writer.h"

namespace gov_report {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json";
constexpr std::string_view kBase = "WORKSPACE";

Decimal number(std::uint64_t value) {
  return Decimal(static_cast<Count>(value));
}

std::string_view level_of(Severity severity) {
  return severity == Severity::info ? "note" : severity_name(severity);
}

/// {"text": …}
void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  json.key(key).object().key("text").value(text).end();
}

std::string message_of(const Diagnostic& finding) {
  std::string text = finding.headline;
  const auto add = [&](std::string_view name, std::string_view part) {
    if (part.empty()) return;
    text += "\n" + std::string(name) + ": " + std::string(part);
  };
  add("note", finding.note);
  add("expected", finding.expected);
  add("reported", finding.reported);
  add("effect", finding.effect);
  add("remedy", finding.remedy);
  return text;
}

void write_physical_location(JsonWriter& json, const Place& place) {
  json.key("physicalLocation").object();
  json.key("artifactLocation").object();
  json.key("uri").value(percent_encoded(place.file));
  json.key("uriBaseId").value(kBase);
  json.end();
  if (place.at.line > 0) {
    json.key("region").object();
    json.key("startLine").value(number(place.at.line));
    if (place.at.column > 0) {
      json.key("startColumn").value(number(place.at.column));
      json.key("endColumn")
          .value(number(place.at.column + std::max(place.width, 1U)));
    }
    json.end();
  }
  json.end();
}

void write_logical_location(JsonWriter& json, std::string_view name,
                            std::string_view kind) {
  if (name.empty()) return;
  json.object();
  json.key("fullyQualifiedName").value(name);
  json.key("kind").value(kind);
  json.end();
}

bool has_location(const Diagnostic& finding) {
  return !finding.place.file.empty() || !finding.cell.empty();
}

/// The members of a location.
void write_location(JsonWriter& json, const Diagnostic& finding) {
  const Place& place = finding.place;
  if (!place.file.empty()) write_physical_location(json, place);
  if (finding.cell.empty() && place.address.empty()) return;
  json.key("logicalLocations").array();
  write_logical_location(json, finding.cell, "cell");
  write_logical_location(json, place.address, "spreadsheet cell");
  json.end();
}

void write_related(JsonWriter& json, const Diagnostic& finding) {
  if (finding.candidates.empty() && finding.consequences.empty()) return;
  json.key("relatedLocations").array();
  std::uint64_t id = 0;
  for (const auto* list : {&finding.candidates, &finding.consequences}) {
    for (const Diagnostic& related : *list) {
      json.object();
      json.key("id").value(number(++id));
      write_location(json, related);
      write_text(json, "message", related.rule + ": " + related.headline);
      json.end();
    }
  }
  json.end();
}

/// `waived` has the finding, or is null.
void write_result(JsonWriter& json, const Diagnostic& finding,
                  const CheckReport& report,
                  const WaivedDiagnostic* waived = nullptr) {
  const auto rule =
      std::ranges::find(report.rules, finding.rule, &BrokenRule::rule);
  json.object();
  json.key("ruleId").value(finding.rule);
  if (rule != report.rules.end()) {
    const auto index = rule - report.rules.begin();
    json.key("ruleIndex").value(number(static_cast<std::uint64_t>(index)));
  }
  json.key("level").value(level_of(finding.severity));
  write_text(json, "message", message_of(finding));
  if (has_location(finding)) {
    json.key("locations").array().object();
    write_location(json, finding);
    json.end().end();
  }
  write_related(json, finding);
  if (waived != nullptr) {
    json.key("suppressions").array().object();
    json.key("kind").value("external");
    json.key("status").value("accepted");
    json.key("justification").value(waived->reason);
    json.end().end();
  }
  json.end();
}

void write_rule(JsonWriter& json, const BrokenRule& rule) {
  json.object();
  json.key("id").value(rule.rule);
  write_text(json, "shortDescription",
             rule.checks.empty() ? rule.rule : rule.checks);
  write_text(json, "fullDescription", rule.why);
  std::string help = rule.fix;
  if (!rule.citation.empty()) {
    help += (help.empty() ? "" : "\n") + rule.citation;
  }
  write_text(json, "help", help);
  json.key("defaultConfiguration").object();
  json.key("level").value(level_of(rule.severity));
  json.end();
  json.end();
}

void write_tool(JsonWriter& json, const CheckReport& report,
                const SarifTool& tool) {
  json.key("tool").object().key("driver").object();
  json.key("name").value("gov-report");
  json.key("version").value(tool.version);
  json.key("semanticVersion").value(tool.version);
  json.key("language").value(tool.language);
  write_text(json, "shortDescription", tool.summary);
  json.key("rules").array();
  for (const BrokenRule& rule : report.rules) write_rule(json, rule);
  json.end().end().end();
}

void write_invocation(JsonWriter& json, const CheckReport& report) {
  json.key("invocations").array().object();
  json.key("executionSuccessful").boolean(!report.stopped);
  json.key("exitCode").value(Decimal(report.stopped ? 2 : report.pass ? 0 : 1));
  if (!report.more.empty()) {
    json.key("toolExecutionNotifications").array();
    for (const MoreFindings& more : report.more) {
      json.object();
      json.key("level").value("note");
      write_text(json, "message", more.text);
      json.key("associatedRule").object();
      json.key("id").value(more.rule);
      json.end().end();
    }
    json.end();
  }
  json.end().end();
}

}  // namespace

std::string percent_encoded(std::string_view path) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != path.npos;
    const auto byte = static_cast<unsigned char>(c);
    if (plain) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 0xF]};
    }
  }
  return out;
}

std::string check_sarif(const CheckReport& report, const SarifTool& tool) {
  JsonWriter json;
  json.object();
  json.key("$schema").value(kSchema);
  json.key("version").value("2.1.0");
  json.key("runs").array().object();
  write_tool(json, report, tool);
  write_invocation(json, report);
  json.key("originalUriBaseIds").object().key(kBase).object();
  write_text(json, "description", "the folder of gov-report.yaml");
  json.end().end();
  json.key("columnKind").value("unicodeCodePoints");
  json.key("automationDetails").object();
  json.key("id").value("gov-report/check/" + std::to_string(report.year) + "/");
  json.end();
  json.key("results").array();
  for (const Diagnostic& finding : report.findings) {
    write_result(json, finding, report);
  }
  for (const WaivedDiagnostic& one : report.waived) {
    write_result(json, one.finding, report, &one);
  }
  json.end();
  json.end().end().end();
  return json.take() + "\n";
}

}  // namespace gov_report
