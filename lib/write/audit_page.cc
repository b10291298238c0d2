#include "write/audit_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/own_outputs.h"
#include "write/audit_chart.h"
#include "write/html_table.h"
#include "write/xml.h"

namespace gov_report {
namespace {

/// "</" would end the element that it stands in.
std::string raw_text(std::string_view text) {
  std::string out(text);
  for (std::size_t at = 0; (at = out.find("</", at)) != std::string::npos;) {
    out.replace(at, 2, "<\\/");
  }
  return out;
}

class PageWriter {
 public:
  PageWriter(const AuditView& view, const AuditWords& words)
      : view_(view), words_(words) {}

  std::string write(std::string_view stylesheet, std::string_view script) {
    open_page(stylesheet);
    write_totals();
    write_reports();
    write_charts();
    for (std::size_t i = 0; i < view_.reports.size(); ++i) write_report(i);
    out_ += fmt::format("</main>\n<script>\n{}</script>\n</body>\n</html>\n",
                        raw_text(script));
    return std::move(out_);
  }

 private:
  std::string say(std::string_view key,
                  const std::vector<Argument>& arguments = {}) const {
    return xml_escaped(words_("audit.view." + std::string(key), arguments));
  }

  /// The file's own name where the body is not known.
  static std::string name_of(const ViewedReport& report) {
    if (!report.agency.empty()) return xml_escaped(report.agency);
    const std::size_t folder = report.file.find_last_of('/');
    return xml_escaped(folder == std::string::npos
                           ? report.file
                           : report.file.substr(folder + 1));
  }
  std::string year_of(const ViewedReport& report) const {
    return report.year == 0 ? say("unknown") : std::to_string(report.year);
  }

  void open_page(std::string_view stylesheet) {
    out_ = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta "
        "charset=\"utf-8\">\n<meta name=\"generator\" content=\"{}\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
        "'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<title>{}</title>\n<style>\n{}</style>\n</head>\n"
        "<body>\n<main>\n<h1>{}</h1>\n",
        say("language"), kAuditMark, say("title"), raw_text(stylesheet),
        say("title"));
  }

  void write_totals() {
    std::size_t counts[kAuditVerdicts] = {};
    for (const ViewedReport& report : view_.reports) {
      ++counts[static_cast<std::size_t>(report.verdict)];
    }
    out_ += fmt::format(
        "<p class=\"totals\">{}</p>\n"
        "<p class=\"search scripted\"><label>{} <input type=\"search\" "
        "id=\"search\" placeholder=\"{}\"></label> <output id=\"shown\" "
        "data-text=\"{}\"></output></p>\n",
        xml_escaped(audit_total_text(words_, counts)), say("search"),
        say("search-what"), say("shown", {{"count", "{count}"}}));
  }

  void write_reports() {
    out_ += "<table id=\"reports\" class=\"list\">\n<thead>\n<tr>";
    for (const char* key : {"agency", "year", "verdict", "errors", "warnings",
                            "infos", "read", "unread", "form", "file"}) {
      out_ += fmt::format("<th scope=\"col\">{}</th>", say(key));
    }
    out_ += "</tr>\n</thead>\n<tbody>\n";
    for (std::size_t i = 0; i < view_.reports.size(); ++i) {
      const ViewedReport& report = view_.reports[i];
      const std::string verdict(verdict_key(report.verdict));
      out_ += fmt::format(
          "<tr class=\"{}\" data-report=\"r{}\"><th scope=\"row\"><a "
          "href=\"#r{}\">{}</a></th><td>{}</td><td class=\"verdict\">{}</td>",
          verdict, i + 1, i + 1, name_of(report), year_of(report),
          say("verdict." + verdict));
      for (const Severity severity :
           {Severity::error, Severity::warning, Severity::info}) {
        write_count(count_of(*report.words, severity), severity_name(severity));
      }
      write_count(report.read, "read");
      write_count(report.unread, "unread");
      out_ += fmt::format("<td>{}</td><td class=\"file\">{}</td></tr>\n",
                          xml_escaped(report.form), xml_escaped(report.file));
    }
    out_ += "</tbody>\n</table>\n";
  }

  void write_count(std::uint64_t count, std::string_view name) {
    out_ += fmt::format("<td class=\"number{}{}\">{}</td>",
                        count > 0 ? " " : "", count > 0 ? name : "", count);
  }

