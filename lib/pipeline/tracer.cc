#include "pipeline/tracer.h"

#include <algorithm>

#include "base/text.h"
#include "check/table_rules.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

constexpr std::string_view kLast = "last.";
constexpr std::size_t kShownCharacters = 40;

/// Empty where the ledger numbers no records.
std::string name_of(const Record& record, const RecordReader& reader) {
  return record.format->field("id") ? reader.name_of(record) : "";
}

}  // namespace

Tracer::Tracer(std::filesystem::path workspace, const Year& year,
               const RuleCatalogue& rules, const Messages& messages)
    : workspace_(std::move(workspace)),
      year_(year),
      form_(year.schema.report),
      bounds_(make_report_year(year.table.year, year.config.agency)),
      rules_(rules),
      messages_(messages) {}

bool Tracer::find(const std::string& id) {
  figure_.year = year_.table.year;
  figure_.format = form_.id;
  figure_.cell = id;
  if (id.starts_with(kLast)) return find_last(id.substr(kLast.size()));
  auto cell = form_.cell(id);
  if (!cell) cell = by_label(id);
  if (!cell) return false;
  figure_.cell = form_.cells[*cell].id;
  figure_.label = in(cell_label(form_.cells[*cell]));
  figure_.value = year_.table.number(*cell);
  figure_.may_be_blank = form_.cells[*cell].kind == CellKind::memo;
  add_leaves(*cell, 1);
  if (figure_.value) note_fields();
  return true;
}

void Tracer::entries(const EntrySink& each) {
  if (!figure_.value) return;
  for (const TraceEntry& entry : fixed_) each(entry);
  for (const LedgerIndex ledger : ledgers_) record_entries(ledger, each);
  looked_ = true;
}

std::vector<std::string> Tracer::names() const {
  std::vector<std::string> all;
  for (const CellFormat& cell : form_.cells) all.push_back(cell.id);
  if (!year_.last) return all;
  for (const auto& [id, number] : year_.last->figures) {
    all.push_back(std::string(kLast) + id);
  }
  return all;
}

const std::string& Tracer::in(const Text& text) const {
  return messages_.language() == Language::zh ? text.zh : text.en;
}

