// Periods, years, instruments, remains of templates, names of others.

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "check/text_scan.h"
#include "narrative/other_years.h"

namespace gov_report {
namespace {

bool overlaps(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

bool overlaps_any(Span span, const std::vector<Span>& others) {
  return std::ranges::any_of(others,
                             [&](Span other) { return overlaps(span, other); });
}

/// A group marks the piece meant.
Span meant(const std::vector<Span>& spans) {
  return spans.size() > 1 && spans[1].taken() ? spans[1] : spans[0];
}

class Wording {
 public:
  explicit Wording(TextCheck& check)
      : check_(check),
        words_(check.words),
        periods_(check.glance.may_match(words_.period.pattern)),
        years_(check.glance.may_match(words_.years.pattern)),
        legal_(that_may_match(words_.legal, check.glance)),
        leftovers_(that_may_match(words_.leftovers, check.glance)) {
    for (const char* rule : {"period-wrong", "wrong-year-in-text",
                             "wrong-legal-basis", "template-text-left"}) {
      check_.coverage.ran(rule);
    }
  }

  void check_all() {
    const auto blocks = check_.blocks();
    for (ScannedBlock* block : blocks) {
      if (periods_) periods(*block);
      if (years_) years(*block);
      instruments(*block);
      leftovers(*block);
    }
    for (ScannedBlock& title : check_.title) leftovers(title);
    if (check_.facts.neighbours.empty()) {
      return check_.coverage.not_run("foreign-name-in-text",
                                     {"no-neighbours", {}});
    }
    check_.coverage.ran("foreign-name-in-text");
    for (const std::string& name : check_.facts.neighbours) {
      foreign_name(FoldedText(name).text(), blocks);
    }
  }

 private:
  void periods(ScannedBlock& block) {
    const std::string& text = block.text();
    std::optional<Clauses> sentences;
    each_match(words_.period.pattern, text, [&](const auto& spans) {
      if (!sentences) sentences.emplace(text, words_.supervision.sentence_end);
      const Span sentence = sentences->around(spans[0].begin);
      const bool stated = block.section == nullptr ||
                          words_.period.near.matches(sentence.of(text));
      const int year = whole_year(spans, text);
      if (!stated || year == check_.facts.year) return;
      block.reported.push_back(spans[0]);
      if (!check_.wants("period-wrong")) return;
      check_.add(check_.finding("period-wrong", year == 0 ? "" : "other-year",
                                block, spans[0],
                                {{"year", std::to_string(check_.facts.year)}}));
    });
  }

  /// The year whose first and last day a period names; 0: no whole one. A day
  /// without a year is of the report's.
  int whole_year(const std::vector<Span>& spans, std::string_view text) const {
    const auto part = [&](std::size_t group, int absent) {
      return spans[group].taken() ? whole_number(spans[group].of(text))
                                  : absent;
    };
    const int year = part(1, check_.facts.year);
    const bool whole = part(2, 0) == 1 && part(3, 0) == 1 &&
                       part(4, year) == year && part(5, 0) == 12 &&
                       part(6, 0) == 31;
    return whole ? year : 0;
  }

  void years(const ScannedBlock& block) {
    const std::string& text = block.text();
    std::optional<std::vector<Span>> quoted;
    std::optional<Clauses> sentences;
    std::size_t next = 0;
    each_match(words_.years.pattern, text, [&](const auto& spans) {
      const int year = whole_number(spans[1].of(text));
      if (year == check_.facts.year || year < words_.years.earliest ||
          year > words_.years.latest) {
        return;
      }
      if (!quoted) quoted = left_alone(block);
      while (next < quoted->size() && (*quoted)[next].end <= spans[0].begin) {
        ++next;
      }
      if (next < quoted->size() && overlaps((*quoted)[next], spans[0])) return;
      if (!sentences) sentences.emplace(text, words_.supervision.sentence_end);
      const Span sentence = sentences->around(spans[0].begin);
      const int distance = year - check_.facts.year;
      if (says_why_other(words_.years, text, sentence, spans[0], distance))
        return;
      if (!check_.wants("wrong-year-in-text")) return;
      const bool last = year == check_.facts.year - 1;
      check_.add(check_.finding("wrong-year-in-text", last ? "last-year" : "",
                                block, spans[0],
                                {{"year", std::to_string(check_.facts.year)}}));
    });
  }

  /// Quotations and what has been reported already, in order.
  std::vector<Span> left_alone(const ScannedBlock& block) const {
    std::vector<Span> spans = block.reported;
    each_match(words_.years.quoted, block.text(),
               [&](const auto& found) { spans.push_back(found[0]); });
    std::ranges::sort(spans, {}, &Span::begin);
    return spans;
  }

  void instruments(const ScannedBlock& block) {
    for (const WrongWording* wrong : legal_) {
      if (check_.facts.year < wrong->from_year ||
          check_.facts.year > wrong->to_year) {
        continue;
      }
      each_match(wrong->pattern, block.text(), [&](const auto& spans) {
        if (!check_.wants("wrong-legal-basis")) return;
        check_.add(
            check_.finding("wrong-legal-basis", "", block, meant(spans),
                           {{"instead", wrong->instead},
                            {"year", std::to_string(check_.facts.year)}}));
      });
    }
  }

  void leftovers(const ScannedBlock& block) {
    std::vector<Span> seen;
    for (const WrongWording* leftover : leftovers_) {
      each_match(leftover->pattern, block.text(), [&](const auto& spans) {
        const Span span = meant(spans);
        if (seen.size() <= kTextFindings && overlaps_any(span, seen)) return;
        if (!check_.wants("template-text-left")) return;
        if (block.is_figure(span.begin, span.end)) return;
        seen.push_back(span);
        check_.add(check_.finding("template-text-left", "", block, span));
      });
    }
  }

  void foreign_name(const std::string& name,
                    const std::vector<ScannedBlock*>& blocks) {
    const std::string own = FoldedText(check_.facts.agency).text();
    if (name.empty()) return;
    for (const ScannedBlock* block : blocks) {
      const std::string& text = block->text();
      if (text.find(name) == std::string::npos) continue;
      const Clauses clauses(text, words_.foreign.clause_end);
      std::size_t own_at = text.find(own);
      for (std::size_t at = text.find(name); at != std::string::npos;
           at = text.find(name, at + name.size())) {
        while (own_at != std::string::npos && own_at + own.size() <= at) {
          own_at = text.find(own, own_at + own.size());
        }
        const Span span{at, at + name.size()};
        const bool in_own_name = own_at != std::string::npos &&
                                 overlaps(span, {own_at, own_at + own.size()});
        const std::string_view clause = clauses.around(at).of(text);
        if (in_own_name || words_.foreign.partner.matches(clause)) continue;
        if (!check_.wants("foreign-name-in-text")) continue;
        check_.add(check_.finding("foreign-name-in-text", "", *block, span));
      }
    }
  }

  TextCheck& check_;
  const TextFormat& words_;
  // Whether they are in the text at all, and those that are.
  bool periods_;
  bool years_;
  std::vector<const WrongWording*> legal_;
  std::vector<const WrongWording*> leftovers_;
};

}  // namespace

void check_wording(TextCheck& check) {
  Wording(check).check_all();
}

}  // namespace gov_report
