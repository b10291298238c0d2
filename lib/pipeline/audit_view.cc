#include "pipeline/audit_view.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "document/compose_table.h"
#include "pipeline/series.h"

namespace gov_report {
namespace {

using State = ViewedFigure::State;

class ViewBuilder {
 public:
  ViewBuilder(const AuditResult& result, const std::vector<CheckReport>& words,
              const RuleCatalogue& rules, const Messages& messages, bool strict)
      : result_(result),
        words_(words),
        rules_(rules),
        messages_(messages),
        language_(messages.language()),
        strict_(strict) {}

  AuditView build() {
    for (std::size_t i = 0; i < result_.reports.size(); ++i) {
      view_.reports.push_back(viewed(result_.reports[i], words_[i]));
      for (const BrokenRule& rule : words_[i].rules) {
        broken_.emplace(rule.rule, rule);
      }
    }
    for (auto& entry : broken_) {
      BrokenRule& rule = entry.second;  // clang 14 captures no binding
      // One whose findings all follow from others is none to be sorted by.
      const auto counts = [&](const ViewedReport& report) {
        return count_of_rule(report, rule.rule) > 0;
      };
      if (std::ranges::none_of(view_.reports, counts)) continue;
      // Each severity is that of the worst finding.
      rule.severity = worst_of(entry.first);
      rule.citation = in_words(rule.citation);
      view_.rules.push_back(std::move(rule));
    }
    add_series();
    return std::move(view_);
  }

 private:
  const std::string& in(const Text& text) const {
    return language_ == Language::zh ? text.zh : text.en;
  }

  /// A citation with what stands in it for no document.
  std::string in_words(std::string citation) const {
    for (const auto& [key, word] : messages_.all_of("audit.view.cite.")) {
      const std::size_t at = citation.find(key);
      if (at != std::string::npos) citation.replace(at, key.size(), in(word));
    }
    return citation;
  }

  Severity worst_of(const std::string& rule) const {
    Severity worst = Severity::info;
    for (const CheckReport& report : words_) {
      for (const RuleTotal& total : report.totals) {
        if (total.rule == rule) worst = std::max(worst, total.severity);
      }
    }
    return worst;
  }

  ViewedReport viewed(const AuditedReport& audited, const CheckReport& words) {
    ViewedReport viewed;
    viewed.file = audited.file;
    viewed.words = &words;
    viewed.verdict = audited.verdict(rules_, strict_);
    if (!audited.report) return viewed;
    const PublishedReport& report = *audited.report;
    viewed.against = audited.against;
    viewed.agency = report.agency;
    viewed.year = report.year;
    viewed.form = report.format->id;
    add_figures(report, viewed);
    for (std::size_t t = 0; t < report.format->tables.size(); ++t) {
      viewed.tables.push_back(compose_table(report.table, t, {}));
      say_states(viewed.figures, viewed.tables.back());
    }
    add_form(*report.format);
    return viewed;
  }

  static void add_figures(const PublishedReport& report, ViewedReport& viewed) {
    const auto unread = unread_cells(report);
    viewed.unread = cells_not_read(report);
    for (CellIndex i = 0; i < report.format->cells.size(); ++i) {
      const CellFormat& format = report.format->cells[i];
      if (format.kind != CellKind::printed) continue;
      const Cell& cell = report.table.cells[i];
      ViewedFigure& figure = viewed.figures[format.id];
      if (std::ranges::find(unread, i) != unread.end()) {
        figure.state = State::unread;
      } else if (!cell.place.file.empty()) {
        figure = figure_of(cell);
        ++viewed.read;
      }
    }
  }

  /// What is no number is said in words, so that a blank is not taken for 0.
  void say_states(const std::map<std::string, ViewedFigure>& figures,
                  TableBlock& table) const {
    for (TableCell& cell : table.cells) {
      const auto figure = figures.find(cell.id);
      if (cell.id.empty() || figure == figures.end()) continue;
      const State state = figure->second.state;
      if (state == State::number || state == State::text) continue;
      cell.text =
          messages_("audit.view.state." + std::string(state_key(state)));
      cell.hint = true;
    }
  }

  /// Bodies of which two years or more are there.
  void add_series() {
    std::vector<ReportOfBody> reports;
    for (const ViewedReport& report : view_.reports) {
      reports.push_back({report.agency, report.year});
    }
    for (const auto& [body, years] : series_of(reports)) {
      if (years.size() < 2) continue;
      ViewedSeries series;
      series.agency = view_.reports[years.begin()->second].agency;
      for (const auto& [year, report] : years) series.years.push_back(year);
      for (const auto& [key, label] : messages_.all_of("audit.chart.")) {
        // After the number that puts them in order stands the id.
        const std::string id = key.substr(key.find('.') + 1);
        ViewedSeries::Line line{in(label), {}};
        for (const auto& [year, report] : years) {
          line.values.push_back(number_of(view_.reports[report], id));
        }
        series.lines.push_back(std::move(line));
      }
      view_.series.push_back(std::move(series));
    }
  }

  static std::optional<Decimal> number_of(const ViewedReport& report,
                                          const std::string& id) {
    const auto figure = report.figures.find(id);
    if (figure == report.figures.end() ||
        figure->second.state != State::number) {
      return std::nullopt;
    }
    return figure->second.number;
  }

  static ViewedFigure figure_of(const Cell& cell) {
    switch (cell.state) {
      case CellState::number:
        return {State::number, cell.number, {}};
      case CellState::blank:
        return {State::blank, {}, {}};
      case CellState::not_applicable:
      case CellState::text:
      case CellState::missing:
        break;
    }
    return {State::text, {}, cell.text};
  }

  /// The figures of a form are those of all reports that are in it: some print
  /// the total of a group in the place of its rows.
  void add_form(const ReportFormat& format) {
    auto form = std::ranges::find(view_.forms, format.id, &ViewedForm::id);
    if (form == view_.forms.end()) {
      form = view_.forms.insert(form, ViewedForm{format.id, {}});
    }
    std::size_t after = 0;  // where the next new one stands
    for (const TableFormat& table : format.tables) {
      for (CellIndex i = table.first; i < table.last; ++i) {
        const CellFormat& cell = format.cells[i];
        if (cell.kind != CellKind::printed) continue;
        auto& known = form->figures;
        const auto at = std::ranges::find(known, cell.id, &FigureName::id);
        if (at != known.end()) {
          after = static_cast<std::size_t>(at - known.begin()) + 1;
          continue;
        }
        const std::string label = label_of(cell);
        view_.labels.emplace(cell.id, label);
        known.insert(known.begin() + static_cast<std::ptrdiff_t>(after++),
                     {cell.id, label, in(table.label)});
      }
    }
  }

  std::string label_of(const CellFormat& cell) const {
    const std::string& row = in(cell.row_label);
    const std::string& column = in(cell.column_label);
    if (row.empty() || column.empty()) return row + column;
    return row + (language_ == Language::zh ? "\u00B7" : " / ") + column;
  }

  const AuditResult& result_;
  const std::vector<CheckReport>& words_;
  const RuleCatalogue& rules_;
  const Messages& messages_;
  Language language_;
  bool strict_;
  AuditView view_;
  std::map<std::string, BrokenRule> broken_;
};

}  // namespace

AuditView audit_view(const AuditResult& result,
                     const std::vector<CheckReport>& words,
                     const RuleCatalogue& rules, const Messages& messages,
                     bool strict) {
  return ViewBuilder(result, words, rules, messages, strict).build();
}

}  // namespace gov_report