std::optional<CellIndex> Tracer::by_label(const std::string& text) const {
  std::optional<CellIndex> found;
  for (CellIndex i = 0; i < form_.cells.size(); ++i) {
    const Text label = cell_label(form_.cells[i]);
    const std::string folded = fold(text);
    if (fold(label.zh) != folded && fold(label.en) != folded) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

bool Tracer::find_last(const std::string& id) {
  if (!year_.last || !year_.last->number(id)) return false;
  figure_.year = year_.last->year;
  figure_.format = year_.last->format;
  figure_.value = year_.last->number(id);
  const auto cell = form_.cell(id);
  if (cell) figure_.label = in(cell_label(form_.cells[*cell]));
  add_sealed(id, TraceEntry::Part::figure, "");
  return true;
}

/// A figure that somebody typed in stands for itself, even where the form
/// adds it up. nullptr if nobody did.
const Cell* Tracer::typed(CellIndex index) const {
  const Cell& cell = year_.table.cells[index];
  const auto given = year_.counts.cells.find(index);
  const bool is_it = cell.state == CellState::number &&
                     !cell.place.file.empty() &&
                     given != year_.counts.cells.end() &&
                     given->second.state == CellState::number;
  return is_it ? &cell : nullptr;
}

void Tracer::add_leaves(CellIndex index, int times) {
  const CellFormat& format = form_.cells[index];
  const Cell& cell = year_.table.cells[index];
  if (const Cell* given = typed(index)) {
    add_fixed(TraceEntry::Kind::typed, TraceEntry::Part::figure, given->place,
              format.id, given->number * Decimal(times));
  } else if (!format.parts.empty()) {
    for (const CellIndex part : format.parts) add_leaves(part, times);
  } else if (cell.state != CellState::number) {
    figure_.gaps.push_back({format.id, in(cell_label(format)), cell.place.file,
                            cell.place.at.line, absent_column(format)});
  } else if (format.source) {
    add_counted(index, times);
  }
}

/// Which column a ledger lacks for a figure; empty if that is not why.
std::string Tracer::absent_column(const CellFormat& format) const {
  if (!format.source) return {};
  const auto columns = year_.columns.find(format.source->ledger);
  if (columns == year_.columns.end()) return {};
  const LedgerFormat& ledger = year_.schema.ledgers[format.source->ledger];
  std::vector<FieldIndex> needed;
  for (const Condition& test : format.source->where) {
    needed.push_back(test.field);
  }
  const auto& measure = format.source->measure.field;
  if (measure) needed.push_back(*measure);
  for (const FieldIndex field : needed) {
    if (columns->second[field]) continue;
    return messages_(
        "not-run.no-column",
        {{"ledger", ledger.label}, {"field", ledger.fields[field].heading}});
  }
  return {};
}

void Tracer::add_counted(CellIndex index, int times) {
  const CellSource& source = *form_.cells[index].source;
  ledgers_.insert(source.ledger);
  const auto opening = year_.openings.find(index);
  Leaf& leaf = leaves_[index];
  leaf.times += times;
  leaf.parts = parts_of(source, opening != year_.openings.end());
  leaf.flows = flows_of(source);
  std::erase_if(leaf.flows,
                [&](const Flow& flow) { return !leaf.parts.has(flow); });
  if (leaf.parts.opening) add_opening(index, opening->second);
}

void Tracer::add_opening(CellIndex index, const KnownOpening& opening) {
  const std::string& id = form_.cells[index].id;
  if (opening.sealed) {
    const std::string row = id.substr(0, id.rfind('.') + 1);
    for (const std::string& name : form_.cells[index].source->stock->opening) {
      add_sealed(row + name, TraceEntry::Part::opening, id);
    }
    return;
  }
  add_fixed(TraceEntry::Kind::typed, TraceEntry::Part::opening,
            year_.counts.opening_places.at(index), id, opening.stock);
}

/// The figure of last year's report, or those of a group's rows that make it
/// up. `cell`: where they count; empty: as themselves.
void Tracer::add_sealed(const std::string& id, TraceEntry::Part part,
                        const std::string& cell) {
  const InputFile file = Workspace(workspace_).sealed(year_.table.year - 1);
  const auto root = read_yaml_file(file.path, file.name, [](const Finding&) {});
  const YamlNode* cells = root ? root->find("cells") : nullptr;
  if (cells == nullptr) return;  // then the figure is not proven
  const std::size_t dot = id.rfind('.');
  const bool is_group = !year_.last->figures.contains(id);
  for (const auto& [key, value] : cells->entries) {
    const bool is_row = is_group && key.text.ends_with(id.substr(dot)) &&
                        key.text.starts_with(id.substr(0, dot + 1));
    const auto number = year_.last->figures.find(key.text);
    if (number == year_.last->figures.end()) continue;
    if (key.text != id && !is_row) continue;
    add_fixed(TraceEntry::Kind::sealed, part, {file.name, value.at, 1, {}, {}},
              cell.empty() ? std::string(kLast) + key.text : cell,
              number->second);
  }
}

void Tracer::add_fixed(TraceEntry::Kind kind, TraceEntry::Part part,
                       const Place& place, const std::string& cell,
                       Decimal adds) {
  TraceEntry entry;
  entry.kind = kind;
  entry.part = part;
  entry.file = place.file;
  entry.line = place.at.line;
  entry.cell = cell;
  entry.adds = adds;
  fixed_.push_back(std::move(entry));
}

/// The fields that decide whether records count, in the order of the ledger.
void Tracer::note_fields() {
  for (const LedgerIndex ledger : ledgers_) {
    std::set<FieldIndex> used;
    for (const auto& [index, leaf] : leaves_) {
      const CellSource& source = *form_.cells[index].source;
      if (source.ledger != ledger) continue;
      for (const Flow& flow : leaf.flows) {
        for (const Condition& test : flow.where) used.insert(test.field);
      }
      if (source.measure.field) used.insert(*source.measure.field);
    }
    const auto& columns = year_.columns.at(ledger);
    for (const FieldIndex field : used) {
      const FieldFormat& format = year_.schema.ledgers[ledger].fields[field];
      if (format.is_private || !columns[field]) continue;
      figure_.fields.push_back({format.id, in(format.heading)});
      shown_.emplace_back(ledger, field);
    }
  }
}

void Tracer::record_entries(LedgerIndex ledger, const EntrySink& each) {
  const LedgerTally tally(form_, ledger, bounds_);
  std::vector<Contribution> found;
  TraceEntry entry;
  const auto look = [&](const Record& record, const RecordReader& reader) {
    tally.contributions(record, found);
    std::erase_if(found, [&](const Contribution& one) {
      return !counts(one) || without_amount(one.cell, record);
    });
    if (!found.empty()) describe_record(ledger, record, reader, entry);
    for (const Contribution& one : found) {
      entry.cell = form_.cells[one.cell].id;
      entry.part = part_of(one);
      entry.adds = one.amount * Decimal(leaves_.at(one.cell).times);
      each(entry);
    }
    if (!looked_ && !record.is_foot && (found.empty() || record.has_errors)) {
      note_miss(ledger, record, reader);
    }
  };
  read_records(year_, ledger, look, [&](const Finding& finding) {
    if (!looked_) note_rejected(finding);
  });
}

bool Tracer::counts(const Contribution& one) const {
  const auto leaf = leaves_.find(one.cell);
  if (leaf == leaves_.end()) return false;
  const FigureParts& parts = leaf->second.parts;
  return one.before_year ? parts.earlier : parts.year;
}

bool Tracer::without_amount(CellIndex index, const Record& record) const {
  const auto& measure = form_.cells[index].source->measure.field;
  return measure && record.values[*measure].kind == Value::Kind::bad;
}

TraceEntry::Part Tracer::part_of(const Contribution& one) const {
  if (!form_.cells[one.cell].source->stock) return TraceEntry::Part::counted;
  return one.amount < Decimal() ? TraceEntry::Part::minus
                                : TraceEntry::Part::plus;
}

void Tracer::describe_record(LedgerIndex ledger, const Record& record,
                             const RecordReader& reader,
                             TraceEntry& entry) const {
  entry.file = reader.file();
  entry.line = record.line;
  entry.name = name_of(record, reader);
  entry.values.clear();
  entry.meanings.clear();
  for (const auto& [of, field] : shown_) {
    const Value value = of == ledger ? record.values[field] : Value();
    entry.values.push_back(printable(value.text));
    std::string meaning = entry.values.back();
    if (value.kind == Value::Kind::date) meaning = iso_text(value.date);
    if (value.kind == Value::Kind::choice) {
      meaning = record.format->fields[field].values[value.choice].id;
    }
    entry.meanings.push_back(std::move(meaning));
  }
}

/// A record that would count but for one value that says nothing.
void Tracer::note_miss(LedgerIndex ledger, const Record& record,
                       const RecordReader& reader) {
  for (const auto& [index, leaf] : leaves_) {
    if (form_.cells[index].source->ledger != ledger) continue;
    const auto field = undecided(index, leaf, record);
    if (!field) continue;
    add_miss({reader.file(), record.line, name_of(record, reader),
              reason_of(record, *field)});
    return;
  }
}

std::optional<FieldIndex> Tracer::undecided(CellIndex index, const Leaf& leaf,
                                            const Record& record) const {
  for (const Flow& flow : leaf.flows) {
    const auto field = undecided_field(flow.where, record, bounds_);
    if (field) return field;
    if (without_amount(index, record) &&
        holds_all(flow.where, record, bounds_)) {
      return form_.cells[index].source->measure.field;
    }
  }
  return std::nullopt;
}

std::string Tracer::reason_of(const Record& record, FieldIndex field) const {
  const FieldFormat& format = record.format->fields[field];
  const Value& value = record.values[field];
  const std::string kind = value.kind == Value::Kind::empty ? "empty"
                           : format.is_private              ? "private"
                                                            : "value";
  return messages_(
      "trace.miss-" + kind,
      {{"field", format.heading},
       {"value", printable(first_characters(value.text, kShownCharacters))}});
}

void Tracer::note_rejected(const Finding& finding) {
  const Severity severity =
      finding.severity.value_or(rules_.severity(finding.rule));
  if (severity != Severity::error) return;
  add_miss({finding.place.file, finding.place.at.line, "",
            rules_.describe(finding, messages_.language()).headline});
}

void Tracer::add_miss(TraceMiss miss) {
  ++figure_.missed_in_all;
  if (figure_.missed.size() >= kNamedMisses) return;
  figure_.missed.push_back(std::move(miss));
}

}  // namespace gov_report
