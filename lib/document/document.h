// document.h - a report, complete and neutral of any output format.
//
// Every writer prints exactly this and decides nothing about content. Rows and
// columns of a table count from 0.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"

namespace gov_report {

/// A run of text in one face.
struct Run {
  std::string text;
  bool bold = false;
  friend bool operator==(const Run&, const Run&) = default;
};

struct Paragraph {
  /// indented: as the text of a report. flush: to whom a letter goes.
  /// signature: who sends it, and when, two characters from the right.
  /// closing: indented, on the page of what comes next, as a signature.
  enum class Manner { indented, flush, signature, closing };
  std::vector<Run> runs;
  Manner manner = Manner::indented;
};

/// A heading inside a section; level 2 is （一）, 3 is 1.
struct Heading {
  int level = 2;
  std::vector<Run> runs;
};

struct List {
  bool ordered = false;
  std::vector<std::vector<Run>> items;
};

/// One cell of a table's grid. Cells covered by a span are not listed.
struct TableCell {
  enum class Role { title, header, corner, label, figure };
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  Role role = Role::figure;
  std::string text;               ///< what is printed, figures included
  bool hint = false;              ///< in the hint face
  std::string hint_part;          ///< this piece of `text` is in the hint face
  std::optional<Decimal> number;  ///< figures that are plain numbers
  std::string id;                 ///< id of the figure; empty otherwise
  /// Raised behind the figure where the format can: ① of the note about it. No
  /// part of the figure.
  std::string mark;
  /// Grid places (row, column) whose numbers it adds up; empty if none.
  std::vector<std::pair<int, int>> parts;
};

/// An equation that the workbook shows live: the sum of sign * cell is 0.
struct TableCheck {
  struct Term {
    int row = 0;
    int column = 0;
    int sign = 1;
  };
  std::string label;  ///< what should agree, in words
  int column = 0;     ///< grid column under which it is shown
  std::vector<Term> terms;
};

/// A remark under a table about one of its figures.
struct TableNote {
  std::string cell;  ///< id of the figure
  std::string mark;  ///< ①
  std::string text;  ///< names the figure too: a sheet shows no mark
};

struct TableBlock {
  std::string id;
  std::string name;  ///< short; used as sheet name
  bool landscape = false;
  int rows = 0;
  int columns = 0;
  int header_rows = 0;           ///< to repeat on every page; 0: none
  std::vector<int> widths;       ///< relative, one per grid column
  std::vector<TableCell> cells;  ///< by row, then column
  std::vector<TableCheck> checks;
  std::vector<TableNote> notes;  ///< by place of their figures
  std::string notes_lead;        ///< 注：, before the first
};

using Block = std::variant<Paragraph, Heading, List, TableBlock>;

struct Section {
  std::string id;
  std::string heading;  ///< 一、总体情况
  std::vector<Block> blocks;
};

struct Document {
  std::string title;
  std::string agency;
  int year = 0;
  std::string format;      ///< cn-2021
  bool draft = false;      ///< marked 草稿 on every page
  std::string draft_mark;  ///< the text of the mark
  Date date;               ///< stands for "now" in file properties
  std::string keywords;    ///< among the file properties; may be empty
  std::vector<Paragraph> preamble;
  std::vector<Section> sections;
};

}  // namespace gov_report
