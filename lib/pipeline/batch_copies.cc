#include "pipeline/batch_copies.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>

#include "base/parallel.h"
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

/// The sections of one kind and year, by the pieces they hold.
class Group {
 public:
  Group(const std::vector<Section>& all, std::vector<std::size_t> sections,
        const std::vector<AuditedReport>& reports)
      : all_(all), sections_(std::move(sections)), reports_(reports) {
    for (const std::size_t s : sections_) {
      for (const std::uint64_t piece : all[s].shingles.pieces()) {
        held_.emplace_back(piece, s);
      }
    }
    std::ranges::sort(held_);
  }

  /// The first of those of another body that have the most of this one, at
  /// least `percent`, which becomes that share; nullptr: none.
  const Section* likest(std::size_t section, std::size_t& percent) const {
    const Section* found = nullptr;
    std::size_t most = percent;
    for (const std::size_t other : candidates(section, percent)) {
      if (!is_of_another_body(section, other)) continue;
      const std::size_t share =
          all_[section].shingles.share_in(all_[other].shingles);
      if (share < most) continue;
      found = &all_[other];
      percent = share;
      most = share + 1;
      if (share == 100) break;
    }
    return found;
  }

 private:
  /// Where a piece is held: [begin, end) of held_.
  using Holders = std::pair<std::size_t, std::size_t>;

  bool is_of_another_body(std::size_t section, std::size_t other) const {
    return all_[section].report != all_[other].report &&
           reports_[all_[section].report].report->agency !=
               reports_[all_[other].report].report->agency;
  }

  /// What has enough of the pieces has one of the rarest: all but as many as
  /// are enough, and one more.
  std::vector<std::size_t> candidates(std::size_t section,
                                      std::size_t percent) const {
    std::vector<Holders> holders;
    for (const std::uint64_t piece : all_[section].shingles.pieces()) {
      const auto begin = std::ranges::lower_bound(held_, Held(piece, 0));
      const auto end = std::ranges::upper_bound(held_, Held(piece, SIZE_MAX));
      holders.emplace_back(begin - held_.begin(), end - held_.begin());
    }
    std::ranges::sort(
        holders, {}, [](const Holders& one) { return one.second - one.first; });
    const std::size_t enough = (holders.size() * percent + 99) / 100;
    holders.resize(std::min(holders.size(), holders.size() - enough + 1));
    std::vector<std::size_t> found;
    for (const auto& [begin, end] : holders) {
      for (std::size_t i = begin; i < end; ++i) {
        found.push_back(held_[i].second);
      }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  using Held = std::pair<std::uint64_t, std::size_t>;  // piece, section

  const std::vector<Section>& all_;
  std::vector<std::size_t> sections_;
  const std::vector<AuditedReport>& reports_;
  std::vector<Held> held_;  // sorted
};

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

/// By section.
std::vector<Copy> copies_of(const std::vector<Section>& sections,
                            const std::vector<AuditedReport>& reports,
                            const CopyLimits& limits, unsigned jobs) {
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
    const Group group(sections, once, reports);
    for_each_in_parallel(once.size(), jobs, [&](std::size_t i) {
      Copy& copy = copies[once[i]];
      copy.percent = static_cast<std::size_t>(limits.alike);
      copy.of = group.likest(once[i], copy.percent);
    });
    for (const auto& [section, first] : firsts) {
      copies[section] = copies[first];
    }
  }
  return copies;
}

}  // namespace

void find_copies(std::vector<AuditedReport>& reports, const CopyLimits& limits,
                 const RuleCatalogue& rules, unsigned jobs) {
  const auto sections = sections_of(reports, limits, jobs);
  const auto copies = copies_of(sections, reports, limits, jobs);
  for (std::size_t s = 0; s < sections.size(); ++s) {
    const Section& section = sections[s];
    const auto& [other, percent] = copies[s];
    if (other == nullptr) continue;
    const AuditedReport& there = reports[other->report];
    AuditedReport& here = reports[section.report];
    Finding finding;
    finding.rule = "copied-from-other-body";
    finding.variant = "batch";
    finding.place = section.text->place;
    finding.arguments = {{"section", printable(section.text->heading)},
                         {"percent", std::to_string(percent)},
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
