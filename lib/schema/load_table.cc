// Tables: from header and stub trees to cells, grid and sums.

#include <algorithm>
#include <map>

#include "base/text.h"
#include "schema/conditions.h"
#include "schema/load_report.h"
#include "schema/table_tree.h"

namespace gov_report {
namespace {

using Role = GridCell::Role;

struct Block {
  std::string title;
  std::string corner;
  bool corner_hint = false;
  std::vector<TreeNode> column_roots;
  std::vector<TreeNode> row_roots;
  std::vector<TreePath> columns;
  std::vector<TreePath> rows;
  CellTraits traits;
  int header_depth = 0;
};

Block read_block(const YamlNode& yaml, SchemaErrors& errors) {
  MapReader map(yaml, errors);
  Block block;
  block.title = map.text("title");
  if (const YamlNode* corner = map.node("corner")) {
    if (corner->kind == YamlNode::Kind::scalar) {
      block.corner = corner->text;
    } else {
      MapReader text(*corner, errors);
      block.corner = text.required_text("label");
      block.corner_hint = text.choice<bool>("style", {{"hint", true}}, false);
    }
  }
  block.traits = read_traits(map);
  block.column_roots =
      read_tree(items_of(map.required("columns"), errors), "columns", errors);
  block.row_roots =
      read_tree(items_of(map.required("rows"), errors), "rows", errors);
  block.columns = leaf_paths(block.column_roots);
  block.rows = leaf_paths(block.row_roots);
  for (const TreeNode& root : block.column_roots) {
    block.header_depth = std::max(block.header_depth, root.depth());
  }
  return block;
}

std::optional<LedgerIndex> ledger_named(
    const std::string& id, const std::vector<LedgerFormat>& ledgers) {
  for (std::size_t i = 0; i < ledgers.size(); ++i) {
    if (ledgers[i].id == id) return static_cast<LedgerIndex>(i);
  }
  return std::nullopt;
}

Stock read_stock(const YamlNode& yaml, const LedgerFormat& ledger,
                 SchemaErrors& errors) {
  MapReader map(yaml, errors);
  Stock stock;
  if (const YamlNode* date = map.required("date")) {
    stock.date = read_field(*date, ledger, errors).value_or(0);
  }
  if (const YamlNode* plus = map.required("plus")) {
    stock.plus = read_where(*plus, ledger, errors);
  }
  if (const YamlNode* minus = map.node("minus")) {
    stock.minus = read_where(*minus, ledger, errors);
  }
  stock.prints =
      map.choice<Stock::Prints>("prints",
                                {{"opening", Stock::Prints::opening},
                                 {"change", Stock::Prints::change},
                                 {"closing", Stock::Prints::closing}},
                                Stock::Prints::closing);
  stock.opening = map.texts("opening");
  return stock;
}

/// What the traits say a cell counts; nullopt (and a finding) without ledger.
std::optional<CellSource> source_of(const CellTraits& traits, Position at,
                                    const std::vector<LedgerFormat>& ledgers,
                                    SchemaErrors& errors) {
  const auto index = ledger_named(traits.ledger, ledgers);
  if (!index) {
    std::vector<std::string> known;
    for (const LedgerFormat& ledger : ledgers) known.push_back(ledger.id);
    errors.add(at, "dangling",
               {{"value", "ledger: " + traits.ledger},
                {"nearest", nearest(traits.ledger, known).value_or("-")}});
    return std::nullopt;
  }
  const LedgerFormat& ledger = ledgers[*index];
  CellSource source;
  source.ledger = *index;
  for (const YamlNode* map : traits.where) {
    const Where where = read_where(*map, ledger, errors);
    source.where.insert(source.where.end(), where.begin(), where.end());
  }
  if (!traits.measure.empty() && traits.measure != "count") {
    YamlNode name;
    name.text = traits.measure;
    name.at = at;
    source.measure.field = read_field(name, ledger, errors);
  }
  source.measure.divide_by_power_of_ten =
      traits.divide_by_power_of_ten.value_or(0);
  if (traits.stock != nullptr) {
    source.stock = read_stock(*traits.stock, ledger, errors);
  }
  return source;
}

class TableLoader {
 public:
  TableLoader(const std::vector<LedgerFormat>& ledgers, ReportFormat& report,
              SchemaErrors& errors)
      : ledgers_(ledgers), report_(report), errors_(errors) {}

