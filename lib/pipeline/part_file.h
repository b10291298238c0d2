// part_file.h - a part (pipeline/part.h) as a file, schema gov-report/part/1
// (schemas/json/part.schema.json).
//
//   out     the same bytes for the same part; the last key is the SHA-256 of
//           all bytes before it
//   errors  see read_part()
//   memory  writing: the text of the file; reading: up to seven times that
//           while read_part() runs

#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/part.h"
#include "pipeline/part_rows.h"

namespace gov_report {

inline constexpr std::string_view kPartSchema = "gov-report/part/1";

std::string write_part(const Part& part);

/// Who looks at the rows of a part while it is read; empty: nobody.
struct PartRowSinks {
  std::function<void(const PartFile& file, const std::string& group,
                     const PartRow& row)>
      value;
  std::function<void(const PartFile& file, const CountedApplication& row)>
      application;
};

/// `rows`: PartFile::values and ::applications are filled. nullopt after a
/// finding part-invalid, variants missing, shape, version {value}, damaged; all
/// with {file}.
std::optional<Part> read_part(const std::filesystem::path& path,
                              const std::string& name, bool rows,
                              const PartRowSinks& sinks,
                              const FindingSink& sink);

}  // namespace gov_report
