#include "pipeline/waivers.h"

#include <algorithm>

#include "check/table_rules.h"
#include "source/yaml.h"
#include "workspace/waivers.h"

namespace gov_report {
namespace {

/// Rules of this form and version that lacked what they ask for.
std::set<std::string> rules_without_data(const Coverage& coverage) {
  static const std::set<std::string> kNeverHere = {"planned", "other-format",
                                                   "other-years"};
  std::set<std::string> rules;
  for (const auto& [rule, reason] : coverage.rules_not_run()) {
    if (!kNeverHere.contains(reason.key)) rules.insert(rule);
  }
  return rules;
}

}  // namespace

void RunWaivers::read(Year& year, const FindingSink& sink) {
  const Workspace workspace(request_.workspace);
  const InputFile file = workspace.waivers();
  for (const char* rule :
       {"waiver-invalid", "waiver-unused", "waiver-expired"}) {
    year.coverage.ran(rule);
  }
  if (!workspace.exists(file)) return;
  ignored_ = request_.no_waivers;
  if (ignored_) return;
  year.inputs.push_back(file);
  const auto root = read_yaml_file(file.path, file.name, sink);
  if (!root) return;
  const auto section_file = [&](const std::string& section) {
    return workspace.narrative(request_.year, section).name;
  };
  const ReportFormat& report = year.schema.report;
  const auto waivers = read_waivers(
      *root, file.name, {rules_, report, request_.year, section_file}, sink);
  for (const Waiver& waiver : waivers) {
    if (!waiver.is_public) continue;
    year.public_reasons.push_back({waiver.reason, waiver.reason_place});
  }
  WaiverSetting setting{report.id,
                        request_.year,
                        request_.as_of.value_or(default_as_of(request_.year)),
                        {}};
  for (const SectionFormat& section : report.sections) {
    setting.sections.emplace(section_file(section.id), section.id);
  }
  waiving_ = std::make_unique<Waiving>(rules_, std::move(setting), waivers);
}

void RunWaivers::pass(Finding finding, const FindingSink& next) {
  if (waiving_ == nullptr) {
    next(std::move(finding));
  } else {
    waiving_->pass(std::move(finding), next);
  }
}

WaivingSeen RunWaivers::take_seen() {
  return waiving_ == nullptr ? WaivingSeen() : waiving_->take_seen();
}

void RunWaivers::add_seen(WaivingSeen seen) {
  if (waiving_ != nullptr) waiving_->add_seen(std::move(seen));
}

void RunWaivers::finish(bool stopped, const FindingSink& sink,
                        CheckResult& result) {
  result.waivers_ignored = ignored_;
  if (waiving_ == nullptr) return;
  result.waived = waiving_->take();
  if (!stopped) {
    waiving_->finish(rules_without_data(result.year->coverage), sink);
  }
}

std::vector<CellNote> public_notes(const CheckResult& result,
                                   const Messages& messages) {
  std::vector<CellNote> notes;
  const ReportFormat& format = result.year->schema.report;
  for (const WaivedFinding& waived : result.waived) {
    if (!waived.waiver.is_public) continue;
    const auto cell = format.cell(waived.finding.cell);
    if (!cell) continue;
    const std::string text =
        messages("document.note", {{"cell", cell_label(format.cells[*cell]).zh},
                                   {"reason", waived.waiver.reason}});
    CellNote note{waived.finding.cell, text};
    // Two findings at a cell may have one reason.
    if (std::ranges::find(notes, note) == notes.end()) {
      notes.push_back(std::move(note));
    }
  }
  return notes;
}

std::vector<WaivedDiagnostic> describe_waived(const CheckResult& result,
                                              const RuleCatalogue& rules,
                                              Language language) {
  std::vector<WaivedDiagnostic> all;
  for (const auto& [finding, waiver] : result.waived) {
    WaivedDiagnostic one;
    one.finding = rules.describe(finding, language);
    one.reason = waiver.reason;
    one.person = waiver.person;
    one.date = iso_text(waiver.date);
    if (waiver.until) one.until = iso_text(*waiver.until);
    one.is_public = waiver.is_public;
    one.line = waiver.place.at.line;
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace gov_report
