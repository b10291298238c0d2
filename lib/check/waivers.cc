#include "check/waivers.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "ledger/record_number.h"

namespace gov_report {
namespace {

/// What stands in no file comes last.
std::tuple<bool, std::string, Position> key_of(const Place& place) {
  return {place.file.empty(), place.file, place.at};
}

/// What a waiver is about, in one word.
std::string target_of(const Waiver& waiver) {
  for (const std::string& target :
       {waiver.cell, waiver.record, waiver.section, waiver.file}) {
    if (!target.empty()) return target;
  }
  return {};
}

Finding about(const Waiver& waiver, std::string rule, std::string variant,
              std::vector<Argument> arguments) {
  const std::string target = target_of(waiver);
  Finding finding;
  finding.rule = std::move(rule);
  finding.variant = std::move(variant);
  finding.place = waiver.place;
  finding.arguments = std::move(arguments);
  finding.arguments.push_back(
      {"waiver", waiver.rule + (target.empty() ? "" : " ") + target});
  return finding;
}

}  // namespace

Waiving::Waiving(const RuleCatalogue& rules, WaiverSetting setting,
                 const std::vector<Waiver>& waivers)
    : rules_(rules), setting_(std::move(setting)) {
  for (const Waiver& waiver : waivers) {
    by_rule_[waiver.rule].push_back(entries_.size());
    Entry entry;
    entry.waiver = waiver;
    entry.expired = waiver.until && setting_.as_of > *waiver.until;
    entries_.push_back(std::move(entry));
  }
}

void Waiving::pass(Finding finding, const FindingSink& next) {
  if (!finding.consequences.empty()) {
    std::vector<Finding> folded = std::move(finding.consequences);
    finding.consequences.clear();
    for (Finding& one : folded) {
      pass(std::move(one), [&](Finding left) {
        finding.consequences.push_back(std::move(left));
      });
    }
  }
  std::vector<Finding> freed = finding.consequences;
  if (!is_waived(finding)) {
    next(std::move(finding));
    return;
  }
  for (Finding& one : freed) next(std::move(one));
}

bool Waiving::names(const Waiver& waiver, const Finding& finding) const {
  const std::string& file = finding.place.file;
  if (!waiver.file.empty() && file != waiver.file) return false;
  if (!waiver.cell.empty()) return finding.cell == waiver.cell;
  if (!waiver.record.empty()) {
    return !finding.record.empty() &&
           fold_number(finding.record) == fold_number(waiver.record);
  }
  if (!waiver.section.empty()) return true;  // the file is its text
  return finding.cell.empty() && finding.record.empty() &&
         !setting_.sections.contains(file);
}

/// The line of an entry that would name a finding; "" if the rule does.
std::string Waiving::entry_for(const Finding& finding) const {
  if (!finding.cell.empty()) return "cell: " + finding.cell;
  if (!finding.record.empty()) return "record: " + finding.record;
  const auto section = setting_.sections.find(finding.place.file);
  if (section != setting_.sections.end()) return "section: " + section->second;
  return finding.place.file.empty() ? "" : "file: " + finding.place.file;
}

/// Takes the finding if so. The first waiver that holds has it; what the
/// others would have done with it is noted.
bool Waiving::is_waived(Finding& finding) {
  const auto of_rule = by_rule_.find(finding.rule);
  if (of_rule == by_rule_.end()) return false;
  const bool waivable =
      rules_.waivable(finding, setting_.format, setting_.year);
  Entry* taker = nullptr;
  for (const std::size_t index : of_rule->second) {
    Entry& entry = entries_[index];
    if (entry.expired || !names(entry.waiver, finding)) continue;
    if (!waivable) {
      entry.is_for_error = true;
    } else if (taker == nullptr) {
      taker = &entry;
    } else {
      entry.first = std::max(entry.first, taker->waiver.place.at.line);
    }
  }
  if (taker != nullptr) {
    taker->used = true;
    finding.consequences.clear();
    // A finding that turns up twice is one.
    if (std::ranges::find(taker->covered, finding) == taker->covered.end()) {
      taker->covered.push_back(std::move(finding));
    }
    return true;
  }
  for (const std::size_t index : of_rule->second) {
    Entry& entry = entries_[index];
    if (!entry.expired || !waivable || !names(entry.waiver, finding)) continue;
    entry.would_cover = true;
  }
  const Place place{finding.place.file, finding.place.at, 1, {}, {}};
  seen_.note_elsewhere(finding.rule, place, entry_for(finding));
  return false;
}

void Waiving::report_unused(const Entry& entry, const FindingSink& sink) const {
  const auto near = seen_.elsewhere.find(entry.waiver.rule);
  if (near == seen_.elsewhere.end() || near->second.second.empty()) {
    sink(about(entry.waiver, "waiver-unused", "", {}));
    return;
  }
  sink(about(entry.waiver, "waiver-unused", "elsewhere",
             {{"nearest", printable(near->second.second)}}));
}

void WaivingSeen::note_elsewhere(const std::string& rule, const Place& place,
                                 const std::string& entry) {
  const auto [found, is_new] = elsewhere.try_emplace(rule, place, entry);
  if (is_new) return;
  const auto& [known, its_entry] = found->second;
  if (std::pair(key_of(place), entry) < std::pair(key_of(known), its_entry)) {
    found->second = {place, entry};
  }
}

WaivingSeen Waiving::take_seen() {
  WaivingSeen seen;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    if (!entry.covered.empty()) seen.covered[i] = std::move(entry.covered);
    if (entry.first > 0) seen.first[i] = entry.first;
    if (entry.is_for_error) seen.for_error.insert(i);
    if (entry.would_cover) seen.would_cover.insert(i);
    entry.covered.clear();
  }
  seen.elsewhere = std::move(seen_.elsewhere);
  seen_ = {};
  return seen;
}

