#include "pipeline/year_inputs.h"

#include <algorithm>

#include "base/text.h"
#include "narrative/glyphs.h"
#include "source/text_file.h"
#include "source/yaml.h"
#include "tally/comparable.h"

namespace gov_report {
namespace {

constexpr int kLastYear = 2198;  // the next one must still be a year

/// Last year's form may be another one; without a crosswalk equal ids mean
/// the same.
void compare_forms(const YearRequest& request, const DataFiles& data,
                   const RuleCatalogue& rules, Year& year,
                   const FindingSink& sink) {
  if (!year.last || year.last->format == year.schema.report.id) return;
  const auto formats = list_formats(data, [](const Finding&) {});
  if (std::ranges::find(formats, year.last->format, &FormatYears::id) ==
      formats.end()) {
    return;
  }
  const auto old =
      load_schema(data, request.year - 1, year.last->format, rules, sink);
  if (!old) return;
  const auto crosswalk =
      load_crosswalk(data, old->report, year.schema.report, sink);
  if (crosswalk) make_comparable(*year.last, *crosswalk);
}

bool has_format(const DataFiles& data, int year) {
  const auto formats = list_formats(data, [](const Finding&) {});
  return std::ranges::any_of(formats, [&](const FormatYears& one) {
    return one.from_year <= year && year <= one.to_year;
  });
}

/// Bodies are renamed and merged; a file of a neighbour is a slip.
void report_other_agency(const InputFile& file, Year& year,
                         const FindingSink& sink) {
  year.coverage.ran("sealed-of-another-body");
  if (!year.last || year.last->agency == year.config.agency) return;
  Finding finding;
  finding.rule = "sealed-of-another-body";
  finding.place.file = file.name;
  finding.arguments = {{"file", file.name},
                       {"value", printable(year.last->agency)},
                       {"expected", year.config.agency}};
  sink(std::move(finding));
}

}  // namespace

bool load_last_year(const YearRequest& request, const DataFiles& data,
                    const RuleCatalogue& rules, Year& year,
                    const FindingSink& sink) {
  const Workspace workspace(request.workspace);
  const InputFile file = workspace.sealed(request.year - 1);
  year.coverage.ran("last-report-missing");
  if (!workspace.exists(file)) {
    Finding finding;
    finding.rule = "last-report-missing";
    if (!has_format(data, request.year - 1)) finding.variant = "no-form";
    finding.arguments = {{"year", std::to_string(request.year - 1)},
                         {"file", workspace.counts(request.year).name}};
    sink(std::move(finding));
    year.coverage.not_run(
        "sealed-of-another-body",
        {"no-last-year", {{"year", std::to_string(request.year - 1)}}});
    return true;
  }
  year.inputs.push_back(file);
  // JSON is read as YAML; nobody should be told about indentation.
  const FindingSink json_sink = [&](Finding finding) {
    if (finding.rule == "yaml-error") {
      finding.rule = "sealed-invalid";
      finding.variant = "json";
      finding.arguments.push_back({"file", file.name});
    }
    sink(std::move(finding));
  };
  if (const auto root = read_yaml_file(file.path, file.name, json_sink)) {
    year.last = read_sealed_report(*root, request.year - 1, file.name, sink);
    report_other_agency(file, year, sink);
    compare_forms(request, data, rules, year, sink);
  }
  return year.last.has_value();
}

ApplicantNames names_in_texts(const YearRequest& request, const Year& year) {
  const Workspace workspace(request.workspace);
  ApplicantNames names(year.schema.texts.personal);
  const FindingSink ignore = [](const Finding&) {};  // reported later
  for (const SectionFormat& section : year.schema.report.sections) {
    const InputFile file = workspace.narrative(request.year, section.id);
    if (!workspace.exists(file)) continue;
    const auto text =
        read_text_file(file.path, file.name, kNarrativeLimit, ignore);
    if (text) names.look_in(*text);
  }
  for (const PublicReason& reason : year.public_reasons) {
    names.look_in(reason.text);
  }
  names.look_in(year.config.agency);
  for (const auto& [key, value] : year.config.contact) names.look_in(value);
  return names;
}

Date horizon_of(const YearRequest& request) {
  const int latest = std::min(
      Workspace(request.workspace).latest_year(request.year), kLastYear);
  return request.as_of.value_or(make_date(latest + 1, 12, 31).value());
}

}  // namespace gov_report
