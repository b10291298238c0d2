// Section one: its topics, its length and the results a government must give.

#include <algorithm>

#include "base/listing.h"
#include "base/text.h"
#include "check/text_scan.h"

namespace gov_report {
namespace {

class Overview {
 public:
  Overview(TextCheck& check, const ReportSection& section)
      : check_(check),
        section_(section),
        blocks_(check.blocks_of(section)),
        text_(joined(blocks_)) {}

  /// What is missing from an empty section follows from that.
  void check_content() {
    const std::size_t count = letters(without_section_names());
    const int shortest = check_.words.overview.shortest;
    auto others = missing_topics();
    auto results = missing_results();
    others.insert(others.end(), results.begin(), results.end());
    if (count >= static_cast<std::size_t>(shortest)) {
      for (Finding& finding : others) check_.add(std::move(finding));
      return;
    }
    Finding finding = about("overview-empty");
    finding.arguments = {{"count", std::to_string(count)},
                         {"at_least", std::to_string(shortest)}};
    finding.consequences = std::move(others);
    check_.add(std::move(finding));
  }

  void check_length() {
    const auto longest = check_.words.overview.longest.find(check_.format.id);
    if (longest == check_.words.overview.longest.end()) return;
    check_.coverage.ran("overview-too-long");
    const auto limit = static_cast<std::size_t>(longest->second);
    std::size_t count = 0;
    std::optional<Place> first_beyond;
    for (const ScannedBlock* block : blocks_) {
      const std::string& text = block->text();
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        next_code_point(text, at);
        // Some characters fold to two.
        const bool is_new =
            begin == 0 || block->folded.character(begin) !=
                              block->folded.character(begin - 1);
        if (is_new && ++count == limit + 1) {
          first_beyond = block->place(begin, at);
        }
      }
    }
    if (!first_beyond) return;
    Finding finding;
    finding.rule = "overview-too-long";
    finding.place = *first_beyond;
    finding.arguments = {{"count", std::to_string(count)},
                         {"at_most", std::to_string(limit)},
                         {"more", std::to_string(count - limit)}};
    check_.add(std::move(finding));
  }

 private:
  Finding about(std::string rule) const {
    Finding finding;
    finding.rule = std::move(rule);
    finding.place = section_.place;
    return finding;
  }

  std::string without_section_names() const {
    std::string text = text_;
    for (const SectionFormat& known : check_.format.sections) {
      std::vector<std::string> names = known.accepted;
      names.push_back(known.heading);
      for (const std::string& name : names) erase(text, heading_words(name));
    }
    return text;
  }

  static void erase(std::string& text, const std::string& words) {
    if (words.empty()) return;
    std::string out;
    std::size_t from = 0;
    for (std::size_t at = find_words(text, words); at != std::string::npos;
         at = find_words(text, words, from)) {
      out.append(text, from, at - from);
      from = at + words.size();
    }
    text = out.append(text, from);
  }

  std::vector<Finding> missing_topics() const {
    std::vector<Text> missing;
    for (const Topic& topic : check_.words.overview.topics) {
      const bool applies = topic.formats.empty() ||
                           std::ranges::find(topic.formats, check_.format.id) !=
                               topic.formats.end();
      if (applies && !topic.pattern.matches(text_)) {
        missing.push_back(topic.label);
      }
    }
    if (missing.empty()) return {};
    Finding finding = about("overview-topic-missing");
    finding.arguments = {{"topics", listed(missing)},
                         {"count", std::to_string(missing.size())}};
    return {finding};
  }

  std::vector<Finding> missing_results() const {
    const SupervisionWords& words = check_.words.supervision;
    const auto severity = words.kinds.find(check_.facts.kind);
    if (severity == words.kinds.end()) {
      check_.coverage.not_run("supervision-results-missing",
                              {"not-this-body", {{"flag", check_.facts.kind}}});
      return {};
    }
    check_.coverage.ran("supervision-results-missing");
    const Clauses sentences(text_, words.sentence_end);
    std::vector<Finding> findings;
    for (const SupervisionWords::Item& item : words.items) {
      const auto said = where(item, sentences);
      if (said == Said::result) continue;
      Finding finding = about("supervision-results-missing");
      finding.variant = said == Said::word ? "no-result" : "";
      finding.severity = severity->second;
      finding.arguments = {{"item", item.label}};
      findings.push_back(std::move(finding));
    }
    return findings;
  }

  enum class Said { nothing, word, result };

  /// The result stands in the sentence of the word, or in the next one if
  /// that speaks of nothing else.
  Said where(const SupervisionWords::Item& item,
             const Clauses& sentences) const {
    Said said = Said::nothing;
    auto found = item.word.find(text_);
    const auto& spans = sentences.all();
    for (std::size_t i = 0; i < spans.size() && found; ++i) {
      if (spans[i].end <= found->whole().begin) continue;
      const std::string_view sentence = spans[i].of(text_);
      found = item.word.find(text_, spans[i].end);
      if (!item.word.matches(sentence)) continue;
      said = Said::word;
      if (item.result.matches(sentence)) return Said::result;
      if (i + 1 == spans.size()) continue;
      const std::string_view next = spans[i + 1].of(text_);
      if (!speaks_of_another(item, next) && item.result.matches(next)) {
        return Said::result;
      }
    }
    return said;
  }

  bool speaks_of_another(const SupervisionWords::Item& item,
                         std::string_view sentence) const {
    return std::ranges::any_of(
        check_.words.supervision.items, [&](const auto& other) {
          return &other != &item && other.word.matches(sentence);
        });
  }

  TextCheck& check_;
  const ReportSection& section_;
  std::vector<const ScannedBlock*> blocks_;
  std::string text_;
};

}  // namespace

void check_overview(TextCheck& check) {
  const ReportSection* section =
      check.section(check.words.overview.section,
                    {"overview-topic-missing", "overview-empty"});
  if (section == nullptr) {
    for (const char* rule :
         {"overview-too-long", "supervision-results-missing"}) {
      check.section(check.words.overview.section, {rule});
    }
    return;
  }
  Overview overview(check, *section);
  overview.check_content();
  overview.check_length();
}

}  // namespace gov_report
