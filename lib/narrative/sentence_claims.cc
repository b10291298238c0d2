#include "narrative/sentence_claims.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

using Kind = Claim::Kind;

bool is_derived(Kind kind) {
  return kind == Kind::share || kind == Kind::growth || kind == Kind::points ||
         kind == Kind::change || kind == Kind::last_year;
}

std::string key_of(const ClaimFigures& figures) {
  std::string key = figures.last_year ? "last" : "";
  if (figures.sums.empty()) return key;
  for (const std::string& term : figures.sums.front().terms) key += "+" + term;
  return key;
}

/// `term` with <kind> replaced by each of `ids`.
void fill(std::vector<std::string>& terms, const std::string& kind,
          const std::vector<std::string>& ids) {
  const std::string name = "<" + kind + ">";
  std::vector<std::string> all;
  for (const std::string& term : terms) {
    const std::size_t at = term.find(name);
    if (at == std::string::npos) {
      all.push_back(term);
      continue;
    }
    for (const std::string& id : ids) {
      all.push_back(term.substr(0, at) + id + term.substr(at + name.size()));
    }
  }
  terms = std::move(all);
}

bool is_clause_end(char32_t c) {
  return c == U'\u3002' || c == U'\uff0c' || c == U'\uff1b' || c == U'\u3001';
}

}  // namespace

SentenceReader::SentenceReader(const ClaimFormat& format,
                               const MarkedText& text, const std::string& file,
                               const Sentence& sentence, SectionClaims& result)
    : format_(format),
      marked_(text),
      file_(file),
      sentence_(sentence),
      result_(result),
      attached_(sentence.last - sentence.first) {}

void SentenceReader::read() {
  for (std::size_t i = sentence_.first; i < sentence_.last; ++i) {
    if (!at(i).claim) attach(i);
  }
  find_statements();
  find_channels();
  find_listed();
  find_bracketed();
  list_loose();
}

bool SentenceReader::contains_any(const NumberWords::Words& words,
                                  std::size_t begin, std::size_t end) const {
  for (std::size_t i = letter(begin); i < letter(end); ++i) {
    for (const std::u32string& word : words) {
      if (word_at(marked_.letters, i, word)) return true;
    }
  }
  return false;
}

Place SentenceReader::place(std::size_t from, std::size_t to) const {
  const Letter& begin = marked_.letters[from];
  const Letter& end = marked_.letters[std::max(from + 1, to) - 1];
  Place place;
  place.file = file_;
  place.at = begin.at;
  place.width = begin.at.line == end.at.line
                    ? end.at.column + end.width - begin.at.column
                    : begin.width;
  return place;
}

bool SentenceReader::usable(const Claim& claim) const {
  for (const WordKindIndex kind : claim.requires_) {
    if (!sentence_.present[kind]) return false;
  }
  return claim.needs.empty() ||
         std::ranges::any_of(claim.needs, [this](WordKindIndex kind) {
           return sentence_.seen[kind];
         });
}

SentenceReader::Captures SentenceReader::captures_of(
    const ClaimPattern& pattern, const PatternMatch& match,
    std::size_t offset) const {
  Captures captures;
  for (const auto& [kind, group] : pattern.groups) {
    if (group >= match.groups.size() || !match.groups[group].taken()) continue;
    const Span span = match.groups[group];
    captures[kind] = {span.begin + offset, span.end + offset};
  }
  return captures;
}

void SentenceReader::attach(std::size_t i) {
  const Numeral& numeral = marked_.numerals[i];
  const std::size_t begin = sentence_.bytes.begin;
  const std::string_view left = text(begin, marked_.begins[i]);
  const std::string_view right = text(marked_.ends[i], sentence_.bytes.end);
  for (const Claim& claim : format_.claims) {
    if (!claim.before ||
        std::ranges::find(claim.units, numeral.unit) == claim.units.end() ||
        !usable(claim)) {
      continue;
    }
    const auto match = claim.before->pattern.find(left);
    if (!match) continue;
    const Span whole{begin + match->whole().begin, begin + match->whole().end};
    if (is_derived(claim.kind)) {
      if (attach_derived(claim, whole, i)) return;
      continue;
    }
    Captures captures = captures_of(*claim.before, *match, begin);
    if (claim.after) {
      const auto after = claim.after->pattern.find(right);
      if (!after) continue;
      captures.merge(captures_of(*claim.after, *after, marked_.ends[i]));
    }
    // Where it speaks of another year or of a part, no other claim fits.
    return attach_count(claim, whole, captures, i);
  }
}

