// table_format.h - the figures of a report form, what each counts, and the
// tables that print them.
//
//   units   a cell is a count, a signed count or an amount (Unit)
//   source  every table carries its citation

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "schema/field_format.h"

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

}  // namespace gov_report
