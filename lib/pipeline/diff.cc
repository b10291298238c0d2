#include "pipeline/diff.h"

#include <algorithm>
#include <map>
#include <set>

#include "check/table_rules.h"
#include "pipeline/check.h"
#include "pipeline/finding_collector.h"
#include "schema/crosswalk.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

/// The figures of one year and the form they stand in.
struct YearFigures {
  Schema schema;
  std::map<std::string, DiffValue> values;
  std::string source;
};

class YearReader {
 public:
  YearReader(const DataFiles& data, const RuleCatalogue& rules,
             const Messages& messages, const FindingSink& sink)
      : data_(data), rules_(rules), messages_(messages), sink_(sink) {}

  /// nullopt after a finding.
  std::optional<YearFigures> read(const YearRequest& request) {
    const Workspace workspace(request.workspace);
    const InputFile sealed = workspace.sealed(request.year);
    const std::string year = std::to_string(request.year);
    const bool is_reported =
        workspace.exists(workspace.counts(request.year)) ||
        std::filesystem::is_directory(workspace.root() / "narrative" / year) ||
        std::filesystem::is_directory(workspace.root() / "ledgers" / year);
    if (is_reported) return from_workspace(request);
    if (workspace.exists(sealed)) return from_seal(request, sealed);
    Finding finding;
    finding.rule = "year-without-figures";
    finding.arguments = {{"year", year}, {"file", sealed.name}};
    sink_(std::move(finding));
    return std::nullopt;
  }

 private:
  std::optional<YearFigures> from_workspace(const YearRequest& request) {
    auto year = load_year(request, data_, rules_, sink_);
    if (year == nullptr) return std::nullopt;
    YearFigures figures;
    const ReportFormat& format = year->schema.report;
    for (std::size_t i = 0; i < format.cells.size(); ++i) {
      const auto kind = format.cells[i].kind;
      if (kind == CellKind::memo) continue;
      const Cell& cell = year->table.cells[i];
      DiffValue value{year->table.number(static_cast<CellIndex>(i)), {}};
      if (!value.number) value.text = cell.text;
      figures.values.emplace(format.cells[i].id, std::move(value));
    }
    figures.source = messages_("diff.workspace");
    figures.schema = std::move(year->schema);
    return figures;
  }

  std::optional<YearFigures> from_seal(const YearRequest& request,
                                       const InputFile& file) {
    const auto root = read_yaml_file(file.path, file.name, sink_);
    if (!root) return std::nullopt;
    const auto seal = read_sealed_report(*root, request.year, file.name, sink_);
    if (!seal) return std::nullopt;
    auto schema = load_schema(data_, request.year, seal->format, rules_, sink_);
    if (!schema) return std::nullopt;
    YearFigures figures;
    for (const CellFormat& cell : schema->report.cells) {
      if (cell.kind == CellKind::memo) continue;
      figures.values.emplace(cell.id, DiffValue{seal->number(cell.id), {}});
    }
    figures.source = file.name;
    figures.schema = std::move(*schema);
    return figures;
  }

  const DataFiles& data_;
  const RuleCatalogue& rules_;
  const Messages& messages_;
  const FindingSink& sink_;
};

/// Puts the cells of two years beside each other.
class RowMaker {
 public:
  RowMaker(const YearFigures& from, const YearFigures& to, Language language)
      : from_(from), to_(to), language_(language) {}

  std::vector<DiffRow> by_id() {
    for (const CellFormat& cell : to_.schema.report.cells) {
      if (cell.kind != CellKind::printed) continue;
      add(cell, cell.id, cell.id, "same", {});
    }
    return std::move(rows_);
  }

  /// In the order of the newer form; what was dropped comes at the end of its
  /// table.
  std::vector<DiffRow> by_crosswalk(const Crosswalk& crosswalk) {
    for (const TableFormat& table : to_.schema.report.tables) {
      for (CellIndex i = table.first; i < table.last; ++i) {
        add_linked(crosswalk, to_.schema.report.cells[i]);
      }
      add_dropped(crosswalk, table.id);
    }
    return std::move(rows_);
  }

 private:
  void add_linked(const Crosswalk& crosswalk, const CellFormat& cell) {
    for (const CellLink& link : crosswalk.links) {
      if (std::ranges::find(link.to, cell.id) == link.to.end()) continue;
      switch (link.relation) {
        case CellLink::Relation::same:
          add(cell, link.from, cell.id, "same", link.reason);
          break;
        case CellLink::Relation::split:
          add_sums(crosswalk, cell.id.substr(0, cell.id.find('.')));
          add(cell, "", cell.id, "split", link.reason);
          break;
        case CellLink::Relation::created:
          add(cell, "", cell.id, "new", link.reason);
          break;
        case CellLink::Relation::dropped:
          break;
      }
    }
  }

