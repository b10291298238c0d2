// read_back.h - tables of finished files, read the way their users' programs
// do: as HTML tables, as pandoc's tree, as cells of a spreadsheet.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "system/statutory_grid.h"

namespace gov_report::test {

/// Tables of an HTML page or of a Markdown file, in their order.
std::vector<Grid> html_tables(std::string_view html);

/// Tables of a pandoc tree (`pandoc -t json`), in their order.
std::vector<Grid> pandoc_tables(std::string_view json);

/// Where a sheet as CSV differs from a grid that stands under its title; the
/// places that a merged cell covers must be empty.
std::string sheet_differences(std::string_view csv, const Grid& expected);

/// LibreOffice with a profile of its own that recalculates every formula.
class Office {
 public:
  explicit Office(std::filesystem::path folder);

  /// Converts `files` in one run; false if it could not.
  bool convert(const std::vector<std::filesystem::path>& files,
               const std::string& to, const std::filesystem::path& target);

 private:
  std::filesystem::path folder_;
};

/// What `Office::convert` takes for CSV files of every sheet.
extern const char* const kEverySheet;

/// Parts of a zip file by name.
std::map<std::string, std::string> zip_parts(const std::filesystem::path& file);

/// A zip file of the parts, not compressed.
void write_zip(const std::filesystem::path& file,
               const std::map<std::string, std::string>& parts);

/// A copy of a workbook whose formulas have a wrong value stored, so that the
/// right one can only come from calculating. Returns how many there are.
int forget_values(const std::filesystem::path& workbook,
                  const std::filesystem::path& copy);

}  // namespace gov_report::test
