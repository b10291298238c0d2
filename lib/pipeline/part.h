// part.h - what one part of a year's ledgers comes to, in a form that can be
// put together with other parts: in any order, in any groups, the result is
// the same.
//
//   in      ledger files, each in one part only
//   out     sums, findings, and of each record what all parts must be seen for
//   memory  the values of unique fields as text, and otherwise nothing that
//           grows with the records

#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "check/coverage.h"
#include "check/last_year_sets.h"
#include "check/tariff.h"
#include "check/waivers.h"
#include "pipeline/finding_collector.h"

namespace gov_report {

/// In which order a workspace reads the files of a ledger: those of ledgers/
/// before those of the folders of years.
using FileOrder =
    std::tuple<std::size_t, std::string, std::size_t, std::string>;
FileOrder file_order(const std::string& name);
/// By file_order(), then by position.
bool stands_before(const Place& a, const Place& b);

struct PartFile {
  std::string name;  ///< as findings call it
  std::string ledger;
  std::string sha256;
  std::uint64_t bytes = 0;
  bool complete = false;         ///< it could be read
  bool faulty = false;           ///< some rows have errors
  std::set<std::string> fields;  ///< ids of those that have a column
  bool has_columns = false;      ///< its columns are known
  /// Records, rows rejected, and which rules ran.
  Coverage coverage;
  /// Lines of pipeline/part_rows.h, by group. Empty where a reader hands them
  /// out one by one.
  std::map<std::string, std::string> values;
  std::string applications;
};

/// Of all files of a ledger.
struct PartLedger {
  std::map<std::string, Decimal> sums;  ///< LedgerTally::named_sums()
  CarriedCasesSeen cases;
  DocumentsSeen documents;
  PieceCharges charges;
};

struct Part {
  /// What two parts must agree in, by name: program, year, form, agency,
  /// dates, limit, and the hashes of the files that shaped it.
  std::map<std::string, std::string> setting;
  std::vector<PartFile> files;  ///< in file_order()
  std::map<std::string, PartLedger> ledgers;
  std::set<int> calendars_missing;
  /// Names that may stand in the texts; absent: no such ledger was read.
  std::optional<std::set<std::string>> names;
  bool names_complete = true;
  CollectedFindings findings;
  WaivingSeen waived;
};

/// Adds `other`, which has the same setting and other files. Findings above
/// the limit of the setting are counted and dropped.
void absorb(Part& part, Part other, const RuleCatalogue& rules);

/// Puts everything in the one order that does not depend on how it came
/// together.
void normalise(Part& part);

/// Names in Part::setting.
inline constexpr const char* kPartYear = "year";
inline constexpr const char* kPartForm = "form";
inline constexpr const char* kPartAgency = "agency";
inline constexpr const char* kPartProgram = "program";
inline constexpr const char* kPartAsOf = "as_of";  ///< empty: the usual day
inline constexpr const char* kPartHorizon = "horizon";
inline constexpr const char* kPartLimit = "limit";
inline constexpr const char* kPartWaivers = "waivers.yaml";

std::size_t limit_of(const Part& part);

}  // namespace gov_report
