// sha256.h - hashes of inputs and outputs for the manifest (nettle).

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace gov_report {

std::string sha256_hex(std::string_view bytes);
/// errors  std::system_error when the file cannot be read
std::string sha256_hex_of_file(const std::filesystem::path& path);

}  // namespace gov_report
