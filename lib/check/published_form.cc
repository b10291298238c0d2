#include "check/published_form.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kRowsNamed = 5;

class FormCheck {
 public:
  FormCheck(const PublishedReport& report, const FindingSink& sink)
      : report_(report), readings_(report.readings), sink_(sink) {}

  void tables() {
    for (std::size_t t = 0; t < report_.format->tables.size(); ++t) {
      if (!readings_.found[t]) {
        missing_table(t);
      } else {
        missing_rows(t);
        missing_columns(t);
      }
    }
  }

  static const char* variant_of_limit(ReadLimit limit) {
    switch (limit) {
      case ReadLimit::none:
        break;
      case ReadLimit::grid_size:
        return "cut-size";
      case ReadLimit::grid_cells:
        return "cut-cells";
      case ReadLimit::sheet_text:
        return "cut-text";
      case ReadLimit::html_depth:
        return "cut-depth";
      case ReadLimit::no_address:
        return "cut-address";
    }
    return "";
  }

  /// Said once; what is there has been read.
  void limits() {
    if (report_.cut == ReadLimit::none) return;
    Finding found =
        finding("table-shape-wrong", variant_of_limit(report_.cut), {}, {});
    found.severity = Severity::warning;
    sink_(std::move(found));
  }

  void labels() {
    for (const OtherLabel& label : readings_.labels) {
      sink_(finding(
          "label-differs", "", label.place,
          {{"value", shown(label.printed)}, {"expected", label.of_form}}));
    }
    for (const AddedRow& row : readings_.added) {
      sink_(
          finding("unknown-row", "", row.place,
                  {{"table", name(row.table)}, {"value", shown(row.printed)}}));
    }
  }

  /// Rows that do not stand where the form has them.
  void places() {
    for (const PlacedRow& row : readings_.moved) {
      sink_(about_row("moved", row.row, row.place, {}));
    }
    for (const ReplacedRow& row : readings_.replaced) {
      sink_(about_row("replaced", row.row, row.place, row.printed));
    }
  }

  void unread() {
    for (std::size_t t = 0; t < report_.format->tables.size(); ++t) {
      formulas(t);
      headers(t);
    }
    for (const UnreadRow& row : readings_.unread) {
      if (row.doubt == UnreadRow::Doubt::uncalculated ||
          row.doubt == UnreadRow::Doubt::headers) {
        continue;
      }
      const FormRow& form = report_.form->rows[row.row];
      Finding found = finding(
          rule_of(row), variant_of(row, form), row.place,
          {{"table", name(form.table)},
           {"row", form.printed.empty() ? name(form.table) : form.printed},
           {"value", shown(row.printed)},
           {"cells", std::to_string(form.cells.size())},
           {"header", header_of_amount(form)}});
      found.cell = report_.format->cells[form.cells.front()].id;
      sink_(std::move(found));
    }
  }

  void year(const PublishedForms& forms) {
    const ReportFormat& form = *report_.format;
    if (report_.year == 0 ||
        std::ranges::find(readings_.found, true) == readings_.found.end()) {
      return;
    }
    if (form.from_year <= report_.year && report_.year <= form.to_year) return;
    const auto expected = std::ranges::find_if(forms, [&](const auto& one) {
      return one->format->from_year <= report_.year &&
             report_.year <= one->format->to_year;
    });
    if (expected == forms.end()) return;
    sink_(finding("format-year-mismatch", "", place_of_first(),
                  {{"form", form.label},
                   {"year", std::to_string(report_.year)},
                   {"expected", (*expected)->format->label}}));
  }

 private:
  /// Rows of a table that are told once, as all come of one cause.
  struct OneCause {
    const UnreadRow* first = nullptr;
    std::vector<CellIndex> cells;
  };

  OneCause rows_of(std::size_t table, UnreadRow::Doubt doubt) const {
    OneCause rows;
    for (const UnreadRow& row : readings_.unread) {
      if (row.doubt != doubt || report_.form->rows[row.row].table != table) {
        continue;
      }
      if (rows.first == nullptr) rows.first = &row;
      const auto own = unread_cells(report_, row);
      rows.cells.insert(rows.cells.end(), own.begin(), own.end());
    }
    return rows;
  }

  void formulas(std::size_t table) {
    const OneCause rows = rows_of(table, UnreadRow::Doubt::uncalculated);
    if (rows.cells.empty()) return;
    Finding found = finding(
        "row-unread", "formula", rows.first->place,
        {{"table", name(table)}, {"count", std::to_string(rows.cells.size())}});
    found.cell = report_.format->cells[rows.cells.front()].id;
    sink_(std::move(found));
  }

  void headers(std::size_t table) {
    const OneCause rows = rows_of(table, UnreadRow::Doubt::headers);
    if (rows.cells.empty()) return;
    const auto other =
        std::ranges::find(readings_.headers, table, &OtherHeaders::table);
    const bool known = other != readings_.headers.end();
    Finding found = finding("ambiguous-row", "headers", rows.first->place,
                            {{"table", name(table)},
                             {"count", std::to_string(rows.cells.size())},
                             {"value", known ? shown(other->printed) : ""},
                             {"expected", known ? shown(other->of_form) : ""}});
    found.cell = report_.format->cells[rows.cells.front()].id;
    sink_(std::move(found));
  }

