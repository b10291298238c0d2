// resources.h - the data files compiled into the program.
//
// Paths are those of the source tree: schemas/**, report-templates/**. The
// DOCX reference documents are report-templates/reference.docx and
// report-templates/reference-draft.docx.

#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace gov_report {

/// The bytes of one file; nullopt if there is no such file.
std::optional<std::string_view> embedded(std::string_view path);

/// Paths of all files under a folder, at any depth, sorted.
///   embedded_under("schemas/calendars") has "schemas/calendars/2019.yaml"
std::vector<std::string_view> embedded_under(std::string_view folder);

}  // namespace gov_report
