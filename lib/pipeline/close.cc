#include "pipeline/close.h"

#include <algorithm>
#include <system_error>

#include "base/byte_stream.h"
#include "base/replace_file.h"
#include "base/text.h"
#include "pipeline/delivered.h"
#include "pipeline/finding_collector.h"
#include "tally/sealed_file.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShownDifferences = 12;

Finding finding_of(std::string rule, std::string variant,
                   std::vector<Argument> arguments) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.variant = std::move(variant);
  finding.arguments = std::move(arguments);
  return finding;
}

/// What a new seal has otherwise than the one that is there.
class Differences {
 public:
  explicit Differences(std::vector<Finding>& into) : into_(into) {}

  void add(const std::string& what, const std::string& before,
           const std::string& now) {
    if (before == now) return;
    ++count_;
    if (into_.size() >= kShownDifferences) return;
    into_.push_back(finding_of("seal-differs",
                               before.empty() ? "added"
                               : now.empty()  ? "removed"
                                              : "changed",
                               {{"value", printable(what)},
                                {"value1", printable(before)},
                                {"value2", printable(now)}}));
  }

  void compare(const std::map<std::string, std::string>& before,
               const std::map<std::string, std::string>& now) {
    for (const auto& [what, value] : before) {
      const auto found = now.find(what);
      add(what, value, found == now.end() ? "" : found->second);
    }
    for (const auto& [what, value] : now) {
      if (!before.contains(what)) add(what, "", value);
    }
  }

  std::size_t count() const { return count_; }

 private:
  std::vector<Finding>& into_;
  std::size_t count_ = 0;
};

/// Everything in a seal, one line each. Files by the start of their hash.
std::map<std::string, std::string> lines_of(const SealedReport& report) {
  constexpr std::size_t kHashStart = 12;
  std::map<std::string, std::string> lines = {{"format", report.format},
                                              {"agency", report.agency}};
  for (const auto& [cell, number] : report.figures) {
    lines[cell] = number.text();
  }
  for (const auto& [file, hash] : report.inputs) {
    lines["inputs " + file] = hash.substr(0, kHashStart);
  }
  for (const auto& [file, hash] : report.outputs) {
    lines["outputs " + file] = hash.substr(0, kHashStart);
  }
  if (!report.year_end) return lines;
  for (const auto& [ledger, cases] : report.year_end->cases) {
    lines["cases " + ledger] = std::to_string(cases.size());
    for (const OpenCase& open : cases) {
      lines["cases " + ledger + " " + open.id] =
          iso_text(open.date) + " " + open.value_class;
    }
  }
  for (const auto& [ledger, documents] : report.year_end->documents) {
    for (const StandingDocument& one : documents) {
      lines["documents " + ledger + " " + one.kind + " " + one.number] =
          iso_text(one.date);
    }
  }
  return lines;
}

class YearCloser {
 public:
  YearCloser(const CloseRequest& request, CloseResult& result)
      : request_(request),
        result_(result),
        year_(*result.check.year),
        file_(Workspace(request.year.workspace).sealed(request.year.year)) {}

  void close() {
    SealedContent content{
        year_.table, std::move(year_.year_end).value_or(YearEnd()),
        closing_stocks(year_.table), hashes_of(year_.inputs), outputs()};
    for (const auto& [ledger, cases] : content.year_end.cases) {
      result_.cases += cases.size();
    }
    for (const auto& [ledger, list] : content.year_end.documents) {
      result_.documents += list.size();
    }
    result_.outputs = content.outputs.size();
    put(write_sealed_file(content));
  }

 private:
  /// The hashes of out/YEAR, if it is final and made from what is there now.
  FileHashes outputs() {
    const InputFile folder =
        Workspace(request_.year.workspace).output(request_.year.year);
    if (!fs::is_regular_file(folder.path / kManifestName)) return {};
    const auto manifest = read_manifest(folder.path, [](const Finding&) {});
    const bool is_draft = manifest && manifest->draft;
    if (is_draft || !manifest || manifest->inputs != hashes_of(year_.inputs)) {
      result_.check.findings.add(
          finding_of("outputs-not-sealed", is_draft ? "draft" : "other-inputs",
                     {{"folder", folder.name},
                      {"year", std::to_string(request_.year.year)}}));
      return {};
    }
    std::vector<InputFile> files;
    for (const auto& [name, hash] : manifest->outputs) {
      if (fs::path(name).filename() == name) {
        files.push_back({folder.path / name, name});
      }
    }
    return hashes_of(files);
  }

  void put(const std::string& text) {
    if (fs::exists(file_.path) && in_the_way(text)) return;
    if (result_.outcome == CloseResult::Outcome::same) return;
    replace_file(file_.path, text);
    result_.outcome = CloseResult::Outcome::written;
  }

  /// True if another seal stays where it is.
  bool in_the_way(const std::string& text) {
    const std::string before = read_file(file_.path, kYamlFileLimit);
    if (before == text) {
      result_.outcome = CloseResult::Outcome::same;
      return false;
    }
    if (request_.replace) return false;
    Finding finding = finding_of(
        "seal-differs", "",
        {{"file", file_.name}, {"year", std::to_string(request_.year.year)}});
    const auto count = note_differences(before, text, finding.candidates);
    finding.arguments.push_back({"count", std::to_string(count)});
    if (count > finding.candidates.size()) finding.variant = "many";
    if (count == 0) finding.variant = is_plain_ ? "plain" : "unlike";
    result_.check.findings.add(std::move(finding));
    return true;
  }

  /// How many there are; 0 if the old file is no seal that can be read.
  std::size_t note_differences(const std::string& before,
                               const std::string& now,
                               std::vector<Finding>& into) {
    YamlError error;
    const FindingSink ignore = [](const Finding&) {};
    const auto old_root = parse_yaml(before, error);
    const auto new_root = parse_yaml(now, error);
    if (!old_root || !new_root) return 0;
    const int year = request_.year.year;
    const auto old_seal =
        read_sealed_report(*old_root, year, file_.name, ignore);
    const auto new_seal =
        read_sealed_report(*new_root, year, file_.name, ignore);
    if (!old_seal || !new_seal) return 0;
    // A copy of report.json has nothing but figures.
    is_plain_ = !old_seal->year_end;
    auto new_lines = lines_of(*new_seal);
    if (is_plain_) {
      std::erase_if(new_lines, [](const auto& line) {
        return line.first.find(' ') != std::string::npos;
      });
    }
    Differences differences(into);
    differences.compare(lines_of(*old_seal), new_lines);
    return differences.count();
  }

  const CloseRequest& request_;
  CloseResult& result_;
  Year& year_;
  InputFile file_;
  bool is_plain_ = false;  // the file that is there is a copy of report.json
};

}  // namespace

CloseResult close_year(const CloseRequest& request, const DataFiles& data,
                       const RuleCatalogue& rules) {
  CloseResult result;
  YearRequest year = request.year;
  year.closing = true;
  result.file = Workspace(year.workspace).sealed(year.year).name;
  result.check = check_year(year, data, rules);
  const bool in_the_way = result.check.fails(rules, request.strict);
  if (result.check.stopped || in_the_way) return result;
  try {
    YearCloser(request, result).close();
  } catch (const std::system_error& error) {
    result.check.findings.add(
        finding_of("output-not-writable", "",
                   {{"file", result.file}, {"reason", error.what()}}));
    result.check.stopped = true;
  }
  put_in_order(result.check.findings, rules);
  return result;
}

}  // namespace gov_report
