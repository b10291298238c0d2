// tracer.h - finds what a figure of a loaded year is made of: the places where
// figures stand, and the records of its ledgers.

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/trace.h"
#include "pipeline/records.h"
#include "schema/messages.h"
#include "tally/ledger_tally.h"

namespace gov_report {

/// How many rows that could not be counted are named.
inline constexpr std::size_t kNamedMisses = 200;

class Tracer {
 public:
  using EntrySink = std::function<void(const TraceEntry&)>;

  Tracer(std::filesystem::path workspace, const Year& year,
         const RuleCatalogue& rules, const Messages& messages);

  /// A cell id, `last.` before one of last year's report, or the label of a
  /// figure where only one has it. False if there is no such figure.
  bool find(const std::string& id);

  /// Hands out everything that adds to the figure. The first time, rows that
  /// could not be counted are noted too.
  void entries(const EntrySink& each);

  TraceFigure& figure() { return figure_; }

  /// Of what adds to it, the entries that are no records.
  const std::vector<TraceEntry>& figures() const { return fixed_; }

  /// The names of everything that can be traced, for offering the nearest.
  std::vector<std::string> names() const;

 private:
  /// A cell that records count, and what of it the figure shows.
  struct Leaf {
    int times = 0;
    FigureParts parts;
    std::vector<Flow> flows;
  };

  const std::string& in(const Text& text) const;
  std::optional<CellIndex> by_label(const std::string& text) const;
  bool find_last(const std::string& id);
  const Cell* typed(CellIndex index) const;
  void add_leaves(CellIndex index, int times);
  void add_counted(CellIndex index, int times);
  void add_opening(CellIndex index, const KnownOpening& opening);
  void add_sealed(const std::string& id, TraceEntry::Part part,
                  const std::string& cell);
  void add_fixed(TraceEntry::Kind kind, TraceEntry::Part part,
                 const Place& place, const std::string& cell, Decimal adds);
  void note_fields();
  void record_entries(LedgerIndex ledger, const EntrySink& each);
  std::string absent_column(const CellFormat& format) const;
  bool counts(const Contribution& one) const;
  bool without_amount(CellIndex index, const Record& record) const;
  TraceEntry::Part part_of(const Contribution& one) const;
  void describe_record(LedgerIndex ledger, const Record& record,
                       const RecordReader& reader, TraceEntry& entry) const;
  void note_miss(LedgerIndex ledger, const Record& record,
                 const RecordReader& reader);
  std::optional<FieldIndex> undecided(CellIndex index, const Leaf& leaf,
                                      const Record& record) const;
  std::string reason_of(const Record& record, FieldIndex field) const;
  void note_rejected(const Finding& finding);
  void add_miss(TraceMiss miss);

  std::filesystem::path workspace_;
  const Year& year_;
  const ReportFormat& form_;
  ReportYear bounds_;
  const RuleCatalogue& rules_;
  const Messages& messages_;
  TraceFigure figure_;
  std::map<CellIndex, Leaf> leaves_;
  std::set<LedgerIndex> ledgers_;
  std::vector<std::pair<LedgerIndex, FieldIndex>> shown_;
  std::vector<TraceEntry> fixed_;  // that are no records
  bool looked_ = false;            // for rows that could not be counted
};

}  // namespace gov_report
