#include "pipeline/part.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <tuple>
#include <utility>

#include "ledger/applicant_names.h"
#include "workspace/workspace.h"

namespace gov_report {
namespace {

/// Of two findings about one document the earlier stays.
void add_earliest(std::map<std::string, Finding>& into,
                  std::map<std::string, Finding> more,
                  const ReadingOrder& order) {
  for (auto& [key, finding] : more) {
    const auto found = into.find(key);
    if (found == into.end()) {
      into.emplace(key, std::move(finding));
    } else if (order.is_before(finding.place, found->second.place)) {
      found->second = std::move(finding);
    }
  }
}

void add(PartLedger& into, PartLedger more, const ReadingOrder& order) {
  for (const auto& [name, sum] : more.sums) into.sums[name] += sum;
  for (const auto& [cell, count] : more.carried) into.carried[cell] += count;
  into.cases.seen.merge(more.cases.seen);
  std::ranges::move(more.cases.strangers,
                    std::back_inserter(into.cases.strangers));
  into.documents.seen.merge(more.documents.seen);
  into.documents.issued.merge(more.documents.issued);
  into.documents.repealed_before.merge(more.documents.repealed_before);
  add_earliest(into.documents.added, std::move(more.documents.added), order);
  add_earliest(into.documents.repealed, std::move(more.documents.repealed),
               order);
  for (auto& [key, charges] : more.charges) {
    std::ranges::move(charges, std::back_inserter(into.charges[key]));
  }
}

void add(WaivingSeen& into, WaivingSeen more) {
  for (auto& [waiver, findings] : more.covered) {
    std::ranges::move(findings, std::back_inserter(into.covered[waiver]));
  }
  for (const auto& [waiver, line] : more.first) {
    into.first[waiver] = std::max(into.first[waiver], line);
  }
  into.for_error.merge(more.for_error);
  into.would_cover.merge(more.would_cover);
  for (const auto& [rule, first] : more.elsewhere) {
    into.note_elsewhere(rule, first.first, first.second);
  }
}

/// The first names in their order; that there were more is known.
void limit_names(Part& part) {
  if (!part.names) return;
  while (part.names->size() > kNameLimit) {
    part.names->erase(std::prev(part.names->end()));
    part.names_complete = false;
  }
}

}  // namespace

std::string PartFile::whole_name() const {
  if (sheet.empty()) return name;
  return name.substr(0, name.size() - sheet.size() - 1);
}

bool ReadingOrder::is_before(const PartFile& a, const PartFile& b) {
  const auto key = [](const PartFile& file) {
    const std::filesystem::path path(file.whole_name());
    const auto ending =
        std::ranges::find(kLedgerEndings, path.extension().string()) -
        kLedgerEndings.begin();
    return std::tuple(file.order[0], file.order[1],
                      std::ranges::count(path.string(), '/'),
                      path.parent_path().string(), ending, path.string(),
                      file.order[2], file.name);
  };
  return key(a) < key(b);
}

ReadingOrder::ReadingOrder(const std::vector<PartFile>& files) {
  std::vector<const PartFile*> sorted;
  for (const PartFile& file : files) sorted.push_back(&file);
  std::ranges::sort(sorted, [](const PartFile* a, const PartFile* b) {
    return is_before(*a, *b);
  });
  for (const PartFile* file : sorted) {
    ranks_.try_emplace(file->whole_name(), ranks_.size());
    ranks_.try_emplace(file->name, ranks_.size());
  }
}

std::size_t ReadingOrder::rank_of(const std::string& file) const {
  const auto known = ranks_.find(file);
  return known == ranks_.end() ? ranks_.size() : known->second;
}

bool ReadingOrder::is_before(const Place& a, const Place& b) const {
  return std::tuple(rank_of(a.file), a.file, a.at) <
         std::tuple(rank_of(b.file), b.file, b.at);
}

void absorb(Part& part, Part other, const RuleCatalogue& rules) {
  std::ranges::move(other.files, std::back_inserter(part.files));
  const ReadingOrder order(part.files);
  for (auto& [name, ledger] : other.ledgers) {
    add(part.ledgers[name], std::move(ledger), order);
  }
  part.calendars_missing.merge(other.calendars_missing);
  if (other.names) {
    if (!part.names) part.names.emplace();
    part.names->merge(*other.names);
  }
  part.names_complete = part.names_complete && other.names_complete;
  FindingCollector collector(rules, limit_of(part));
  collector.resume(std::move(part.findings));
  collector.resume(std::move(other.findings));
  part.findings = collector.pause();
  add(part.waived, std::move(other.waived));
  normalise(part);
}

void normalise(Part& part) {
  std::ranges::sort(part.files, [](const PartFile& a, const PartFile& b) {
    return ReadingOrder::is_before(a, b);
  });
  const ReadingOrder order(part.files);
  const auto by_place = [&order](const auto& a, const auto& b) {
    return order.is_before(a.place, b.place);
  };
  // As they turn up where all is read at once: a later step goes by the first.
  std::ranges::stable_sort(part.findings.of_figures, by_place);
  for (auto& [name, ledger] : part.ledgers) {
    std::ranges::stable_sort(ledger.cases.strangers, by_place);
    for (auto& [key, charges] : ledger.charges) {
      std::ranges::stable_sort(charges, by_place);
    }
  }
  for (auto& [waiver, findings] : part.waived.covered) {
    std::ranges::stable_sort(findings, by_place);
  }
  limit_names(part);
}

std::size_t limit_of(const Part& part) {
  const auto found = part.setting.find(kPartLimit);
  std::size_t limit = 0;
  if (found == part.setting.end()) return limit;
  const std::string& text = found->second;
  std::from_chars(text.data(), text.data() + text.size(), limit);
  return limit;
}

}  // namespace gov_report
