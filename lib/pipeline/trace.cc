#include "pipeline/trace.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "check/table_rules.h"
#include "pipeline/finding_collector.h"
#include "pipeline/tracer.h"

namespace gov_report {
namespace {

/// Sums by cell, of all entries.
class Adder {
 public:
  void add(const TraceEntry& entry) {
    total_ += entry.adds;
    if (entry.kind == TraceEntry::Kind::record) ++records_;
    TracePart& part = parts_[entry.cell];
    ++part.entries;
    part.value += entry.adds;
  }

  Decimal total() const { return total_; }

  void into(TraceFigure& figure, const ReportFormat& form,
            Language language) const {
    figure.records = records_;
    const bool is_itself =
        parts_.size() == 1 && parts_.begin()->first == figure.cell;
    if (is_itself) return;
    // In the order of the form; figures of last year stand in no form.
    std::vector<std::pair<std::size_t, std::string>> order;
    for (const auto& [cell, part] : parts_) {
      order.emplace_back(form.cell(cell).value_or(form.cells.size()), cell);
    }
    std::ranges::sort(order);
    for (const auto& [index, cell] : order) {
      TracePart part = parts_.at(cell);
      part.cell = cell;
      if (index < form.cells.size()) {
        const Text label = cell_label(form.cells[index]);
        part.label = language == Language::zh ? label.zh : label.en;
      }
      figure.parts.push_back(std::move(part));
    }
  }

 private:
  Decimal total_;
  std::uint64_t records_ = 0;
  std::map<std::string, TracePart> parts_;
};

bool stops(const CheckResult& check, const RuleCatalogue& rules) {
  return check.year == nullptr ||
         std::ranges::any_of(check.findings.all(), [&](const Finding& finding) {
           return rules.stops(finding.rule);
         });
}

}  // namespace

TraceResult trace_figure(const TraceRequest& request, const DataFiles& data,
                         const RuleCatalogue& rules, const Messages& messages,
                         TraceWriter& writer) {
  TraceResult result;
  CheckResult& check = result.check;
  FindingCollector collector(rules, kFindingLimit);
  check.year = load_year(request.year, data, rules, [&](Finding finding) {
    collector.add(std::move(finding));
  });
  check.findings =
      collector.take(check.year == nullptr ? "" : check.year->schema.report.id,
                     request.year.year, {});
  check.stopped = stops(check, rules);
  if (check.stopped) {
    result.outcome = TraceResult::Outcome::stopped;
    return result;
  }
  Tracer tracer(request.year.workspace, *check.year, rules, messages);
  if (!tracer.find(request.cell)) {
    result.outcome = TraceResult::Outcome::unknown_cell;
    result.nearest = nearest(request.cell, tracer.names()).value_or("");
    return result;
  }
  Adder proof;
  tracer.entries([&](const TraceEntry& entry) {
    proof.add(entry);
    writer.measure(entry);
  });
  proof.into(tracer.figure(), check.year->schema.report, messages.language());
  result.figure = tracer.figure();
  result.found = proof.total();
  if (result.figure.value && *result.figure.value != result.found) {
    result.outcome = TraceResult::Outcome::not_proven;
    return result;
  }
  Adder printed;
  writer.begin(result.figure);
  tracer.entries([&](const TraceEntry& entry) {
    printed.add(entry);
    writer.entry(entry);
  });
  writer.end(result.figure);
  result.found = printed.total();
  if (result.figure.value && *result.figure.value != result.found) {
    result.outcome = TraceResult::Outcome::not_proven;
  }
  return result;
}

}  // namespace gov_report
