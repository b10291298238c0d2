// own_output.h - results of an audit among published files: review books and
// pages, letters.

#pragma once

#include <filesystem>

namespace gov_report {

/// Whether the file says so (base/own_outputs.h), also after a spreadsheet or
/// a browser has saved it again. False of what cannot be read.
bool is_own_output(const std::filesystem::path& file);

}  // namespace gov_report
