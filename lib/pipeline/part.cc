#include "pipeline/part.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <string_view>
#include <utility>

#include "ledger/applicant_names.h"

namespace gov_report {
namespace {

/// Of two findings about one document the earlier stays.
void add_earliest(std::map<std::string, Finding>& into,
                  std::map<std::string, Finding> more) {
  for (auto& [key, finding] : more) {
    const auto found = into.find(key);
    if (found == into.end()) {
      into.emplace(key, std::move(finding));
    } else if (stands_before(finding.place, found->second.place)) {
      found->second = std::move(finding);
    }
  }
}

void add(PartLedger& into, PartLedger more) {
  for (const auto& [name, sum] : more.sums) into.sums[name] += sum;
  into.cases.seen.merge(more.cases.seen);
  std::ranges::move(more.cases.strangers,
                    std::back_inserter(into.cases.strangers));
  into.documents.seen.merge(more.documents.seen);
  into.documents.issued.merge(more.documents.issued);
  into.documents.repealed_before.merge(more.documents.repealed_before);
  add_earliest(into.documents.added, std::move(more.documents.added));
  add_earliest(into.documents.repealed, std::move(more.documents.repealed));
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
  for (auto& [rule, elsewhere] : more.elsewhere) {
    const auto [found, is_new] = into.elsewhere.try_emplace(rule, elsewhere);
    if (!is_new && stands_before(elsewhere.first, found->second.first)) {
      found->second = std::move(elsewhere);
    }
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

FileOrder file_order(const std::string& name) {
  // As in Workspace::ledger().
  constexpr std::array<std::string_view, 6> kEndings = {
      ".csv", ".tsv", ".yaml", ".yml", ".xlsx", ".xls"};
  const std::filesystem::path path(name);
  const auto ending =
      std::ranges::find(kEndings, path.extension().string()) - kEndings.begin();
  return {static_cast<std::size_t>(std::ranges::count(name, '/')),
          path.parent_path().string(), static_cast<std::size_t>(ending), name};
}

bool stands_before(const Place& a, const Place& b) {
  return std::pair(file_order(a.file), a.at) <
         std::pair(file_order(b.file), b.at);
}

void absorb(Part& part, Part other, const RuleCatalogue& rules) {
  std::ranges::move(other.files, std::back_inserter(part.files));
  for (auto& [name, ledger] : other.ledgers) {
    add(part.ledgers[name], std::move(ledger));
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
  const auto by_place = [](const auto& a, const auto& b) {
    return stands_before(a.place, b.place);
  };
  std::ranges::stable_sort(part.files, {}, [](const PartFile& file) {
    return file_order(file.name);
  });
  // As they turn up where all is read at once: a later step goes by the first.
  std::ranges::stable_sort(part.findings.of_figures, by_place);
  for (auto& [name, ledger] : part.ledgers) {
    std::ranges::stable_sort(
        ledger.cases.strangers, [](const auto& a, const auto& b) {
          return stands_before(a.finding.place, b.finding.place);
        });
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
