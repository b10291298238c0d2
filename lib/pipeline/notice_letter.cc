#include "pipeline/notice_letter.h"

#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "base/own_outputs.h"
#include "check/follow_ons.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

std::vector<const Finding*> findings_of(const AuditedReport& report,
                                        Severity severity,
                                        const RuleCatalogue& rules) {
  std::vector<const Finding*> found;
  for (const Finding& finding : report.findings.all()) {
    if (!is_for_letters(finding, rules)) continue;
    if (severity_of(finding, rules) == severity) found.push_back(&finding);
  }
  return found;
}

Paragraph paragraph(std::string text,
                    Paragraph::Manner manner = Paragraph::Manner::indented) {
  return {{{std::move(text), false}}, manner};
}

}  // namespace

std::size_t letter_findings(const ReportsOfBody& reports, Severity severity,
                            const RuleCatalogue& rules) {
  std::size_t count = 0;
  for (const AuditedReport* report : reports) {
    count += findings_of(*report, severity, rules).size();
    for (const auto& [key, left] : report->findings.left_out()) {
      const bool counts =
          key.second == severity && is_for_letters(key.first, rules);
      if (counts) count += left.count;
    }
  }
  return count;
}

Document NoticeLetter::compose() const {
  Document document;
  document.agency = reports_.front()->report->agency;
  document.year = reports_.back()->report->year;
  document.format = reports_.back()->report->format->id;
  document.title = say("title" + manner());
  document.keywords = kNoticeMark;
  document.date = make_date(1980, 1, 1).value();  // the same every time
  document.preamble.push_back(paragraph(say("to"), Paragraph::Manner::flush));
  const bool both = manner().empty() && request_.strict;
  document.preamble.push_back(
      paragraph(say("lead" + (both ? "-strict" : manner()))));
  add_findings(Severity::error, "errors", document);
  if (request_.strict) add_findings(Severity::warning, "warnings", document);
  add_demand(document);
  return document;
}

/// What is only to be verified is not to be mended: other words.
std::string NoticeLetter::manner() const {
  const bool errors = letter_findings(reports_, Severity::error, rules_) > 0;
  return errors ? "" : "-verify";
}

std::string NoticeLetter::file_name(const std::string& name) const {
  return say("file" + manner(), {{"name", name}});
}

std::string NoticeLetter::years() const {
  std::set<int> years;
  for (const AuditedReport* report : reports_) {
    if (report->report->year != 0) years.insert(report->report->year);
  }
  std::string all;
  for (auto year = years.begin(); year != years.end();) {
    const std::string first = std::to_string(*year);
    int last = *year;
    while (++year != years.end() && *year == last + 1) last = *year;
    if (!all.empty()) all += messages_("notice.and");
    all += std::to_string(last) == first
               ? first
               : messages_("notice.years",
                           {{"first", first}, {"last", std::to_string(last)}});
  }
  return all;
}

std::string NoticeLetter::say(const std::string& key,
                              std::vector<Argument> arguments) const {
  const std::string& agency = reports_.front()->report->agency;
  const std::string years = this->years();
  arguments.push_back({"agency", agency});
  arguments.push_back(
      {"to", agency.empty() ? messages_("notice.no-agency") : agency});
  arguments.push_back({"years", years});
  arguments.push_back(
      {"of_years", years.empty()
                       ? std::string()
                       : messages_("notice.of-year", {{"year", years}})});
  std::size_t count = letter_findings(reports_, Severity::error, rules_);
  if (request_.strict) {
    count += letter_findings(reports_, Severity::warning, rules_);
  }
  arguments.push_back({"count", std::to_string(count)});
  return messages_("notice." + key, arguments);
}

void NoticeLetter::add_section(const std::string& key,
                               Document& document) const {
  Section section;
  section.id = key;
  const std::string number = std::to_string(document.sections.size() + 1);
  section.heading =
      messages_("notice.number." + number) + say("heading." + key);
  document.sections.push_back(std::move(section));
}

void NoticeLetter::add_findings(Severity severity, const std::string& key,
                                Document& document) const {
  if (letter_findings(reports_, severity, rules_) == 0) return;
  add_section(key, document);
  std::vector<Block>& blocks = document.sections.back().blocks;
  for (const AuditedReport* report : reports_) {
    const auto findings = findings_of(*report, severity, rules_);
    if (findings.empty()) continue;
    if (reports_.size() > 1) {
      blocks.emplace_back(Paragraph{{{report_name(*report), true}}});
    }
    blocks.emplace_back(items_of(findings, *report));
    add_left_out(*report, severity, blocks);
  }
}

/// Many findings of one kind that say no more than a place are one item.
List NoticeLetter::items_of(const std::vector<const Finding*>& findings,
                            const AuditedReport& report) const {
  constexpr std::size_t kMany = 4;
  using Kind = std::pair<std::string, std::string>;
  std::map<Kind, std::vector<const Finding*>> alike;
  for (const Finding* finding : findings) {
    if (words_.is_place_alone(*finding)) {
      alike[{finding->rule, finding->variant}].push_back(finding);
    }
  }
  List list;
  list.ordered = true;
  for (const Finding* finding : findings) {
    const auto own = alike.find({finding->rule, finding->variant});
    const bool many = own != alike.end() && own->second.size() >= kMany &&
                      words_.is_place_alone(*finding);
    if (!many) {
      list.items.push_back(words_.item(*finding, report));
    } else if (own->second.front() == finding) {
      list.items.push_back(words_.item_of_many(own->second, report));
    }
  }
  return list;
}

/// Findings beyond the limit are only counted.
void NoticeLetter::add_left_out(const AuditedReport& report, Severity severity,
                                std::vector<Block>& blocks) const {
  for (const auto& [key, left] : report.findings.left_out()) {
    if (key.second != severity || left.count == 0) continue;
    if (!is_for_letters(key.first, rules_)) continue;
    Finding left_out;
    left_out.rule = key.first;
    blocks.emplace_back(
        paragraph(say("more", {{"rule", words_.checks_of(left_out)},
                               {"more", std::to_string(left.count)}})));
  }
}

std::string NoticeLetter::report_name(const AuditedReport& report) const {
  return say(report.report->year == 0 ? "report-no-year" : "report",
             {{"year", std::to_string(report.report->year)},
              {"file", fs::path(report.file).filename().string()}});
}

void NoticeLetter::add_demand(Document& document) const {
  add_section("demand", document);
  std::vector<Block>& blocks = document.sections.back().blocks;
  const std::string by = request_.by ? chinese_text(*request_.by) : "";
  const auto close = [&](const std::string& text) {
    blocks.emplace_back(paragraph(text, Paragraph::Manner::closing));
  };
  close(say((by.empty() ? "demand-days" : "demand") + manner(), {{"by", by}}));
  close(say("answer" + manner()));
  const auto sign = [&](const std::string& line) {
    blocks.emplace_back(paragraph(line, Paragraph::Manner::signature));
  };
  sign("");
  sign(request_.from.empty() ? say("from") : request_.from);
  sign(say("date"));
}

}  // namespace gov_report
