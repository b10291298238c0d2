#include "pipeline/excerpts.h"

#include <map>
#include <string>

#include "narrative/source_text.h"
#include "source/text_file.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

/// What cannot be read was reported where it was to be read.
SourceText text_of(const std::filesystem::path& path) {
  const auto text =
      read_text_file(path, "", kYamlFileLimit, [](const Finding&) {});
  return SourceText("", text.value_or(""));
}

}  // namespace

void add_excerpts(const std::filesystem::path& workspace,
                  FindingList& findings) {
  std::map<std::string, SourceText> files;
  for (Finding& finding : findings.all()) {
    Place& place = finding.place;
    if (place.file.empty() || place.at.line == 0 || !place.excerpt.empty()) {
      continue;
    }
    auto known = files.find(place.file);
    if (known == files.end()) {
      known = files.emplace(place.file, text_of(workspace / place.file)).first;
    }
    place.excerpt = known->second.line(place.at.line);
  }
}

}  // namespace gov_report
