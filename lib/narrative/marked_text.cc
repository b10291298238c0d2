#include "narrative/marked_text.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

/// The full-width form of marks that end clauses, the half-width one of the
/// rest; 0 for a blank.
char32_t folded(char32_t c) {
  switch (c) {
    case ',':
      return U'\uff0c';
    case ';':
      return U'\uff1b';
    case ':':
      return U'\uff1a';
    case '!':
      return U'\uff01';
    case '?':
      return U'\uff1f';
    case '(':
      return U'\uff08';
    case ')':
      return U'\uff09';
    case U'\uff0c':
    case U'\uff1b':
    case U'\uff1a':
    case U'\uff01':
    case U'\uff1f':
    case U'\uff08':
    case U'\uff09':
      return c;
    default:
      break;
  }
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  const bool blank = c <= 0x20 || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
                     (c >= 0x2000 && c <= 0x200F) || c == 0x2060;
  // Marks of ours that stand in the file mean nothing.
  const bool taken = c >= kMaskMark && c <= kNumberMark;
  return blank || taken ? 0 : c;
}

std::string utf8_of(const std::vector<Letter>& letters, std::size_t begin,
                    std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) append_utf8(text, letters[i].c);
  return text;
}

class Marker {
 public:
  Marker(const ClaimFormat& format, int year) : format_(format), year_(year) {}

  MarkedText mark(const std::vector<TextRun>& runs) {
    marked_.letters = fold_letters(runs);
    find_masks();
    marked_.text.reserve(3 * marked_.letters.size());
    marked_.letter_at.reserve(3 * marked_.letters.size() + 1);
    for (std::size_t at = 0; at < marked_.letters.size();) at = put(at);
    marked_.letter_at.push_back(marked_.letters.size());
    return std::move(marked_);
  }

 private:
  struct Mask {
    std::size_t begin;  // letters
    std::size_t end;
    char32_t mark;
  };

  void find_masks() {
    std::string text;
    std::vector<std::size_t> letter_at;  // by byte
    text.reserve(3 * marked_.letters.size());
    letter_at.reserve(3 * marked_.letters.size() + 1);
    for (std::size_t i = 0; i < marked_.letters.size(); ++i) {
      append_utf8(text, marked_.letters[i].c);
      while (letter_at.size() < text.size()) letter_at.push_back(i);
    }
    letter_at.push_back(marked_.letters.size());
    const auto add = [&](const Pattern& pattern, auto mark_of) {
      for (std::size_t from = 0; from < text.size();) {
        const auto match = pattern.find(text, from);
        if (!match) return;
        const Span whole = match->whole();
        from = std::max(whole.end, from + 1);
        if (whole.end == whole.begin) continue;
        masks_.push_back({letter_at[whole.begin], letter_at[whole.end],
                          mark_of(text, *match)});
      }
    };
    add(*format_.years, [this](const std::string& all, const PatternMatch& m) {
      return year_mark(all, m);
    });
    add(*format_.masks,
        [](const std::string&, const PatternMatch&) { return kMaskMark; });
    std::ranges::stable_sort(masks_, {}, &Mask::begin);
  }

  char32_t year_mark(const std::string& text, const PatternMatch& match) const {
    if (match.groups.size() < 2 || !match.groups[1].taken()) {
      return format_.year_other;
    }
    const auto number = Decimal::parse(match.groups[1].of(text));
    const auto year = number ? number->whole() : std::nullopt;
    if (year == year_) return format_.year_now;
    if (year == year_ - 1) return format_.year_last;
    return year == year_ + 1 ? format_.year_next : format_.year_other;
  }

  void append(char32_t c, std::size_t letter) {
    append_utf8(marked_.text, c);
    while (marked_.letter_at.size() < marked_.text.size()) {
      marked_.letter_at.push_back(letter);
    }
  }

  /// Writes what begins at letter `at`; where to go on.
  std::size_t put(std::size_t at) {
    while (next_mask_ < masks_.size() && masks_[next_mask_].begin < at) {
      ++next_mask_;
    }
    if (next_mask_ < masks_.size() && masks_[next_mask_].begin == at) {
      append(masks_[next_mask_].mark, at);
      return masks_[next_mask_].end;
    }
    const LexiconWord* word = word_from(at);
    auto numeral = read_numeral(marked_.letters, at, format_.numbers);
    // 不足 may begin a number, and 上 a word; the longer one is meant.
    if (numeral && (word == nullptr || at + word->text.size() < numeral->end)) {
      marked_.begins.push_back(marked_.text.size());
      append(kNumberMark, at);
      marked_.ends.push_back(marked_.text.size());
      const std::size_t end = numeral->end;
      marked_.numerals.push_back(std::move(*numeral));
      return end;
    }
    if (word != nullptr) {
      append(word->mark, at);
      return at + word->text.size();
    }
    append(marked_.letters[at].c, at);
    return at + 1;
  }

  const LexiconWord* word_from(std::size_t at) const {
    const auto words = format_.lexicon.find(marked_.letters[at].c);
    if (words == format_.lexicon.end()) return nullptr;
    for (const LexiconWord& word : words->second) {
      if (word_at(marked_.letters, at, word.text)) return &word;
    }
    return nullptr;
  }

  const ClaimFormat& format_;
  int year_;
  MarkedText marked_;
  std::vector<Mask> masks_;
  std::size_t next_mask_ = 0;
};

}  // namespace

std::vector<Letter> fold_letters(const std::vector<TextRun>& runs) {
  std::size_t bytes = 0;
  for (const TextRun& run : runs) bytes += run.text.size();
  std::vector<Letter> letters;
  letters.reserve(bytes / 3 + 8);
  for (const TextRun& run : runs) {
    const bool figure = !run.cell.empty();
    const auto braces =
        static_cast<std::uint32_t>(character_count(run.cell) + 4);
    std::uint32_t column = run.at.column;
    for (std::size_t at = 0; at < run.text.size();) {
      const char32_t c = next_code_point(run.text, at);
      const std::uint32_t here = figure ? run.at.column : column++;
      const char32_t fold = folded(c);
      if (fold == 0) continue;
      letters.push_back({fold,
                         {run.at.line, here},
                         figure ? braces : 1,
                         figure ? &run.cell : nullptr,
                         c == ','});
    }
  }
  return letters;
}

std::string folded_runs(const std::vector<TextRun>& runs) {
  std::string text;
  for (const TextRun& run : runs) {
    for (std::size_t at = 0; at < run.text.size();) {
      if (is_hanzi_at(run.text, at)) {  // folded to itself
        text.append(run.text, at, 3);
        at += 3;
        continue;
      }
      const char32_t fold = folded(next_code_point(run.text, at));
      if (fold != 0) append_utf8(text, fold);
    }
  }
  return text;
}

std::string MarkedText::words(std::size_t begin, std::size_t end) const {
  return utf8_of(letters, begin, end);
}

std::string MarkedText::words(Span span) const {
  return words(letter_at[span.begin], letter_at[span.end]);
}

MarkedText mark_text(const std::vector<TextRun>& runs,
                     const ClaimFormat& format, int year) {
  return Marker(format, year).mark(runs);
}

}  // namespace gov_report
