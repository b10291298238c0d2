#include "pipeline/init.h"

#include <optional>
#include <set>
#include <system_error>

#include "base/output_set.h"
#include "base/system_reason.h"
#include "narrative/section_text.h"
#include "schema/load_ledger.h"
#include "source/yaml.h"
#include "workspace/config.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

/// Spreadsheet programs take a CSV file for UTF-8 only with this in front.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The headings of all fields in one line: required columns first.
std::string header_line(const LedgerFormat& ledger) {
  std::string line;
  for (const bool required : {true, false}) {
    for (const FieldFormat& field : ledger.fields) {
      if (field.required != required) continue;
      if (!line.empty()) line += ',';
      line += field.heading.zh;
    }
  }
  return std::string(kByteOrderMark) + line + "\r\n";
}

Finding refused(std::string rule, const fs::path& folder,
                std::vector<Argument> arguments) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.arguments = std::move(arguments);
  finding.arguments.push_back({"file", folder.string()});
  return finding;
}

/// A file stands there, or a folder with something in it.
std::optional<Finding> why_taken(const fs::path& folder) {
  if (!fs::exists(folder)) return std::nullopt;
  if (!fs::is_directory(folder)) {
    Finding file = refused("output-not-ours", folder, {});
    file.variant = "not-a-folder";
    return file;
  }
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  if (names.empty()) return std::nullopt;
  Finding full =
      refused("output-not-ours", folder, {{"value", *names.begin()}});
  full.variant = "not-empty";
  return full;
}

}  // namespace

bool create_workspace(const fs::path& folder, const std::string& year,
                      const DataFiles& data, const FindingSink& sink) {
  if (const auto taken = why_taken(folder)) {
    sink(*taken);
    return false;
  }
  try {
    OutputSet set(folder);
    set.write(std::string(kConfigName),
              data.read("report-templates/init/gov-report.yaml").value_or(""));
    for (const std::string& path : data.list("schemas/ledgers")) {
      SchemaErrors errors(data.shown_name(path), sink);
      YamlError broken;
      const auto root = parse_yaml(data.read(path).value_or(""), broken);
      if (!root) errors.add(broken.at, "yaml", {{"value", broken.words()}});
      if (errors.any()) return false;
      const LedgerFormat ledger = load_ledger_format(*root, errors);
      if (errors.any()) return false;
      set.write("ledgers/" + ledger.id + ".csv", header_line(ledger));
    }
    for (const std::string section : {"overview", "problems", "other"}) {
      set.write("narrative/" + year + "/" + section + ".md",
                narrative_stub(section, data));
    }
    set.commit();
  } catch (const std::system_error& error) {
    sink(refused("output-not-writable", folder,
                 reason_arguments(error, folder.string())));
    return false;
  }
  return true;
}

}  // namespace gov_report