std::vector<SentenceReader::Value> SentenceReader::values_of(
    Span marks, const WordKind& kind) const {
  std::vector<Value> values;
  for (std::size_t byte = marks.begin; byte < marks.end;) {
    const char32_t mark = next_code_point(marked_.text, byte);
    if (kind.has(mark)) values.push_back(kind.values[mark - kind.first]);
  }
  return values;
}

std::vector<ClaimSum> SentenceReader::sums_of(
    const Claim& claim, const Captures& captures,
    const std::optional<std::pair<WordKindIndex, Value>>& chosen) const {
  std::vector<ClaimSum> sums = claim.equals;
  for (const auto& [index, span] : captures) {
    const WordKind& kind = format_.kinds[index];
    Value ids;
    if (chosen && chosen->first == index) {
      ids = chosen->second;
    } else {
      for (const Value& value : values_of(span, kind)) {
        ids.insert(ids.end(), value.begin(), value.end());
      }
    }
    for (ClaimSum& sum : sums) fill(sum.terms, kind.id, ids);
  }
  return sums;
}

FoundClaim SentenceReader::found(const Claim& claim, const Captures& captures,
                                 std::size_t from, std::size_t to) const {
  FoundClaim found;
  found.claim = &claim;
  found.place = place(from, to);
  found.written = marked_.words(from, to);
  const Span clause = clause_around(from, to);
  found.clause = marked_.words(clause.begin, clause.end);
  found.figures = {sums_of(claim, captures, std::nullopt), claim.share_of,
                   false};
  found.sentence = sentence_.number;
  if (claim.what == Text()) {
    std::vector<Span> spans;
    for (const auto& [index, span] : captures) {
      const bool named = !format_.kinds[index].values.front().empty();
      if (named) spans.push_back(span);
    }
    const bool any = !captures.empty();
    if (spans.empty() && any) spans.push_back(captures.begin()->second);
    std::ranges::sort(spans, {}, &Span::begin);
    for (const Span& span : spans) found.what += marked_.words(span);
  }
  return found;
}

bool SentenceReader::has_other_body(std::size_t match) const {
  const std::string before =
      marked_.words(letter(sentence_.bytes.begin), letter(match));
  const auto body = format_.bodies->find(before);
  if (!body) return false;
  // The body itself, with or without the name of its place.
  const std::string name = before.substr(body->whole().begin);
  return !sentence_.agency.ends_with(name) && !name.ends_with(sentence_.agency);
}

std::optional<bool> SentenceReader::is_last_year(std::size_t match,
                                                 std::size_t end) const {
  bool last = false;
  bool elsewhere = false;
  bool partial = false;
  for (std::size_t byte = sentence_.bytes.begin; byte < end;) {
    const bool before = byte < match;
    const char32_t mark = next_code_point(marked_.text, byte);
    if (mark == format_.year_now) last = elsewhere = false;
    if (mark == format_.year_last) last = true, elsewhere = false;
    if (mark == format_.year_other) elsewhere = true;
    if (mark == format_.year_next && before) elsewhere = true;
    if (mark == U'\uff1b') partial = false;
    for (const WordKindIndex kind : format_.partial) {
      partial = partial || format_.kinds[kind].has(mark);
    }
  }
  if (elsewhere || partial || has_other_body(match)) return std::nullopt;
  return last;
}

void SentenceReader::attach_count(const Claim& claim, Span match,
                                  const Captures& captures, std::size_t i) {
  const Numeral& numeral = marked_.numerals[i];
  const auto last_year = is_last_year(match.begin, match.end);
  const bool threshold =
      std::ranges::any_of(format_.thresholds, [&](const std::u32string& word) {
        return word_at(marked_.letters, numeral.end, word);
      });
  if (!last_year || threshold) return;
  FoundClaim one = found(claim, captures, numeral.begin, numeral.end);
  one.figures.last_year = *last_year;
  one.number = numeral;
  if (!attach_list(claim, one, captures, i)) add_count(std::move(one), i);
}

/// Numbers that follow each other from `i` on, one character between them:
/// 3件、2件和1件.
std::size_t SentenceReader::numbers_from(std::size_t i) const {
  std::size_t count = 1;
  for (; i + count < sentence_.last; ++count) {
    const auto between =
        text(marked_.ends[i + count - 1], marked_.begins[i + count]);
    if (between.empty()) break;
    std::size_t byte = 0;
    next_code_point(between, byte);
    if (byte != between.size()) break;
  }
  return count;
}

