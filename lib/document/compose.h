// compose.h - figures and texts of one year as a Document.
//
//   in      a table of any state; texts as narrative/section_text.h gives them
//   out     all sections of the format in its order, each table with every
//           place of its grid
//   absent  a blank figure prints nothing, any other prints what stands in the
//           source; a section without text has none

#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "document/document.h"
#include "narrative/narrative.h"
#include "tally/table.h"

namespace gov_report {

/// Who reports, for title and preamble.
struct Letterhead {
  std::string agency;
  std::map<std::string, std::string> contact;  ///< "phone": "0871-…"
};

/// Texts by id of their section.
using SectionTexts = std::map<std::string, std::vector<TextBlock>>;

/// A remark that stands under the table of a figure.
struct CellNote {
  std::string cell;  ///< id of the figure
  std::string text;
  friend bool operator==(const CellNote&, const CellNote&) = default;
};

struct ComposeOptions {
  bool draft = false;
  std::string draft_mark;  ///< printed on every page of a draft
  Date date;               ///< of the report, for file properties
  /// What a live check of the workbook is called.
  std::function<std::string(const Constraint&)> check_label;
  std::vector<CellNote> notes;
  std::string notes_lead;  ///< printed before the notes of a table
};

/// What stands above the sections, filled in.
struct Head {
  std::string title;
  /// A paragraph and which of ReportFormat::preamble it is; those that come
  /// out empty are left out.
  std::vector<std::pair<std::size_t, std::string>> preamble;
};

/// REQUIRES: table.format is not null.
Head compose_head(const Table& table, const Letterhead& letterhead);

/// REQUIRES: table.format is not null.
Document compose(const Table& table, const Letterhead& letterhead,
                 const SectionTexts& texts, const ComposeOptions& options);

}  // namespace gov_report
