// Title, sections, their headings and the numbers of items.

#include <algorithm>

#include "base/text.h"
#include "check/text_scan.h"

namespace gov_report {
namespace {

class Structure {
 public:
  explicit Structure(TextCheck& check)
      : check_(check), format_(check.format), words_(check.words) {}

  void check_title() {
    if (check_.title.empty()) {
      for (const char* rule : {"title-wrong", "body-name-differs"}) {
        check_.coverage.not_run(rule, {"no-title", {}});
      }
      return;
    }
    check_.coverage.ran("title-wrong");
    check_.coverage.ran("body-name-differs");
    const ScannedBlock& title = check_.title.front();
    for (const TitleFormat::Form& form : words_.title.forms) {
      const auto spans = form.pattern.spans(title.text());
      if (spans.empty()) continue;
      const std::string_view name = spans[form.name].of(title.text());
      if (words_.title.not_in_name.matches(name)) continue;
      return check_title_parts(title, spans[form.name], spans[form.year]);
    }
    // Without a year anywhere that is what is said.
    if (check_.facts.year == 0) return;
    report_title("", title, {0, title.text().size()});
  }

  /// Each section of the format, once and in its place.
  void check_sections() {
    for (const char* rule : {"section-missing", "section-order-wrong",
                             "section-heading-differs"}) {
      check_.coverage.ran(rule);
    }
    const bool missing = !check_.facts.tables_only;
    if (!missing) {
      check_.coverage.never_ran("section-missing", {"tables-only", {}});
    }
    std::size_t furthest = 0;
    std::vector<bool> seen(format_.sections.size());
    for (const ReportSection& section : check_.report.sections) {
      const auto number = number_of(section);
      if (!number) continue;
      check_heading(section, format_.sections[*number]);
      if (seen[*number] || *number < furthest) {
        report_section("section-order-wrong", seen[*number] ? "twice" : "",
                       section.place, section.heading);
      }
      furthest = std::max(furthest, *number);
      seen[*number] = true;
    }
    for (std::size_t i = 0; missing && i < seen.size(); ++i) {
      const bool in_table =
          check_.report.headings_in_tables.contains(format_.sections[i].id);
      if (seen[i] || in_table) continue;
      report_section("section-missing", "", {}, format_.sections[i].heading);
    }
  }

  void check_obsolete() {
    check_.coverage.ran("obsolete-section");
    for (const ReportSection& section : check_.report.sections) {
      if (is_obsolete(section.heading)) {
        report_section("obsolete-section", "", section.place, section.heading);
      }
    }
    for (const ScannedBlock& block : check_.body) {
      if (block.block->kind != BlockKind::heading) continue;
      if (!is_obsolete(text_of(*block.block))) continue;
      if (!check_.wants("obsolete-section")) continue;
      check_.add(check_.finding("obsolete-section", "", block,
                                {0, block.text().size()},
                                {{"section", text_of(*block.block)}}));
    }
  }

  /// "This report has six parts: …" in the preamble or the overview.
  void check_announcement() {
    check_.coverage.ran("section-list-differs");
    if (!check_.glance.may_match(words_.sections.announced)) return;
    for (const ScannedBlock& block : check_.preamble) announcement(block);
    for (const ScannedBlock& block : check_.body) {
      if (block.section->id == words_.overview.section) announcement(block);
    }
  }

  /// （一）（二）… of a section. Paragraphs under a numbered heading count
  /// anew.
  void check_numbering() {
    check_.coverage.ran("sub-numbering-broken");
    const ReportSection* section = nullptr;
    std::size_t headings = 0;
    std::size_t others = 0;
    for (const ScannedBlock& block : check_.body) {
      if (block.section != section) headings = others = 0;
      section = block.section;
      const bool is_heading = block.block->kind == BlockKind::heading;
      const auto item = words_.sections.item.spans(block.text());
      const std::size_t number =
          item.empty() ? 0 : number_named(item[1].of(block.text()));
      if (is_heading) others = 0;
      if (number == 0) continue;
      std::size_t& last = is_heading ? headings : others;
      // A new list may begin anywhere.
      if (number != last + 1 && (number != 1 || last == 1) &&
          check_.wants("sub-numbering-broken")) {
        const std::size_t next = std::min(last, words_.numerals.size() - 1);
        check_.add(check_.finding("sub-numbering-broken",
                                  last == 0 ? "" : "gap", block, item[0],
                                  {{"expected", words_.numerals[next]}}));
      }
      last = number;
    }
  }

