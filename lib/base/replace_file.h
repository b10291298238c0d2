// replace_file.h - a single file that is the old one or the new one, whole, at
// any moment. For folders see output_set.h.

#pragma once

#include <filesystem>
#include <string_view>

namespace gov_report {

/// Writes beside `target`, flushes, and renames; makes the folder it stands
/// in. A link is kept and what it points at replaced.
/// errors  std::system_error; nothing has changed then
void replace_file(const std::filesystem::path& target, std::string_view bytes);

}  // namespace gov_report
