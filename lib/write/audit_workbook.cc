#include "write/audit_workbook.h"

#include <algorithm>
#include <utility>

#include "base/own_outputs.h"
#include "base/text.h"
#include "write/ledger_sheet.h"
#include "write/sheet_layout.h"
#include "write/sheet_styles.h"
#include "write/xml.h"

namespace gov_report {
namespace {

constexpr std::size_t kTextLimit = 32767;  // characters of a cell
constexpr double kHighest = 400;           // points of a row
constexpr double kWidestPage = 400;        // columns that one page can show
constexpr int kGreen = 0xE2EFDA;
constexpr int kRose = 0xFFC7CE;
constexpr int kYellow = 0xFFEB9C;
constexpr int kOrange = 0xF8CBAD;
constexpr int kHeadBlue = 0xD9E1F2;

int color_of(AuditVerdict verdict) {
  static constexpr int kColors[] = {kGreen, kRose, kYellow, kOrange};
  return kColors[static_cast<std::size_t>(verdict)];
}

int color_of(Severity severity) {
  static constexpr int kColors[] = {kPaleBlue, kYellow, kRose};
  return kColors[static_cast<std::size_t>(severity)];
}

SheetStyle cell_style(SheetAlign align = SheetAlign::left,
                      int background = -1) {
  SheetStyle style = plain_style(align);
  style.border = true;
  style.background = background;
  return style;
}

std::string cell_text(std::string_view text) {
  std::string clean = xml_characters(text);
  if (character_count(clean) > kTextLimit) {
    clean = std::string(first_characters(clean, kTextLimit - 1)) + "\u2026";
  }
  return clean;
}

/// A text and, under it, what findings say.
std::string with_headlines(std::string text,
                           const std::vector<Diagnostic>& findings) {
  for (const Diagnostic& one : findings) {
    text += (text.empty() ? "" : "\n") + one.headline;
  }
  return text;
}

struct Heading {
  std::string text;
  double width = 10;
  std::string remark = {};
};

/// A sheet that is one table, with its filter, to be written from the top.
class ListSheet {
 public:
  ListSheet(XlsxSheet sheet, const std::vector<Heading>& headings,
            int frozen_columns)
      : sheet_(sheet) {
    int height = 0;
    for (const Heading& heading : headings) {
      const int column = static_cast<int>(widths_.size());
      widths_.push_back(heading.width);
      sheet_.column_width(column, column, heading.width);
      SheetStyle style = heading_style(kHeadBlue);
      sheet_.text(0, column, cell_text(heading.text), style);
      if (!heading.remark.empty()) {
        sheet_.comment(0, column, cell_text(heading.remark));
      }
      // The button of the filter covers the end of the last line.
      height = std::max(height, height_of(heading.text + "\u3000", column));
    }
    sheet_.row_height(0, height / 4.0 + 8);
    sheet_.freeze(1, frozen_columns);
    sheet_.repeat_rows(0, 0);
    sheet_.repeat_columns(0, std::max(0, frozen_columns - 1));
  }

  int row() const { return row_; }

  void text(int column, const std::string& text,
            const SheetStyle& style = cell_style()) {
    const std::string shown = cell_text(text);
    highest_ = std::max(highest_, height_of(shown, column));
    if (shown.empty()) {
      sheet_.blank(row_, column, style);
    } else {
      sheet_.text(row_, column, shown, style);
    }
  }
  void number(int column, Decimal number, SheetStyle style) {
    style.number_format = number_format_of(number);
    if (fits_sheet(number)) {
      sheet_.number(row_, column, number, style);
    } else {
      sheet_.text(row_, column, number.text(), style);
    }
  }
  void count(int column, std::uint64_t count, int background = -1) {
    number(column, Decimal(static_cast<std::int64_t>(count)),
           cell_style(SheetAlign::right, background));
  }
  void link(int column, const std::string& target) {
    sheet_.link(row_, column, target, link_style());
  }
  void next_row() {
    sheet_.row_height(row_, std::min(highest_ / 4.0, kHighest));
    highest_ = 0;
    ++row_;
  }
  void finish() {
    sheet_.filter(0, 0, std::max(1, row_ - 1),
                  static_cast<int>(widths_.size()) - 1);
    if (row_ > 1) {
      sheet_.expect_numbers_as_text(1, 0, row_ - 1,
                                    static_cast<int>(widths_.size()) - 1);
    }
    sheet_.landscape();
    // What is wider goes on on further pages, with its first columns.
    double width = 0;
    for (const double column : widths_) width += column;
    if (width <= kWidestPage) sheet_.fit_pages(1, 0);
    sheet_.footer(kPageNumber);
  }

