#include "pipeline/finding_collector.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "pipeline/settle.h"

namespace gov_report {
namespace {

auto shown_order(const Finding& finding, const RuleCatalogue& rules) {
  // What stands in no file comes last, errors first.
  return std::make_tuple(
      finding.place.file.empty(), std::string_view(finding.place.file),
      finding.place.at, -static_cast<int>(severity_of(finding, rules)),
      std::string_view(finding.rule), std::string_view(finding.cell));
}

bool says_the_same(const Finding& a, const Finding& b,
                   const RuleCatalogue& rules) {
  const Diagnostic one = rules.describe(a, Language::zh);
  const Diagnostic other = rules.describe(b, Language::zh);
  return one.headline == other.headline && one.note == other.note &&
         one.expected == other.expected && one.reported == other.reported &&
         one.remedy == other.remedy;
}

const Text* column_of(const Finding& finding) {
  for (const char* name : {"field", "field2", "field1"}) {
    const auto found =
        std::ranges::find(finding.arguments, name, &Argument::name);
    if (found != finding.arguments.end()) return &found->value;
  }
  return nullptr;
}

void note_place(const Finding& finding, FindingsLeftOut& left) {
  const Place& place = finding.place;
  const Text* const column = column_of(finding);
  if (left.count == 0) {
    left.file = place.file;
    left.first_line = left.last_line = place.at.line;
    if (column != nullptr) left.column = *column;
  }
  left.one_file = left.one_file && left.file == place.file;
  if (!left.one_file) left.file.clear();
  left.first_line = std::min(left.first_line, place.at.line);
  left.last_line = std::max(left.last_line, place.at.line);
  left.one_column =
      left.one_column && column != nullptr && left.column == *column;
  if (!left.one_column) left.column = Text();
}

/// Adds findings to others of their rule and severity.
void merge(const FindingsLeftOut& left, bool counts, FindingsLeftOut& into) {
  if (!counts) {
    into.folded += left.count;
    return;
  }
  if (into.count == 0) {
    const std::uint64_t folded = into.folded;
    into = left;
    into.folded = folded;
    return;
  }
  into.count += left.count;
  into.one_file = into.one_file && left.one_file && into.file == left.file;
  if (!into.one_file) into.file.clear();
  into.first_line = std::min(into.first_line, left.first_line);
  into.last_line = std::max(into.last_line, left.last_line);
  into.one_column =
      into.one_column && left.one_column && into.column == left.column;
  if (!into.one_column) into.column = Text();
}

}  // namespace

void put_in_order(std::vector<Finding>& findings, const RuleCatalogue& rules) {
  if (findings.size() < 2) return;
  // Findings are large: pointers are sorted, by keys made once.
  using Key = decltype(shown_order(findings.front(), rules));
  std::vector<std::pair<Key, Finding*>> order;
  order.reserve(findings.size());
  for (Finding& one : findings)
    order.emplace_back(shown_order(one, rules), &one);
  std::ranges::stable_sort(order, {}, &std::pair<Key, Finding*>::first);
  std::vector<Finding> sorted;
  sorted.reserve(findings.size());
  for (auto& [key, finding] : order) sorted.push_back(std::move(*finding));
  findings = std::move(sorted);
  // Not std::ranges::unique: clang 14 cannot read what it returns.
  const auto last =
      std::unique(findings.begin(), findings.end(),
                  [&](const Finding& a, const Finding& b) {
                    return shown_order(a, rules) == shown_order(b, rules) &&
                           says_the_same(a, b, rules);
                  });
  findings.erase(last, findings.end());
}

void put_in_order(FindingList& findings, const RuleCatalogue& rules) {
  put_in_order(findings.all(), rules);
}

FindingCollector::Order FindingCollector::order_of(const Finding& finding) {
  return {finding.place.file.empty(), finding.place.file, finding.place.at};
}

void FindingCollector::add(Finding finding) {
  if (rules_.has_status(finding.rule, Rule::Status::retired)) return;
  if (is_of_figure(finding)) {
    of_figures_.add(std::move(finding));
    return;
  }
  if (!finding.cell.empty()) {
    // Only their line could be what they follow from.
    if (auto later = keep_of_cell(std::move(finding))) keep(std::move(*later));
    return;
  }
  const Place& place = finding.place;
  const bool same_record = !record_.empty() &&
                           record_.front().place.at.line == place.at.line &&
                           record_.front().place.file == place.file;
  if (!same_record) end_record();
  record_.push_back(std::move(finding));
}

/// Whether it is kept until the end, however many there are.
bool FindingCollector::is_of_figure(const Finding& finding) const {
  if (finding.place.file.empty() || finding.place.at.line == 0) return true;
  if (finding.cell.empty()) return false;
  const Rule* const rule = rules_.find(finding.rule);
  return rule == nullptr || !rule->follows_from.empty();
}

/// Keeps it among the first few of its rule and cell. Hands back the one that
/// is none of them any more: it is limited as records are.
std::optional<Finding> FindingCollector::keep_of_cell(Finding finding) {
  auto& heap = of_cell_[{finding.rule, finding.cell}];
  Order order = order_of(finding);
  heap.push_back({std::move(order), of_cells_++, std::move(finding)});
  std::ranges::push_heap(heap, std::less<>());
  if (limit_ == 0 || heap.size() <= limit_) return std::nullopt;
  std::ranges::pop_heap(heap, std::less<>());
  Finding last = std::move(heap.back().finding);
  heap.pop_back();
  return last;
}

void FindingCollector::end_cells() {
  std::vector<OfCell> all;
  for (auto& [key, heap] : of_cell_) {
    std::ranges::move(heap, std::back_inserter(all));
  }
  of_cell_.clear();
  std::ranges::sort(all, std::less<>());
  for (OfCell& one : all) of_figures_.add(std::move(one.finding));
}

void FindingCollector::end_record() {
  put_in_order(record_, rules_);
  fold_follow_ons(record_, rules_);
  for (Finding& finding : record_) keep(std::move(finding));
  record_.clear();
}

void FindingCollector::keep(Finding finding) {
  Bucket& bucket = kept_[finding.rule];
  if (bucket.full && !(order_of(finding) < bucket.last)) {
    leave_out(finding);
    return;
  }
  bucket.findings.push_back(std::move(finding));
  if (bucket.findings.size() >= 2 * most_kept()) shrink(bucket);
}

/// Leaves more than will be shown, because some may be folded at the end.
void FindingCollector::shrink(Bucket& bucket) {
  if (limit_ == 0 || bucket.findings.size() <= most_kept()) return;
  std::ranges::stable_sort(bucket.findings,
                           [](const Finding& a, const Finding& b) {
                             return order_of(a) < order_of(b);
                           });
  for (std::size_t i = most_kept(); i < bucket.findings.size(); ++i) {
    leave_out(bucket.findings[i]);
  }
  bucket.findings.erase(
      bucket.findings.begin() + static_cast<std::ptrdiff_t>(most_kept()),
      bucket.findings.end());
  bucket.full = true;
  bucket.last = order_of(bucket.findings.back());
}

void FindingCollector::leave_out(const Finding& finding, Chain above) {
  above.emplace_back(finding.rule, finding.severity);
  FindingsLeftOut& left = left_out_[above];
  note_place(finding, left);
  ++left.count;
  for (const Finding& consequence : finding.consequences) {
    leave_out(consequence, above);
  }
}

std::map<FindingList::Key, FindingsLeftOut> FindingCollector::left_out(
    std::string_view format, int year) const {
  std::map<FindingList::Key, FindingsLeftOut> by_rule;
  for (const auto& [chain, left] : left_out_) {
    bool counts = true;
    Severity worst = Severity::info;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      Finding finding;
      finding.rule = chain[i].first;
      finding.severity = chain[i].second;
      const Severity own = settled_severity(finding, rules_, format, year);
      counts = i == 0 || own > worst;
      worst = i == 0 ? own : std::max(worst, own);
    }
    Finding last;
    last.rule = chain.back().first;
    last.severity = chain.back().second;
    merge(left, counts,
          by_rule[{last.rule, settled_severity(last, rules_, format, year)}]);
  }
  return by_rule;
}

