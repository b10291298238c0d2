#include "pipeline/batch_copies.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "base/parallel.h"
#include "base/text.h"
#include "check/shingles.h"
#include "check/text_index.h"
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

std::vector<Section> sections_of_report(const PublishedReport& report,
                                        std::size_t index,
                                        const CopyLimits& limits) {
  std::vector<Section> sections;
  for (const ReportSection& section : report.text.sections) {
    if (!limits.sections.contains(section.id)) continue;
    Shingles shingles(words_of(section),
                      static_cast<std::size_t>(limits.shingle));
    if (shingles.letters() < static_cast<std::size_t>(limits.shortest)) {
      continue;
    }
    sections.push_back({index, &section, std::move(shingles)});
  }
  return sections;
}

/// In the order of the reports.
std::vector<Section> sections_of(const std::vector<AuditedReport>& reports,
                                 const CopyLimits& limits, unsigned jobs) {
  std::vector<std::vector<Section>> by_report(reports.size());
  for_each_in_parallel(reports.size(), jobs, [&](std::size_t r) {
    if (!reports[r].report || reports[r].report->year == 0) return;
    by_report[r] = sections_of_report(*reports[r].report, r, limits);
  });
  std::vector<Section> sections;
  for (auto& own : by_report) {
    std::ranges::move(own, std::back_inserter(sections));
  }
  return sections;
}

/// Of sections of one body with the same pieces, the first: the others have the
/// same answer. By section; `sections` are those to look at.
std::map<std::size_t, std::size_t> firsts_of_same(
    const std::vector<Section>& all, std::vector<std::size_t> sections,
    const std::vector<AuditedReport>& reports) {
  const auto key = [&](std::size_t s) {
    return std::tie(reports[all[s].report].report->agency,
                    all[s].shingles.pieces());
  };
  std::ranges::stable_sort(
      sections, [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  std::map<std::size_t, std::size_t> firsts;
  std::size_t first = 0;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (i == 0 || key(sections[i]) != key(first)) first = sections[i];
    firsts[sections[i]] = first;
  }
  return firsts;
}

struct Copy {
  const Section* of = nullptr;  ///< null: it is none
  std::size_t percent = 0;
};

/// Copies among the sections of one kind and year.
void find_copies_among(const std::vector<Section>& all,
                       const std::vector<std::size_t>& own,
                       const std::vector<AuditedReport>& reports,
                       const CopyLimits& limits, unsigned jobs,
                       Progress* progress, std::vector<Copy>& copies) {
  std::vector<const Shingles*> texts;
  for (const std::size_t s : own) texts.push_back(&all[s].shingles);
  const TextIndex index(texts);
  const auto agency = [&](std::size_t i) -> const std::string& {
    return reports[all[own[i]].report].report->agency;
  };
  constexpr std::size_t kAtOnce = 64;
  const std::size_t parts = (own.size() + kAtOnce - 1) / kAtOnce;
  for_each_in_parallel(parts, jobs, [&](std::size_t part) {
    LikestText likest(index);
    const std::size_t end = std::min(own.size(), (part + 1) * kAtOnce);
    for (std::size_t i = part * kAtOnce; i < end; ++i) {
      const auto found = likest.likest(
          i, static_cast<std::size_t>(limits.alike), [&](std::size_t other) {
            return all[own[i]].report != all[own[other]].report &&
                   agency(i) != agency(other);
          });
      if (found) copies[own[i]] = {&all[own[found->text]], found->percent};
    }
    if (progress != nullptr) progress->pieces += end - part * kAtOnce;
  });
}

/// By section.
std::vector<Copy> copies_of(const std::vector<Section>& sections,
                            const std::vector<AuditedReport>& reports,
                            const CopyLimits& limits, unsigned jobs,
                            Progress* progress) {
  std::map<std::pair<std::string, int>, std::vector<std::size_t>> alike;
  for (std::size_t s = 0; s < sections.size(); ++s) {
    const int year = reports[sections[s].report].report->year;
    alike[{sections[s].text->id, year}].push_back(s);
  }
  std::vector<Copy> copies(sections.size());
  for (const auto& [key, own] : alike) {
    const auto firsts = firsts_of_same(sections, own, reports);
    std::vector<std::size_t> once;
    for (const std::size_t s : own) {
      if (firsts.at(s) == s) once.push_back(s);
    }
    find_copies_among(sections, once, reports, limits, jobs, progress, copies);
    if (progress != nullptr) progress->pieces += own.size() - once.size();
    for (const auto& [section, first] : firsts) {
      copies[section] = copies[first];
    }
  }
  return copies;
}

}  // namespace

void find_copies(std::vector<AuditedReport>& reports, const CopyLimits& limits,
                 const RuleCatalogue& rules, unsigned jobs,
                 Progress* progress) {
  const auto sections = sections_of(reports, limits, jobs);
  if (progress != nullptr)
    progress->start_part(Progress::Part::copies, sections.size());
  const auto copies = copies_of(sections, reports, limits, jobs, progress);
  for (std::size_t s = 0; s < sections.size(); ++s) {
    const Section& section = sections[s];
    const auto& [other, percent] = copies[s];
    if (other == nullptr) continue;
    const AuditedReport& there = reports[other->report];
    AuditedReport& here = reports[section.report];
    Finding finding;
    finding.rule = "copied-from-other-body";
    finding.variant = there.report->agency.empty() ? "batch-unnamed" : "batch";
    finding.place = section.text->place;
    finding.arguments = {{"section", printable(section.text->heading)},
                         {"percent", std::to_string(percent)},
                         {"limit", std::to_string(limits.alike)},
                         {"file", there.file},
                         {"agency", there.report->agency}};
    here.findings.add(std::move(finding));
    settle(here.findings, rules, here.report->format->id, here.report->year);
    put_in_order(here.findings, rules);
  }
}

}  // namespace gov_report
