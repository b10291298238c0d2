// What a share or a growth is of.

#include "base/text.h"
#include "narrative/sentence_claims.h"

namespace gov_report {

std::optional<std::size_t> SentenceReader::direction_word(Span match) const {
  std::optional<std::size_t> word;
  for (std::size_t byte = match.begin; byte < match.end;) {
    const std::size_t from = byte;
    const char32_t mark = next_code_point(marked_.text, byte);
    const bool way = format_.kinds[format_.up].has(mark) ||
                     format_.kinds[format_.down].has(mark);
    if (way) word = from;
  }
  return word;
}

int SentenceReader::direction_in(Span match) const {
  auto word = direction_word(match);
  if (!word) return 0;
  const char32_t mark = next_code_point(marked_.text, *word);
  return format_.kinds[format_.up].has(mark) ? 1 : -1;
}

bool SentenceReader::attach_derived(const Claim& claim, Span match,
                                    std::size_t i) {
  const auto base = base_before(match.begin);
  if (!base || base->figures.last_year) return false;
  const Numeral& numeral = marked_.numerals[i];
  FoundClaim one = found(claim, {}, numeral.begin, numeral.end);
  one.number = numeral;
  one.figures = base->figures;
  if (const auto word = direction_word(match)) {
    one.written = marked_.words(letter(*word), numeral.end);
  }
  if (!claim.of.empty()) one.figures.share_of = claim.of;
  one.base = base->number;
  one.base_written = base->written;
  one.base_claim = base->claim;
  one.what = base->what;
  one.direction = direction_in(match);
  at(i).claim = result_.claims.size();
  at(i).derived = true;
  result_.claims.push_back(std::move(one));
  return true;
}

/// The figure named right in front, or else the number in front with what it
/// was attached to.
std::optional<FoundClaim> SentenceReader::base_before(
    std::size_t position) const {
  if (auto named = named_before(position)) return named;
  std::size_t i = sentence_.last;
  while (i > sentence_.first && marked_.begins[i - 1] >= position) --i;
  if (i == sentence_.first || !at(i - 1).claim) return std::nullopt;
  if (!format_.link->find(text(marked_.ends[i - 1], position))) {
    return std::nullopt;
  }
  const FoundClaim& before = result_.claims[*at(i - 1).claim];
  if (!at(i - 1).derived) return before;
  FoundClaim figure = before;
  figure.claim = before.base_claim;
  figure.number = before.base;
  figure.written = before.base_written;
  return figure;
}

std::optional<FoundClaim> SentenceReader::named_before(
    std::size_t position) const {
  const std::size_t begin = sentence_.bytes.begin;
  const std::string_view left = text(begin, position);
  for (const Claim& claim : format_.claims) {
    const bool figure =
        claim.kind == Claim::Kind::count || claim.kind == Claim::Kind::named;
    if (!figure || !claim.before || claim.after || !usable(claim)) continue;
    const auto match = claim.before->pattern.find(left);
    if (!match) continue;
    const auto last_year = is_last_year(begin + match->whole().begin, position);
    if (!last_year || *last_year) return std::nullopt;
    return found(claim, captures_of(*claim.before, *match, begin),
                 letter(begin + match->whole().begin), letter(position));
  }
  return std::nullopt;
}

}  // namespace gov_report
