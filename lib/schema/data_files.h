// data_files.h - where schemas and templates come from: compiled into the
// program, or a folder given with --data that stands in for all of them.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gov_report {

class DataFiles {
 public:
  /// Compiled-in data.
  DataFiles() = default;
  /// `folder` holds schemas/ and report-templates/.
  explicit DataFiles(std::filesystem::path folder)
      : folder_(std::move(folder)) {}

  /// The bytes of "schemas/rules.yaml"; nullopt if there is no such file.
  /// A file that the folder lacks is taken from the compiled-in data.
  std::optional<std::string> read(std::string_view path) const;

  /// The file of the folder that stands in for `path`; nullopt if there is
  /// none. For programs that want a file of their own.
  std::optional<std::filesystem::path> override_of(std::string_view path) const;

  /// Paths of the files under "schemas/reports", sorted by name.
  std::vector<std::string> list(std::string_view folder) const;

  /// How messages name the file: the path, in the folder if that has it.
  std::string shown_name(std::string_view path) const;

 private:
  std::optional<std::filesystem::path> folder_;
};

}  // namespace gov_report
