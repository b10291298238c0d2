// marked_workbook.h - tables of texts with marked values and remarks, for
// staff to go through in Excel, WPS or LibreOffice.
//
//   out     a first sheet with lists, then one sheet for each table: the
//           header frozen, a filter on every column, remarks in the first
//           column, marked values coloured
//   text    every value is written as text: "007", "=1+1" and dates stay what
//           they are. A text over 32767 characters is cut
//   limits  rows and columns that a sheet cannot hold are counted, not written
//   memory  does not grow with the rows
//   bytes   depend on what is written alone
//   errors  std::system_error with the path if the file cannot be written

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace gov_report {

inline constexpr std::uint64_t kSheetRows = 1048575;  ///< without the header
inline constexpr std::size_t kSheetColumns = 16384;

struct MarkedCell {
  std::string_view text;
  std::optional<Severity> mark;
  bool runs_over = false;  ///< may run over its neighbours; widens no column
};

/// A line of the first sheet.
struct SummaryRow {
  enum class Kind { title, text, heading, entry };
  Kind kind = Kind::text;
  std::vector<std::string> texts;  ///< from the first column on
  std::optional<Severity> mark;
};

class MarkedWorkbook {
 public:
  /// `summary` is the name of the first sheet. `most_rows` is for tests.
  MarkedWorkbook(const std::filesystem::path& path, const std::string& summary,
                 std::uint64_t most_rows = kSheetRows);
  ~MarkedWorkbook();
  MarkedWorkbook(const MarkedWorkbook&) = delete;
  MarkedWorkbook& operator=(const MarkedWorkbook&) = delete;

  /// A new sheet; the first column is that of the remarks. A name that is
  /// taken, too long or has marks a sheet's name cannot have is changed.
  /// Returns the name.
  std::string begin_sheet(const std::string& name,
                          const std::vector<std::string>& columns);
  /// A row of the last sheet. False if the sheet is full.
  bool add_row(const std::string& remarks, std::optional<Severity> worst,
               std::span<const MarkedCell> cells);
  /// The lines of the first sheet, once.
  void summarise(const std::vector<SummaryRow>& rows);
  void close();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gov_report
