#include "write/workpapers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.h"
#include "write/ledger_sheet.h"
#include "write/record_formula.h"
#include "write/record_index.h"
#include "write/sheet_styles.h"
#include "write/table_sheet.h"

namespace gov_report {
class WorkpapersWriter::Impl {
 public:
  Impl(const Workpapers& plan, const std::filesystem::path& target,
       WorkpaperWords words, std::uint64_t sheet_rows)
      : plan_(plan),
        words_(std::move(words)),
        file_(target, {plan.title, plan.agency, plan.date, true}),
        records_(plan.figures.size()) {
    notes_ = add_sheet(say("sheet-notes"));
    checks_ = add_sheet(say("sheet-checks"));
    for (const TableBlock& table : plan.tables) {
      table_sheets_.push_back(add_sheet(table.name));
    }
    index_ = add_sheet(say("sheet-index"));
    inputs_ = add_sheet(say("sheet-inputs"));
    for (const LedgerSheet& ledger : plan.ledgers) {
      ledgers_.emplace_back(add_sheet(ledger.name).sheet, ledger, sheet_rows);
    }
    for (const TableBlock& table : plan.tables) {
      for (const TableCell& cell : table.cells) {
        if (!cell.id.empty()) cell_of_[cell.id] = &cell;
      }
    }
    for (std::size_t f = 0; f < plan.figures.size(); ++f) {
      if (!plan.figures[f].formula) continue;
      for (const std::size_t input : plan.figures[f].formula->inputs) {
        const InputFigure& from = plan.inputs[input];
        records_.add_input(f, {fmt::format("{}!D{}", inputs_->name, input + 2),
                               from.source, "", from.value});
      }
    }
  }

  void add_row(std::size_t ledger, const LedgerRow& row) {
    const int at = ledgers_[ledger].add(row, plan_.figures);
    const std::string target = at == 0
                                   ? std::string()
                                   : quoted_sheet(plan_.ledgers[ledger].name) +
                                         "!" + place_name({at, 0});
    for (const LedgerRow::Counted& one : row.counted) {
      records_.add_record(one.figure, {target, row.source, row.name, one.adds});
    }
  }

  std::vector<RowsLeftOut> finish() {
    std::vector<RowsLeftOut> left_out;
    for (std::size_t i = 0; i < ledgers_.size(); ++i) {
      const LedgerSheetWriter& ledger = ledgers_[i];
      if (ledger.complete()) continue;
      left_out.push_back(
          {i, ledger.rows(), ledger.listed(), ledger.too_long()});
    }
    records_.lay_out(1);
    write_notes(left_out);
    write_checks();
    for (std::size_t t = 0; t < plan_.tables.size(); ++t) write_table(t);
    write_index();
    write_inputs();
    for (LedgerSheetWriter& ledger : ledgers_) ledger.finish(file_, mark());
    file_.close();
    return left_out;
  }

 private:
  struct Named {
    std::string name;  ///< as references quote it
    XlsxSheet sheet;
  };
  std::string say(std::string_view key,
                  const std::vector<Argument>& arguments = {}) const {
    return words_("workpapers." + std::string(key), arguments);
  }

  std::string mark() const {
    return (plan_.draft ? plan_.draft_mark + "  " : "") + say("mark");
  }

  /// Landscape, a page wide, marked and numbered.
  void set_print(XlsxSheet& sheet) {
    sheet.landscape();
    sheet.fit_pages(1, 0);
    sheet.margins(0.6, 0.6, 0.9, 0.7);
    sheet.header(mark_code(mark()));
    sheet.footer(kPageNumber);
  }

  Named add_sheet(const std::string& wanted) {
    names_.push_back(sheet_name(wanted, names_));
    return {quoted_sheet(names_.back()), file_.add_sheet(names_.back())};
  }

  /// Whether formulas can recount the figure.
  bool is_live(const WorkpaperFigure& figure) const {
    if (!figure.formula) return false;
    const auto& [inputs, terms, divide] = *figure.formula;
    return std::ranges::all_of(terms,
                               [&](const RecordTerm& term) {
                                 return ledgers_[term.ledger].complete();
                               }) &&
           std::ranges::all_of(inputs, [&](std::size_t input) {
             return fits_sheet(plan_.inputs[input].value);
           });
  }

  std::string formula_of(const WorkpaperFigure& figure) const {
    std::vector<std::string> inputs;
    for (std::size_t i = 0; i < plan_.inputs.size(); ++i) {
      inputs.push_back(fmt::format("{}!$D${}", inputs_->name, i + 2));
    }
    int decimals = 0;
    for (const RecordTerm& term : figure.formula->terms) {
      if (!term.measure) continue;
      decimals =
          std::max(decimals, ledgers_[term.ledger].decimals(*term.measure));
    }
    const int places = decimals + figure.formula->divide_by_power_of_ten;
    return record_formula(*figure.formula, plan_.ledgers, inputs,
                          places > 0 ? places : -1);
  }

