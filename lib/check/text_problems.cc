// Section five: problems and improvements, and whether they say anything.

#include <algorithm>

#include "base/text.h"
#include "check/text_scan.h"

namespace gov_report {
namespace {

class Problems {
 public:
  Problems(TextCheck& check, const ReportSection& section)
      : check_(check),
        words_(check.words.problems),
        section_(section),
        blocks_(check.blocks_of(section)),
        text_(joined(blocks_)) {}

  void check_all() {
    const std::string said = without_denials();
    std::vector<Finding> others;
    if (!words_.improvement.matches(said)) {
      others.push_back(about("improvement-missing", ""));
    }
    vague(others);
    if (words_.problem.matches(said)) {
      for (Finding& finding : others) check_.add(std::move(finding));
      return;
    }
    Finding finding = about("problems-missing", "");
    finding.consequences = std::move(others);
    check_.add(std::move(finding));
  }

 private:
  Finding about(std::string rule, std::string variant) const {
    Finding finding;
    finding.rule = std::move(rule);
    finding.variant = std::move(variant);
    finding.place = section_.place;
    return finding;
  }

  std::string without_denials() const {
    std::string said;
    std::size_t from = 0;
    each_match(words_.denied, text_, [&](const auto& spans) {
      said.append(text_, from, spans[0].begin - from);
      from = spans[0].end;
    });
    return said.append(text_, from);
  }

  void vague(std::vector<Finding>& findings) const {
    std::size_t count = 0;
    for (const ScannedBlock* block : blocks_) {
      count += character_count(block->text());
    }
    if (count < static_cast<std::size_t>(words_.shortest)) {
      findings.push_back(about("problems-vague", "short"));
      findings.back().arguments = {
          {"count", std::to_string(count)},
          {"at_least", std::to_string(words_.shortest)}};
      return;
    }
    const std::size_t own = letters_beyond_stock();
    if (own >= static_cast<std::size_t>(words_.rest)) return;
    findings.push_back(about("problems-vague", ""));
    findings.back().arguments = {{"count", std::to_string(own)},
                                 {"at_least", std::to_string(words_.rest)}};
  }

  /// Letters of the clauses that are more than stock phrases.
  std::size_t letters_beyond_stock() const {
    const PatternSet::Found found = check_.words.glance.in(text_);
    std::vector<const Pattern*> stock;
    for (const Pattern& phrase : words_.stock) {
      if (asks_for_end(phrase) || found.may_match(phrase)) {
        stock.push_back(&phrase);
      }
    }
    std::size_t count = 0;
    for (const ScannedBlock* block : blocks_) {
      const Clauses clauses(block->text(), words_.clause_end);
      for (const Span span : clauses.all()) {
        const std::string_view clause = span.of(block->text());
        const std::size_t all = letters(clause);
        if (stock_letters(clause, stock) * 100 <
            all * static_cast<std::size_t>(words_.covers)) {
          count += all;
        }
      }
    }
    return count;
  }

  /// A clause ends where no line does.
  static bool asks_for_end(const Pattern& pattern) {
    const std::string& expression = pattern.expression();
    return expression.find('^') != std::string::npos ||
           expression.find('$') != std::string::npos;
  }

  /// Letters of a clause that stock phrases cover.
  static std::size_t stock_letters(std::string_view clause,
                                   const std::vector<const Pattern*>& stock) {
    std::vector<bool> covered(clause.size());
    for (const Pattern* phrase : stock) {
      each_match(*phrase, clause, [&](const auto& spans) {
        for (std::size_t i = spans[0].begin; i < spans[0].end; ++i) {
          covered[i] = true;
        }
      });
    }
    std::size_t count = 0;
    for (std::size_t at = 0; at < clause.size();) {
      const std::size_t begin = at;
      if (is_letter(next_code_point(clause, at)) && covered[begin]) ++count;
    }
    return count;
  }

  TextCheck& check_;
  const ProblemWords& words_;
  const ReportSection& section_;
  std::vector<const ScannedBlock*> blocks_;
  std::string text_;
};

}  // namespace

void check_problems(TextCheck& check) {
  const ReportSection* section = check.section(
      check.words.problems.section,
      {"problems-missing", "improvement-missing", "problems-vague"});
  if (section != nullptr) Problems(check, *section).check_all();
}

}  // namespace gov_report
