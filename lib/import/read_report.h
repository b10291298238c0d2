// read_report.h - a published page as a report: the same table and text that a
// workspace gives, with what could not be read said.
//
//   in      a page, and the forms it may be in
//   out     the form whose words the tables show, whatever the year; figures
//           of rows that are sure, no others
//   several reports in one file, as in a comparison of two years, are not read:
//           `several`, and no figures
//   absent  year 0: not said; an empty agency: not said; a page on which
//           nothing of a report is found is nullopt

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "import/published_page.h"
#include "import/table_reading.h"
#include "narrative/report_text.h"
#include "schema/page_format.h"
#include "schema/text_format.h"

namespace gov_report {

struct PublishedReport {
  /// The form it is in, with groups printed as one row taken for such; the
  /// table's format.
  std::shared_ptr<const ReportFormat> format;
  int year = 0;
  std::string agency;
  ReportText text;
  Table table;
  std::shared_ptr<const PublishedForm> form;  ///< whose rows `readings` names
  TableReadings readings;
  bool several = false;
  bool tables_only = false;  ///< a workbook without any words of the report
  ReadLimit cut = ReadLimit::none;  ///< a part of the page was not read
  bool cut_off = false;  ///< the page ends early, in front of the last section
  /// By table: a picture stands where it should.
  std::vector<std::optional<Place>> pictures;
};

/// What is needed to find a report.
struct ReportWords {
  PublishedForms forms;
  const PageFormat* page = nullptr;
  const TextFormat* texts = nullptr;
};

std::optional<PublishedReport> read_report(PublishedPage page,
                                           const ReportWords& words);

/// Where a figure stands. The line around it is kept once for each row, not in
/// the table.
Place place_of(const PublishedReport& report, CellIndex cell);

/// Figures that stand in the report and were not read, in order: in rows that
/// were not, under other labels, in pictures.
std::vector<CellIndex> unread_cells(const PublishedReport& report);

/// Those of a row that was not read.
std::vector<CellIndex> unread_cells(const PublishedReport& report,
                                    const UnreadRow& row);

/// Figures of the form that were not read or are not there.
std::size_t cells_not_read(const PublishedReport& report);

/// What the name of a body says about it; nullptr: nothing.
const BodyOfName* body_of_name(const std::string& agency,
                               const PageFormat& format);

}  // namespace gov_report
