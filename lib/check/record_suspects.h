// record_suspects.h - which records of a ledger could account for a figure that
// is too small or too large, the likeliest first.
//
//   in      every record of the ledger, in any order
//   out     records that are nearly counted, or counted by a hair
//   memory  a few candidates, and the number of the others

#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ledger/matches.h"
#include "ledger/record_reader.h"
#include "schema/report_format.h"

namespace gov_report {

class RecordSuspects {
 public:
  /// `counted` are the conditions of the cells that the figure adds up;
  /// `too_small`: records are missing from it, else it has too many.
  /// `class_field`: a figure of another class is too small by as much, so that
  /// any record counted may be one that changed its class.
  RecordSuspects(std::vector<Where> counted, bool too_small,
                 const ReportYear& year,
                 std::optional<FieldIndex> class_field = {});

  void check(const Record& record, const RecordReader& reader);

  /// Candidates for a finding of `rule`, at most five and the number of the
  /// rest. Variants record-…, shared by all rules: unreadable, empty, faulty,
  /// other-year, another-body, other-class, year-turn {record, field, value};
  /// more {count}.
  std::vector<Finding> candidates(const std::string& rule) const;

 private:
  enum class Reason {
    unreadable,    ///< a value that nobody understood
    empty,         ///< a value that is not there
    faulty,        ///< the row has another finding
    other_year,    ///< its number names another year than its date
    another_body,  ///< it is kept for another body
    other_class,   ///< it may have been of another class
    year_turn,     ///< a date within a month of the turn of the year
  };
  struct Suspect {
    Reason reason = Reason::faulty;
    int days = 0;  ///< from the turn of the year
    FieldIndex field = 0;
  };

  /// Why a record that is not counted by `where` might have to be.
  std::optional<Suspect> nearly_counted(const Where& where,
                                        const Record& record) const;
  /// Why a record that is counted might not have to be.
  std::optional<Suspect> hardly_counted(const Where& where,
                                        const Record& record) const;
  std::optional<Suspect> near_turn(const Condition& condition,
                                   const Record& record) const;
  static bool names_other_year(const Condition& condition,
                               const Record& record);
  void add(const Suspect& suspect, const Record& record,
           const RecordReader& reader);

  std::vector<Where> counted_;
  bool too_small_;
  const ReportYear& year_;
  std::optional<FieldIndex> class_field_;
  std::multimap<std::pair<Reason, int>, Finding> best_;
  std::size_t others_ = 0;
};

}  // namespace gov_report
