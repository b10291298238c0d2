#include "pipeline/annotation_plan.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::string_view kOption = "--annotate";

std::string listed(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

void refuse(const std::string& variant, const std::string& value,
            const std::vector<std::string>& allowed, const FindingSink& sink) {
  Finding finding;
  finding.rule = "unknown-option-value";
  finding.variant = variant;
  finding.arguments = {{"option", std::string(kOption)},
                       {"value", printable(value)},
                       {"allowed", listed(allowed)}};
  if (const auto near = nearest(value, allowed); near && variant.empty()) {
    finding.variant = "nearest";
    finding.arguments.push_back({"nearest", *near});
  }
  sink(std::move(finding));
}

void report_missing(const std::string& file, const FindingSink& sink) {
  Finding finding;
  finding.rule = "file-missing";
  finding.place.file = file;
  finding.arguments = {{"file", file}};
  sink(std::move(finding));
}

std::vector<AnnotationFile> files_of(const LedgerFormat& ledger,
                                     const std::vector<InputFile>& of_ledger) {
  std::vector<AnnotationFile> files;
  for (const InputFile& file : of_ledger) {
    files.push_back({ledger.label, file, sheet_choice(ledger, file)});
  }
  return files;
}

bool is_named(const LedgerFormat& ledger, const std::string& name) {
  const std::string folded = fold(name);
  return folded == fold(ledger.id) || folded == fold(ledger.label.zh) ||
         folded == fold(ledger.label.en);
}

/// The files of the ledger, or the file, of that name; empty after a finding.
std::vector<AnnotationFile> files_named(const std::string& name,
                                        const Schema& schema,
                                        const LedgerFiles& ledgers,
                                        const FindingSink& sink) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < schema.ledgers.size(); ++i) {
    const LedgerFormat& ledger = schema.ledgers[i];
    known.push_back(ledger.id);
    std::vector<AnnotationFile> files = files_of(ledger, ledgers[i]);
    if (is_named(ledger, name)) {
      if (files.empty()) report_missing("ledgers/" + ledger.id + ".csv", sink);
      return files;
    }
    for (AnnotationFile& file : files) {
      if (file.file.name == name) return {std::move(file)};
    }
  }
  refuse("", name, known, sink);
  return {};
}

std::vector<AnnotationFile> all_files(const Schema& schema,
                                      const LedgerFiles& ledgers,
                                      const FindingSink& sink) {
  std::vector<AnnotationFile> all;
  for (std::size_t i = 0; i < schema.ledgers.size(); ++i) {
    for (AnnotationFile& file : files_of(schema.ledgers[i], ledgers[i])) {
      all.push_back(std::move(file));
    }
  }
  if (all.empty()) report_missing("ledgers/", sink);
  return all;
}

}  // namespace

std::filesystem::path annotation_target(const std::string& word) {
  const std::size_t sign = word.find('=');
  return sign == std::string::npos ? word : word.substr(sign + 1);
}

std::optional<AnnotationPlan> plan_annotation(const std::string& word,
                                              const Schema& schema,
                                              const LedgerFiles& ledgers,
                                              const FindingSink& sink) {
  AnnotationPlan plan;
  plan.target = annotation_target(word);
  const std::string ending = small_letters(plan.target.extension().string());
  plan.workbook = ending == ".xlsx";
  if (!plan.workbook && ending != ".csv") {
    refuse("", ending.empty() ? plan.target.string() : ending,
           {".csv", ".xlsx"}, sink);
    return std::nullopt;
  }
  const std::size_t sign = word.find('=');
  plan.files = sign == std::string::npos
                   ? all_files(schema, ledgers, sink)
                   : files_named(word.substr(0, sign), schema, ledgers, sink);
  if (plan.files.empty()) return std::nullopt;
  if (plan.workbook || plan.files.size() == 1) return plan;
  std::vector<std::string> names;
  for (const AnnotationFile& file : plan.files) names.push_back(file.file.name);
  refuse("which-file", plan.target.string(), names, sink);
  return std::nullopt;
}

}  // namespace gov_report
