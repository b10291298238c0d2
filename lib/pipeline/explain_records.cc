#include "pipeline/explain_records.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "check/record_suspects.h"
#include "pipeline/records.h"

namespace gov_report {
namespace {

constexpr std::string_view kTwoSources = "cell-differs-from-ledger";

/// A finding about a figure that records count.
struct Gap {
  std::size_t finding = 0;
  CellIndex cell = 0;
  bool too_small = false;
  std::set<CellIndex> leaves;  ///< cells that records count, without sums
  std::set<LedgerIndex> ledgers;
  Decimal difference;
  /// Another class is short of as much: the field that tells them apart, and
  /// the finding over the other class.
  std::optional<FieldIndex> class_field;
  std::optional<std::size_t> counterpart;
};

std::optional<Decimal> argument(const Finding& finding, std::string_view name) {
  for (const Argument& one : finding.arguments) {
    if (one.name == name) return Decimal::parse(one.value.en);
  }
  return std::nullopt;
}

class GapFinder {
 public:
  explicit GapFinder(const Year& year)
      : year_(year), report_(year.schema.report) {}

  std::optional<Gap> gap_of(const Finding& finding) const {
    const auto cell = report_.cell(finding.cell);
    const auto left = argument(finding, "left_value");
    const auto right = argument(finding, "right_value");
    if (!cell || !left || !right || *left == *right) return std::nullopt;
    Gap gap;
    gap.cell = *cell;
    gap.difference = *left < *right ? *right - *left : *left - *right;
    if (finding.rule == kTwoSources) {
      gap.too_small = *left > *right;  // typed in, counted
    } else {
      const auto is_left = stands_left(finding);
      if (!is_left || !is_counted(*cell)) return std::nullopt;
      gap.too_small = *is_left == (*left < *right);
    }
    add_leaves(*cell, gap);
    if (gap.leaves.empty()) return std::nullopt;
    return gap;
  }

 private:
  /// Whether the figure stands on the left of a constraint that compares it
  /// with last year's, and that is no mere remark.
  std::optional<bool> stands_left(const Finding& finding) const {
    if (finding.severity == Severity::info) return std::nullopt;
    for (const Constraint& one : report_.constraints) {
      if (one.rule != finding.rule || !one.uses_last_year()) continue;
      if (one.condition) continue;
      for (const auto* side : {&one.holds.left, &one.holds.right}) {
        for (const Term& term : side->terms) {
          if (!term.last_year && report_.cells[term.cell].id == finding.cell) {
            return side == &one.holds.left;
          }
        }
      }
    }
    return std::nullopt;
  }

  bool is_counted(CellIndex cell) const {
    for (std::size_t t = 0; t < report_.tables.size(); ++t) {
      const TableFormat& table = report_.tables[t];
      if (table.first > cell || cell >= table.last) continue;
      const Origin origin = year_.table.origins[t];
      return origin == Origin::records || origin == Origin::faulty_records;
    }
    return false;
  }

  void add_leaves(CellIndex cell, Gap& gap) const {
    const CellFormat& format = report_.cells[cell];
    for (const CellIndex part : format.parts) add_leaves(part, gap);
    // A stock follows from last year's: its records are in the flows.
    if (!format.source || format.source->stock) return;
    gap.leaves.insert(cell);
    gap.ledgers.insert(format.source->ledger);
  }

  const Year& year_;
  const ReportFormat& report_;
};

/// The field by which two sets of conditions tell classes apart, if they
/// differ in nothing else.
std::optional<FieldIndex> class_between(const Where& a, const Where& b) {
  std::optional<FieldIndex> field;
  if (a.size() != b.size()) return std::nullopt;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].field != b[i].field || a[i].test != b[i].test) return std::nullopt;
    if (a[i].values == b[i].values) continue;
    if (field) return std::nullopt;
    field = a[i].field;
  }
  return field;
}

/// Two classes of which one has as many too many as the other too few.
void pair_classes(const ReportFormat& report,
                  const std::vector<Finding>& findings,
                  std::vector<Gap>& gaps) {
  const auto where = [&](const Gap& gap) -> const Where& {
    return report.cells[gap.cell].source->where;
  };
  for (Gap& more : gaps) {
    for (const Gap& less : gaps) {
      if (more.too_small || !less.too_small ||
          more.difference != less.difference ||
          !more.leaves.contains(more.cell) ||
          !less.leaves.contains(less.cell) ||
          findings[more.finding].rule != findings[less.finding].rule) {
        continue;
      }
      more.class_field = class_between(where(more), where(less));
      if (more.class_field) more.counterpart = less.finding;
      if (more.class_field) break;
    }
  }
}

