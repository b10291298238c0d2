// Over 400 lines: one loader, in the order of its steps.

#include "pipeline/year.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/parallel.h"
#include "base/text.h"
#include "check/table_rules.h"
#include "pipeline/ledgers.h"
#include "pipeline/merge_parts.h"
#include "pipeline/reporting_body.h"
#include "pipeline/year_inputs.h"
#include "source/yaml.h"
#include "tally/counts.h"

namespace gov_report {
namespace {

class YearLoader {
 public:
  YearLoader(const YearRequest& request, const DataFiles& data,
             const RuleCatalogue& rules, Year& year, const FindingSink& sink)
      : request_(request),
        data_(data),
        rules_(rules),
        year_(year),
        report_(year.schema.report),
        workspace_(request.workspace),
        calendar_(data, sink),
        sink_(sink) {
    year_.horizon = horizon_of(request);
  }

  void load() {
    year_.table = make_table(report_, request_.year, year_.config.agency);
    if (request_.closing) year_.year_end.emplace();
    last_unreadable_ = !load_last_year(request_, data_, rules_, year_, sink_);
    load_counts();
    report_unread_files();
    for (std::size_t i = 0; i < year_.schema.ledgers.size(); ++i) {
      load_ledger(static_cast<LedgerIndex>(i));
    }
    for (std::size_t t = 0; t < report_.tables.size(); ++t) settle_table(t);
    enter_memo_counts();
    fill_sums(year_.table);
    for (const int missing : calendar_.missing()) {
      report("calendar-missing", {{"year", std::to_string(missing)}});
    }
  }

 private:
  void report(std::string rule, std::vector<Argument> arguments,
              std::string variant = "") {
    Finding finding;
    finding.rule = std::move(rule);
    finding.variant = std::move(variant);
    finding.arguments = std::move(arguments);
    sink_(std::move(finding));
  }

  /// The name of a ledger, and the ending of what is never read as one.
  bool is_ledger_of_other_kind(const std::string& name) const {
    const std::filesystem::path path(name);
    const std::string ending = fold(path.extension().string());
    return std::ranges::find(kLedgerEndings, ending) == kLedgerEndings.end() &&
           std::ranges::find(year_.schema.ledgers, path.stem().string(),
                             &LedgerFormat::id) != year_.schema.ledgers.end();
  }

  /// Files in ledgers/ that nothing here reads: often a ledger misnamed.
  void report_unread_files() {
    year_.coverage.ran("file-not-read");
    for (const std::string& name :
         files_not_read(year_.ledger_files, year_.schema.ledgers, year_.config,
                        workspace_)) {
      report("file-not-read", {{"file", name}},
             is_ledger_of_other_kind(name) ? "format" : "");
    }
  }

  void load_counts() {
    const InputFile file = workspace_.counts(request_.year);
    if (!workspace_.exists(file)) return;
    year_.inputs.push_back(file);
    if (const auto root = read_yaml_file(file.path, file.name, sink_)) {
      year_.counts = read_counts(*root, report_, file.name, sink_);
    }
  }

  void load_ledger(LedgerIndex ledger) {
    const auto& files = year_.ledger_files[ledger];
    if (files.empty()) return;
    add_whole_files(files, year_.inputs);
    const ReportYear bounds =
        make_report_year(request_.year, year_.config.agency);
    const Date as_of = request_.as_of.value_or(default_as_of(request_.year));
    std::optional<ApplicantNames> names;
    if (ledger == year_.schema.texts.personal.ledger) {
      names.emplace(names_in_texts(request_, year_));
    }
    const LedgerPass pass{year_.schema,
                          rules_,
                          bounds,
                          as_of,
                          year_.horizon,
                          calendar_,
                          year_.coverage,
                          sink_,
                          year_.last ? &*year_.last : nullptr,
                          year_.year_end ? &*year_.year_end : nullptr,
                          names ? &*names : nullptr,
                          request_.threads(),
                          request_.progress,
                          request_.encoding};
    const LedgerResult result = request_.parts != nullptr
                                    ? request_.parts->read(ledger, pass)
                                    : read_ledger(ledger, files, pass);
    if (names) {
      year_.applicants = names->names();
      year_.applicants_complete = names->complete();
    }
    ledgers_.insert(ledger);
    year_.columns[ledger] = result.some_columns;
    if (!result.complete) {
      unread_.insert(ledger);
      return;
    }
    year_.coverage.ran("opening-stock-unknown");
    if (result.faulty) faulty_.insert(ledger);
    const auto unknown = result.tally.fill(
        year_.table, [this](CellIndex cell) -> std::optional<Decimal> {
          const auto known = opening_stock(cell);
          if (!known) return std::nullopt;
          year_.openings[cell] = *known;
          return known->stock;
        });
    if (!last_unreadable_) {
      for (const CellIndex cell : unknown) {
        if (!is_none_of(body_of(year_.config), cell, report_)) {
          report_unknown_stock(cell);
        }
      }
    }
    blank_unseen_memos(ledger, result.columns);
  }

