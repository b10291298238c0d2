#include "pipeline/import.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/text.h"
#include "tally/write_counts.h"

namespace gov_report {

namespace {

bool is_number_or_blank(const Cell& cell) {
  return cell.state == CellState::number || cell.state == CellState::blank;
}

/// The amount in the unit of the form; nullopt: not exactly, or not surely.
std::optional<Decimal> converted(const OtherMoney& money, int own) {
  const Cell cell = cell_from_text(money.figure, {});
  if (!money.power || cell.state != CellState::number) return std::nullopt;
  Decimal value = cell.number;
  for (int power = *money.power; power > own; --power) {
    value = value * Decimal(10);
  }
  return value.divided_by_power_of_ten(std::max(own - *money.power, 0));
}

/// Nobody shall copy an amount in yuan into a cell of ten thousands.
void add_units(const FormRow& form, const std::optional<OtherMoney>& money,
               const Messages& messages, CountsWords& words) {
  for (std::size_t c = 0; c < form.cells.size(); ++c) {
    if (!form.money[c]) continue;
    std::vector<Argument> arguments = {{"header", form.headers[c]}};
    std::string key = "import.amount";
    if (money && !money->unit.empty()) {
      key += "-in";
      arguments.push_back({"unit", money->unit});
      if (const auto value = converted(*money, *form.money[c])) {
        key += "-converted";
        arguments.push_back({"value", value->text()});
      }
    }
    words.before[form.cells[c]].push_back(messages(key, arguments));
  }
}

/// What stands in the report where the form has another row, or none.
void add_printed(const PublishedReport& report, const Messages& messages,
                 CountsWords& words) {
  const std::vector<FormRow>& form = report.form->rows;
  const auto note = [&](std::size_t row, const std::string& printed) {
    words.before[form[row].cells.front()].push_back(
        messages("import.printed", {{"row", printed}}));
  };
  for (const UnreadRow& row : report.readings.unread) {
    if (!row.printed.empty()) note(row.row, row.printed);
    add_units(form[row.row], row.money, messages, words);
  }
  for (const ReplacedRow& row : report.readings.replaced) {
    note(row.row, row.printed + " " + row.figures);
    add_units(form[row.row], {}, messages, words);
  }
  for (const AddedRow& row : report.readings.added) {
    words.other_rows[row.table].push_back(
        messages("import.added", {{"row", row.printed + " " + row.figures}}));
  }
}

/// Where a report says its year: in its title, if it has one.
Place place_of_year(const AuditedReport& report) {
  Place place;
  if (const auto& title = report.report->text.title) {
    const std::string text = text_of(*title);
    const auto size = static_cast<std::uint32_t>(character_count(text));
    place = place_of(*title, 0, size);
    place.excerpt = text;
    place.mark = 1;
    place.width = size;
  }
  if (place.file.empty()) place.file = report.file;
  return place;
}

}  // namespace

std::optional<Finding> year_not_of_file(const AuditedReport& report,
                                        const std::string& out) {
  const std::filesystem::path path(out);
  const std::string name = path.stem().string();
  const std::string year = std::to_string(report.report->year);
  const bool is_year =
      name.size() == 4 &&
      name.find_first_not_of("0123456789") == std::string::npos;
  if (!is_year || report.report->year == 0 || name == year) return std::nullopt;
  const auto own = path.parent_path() / (year + path.extension().string());
  Finding finding;
  finding.rule = "import-year-differs";
  finding.place = place_of_year(report);
  finding.arguments = {{"file", report.file},
                       {"year", year},
                       {"out", out},
                       {"expected", name},
                       {"own", own.string()}};
  return finding;
}

std::optional<std::string> imported_counts(const AuditedReport& report,
                                           const DataFiles& data,
                                           const RuleCatalogue& rules,
                                           const Messages& messages,
                                           const FindingSink& sink) {
  const PublishedReport& read = *report.report;
  // The form of the year is what the counts are checked by; of a report that
  // does not say its year, its own.
  std::string form;
  int year = read.year;
  for (const FormatYears& years : list_formats(data, sink)) {
    if (years.id != read.format->id) continue;
    if (year == 0) year = years.from_year;
    form = years.id;
  }
  const auto schema = load_schema(data, year, form, rules, sink);
  if (!schema) return std::nullopt;
  CountsWords words;
  words.head.push_back(
      messages("import.head",
               {{"file", report.file},
                {"agency", read.agency},
                {"year", read.year == 0 ? "?" : std::to_string(read.year)},
                {"format", read.format->id}}));
  words.blank = messages("import.blank");
  words.unread = messages("import.unread");
  words.missing = words.unread + " " + messages("import.missing");
  words.other_row = messages("import.other-row");
  add_printed(read, messages, words);
  if (const std::size_t count = cells_not_read(read); count > 0) {
    words.head.push_back(
        messages("import.head-unread",
                 {{"count", std::to_string(count)}, {"mark", words.unread}}));
  }
  const auto unread = unread_cells(read);
  return write_counts(read.table, schema->report,
                      std::set<CellIndex>(unread.begin(), unread.end()), words,
                      messages.language() == Language::zh);
}

std::string imported_json(const AuditedReport& report) {
  Table table = report.report->table;
  for (Cell& cell : table.cells) {
    if (!is_number_or_blank(cell)) cell = Cell();
  }
  return write_report_file(table);
}

std::size_t no_number_count(const PublishedReport& report) {
  std::size_t count = 0;
  for (CellIndex i = 0; i < report.format->cells.size(); ++i) {
    const bool printed = report.format->cells[i].kind == CellKind::printed;
    if (printed && !is_number_or_blank(report.table.cells[i])) ++count;
  }
  return count;
}

std::size_t cells_without_figure(const PublishedReport& report) {
  std::size_t count = 0;
  for (CellIndex i = 0; i < report.format->cells.size(); ++i) {
    const bool printed = report.format->cells[i].kind == CellKind::printed;
    if (printed && !report.table.number(i)) ++count;
  }
  return count;
}

}  // namespace gov_report
