// merge_parts.h - `gov-report merge`: the parts of a year in the place of its
// ledgers.
//
//   memory  one part at a time; 12 bytes for each value that must not come
//           twice; findings up to their limit. Merging into a part again
//           (merged_part()) holds the rows of all of them as text.
//   errors  nullopt after findings part-invalid, parts-differ,
//           file-in-two-parts; which ones, and their words, do not depend on
//           the order of the parts

#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pipeline/ledgers.h"
#include "pipeline/part.h"
#include "pipeline/year.h"

namespace gov_report {

/// All parts as one.
std::optional<Part> merged_part(const std::vector<std::filesystem::path>& paths,
                                const RuleCatalogue& rules,
                                const FindingSink& sink);

class MergedParts {
 public:
  static std::optional<MergedParts> read_all(
      const std::vector<std::filesystem::path>& paths,
      const RuleCatalogue& rules, const FindingSink& sink);

  const Part& part() const { return part_; }
  /// What to check: year, form, day and limit of the parts. `request` gives
  /// the workspace. False after a finding parts-differ if that has another
  /// configuration or law than the parts were made with.
  bool complete(YearRequest& request, const DataFiles& data,
                const RuleCatalogue& rules, const std::string& program,
                const FindingSink& sink);

  // For load_year() and check_year().
  LedgerFiles files(const std::vector<LedgerFormat>& ledgers) const;
  /// Whether the workspace has all of them, and they can be read as they were.
  bool files_at_hand() const;
  LedgerResult read(LedgerIndex ledger, const LedgerPass& pass);
  CollectedFindings take_findings() { return std::move(part_.findings); }
  void add_carried(CarriedCaseSums& sums) const;
  WaivingSeen take_waived() { return std::move(part_.waived); }

 private:
  std::set<std::string> encodings() const;
  bool find_repeated(LedgerIndex ledger, const LedgerPass& pass);
  void count_applications(const std::string& ledger, TariffRules& tariff);

  std::vector<std::filesystem::path> paths_;
  std::filesystem::path workspace_;
  Part part_;  // without rows
  /// By ledger, hashes of values that came more than once.
  std::map<std::string, std::vector<std::uint64_t>> repeated_;
};

}  // namespace gov_report
