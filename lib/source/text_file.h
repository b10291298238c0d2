// text_file.h - whole text files as UTF-8, for what need not be streamed.

#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "base/finding.h"
#include "source/encoding.h"

namespace gov_report {

/// The text of a file of at most `limit` bytes, in any encoding of
/// encoding.h. When it cannot be read: one of the findings file-missing,
/// file-unreadable, file-too-large, invalid-encoding, and nullopt.
std::optional<std::string> read_text_file(const std::filesystem::path& path,
                                          const std::string& shown_name,
                                          std::size_t limit,
                                          const FindingSink& sink);

/// file-missing, file-too-large or file-unreadable.
Finding file_finding(const std::system_error& error, std::string shown_name,
                     std::size_t limit);
/// invalid-encoding.
Finding encoding_finding(const DecodingError& error, std::string shown_name);

}  // namespace gov_report
