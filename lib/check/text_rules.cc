#include "check/text_rules.h"

#include "check/text_scan.h"

namespace gov_report {

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
  check_structure(check);
  check_wording(check);
  check_typing(check);
  check_overview(check);
  check_problems(check);
  check_copies(check);
  check_personal(check);
  check_publication(check);
  check.finish();
}

}  // namespace gov_report
