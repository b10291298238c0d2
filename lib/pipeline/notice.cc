#include "pipeline/notice.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "base/output_file.h"
#include "base/system_reason.h"
#include "base/text.h"
#include "check/follow_ons.h"
#include "write/docx.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameBytes = 150;  // of a file, as most systems take it

/// Of a body, by year.
using Reports = std::vector<const AuditedReport*>;

/// What is about our reading, not about the report.
bool is_of_reading(const std::string& rule) {
  return rule == "row-unread";
}

/// What is not sure to be wrong is in no letter.
bool is_for_letters(const std::string& rule, const RuleCatalogue& rules) {
  return !is_of_reading(rule) && !rules.has_status(rule, Rule::Status::beta);
}

std::vector<const Finding*> findings_of(const AuditedReport& report,
                                        Severity severity,
                                        const RuleCatalogue& rules) {
  std::vector<const Finding*> found;
  for (const Finding& finding : report.findings.all()) {
    if (!is_for_letters(finding.rule, rules)) continue;
    if (severity_of(finding, rules) == severity) found.push_back(&finding);
  }
  return found;
}

std::size_t count_of(const Reports& reports, Severity severity,
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

Paragraph paragraph(std::string text,
                    Paragraph::Manner manner = Paragraph::Manner::indented) {
  return {{{std::move(text), false}}, manner};
}

/// A letter to one body.
class NoticeComposer {
 public:
  NoticeComposer(const Reports& reports, const NoticeRequest& request,
                 const RuleCatalogue& rules, const Messages& messages)
      : reports_(reports),
        request_(request),
        rules_(rules),
        messages_(messages) {}

  Document compose() {
    document_.agency = reports_.front()->report->agency;
    document_.year = reports_.back()->report->year;
    document_.format = reports_.back()->report->format->id;
    document_.title = say("title");
    document_.date = make_date(1980, 1, 1).value();  // the same every time
    document_.preamble.push_back(
        paragraph(say("to"), Paragraph::Manner::flush));
    document_.preamble.push_back(
        paragraph(say(request_.strict ? "lead-strict" : "lead")));
    add_findings(Severity::error, "errors");
    if (request_.strict) add_findings(Severity::warning, "warnings");
    add_demand();
    return std::move(document_);
  }

  std::string years() const {
    std::set<int> years;
    for (const AuditedReport* report : reports_) {
      if (report->report->year != 0) years.insert(report->report->year);
    }
    if (years.empty()) return {};
    const std::string first = std::to_string(*years.begin());
    if (years.size() == 1) return first;
    return messages_(
        "notice.years",
        {{"first", first}, {"last", std::to_string(*years.rbegin())}});
  }

  std::string say(const std::string& key,
                  std::vector<Argument> arguments = {}) const {
    arguments.push_back({"agency", reports_.front()->report->agency});
    arguments.push_back({"years", years()});
    std::size_t count = count_of(reports_, Severity::error, rules_);
    if (request_.strict) {
      count += count_of(reports_, Severity::warning, rules_);
    }
    arguments.push_back({"count", std::to_string(count)});
    return messages_("notice." + key, arguments);
  }

 private:
  void add_section(const std::string& key) {
    Section section;
    section.id = key;
    const std::string number = std::to_string(document_.sections.size() + 1);
    section.heading =
        messages_("notice.number." + number) + say("heading." + key);
    document_.sections.push_back(std::move(section));
  }

  std::vector<Block>& blocks() { return document_.sections.back().blocks; }

  void add_findings(Severity severity, const std::string& key) {
    if (count_of(reports_, severity, rules_) == 0) return;
    add_section(key);
    for (const AuditedReport* report : reports_) {
      const auto findings = findings_of(*report, severity, rules_);
      if (findings.empty()) continue;
      if (reports_.size() > 1) {
        blocks().emplace_back(Paragraph{{{report_name(*report), true}}});
      }
      List list;
      list.ordered = true;
      for (const Finding* finding : findings)
        list.items.push_back(item(*finding));
      blocks().emplace_back(std::move(list));
      add_left_out(*report, severity);
    }
  }

  /// Findings beyond the limit are only counted.
  void add_left_out(const AuditedReport& report, Severity severity) {
    for (const auto& [key, left] : report.findings.left_out()) {
      if (key.second != severity || left.count == 0) continue;
      if (!is_for_letters(key.first, rules_)) continue;
      blocks().emplace_back(
          paragraph(say("more", {{"rule", checks_of(key.first)},
                                 {"more", std::to_string(left.count)}})));
    }
  }

  std::string report_name(const AuditedReport& report) const {
    return say(report.report->year == 0 ? "report-no-year" : "report",
               {{"year", std::to_string(report.report->year)},
                {"file", fs::path(report.file).filename().string()}});
  }

  std::string checks_of(const std::string& id) const {
    const Rule* rule = rules_.find(id);
    std::string text = rule == nullptr ? id : rules_.words(*rule).checks.zh;
    // It goes on inside a sentence.
    const std::string stop = messages_("notice.stop");
    if (text.ends_with(stop)) text.resize(text.size() - stop.size());
    return text;
  }

  /// What is wrong, both values, what should hold and by what.
  std::vector<Run> item(const Finding& finding) const {
    const Diagnostic words = rules_.describe(finding, Language::zh);
    const Rule* rule = rules_.find(finding.rule);
    const std::string place = place_of(finding.place);
    std::string text;
    if (!place.empty()) text += say("item.place", {{"place", place}});
    text += messages_("notice.stop");
    const auto add = [&](const char* key, const std::string& value) {
      if (!value.empty()) text += say(key, {{"value", value}});
    };
    add("item.reported", words.reported);
    // Of a sum that does not come out either side may be wrong.
    if (words.candidates.empty()) {
      add("item.expected", words.expected);
    } else {
      const bool one = words.candidates.size() == 1;
      add(one ? "item.likely" : "item.possible", headlines(words.candidates));
    }
    add("item.checks", checks_of(finding.rule));
    // Where no national rule stands behind it, none is named.
    const bool cited =
        rule != nullptr && rule->citation != messages_("notice.no-citation");
    if (cited) add("item.citation", in_full(rule->citation));
    return {{words.headline, true}, {std::move(text), false}};
  }

  /// Without the names that figures have in files.
  std::string headlines(const std::vector<Diagnostic>& candidates) const {
    std::string all;
    for (const Diagnostic& candidate : candidates) {
      std::string text = candidate.headline;
      const std::string name =
          messages_("notice.cell", {{"cell", candidate.cell}});
      const std::size_t at = text.find(name);
      if (!candidate.cell.empty() && at != std::string::npos) {
        text.erase(at, name.size());
      }
      all += (all.empty() ? "" : messages_("notice.or")) + text;
    }
    return all;
  }

  /// A citation of the rules with the names that a letter has for documents.
  std::string in_full(std::string_view citation) const {
    const auto names = messages_.all_of("notice.cite.");
    std::string text;
    while (!citation.empty()) {
      std::size_t length = 0;
      for (const auto& [name, full] : names) {
        if (name.size() <= length || !citation.starts_with(name)) continue;
        length = name.size();
      }
      if (length > 0) {
        text += names.at(std::string(citation.substr(0, length))).zh;
      } else {
        text += citation[0];
      }
      citation.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return text;
  }

  std::string place_of(const Place& place) const {
    if (!place.address.empty()) {
      return messages_("notice.place.cell", {{"cell", place.address}});
    }
    if (place.at.line == 0) return {};
    return messages_("notice.place.line",
                     {{"line", std::to_string(place.at.line)}});
  }

  void add_demand() {
    add_section("demand");
    const std::string by = request_.by ? chinese_text(*request_.by) : "";
    blocks().emplace_back(
        paragraph(say(by.empty() ? "demand-days" : "demand", {{"by", by}})));
    blocks().emplace_back(paragraph(say("answer")));
    const auto sign = [&](const std::string& line) {
      blocks().emplace_back(paragraph(line, Paragraph::Manner::signature));
    };
    sign("");
    sign(request_.from.empty() ? say("from") : request_.from);
    sign(say("date"));
  }

  const Reports& reports_;
  const NoticeRequest& request_;
  const RuleCatalogue& rules_;
  const Messages& messages_;
  Document document_;
};

/// A name that every system takes: nothing of a report is a folder.
std::string file_name(const std::string& wanted) {
  std::string name;
  for (const char c : printable(wanted)) {
    const bool bad =
        std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos ||
        static_cast<unsigned char>(c) < 0x20;
    name += bad ? '_' : c;
  }
  while (name.starts_with('.') || name.starts_with(' ') ||
         name.starts_with('-')) {
    name.erase(0, 1);
  }
  while (name.size() > kNameBytes) {
    name = std::string(first_characters(name, character_count(name) - 1));
  }
  return name.empty() ? "_" : name;
}

std::string unique_name(const std::string& name, std::set<std::string>& taken) {
  std::string unique = name;
  for (int i = 2; !taken.insert(fold(unique)).second; ++i) {
    unique = name + "-" + std::to_string(i);
  }
  return unique + ".docx";
}

Finding cannot_write(const std::system_error& error, const fs::path& path) {
  Finding finding;
  finding.rule = "output-not-writable";
  finding.variant = "file";
  finding.arguments = reason_arguments(error, path.string());
  finding.arguments.push_back({"file", path.string()});
  return finding;
}

std::string one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

bool write_letter(const Document& document, const fs::path& path,
                  const DataFiles& data, const FindingSink& sink) {
  DocxTools tools;
  if (const auto own = data.override_of(docx_reference_name(document))) {
    tools.reference = *own;
  }
  const DocxResult result = write_docx(document, path, tools);
  if (result.outcome == DocxResult::Outcome::written) return true;
  Finding finding;
  finding.rule = "pandoc-missing";
  if (result.outcome == DocxResult::Outcome::pandoc_failed) {
    finding.rule = "pandoc-failed";
    finding.arguments = {{"reason", one_line(result.words)}};
  }
  sink(std::move(finding));
  return false;
}

}  // namespace

std::vector<Notice> compose_notices(const AuditResult& result,
                                    const NoticeRequest& request,
                                    const RuleCatalogue& rules,
                                    const Messages& chinese) {
  std::vector<Reports> bodies;  // in the order of their first report
  std::map<std::string, std::size_t> known;
  for (const AuditedReport& report : result.reports) {
    if (!report.report) continue;
    const std::string body = fold(report.report->agency);
    // Without a name nothing says that two are of one body.
    const auto at = body.empty() ? known.end() : known.find(body);
    if (at == known.end()) {
      if (!body.empty()) known[body] = bodies.size();
      bodies.push_back({&report});
    } else {
      bodies[at->second].push_back(&report);
    }
  }
  std::vector<Notice> notices;
  std::set<std::string> taken;
  for (Reports& reports : bodies) {
    std::erase_if(reports, [&](const AuditedReport* report) {
      const Reports own = {report};
      const bool warned =
          request.strict && count_of(own, Severity::warning, rules) > 0;
      return count_of(own, Severity::error, rules) == 0 && !warned;
    });
    if (reports.empty()) continue;
    std::ranges::stable_sort(reports, {}, [](const AuditedReport* report) {
      return report->report->year;
    });
    NoticeComposer composer(reports, request, rules, chinese);
    const AuditedReport& first = *reports.front();
    std::string name = first.report->agency;
    if (name.empty()) name = fs::path(first.file).stem().string();
    notices.push_back(
        {first.report->agency,
         request.folder /
             unique_name(file_name(composer.say("file", {{"name", name}})),
                         taken),
         composer.compose()});
  }
  return notices;
}

std::optional<NoticeOutcome> write_notice(const Notice& notice,
                                          const NoticeRequest& request,
                                          const DataFiles& data,
                                          const FindingSink& sink) {
  try {
    if (!request.folder.empty()) fs::create_directories(request.folder);
    if (!request.replace && fs::exists(notice.file)) {
      return NoticeOutcome::kept;
    }
    OutputFile file(notice.file);
    if (!write_letter(notice.document, file.path(), data, sink)) {
      return std::nullopt;
    }
    file.commit();
    return NoticeOutcome::written;
  } catch (const std::system_error& error) {
    sink(cannot_write(error, notice.file));
    return std::nullopt;
  }
}

}  // namespace gov_report