  /// The stock at the end of last year: sealed, else typed in.
  std::optional<KnownOpening> opening_stock(CellIndex cell) const {
    const CellFormat& format = report_.cells[cell];
    const std::string row = format.id.substr(0, format.id.rfind('.') + 1);
    if (year_.last) {
      std::optional<Decimal> sum = Decimal();
      for (const std::string& name : format.source->stock->opening) {
        const auto part = year_.last->number(row + name);
        sum = sum && part ? std::optional(*sum + *part) : std::nullopt;
      }
      if (sum) return KnownOpening{*sum, true};
    }
    const auto typed = year_.counts.opening.find(cell);
    if (typed == year_.counts.opening.end()) return std::nullopt;
    return KnownOpening{typed->second, false};
  }

  void report_unknown_stock(CellIndex cell) {
    Finding finding;
    finding.rule = "opening-stock-unknown";
    finding.cell = report_.cells[cell].id;
    finding.arguments = {{"cell", cell_label(report_.cells[cell])},
                         {"id", report_.cells[cell].id},
                         {"value", year_.table.cells[cell].number.text()}};
    sink_(std::move(finding));
  }

  /// A figure for the text whose columns the ledger lacks is not known.
  void blank_unseen_memos(LedgerIndex ledger,
                          const std::vector<bool>& columns) {
    for (CellIndex i = 0; i < report_.cells.size(); ++i) {
      const CellFormat& cell = report_.cells[i];
      if (cell.kind != CellKind::memo || cell.source->ledger != ledger) {
        continue;
      }
      const auto& measure = cell.source->measure.field;
      bool seen = !measure || columns[*measure];
      for (const Condition& condition : cell.source->where) {
        seen = seen && columns[condition.field];
      }
      if (!seen) year_.table.cells[i] = Cell{CellState::blank, {}, {}, {}};
    }
  }

  std::set<LedgerIndex> ledgers_of(const TableFormat& table) const {
    std::set<LedgerIndex> ledgers;
    for (CellIndex i = table.first; i < table.last; ++i) {
      if (report_.cells[i].source) {
        ledgers.insert(report_.cells[i].source->ledger);
      }
    }
    return ledgers;
  }

  /// Decides where the figures of a table come from, and says what is wrong
  /// if that is nowhere or two places.
  void settle_table(std::size_t t) {
    const TableFormat& table = report_.tables[t];
    std::vector<LedgerIndex> absent;
    bool any_records = false;
    bool any_unread = false;
    bool any_faulty = false;
    for (const LedgerIndex ledger : ledgers_of(table)) {
      any_unread = any_unread || unread_.contains(ledger);
      any_faulty = any_faulty || faulty_.contains(ledger);
      if (ledgers_.contains(ledger)) {
        any_records = true;
      } else {
        absent.push_back(ledger);
      }
    }
    for (const char* rule : {"no-data-for-table", "table-from-two-sources",
                             "cell-differs-from-ledger"}) {
      year_.coverage.ran(rule);
    }
    const auto typed = year_.counts.tables.find(t);
    const bool any_counts = typed != year_.counts.tables.end();
    if (any_counts) {
      if (any_records) {
        report_two_sources(table, typed->second);
      } else {
        year_.table.origins[t] = Origin::counts;
        enter_counts(table, typed->second);
      }
      return;
    }
    if (absent.empty() && !any_unread) {
      year_.table.origins[t] =
          any_faulty ? Origin::faulty_records : Origin::records;
      return;
    }
    const bool others = absent.size() < ledgers_of(table).size();
    for (const LedgerIndex ledger : absent) {
      report_no_data(table, ledger, others);
    }
  }

