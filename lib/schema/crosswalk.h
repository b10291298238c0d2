// crosswalk.h - which figures of one report form go on in another, from
// schemas/crosswalks/*.yaml (the language: schemas/README.md).
//
//   findings  schema-error: an id that no cell has, a printed cell of either
//             form that stands nowhere or twice

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/data_files.h"
#include "schema/report_format.h"

namespace gov_report {

struct CellLink {
  enum class Relation {
    same,     ///< the same meaning, perhaps under another id
    split,    ///< the old cell compares with the sum of the new ones
    dropped,  ///< there is no new cell
    created,  ///< there was no old cell
  };
  Relation relation = Relation::same;
  std::string from;             ///< empty for a new cell
  std::vector<std::string> to;  ///< none for a dropped one
  Text reason;                  ///< may be empty for the same meaning
};

struct Crosswalk {
  std::string from;
  std::string to;
  std::vector<CellLink> links;
};

/// nullopt if there is none for these forms, or after a finding.
std::optional<Crosswalk> load_crosswalk(const DataFiles& files,
                                        const ReportFormat& from,
                                        const ReportFormat& to,
                                        const FindingSink& sink);

}  // namespace gov_report
