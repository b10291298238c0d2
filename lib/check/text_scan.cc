#include "check/text_scan.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kShownCharacters = 40;

Severity milder(Severity severity) {
  return severity == Severity::error ? Severity::warning : Severity::info;
}

}  // namespace

Place ScannedBlock::place(std::size_t begin, std::size_t end) const {
  const std::uint32_t from = folded.character(begin);
  const std::uint32_t to =
      end > begin ? folded.character(end - 1) + 1 : from + 1;
  return place_of(*block, from, to);
}

std::string ScannedBlock::shown(std::size_t begin, std::size_t end) const {
  if (end <= begin) return {};
  const std::string original = text_of(*block);
  const std::string_view front =
      first_characters(original, folded.character(begin));
  const std::string_view rest = std::string_view(original).substr(front.size());
  const std::size_t count =
      folded.character(end - 1) + 1 - folded.character(begin);
  std::string text(first_characters(rest, std::min(count, kShownCharacters)));
  return printable(count > kShownCharacters ? text + "…" : text);
}

bool ScannedBlock::is_figure(std::size_t begin, std::size_t end) const {
  if (end <= begin) return false;
  return gov_report::is_figure(*block, folded.character(begin),
                               folded.character(end - 1) + 1);
}

bool TextCheck::wants(const std::string& rule) {
  return ++made[rule] <= kTextFindings;
}

void TextCheck::add(Finding finding) {
  const auto found =
      finding.severity.value_or(Severity::error);  // of the rules in `trial`
  if (words.trial.years.contains(facts.year) &&
      words.trial.rules.contains(finding.rule)) {
    finding.severity = milder(found);
  }
  sink(std::move(finding));
}

void TextCheck::finish() {
  for (const auto& [rule, count] : made) {
    if (count <= kTextFindings) continue;
    Finding finding;
    finding.rule = rule;
    finding.variant = "more";
    finding.arguments = {{"count", std::to_string(count - kTextFindings)}};
    sink(std::move(finding));
  }
}

Finding TextCheck::finding(std::string rule, std::string variant,
                           const ScannedBlock& block, Span span,
                           std::vector<Argument> arguments) const {
  Finding finding;
  finding.rule = std::move(rule);
  finding.variant = std::move(variant);
  finding.place = block.place(span.begin, span.end);
  finding.arguments = std::move(arguments);
  finding.arguments.push_back({"value", block.shown(span.begin, span.end)});
  return finding;
}

std::vector<ScannedBlock*> TextCheck::blocks() {
  std::vector<ScannedBlock*> all;
  for (ScannedBlock& block : preamble) all.push_back(&block);
  for (ScannedBlock& block : body) all.push_back(&block);
  return all;
}

std::vector<const ScannedBlock*> TextCheck::blocks_of(
    const ReportSection& section) {
  std::vector<const ScannedBlock*> all;
  for (const ScannedBlock& block : body) {
    if (block.section == &section) all.push_back(&block);
  }
  return all;
}

const ReportSection* TextCheck::section(std::string_view id,
                                        const std::vector<std::string>& rules) {
  const auto found = std::ranges::find(report.sections, id, &ReportSection::id);
  if (found != report.sections.end() && !found->missing) {
    for (const std::string& rule : rules) coverage.ran(rule);
    return &*found;
  }
  const auto named = std::ranges::find(format.sections, id, &SectionFormat::id);
  const std::string heading =
      named == format.sections.end() ? std::string(id) : named->heading;
  for (const std::string& rule : rules) {
    coverage.not_run(rule, {"no-text", {{"section", heading}}});
  }
  return nullptr;
}

std::string joined(const std::vector<const ScannedBlock*>& blocks) {
  std::string text;
  for (const ScannedBlock* block : blocks) text += block->text() + "\n";
  return text;
}

bool is_letter(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
  }
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xC0 && c < 0x2000) ||
         c == 0x3007 || c >= 0x20000;
}

std::size_t letters(std::string_view folded) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < folded.size();) {
    if (is_letter(next_code_point(folded, at))) ++count;
  }
  return count;
}

std::vector<const WrongWording*> that_may_match(
    const std::vector<WrongWording>& wordings, const PatternSet::Found& found) {
  std::vector<const WrongWording*> some;
  for (const WrongWording& one : wordings) {
    if (found.may_match(one.pattern)) some.push_back(&one);
  }
  return some;
}

}  // namespace gov_report
