#include "pipeline/verify.h"

#include <algorithm>
#include <map>
#include <system_error>
#include <vector>

#include "base/byte_stream.h"
#include "base/sha256.h"
#include "base/system_reason.h"
#include "base/text.h"
#include "check/table_rules.h"
#include "pipeline/build.h"
#include "pipeline/delivered.h"
#include "pipeline/finding_collector.h"
#include "pipeline/read_outputs.h"
#include "source/yaml.h"
#include "write/html.h"
#include "write/markdown.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

Finding finding_of(std::string rule, std::string variant, Severity severity,
                   std::vector<Argument> arguments) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.variant = std::move(variant);
  finding.severity = severity;
  finding.arguments = std::move(arguments);
  return finding;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    all += (all.empty() ? "" : ", ") + name;
  }
  return all;
}

class Verifier {
 public:
  Verifier(const VerifyRequest& request, const DataFiles& data,
           const RuleCatalogue& rules, const Messages& messages,
           VerifyResult& result)
      : request_(request),
        data_(data),
        rules_(rules),
        messages_(messages),
        result_(result),
        sink_(result.findings.sink()) {}

  void run() {
    if (!fs::is_directory(request_.folder)) {
      Finding finding;
      finding.rule = "file-missing";
      const fs::path inside = request_.workspace / request_.folder;
      std::error_code ignored;
      finding.variant =
          fs::is_directory(inside, ignored) ? "folder-inside" : "folder";
      finding.arguments = {{"file", printable(request_.folder.string())},
                           {"inside", printable(inside.string())}};
      sink_(std::move(finding));
      result_.stopped = true;
      return;
    }
    const auto manifest = read_manifest(request_.folder, sink_);
    if (!manifest) {
      result_.stopped = true;
      return;
    }
    manifest_ = *manifest;
    result_.year = manifest_.year;
    result_.format = manifest_.format;
    result_.agency = manifest_.agency;
    compare_hashes();
    const auto schema =
        load_schema(data_, manifest_.year, manifest_.format, rules_, sink_);
    if (!schema) {
      result_.stopped = true;
      return;
    }
    read_files(schema->report);
    compare_files(schema->report);
    compare_with_ledgers();
  }

 private:
  // Edited since it was built?

  void compare_hashes() {
    std::vector<std::string> there;
    for (const auto& entry : fs::directory_iterator(request_.folder)) {
      there.push_back(entry.path().filename().string());
    }
    std::ranges::sort(there);
    for (const auto& [name, hash] : manifest_.outputs) {
      if (fs::path(name).filename() != name) continue;
      if (std::ranges::find(there, name) == there.end()) {
        edited("missing", name);
      } else if (hash_of(name) != hash) {
        edited("changed", name);
      }
    }
    for (const std::string& name : there) {
      const bool listed =
          name == kManifestName || manifest_.outputs.contains(name);
      if (!listed) edited("added", name);
    }
    compare_with_seal();
    result_.unedited = is_edited_ ? Answer::no : Answer::yes;
  }

  /// Throws std::system_error: what cannot be read may be as it was.
  std::string hash_of(const std::string& name) const {
    return sha256_hex_of_file(request_.folder / name);
  }

  void edited(std::string variant, const std::string& name) {
    is_edited_ = true;
    sink_(finding_of("output-edited", std::move(variant), Severity::error,
                     {{"file", shown(name)}}));
  }

  std::string shown(const std::string& name) const {
    return printable((request_.folder / name).string());
  }

  /// The hashes of what was published, where the year is closed.
  void compare_with_seal() {
    const InputFile file = Workspace(request_.workspace).sealed(manifest_.year);
    if (request_.workspace.empty() || !fs::is_regular_file(file.path)) return;
    const auto root = read_yaml_file(file.path, file.name, sink_);
    if (!root) return;
    const auto seal =
        read_sealed_report(*root, manifest_.year, file.name, sink_);
    if (!seal || seal->agency != manifest_.agency) return;
    for (const auto& [name, hash] : seal->outputs) {
      const bool there = fs::path(name).filename() == name &&
                         fs::exists(request_.folder / name);
      if (!there || hash_of(name) == hash) continue;
      is_edited_ = true;
      Finding finding;
      finding.rule = "changed-after-publication";
      finding.arguments = {{"file", shown(name)}, {"sealed", file.name}};
      sink_(std::move(finding));
    }
  }