  /// 'Sheet'!D5 of a figure.
  std::string reference_to(const WorkpaperFigure& figure) const {
    return table_sheets_[figure.table].name + "!" +
           place_name(sheet_place(*cell_of_.at(figure.id)));
  }

  void write_notes(const std::vector<RowsLeftOut>& left_out) {
    XlsxSheet& sheet = notes_->sheet;
    sheet.column_width(0, 0, 34);
    sheet.column_width(1, 1, 70);
    SheetStyle title{kHeadFont, 32, SheetAlign::left, false};
    title.wrap = false;
    int row = 0;
    sheet.row_height(row, 30);
    sheet.text(row++, 0, plan_.title, title);
    SheetStyle warning = title;
    warning.half_points = 24;
    warning.color = kRed;
    warning.bold = true;
    sheet.row_height(row, 24);
    sheet.text(row++, 0, say("internal"), warning);
    if (plan_.draft) sheet.text(row++, 0, plan_.draft_mark, warning);
    ++row;
    SheetStyle date = plain_style();
    date.number_format = "yyyy-mm-dd";
    for (const auto& [key, name, day] :
         {std::tuple{"year-start", kYearStart, plan_.first},
          std::tuple{"year-end", kYearEnd, plan_.last}}) {
      sheet.text(row, 0, say(key), plain_style());
      sheet.date(row, 1, day, date);
      file_.define_name(name, fmt::format("{}!$B${}", notes_->name, row + 1));
      ++row;
    }
    sheet.text(row, 0, say("differences"), plain_style());
    const std::string all =
        fmt::format("{}!$E$2:$E${}", checks_->name, plan_.figures.size() + 1);
    sheet.formula(
        row, 1, fmt::format("COUNTIF({},\">0\")+COUNTIF({},\"<0\")", all, all),
        Decimal(), plain_style());
    sheet.alarm(row, 1, place_name({row, 1}) + "<>0");
    row += 2;
    for (const RowsLeftOut& out : left_out)
      note(row++, left_out_text(out), kRed);
    for (std::size_t i = 0; i < ledgers_.size(); ++i) {
      note(row++,
           say("ledger", {{"ledger", plan_.ledgers[i].name},
                          {"rows", std::to_string(ledgers_[i].rows())}}),
           -1);
    }
    ++row;
    for (const std::string& text : plan_.notes) note(row++, text, -1);
    set_print(sheet);
  }

  std::string left_out_text(const RowsLeftOut& out) const {
    return say(out.too_long && out.rows == out.listed ? "too-long" : "left-out",
               {{"ledger", plan_.ledgers[out.ledger].name},
                {"rows", std::to_string(out.rows)},
                {"listed", std::to_string(out.listed)},
                {"rest", std::to_string(out.rows - out.listed)}});
  }

  void note(int row, const std::string& text, int color) {
    SheetStyle style = plain_style();
    style.color = color;
    notes_->sheet.row_height(row, text_height(text, 1040) / 4.0);
    notes_->sheet.text(row, 0, text, style);
    notes_->sheet.blank(row, 1, style);
    notes_->sheet.merge(row, 0, 1, 2);
  }

  void put_headings(XlsxSheet& sheet,
                    const std::vector<std::pair<std::string, double>>& heads) {
    sheet.row_height(0, 20);
    for (std::size_t i = 0; i < heads.size(); ++i) {
      const int column = static_cast<int>(i);
      sheet.column_width(column, column, heads[i].second);
      sheet.text(0, column, say(heads[i].first), heading_style());
    }
    sheet.freeze(1, 0);
    sheet.repeat_rows(0, 0);
    set_print(sheet);
  }

  void write_checks() {
    XlsxSheet& sheet = checks_->sheet;
    put_headings(sheet, {{"head-id", 64},
                         {"head-label", kNameColumn},
                         {"head-formula", 14},
                         {"head-tally", 14},
                         {"head-difference", 10},
                         {"head-means", 34}});
    for (std::size_t f = 0; f < plan_.figures.size(); ++f) {
      write_check(static_cast<int>(f) + 1, plan_.figures[f]);
    }
    const int last = static_cast<int>(plan_.figures.size());
    if (last == 0) return;
    sheet.alarm_down(1, 4, last, "AND(ISNUMBER(E2),E2<>0)");
    sheet.filter(0, 0, last, 5);
  }

