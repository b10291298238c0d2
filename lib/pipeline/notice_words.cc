#include "pipeline/notice_words.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "base/text.h"

namespace gov_report {
namespace {

void replace_all(std::string& text, const std::string& from,
                 const std::string& to) {
  std::size_t at = 0;
  while ((at = text.find(from, at)) != std::string::npos) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

const std::string* argument(const Finding& finding, std::string_view name) {
  const auto found =
      std::ranges::find(finding.arguments, name, &Argument::name);
  return found == finding.arguments.end() ? nullptr : &found->value.zh;
}

/// Where `year` and a blank stand before a label: that is no number then.
std::size_t year_before_label(const std::string& text, const std::string& year,
                              std::size_t from) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (std::size_t at = text.find(year + " ", from); at != std::string::npos;
       at = text.find(year + " ", at + 1)) {
    const std::size_t after = at + year.size() + 1;
    const bool label =
        after < text.size() && static_cast<unsigned char>(text[after]) >= 0x80;
    if (label && (at == 0 || !is_digit(text[at - 1]))) return at;
  }
  return std::string::npos;
}

bool is_pdf(const std::string& file) {
  const std::string ending = std::filesystem::path(file).extension().string();
  return ending == ".pdf" || ending == ".PDF";
}

}  // namespace

bool is_for_letters(const std::string& rule, const RuleCatalogue& rules) {
  return rule != kRowUnread && !rules.has_status(rule, Rule::Status::beta);
}

bool is_for_letters(const Finding& finding, const RuleCatalogue& rules) {
  // What lay beyond our limits may be there.
  return is_for_letters(finding.rule, rules) &&
         !finding.variant.starts_with("cut-");
}

NoticeWords::NoticeWords(const RuleCatalogue& rules, const Messages& chinese)
    : rules_(rules),
      messages_(chinese),
      says_(chinese.all_of("notice.says.")),
      omitted_(chinese.all_of("notice.omit.")) {}

std::string NoticeWords::checks_of(const Finding& finding) const {
  const Rule* rule = rules_.find(finding.rule);
  std::string text =
      part(finding, "checks",
           rule == nullptr ? finding.rule : rules_.words(*rule).checks.zh);
  const std::string stop = messages_("notice.stop");
  if (text.ends_with(stop)) text.resize(text.size() - stop.size());
  return text;
}

std::string NoticeWords::part(const Finding& finding, const std::string& part,
                              const std::string& given) const {
  const std::string variant =
      finding.variant.empty() ? "default" : finding.variant;
  for (const std::string& key :
       {finding.rule + "." + variant, finding.rule, variant}) {
    const auto own = says_.find(key + "." + part);
    if (own == says_.end()) continue;
    return filled_in(own->second.zh, finding.arguments, Language::zh);
  }
  return given;
}

/// One of the two values, and nothing beside it.
std::string NoticeWords::value(const Finding& finding, const std::string& part,
                               const std::string& given) const {
  std::string text = this->part(finding, part, given);
  for (const auto& [key, words] : omitted_) {
    replace_all(text, filled_in(words.zh, finding.arguments, Language::zh), "");
  }
  const std::string* year = argument(finding, "last_year");
  if (year == nullptr) return text;
  const std::string of_year = messages_("notice.of-year", {{"year", *year}});
  for (std::size_t at = year_before_label(text, *year, 0);
       at != std::string::npos;
       at = year_before_label(text, *year, at + of_year.size())) {
    text.replace(at, year->size() + 1, of_year);
  }
  return text;
}

/// A label in front stands in quotation marks: its number is not that of an
/// item.
std::string NoticeWords::headline(const Finding& finding,
                                  const std::string& given) const {
  std::string text = part(finding, "headline", given);
  std::string label;
  for (const Argument& one : finding.arguments) {
    const std::string& value = one.value.zh;
    const bool is_label =
        one.name == "cell" || one.name == "where" || one.name == "row";
    if (is_label && value.size() > label.size() && text.starts_with(value)) {
      label = value;
    }
  }
  if (label.empty()) return text;
  return messages_("notice.label", {{"label", label}}) +
         text.substr(label.size());
}

std::vector<Run> NoticeWords::item(const Finding& finding,
                                   const AuditedReport& report) const {
  const Diagnostic words =
      rules_.describe(finding, Language::zh, ReportOf::another);
  std::string text;
  const auto add = [&](const char* key, const std::string& words_of) {
    text += sentence(key, words_of);
  };
  add("place", place_of(finding.place, report));
  text += messages_("notice.stop");
  add("reported", value(finding, "reported", words.reported));
  // Of a sum that does not come out either side may be wrong.
  const std::string expected = value(finding, "expected", words.expected);
  const bool computed = !words.candidates.empty() && !is_for_all(finding);
  add(computed ? "computed" : "expected", expected);
  if (!words.candidates.empty()) {
    const bool one = words.candidates.size() == 1;
    add(one ? "likely" : "possible", headlines(words.candidates));
  }
  text += demand(finding, words.remedy, report);
  return {{headline(finding, words.headline), true}, {std::move(text), false}};
}

/// What it expects is the same for all of its kind: no value of its own.
bool NoticeWords::is_for_all(const Finding& finding) const {
  const auto expected = [&](const Finding& one) {
    return rules_.describe(one, Language::zh, ReportOf::another).expected;
  };
  Finding bare = finding;
  bare.arguments.clear();
  return expected(finding) == expected(bare);
}

bool NoticeWords::is_place_alone(const Finding& finding) const {
  return !finding.cell.empty() && is_for_all(finding);
}

std::vector<Run> NoticeWords::item_of_many(
    const std::vector<const Finding*>& findings,
    const AuditedReport& report) const {
  std::string all;
  std::string last_remedy;
  std::string last_place;
  std::string expected;
  for (const Finding* finding : findings) {
    const Diagnostic words =
        rules_.describe(*finding, Language::zh, ReportOf::another);
    all += (all.empty() ? "" : messages_("notice.many.and")) +
           headline(*finding, words.headline);
    // Of several in one section it is named once.
    const std::string place = place_of(finding->place, report);
    if (place != last_place) all += sentence("place", place);
    last_place = place;
    last_remedy = words.remedy;
    expected = words.expected;
  }
  std::string text =
      all + messages_("notice.stop") +
      sentence("expected", value(*findings.front(), "expected", expected)) +
      demand(*findings.front(), last_remedy, report);
  const std::string headline = messages_(
      "notice.many.headline", {{"count", std::to_string(findings.size())}});
  return {{headline, true}, {std::move(text), false}};
}

/// A part of an item; nothing if it has no words.
std::string NoticeWords::sentence(const std::string& key,
                                  const std::string& words) const {
  if (words.empty()) return {};
  return messages_("notice.item." + key, {{"value", words}});
}

/// What should hold, by what, what to do.
std::string NoticeWords::demand(const Finding& finding,
                                const std::string& remedy_given,
                                const AuditedReport& report) const {
  std::string text = sentence("checks", checks_of(finding));
  const Rule* rule = rules_.find(finding.rule);
  // Where no national rule stands behind it, none is named.
  const bool cited =
      rule != nullptr && rule->citation != messages_("notice.no-citation");
  if (cited) {
    text += sentence("citation", in_full(rule->citation, report.report->year));
  }
  return text + sentence("remedy", part(finding, "remedy", remedy_given));
}

/// The likeliest of many.
std::string NoticeWords::headlines(
    const std::vector<Diagnostic>& candidates) const {
  constexpr std::size_t kNamed = 3;
  const std::size_t named =
      candidates.size() <= kNamed ? candidates.size() : kNamed - 1;
  std::string all;
  for (std::size_t i = 0; i < named; ++i) {
    all += (all.empty() ? "" : messages_("notice.or")) + candidates[i].headline;
  }
  if (named < candidates.size()) all += messages_("notice.or-others");
  return all;
}

/// A citation of the rules with the names that a letter has for documents.
std::string NoticeWords::in_full(std::string_view citation, int year) const {
  auto names = messages_.all_of("notice.cite.");
  // By year: what came later is laid over what came before.
  for (const auto& [key, full] : messages_.all_of("notice.cite-from.")) {
    const std::size_t point = key.find('.');
    const bool holds = year != 0 && std::atoi(key.c_str()) <= year;
    if (holds) names[key.substr(point + 1)] = full;
  }
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

/// The heading of the section that it stands in; empty: it is above them all.
std::string NoticeWords::section_at(const Place& place,
                                    const PublishedReport& report) {
  std::string heading;
  for (const ReportSection& section : report.text.sections) {
    if (section.place.at > place.at) break;
    heading = printable(section.heading);
  }
  return heading;
}

std::string NoticeWords::place_of(const Place& place,
                                  const AuditedReport& report) const {
  unsigned table = 0;
  unsigned row = 0;
  unsigned column = 0;
  const std::string& cell = place.address;
  // The places of import/grid_places.cc.
  if (std::sscanf(cell.c_str(), "T%u:R%uC%u", &table, &row, &column) == 3) {
    return messages_("notice.place.table",
                     {{"table", std::to_string(table)},
                      {"row", std::to_string(row)},
                      {"column", std::to_string(column)}});
  }
  if (!cell.empty()) return messages_("notice.place.cell", {{"cell", cell}});
  using Kind = PublishedPage::Kind;
  // The body has no file with these lines: its page is made by a program.
  // Nor are the paragraphs of a Word file counted for anybody to see.
  const bool unseen = report.page_kind == Kind::html ||
                      report.page_kind == Kind::docx || is_pdf(report.file);
  if (place.at.line == 0) return {};
  if (unseen) return section_at(place, *report.report);
  return messages_("notice.place.line",
                   {{"line", std::to_string(place.at.line)}});
}

}  // namespace gov_report
