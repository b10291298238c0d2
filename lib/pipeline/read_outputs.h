// read_outputs.h - the figures of files that `build` wrote, read back from each
// of the five formats.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "import/cell_grid.h"
#include "schema/report_format.h"

namespace gov_report {

struct OutputFigures {
  std::string file;  ///< name in its folder
  /// By cell; numbers in plain decimals, any other text as it stands. Empty
  /// for a blank cell.
  std::map<std::string, std::string> figures;
  std::vector<std::string> misfits;  ///< tables of another shape than the form
  ReadFault fault;                   ///< why it could not be read
};

/// REQUIRES: the name ends as one of output_formats().
OutputFigures read_output(const std::filesystem::path& folder,
                          const std::string& name, const ReportFormat& format);

/// "3.50" and "３.5" are 3.5.
std::string plain_figure(std::string_view text);

}  // namespace gov_report
