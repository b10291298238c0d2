// Lists of parts, and the numbers that nothing was attached to.

#include <algorithm>

#include "base/text.h"
#include "narrative/sentence_claims.h"

namespace gov_report {
namespace {

constexpr std::size_t kClauseLetters = 16;  // shown on either side of a number

using Kind = Claim::Kind;

template <typename Test>
bool has_mark(std::string_view text, Test test) {
  for (std::size_t byte = 0; byte < text.size();) {
    if (test(next_code_point(text, byte))) return true;
  }
  return false;
}

bool ends_list(char32_t c) {
  return c == U'\uff1b' || c == U'\uff09';
}

bool ends_clause(char32_t c) {
  return c == U'\u3002' || c == U'\uff0c' || c == U'\uff1b' || c == U'\u3001' ||
         c == U'\uff1a' || c == U'\uff08' || c == U'\uff09';
}

}  // namespace

/// Channels that follow each other, after the number received.
void SentenceReader::find_channels() {
  const auto is_part = [this](std::size_t i) {
    return at(i).claim && !at(i).derived &&
           result_.claims[*at(i).claim].claim->kind == Kind::part;
  };
  for (std::size_t i = sentence_.first; i < sentence_.last;) {
    std::size_t end = i;
    while (end < sentence_.last &&
           (is_part(end) || (end > i && at(end).derived))) {
      ++end;
    }
    const std::size_t whole = i - 1;
    if (end - i >= 2 && i > sentence_.first && at(whole).claim &&
        !at(whole).derived) {
      add_parts(whole, i, end, true);
    }
    i = std::max(end, i + 1);
  }
}

/// 50件，其中…3件、…2件; up to the end of the clause group.
void SentenceReader::find_listed() {
  const WordKind& among = format_.kinds[format_.parts_after];
  for (std::size_t i = sentence_.first; i + 2 < sentence_.last; ++i) {
    const bool listed =
        has_mark(text(marked_.ends[i], marked_.begins[i + 1]),
                 [&](char32_t mark) { return among.has(mark); });
    if (!listed) continue;
    // A share or a growth may stand between the whole and its parts.
    std::size_t whole = i;
    while (whole > sentence_.first && at(whole).derived) --whole;
    std::size_t end = i + 2;
    while (end < sentence_.last &&
           !has_mark(text(marked_.ends[end - 1], marked_.begins[end]),
                     ends_list)) {
      ++end;
    }
    add_parts(whole, i + 1, end, false);
  }
}

/// 50件（…30件、…15件、…5件）
void SentenceReader::find_bracketed() {
  for (std::size_t i = sentence_.first; i + 3 < sentence_.last; ++i) {
    std::size_t byte = marked_.ends[i];
    if (next_code_point(marked_.text, byte) != U'\uff08') continue;
    const std::size_t close = text(byte, sentence_.bytes.end).find("\uff09");
    if (close == std::string_view::npos) continue;
    std::size_t end = i + 1;
    while (end < sentence_.last && marked_.begins[end] < byte + close) ++end;
    if (end - i > 3) add_parts(i, i + 1, end, false);
  }
}

/// Lists numerals [first, last) as parts of `whole`. Attached numbers are
/// compared with the table; a list of them is left alone.
bool SentenceReader::add_parts(std::size_t whole, std::size_t first,
                               std::size_t last, bool channels) {
  FoundParts found;
  found.whole = marked_.numerals[whole];
  found.channels = channels;
  std::vector<std::size_t> taken;
  for (std::size_t i = first; i < last; ++i) {
    const Numeral& part = marked_.numerals[i];
    if (at(i).derived || part.unit == "%") continue;
    const bool fits = part.unit == found.whole.unit || part.unit.empty();
    const bool mine = at(i).verified || (at(i).claim && !channels);
    if (!fits || mine || !part.exact) return false;
    found.parts.push_back(part);
    taken.push_back(i);
  }
  if (taken.size() < 2 || !found.whole.exact || found.whole.unit == "%") {
    return false;
  }
  const std::size_t from = marked_.ends[whole];
  const std::size_t to = marked_.ends[last - 1];
  found.complete = channels || (at(whole).claim && taken.size() > 2 &&
                                !contains_any(format_.incomplete, from, to));
  found.written = marked_.words(found.whole.begin, found.whole.end);
  found.place = place(found.parts.front().begin, found.parts.back().end);
  if (found.complete) {
    for (const std::size_t i : taken) at(i).verified = true;
  }
  result_.parts.push_back(std::move(found));
  return true;
}

Span SentenceReader::clause_around(std::size_t begin, std::size_t end) const {
  Span clause{begin, end};
  while (clause.begin > letter(sentence_.bytes.begin) &&
         begin - clause.begin < kClauseLetters &&
         !ends_clause(marked_.letters[clause.begin - 1].c)) {
    --clause.begin;
  }
  while (clause.end < letter(sentence_.bytes.end) &&
         clause.end - end < kClauseLetters &&
         !ends_clause(marked_.letters[clause.end].c)) {
    ++clause.end;
  }
  return clause;
}

void SentenceReader::list_loose() {
  for (std::size_t i = sentence_.first; i < sentence_.last; ++i) {
    const Numeral& numeral = marked_.numerals[i];
    const bool part = at(i).claim && !at(i).derived &&
                      result_.claims[*at(i).claim].claim->kind == Kind::part;
    const bool attached = (at(i).claim && !part) || at(i).verified;
    if (attached || !numeral.cell.empty()) continue;
    if (std::ranges::find(format_.vocabulary_units, numeral.unit) ==
        format_.vocabulary_units.end()) {
      continue;
    }
    const Span clause = clause_around(numeral.begin, numeral.end);
    const bool near = std::ranges::any_of(
        format_.vocabulary, [&](const std::u32string& word) {
          for (std::size_t k = clause.begin; k < clause.end; ++k) {
            if (word_at(marked_.letters, k, word)) return true;
          }
          return false;
        });
    if (!near) continue;
    result_.loose.push_back({place(numeral.begin, numeral.end),
                             marked_.words(clause.begin, clause.end)});
  }
}

}  // namespace gov_report
