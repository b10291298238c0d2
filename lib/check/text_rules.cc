#include "check/text_rules.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "check/text_scan.h"

namespace gov_report {
namespace {

/// Rules that know words.
constexpr std::array<const char*, 14> kWordRules = {
    "period-wrong",           "wrong-year-in-text",
    "wrong-legal-basis",      "template-text-left",
    "foreign-name-in-text",   "typing-slip",
    "overview-topic-missing", "overview-too-long",
    "overview-empty",         "supervision-results-missing",
    "problems-missing",       "improvement-missing",
    "problems-vague",         "section-list-differs"};

bool is_traditional(const TextCheck& check) {
  const TraditionalScript& script = check.words.traditional;
  std::size_t all = 0;
  std::size_t traditional = 0;
  for (const ScannedBlock& block : check.body) {
    const std::string& text = block.text();
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_code_point(text, at);
      if (!is_letter(c)) continue;
      ++all;
      traditional += std::ranges::binary_search(script.characters, c);
    }
  }
  return all > 0 &&
         traditional * 100 >= all * static_cast<std::size_t>(script.share);
}

}  // namespace

void check_publication(TextCheck& check) {
  const TextFacts& facts = check.facts;
  if (!facts.published) {
    return check.coverage.not_run(
        "published-late",
        {"no-publication-date", {{"year", std::to_string(facts.year)}}});
  }
  for (const Deadline& deadline : check.words.deadlines) {
    if (!deadline.kinds.contains(facts.kind)) continue;
    if (!deadline.levels.empty() && !deadline.levels.contains(facts.level)) {
      continue;
    }
    check.coverage.ran("published-late");
    const auto last = make_date(facts.year + 1, deadline.month, deadline.day);
    if (!last || *facts.published <= *last) return;
    Finding finding;
    finding.rule = "published-late";
    finding.place = facts.published_at;
    finding.arguments = {
        {"date",
         Text(chinese_text(*facts.published), iso_text(*facts.published))},
        {"deadline", Text(chinese_text(*last), iso_text(*last))},
        {"days", std::to_string(facts.published->days - last->days)}};
    return check.add(std::move(finding));
  }
  check.coverage.not_run("published-late", {"no-level", {}});
}

void check_text(const ReportText& report, const ReportFormat& format,
                const TextFormat& words, const TextFacts& facts,
                Coverage& coverage, const FindingSink& sink) {
  TextCheck check{report, format, words, facts, coverage, sink, {}, {}, {}};
  if (report.title) {
    check.title.push_back(
        {&*report.title, nullptr, FoldedText(text_of(*report.title))});
  }
  for (const ReportBlock& block : report.preamble) {
    check.preamble.push_back({&block, nullptr, FoldedText(text_of(block))});
  }
  for (const ReportSection& section : report.sections) {
    if (section.missing) continue;
    for (const ReportBlock& block : section.blocks) {
      check.body.push_back({&block, &section, FoldedText(text_of(block))});
    }
  }
  for (const ReportBlock& block : report.notes) {
    check.notes.push_back({&block, nullptr, FoldedText(text_of(block))});
  }
  for (const auto* blocks : {&check.title, &check.preamble, &check.body}) {
    for (const ScannedBlock& block : *blocks)
      check.whole += block.text() + "\n";
  }
  check.glance = words.glance.in(check.whole);
  check_structure(check);
  if (is_traditional(check)) {
    for (const char* rule : kWordRules) {
      coverage.not_run(rule, {"traditional", {}});
    }
  } else {
    check_wording(check);
    check_typing(check);
    check_overview(check);
    check_problems(check);
  }
  check_copies(check);
  check_personal(check);
  check_publication(check);
  check.finish();
}

}  // namespace gov_report