  // Do its files agree?

  void read_files(const ReportFormat& format) {
    for (const std::string& ending : output_formats()) {
      const std::string name = "report." + ending;
      if (!fs::exists(request_.folder / name)) continue;
      OutputFigures output = read_output(request_.folder, name, format);
      if (!output.fault.variant.empty()) {
        disagree_ = true;
        sink_(finding_of("output-unreadable", output.fault.variant,
                         Severity::error,
                         {{"file", shown(name)},
                          {"value", printable(output.fault.detail)}}));
        continue;
      }
      for (const std::string& table : output.misfits) {
        disagree_ = true;
        sink_(finding_of("outputs-disagree", "shape", Severity::error,
                         {{"file", name}, {"table", table}}));
      }
      outputs_.push_back(std::move(output));
    }
  }

  void compare_files(const ReportFormat& format) {
    result_.files_compared = outputs_.size();
    for (const CellFormat& cell : format.cells) {
      if (cell.kind != CellKind::printed || outputs_.empty()) continue;
      ++result_.cells_compared;
      compare_cell(cell);
    }
    if (disagree_) {
      result_.consistent = Answer::no;
    } else if (outputs_.size() < 2) {
      result_.why_not_consistent = "verify.one-file";
    } else {
      result_.consistent = Answer::yes;
    }
  }

  /// The files that stand alone against most of the others are named; with no
  /// majority, all of them.
  void compare_cell(const CellFormat& cell) {
    std::map<std::string, std::vector<std::string>> files;  // by value
    for (const OutputFigures& output : outputs_) {
      const auto found = output.figures.find(cell.id);
      if (found == output.figures.end()) continue;  // a misfit, reported
      files[found->second].push_back(output.file);
    }
    if (files.size() < 2) return;
    disagree_ = true;
    const auto most = std::ranges::max_element(
        files, {}, [](const auto& entry) { return entry.second.size(); });
    for (const auto& [value, names] : files) {
      if (value == most->first) continue;
      Finding finding = finding_of("outputs-disagree", "", Severity::error,
                                   {{"cell", cell_label(cell)},
                                    {"id", cell.id},
                                    {"file", joined(names)},
                                    {"value", printable(value)},
                                    {"others", joined(most->second)},
                                    {"expected", printable(most->first)}});
      finding.cell = cell.id;
      sink_(std::move(finding));
    }
  }

  // Does it follow from the ledgers?

  void compare_with_ledgers() {
    if (request_.workspace.empty() ||
        !fs::exists(request_.workspace / kConfigName)) {
      result_.why_not_ledgers = "verify.no-workspace";
      return;
    }
    if (outputs_.empty()) {
      result_.why_not_ledgers = "verify.no-figures";
      return;
    }
    YearRequest year;
    year.workspace = request_.workspace;
    year.year = manifest_.year;
    year.form = manifest_.format;
    year.draft = manifest_.draft;
    year.as_of = manifest_.as_of;
    year.encoding = manifest_.encoding;
    const CheckResult check = check_year(year, data_, rules_);
    if (check.stopped) {
      for (const Finding& finding : check.findings.all()) {
        const bool is_why = check.year == nullptr || rules_.stops(finding.rule);
        if (is_why) sink_(finding);
      }
      result_.stopped = true;
      return;
    }
    const bool same_figures = compare_figures(check.year->table);
    const auto changed = changed_inputs(check.year->inputs);
    const Texts texts =
        compare_texts(document_of(check, year, rules_, messages_));
    bool follows = same_figures && texts.other.empty();
    if (!changed.empty() && texts.compared == 0) follows = false;
    if (changed.empty()) {
      for (const std::string& name : texts.other) {
        sink_(finding_of("output-not-from-ledgers", "text", Severity::error,
                         {{"file", shown(name)}}));
      }
    }
    for (const auto& [name, variant] : changed) {
      sink_(finding_of("output-not-from-ledgers", variant,
                       follows ? Severity::info : Severity::error,
                       {{"file", printable(name)}}));
    }
    result_.from_ledgers = follows ? Answer::yes : Answer::no;
  }