  void write_charts() {
    if (view_.series.empty()) return;
    out_ +=
        fmt::format("<section id=\"series\">\n<h2>{}</h2>\n", say("series"));
    for (const ViewedSeries& series : view_.series) {
      out_ +=
          fmt::format("<figure>\n<figcaption>{}</figcaption>\n{}</figure>\n",
                      xml_escaped(series.agency), chart_svg(series));
    }
    out_ += "</section>\n";
  }

  void write_report(std::size_t index) {
    const ViewedReport& report = view_.reports[index];
    const std::string verdict(verdict_key(report.verdict));
    const std::string heading = report.year == 0
                                    ? name_of(report)
                                    : name_of(report) + " " + year_of(report);
    out_ += fmt::format(
        "<details class=\"report {}\" id=\"r{}\">\n<summary><h2>{}</h2> "
        "<span class=\"verdict\">{}</span> <span "
        "class=\"file\">{}</span></summary>\n",
        verdict, index + 1, heading, say("verdict." + verdict),
        xml_escaped(report.file));
    if (!report.against.empty()) {
      out_ += fmt::format("<p>{}</p>\n",
                          say("against-file", {{"file", report.against}}));
    }
    write_findings(report);
    for (const TableBlock& table : report.tables) {
      out_ += fmt::format(
          "<details class=\"figures\" open>\n<summary>{}</summary>\n<div "
          "class=\"table\">\n{}</div>\n</details>\n",
          xml_escaped(table.name), html_table(table, HtmlTableStyle::page));
    }
    out_ += "</details>\n";
  }

  void write_findings(const ViewedReport& report) {
    if (report.words->findings.empty()) {
      out_ += fmt::format("<p>{}</p>\n", say("no-findings"));
      return;
    }
    out_ += "<table class=\"list findings\">\n<thead>\n<tr>";
    for (const char* key : {"severity", "message", "place", "expected",
                            "reported", "remedy", "citation"}) {
      out_ += fmt::format("<th scope=\"col\">{}</th>", say(key));
    }
    out_ += "</tr>\n</thead>\n<tbody>\n";
    for_each_line(
        *report.words, [&](const Diagnostic* finding, const std::string& more) {
          if (finding != nullptr) {
            write_finding(*finding);
          } else {
            out_ += fmt::format("<tr><td colspan=\"7\">{}</td></tr>\n",
                                xml_escaped(more));
          }
        });
    out_ += "</tbody>\n</table>\n";
  }

  void write_finding(const Diagnostic& finding) {
    const std::string severity(severity_name(finding.severity));
    const auto rule =
        std::ranges::find(view_.rules, finding.rule, &BrokenRule::rule);
    const bool known = rule != view_.rules.end();
    out_ += fmt::format(
        "<tr data-cell-of=\"{}\"><td class=\"severity {}\">{}</td><td>{}{}<br>"
        "<code title=\"{}\">{}</code></td><td>{}</td><td>{}</td><td>{}</td>"
        "<td>{}{}</td><td>{}</td></tr>\n",
        xml_escaped(finding.cell), severity, say("severity." + severity),
        xml_escaped(finding.headline), headlines_of(finding.consequences),
        known ? xml_escaped(rule->checks) : "", xml_escaped(finding.rule),
        xml_escaped(place_text(finding)), xml_escaped(finding.expected),
        xml_escaped(finding.reported.empty() ? finding.note : finding.reported),
        xml_escaped(finding.remedy), headlines_of(finding.candidates),
        known ? xml_escaped(rule->citation) : "");
  }

  static std::string headlines_of(const std::vector<Diagnostic>& findings) {
    if (findings.empty()) return {};
    std::string list = "<ul>";
    for (const Diagnostic& one : findings) {
      list += fmt::format("<li>{}</li>", xml_escaped(one.headline));
    }
    return list + "</ul>";
  }

  const AuditView& view_;
  const AuditWords& words_;
  std::string out_;
};

}  // namespace

std::string write_audit_page(const AuditView& view, const AuditWords& words,
                             std::string_view stylesheet,
                             std::string_view script) {
  return PageWriter(view, words).write(stylesheet, script);
}

}  // namespace gov_report
