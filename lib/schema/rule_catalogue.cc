#include "schema/rule_catalogue.h"

#include <algorithm>
#include <cstdlib>

#include "base/system_reason.h"
#include "base/text.h"

namespace gov_report {
namespace {

const std::string& in(const Text& text, Language language) {
  return language == Language::zh ? text.zh : text.en;
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

bool may_be_waived(const Rule& rule) {
  if (rule.stops || rule.waivable) return !rule.stops && *rule.waivable;
  return rule.status == Rule::Status::beta ||
         std::ranges::any_of(rule.severities, [](const SeverityCase& one) {
           return one.is != Severity::error;
         });
}

std::string_view status_name(Rule::Status status) {
  switch (status) {
    case Rule::Status::beta:
      return "beta";
    case Rule::Status::retired:
      return "retired";
    case Rule::Status::planned:
      return "planned";
    case Rule::Status::active:
      break;
  }
  return "active";
}

bool SeverityCase::always() const {
  return formats.empty() && from_year == 0 && to_year == 9999;
}

std::string SeverityCase::condition() const {
  std::string text;
  for (const std::string& format : formats) text += format + ", ";
  if (from_year == to_year) {
    text += std::to_string(from_year);
  } else if (from_year > 0 || to_year < 9999) {
    text += (from_year > 0 ? std::to_string(from_year) : "") + "-" +
            (to_year < 9999 ? std::to_string(to_year) : "");
  } else {
    text.resize(text.empty() ? 0 : text.size() - 2);
  }
  return text;
}

void RuleCatalogue::add(Rule rule, std::function<RuleWords()> words) {
  by_id_.emplace(rule.id, rules_.size());
  rules_.push_back(std::move(rule));
  unread_.push_back(std::move(words));
}

void RuleCatalogue::share(std::function<RuleMessages()> messages) {
  unread_shared_ = std::move(messages);
}

void RuleCatalogue::name_system_errors(std::map<std::string, Text> words) {
  system_words_ = std::move(words);
}

std::vector<Argument> RuleCatalogue::arguments(const Finding& finding) const {
  std::vector<Argument> arguments = finding.arguments;
  const auto number =
      std::ranges::find(arguments, std::string("errno"), &Argument::name);
  const auto reason =
      std::ranges::find(arguments, std::string("reason"), &Argument::name);
  if (number == arguments.end() || reason == arguments.end()) return arguments;
  const int code = std::atoi(number->value.zh.c_str());
  const auto words = system_words_.find(errno_name(code));
  if (words == system_words_.end()) return arguments;
  reason->value = Text(with_words(reason->value.zh, code, words->second.zh),
                       with_words(reason->value.en, code, words->second.en));
  return arguments;
}

const Rule* RuleCatalogue::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &rules_[found->second];
}

const RuleWords& RuleCatalogue::words(const Rule& rule) const {
  const std::lock_guard lock(*reading_);
  const auto read = words_.find(rule.id);
  if (read != words_.end()) return read->second;
  return words_.emplace(rule.id, unread_[by_id_.at(rule.id)]()).first->second;
}

Severity RuleCatalogue::severity(std::string_view rule, std::string_view format,
                                 std::optional<int> year) const {
  const Rule* found = find(rule);
  if (found == nullptr) return Severity::error;
  for (const SeverityCase& one : found->severities) {
    const bool format_fits =
        one.formats.empty() ||
        std::ranges::find(one.formats, format) != one.formats.end();
    const bool any_year = one.from_year == 0 && one.to_year == 9999;
    const bool year_fits =
        any_year || (year && one.from_year <= *year && *year <= one.to_year);
    if (format_fits && year_fits) return one.is;
  }
  return found->severity();
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

bool RuleCatalogue::has_status(std::string_view rule,
                               Rule::Status status) const {
  const Rule* found = find(rule);
  return found != nullptr && found->status == status;
}

bool RuleCatalogue::waivable(const Finding& finding, std::string_view format,
                             int year) const {
  const Rule* rule = find(finding.rule);
  if (rule == nullptr || rule->stops) return false;
  if (rule->waivable) return *rule->waivable;
  return rule->status == Rule::Status::beta ||
         finding.severity.value_or(severity(rule->id, format, year)) !=
             Severity::error;
}

const RuleMessage* RuleCatalogue::message(const Finding& finding) const {
  const Rule* rule = find(finding.rule);
  if (rule == nullptr) return nullptr;
  const RuleMessages& own = words(*rule).messages;
  if (own.empty()) return nullptr;
  const auto variant = own.find(finding.variant);
  if (variant != own.end()) return &variant->second;
  if (!finding.variant.empty() && unread_shared_) {
    const auto found = shared().find(finding.variant);
    if (found != shared().end()) return &found->second;
  }
  const auto usual = own.find("default");
  return usual == own.end() ? &own.begin()->second : &usual->second;
}

const RuleMessages& RuleCatalogue::shared() const {
  const std::lock_guard lock(*reading_);
  if (!shared_) shared_ = unread_shared_();
  return *shared_;
}

namespace {

/// Without the names that figures have in files: none of these is the reader's.
std::string without_ids(std::string pattern) {
  for (const std::string_view id :
       {"\uff08{id}\uff09", " ({id})", "\uff08{other_id}\uff09",
        " ({other_id})"}) {
    for (std::size_t at = 0;
         (at = pattern.find(id, at)) != std::string::npos;) {
      pattern.erase(at, id.size());
    }
  }
  return pattern;
}

}  // namespace

Diagnostic RuleCatalogue::describe(const Finding& finding, Language language,
                                   ReportOf report_of) const {
  Diagnostic diagnostic;
  diagnostic.rule = finding.rule;
  diagnostic.severity = finding.severity.value_or(severity(finding.rule));
  diagnostic.place = finding.place;
  diagnostic.cell = finding.cell;
  diagnostic.headline = finding.rule;
  for (const Finding& candidate : finding.candidates) {
    diagnostic.candidates.push_back(describe(candidate, language, report_of));
  }
  for (const Finding& consequence : finding.consequences) {
    diagnostic.consequences.push_back(
        describe(consequence, language, report_of));
  }
  const RuleMessage* text = message(finding);
  if (text == nullptr) return diagnostic;
  const std::vector<Argument> values = arguments(finding);
  const auto words = [&](const Text& pattern) {
    const std::string& own = in(pattern, language);
    return filled_in(report_of == ReportOf::another ? without_ids(own) : own,
                     values, language);
  };
  diagnostic.headline = words(text->headline);
  diagnostic.note = words(text->note);
  diagnostic.expected = words(text->expected);
  diagnostic.reported = words(text->reported);
  diagnostic.effect = words(text->effect);
  const bool otherwise =
      report_of == ReportOf::another && !text->remedy_published.zh.empty();
  diagnostic.remedy = words(otherwise ? text->remedy_published : text->remedy);
  return diagnostic;
}

std::string filled_in(const std::string& pattern,
                      const std::vector<Argument>& arguments,
                      Language language) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    out.append(pattern, at, open - at);
    at = open;
    const std::size_t close = pattern.find('}', at);
    if (close == std::string::npos) {
      out.append(pattern, at);
      break;
    }
    const std::string inner = pattern.substr(at + 1, close - at - 1);
    const std::string name = inner.substr(0, inner.find('|'));
    const auto argument = std::ranges::find(arguments, name, &Argument::name);
    if (argument == arguments.end()) {
      out += pattern[at++];
      continue;
    }
    const std::string& value = in(argument->value, language);
    const std::size_t many = inner.rfind('|');
    if (name.size() == inner.size()) {
      out += printable(value);
    } else if (value == "1") {
      out += inner.substr(name.size() + 1, many - name.size() - 1);
    } else {
      out += inner.substr(many + 1);
    }
    at = close + 1;
  }
  return out;
}

}  // namespace gov_report