  void load(const YamlNode& yaml) {
    MapReader map(yaml, errors_);
    table_.id = map.required_text("id");
    table_.label = map.bilingual("label");
    table_.citation = map.citation();
    table_.landscape = map.choice<bool>(
        "page", {{"landscape", true}, {"portrait", false}}, false);
    label_columns_ = map.number("label_columns", 0);
    for (const std::string& width : map.texts("widths")) {
      table_.widths.push_back(std::max(1, std::atoi(width.c_str())));
    }
    const CellTraits traits = read_traits(map);
    table_.first = static_cast<CellIndex>(report_.cells.size());
    std::vector<Block> blocks;
    for (const YamlNode& item : items_of(map.required("blocks"), errors_)) {
      blocks.push_back(read_block(item, errors_));
    }
    for (const Block& block : blocks) {
      int columns = label_columns_;
      for (const TreeNode& root : block.column_roots) columns += root.leaves();
      table_.columns = std::max(table_.columns, columns);
    }
    for (const Block& block : blocks) add_block(block, traits);
    table_.last = static_cast<CellIndex>(report_.cells.size());
    table_.header_rows = blocks.size() == 1 && blocks[0].title.empty()
                             ? blocks[0].header_depth
                             : 0;
    if (table_.widths.size() != static_cast<std::size_t>(table_.columns)) {
      errors_.add(yaml.at, "bad-value",
                  {{"key", "widths"},
                   {"value", std::to_string(table_.widths.size())},
                   {"allowed", std::to_string(table_.columns)}});
    }
    std::ranges::sort(table_.grid, [](const GridCell& a, const GridCell& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    report_.tables.push_back(std::move(table_));
    for (const Block& block : blocks) add_groups(block);
  }

 private:
  void add_text(int row, int column, int row_span, int column_span, Role role,
                const std::string& text, bool hint,
                const std::string& hint_part = {}) {
    GridCell cell;
    cell.row = row;
    cell.column = column;
    cell.row_span = row_span;
    cell.column_span = column_span;
    cell.role = role;
    cell.text = text;
    cell.hint = hint;
    cell.hint_part = hint_part;
    table_.grid.push_back(std::move(cell));
  }

  void add_block(const Block& block, const CellTraits& table_traits) {
    if (!block.title.empty()) {
      add_text(table_.rows++, 0, 1, table_.columns, Role::title, block.title,
               false);
    }
    const int top = table_.rows;
    if (label_columns_ > 0 && block.header_depth > 0) {
      add_text(top, 0, block.header_depth, label_columns_, Role::corner,
               block.corner, block.corner_hint);
    }
    int column = label_columns_;
    for (const TreeNode& root : block.column_roots) {
      add_header(root, top, column, block.header_depth);
      column += root.leaves();
    }
    table_.rows += block.header_depth;
    int row = table_.rows;
    for (const TreeNode& root : block.row_roots) row = add_stub(root, row, 0);
    add_cells(block, table_traits.with(block.traits));
    table_.rows = row;
  }

  void add_header(const TreeNode& node, int row, int column, int depth) {
    const int levels = node.label.empty() ? 0 : 1;
    if (levels == 1) {
      add_text(row, column, node.is_leaf() ? depth : 1, node.leaves(),
               Role::header, node.label, node.hint, node.hint_from);
    }
    for (const TreeNode& child : node.children) {
      add_header(child, row + levels, column, depth - levels);
      column += child.leaves();
    }
  }

  int add_stub(const TreeNode& node, int row, int column) {
    const int levels = node.label.empty() ? 0 : 1;
    int below = row;
    for (const TreeNode& child : node.children) {
      below = add_stub(child, below, column + levels);
    }
    if (node.is_leaf()) below = row + 1;
    if (levels == 1) {
      add_text(row, column, below - row,
               node.is_leaf() ? label_columns_ - column : 1, Role::label,
               node.label, node.hint, node.hint_from);
    }
    return below;
  }

  void add_cells(const Block& block, const CellTraits& outer) {
    const CellIndex first = static_cast<CellIndex>(report_.cells.size());
    const auto index_at = [&](std::size_t row, std::size_t column) {
      return static_cast<CellIndex>(first + row * block.columns.size() +
                                    column);
    };
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
      int grid_column = label_columns_;
      for (std::size_t c = 0; c < block.columns.size(); ++c) {
        const int span = block.columns[c].back()->span;
        add_cell(block.rows[r], block.columns[c], outer);
        GridCell figure;
        figure.row = table_.rows + static_cast<int>(r);
        figure.column = grid_column;
        figure.column_span = span;
        figure.figure = index_at(r, c);
        table_.grid.push_back(std::move(figure));
        grid_column += span;
      }
    }
    for (std::size_t r = 0; r < block.rows.size(); ++r) {
      if (block.rows[r].back()->sum.empty()) continue;
      const auto parts = sum_parts(block.rows[r], block.rows, errors_);
      for (std::size_t c = 0; c < block.columns.size(); ++c) {
        std::vector<CellIndex> cells;
        for (const std::size_t part : parts) cells.push_back(index_at(part, c));
        add_sum(index_at(r, c), std::move(cells), *block.rows[r].back(),
                Constraint::Each::column);
      }
    }
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
      if (block.columns[c].back()->sum.empty()) continue;
      const auto parts = sum_parts(block.columns[c], block.columns, errors_);
      for (std::size_t r = 0; r < block.rows.size(); ++r) {
        std::vector<CellIndex> cells;
        for (const std::size_t part : parts) cells.push_back(index_at(r, part));
        add_sum(index_at(r, c), std::move(cells), *block.columns[c].back(),
                Constraint::Each::row);
      }
    }
  }