 private:
  int height_of(const std::string& text, int column) const {
    const double width = widths_[static_cast<std::size_t>(column)];
    // Ids do not break, and leave room at the end of their lines.
    const bool breaks = text.find('.') == std::string::npos;
    return text_height(text,
                       static_cast<int>(breaks ? width * 10 - 10 : width * 8));
  }

  XlsxSheet sheet_;
  std::vector<double> widths_;
  int row_ = 1;
  int highest_ = 0;
};

class AuditWorkbook {
 public:
  AuditWorkbook(const AuditView& view, const AuditWords& words,
                const std::filesystem::path& target)
      : view_(view), words_(words), file_(target, options(words)) {}

  void write() {
    XlsxSheet reports = add_sheet(say("sheet-reports"));
    const std::string findings_name = say("sheet-findings");
    XlsxSheet findings = add_sheet(findings_name);
    findings_ = quoted(names_.back());
    XlsxSheet rules = add_sheet(say("sheet-rules"));
    write_findings(findings);
    write_reports(reports);
    write_rules(rules);
    for (const ViewedForm& form : view_.forms) {
      write_figures(
          add_sheet(words_("audit.view.sheet-figures", {{"form", form.id}})),
          form);
    }
    file_.close();
  }

 private:
  static XlsxFile::Options options(const AuditWords& words) {
    XlsxFile::Options options;
    options.title = words("audit.view.title", {});
    options.keywords = kAuditMark;
    options.created = make_date(1980, 1, 1).value();  // the same every time
    return options;
  }

  std::string say(std::string_view key) const {
    return words_("audit.view." + std::string(key), {});
  }

  XlsxSheet add_sheet(const std::string& wanted) {
    names_.push_back(sheet_name(wanted, names_));
    return file_.add_sheet(names_.back());
  }

  static std::string quoted(const std::string& name) {
    return quoted_sheet(name);
  }

  void put_year(ListSheet& sheet, int column, const ViewedReport& report) {
    if (report.year == 0) {
      sheet.text(column, say("unknown"), cell_style(SheetAlign::center));
    } else {
      SheetStyle style = cell_style(SheetAlign::center);
      sheet.number(column, Decimal(report.year), style);
    }
  }

  void write_reports(XlsxSheet target) {
    std::vector<Heading> heads = {
        {say("agency"), 30}, {say("year"), 8},     {say("verdict"), 10},
        {say("errors"), 8},  {say("warnings"), 8}, {say("infos"), 8},
        {say("read"), 10},   {say("unread"), 10},  {say("form"), 10},
        {say("file"), 36},   {say("against"), 30}};
    const int first_rule = static_cast<int>(heads.size());
    for (const BrokenRule& rule : view_.rules) {
      heads.push_back({rule.rule + "\n" + rule.checks, 24});
    }
    ListSheet sheet(target, heads, 3);
    for (std::size_t i = 0; i < view_.reports.size(); ++i) {
      const ViewedReport& report = view_.reports[i];
      if (first_finding_[i] > 0) {
        sheet.link(0, findings_ + "!A" + std::to_string(first_finding_[i] + 1));
      }
      SheetStyle name = cell_style();
      if (first_finding_[i] > 0) name.color = kLinkBlue;
      sheet.text(0, report.agency.empty() ? say("unknown") : report.agency,
                 name);
      put_year(sheet, 1, report);
      sheet.text(2, say("verdict." + std::string(verdict_key(report.verdict))),
                 cell_style(SheetAlign::center, color_of(report.verdict)));
      int column = 3;
      for (const Severity severity :
           {Severity::error, Severity::warning, Severity::info}) {
        sheet.count(column++, count_of(*report.words, severity));
      }
      sheet.count(column++, report.read);
      sheet.count(column++, report.unread, report.unread > 0 ? kOrange : -1);
      sheet.text(column++, report.form, cell_style(SheetAlign::center));
      sheet.text(column++, report.file);
      sheet.text(column++, report.against);
      column = first_rule;
      for (const BrokenRule& rule : view_.rules) {
        const std::uint64_t count = count_of_rule(report, rule.rule);
        if (count > 0) {
          sheet.count(column, count, color_of(rule.severity));
        } else {
          sheet.text(column, "");
        }
        ++column;
      }
      sheet.next_row();
    }
    sheet.finish();
  }

  void write_findings(XlsxSheet target) {
    ListSheet sheet(target,
                    {{say("agency"), 24},
                     {say("year"), 8},
                     {say("severity"), 8},
                     {say("rule"), 24},
                     {say("message"), 48},
                     {say("figure"), 30},
                     {say("place"), 14},
                     {say("expected"), 32},
                     {say("reported"), 32},
                     {say("remedy"), 36},
                     {say("consequences"), 30},
                     {say("citation"), 20},
                     {say("file"), 32}},
                    3);
    for (const ViewedReport& report : view_.reports) {
      const auto& findings = report.words->findings;
      first_finding_.push_back(findings.empty() ? 0 : sheet.row());
      for (const Diagnostic& finding : findings) {
        write_finding_row(sheet, report, finding);
      }
    }
    sheet.finish();
  }

