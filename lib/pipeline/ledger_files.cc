#include "pipeline/ledger_files.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "base/text.h"
#include "ledger/heading_words.h"
#include "source/ledger_file.h"

namespace gov_report {
namespace {

/// The words with what they are of: a test may outlive the schema.
struct OwnedWords {
  explicit OwnedWords(const LedgerFormat& ledger)
      : format(ledger), words(format) {}

  LedgerFormat format;
  HeadingWords words;
};

HeadingTest headings_of(const LedgerFormat& ledger) {
  auto owned = std::make_shared<const OwnedWords>(ledger);
  return [owned](std::string_view text) {
    return owned->words.find(text).has_value();
  };
}

/// How many of the columns that must be there are not.
std::size_t missing_columns(const LedgerFormat& ledger,
                            const std::vector<std::string>& headings) {
  const HeadingWords words(ledger);
  std::set<FieldIndex> there;
  for (const std::string& heading : headings) {
    if (const auto field = words.find(heading)) there.insert(*field);
  }
  std::size_t missing = 0;
  for (std::size_t f = 0; f < ledger.fields.size(); ++f) {
    const bool is_there = there.contains(static_cast<FieldIndex>(f));
    if (ledger.fields[f].required && !is_there) ++missing;
  }
  return missing;
}

std::string listed(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return printable(all);
}

Finding chosen(const InputFile& file, const std::vector<std::string>& read,
               const std::vector<std::string>& left) {
  Finding finding;
  finding.rule = "sheets-chosen";
  if (left.empty()) finding.variant = "all";
  finding.place.file = file.name;
  finding.arguments = {
      {"file", file.name}, {"read", listed(read)}, {"left", listed(left)}};
  return finding;
}

/// Of files found by name: a copy of a ledger would be counted too.
void report_copies(const LedgerFormat& ledger,
                   const std::vector<InputFile>& files,
                   const FindingSink& sink) {
  if (files.size() < 2) return;
  const auto folder_of = [](const InputFile& file) {
    return file.path.parent_path();
  };
  const bool same_folder =
      std::ranges::adjacent_find(files, {}, folder_of) != files.end();
  // Folders of years stand side by side; that above them comes first.
  const bool above = folder_of(files[1]).parent_path() == folder_of(files[0]);
  if (!same_folder && !above) return;
  std::vector<std::string> names;
  for (const InputFile& file : files) names.push_back(file.name);
  Finding finding;
  finding.rule = "ledger-in-two-places";
  if (!same_folder) finding.variant = "years";
  finding.place.file = files.front().name;
  finding.arguments = {{"ledger", ledger.label}, {"files", listed(names)}};
  sink(std::move(finding));
}

/// A workbook without the name of a sheet, as the sheets that are read.
std::vector<InputFile> sheets_of(const LedgerFormat& ledger,
                                 const InputFile& file,
                                 const FindingSink& sink) {
  const auto sheets = list_sheets(file.path, headings_of(ledger));
  if (sheets.size() < 2) return {file};
  std::size_t fewest = SIZE_MAX;
  bool any_broken = false;  // may be a ledger: reading it says what is wrong
  for (const SheetSummary& sheet : sheets) {
    if (sheet.hidden) continue;
    any_broken = any_broken || !sheet.readable;
    if (sheet.headings.empty()) continue;
    fewest = std::min(fewest, missing_columns(ledger, sheet.headings));
  }
  if (fewest == SIZE_MAX && !any_broken) return {file};  // no heading anywhere
  std::vector<InputFile> files;
  std::vector<std::string> read;
  std::vector<std::string> left;
  for (const SheetSummary& sheet : sheets) {
    const bool has_columns =
        !sheet.headings.empty() &&
        missing_columns(ledger, sheet.headings) == fewest &&
        (fewest == 0 || files.empty());
    const bool fits = !sheet.hidden && (has_columns || !sheet.readable);
    if (fits)
      files.push_back({file.path, file.name + "#" + sheet.name, sheet.name});
    (fits ? read : left).push_back(sheet.name);
  }
  sink(chosen(file, read, left));
  return files;
}

void add(const LedgerFormat& ledger, InputFile file, const FindingSink& sink,
         std::vector<InputFile>& files) {
  std::ranges::move(files_to_read(ledger, std::move(file), sink),
                    std::back_inserter(files));
}

std::vector<std::string> names_of(const std::vector<LedgerFormat>& ledgers) {
  std::vector<std::string> names;
  for (const LedgerFormat& ledger : ledgers) names.push_back(ledger.id);
  return names;
}

void report_unknown(const LedgerLocation& location,
                    const std::vector<std::string>& names,
                    const FindingSink& sink) {
  const auto near = nearest(location.ledger, names);
  Finding finding;
  finding.rule = "unknown-key";
  finding.variant = near ? "nearest" : "";
  finding.place = {std::string(kConfigName),
                   location.key_at,
                   static_cast<std::uint32_t>(character_count(location.ledger)),
                   {},
                   {}};
  finding.arguments = {{"key", printable(location.ledger)},
                       {"nearest", near.value_or("")}};
  sink(std::move(finding));
}

bool is_placed(const LedgerFormat& ledger, const Config& config) {
  return std::ranges::find(config.ledgers, ledger.id,
                           &LedgerLocation::ledger) != config.ledgers.end();
}

}  // namespace

std::vector<InputFile> files_to_read(const LedgerFormat& ledger, InputFile file,
                                     const FindingSink& sink) {
  if (!file.sheet.empty() || !is_workbook(file.path)) return {std::move(file)};
  return sheets_of(ledger, file, sink);
}

void report_unknown_ledgers(const std::vector<LedgerFormat>& ledgers,
                            const Config& config, const FindingSink& sink) {
  const auto names = names_of(ledgers);
  for (const LedgerLocation& location : config.ledgers) {
    if (std::ranges::find(names, location.ledger) == names.end()) {
      report_unknown(location, names, sink);
    }
  }
}

SheetChoice sheet_choice(const LedgerFormat& ledger, const InputFile& file) {
  return {file.sheet, headings_of(ledger)};
}

LedgerFiles find_ledger_files(const std::vector<LedgerFormat>& ledgers,
                              const Config& config, const Workspace& workspace,
                              const FindingSink& sink) {
  const auto names = names_of(ledgers);
  LedgerFiles all;
  for (const LedgerFormat& ledger : ledgers) {
    all.emplace_back();
    if (is_placed(ledger, config)) continue;
    std::vector<InputFile> found = workspace.ledger(ledger.id);
    report_copies(ledger, found, sink);
    for (InputFile& file : found) {
      add(ledger, std::move(file), sink, all.back());
    }
  }
  for (const LedgerLocation& location : config.ledgers) {
    const auto name = std::ranges::find(names, location.ledger);
    if (name == names.end()) continue;
    const auto index = static_cast<std::size_t>(name - names.begin());
    add(ledgers[index], workspace.at(location.location), sink, all[index]);
  }
  report_unknown_ledgers(ledgers, config, sink);
  return all;
}

void add_whole_files(const std::vector<InputFile>& files,
                     std::vector<InputFile>& inputs) {
  for (const InputFile& sheet : files) {
    InputFile file = whole_file(sheet);
    if (std::ranges::find(inputs, file.name, &InputFile::name) ==
        inputs.end()) {
      inputs.push_back(std::move(file));
    }
  }
}

std::vector<std::string> files_not_read(
    const LedgerFiles& files, const std::vector<LedgerFormat>& ledgers,
    const Config& config, const Workspace& workspace) {
  std::vector<std::string> names;
  for (const LedgerFormat& ledger : ledgers) {
    if (!is_placed(ledger, config)) names.push_back(ledger.id);
  }
  std::vector<std::string> left = workspace.unread_ledger_files(names);
  for (const auto& of_ledger : files) {
    for (const InputFile& file : of_ledger) {
      std::erase(left, whole_file(file).name);
    }
  }
  return left;
}

}  // namespace gov_report
