// gov-report rules, gov-report explain RULE: the catalogue of rules.

#include <algorithm>
#include <cstdio>

#include "base/json_writer.h"
#include "base/text.h"
#include "command.h"

namespace gov_report::cli {
namespace {

const std::string& in(const Text& text, const Context& context) {
  return context.messages.language() == Language::zh ? text.zh : text.en;
}

std::string rules_json(const Context& context) {
  JsonWriter json;
  json.object().key("schema").value("gov-report/rules/1");
  json.key("rules").array();
  for (const Rule& rule : context.rules.rules()) {
    json.object();
    json.key("rule").value(rule.id);
    json.key("severity").value(severity_name(rule.severity));
    json.key("scope").value(rule.scope);
    json.key("status").value(rule.status == Rule::Status::planned ? "planned"
                                                                  : "active");
    json.key("formats").array();
    for (const std::string& format : rule.formats) json.value(format);
    json.end();
    json.key("citation").value(rule.citation);
    json.key("checks").value(in(rule.checks, context));
    json.end();
  }
  json.end().end();
  return json.take() + "\n";
}

/// What to do; a rule without words of its own has a remedy in its message.
const Text& fix_of(const Rule& rule) {
  if (!rule.fix.zh.empty() || rule.messages.empty()) return rule.fix;
  const auto usual = rule.messages.find("default");
  return usual == rule.messages.end() ? rule.messages.begin()->second.remedy
                                      : usual->second.remedy;
}

}  // namespace

int run_rules(const Context& context) {
  const std::string& format = context.options.format;
  if (format == "json") {
    print(stdout, rules_json(context));
    return kClean;
  }
  if (format != "text") {
    return refuse_value(context, "--format", format, "text, json");
  }
  std::size_t width = 0;
  for (const Rule& rule : context.rules.rules()) {
    width = std::max(width, rule.id.size());
  }
  for (const Rule& rule : context.rules.rules()) {
    const std::string_view mark =
        rule.status == Rule::Status::planned ? " *" : "";
    std::string line = rule.id + std::string(width + 2 - rule.id.size(), ' ');
    std::string severity =
        std::string(severity_name(rule.severity)) + std::string(mark);
    severity.resize(11, ' ');
    print(stdout, line + severity + in(rule.checks, context) + "\n");
  }
  print(stdout, "* " + context.messages("not-run.planned") + "\n");
  return kClean;
}

int run_explain(const Context& context) {
  const std::string& id = context.options.rule;
  const Rule* rule = context.rules.find(id);
  if (rule == nullptr) {
    std::vector<std::string> known;
    for (const Rule& one : context.rules.rules()) known.push_back(one.id);
    return refuse_value(context, "RULE", id,
                        nearest(id, known).value_or("gov-report rules"));
  }
  const Messages& text = context.messages;
  const auto part = [&](std::string_view heading, const std::string& body) {
    if (body.empty()) return;
    print(stdout, "\n" + text(heading) + "\n  " + body + "\n");
  };
  print(stdout, rule->id + "\n");
  part("explain.severity", std::string(severity_name(rule->severity)));
  part("explain.checks", in(rule->checks, context));
  part("explain.why", in(rule->why, context));
  part("explain.example", in(rule->example, context));
  part("explain.fix", in(fix_of(*rule), context));
  part("explain.citation", rule->citation);
  if (rule->status == Rule::Status::planned) {
    print(stdout, "\n" + text("explain.planned") + "\n");
  }
  return kClean;
}

}  // namespace gov_report::cli
