// form_rows.h - the rows of figures of a report form, as a reader of published
// tables looks for them.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "import/labels.h"
#include "narrative/report_text.h"
#include "schema/report_format.h"

namespace gov_report {

struct FormRow {
  std::size_t table = 0;         ///< index in ReportFormat::tables
  std::size_t block = 0;         ///< rows under one header have the same
  std::string printed;           ///< its own label; empty: a row without one
  Label label;                   ///< without the hint in the small face
  Label whole;                   ///< with it
  std::vector<CellIndex> cells;  ///< by column
  std::string corner;            ///< folded, beside its headers; may be empty
  std::vector<std::string> headers;  ///< printed label of each column
  std::vector<Label> columns;
  /// By column: the power of ten of the yuan that its figures are in; nullopt:
  /// no money.
  std::vector<std::optional<int>> money;
  /// Labels of all headers above each column, from the top down.
  std::vector<std::vector<Label>> paths;
  /// More than 0: the total of a group, which some print in the place of that
  /// many rows after it.
  std::size_t parts = 0;
};

/// In the order of the form.
std::vector<FormRow> form_rows(const ReportFormat& format);

/// All that a table of the form prints besides figures, folded: titles, labels
/// and headers.
std::vector<std::string> printed_words(const ReportFormat& format);

/// A copy of the form in which these group totals are figures of their own and
/// the rows that they stand for are not there.
ReportFormat with_groups_printed(const ReportFormat& format,
                                 const std::vector<CellIndex>& groups);

/// Such copies, each made when it is first asked for: many pages print the same
/// groups. Several threads may ask.
class FormsWithGroups {
 public:
  /// REQUIRES: always the same format.
  std::shared_ptr<const ReportFormat> of(const ReportFormat& format,
                                         const std::vector<CellIndex>& groups);

 private:
  std::mutex mutex_;
  std::map<std::vector<CellIndex>, std::shared_ptr<const ReportFormat>> made_;
};

/// A form with what readers of published pages look for, prepared once for all
/// pages.
struct PublishedForm {
  std::shared_ptr<const ReportFormat> format;
  std::vector<FormRow> rows;
  std::vector<std::string> words;  ///< printed_words
  /// Those that some other form does not print: they tell which one it is.
  std::vector<std::string> telling;
  SectionHeadings headings;
  std::unique_ptr<FormsWithGroups> with_groups =
      std::make_unique<FormsWithGroups>();
};

using PublishedForms = std::vector<std::shared_ptr<const PublishedForm>>;

PublishedForms published_forms(
    const std::vector<std::shared_ptr<const ReportFormat>>& formats);

}  // namespace gov_report