  void add_cell(const TreePath& row, const TreePath& column,
                const CellTraits& outer) {
    const bool is_sum = !row.back()->sum.empty() || !column.back()->sum.empty();
    const CellTraits traits =
        outer.with(path_traits(row)).with(path_traits(column));
    CellFormat cell;
    cell.id = table_.id;
    for (const std::string& part : {path_id(row), path_id(column)}) {
      if (!part.empty()) cell.id += "." + part;
    }
    cell.row_label = path_name(row);
    cell.column_label = path_name(column);
    cell.unit = traits.unit.value_or(Unit::count);
    cell.decimals = traits.decimals;
    if (!is_sum) {
      cell.source = source_of(traits, row.back()->at, ledgers_, errors_);
    }
    enter(std::move(cell), row.back()->at);
  }

  void add_sum(CellIndex total, std::vector<CellIndex> parts,
               const TreeNode& node, Constraint::Each each) {
    Constraint equation;
    equation.rule = node.sum_rule;
    equation.citation = node.sum_citation;
    equation.each = each;
    equation.is_sum = true;
    equation.at = node.at;
    equation.holds.left.terms = {Term{1, false, total, {}}};
    for (const CellIndex part : parts) {
      equation.holds.right.terms.push_back(Term{1, false, part, {}});
    }
    report_.constraints.push_back(std::move(equation));
    report_.cells[total].parts = std::move(parts);
  }

  /// Totals of row groups with an id: figures for the text.
  void add_groups(const Block& block) {
    std::vector<TreePath> groups;
    for (const TreePath& path : block.rows) {
      for (std::size_t size = 1; size < path.size(); ++size) {
        const TreePath group(path.begin(), path.begin() + size);
        if (group.back()->id.empty()) continue;
        if (std::ranges::find(groups, group) == groups.end()) {
          groups.push_back(group);
        }
      }
    }
    for (const TreePath& group : groups) {
      for (const TreePath& column : block.columns)
        add_group(group, column, block);
    }
  }

  void add_group(const TreePath& group, const TreePath& column,
                 const Block& block) {
    const std::string table_id = report_.tables.back().id;
    const std::string column_id = path_id(column);
    CellFormat cell;
    cell.kind = CellKind::group;
    cell.id = table_id + "." + path_id(group) + "." + column_id;
    cell.row_label = path_name(group);
    cell.column_label = path_name(column);
    for (const TreePath& row : block.rows) {
      if (row.size() <= group.size() ||
          !std::equal(group.begin(), group.end(), row.begin())) {
        continue;
      }
      const auto part =
          report_.cell(table_id + "." + path_id(row) + "." + column_id);
      if (part) cell.parts.push_back(*part);
    }
    enter(std::move(cell), group.back()->at);
  }

  void enter(CellFormat cell, Position at) {
    const CellIndex index = static_cast<CellIndex>(report_.cells.size());
    if (!report_.by_id.emplace(cell.id, index).second) {
      errors_.add(at, "duplicate", {{"value", cell.id}});
    }
    report_.cells.push_back(std::move(cell));
  }

  const std::vector<LedgerFormat>& ledgers_;
  ReportFormat& report_;
  SchemaErrors& errors_;
  TableFormat table_;
  int label_columns_ = 0;
};

}  // namespace

void load_table(const YamlNode& yaml, const std::vector<LedgerFormat>& ledgers,
                ReportFormat& report, SchemaErrors& errors) {
  TableLoader(ledgers, report, errors).load(yaml);
}

void load_figure(const YamlNode& yaml, const std::vector<LedgerFormat>& ledgers,
                 ReportFormat& report, SchemaErrors& errors) {
  MapReader map(yaml, errors);
  CellFormat cell;
  cell.kind = CellKind::memo;
  cell.id = map.required_text("id");
  cell.row_label = map.bilingual("label");
  map.citation();
  const CellTraits traits = read_traits(map);
  cell.unit = traits.unit.value_or(Unit::count);
  cell.source = source_of(traits, yaml.at, ledgers, errors);
  const CellIndex index = static_cast<CellIndex>(report.cells.size());
  if (!report.by_id.emplace(cell.id, index).second) {
    errors.add(yaml.at, "duplicate", {{"value", cell.id}});
  }
  report.cells.push_back(std::move(cell));
}

}  // namespace gov_report