  void enter_counts(const TableFormat& table, const Place& place) {
    for (CellIndex i = table.first; i < table.last; ++i) {
      Cell& cell = year_.table.cells[i];
      const auto given = year_.counts.cells.find(i);
      if (given != year_.counts.cells.end()) {
        cell = given->second;
      } else {
        cell = Cell();
        cell.place = place;
      }
    }
  }

  void enter_memo_counts() {
    for (const auto& [index, cell] : year_.counts.cells) {
      if (report_.cells[index].kind == CellKind::memo) {
        year_.table.cells[index] = cell;
      }
    }
  }

  void report_two_sources(const TableFormat& table, const Place& place) {
    Finding finding;
    finding.rule = "table-from-two-sources";
    finding.table = table.id;
    finding.place = place;
    finding.arguments = {{"table", table.label}, {"file", place.file}};
    sink_(std::move(finding));
    for (const auto& [index, cell] : year_.counts.cells) {
      if (index < table.first || index >= table.last) continue;
      const auto counted = year_.table.number(index);
      if (!counted || cell.state != CellState::number ||
          *counted == cell.number) {
        continue;
      }
      Finding differs;
      differs.rule = "cell-differs-from-ledger";
      differs.place = cell.place;
      differs.cell = report_.cells[index].id;
      differs.arguments = {{"cell", cell_label(report_.cells[index])},
                           {"left_value", cell.number.text()},
                           {"right_value", counted->text()}};
      sink_(std::move(differs));
    }
  }

  /// `others`: there are ledgers for the rest of it, so that it cannot be typed
  /// in.
  void report_no_data(const TableFormat& table, LedgerIndex ledger,
                      bool others) {
    Finding finding;
    finding.rule = "no-data-for-table";
    if (others) finding.variant = "others";
    finding.table = table.id;
    const LedgerFormat& format = year_.schema.ledgers[ledger];
    finding.arguments = {
        {"table", table.label},
        {"ledger", Text(format.label.zh + " ledgers/" + format.id + ".csv",
                        "ledgers/" + format.id + ".csv")},
        {"file", workspace_.counts(request_.year).name}};
    sink_(std::move(finding));
  }

  const YearRequest& request_;
  const DataFiles& data_;
  const RuleCatalogue& rules_;
  Year& year_;
  const ReportFormat& report_;
  Workspace workspace_;
  Calendar calendar_;
  const FindingSink& sink_;
  std::set<LedgerIndex> ledgers_;  // that there are
  std::set<LedgerIndex> unread_;   // with a file that could not be read
  std::set<LedgerIndex> faulty_;   // with rows that have findings
  bool last_unreadable_ = false;
};

}  // namespace

unsigned YearRequest::threads() const {
  return thread_count(jobs);
}

Date default_as_of(int year) {
  return make_date(year + 1, 1, 31).value();
}

std::unique_ptr<Year> load_year(const YearRequest& request,
                                const DataFiles& data,
                                const RuleCatalogue& rules,
                                const FindingSink& sink) {
  auto config = read_config(request.workspace, sink);
  auto schema = load_schema(data, request.year, request.form, rules, sink);
  const bool readable = Workspace(request.workspace).can_read_folders(sink);
  if (!config || !schema || !readable) return nullptr;
  auto year = std::make_unique<Year>();
  year->schema = std::move(*schema);
  year->config = std::move(*config);
  year->encoding = request.encoding;
  year->inputs.push_back(
      {request.workspace / kConfigName, std::string(kConfigName)});
  if (request.parts != nullptr) {
    report_unknown_ledgers(year->schema.ledgers, year->config, sink);
    year->ledger_files = request.parts->files(year->schema.ledgers);
    year->files_at_hand = request.parts->files_at_hand();
  } else {
    year->ledger_files = find_ledger_files(year->schema.ledgers, year->config,
                                           Workspace(request.workspace), sink);
  }
  if (request.begin) request.begin(*year);
  YearLoader(request, data, rules, *year, sink).load();
  return year;
}

}  // namespace gov_report
