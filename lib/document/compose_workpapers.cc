#include "document/compose_workpapers.h"

#include <algorithm>
#include <set>

#include "document/compose_table.h"

namespace gov_report {
namespace {

using Test = Condition::Test;

constexpr std::size_t kBeforeFields = 2;  // number and place of the record

bool same(const Condition& a, const Condition& b) {
  return a.field == b.field && a.test == b.test;
}

/// Tests that a formula cannot make of the text as it stands.
bool needs_helper(Test test) {
  switch (test) {
    case Test::filled:
    case Test::empty:
    case Test::own:
    case Test::others:
    case Test::positive:
      return true;
    default:
      return false;
  }
}

std::string_view test_name(Test test) {
  switch (test) {
    case Test::filled:
      return "filled";
    case Test::empty:
      return "empty";
    case Test::own:
      return "own";
    case Test::others:
      return "others";
    default:
      return "positive";
  }
}

LedgerColumn::Kind kind_of(FieldType type) {
  switch (type) {
    case FieldType::date:
      return LedgerColumn::Kind::date;
    case FieldType::count:
    case FieldType::amount:
      return LedgerColumn::Kind::number;
    default:
      return LedgerColumn::Kind::text;
  }
}

/// The row and the column of a figure, in Chinese as the report is.
std::string label_of(const CellFormat& cell) {
  if (cell.row_label.zh.empty()) return cell.column_label.zh;
  if (cell.column_label.zh.empty()) return cell.row_label.zh;
  return cell.row_label.zh + "\u00b7" + cell.column_label.zh;
}

}  // namespace

WorkpaperComposer::WorkpaperComposer(const WorkpaperSources& sources,
                                     const WorkpaperOptions& options)
    : sources_(sources),
      options_(options),
      form_(*sources.table.format),
      figure_of_(form_.cells.size()) {
  plan_.title = options_.title;
  plan_.agency = sources_.table.agency;
  plan_.date = options_.compose.date;
  plan_.first = sources_.year.first;
  plan_.last = sources_.year.last;
  plan_.draft = options_.compose.draft;
  plan_.draft_mark = options_.compose.draft_mark;
  plan_.notes = options_.notes;
  for (const auto& [ledger, columns] : sources_.columns) add_ledger(ledger);
  add_figures();
}

std::optional<std::size_t> WorkpaperComposer::sheet(LedgerIndex ledger) const {
  for (std::size_t i = 0; i < ledgers_.size(); ++i) {
    if (ledgers_[i].index == ledger) return i;
  }
  return std::nullopt;
}

void WorkpaperComposer::add_ledger(LedgerIndex index) {
  const LedgerFormat& format = sources_.ledgers[index];
  ledgers_.push_back({index, {}, LedgerTally(form_, index, sources_.year)});
  Ledger& ledger = ledgers_.back();
  plan_.ledgers.emplace_back().name = format.label.zh;
  auto& columns = plan_.ledgers.back().columns;
  columns.push_back({format.id + "_row", options_.heading("row", ""),
                     LedgerColumn::Kind::number, true});
  columns.push_back({format.id + "_place", options_.heading("place", ""),
                     LedgerColumn::Kind::text, true});
  const std::set<FieldIndex> needed = fields_of_formulas(index);
  for (FieldIndex f = 0; f < format.fields.size(); ++f) {
    const bool may_be_shown =
        sources_.columns.at(index)[f] && !format.fields[f].is_private;
    if (may_be_shown || needed.contains(f)) add_field(ledger, f);
  }
  for (const CellFormat& cell : form_.cells) {
    const bool is_one = cell.source && cell.source->ledger == index &&
                        cell.kind == CellKind::printed;
    if (is_one) add_tests(ledger, *cell.source);
  }
  columns.push_back({format.id + "_counted", options_.heading("counted", ""),
                     LedgerColumn::Kind::text, true});
}

/// Fields whose column a formula looks at itself: dates and measures.
std::set<FieldIndex> WorkpaperComposer::fields_of_formulas(
    LedgerIndex index) const {
  std::set<FieldIndex> fields;
  for (const CellFormat& cell : form_.cells) {
    if (!cell.source || cell.source->ledger != index) continue;
    if (cell.kind != CellKind::printed) continue;
    for (const Flow& flow : flows_of(*cell.source)) {
      for (const Condition& condition : flow.where) {
        const bool by_itself =
            condition.test != Test::any_of && !needs_helper(condition.test);
        if (by_itself) fields.insert(condition.field);
      }
    }
    if (cell.source->measure.field) fields.insert(*cell.source->measure.field);
  }
  return fields;
}

void WorkpaperComposer::add_field(Ledger& ledger, FieldIndex field) {
  const LedgerFormat& ledger_format = sources_.ledgers[ledger.index];
  const FieldFormat& format = ledger_format.fields[field];
  add_column(ledger, {field, {}, false},
             {ledger_format.id + "_" + format.id, format.heading.zh,
              kind_of(format.type), false});
}

/// A column for each test of `source` that needs one.
void WorkpaperComposer::add_tests(Ledger& ledger, const CellSource& source) {
  const LedgerFormat& format = sources_.ledgers[ledger.index];
  for (const Flow& flow : flows_of(source)) {
    for (const Condition& condition : flow.where) {
      const bool is_class = condition.test == Test::any_of;
      if (!is_class && !needs_helper(condition.test)) continue;
      const bool known =
          std::ranges::any_of(ledger.columns, [&](const ColumnSource& column) {
            return is_class ? column.value_id && column.field == condition.field
                            : column.test && same(*column.test, condition);
          });
      if (known) continue;
      const FieldFormat& field = format.fields[condition.field];
      const std::string_view test = is_class ? "id" : test_name(condition.test);
      ColumnSource column{condition.field, {}, is_class};
      if (!is_class) column.test = condition;
      add_column(
          ledger, column,
          {format.id + "_" + field.id + "_" + std::string(test),
           options_.heading(test, field.heading.zh),
           is_class ? LedgerColumn::Kind::text : LedgerColumn::Kind::number,
           true});
    }
  }
}

std::size_t WorkpaperComposer::add_column(Ledger& ledger, ColumnSource source,
                                          LedgerColumn column) {
  ledger.columns.push_back(std::move(source));
  plan_.ledgers.back().columns.push_back(std::move(column));
  return plan_.ledgers.back().columns.size() - 1;
}

void WorkpaperComposer::add_figures() {
  for (std::size_t t = 0; t < form_.tables.size(); ++t) {
    plan_.tables.push_back(compose_table(sources_.table, t, options_.compose));
    const TableFormat& table = form_.tables[t];
    for (CellIndex i = table.first; i < table.last; ++i) add_figure(i, t);
  }
}

void WorkpaperComposer::add_figure(CellIndex cell, std::size_t table) {
  figure_of_[cell] = plan_.figures.size();
  const CellFormat& format = form_.cells[cell];
  WorkpaperFigure figure{format.id, label_of(format), table, {}};
  const bool stands = !sources_.table.cells[cell].place.file.empty() ||
                      (format.source && sheet(format.source->ledger));
  if (format.parts.empty() && sources_.table.number(cell) && stands) {
    figure.formula = formula_of(cell);
  }
  plan_.figures.push_back(std::move(figure));
}

FigureFormula WorkpaperComposer::formula_of(CellIndex cell) {
  const CellFormat& format = form_.cells[cell];
  const Cell& value = sources_.table.cells[cell];
  FigureFormula formula;
  if (!value.place.file.empty()) {
    formula.inputs.push_back(add_input(
        cell, value.number,
        value.place.file + ":" + std::to_string(value.place.at.line)));
    return formula;
  }
  const auto opening = sources_.openings.find(cell);
  const FigureParts parts =
      parts_of(*format.source, opening != sources_.openings.end());
  if (parts.opening) {
    formula.inputs.push_back(
        add_input(cell, opening->second.first, opening->second.second));
    InputFigure& input = plan_.inputs.back();
    input.label = options_.heading("opening", input.label);
  }
  formula.divide_by_power_of_ten =
      format.source->measure.divide_by_power_of_ten;
  for (const Flow& flow : flows_of(*format.source)) {
    if (parts.has(flow)) add_terms(flow, *format.source, formula);
  }
  return formula;
}

std::size_t WorkpaperComposer::add_input(CellIndex cell, Decimal value,
                                         std::string source) {
  const CellFormat& format = form_.cells[cell];
  plan_.inputs.push_back(
      {format.id, label_of(format), std::move(source), value});
  return plan_.inputs.size() - 1;
}

/// Formulas know "and" only: each way of an "or" is a term of its own. The
/// ways of one condition exclude each other.
void WorkpaperComposer::add_terms(const Flow& flow, const CellSource& source,
                                  FigureFormula& formula) const {
  const std::size_t sheet_index = sheet(source.ledger).value();
  const Ledger& ledger = ledgers_[sheet_index];
  std::vector<std::vector<Criterion>> all(1);
  for (const Condition& condition : flow.where) {
    std::vector<std::vector<Criterion>> longer;
    for (const auto& first : all) {
      for (const auto& next : ways(condition, ledger)) {
        longer.push_back(first);
        longer.back().insert(longer.back().end(), next.begin(), next.end());
      }
    }
    all = std::move(longer);
  }
  for (auto& criteria : all) {
    RecordTerm term{flow.sign, sheet_index, {}, std::move(criteria)};
    if (source.measure.field) {
      term.measure = column_of(ledger, *source.measure.field);
    }
    // The rows below the last record are empty too.
    const bool only_empty =
        std::ranges::all_of(term.criteria, [](const Criterion& criterion) {
          return criterion.test == Criterion::Test::empty;
        });
    if (only_empty) {
      term.criteria.push_back({0, Criterion::Test::above_zero, {}});
    }
    formula.terms.push_back(std::move(term));
  }
}

std::vector<std::vector<Criterion>> WorkpaperComposer::ways(
    const Condition& condition, const Ledger& ledger) const {
  using Is = Criterion::Test;
  if (needs_helper(condition.test)) {
    for (std::size_t i = 0; i < ledger.columns.size(); ++i) {
      const auto& test = ledger.columns[i].test;
      if (!test || !same(*test, condition)) continue;
      return {{{i + kBeforeFields, Is::above_zero, {}}}};
    }
  }
  if (condition.test == Test::any_of) {
    const auto helper =
        std::ranges::find_if(ledger.columns, [&](const ColumnSource& column) {
          return column.value_id && column.field == condition.field;
        });
    const auto column = static_cast<std::size_t>(
        helper - ledger.columns.begin() + kBeforeFields);
    const FieldFormat& field =
        sources_.ledgers[ledger.index].fields[condition.field];
    std::vector<std::vector<Criterion>> values;
    for (const ValueIndex value : condition.values) {
      values.push_back({{column, Is::equals, field.values[value].id}});
    }
    return values;
  }
  const std::size_t column = column_of(ledger, condition.field);
  switch (condition.test) {
    case Test::in_year:
      return {{{column, Is::from_start, {}}, {column, Is::to_end, {}}}};
    case Test::before_year:
      return {{{column, Is::before_start, {}}}};
    case Test::by_year_end:
      return {{{column, Is::to_end, {}}}};
    case Test::open_at_start:
      return {{{column, Is::empty, {}}}, {{column, Is::from_start, {}}}};
    default:  // open_at_end
      return {{{column, Is::empty, {}}}, {{column, Is::after_end, {}}}};
  }
}

std::size_t WorkpaperComposer::column_of(const Ledger& ledger,
                                         FieldIndex field) const {
  const auto found =
      std::ranges::find_if(ledger.columns, [&](const ColumnSource& column) {
        return !column.test && !column.value_id && column.field == field;
      });
  return static_cast<std::size_t>(found - ledger.columns.begin()) +
         kBeforeFields;
}

SheetValue WorkpaperComposer::value_of(const ColumnSource& source,
                                       const Record& record) const {
  const Value& value = record.values[source.field];
  if (source.test) {
    return Decimal(holds(*source.test, record, sources_.year) ? 1 : 0);
  }
  if (source.value_id) {
    if (value.kind != Value::Kind::choice) return {};
    return record.format->fields[source.field].values[value.choice].id;
  }
  switch (value.kind) {
    case Value::Kind::empty:
      return {};
    case Value::Kind::date:
      return value.date;
    case Value::Kind::count:
    case Value::Kind::amount:
      return value.amount;
    default:
      return std::string(value.text);
  }
}

LedgerRow WorkpaperComposer::row(LedgerIndex index, const Record& record,
                                 std::string file, std::string name) const {
  const Ledger& ledger = ledgers_[sheet(index).value()];
  LedgerRow row;
  row.source = std::move(file) + ":" + std::to_string(record.line);
  row.name = std::move(name);
  for (const ColumnSource& column : ledger.columns) {
    row.values.push_back(value_of(column, record));
  }
  std::vector<Contribution> found;
  ledger.tally.contributions(record, found);
  for (const Contribution& one : found) {
    const auto figure = figure_of_[one.cell];
    if (!figure || !plan_.figures[*figure].formula) continue;
    if (!sources_.table.cells[one.cell].place.file.empty()) continue;
    const FigureParts parts = parts_of(*form_.cells[one.cell].source,
                                       sources_.openings.contains(one.cell));
    if (!(one.before_year ? parts.earlier : parts.year)) continue;
    row.counted.push_back({*figure, one.amount});
  }
  return row;
}

}  // namespace gov_report
