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

std::map<std::string, RuleMessage> read_messages(const YamlNode& yaml,
                                                 SchemaErrors& errors) {
  std::map<std::string, RuleMessage> messages;
  for (const auto& [variant, message] : yaml.entries) {
    messages.emplace(variant.text, read_message(message, errors));
  }
  return messages;
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
  rule.example = map.bilingual("example");
  rule.fix = map.bilingual("fix");
  if (const YamlNode* messages = map.node("messages")) {
    rule.messages = read_messages(*messages, errors);
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

void RuleCatalogue::share(std::map<std::string, RuleMessage> messages) {
  shared_ = std::move(messages);
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

const RuleMessage* RuleCatalogue::message(const Finding& finding) const {
  const Rule* rule = find(finding.rule);
  if (rule == nullptr || rule->messages.empty()) return nullptr;
  const auto own = rule->messages.find(finding.variant);
  if (own != rule->messages.end()) return &own->second;
  const auto shared = shared_.find(finding.variant);
  if (shared != shared_.end()) return &shared->second;
  const auto usual = rule->messages.find("default");
  return usual == rule->messages.end() ? &rule->messages.begin()->second
                                       : &usual->second;
}

Diagnostic RuleCatalogue::describe(const Finding& finding,
                                   Language language) const {
  Diagnostic diagnostic;
  diagnostic.rule = finding.rule;
  diagnostic.severity = finding.severity.value_or(severity(finding.rule));
  diagnostic.place = finding.place;
  diagnostic.cell = finding.cell;
  diagnostic.headline = finding.rule;
  for (const Finding& candidate : finding.candidates) {
    diagnostic.candidates.push_back(describe(candidate, language));
  }
  for (const Finding& consequence : finding.consequences) {
    diagnostic.consequences.push_back(describe(consequence, language));
  }
  const RuleMessage* text = message(finding);
  if (text == nullptr) return diagnostic;
  const auto words = [&](const Text& pattern) {
    return filled_in(in(pattern, language), finding.arguments, language);
  };
  diagnostic.headline = words(text->headline);
  diagnostic.note = words(text->note);
  diagnostic.expected = words(text->expected);
  diagnostic.reported = words(text->reported);
  diagnostic.effect = words(text->effect);
  diagnostic.remedy = words(text->remedy);
  return diagnostic;
}

RuleCatalogue load_rules(const YamlNode& root, SchemaErrors& errors) {
  MapReader map(root, errors);
  RuleCatalogue catalogue;
  if (const YamlNode* shared = map.node("shared")) {
    catalogue.share(read_messages(*shared, errors));
  }
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