CollectedFindings FindingCollector::pause() {
  end_record();
  end_cells();
  CollectedFindings found;
  found.of_figures = std::move(of_figures_.all());
  of_figures_ = {};
  std::ranges::stable_sort(found.of_figures,
                           [](const Finding& a, const Finding& b) {
                             return std::tuple(order_of(a), a.rule, a.cell) <
                                    std::tuple(order_of(b), b.rule, b.cell);
                           });
  for (auto& [rule, bucket] : kept_) {
    shrink(bucket);
    std::ranges::stable_sort(bucket.findings, [](const auto& a, const auto& b) {
      return order_of(a) < order_of(b);
    });
    found.kept.emplace(rule, std::move(bucket.findings));
  }
  kept_.clear();
  found.left_out = std::move(left_out_);
  left_out_.clear();
  return found;
}

void FindingCollector::resume(CollectedFindings found) {
  end_record();
  for (Finding& finding : found.of_figures) add(std::move(finding));
  for (auto& [rule, findings] : found.kept) {
    for (Finding& finding : findings) keep(std::move(finding));
  }
  for (const auto& [chain, left] : found.left_out) {
    merge(left, true, left_out_[chain]);
  }
}

FindingList FindingCollector::take(std::string_view format, int year,
                                   const UnfilledTables& unfilled) {
  end_record();
  end_cells();
  FindingList all = std::move(of_figures_);
  for (auto& [rule, bucket] : kept_) {
    shrink(bucket);
    std::ranges::move(bucket.findings, std::back_inserter(all.all()));
  }
  kept_.clear();
  settle(all, rules_, format, year);
  put_in_order(all, rules_);
  fold_follow_ons(all.all(), rules_, unfilled);
  FindingList list;
  std::map<std::string, std::size_t> shown;
  for (Finding& finding : all.all()) {
    std::size_t& count = shown[finding.rule];
    if (limit_ > 0 && count == limit_) {
      leave_out(finding);
      continue;
    }
    ++count;
    list.add(std::move(finding));
  }
  list.left_out() = left_out(format, year);
  return list;
}

std::vector<RuleTotal> totals_of(const FindingList& findings,
                                 const RuleCatalogue& rules) {
  std::map<FindingList::Key, RuleTotal> totals;
  const auto total_of = [&](const FindingList::Key& key) -> RuleTotal& {
    RuleTotal& total = totals[key];
    total.rule = key.first;
    total.severity = key.second;
    return total;
  };
  for (const Finding& finding : findings.all()) {
    for_each_folded(finding, rules, [&](const Finding& one, bool counts) {
      RuleTotal& total = total_of({one.rule, severity_of(one, rules)});
      if (counts) {
        ++total.count;
        ++total.shown;
      } else {
        ++total.folded;
      }
    });
  }
  for (const auto& [key, left] : findings.left_out()) {
    RuleTotal& total = total_of(key);
    total.count += left.count;
    total.folded += left.folded;
  }
  std::vector<RuleTotal> list;
  for (auto& [key, total] : totals) list.push_back(std::move(total));
  return list;
}

}  // namespace gov_report