  /// Whether the doubt is about the row or about our reading.
  static std::string rule_of(const UnreadRow& row) {
    const bool of_row =
        row.doubt == UnreadRow::Doubt::cells ||
        row.doubt == UnreadRow::Doubt::money ||
        (row.doubt == UnreadRow::Doubt::lines && row.printed.empty());
    return of_row ? "ambiguous-row" : "row-unread";
  }

  static std::string variant_of(const UnreadRow& row, const FormRow& form) {
    if (row.doubt == UnreadRow::Doubt::shown) return "shown";
    if (rule_of(row) != "ambiguous-row") return "";
    if (row.doubt == UnreadRow::Doubt::money) return "money";
    if (row.printed.empty()) return "empty";
    return row.count == form.cells.size() ? "as-many" : "";
  }

  /// It says the unit; empty: the row has no amount.
  static std::string header_of_amount(const FormRow& form) {
    for (std::size_t c = 0; c < form.money.size(); ++c) {
      if (form.money[c]) return form.headers[c];
    }
    return {};
  }

  static std::string shown(const std::string& text) {
    return one_line(first_characters(text, 60));
  }

  Finding about_row(std::string variant, std::size_t row, const Place& place,
                    const std::string& printed) const {
    const FormRow& form = report_.form->rows[row];
    Finding found = finding("table-shape-wrong", std::move(variant), place,
                            {{"table", name(form.table)},
                             {"row", form.printed},
                             {"value", shown(printed)}});
    found.table = report_.format->tables[form.table].id;
    return found;
  }

  Text name(std::size_t table) const {
    return report_.format->tables[table].label;
  }

  static Finding finding(std::string rule, std::string variant, Place place,
                         std::vector<Argument> arguments) {
    Finding found;
    found.rule = std::move(rule);
    found.variant = std::move(variant);
    found.place = std::move(place);
    found.arguments = std::move(arguments);
    return found;
  }

  Place place_of_first() const {
    for (std::size_t t = 0; t < readings_.found.size(); ++t) {
      if (readings_.found[t]) return readings_.places[t];
    }
    return {};
  }

  void missing_table(std::size_t table) {
    const auto& picture = report_.pictures[table];
    Finding found =
        finding("table-missing", picture ? "picture" : "",
                picture.value_or(Place()), {{"table", name(table)}});
    found.table = report_.format->tables[table].id;
    sink_(std::move(found));
  }

  void missing_rows(std::size_t table) {
    std::string rows;
    std::vector<std::size_t> missing;
    for (const std::size_t row : readings_.missing) {
      if (report_.form->rows[row].table != table) continue;
      missing.push_back(row);
      if (missing.size() > kRowsNamed) continue;
      const std::string& label = report_.form->rows[row].printed;
      rows += (rows.empty() ? "" : "\u3001") +
              (label.empty() ? name(table).zh : label);
    }
    if (missing.empty()) return;
    const Place* before = row_before(missing.front(), table);
    Finding found =
        finding("table-shape-wrong", "",
                before == nullptr ? readings_.places[table] : *before,
                {{"table", name(table)},
                 {"count", std::to_string(missing.size())},
                 {"rows", rows}});
    const bool more = missing.size() > kRowsNamed;
    if (before == nullptr) {
      found.variant = more ? "more" : "";
    } else {
      found.variant = more ? "after-more" : "after";
    }
    found.table = report_.format->tables[table].id;
    sink_(std::move(found));
  }

  /// Where the row stands after which a missing one should; nullptr: it is the
  /// first of those that are there.
  const Place* row_before(std::size_t row, std::size_t table) const {
    auto after = readings_.rows.lower_bound(row);
    if (after == readings_.rows.begin()) return nullptr;
    --after;
    const bool own = report_.form->rows[after->first].table == table;
    return own ? &after->second : nullptr;
  }

  void missing_columns(std::size_t table) {
    std::string columns;
    std::set<std::pair<std::size_t, std::size_t>> told;  // of a block
    for (const auto& [of, column] : readings_.no_column) {
      const FormRow& row = report_.form->rows[of];
      if (row.table != table || !told.emplace(row.block, column).second) {
        continue;
      }
      columns += (columns.empty() ? "" : "\u3001") + row.headers[column];
    }
    if (columns.empty()) return;
    Finding found =
        finding("table-shape-wrong", "columns", readings_.places[table],
                {{"table", name(table)}, {"columns", columns}});
    found.table = report_.format->tables[table].id;
    sink_(std::move(found));
  }

  const PublishedReport& report_;
  const TableReadings& readings_;
  const FindingSink& sink_;
};

}  // namespace

void check_published_form(const PublishedReport& report,
                          const PublishedForms& forms, Coverage& coverage,
                          const FindingSink& sink) {
  for (const char* rule :
       {"table-missing", "table-shape-wrong", "label-differs", "unknown-row",
        "ambiguous-row", "row-unread", "format-year-mismatch"}) {
    coverage.ran(rule);
  }
  FormCheck check(report, sink);
  check.tables();
  check.limits();
  check.labels();
  check.places();
  check.unread();
  check.year(forms);
}

}  // namespace gov_report
