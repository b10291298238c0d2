#include "base/resources.h"

#include <algorithm>
#include <cstddef>

#include "base/embedded_index.h"

namespace gov_report {

std::optional<std::string_view> embedded(std::string_view path) {
  for (const EmbeddedFile& file : embedded_index()) {
    if (file.path == path) {
      return std::string_view(file.begin,
                              static_cast<std::size_t>(file.end - file.begin));
    }
  }
  return std::nullopt;
}

std::vector<std::string_view> embedded_under(std::string_view folder) {
  std::vector<std::string_view> paths;
  for (const EmbeddedFile& file : embedded_index()) {
    std::string_view path = file.path;
    if (path.starts_with(folder) &&
        (folder.ends_with('/') || path.substr(folder.size()).starts_with('/')))
      paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace gov_report
