#include "pipeline/batch_copies.h"

#include <algorithm>
#include <string>

#include "base/text.h"
#include "check/shingles.h"
#include "pipeline/finding_collector.h"
#include "pipeline/settle.h"

namespace gov_report {
namespace {

/// A section of a report of the batch.
struct Section {
  std::size_t report = 0;
  const ReportSection* text = nullptr;
  Shingles shingles;
};

std::string words_of(const ReportSection& section) {
  std::string words;
  for (const ReportBlock& block : section.blocks) {
    if (block.kind != BlockKind::heading) words += text_of(block);
  }
  return fold(words);
}

std::vector<Section> sections_of(const std::vector<AuditedReport>& reports,
                                 const CopyLimits& limits) {
  std::vector<Section> sections;
  for (std::size_t r = 0; r < reports.size(); ++r) {
    if (!reports[r].report || reports[r].report->year == 0) continue;
    for (const ReportSection& section : reports[r].report->text.sections) {
      if (!limits.sections.contains(section.id)) continue;
      Shingles shingles(words_of(section),
                        static_cast<std::size_t>(limits.shingle));
      if (shingles.letters() < static_cast<std::size_t>(limits.shortest)) {
        continue;
      }
      sections.push_back({r, &section, std::move(shingles)});
    }
  }
  return sections;
}

/// The section of another body that has the most of this one.
const Section* likest(const Section& section,
                      const std::vector<Section>& sections,
                      const std::vector<AuditedReport>& reports,
                      std::size_t& most) {
  const PublishedReport& own = *reports[section.report].report;
  const Section* found = nullptr;
  for (const Section& other : sections) {
    const PublishedReport& there = *reports[other.report].report;
    if (other.text->id != section.text->id || there.year != own.year ||
        other.report == section.report || there.agency == own.agency) {
      continue;
    }
    const std::size_t percent = section.shingles.share_in(other.shingles);
    if (percent < most) continue;
    most = percent + 1;
    found = &other;
  }
  return found;
}

}  // namespace

void find_copies(std::vector<AuditedReport>& reports, const CopyLimits& limits,
                 const RuleCatalogue& rules) {
  const auto sections = sections_of(reports, limits);
  for (const Section& section : sections) {
    auto most = static_cast<std::size_t>(limits.alike);
    const Section* other = likest(section, sections, reports, most);
    if (other == nullptr) continue;
    const AuditedReport& there = reports[other->report];
    AuditedReport& here = reports[section.report];
    Finding finding;
    finding.rule = "copied-from-other-body";
    finding.variant = "batch";
    finding.place = section.text->place;
    finding.arguments = {{"section", printable(section.text->heading)},
                         {"percent", std::to_string(most - 1)},
                         {"limit", std::to_string(limits.alike)},
                         {"file", there.file},
                         {"agency", there.report->agency}};
    here.findings.add(std::move(finding));
    here.coverage.ran("copied-from-other-body");
    settle(here.findings, rules, here.report->format->id, here.report->year);
    put_in_order(here.findings, rules);
  }
}

}  // namespace gov_report
