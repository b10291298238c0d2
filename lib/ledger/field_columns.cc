#include "ledger/field_columns.h"

#include <algorithm>
#include <utility>

#include "base/invisible.h"
#include "base/listing.h"
#include "base/text.h"

namespace gov_report {
namespace {

/// Headings as a message shows them; of many the first few.
Text shown_headings(const std::vector<std::string>& headings) {
  constexpr std::size_t kShown = 5;
  std::vector<Text> texts;
  for (const std::string& heading : headings) {
    texts.emplace_back(as_quoted(heading));
  }
  return listed(texts, kShown);
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The heading that a field was perhaps meant by.
std::optional<std::string> nearest_heading(
    const FieldFormat& field, const std::vector<std::string>& headings) {
  auto near = nearest(field.heading.zh, headings);
  if (!near) near = nearest(field.id, headings);
  for (const std::string& alias : field.aliases) {
    if (!near) near = nearest(alias, headings);
  }
  return near;
}

}  // namespace

FieldColumns::FieldColumns(const LedgerFormat& format, const RowSource& rows,
                           std::string file, const FindingSink& sink)
    : format_(format),
      rows_(rows),
      file_(std::move(file)),
      headings_(format),
      columns_(format.fields.size()) {
  bind(sink);
  if (rows.has_header()) report_missing(sink);
}

void FieldColumns::bind(const FindingSink& sink) {
  const auto& columns = rows_.columns();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto field = headings_.find(columns[c].name);
    if (!field) continue;
    if (!columns_[*field]) {
      columns_[*field] = c;
      continue;
    }
    Finding twice;
    twice.rule = "duplicate-column";
    twice.place = rows_.header_place(file_, c);
    twice.arguments = {{"field", format_.fields[*field].heading},
                       {"value", columns[c].name}};
    sink(std::move(twice));
    usable_ = false;
  }
}

void FieldColumns::report_missing(const FindingSink& sink) {
  const bool any = std::ranges::any_of(
      columns_, [](const auto& column) { return column.has_value(); });
  if (!any) {
    usable_ = false;
    Finding none;
    none.rule = "missing-column";
    none.variant = "no-heading";
    none.place = rows_.header_place(file_, 0);
    none.place.width = 1;
    sink(std::move(none));
    return;
  }
  const std::vector<std::string> unused = unused_headings();
  for (std::size_t f = 0; f < format_.fields.size(); ++f) {
    if (!format_.fields[f].required || columns_[f]) continue;
    usable_ = false;
    report_missing_field(format_.fields[f], unused, sink);
  }
}

std::vector<std::string> FieldColumns::unused_headings() const {
  std::vector<std::string> unused;
  for (std::size_t c = 0; c < rows_.columns().size(); ++c) {
    const bool used = std::ranges::find(columns_, c) != columns_.end();
    if (!used && !trimmed(rows_.columns()[c].name).empty()) {
      unused.push_back(rows_.columns()[c].name);
    }
  }
  return unused;
}

/// Whether more of the columns that are there go by the ids of their fields
/// than by their headings.
bool FieldColumns::has_ids() const {
  std::size_t ids = 0;
  std::size_t all = 0;
  for (const auto& column : columns_) {
    if (!column) continue;
    ++all;
    if (is_ascii(rows_.columns()[*column].name)) ++ids;
  }
  return 2 * ids > all;
}

void FieldColumns::report_missing_field(const FieldFormat& field,
                                        const std::vector<std::string>& unused,
                                        const FindingSink& sink) const {
  Finding finding;
  finding.rule = "missing-column";
  finding.place = rows_.header_place(file_, 0);
  finding.place.width = 1;
  finding.arguments = {{"field", field.heading}};
  const auto near = nearest_heading(field, unused);
  const bool as_id = near ? is_ascii(*near) : has_ids();
  finding.arguments.push_back(
      {"column", as_id ? Text(field.id) : Text(field.heading.zh)});
  if (near) {
    finding.variant = "nearest";
    finding.arguments.push_back({"nearest", *near});
    for (std::size_t c = rows_.columns().size(); c-- > 0;) {
      if (rows_.columns()[c].name != *near) continue;
      finding.place = rows_.header_place(file_, c);
    }
  } else if (!unused.empty()) {
    finding.variant = "unknown-headings";
    finding.arguments.push_back({"headings", shown_headings(unused)});
  }
  sink(std::move(finding));
}

}  // namespace gov_report