  /// Every file that could be read.
  bool compare_figures(const Table& table) {
    bool same = true;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const CellFormat& cell = table.format->cells[i];
      if (cell.kind != CellKind::printed) continue;
      const auto number = table.number(static_cast<CellIndex>(i));
      const std::string counted =
          number ? number->text() : plain_figure(table.cells[i].text);
      std::map<std::string, std::vector<std::string>> wrong;  // by value
      for (const OutputFigures& output : outputs_) {
        const auto found = output.figures.find(cell.id);
        if (found == output.figures.end() || found->second == counted) continue;
        wrong[found->second].push_back(output.file);
      }
      for (const auto& [value, files] : wrong) {
        same = false;
        report_wrong(cell, value, files, counted);
      }
    }
    return same;
  }

  void report_wrong(const CellFormat& cell, const std::string& value,
                    const std::vector<std::string>& files,
                    const std::string& counted) {
    Finding finding = finding_of("output-not-from-ledgers", "", Severity::error,
                                 {{"cell", cell_label(cell)},
                                  {"id", cell.id},
                                  {"file", joined(files)},
                                  {"value", printable(value)},
                                  {"expected", printable(counted)}});
    finding.cell = cell.id;
    sink_(std::move(finding));
  }

  /// Input → what became of it since the build, as a variant.
  std::map<std::string, std::string> changed_inputs(
      const std::vector<InputFile>& inputs) const {
    const FileHashes now = hashes_of(inputs);
    std::map<std::string, std::string> changed;
    for (const auto& [name, hash] : manifest_.inputs) {
      const auto found = now.find(name);
      if (found == now.end()) {
        changed.emplace(name, "input-missing");
      } else if (found->second != hash) {
        changed.emplace(name, "input-changed");
      }
    }
    for (const auto& [name, hash] : now) {
      if (!manifest_.inputs.contains(name)) changed.emplace(name, "input-new");
    }
    return changed;
  }

  /// The files whose words can be compared.
  struct Texts {
    std::size_t compared = 0;
    std::vector<std::string> other;  ///< the inputs give other words now
  };

  /// A hash in the manifest proves nothing about the words: who changes a file
  /// can change its hash. Files that do not have theirs were reported.
  Texts compare_texts(const Document& document) const {
    Texts texts;
    for (const auto& [name, words] :
         {std::pair("report.md", write_markdown(document)),
          std::pair(
              "report.html",
              write_html(
                  document,
                  data_.read("report-templates/report.css").value_or("")))}) {
      const auto listed = manifest_.outputs.find(name);
      if (listed == manifest_.outputs.end() ||
          !fs::is_regular_file(request_.folder / name) ||
          hash_of(name) != listed->second) {
        continue;
      }
      ++texts.compared;
      if (sha256_hex(words) != listed->second) texts.other.emplace_back(name);
    }
    return texts;
  }

  const VerifyRequest& request_;
  const DataFiles& data_;
  const RuleCatalogue& rules_;
  const Messages& messages_;
  VerifyResult& result_;
  FindingSink sink_;
  Manifest manifest_;
  std::vector<OutputFigures> outputs_;
  bool is_edited_ = false;
  bool disagree_ = false;
};

}  // namespace

VerifyResult verify_folder(const VerifyRequest& request, const DataFiles& data,
                           const RuleCatalogue& rules,
                           const Messages& messages) {
  VerifyResult result;
  try {
    Verifier(request, data, rules, messages, result).run();
  } catch (const std::system_error& error) {
    Finding finding;
    finding.rule = "file-unreadable";
    const std::string folder = printable(request.folder.string());
    finding.arguments = reason_arguments(error, folder);
    finding.arguments.push_back({"file", folder});
    result.findings.add(std::move(finding));
    result.stopped = true;
  }
  put_in_order(result.findings, rules);
  return result;
}

}  // namespace gov_report
