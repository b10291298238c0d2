#include "pipeline/excerpts.h"

#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "base/byte_stream.h"
#include "base/text.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::vector<std::string> lines;
  std::string bytes;
  try {
    bytes = read_file(path, kYamlFileLimit);
  } catch (const std::system_error&) {
    return lines;  // reported where it was to be read
  }
  if (first_invalid_utf8(bytes)) return lines;
  std::size_t from = 0;
  while (from < bytes.size()) {
    std::size_t to = bytes.find('\n', from);
    if (to == std::string::npos) to = bytes.size();
    std::string line = bytes.substr(from, to - from);
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(std::move(line));
    from = to + 1;
  }
  return lines;
}

}  // namespace

void add_excerpts(const std::filesystem::path& workspace,
                  FindingList& findings) {
  std::map<std::string, std::vector<std::string>> files;
  for (Finding& finding : findings.all()) {
    Place& place = finding.place;
    if (place.file.empty() || place.at.line == 0 || !place.excerpt.empty()) {
      continue;
    }
    auto known = files.find(place.file);
    if (known == files.end()) {
      known = files.emplace(place.file, lines_of(workspace / place.file)).first;
    }
    if (place.at.line <= known->second.size()) {
      place.excerpt = known->second[place.at.line - 1];
    }
  }
}

}  // namespace gov_report