 private:
  void check_title_parts(const ScannedBlock& title, Span name, Span year) {
    if (year.of(title.text()) != std::to_string(check_.facts.year)) {
      report_title("year", title, year);
    }
    if (check_.facts.agency.empty()) return;
    std::vector<std::string> names = check_.facts.short_names;
    names.push_back(check_.facts.agency);
    for (const std::string& known : names) {
      if (FoldedText(known).text() == name.of(title.text())) return;
    }
    check_.add(check_.finding("body-name-differs", "", title, name,
                              {{"expected", check_.facts.agency}}));
  }

  void report_title(const char* variant, const ScannedBlock& title, Span span) {
    check_.add(check_.finding("title-wrong", variant, title, span,
                              {{"year", std::to_string(check_.facts.year)}}));
  }

  void report_section(const char* rule, const char* variant, Place place,
                      const std::string& heading,
                      std::vector<Argument> arguments = {}) {
    Finding finding;
    finding.rule = rule;
    finding.variant = variant;
    finding.place = std::move(place);
    finding.arguments = std::move(arguments);
    finding.arguments.push_back({"section", printable(heading)});
    check_.add(std::move(finding));
  }

  std::optional<std::size_t> number_of(const ReportSection& section) const {
    const auto found =
        std::ranges::find(format_.sections, section.id, &SectionFormat::id);
    if (section.id.empty() || found == format_.sections.end()) {
      return std::nullopt;
    }
    return static_cast<std::size_t>(found - format_.sections.begin());
  }

  void check_heading(const ReportSection& section, const SectionFormat& known) {
    const std::string folded = fold(section.heading);
    if (folded == fold(known.heading)) return;
    for (const std::string& accepted : known.accepted) {
      if (folded == fold(accepted)) return;
    }
    report_section("section-heading-differs", "", section.place,
                   section.heading, {{"expected", known.heading}});
  }

  bool is_obsolete(std::string_view heading) const {
    return words_.sections.obsolete.matches(heading_words(heading)) ||
           words_.sections.obsolete.matches(fold(heading));
  }

  std::size_t number_named(std::string_view text) const {
    const auto found = std::ranges::find(words_.numerals, text);
    if (found != words_.numerals.end()) {
      return static_cast<std::size_t>(found - words_.numerals.begin()) + 1;
    }
    std::size_t value = 0;
    for (const char c : text) {
      if (c < '0' || c > '9') return 0;
      value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return value;
  }

  void announcement(const ScannedBlock& block) {
    const std::string& text = block.text();
    const auto spans = words_.sections.announced.spans(text);
    if (spans.empty()) return;
    const Clauses sentences(text, words_.supervision.sentence_end);
    const Span sentence = sentences.around(spans[0].begin);
    if (!words_.sections.announced_near.matches(sentence.of(text))) return;
    const std::size_t number = number_named(spans[1].of(text));
    const std::size_t present = sections_present();
    if (number == 0) return;
    // The names may stand before the number or in the lines after it.
    const std::size_t from = sentence.begin;
    const std::vector<std::string> absent = not_named(text.substr(from));
    const std::size_t named = present - absent.size();
    if (number != present) {
      check_.add(check_.finding("section-list-differs", "", block, spans[1],
                                {{"number", std::to_string(number)},
                                 {"present", std::to_string(present)}}));
    } else if (named >= 2 && !absent.empty()) {
      check_.add(check_.finding(
          "section-list-differs", "name", block, spans[1],
          {{"section", absent.front()}, {"number", std::to_string(number)}}));
    }
  }

  std::size_t sections_present() const {
    std::set<std::string> ids;
    for (const ReportSection& section : check_.report.sections) {
      if (number_of(section)) ids.insert(section.id);
    }
    return ids.size();
  }

  /// Headings of sections that are there and not among the words of `text`.
  std::vector<std::string> not_named(const std::string& text) const {
    std::vector<std::string> absent;
    for (const SectionFormat& section : format_.sections) {
      const auto& there = check_.report.sections;
      if (std::ranges::find(there, section.id, &ReportSection::id) ==
          there.end()) {
        continue;
      }
      const auto name = words_.sections.names.find(section.id);
      const bool named =
          name == words_.sections.names.end()
              ? text.find(heading_words(section.heading)) != std::string::npos
              : name->second.matches(text);
      if (!named) absent.push_back(section.heading);
    }
    return absent;
  }

  TextCheck& check_;
  const ReportFormat& format_;
  const TextFormat& words_;
};

}  // namespace

void check_structure(TextCheck& check) {
  Structure structure(check);
  structure.check_title();
  structure.check_sections();
  structure.check_obsolete();
  structure.check_announcement();
  structure.check_numbering();
}

}  // namespace gov_report
