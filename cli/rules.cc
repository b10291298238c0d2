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

void write_severities(JsonWriter& json, const Rule& rule) {
  json.key("severity").value(severity_name(rule.severity()));
  if (rule.severities.size() == 1) return;
  json.key("severities").array();
  for (const SeverityCase& one : rule.severities) {
    json.object();
    if (!one.formats.empty()) {
      json.key("formats").array();
      for (const std::string& format : one.formats) json.value(format);
      json.end();
    }
    if (one.from_year > 0) json.key("from").value(Decimal(one.from_year));
    if (one.to_year < 9999) json.key("to").value(Decimal(one.to_year));
    json.key("severity").value(severity_name(one.is)).end();
  }
  json.end();
}

void write_rule(JsonWriter& json, const Rule& rule, const Context& context) {
  const auto text = [&json](std::string_view key, const std::string& value) {
    if (!value.empty()) json.key(key).value(value);
  };
  const RuleWords& words = context.rules.words(rule);
  json.object();
  json.key("rule").value(rule.id);
  write_severities(json, rule);
  json.key("scope").value(rule.scope);
  json.key("status").value(status_name(rule.status));
  text("since", rule.since);
  text("replaced_by", rule.replaced_by);
  json.key("formats").array();
  for (const std::string& format : rule.formats) json.value(format);
  json.end();
  json.key("waivable").boolean(may_be_waived(rule));
  json.key("citation").value(rule.citation);
  text("group", in(rule.group, context));
  json.key("checks").value(in(words.checks, context));
  text("why", in(words.why, context));
  text("example", in(words.example, context));
  text("fix", in(words.fix, context));
  json.end();
}

std::string rules_json(const Context& context) {
  JsonWriter json;
  json.object().key("schema").value("gov-report/rules/1");
  json.key("rules").array();
  for (const Rule& rule : context.rules.rules()) {
    write_rule(json, rule, context);
  }
  json.end().end();
  return json.take() + "\n";
}

/// Statuses other than active, as the list marks them.
struct Mark {
  Rule::Status status;
  char sign;
  const char* legend;
};
constexpr Mark kMarks[] = {{Rule::Status::beta, '~', "rules.beta"},
                           {Rule::Status::retired, '-', "not-run.retired"},
                           {Rule::Status::planned, '*', "not-run.planned"}};

std::string severity_column(const Rule& rule) {
  std::string column(severity_name(rule.severity()));
  if (rule.severities.size() > 1) column += "+";
  for (const Mark& mark : kMarks) {
    if (mark.status == rule.status) column += std::string(" ") + mark.sign;
  }
  column.resize(12, ' ');
  return column;
}

void print_legend(const Context& context) {
  const auto& rules = context.rules.rules();
  const Messages& text = context.messages;
  if (std::ranges::any_of(
          rules, [](const Rule& rule) { return rule.severities.size() > 1; })) {
    print(stdout, "+ " + text("rules.by-year") + "\n");
  }
  for (const Mark& mark : kMarks) {
    if (std::ranges::find(rules, mark.status, &Rule::status) == rules.end()) {
      continue;
    }
    print(stdout, std::string(1, mark.sign) + " " + text(mark.legend) + "\n");
  }
}

std::string severity_text(const Rule& rule) {
  std::string text(severity_name(rule.severity()));
  for (const SeverityCase& one : rule.severities) {
    if (one.always()) continue;
    text += "\n  " + std::string(severity_name(one.is)) + " (" +
            one.condition() + ")";
  }
  return text;
}

std::string status_text(const Rule& rule, const Messages& text) {
  std::string key(status_name(rule.status));
  if (!rule.replaced_by.empty()) key = "replaced";
  return text("explain.status." + key,
              {{"since", rule.since}, {"rule", rule.replaced_by}});
}

/// What to do; a planned rule without words of its own has a remedy in its
/// message.
const Text& fix_of(const RuleWords& words) {
  if (!words.fix.zh.empty() || words.messages.empty()) return words.fix;
  const auto usual = words.messages.find("default");
  return usual == words.messages.end() ? words.messages.begin()->second.remedy
                                       : usual->second.remedy;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
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
    print(stdout, rule.id + std::string(width + 2 - rule.id.size(), ' ') +
                      severity_column(rule) +
                      in(context.rules.words(rule).checks, context) + "\n");
  }
  print_legend(context);
  return kClean;
}

int run_explain(const Context& context) {
  const std::string& id = context.options.rule;
  const Rule* rule = context.rules.find(id);
  if (rule == nullptr) {
    std::vector<std::string> known;
    for (const Rule& one : context.rules.rules()) known.push_back(one.id);
    const auto near = nearest(id, known);
    return near ? refuse_value(context, "RULE", id, *near)
                : refuse_unlisted(context, "RULE", id, "gov-report rules");
  }
  const Messages& text = context.messages;
  const RuleWords& words = context.rules.words(*rule);
  const auto part = [&](std::string_view heading, const std::string& body) {
    if (body.empty()) return;
    print(stdout, "\n" + text(heading) + "\n  " + body + "\n");
  };
  print(stdout, rule->id + "\n");
  part("explain.checks", in(words.checks, context));
  part("explain.why", in(words.why, context));
  part("explain.example", in(words.example, context));
  part("explain.fix", in(fix_of(words), context));
  part("explain.severity", severity_text(*rule));
  part("explain.formats", joined(rule->formats));
  part("explain.status", status_text(*rule, text));
  part("explain.waivable", text(may_be_waived(*rule) ? "explain.waivable.yes"
                                                     : "explain.waivable.no"));
  part("explain.citation", rule->citation);
  return kClean;
}

}  // namespace gov_report::cli
