// report_format.h - one report format as the statute fixes it, loaded from
// schemas/reports/*.yaml (the language: schemas/README.md).
//
//   source  every table, sum and constraint carries its citation

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/finding.h"
#include "schema/constraint.h"
#include "schema/table_format.h"

namespace gov_report {

struct SectionFormat {
  enum class Content { narrative, table };
  std::string id;
  std::string heading;
  std::vector<std::string> accepted;  ///< other headings of the same section
  /// One that has its number and one of these means it, though it is wrong.
  std::vector<std::string> meant_by;
  Content content = Content::narrative;
  bool required = false;             ///< narrative without default wording
  std::optional<std::size_t> table;  ///< index in ReportFormat::tables
  std::string citation;
};

struct ReportFormat {
  std::string id;
  int from_year = 0;
  int to_year = 9999;  ///< 9999: open
  Text label;
  std::string citation;
  std::string legal_basis;  ///< what the report rests on, in words
  /// schemas/texts.yaml and claims.yaml are about the texts of this form.
  bool checked_wording = false;
  std::string title;                  ///< with {agency} and {year}
  std::vector<std::string> preamble;  ///< paragraphs with {…}
  std::string file;                   ///< this format, as messages name it
  std::vector<Position> preamble_at;  ///< of its paragraphs in that file
  std::vector<SectionFormat> sections;
  std::vector<TableFormat> tables;
  std::vector<CellFormat> cells;  ///< printed, group and memo cells
  std::vector<Constraint> constraints;
  std::unordered_map<std::string, CellIndex> by_id;

  /// nullopt if the format has no such figure.
  std::optional<CellIndex> cell(std::string_view id) const;
};

}  // namespace gov_report
