// delivered.h - a folder of outputs as its manifest.json describes it.

#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/finding.h"
#include "source/encoding.h"
#include "workspace/workspace.h"

namespace gov_report {

inline constexpr std::string_view kManifestName = "manifest.json";

using FileHashes = std::map<std::string, std::string>;  ///< file → SHA-256

struct Manifest {
  std::string format;
  int year = 0;
  std::string agency;
  bool draft = false;
  std::optional<Date> as_of;         ///< absent: that of the year
  std::optional<Encoding> encoding;  ///< that CSV and TSV were said to be in
  FileHashes inputs;
  FileHashes outputs;
};

/// nullopt after a finding of rule manifest-unreadable {file}, variants missing
/// and shape {value}.
std::optional<Manifest> read_manifest(const std::filesystem::path& folder,
                                      const FindingSink& sink);

/// The hashes of files that can be read; others are left out.
FileHashes hashes_of(const std::vector<InputFile>& files);

}  // namespace gov_report