void Waiving::add_seen(WaivingSeen seen) {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    Entry& entry = entries_[i];
    if (const auto found = seen.covered.find(i); found != seen.covered.end()) {
      entry.used = true;
      std::ranges::move(found->second, std::back_inserter(entry.covered));
    }
    if (const auto found = seen.first.find(i); found != seen.first.end()) {
      entry.first = std::max(entry.first, found->second);
    }
    entry.is_for_error = entry.is_for_error || seen.for_error.contains(i);
    entry.would_cover = entry.would_cover || seen.would_cover.contains(i);
  }
  for (const auto& [rule, first] : seen.elsewhere) {
    seen_.note_elsewhere(rule, first.first, first.second);
  }
}

void Waiving::report_retired(const Entry& entry,
                             const FindingSink& sink) const {
  const std::string& other = rules_.find(entry.waiver.rule)->replaced_by;
  if (other.empty()) {
    sink(about(entry.waiver, "waiver-unused", "retired", {}));
  } else {
    sink(about(entry.waiver, "waiver-unused", "replaced", {{"other", other}}));
  }
}

void Waiving::finish(const std::set<std::string>& not_run,
                     const FindingSink& sink) {
  for (const Entry& entry : entries_) {
    const Waiver& waiver = entry.waiver;
    if (entry.used) continue;
    if (rules_.has_status(waiver.rule, Rule::Status::retired)) {
      report_retired(entry, sink);
    } else if (entry.would_cover) {
      sink(about(waiver, "waiver-expired", "",
                 {{"until", iso_text(*waiver.until)},
                  {"as_of", iso_text(setting_.as_of)}}));
    } else if (entry.first > 0) {
      sink(about(waiver, "waiver-invalid", "twice",
                 {{"first", std::to_string(entry.first)}}));
    } else if (entry.is_for_error) {
      sink(about(waiver, "waiver-invalid", "not-waivable", {}));
    } else if (!not_run.contains(waiver.rule)) {
      report_unused(entry, sink);
    }
  }
}

std::vector<WaivedFinding> Waiving::take() {
  std::vector<WaivedFinding> waived;
  for (Entry& entry : entries_) {
    std::ranges::stable_sort(entry.covered, {}, [](const Finding& one) {
      return key_of(one.place);
    });
    for (Finding& finding : entry.covered) {
      waived.push_back({std::move(finding), entry.waiver});
    }
    entry.covered.clear();
  }
  return waived;
}

}  // namespace gov_report
