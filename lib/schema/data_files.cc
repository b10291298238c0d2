#include "schema/data_files.h"

#include <algorithm>

#include "base/byte_stream.h"
#include "base/resources.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = 16 << 20;

}  // namespace

std::optional<std::string> DataFiles::read(std::string_view path) const {
  if (folder_ && fs::is_regular_file(*folder_ / path)) {
    return read_file(*folder_ / path, kFileLimit);
  }
  if (const auto bytes = embedded(path)) return std::string(*bytes);
  return std::nullopt;
}

std::vector<std::string> DataFiles::list(std::string_view folder) const {
  std::vector<std::string> paths;
  for (const std::string_view path : embedded_under(folder)) {
    paths.emplace_back(path);
  }
  if (folder_ && fs::is_directory(*folder_ / folder)) {
    for (const auto& entry : fs::directory_iterator(*folder_ / folder)) {
      if (!entry.is_regular_file()) continue;
      paths.push_back((fs::path(folder) / entry.path().filename()).string());
    }
  }
  std::ranges::sort(paths);
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

std::optional<fs::path> DataFiles::override_of(std::string_view path) const {
  if (!folder_ || !fs::is_regular_file(*folder_ / path)) return std::nullopt;
  return *folder_ / path;
}

std::string DataFiles::shown_name(std::string_view path) const {
  if (folder_ && fs::is_regular_file(*folder_ / path)) {
    return (*folder_ / path).string();
  }
  return std::string(path);
}

}  // namespace gov_report
