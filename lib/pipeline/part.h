// part.h - what one part of a year's ledgers comes to, in a form that can be
// put together with other parts: in any order, in any groups, the result is
// the same.
//
//   in      ledger files, each in one part only
//   out     sums, findings, and of each record what all parts must be seen for
//   memory  the values of unique fields as text, and otherwise nothing that
//           grows with the records

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "check/coverage.h"
#include "check/last_year_sets.h"
#include "check/tariff.h"
#include "check/waivers.h"
#include "pipeline/carry_over.h"
#include "pipeline/finding_collector.h"

namespace gov_report {

/// A file, or one sheet of a workbook.
struct PartFile {
  std::string name;   ///< as findings call it, with "#" and the sheet
  std::string sheet;  ///< of a workbook; empty: the only one, or no workbook
  std::string ledger;
  /// Numbers of the ledger, of the entry in gov-report.yaml that names the
  /// file (0: none does) and of the sheet.
  std::array<std::uint64_t, 3> order{};
  std::string encoding;  ///< that it was said to be in; empty: found out
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

  std::string whole_name() const;  ///< without the sheet
};

/// In which order a workspace reads files: by ledger, as gov-report.yaml names
/// them or those of ledgers/ before those of the folders of years, by sheet.
class ReadingOrder {
 public:
  explicit ReadingOrder(const std::vector<PartFile>& files);

  static bool is_before(const PartFile& a, const PartFile& b);
  bool is_before(const Place& a, const Place& b) const;

 private:
  std::size_t rank_of(const std::string& file) const;

  std::map<std::string, std::size_t> ranks_;
};

/// Of all files of a ledger.
struct PartLedger {
  std::map<std::string, Decimal> sums;  ///< LedgerTally::named_sums()
  CarriedCasesSeen cases;
  DocumentsSeen documents;
  PieceCharges charges;
  CellChanges carried;  ///< what findings over carried cases add to cells
};

struct Part {
  /// What two parts must agree in, by name: program, year, form, agency,
  /// dates, limit, and the hashes of the files that shaped it.
  std::map<std::string, std::string> setting;
  std::vector<PartFile> files;  ///< as they are read
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
