#include "schema/rule_catalogue.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

const std::string& in(const Text& text, Language language) {
  return language == Language::zh ? text.zh : text.en;
}

RuleMessage read_message(const YamlNode& yaml, SchemaErrors& errors) {
  MapReader map(yaml, errors);
  RuleMessage message;
  map.required("headline");
  message.headline = map.bilingual("headline");
  message.note = map.bilingual("note");
  message.expected = map.bilingual("expected");
  message.reported = map.bilingual("reported");
  message.effect = map.bilingual("effect");
  message.remedy = map.bilingual("remedy");
  return message;
}

Rule read_rule(const YamlNode& yaml, SchemaErrors& errors) {
  MapReader map(yaml, errors);
  Rule rule;
  rule.id = map.required_text("id");
  rule.severity = map.choice<Severity>("severity",
                                       {{"info", Severity::info},
                                        {"warning", Severity::warning},
                                        {"error", Severity::error}},
                                       Severity::error);
  rule.formats = map.texts("formats");
  if (rule.formats == std::vector<std::string>{"both"}) rule.formats.clear();
  rule.scope = map.required_text("scope");
  rule.stops = map.flag("stops");
  rule.status = map.choice<Rule::Status>(
      "status",
      {{"active", Rule::Status::active}, {"planned", Rule::Status::planned}},
      Rule::Status::active);
  rule.citation = map.citation();
  rule.checks = map.bilingual("checks");
  rule.why = map.bilingual("why");
  if (const YamlNode* messages = map.node("messages")) {
    for (const auto& [variant, message] : messages->entries) {
      rule.messages.emplace(variant.text, read_message(message, errors));
    }
  }
  return rule;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

void RuleCatalogue::add(Rule rule) {
  by_id_.emplace(rule.id, rules_.size());
  rules_.push_back(std::move(rule));
}

const Rule* RuleCatalogue::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &rules_[found->second];
}

Severity RuleCatalogue::severity(std::string_view rule) const {
  const Rule* found = find(rule);
  return found == nullptr ? Severity::error : found->severity;
}

bool RuleCatalogue::applies(std::string_view rule,
                            std::string_view format) const {
  const Rule* found = find(rule);
  if (found == nullptr || found->formats.empty()) return true;
  return std::ranges::find(found->formats, format) != found->formats.end();
}

bool RuleCatalogue::stops(std::string_view rule) const {
  const Rule* found = find(rule);
  return found != nullptr && found->stops;
}

Diagnostic RuleCatalogue::describe(const Finding& finding,
                                   Language language) const {
  Diagnostic diagnostic;
  diagnostic.rule = finding.rule;
  diagnostic.severity = finding.severity.value_or(severity(finding.rule));
  diagnostic.place = finding.place;
  diagnostic.cell = finding.cell;
  diagnostic.headline = finding.rule;
  const Rule* rule = find(finding.rule);
  if (rule == nullptr || rule->messages.empty()) return diagnostic;
  auto message = rule->messages.find(finding.variant);
  if (message == rule->messages.end()) message = rule->messages.find("default");
  if (message == rule->messages.end()) message = rule->messages.begin();
  const auto words = [&](const Text& pattern) {
    return filled_in(in(pattern, language), finding.arguments, language);
  };
  diagnostic.headline = words(message->second.headline);
  diagnostic.note = words(message->second.note);
  diagnostic.expected = words(message->second.expected);
  diagnostic.reported = words(message->second.reported);
  diagnostic.effect = words(message->second.effect);
  diagnostic.remedy = words(message->second.remedy);
  return diagnostic;
}

RuleCatalogue load_rules(const YamlNode& root, SchemaErrors& errors) {
  MapReader map(root, errors);
  RuleCatalogue catalogue;
  for (const YamlNode& item : items_of(map.required("rules"), errors)) {
    Rule rule = read_rule(item, errors);
    if (catalogue.find(rule.id) != nullptr) {
      errors.add(item.at, "duplicate", {{"value", rule.id}});
      continue;
    }
    catalogue.add(std::move(rule));
  }
  return catalogue;
}

std::string filled_in(const std::string& pattern,
                      const std::vector<Argument>& arguments,
                      Language language) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t close = pattern.find('}', at);
    if (pattern[at] != '{' || close == std::string::npos) {
      out += pattern[at++];
      continue;
    }
    const std::string name = pattern.substr(at + 1, close - at - 1);
    const auto argument = std::ranges::find(arguments, name, &Argument::name);
    if (argument == arguments.end()) {
      out += pattern[at++];
      continue;
    }
    out += printable(in(argument->value, language));
    at = close + 1;
  }
  return out;
}

}  // namespace gov_report