/// What follows: the parts of a total that differ as it does, and the class
/// that is short of what another has too many.
std::map<std::size_t, std::size_t> followers(
    const std::vector<Gap>& gaps, const std::vector<Finding>& findings) {
  std::map<std::size_t, std::size_t> leads;
  for (const Gap& part : gaps) {
    for (const Gap& total : gaps) {
      if (findings[part.finding].rule == findings[total.finding].rule &&
          part.too_small == total.too_small && part.cell != total.cell &&
          total.leaves.contains(part.cell)) {
        leads.emplace(part.finding, total.finding);
      }
    }
  }
  for (const Gap& gap : gaps) {
    if (!gap.counterpart || leads.contains(gap.finding)) continue;
    leads.emplace(*gap.counterpart, gap.finding);
  }
  return leads;
}

void fold(const std::map<std::size_t, std::size_t>& leads,
          std::vector<Finding>& findings) {
  for (const auto& [follower, lead] : leads) {
    findings[follower].candidates.clear();
    findings[lead].consequences.push_back(std::move(findings[follower]));
  }
  std::size_t at = 0;
  std::erase_if(findings, [&](const Finding&) { return leads.contains(at++); });
}

/// Puts the records of one ledger to the findings.
void explain_by(LedgerIndex ledger, const Year& year,
                const std::vector<Gap>& gaps, std::vector<Finding>& findings) {
  const ReportYear bounds =
      make_report_year(year.table.year, year.config.agency);
  std::vector<std::pair<std::size_t, RecordSuspects>> open;
  for (const Gap& gap : gaps) {
    std::vector<Where> counted;
    for (const CellIndex leaf : gap.leaves) {
      const CellSource& source = *year.schema.report.cells[leaf].source;
      if (source.ledger == ledger) counted.push_back(source.where);
    }
    open.emplace_back(gap.finding,
                      RecordSuspects(std::move(counted), gap.too_small, bounds,
                                     gap.class_field));
  }
  const RecordVisitor check = [&](const Record& record,
                                  const RecordReader& reader) {
    for (auto& [finding, suspects] : open) suspects.check(record, reader);
  };
  read_records(year, ledger, check, [](const Finding&) {});
  for (const auto& [index, suspects] : open) {
    Finding& finding = findings[index];
    for (Finding& one : suspects.candidates(finding.rule)) {
      finding.candidates.push_back(std::move(one));
    }
  }
}

/// Whether each record of the gap's cells counts one.
bool counts_records(const ReportFormat& report, const Gap& gap) {
  return std::ranges::none_of(gap.leaves, [&](CellIndex leaf) {
    return report.cells[leaf].source->measure.field.has_value();
  });
}

/// One record alone is no suggestion where more than one are missing.
void add_rest(const ReportFormat& report, const Gap& gap, Finding& finding) {
  if (finding.candidates.size() != 1 || !counts_records(report, gap) ||
      gap.difference == Decimal(1)) {
    return;
  }
  Finding rest;
  rest.rule = finding.rule;
  rest.variant = "record-rest";
  rest.arguments = {{"count", (gap.difference - Decimal(1)).text()}};
  finding.candidates.push_back(std::move(rest));
}

}  // namespace

void explain_records(const Year& year, FindingList& findings) {
  const GapFinder finder(year);
  std::vector<Gap> gaps;
  for (std::size_t i = 0; i < findings.all().size(); ++i) {
    if (!findings.all()[i].candidates.empty()) continue;
    auto gap = finder.gap_of(findings.all()[i]);
    if (!gap) continue;
    gap->finding = i;
    gaps.push_back(std::move(*gap));
  }
  if (gaps.empty()) return;
  pair_classes(year.schema.report, findings.all(), gaps);
  std::set<LedgerIndex> ledgers;
  for (const Gap& gap : gaps) {
    ledgers.insert(gap.ledgers.begin(), gap.ledgers.end());
  }
  if (!year.files_at_hand) ledgers.clear();
  for (const LedgerIndex ledger : ledgers) {
    explain_by(ledger, year, gaps, findings.all());
  }
  for (const Gap& gap : gaps) {
    add_rest(year.schema.report, gap, findings.all()[gap.finding]);
  }
  fold(followers(gaps, findings.all()), findings.all());
}

}  // namespace gov_report
