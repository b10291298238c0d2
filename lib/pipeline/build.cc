#include "pipeline/build.h"

#include <algorithm>
#include <system_error>

#include "base/output_set.h"
#include "base/system_reason.h"
#include "base/text.h"
#include "pipeline/edited_outputs.h"
#include "pipeline/finding_collector.h"
#include "pipeline/manifest.h"
#include "pipeline/waivers.h"
#include "tally/report_file.h"
#include "write/docx.h"
#include "write/html.h"
#include "write/markdown.h"
#include "write/xlsx.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kManifest = "manifest.json";

/// Every name that a set of ours may hold.
std::vector<std::string> our_names() {
  std::vector<std::string> names = {std::string(kManifest), kWorkpapersName};
  for (const std::string& format : output_formats()) {
    names.push_back("report." + format);
  }
  return names;
}

Finding finding_of(std::string rule, std::vector<Argument> arguments) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.arguments = std::move(arguments);
  return finding;
}

std::vector<std::pair<std::string, std::string>> notes(
    const Document& document) {
  std::vector<std::pair<std::string, std::string>> notes;
  for (const Section& section : document.sections) {
    for (const Block& block : section.blocks) {
      const auto* table = std::get_if<TableBlock>(&block);
      if (table == nullptr) continue;
      for (const TableNote& note : table->notes) {
        notes.emplace_back(note.cell, note.text);
      }
    }
  }
  return notes;
}

class SetWriter {
 public:
  SetWriter(const BuildRequest& request, const DataFiles& data,
            const RuleCatalogue& rules, const Messages& messages,
            BuildResult& result)
      : request_(request),
        data_(data),
        rules_(rules),
        messages_(messages),
        result_(result) {}

  /// True if the whole set stands.
  bool write(const Document& document) {
    OutputSet set(result_.folder);
    const auto foreign = set.foreign(our_names());
    if (!ours(foreign)) return false;
    note_removed();
    for (const std::string& format : request_.formats) {
      if (!write_format(format, document, set)) return false;
      result_.files.push_back("report." + format);
    }
    if (request_.workpapers) {
      result_.left_out =
          write_workpapers({request_.year, *result_.check.year, rules_,
                            messages_, set.path_of(kWorkpapersName)});
      result_.files.emplace_back(kWorkpapersName);
    }
    set.write(std::string(kManifest),
              manifest(request_, *result_.check.year, result_.files, set));
    result_.files.emplace_back(kManifest);
    for (const std::string& name : foreign) set.keep(name);
    for (const std::string& name : edited_outputs(result_.folder)) {
      const std::string kept = name_for_edited(result_.folder, name);
      set.keep_as(name, kept);
      result_.check.findings.add(finding_of(
          "output-edited",
          {{"file", (result_.folder / name).string()}, {"value", kept}}));
    }
    set.commit();
    return true;
  }

 private:
  /// A folder with other things in it is exchanged only if a set of ours is
  /// in it already; folders in it are never touched.
  bool ours(const std::vector<std::string>& foreign) {
    const bool has_folder =
        std::ranges::any_of(foreign, [&](const std::string& name) {
          return fs::is_directory(result_.folder / name);
        });
    const bool has_set = fs::exists(result_.folder / kManifest);
    if (foreign.empty() || (has_set && !has_folder)) return true;
    result_.check.findings.add(finding_of(
        "output-not-ours",
        {{"file", result_.folder.string()}, {"value", foreign.front()}}));
    return false;
  }

  /// A set has one state only, so formats that are not asked for go. Said.
  void note_removed() {
    for (const std::string& format : output_formats()) {
      const std::string name = "report." + format;
      const bool goes = std::ranges::find(request_.formats, format) ==
                            request_.formats.end() &&
                        fs::exists(result_.folder / name);
      if (goes) result_.removed.push_back(name);
    }
    if (!request_.workpapers && fs::exists(result_.folder / kWorkpapersName)) {
      result_.removed.emplace_back(kWorkpapersName);
    }
  }

  bool write_format(const std::string& format, const Document& document,
                    OutputSet& set) {
    const std::string name = "report." + format;
    if (format == "md") {
      set.write(name, write_markdown(document));
    } else if (format == "html") {
      set.write(
          name,
          write_html(document,
                     data_.read("report-templates/report.css").value_or("")));
    } else if (format == "json") {
      set.write(name, report_json(result_.check, request_.year, document));
    } else if (format == "xlsx") {
      write_xlsx(document, set.path_of(name));
    } else if (format == "docx") {
      return write_word(document, set.path_of(name));
    }
    return true;
  }

  bool write_word(const Document& document, const fs::path& path) {
    DocxTools tools;
    if (const auto own = data_.override_of(docx_reference_name(document))) {
      tools.reference = *own;
    }
    const DocxResult result = write_docx(document, path, tools);
    switch (result.outcome) {
      case DocxResult::Outcome::written:
        return true;
      case DocxResult::Outcome::pandoc_missing:
        result_.check.findings.add(finding_of("pandoc-missing", {}));
        break;
      case DocxResult::Outcome::pandoc_failed:
        result_.check.findings.add(
            finding_of("pandoc-failed", {{"reason", one_line(result.words)}}));
        break;
    }
    return false;
  }

  const BuildRequest& request_;
  const DataFiles& data_;
  const RuleCatalogue& rules_;
  const Messages& messages_;
  BuildResult& result_;
};

}  // namespace

const std::vector<std::string>& output_formats() {
  static const std::vector<std::string> kFormats = {"md", "xlsx", "docx",
                                                    "html", "json"};
  return kFormats;
}

Document document_of(const CheckResult& check, const YearRequest& request,
                     const RuleCatalogue& rules, const Messages& messages) {
  ComposeOptions options;
  options.draft = request.draft;
  options.draft_mark = messages("document.draft-mark");
  options.date = request.as_of.value_or(default_as_of(request.year));
  options.check_label = [&](const Constraint& constraint) {
    const Rule* rule = rules.find(constraint.rule);
    return rule == nullptr ? constraint.rule : rules.words(*rule).checks.zh;
  };
  options.notes = public_notes(check, messages);
  options.notes_lead = messages("document.notes-lead");
  const Config& config = check.year->config;
  return compose(check.year->table, {config.agency, config.contact},
                 check.texts, options);
}

std::string report_json(const CheckResult& check, const YearRequest& request,
                        const Document& document) {
  return write_report_file(check.year->table, request.draft, notes(document));
}

BuildResult build_report(const BuildRequest& request, const DataFiles& data,
                         const RuleCatalogue& rules, const Messages& messages) {
  BuildResult result;
  result.check = check_year(request.year, data, rules);
  result.folder =
      request.folder.empty()
          ? Workspace(request.year.workspace).output(request.year.year).path
          : request.folder;
  const bool in_the_way = result.check.fails(rules, request.strict);
  if (result.check.stopped || (in_the_way && !request.year.draft)) {
    return result;
  }
  const Document document =
      document_of(result.check, request.year, rules, messages);
  try {
    result.written =
        SetWriter(request, data, rules, messages, result).write(document);
  } catch (const std::system_error& error) {
    auto arguments = reason_arguments(error, result.folder.string());
    arguments.push_back({"file", result.folder.string()});
    result.check.findings.add(
        finding_of("output-not-writable", std::move(arguments)));
  }
  if (!result.written) {
    result.files.clear();
    result.check.stopped = true;
    put_in_order(result.check.findings.all(), rules);
  }
  return result;
}

}  // namespace gov_report
