// report_format.h - one report format as the statute fixes it, loaded from
// schemas/reports/*.yaml (the language: schemas/README.md).
//
//   units   a cell is a count, a signed count or an amount (Unit)
//   source  every table, sum and constraint carries its citation

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/decimal.h"
#include "base/finding.h"
#include "schema/ledger_format.h"

namespace gov_report {

/// Index of a figure in ReportFormat::cells.
using CellIndex = std::uint32_t;
/// Index of a ledger in Schema::ledgers.
using LedgerIndex = std::uint16_t;

enum class Unit { count, signed_count, amount };

/// What records add to a cell.
struct Measure {
  std::optional<FieldIndex> field;  ///< absent: each record counts 1
  int divide_by_power_of_ten = 0;   ///< 4: field in 元, cell in 万元
};

/// A level that flows move (schemas/README.md, "stock").
struct Stock {
  enum class Prints { opening, change, closing };
  FieldIndex date = 0;
  Where plus;
  Where minus;
  Prints prints = Prints::closing;
  std::vector<std::string> opening;  ///< cell ids of last year's report
};

/// What a cell counts. A sum has no ledger of its own.
struct CellSource {
  LedgerIndex ledger = 0;
  Where where;
  Measure measure;
  std::optional<Stock> stock;
};

struct DecimalLimit {
  int at_most = 0;
  std::string rule;
  Position at;  ///< in the schema
};

/// How far a figure is part of the form.
enum class CellKind {
  printed,  ///< a value cell of a statutory table
  group,    ///< total of a row group; for text and charts only
  memo,     ///< another figure for the text (`figures:`)
};

struct CellFormat {
  std::string id;
  Text row_label;     ///< of its row, as short as the schema has it
  Text column_label;  ///< of its column
  CellKind kind = CellKind::printed;
  Unit unit = Unit::count;
  std::optional<CellSource> source;  ///< absent for sums
  std::vector<CellIndex> parts;      ///< what a sum adds up; else empty
  std::optional<DecimalLimit> decimals;
};

/// Printed text or figure at a place of a table's grid; rows and columns
/// count from 0.
struct GridCell {
  enum class Role { title, header, corner, label, figure };
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  Role role = Role::figure;
  std::string text;                 ///< printed text; empty for figures
  bool hint = false;                ///< printed in the hint face
  std::string hint_part;            ///< a piece of text in the hint face
  std::optional<CellIndex> figure;  ///< for Role::figure
};

struct TableFormat {
  std::string id;
  Text label;
  std::string citation;
  bool landscape = false;
  int rows = 0;
  int columns = 0;
  int header_rows = 0;  ///< rows to repeat on each page; 0: none
  std::vector<int> widths;
  std::vector<GridCell> grid;  ///< by row, then column
  CellIndex first = 0;         ///< its printed cells are
  CellIndex last = 0;          ///< [first, last) of ReportFormat::cells
};

/// factor * cell; the cell may be one of last year's report.
struct Term {
  Decimal factor;
  bool last_year = false;
  CellIndex cell = 0;          ///< REQUIRES: !last_year
  std::string last_year_cell;  ///< id, as last year's format may differ
};

struct Expression {
  std::vector<Term> terms;
  Decimal constant;
};

struct Comparison {
  enum class Operator { equal, at_most, at_least, less, more };
  Expression left;
  Operator op = Operator::equal;
  Expression right;
  Position at;  ///< in the schema
};

/// One equation or condition over the cells of a report.
struct Constraint {
  /// What it is repeated over; tells which labels name its terms.
  enum class Each { once, row, column };
  std::string rule;
  Each each = Each::once;
  std::string citation;
  std::optional<Comparison> condition;  ///< `if:`
  Comparison holds;
  std::optional<Severity> severity;  ///< absent: that of the rule
  std::string unless_flag;           ///< configuration flag; empty: none
  std::vector<std::string> levels;   ///< empty: bodies of every level
  std::vector<std::string> kinds;    ///< empty: bodies of every kind
  int from_year = 0;
  int to_year = 9999;
  bool is_sum = false;  ///< comes from a `sum:`
  /// The right side may be off by half a unit of its last printed digit.
  bool within_rounding = false;
  bool show_check = false;  ///< the workbook shows it as a live check
  Position at;
  bool uses_last_year() const;
};

struct SectionFormat {
  enum class Content { narrative, table };
  std::string id;
  std::string heading;
  std::vector<std::string> accepted;  ///< other headings of the same section
  Content content = Content::narrative;
  bool required = false;             ///< narrative without default wording
  std::optional<std::size_t> table;  ///< index in ReportFormat::tables
  std::string citation;
};

struct ReportFormat {
  std::string id;
  int from_year = 0;
  int to_year = 9999;  ///< 9999: open
  Text label;
  std::string citation;
  std::string legal_basis;  ///< what the report rests on, in words
  /// schemas/texts.yaml and claims.yaml are about the texts of this form.
  bool checked_wording = false;
  std::string title;                  ///< with {agency} and {year}
  std::vector<std::string> preamble;  ///< paragraphs with {…}
  std::string file;                   ///< this format, as messages name it
  std::vector<Position> preamble_at;  ///< of its paragraphs in that file
  std::vector<SectionFormat> sections;
  std::vector<TableFormat> tables;
  std::vector<CellFormat> cells;  ///< printed, group and memo cells
  std::vector<Constraint> constraints;
  std::unordered_map<std::string, CellIndex> by_id;

  /// nullopt if the format has no such figure.
  std::optional<CellIndex> cell(std::string_view id) const;
};

}  // namespace gov_report