  void write_check(int row, const WorkpaperFigure& figure) {
    XlsxSheet& sheet = checks_->sheet;
    const TableCell& cell = *cell_of_.at(figure.id);
    const std::string place = reference_to(figure);
    sheet.link(row, 0, place, link_style());
    sheet.text(row, 0, figure.id, link_style());
    put_name(sheet, row, 1, figure.label, plain_style());
    sheet.text(row, 5, say(means_of(figure, cell)),
               plain_style(SheetAlign::center));
    if (!cell.number || !fits_sheet(*cell.number)) {
      sheet.text(row, 3, cell.text, plain_style(SheetAlign::right));
      return;
    }
    const SheetStyle style = number_style(*cell.number);
    sheet.formula(row, 2, place, *cell.number, style);
    sheet.number(row, 3, *cell.number, style);
    sheet.formula(row, 4, fmt::format("ROUND(C{}-D{},10)", row + 1, row + 1),
                  Decimal(), plain_style(SheetAlign::right));
  }

  std::string_view means_of(const WorkpaperFigure& figure,
                            const TableCell& cell) const {
    if (!cell.number) return "means-none";
    if (!fits_sheet(*cell.number)) return "means-too-long";
    if (!figure.formula) {
      return cell.parts.empty() ? "means-stated" : "means-sum";
    }
    if (!is_live(figure)) return "means-stated";
    return figure.formula->terms.empty() ? "means-input" : "means-formula";
  }

  void write_table(std::size_t t) {
    std::map<std::string, std::size_t> figures;
    for (std::size_t f = 0; f < plan_.figures.size(); ++f) {
      figures[plan_.figures[f].id] = f;
    }
    const auto extras = [&](const TableCell& cell) {
      FigureExtras found;
      const auto figure = figures.find(cell.id);
      if (figure == figures.end()) return found;
      if (is_live(plan_.figures[figure->second])) {
        found.formula = formula_of(plan_.figures[figure->second]);
      }
      const int row = records_.row_of(figure->second);
      if (row > 0) found.link = index_->name + "!" + place_name({row, 0});
      return found;
    };
    TableSheet(table_sheets_[t].sheet, plan_.tables[t], extras)
        .write({plan_.title + "\n" + plan_.tables[t].name, mark()});
  }

  void write_index() {
    XlsxSheet& sheet = index_->sheet;
    put_headings(sheet, {{"head-id", 64},
                         {"head-record", kNameColumn},
                         {"head-number", 20},
                         {"head-adds", 14}});
    for (std::size_t f = 0; f < plan_.figures.size(); ++f) {
      const WorkpaperFigure& figure = plan_.figures[f];
      const TableCell& cell = *cell_of_.at(figure.id);
      records_.write(
          sheet, f,
          {reference_to(figure), figure.id, figure.label,
           say("records", {{"rows", std::to_string(records_.records(f))}}),
           say("more", {{"rows", std::to_string(records_.not_listed(f))},
                        {"column", say("head-counted")},
                        {"id", figure.id}}),
           cell.text, cell.number});
    }
  }

  void write_inputs() {
    XlsxSheet& sheet = inputs_->sheet;
    put_headings(sheet, {{"head-id", 50},
                         {"head-label", kNameColumn},
                         {"head-source", 30},
                         {"head-value", 14}});
    for (std::size_t i = 0; i < plan_.inputs.size(); ++i) {
      const InputFigure& input = plan_.inputs[i];
      const int row = static_cast<int>(i) + 1;
      sheet.text(row, 0, input.id, plain_style());
      put_name(sheet, row, 1, input.label, plain_style());
      sheet.text(row, 2, input.source, plain_style());
      if (fits_sheet(input.value)) {
        sheet.number(row, 3, input.value, number_style(input.value));
      } else {
        sheet.text(row, 3, input.value.text(), plain_style(SheetAlign::right));
      }
    }
    if (plan_.inputs.empty()) sheet.text(1, 0, say("no-inputs"), plain_style());
  }

  const Workpapers& plan_;
  WorkpaperWords words_;
  XlsxFile file_;
  std::vector<std::string> names_;
  std::optional<Named> notes_, checks_, index_, inputs_;
  std::vector<Named> table_sheets_;
  std::vector<LedgerSheetWriter> ledgers_;
  std::map<std::string, const TableCell*> cell_of_;
  RecordIndex records_;
};

WorkpapersWriter::WorkpapersWriter(const Workpapers& plan,
                                   const std::filesystem::path& target,
                                   WorkpaperWords words,
                                   std::uint64_t sheet_rows)
    : impl_(
          std::make_unique<Impl>(plan, target, std::move(words), sheet_rows)) {}

WorkpapersWriter::~WorkpapersWriter() = default;

void WorkpapersWriter::add_row(std::size_t ledger, const LedgerRow& row) {
  impl_->add_row(ledger, row);
}

std::vector<RowsLeftOut> WorkpapersWriter::finish() {
  return impl_->finish();
}

}  // namespace gov_report
