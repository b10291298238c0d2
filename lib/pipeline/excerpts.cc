#include "pipeline/excerpts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "narrative/source_text.h"
#include "source/ledger_file.h"
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

/// Places without their lines, by position.
using Wanted = std::multimap<Position, Place*>;

void collect(Finding& finding, std::map<std::string, Wanted>& wanted) {
  Place& place = finding.place;
  if (place.excerpt.empty() && place.at.line > 0) {
    const auto file = wanted.find(place.file);
    if (file != wanted.end()) file->second.emplace(place.at, &place);
  }
  for (auto* more : {&finding.candidates, &finding.consequences}) {
    for (Finding& one : *more) collect(one, wanted);
  }
}

/// Looks for the values of one ledger file that stand at these positions.
void read_places(RowSource& source, const Wanted& wanted) {
  constexpr std::uint64_t kMostLines = 1000;  // of one record
  Row row;
  while (source.next(row)) {
    const auto next = wanted.lower_bound({row.line, 0});
    if (next == wanted.end()) return;
    if (next->first.line - row.line > kMostLines) continue;
    for (std::size_t f = 0; f < source.columns().size(); ++f) {
      const auto [first, last] = wanted.equal_range(source.position(f));
      for (auto one = first; one != last; ++one) {
        if (!one->second->excerpt.empty()) continue;
        *one->second = source.place(one->second->file, f);
      }
    }
  }
}

}  // namespace

void add_excerpts(const std::filesystem::path& workspace, FindingList& findings,
                  const std::set<std::string>& without) {
  std::map<std::string, SourceText> files;
  for (Finding& finding : findings.all()) {
    Place& place = finding.place;
    if (place.file.empty() || place.at.line == 0 || !place.excerpt.empty() ||
        without.contains(place.file)) {
      continue;
    }
    auto known = files.find(place.file);
    if (known == files.end()) {
      known = files.emplace(place.file, text_of(workspace / place.file)).first;
    }
    place.excerpt = known->second.line(place.at.line);
  }
}

void add_ledger_excerpts(const Year& year,
                         const std::vector<Finding*>& findings) {
  if (!year.files_at_hand) return;
  for (std::size_t l = 0; l < year.ledger_files.size(); ++l) {
    std::map<std::string, Wanted> wanted;
    for (const InputFile& file : year.ledger_files[l]) wanted[file.name];
    for (Finding* finding : findings) collect(*finding, wanted);
    for (const InputFile& file : year.ledger_files[l]) {
      if (wanted[file.name].empty()) continue;
      const auto source = open_ledger(
          file.path, file.name, [](const Finding&) {},
          {RowChoice::records, sheet_choice(year.schema.ledgers[l], file),
           year.encoding});
      if (source != nullptr) read_places(*source, wanted[file.name]);
    }
  }
}

}  // namespace gov_report