/// 分别为3件、2件: each number belongs to one of the names in front; 均为0件:
/// one number to each of them. Also true if nothing could be attached.
bool SentenceReader::attach_list(const Claim& claim, const FoundClaim& first,
                                 const Captures& captures, std::size_t i) {
  for (const auto& [index, span] : captures) {
    const WordKind& kind = format_.kinds[index];
    const auto values = values_of(span, kind);
    if (values.size() < 2 || span.begin >= marked_.begins[i]) continue;
    const bool in_order =
        contains_any(format_.numbers.in_order, span.end, marked_.begins[i]);
    const bool each =
        contains_any(format_.numbers.each, span.end, marked_.begins[i]);
    if (!in_order && !each) return false;
    if (in_order && numbers_from(i) != values.size()) return true;
    std::size_t name = span.begin;
    for (std::size_t n = 0; n < values.size(); ++n) {
      const std::size_t k = in_order ? i + n : i;
      FoundClaim one = first;
      one.figures.sums = sums_of(claim, captures, std::pair(index, values[n]));
      one.number = marked_.numerals[k];
      one.place = place(one.number->begin, one.number->end);
      one.written = marked_.words(one.number->begin, one.number->end);
      // The n-th name of the list.
      while (name < span.end) {
        const std::size_t from = name;
        if (!kind.has(next_code_point(marked_.text, name))) continue;
        if (claim.what == Text()) one.what = marked_.words({from, name});
        break;
      }
      add_count(std::move(one), k);
    }
    return true;
  }
  return false;
}

void SentenceReader::add_count(FoundClaim found, std::size_t i) {
  // The second number of one figure is that of a part:
  // 收到50件，其中本级收到20件.
  if (!found.figures.sums.empty()) {
    const auto [known, fresh] =
        named_.emplace(key_of(found.figures), found.number->value);
    if (!fresh && known->second != found.number->value) return;
  }
  at(i).claim = result_.claims.size();
  result_.claims.push_back(std::move(found));
}

void SentenceReader::find_statements() {
  const std::size_t begin = sentence_.bytes.begin;
  const std::string_view all = text(begin, sentence_.bytes.end);
  std::vector<Span> taken;
  for (const Claim& claim : format_.claims) {
    if (!claim.find || !usable(claim)) continue;
    for (std::size_t from = 0; from < all.size();) {
      const auto match = claim.find->pattern.find(all, from);
      if (!match) break;
      const Span whole = match->whole();
      from = std::max(whole.end, from + 1);
      const bool free = std::ranges::none_of(taken, [&](const Span& other) {
        return whole.begin < other.end && other.begin < whole.end;
      });
      if (!free) continue;
      taken.push_back(whole);
      add_statement(claim, {begin + whole.begin, begin + whole.end},
                    captures_of(*claim.find, *match, begin));
    }
  }
}

void SentenceReader::add_statement(const Claim& claim, Span match,
                                   const Captures& captures) {
  std::size_t to = letter(match.end);
  std::size_t from = letter(match.begin);
  while (to > from + 1 && (is_clause_end(marked_.letters[to - 1].c) ||
                           marked_.letters[to - 1].c == U'\uff09')) {
    --to;
  }
  while (from + 1 < to && is_clause_end(marked_.letters[from].c)) ++from;
  if (claim.kind == Kind::missing) {
    // Words in front that only say where a clause begins are not meant.
    std::size_t first = match.end;
    for (const auto& [kind, span] : captures) {
      first = std::min(first, span.begin);
    }
    from = std::min(std::max(from, letter(first)), to - 1);
  }
  FoundClaim one = found(claim, captures, from, to);
  if (claim.kind == Kind::none || claim.kind == Kind::missing) {
    const auto last_year = is_last_year(match.begin, match.end);
    if (!last_year) return;
    one.figures.last_year = *last_year;
  } else {
    const auto base = base_before(match.begin);
    if (!base || base->figures.last_year) return;
    one.figures = base->figures;
    one.base = base->number;
    one.base_written = base->written;
    one.base_claim = base->claim;
    one.what = base->what;
    one.direction = direction_in(match);
  }
  result_.claims.push_back(std::move(one));
}

}  // namespace gov_report