  /// The old cells against the sums of the new ones, before the first of them.
  void add_sums(const Crosswalk& crosswalk, const std::string& table) {
    if (!summed_.insert(table).second) return;
    const ReportFormat& old_form = from_.schema.report;
    for (const CellLink& link : crosswalk.links) {
      const auto cell = old_form.cell(link.from);
      if (link.relation != CellLink::Relation::split || !cell ||
          !link.from.starts_with(table + ".")) {
        continue;
      }
      DiffRow row = row_of(old_form.cells[*cell], "split", link.reason);
      row.from = value(from_, link.from);
      row.to = sum_of(link.to);
      rows_.push_back(std::move(row));
    }
  }

  DiffValue sum_of(const std::vector<std::string>& parts) const {
    Decimal sum;
    for (const std::string& part : parts) {
      const auto found = value(to_, part);
      if (!found || !found->number) return {};
      sum += *found->number;
    }
    return {sum, {}};
  }

  void add_dropped(const Crosswalk& crosswalk, const std::string& table) {
    for (const CellLink& link : crosswalk.links) {
      if (link.relation != CellLink::Relation::dropped ||
          !link.from.starts_with(table + ".")) {
        continue;
      }
      const auto cell = from_.schema.report.cell(link.from);
      if (!cell) continue;
      add(from_.schema.report.cells[*cell], link.from, "", "dropped",
          link.reason);
    }
  }

  void add(const CellFormat& cell, const std::string& from,
           const std::string& to, const std::string& relation,
           const Text& reason) {
    DiffRow row = row_of(cell, relation, reason);
    row.from = value(from_, from);
    row.to = value(to_, to);
    if (!from.empty() && !to.empty() && from != to) row.old_id = from;
    rows_.push_back(std::move(row));
  }

  DiffRow row_of(const CellFormat& cell, const std::string& relation,
                 const Text& reason) const {
    DiffRow row;
    row.id = cell.id;
    row.relation = relation;
    row.label = in(cell_label(cell));
    row.reason = in(reason);
    return row;
  }

  static std::optional<DiffValue> value(const YearFigures& figures,
                                        const std::string& id) {
    const auto found = figures.values.find(id);
    if (found == figures.values.end()) return std::nullopt;
    return found->second;
  }

  const std::string& in(const Text& text) const {
    return language_ == Language::zh ? text.zh : text.en;
  }

  const YearFigures& from_;
  const YearFigures& to_;
  Language language_;
  std::vector<DiffRow> rows_;
  std::set<std::string> summed_;  // tables
};

std::optional<std::vector<DiffRow>> rows_of(const YearFigures& from,
                                            const YearFigures& to,
                                            const DataFiles& data,
                                            Language language,
                                            const FindingSink& sink) {
  const ReportFormat& old_form = from.schema.report;
  const ReportFormat& new_form = to.schema.report;
  RowMaker rows(from, to, language);
  if (old_form.id == new_form.id) return rows.by_id();
  bool broken = false;
  const auto crosswalk =
      load_crosswalk(data, old_form, new_form, [&](Finding finding) {
        broken = true;
        sink(std::move(finding));
      });
  if (crosswalk) return rows.by_crosswalk(*crosswalk);
  if (!broken) {
    Finding finding;
    finding.rule = "no-crosswalk";
    finding.arguments = {{"from", old_form.id}, {"to", new_form.id}};
    sink(std::move(finding));
  }
  return std::nullopt;
}

DiffResult with_counts(DiffResult result, const RuleCatalogue& rules) {
  put_in_order(result.findings, rules);
  for (const Finding& finding : result.findings.all()) {
    const Severity severity =
        finding.severity.value_or(rules.severity(finding.rule));
    if (severity == Severity::error) ++result.errors;
    result.stopped = result.stopped || rules.stops(finding.rule);
  }
  return result;
}

}  // namespace

DiffResult diff_years(const DiffRequest& request, const DataFiles& data,
                      const RuleCatalogue& rules, const Messages& messages) {
  DiffResult result;
  const FindingSink sink = result.findings.sink();
  YearReader reader(data, rules, messages, sink);
  const auto from = reader.read(request.from);
  const auto to = from ? reader.read(request.to) : std::nullopt;
  if (!from || !to) {
    result.stopped = true;
    return with_counts(std::move(result), rules);
  }
  result.report.from = {request.from.year, from->schema.report.id,
                        from->source};
  result.report.to = {request.to.year, to->schema.report.id, to->source};
  auto rows = rows_of(*from, *to, data, messages.language(), sink);
  result.stopped = !rows;
  if (rows) result.report.rows = std::move(*rows);
  return with_counts(std::move(result), rules);
}

}  // namespace gov_report