  void write_finding_row(ListSheet& sheet, const ViewedReport& report,
                         const Diagnostic& finding) {
    sheet.text(0, report.agency.empty() ? say("unknown") : report.agency);
    put_year(sheet, 1, report);
    sheet.text(2,
               say("severity." + std::string(severity_name(finding.severity))),
               cell_style(SheetAlign::center, color_of(finding.severity)));
    sheet.text(3, finding.rule);
    sheet.text(4, finding.headline);
    const auto label = view_.labels.find(finding.cell);
    sheet.text(5, label == view_.labels.end() ? finding.cell : label->second);
    sheet.text(6, place_text(finding), cell_style(SheetAlign::center));
    sheet.text(7, finding.expected);
    sheet.text(8, finding.reported.empty() ? finding.note : finding.reported);
    sheet.text(9, with_headlines(finding.remedy, finding.candidates));
    sheet.text(10, with_headlines({}, finding.consequences));
    const auto rule =
        std::ranges::find(view_.rules, finding.rule, &BrokenRule::rule);
    sheet.text(11, rule == view_.rules.end() ? "" : rule->citation);
    sheet.text(12, report.file);
    sheet.next_row();
  }

  void write_rules(XlsxSheet target) {
    ListSheet sheet(target,
                    {{say("rule"), 34},
                     {say("severity"), 8},
                     {say("reports"), 8},
                     {say("count"), 8},
                     {say("checks"), 48},
                     {say("why"), 48},
                     {say("citation"), 24}},
                    1);
    for (const BrokenRule& rule : view_.rules) {
      std::uint64_t reports = 0;
      std::uint64_t all = 0;
      for (const ViewedReport& report : view_.reports) {
        const std::uint64_t count = count_of_rule(report, rule.rule);
        reports += count > 0 ? 1 : 0;
        all += count;
      }
      sheet.text(0, rule.rule);
      sheet.text(1,
                 say("severity." + std::string(severity_name(rule.severity))),
                 cell_style(SheetAlign::center, color_of(rule.severity)));
      sheet.count(2, reports);
      sheet.count(3, all);
      sheet.text(4, rule.checks);
      sheet.text(5, rule.why);
      sheet.text(6, rule.citation);
      sheet.next_row();
    }
    sheet.finish();
  }

  void write_figures(XlsxSheet target, const ViewedForm& form) {
    std::vector<Heading> heads = {
        {say("agency"), 30}, {say("year"), 8}, {say("file"), 36}};
    for (const FigureName& figure : form.figures) {
      heads.push_back({figure.label, 14, figure.table + "\n" + figure.id});
    }
    ListSheet sheet(target, heads, 2);
    for (const ViewedReport& report : view_.reports) {
      if (report.form != form.id) continue;
      sheet.text(0, report.agency.empty() ? say("unknown") : report.agency);
      put_year(sheet, 1, report);
      sheet.text(2, report.file);
      int column = 3;
      for (const FigureName& figure : form.figures) {
        const auto found = report.figures.find(figure.id);
        put_figure(
            sheet, column++,
            found == report.figures.end() ? ViewedFigure() : found->second);
      }
      sheet.next_row();
    }
    sheet.finish();
  }

  void put_figure(ListSheet& sheet, int column, const ViewedFigure& figure) {
    using State = ViewedFigure::State;
    switch (figure.state) {
      case State::number:
        sheet.number(column, figure.number, cell_style(SheetAlign::right));
        return;
      case State::text:
        sheet.text(column, figure.text, cell_style(SheetAlign::right, kYellow));
        return;
      case State::blank:
      case State::unread:
      case State::missing:
        break;
    }
    const int color = figure.state == State::blank    ? kYellow
                      : figure.state == State::unread ? kOrange
                                                      : kGrey;
    sheet.text(column, say("state." + std::string(state_key(figure.state))),
               cell_style(SheetAlign::center, color));
  }

  const AuditView& view_;
  const AuditWords& words_;
  XlsxFile file_;
  std::vector<std::string> names_;
  std::string findings_;            // the sheet, quoted
  std::vector<int> first_finding_;  // row by report; 0: none
};

}  // namespace

void write_audit_workbook(const AuditView& view, const AuditWords& words,
                          const std::filesystem::path& target) {
  AuditWorkbook(view, words, target).write();
}

}  // namespace gov_report
