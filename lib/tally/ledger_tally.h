// ledger_tally.h - records of one ledger → the cells that count them.
//
//   rules   which records a cell counts stands in the schema (`where:`);
//           counting rules of the statute: 30号 and 60号 一(三), 条例 §50
//   memory  one sum per cell, whatever the number of records

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/matches.h"
#include "ledger/profiles.h"
#include "schema/report_format.h"
#include "tally/flows.h"
#include "tally/table.h"

namespace gov_report {

/// The stock at the end of the year before, by the cell that prints it;
/// nullopt if nobody says.
using OpeningStock = std::function<std::optional<Decimal>(CellIndex)>;

/// What one record adds to the sum behind a cell, in the unit of the cell.
struct Contribution {
  CellIndex cell = 0;
  bool before_year = false;  ///< a flow of the years before
  Decimal amount;            ///< with its sign
};

inline constexpr std::string_view kBeforeYear = "@before";

class LedgerTally {
 public:
  LedgerTally(const ReportFormat& report, LedgerIndex ledger, ReportYear year);

  /// Tells `profiles` what add() will ask.
  void ask(Profiles& profiles) const;

  void add(const Record& record, Profiles::Id profile = Profiles::kNone);

  /// Adds what another tally of the same ledger and year has counted.
  void absorb(const LedgerTally& other);

  /// Every sum by name: the id of its cell, with kBeforeYear behind it for
  /// the flows of the years before.
  std::map<std::string, Decimal> named_sums() const;
  /// Adds such sums. False if there is one that this tally does not have.
  bool add_sums(const std::map<std::string, Decimal>& sums);

  /// The cells that count `record` in this year, flows of stocks included.
  std::vector<CellIndex> cells_of(const Record& record) const;

  /// What `record` adds to each cell, into `found`. Whether a flow of a stock
  /// is part of the printed figure, FigureParts says.
  void contributions(const Record& record,
                     std::vector<Contribution>& found) const;

  /// Writes the figures into `table`. Stocks without opening start from the
  /// earlier records of the ledger; their cells are returned.
  std::vector<CellIndex> fill(Table& table, const OpeningStock& opening) const;

 private:
  /// A sum over the records that reach it; a stock has two, for the flows of
  /// the year and of the years before.
  struct Slot {
    CellIndex cell = 0;
    bool before_year = false;
    Measure measure;
    Decimal sum;
  };
  struct Target {
    std::size_t slot = 0;
    int sign = 1;
  };
  /// Cells with equal leading conditions share the path to them.
  struct Node {
    Condition condition;
    std::vector<Node> children;
    std::vector<Target> targets;
    /// The children that ask for a class, by field and class, so that the one
    /// of a record is found at once; and the other children.
    std::map<FieldIndex, std::vector<std::vector<std::size_t>>> by_class;
    std::vector<std::size_t> others;
  };

  /// Where the records of one profile are counted.
  struct Path {
    bool known = false;
    Count records = 0;
    std::vector<Target> counted;   ///< each record adds 1
    std::vector<Target> measured;  ///< each adds the value of a field
  };

  void find_path(const Record& record, Path& path) const;
  void add_to(const Target& target, const Record& record);
  /// By slot, records counted by profile included.
  std::vector<Decimal> sums() const;
  std::string name_of(const Slot& slot) const;
  std::size_t add_slot(CellIndex cell, bool before_year);
  void insert(const Where& where, Target target);
  static void add_child(Node& node, const Condition& condition);
  template <typename Visit>
  void visit(const Node& node, const Record& record, const Visit& each) const;

  const ReportFormat& report_;
  LedgerIndex ledger_;
  ReportYear year_;
  Node root_;
  std::vector<Slot> slots_;
  std::vector<Path> paths_;  // by profile
};

}  // namespace gov_report
