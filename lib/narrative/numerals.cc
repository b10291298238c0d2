// Numbers of running text: 12, 1,523, 3.5万, 十二, 一百零五, 二〇二四, 十余.

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "narrative/chinese_numerals.h"
#include "narrative/marked_text.h"

namespace gov_report {
namespace {

constexpr std::size_t kLongestNumber = 15;  // digits

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

Decimal tenth_of(Decimal value) {
  return value * *Decimal::parse("0.1");
}

class NumeralReader {
 public:
  NumeralReader(const std::vector<Letter>& letters, const NumberWords& words)
      : letters_(letters), words_(words) {}

  std::optional<Numeral> read(std::size_t at) {
    numeral_.begin = at;
    read_word_before(at);
    const std::size_t before = at;
    take(words_.percent_before, at);
    percent_ = at > before;
    if (at == 0 || !joins_number(at - 1)) read_digits(at);
    if (!read_) return std::nullopt;
    if (percent_) {
      numeral_.unit = "%";
    } else {
      read_unit(at);
    }
    if (numeral_.chinese && !percent_ && !counts(at)) return std::nullopt;
    read_word_after(at);
    numeral_.end = at;
    set_range();
    return numeral_;
  }

 private:
  enum class Kind { plain, about, or_more, more, at_least, less, at_most };

  char32_t letter(std::size_t at) const {
    return at < letters_.size() ? letters_[at].c : 0;
  }

  bool take(const NumberWords::Words& words, std::size_t& at) const {
    const char32_t first = letter(at);  // tells of most that they are others
    for (const std::u32string& word : words) {
      if (!word.starts_with(first) || !word_at(letters_, at, word)) continue;
      at += word.size();
      return true;
    }
    return false;
  }

  bool ends_with(const NumberWords::Words& words, std::size_t at) const {
    return std::ranges::any_of(words, [&](const std::u32string& word) {
      return at >= word.size() && word_at(letters_, at - word.size(), word);
    });
  }

  /// A letter in front of which no number begins: part of one, or of a code.
  bool joins_number(std::size_t at) const {
    const char32_t c = letters_[at].c;
    const bool figure =
        at + 1 < letters_.size() && letters_[at + 1].cell != letters_[at].cell;
    if (figure) return false;
    return is_digit(c) || c == '.' || c == '-' || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || is_chinese_numeral(c);
  }

  void read_word_before(std::size_t& at) {
    for (const auto& [words, kind] :
         {std::pair(&words_.at_least, Kind::at_least),
          std::pair(&words_.at_most, Kind::at_most),
          std::pair(&words_.less_than, Kind::less),
          std::pair(&words_.more_than, Kind::more),
          std::pair(&words_.about, Kind::about)}) {
      if (!take(*words, at)) continue;
      kind_ = kind;
      return;
    }
  }

  void read_digits(std::size_t& at) {
    const std::size_t first = at;
    if (at < letters_.size() && letters_[at].cell != nullptr) {
      numeral_.cell = *letters_[at].cell;
    }
    if (is_digit(letter(at))) {
      read_arabic(at);
    } else if (is_chinese_numeral(letter(at))) {
      read_chinese(at);
    }
    if (read_ && numeral_.chinese &&
        (ends_with(words_.ordinals, first) ||
         (!is_chinese_digit(letter(first)) &&
          ends_with(words_.vague, first)))) {
      read_ = false;
    }
    if (read_ && take(words_.or_more, at)) kind_ = Kind::or_more;
    while (read_ && large_chinese_scale(letter(at)) != 0) {
      const Count scale = large_chinese_scale(letter(at++));
      if (numeral_.value * Decimal(scale) >= kLargestFigure * Decimal(100)) {
        read_ = false;
        return;
      }
      numeral_.value = numeral_.value * Decimal(scale);
      scale_ *= scale;
    }
    if (read_ && scale_ > 1 && take(words_.or_more, at)) kind_ = Kind::or_more;
  }

  void read_arabic(std::size_t& at) {
    std::string digits;
    std::size_t whole = 0;
    const std::string* const cell = letters_[at].cell;
    const auto more = [&](std::size_t i) {
      return is_digit(letter(i)) && letters_[i].cell == cell;
    };
    while (more(at)) digits += static_cast<char>(letter(at++));
    // 1,523: groups of three after an ASCII comma.
    const auto group = [&] {
      return digits.size() <= kLongestNumber && letter(at) == U'\uff0c' &&
             letters_[at].comma && more(at + 1) && more(at + 2) &&
             more(at + 3) && !more(at + 4);
    };
    while (digits.size() <= 3 + 3 * whole && group()) {
      for (std::size_t i = 1; i <= 3; ++i) {
        digits += static_cast<char>(letter(at + i));
      }
      at += 4;
      ++whole;
    }
    if (letter(at) == '.' && more(at + 1)) {
      digits += '.';
      ++at;
      while (more(at)) {
        digits += static_cast<char>(letter(at++));
        ++numeral_.decimals;
      }
    }
    if (digits.size() > kLongestNumber || numeral_.decimals > 6) return;
    const auto value = Decimal::parse(digits);
    if (!value || *value > kLargestFigure) return;
    numeral_.value = *value;
    read_ = true;
  }

  void read_chinese(std::size_t& at) {
    std::u32string text;
    std::size_t end = at;
    while (is_chinese_numeral(letter(end))) text += letter(end++);
    auto value = chinese_number(text);
    // 百余, 近百: hundred and thousand without a digit.
    if (!value && text.size() == 1 &&
        (kind_ != Kind::plain || may_follow(words_.or_more, end))) {
      value = std::max<Count>(small_chinese_scale(text[0]),
                              large_chinese_scale(text[0]));
      if (*value == 0) return;
    }
    if (!value && percent_ && text.size() == 1 &&
        small_chinese_scale(text[0]) == 100) {
      value = 100;
    }
    if (!value || Decimal(*value) > kLargestFigure) return;
    numeral_.value = Decimal(*value);
    numeral_.chinese = true;
    at = end;
    read_ = true;
  }

  bool may_follow(const NumberWords::Words& words, std::size_t at) const {
    return take(words, at);
  }

  void read_unit(std::size_t& at) {
    const std::size_t first = at;
    const bool other = may_follow(words_.not_units, at);
    if (other && numeral_.chinese) return;
    if (other) {
      append_utf8(numeral_.unit, letter(at));
    } else if (take(words_.points, at)) {
      numeral_.unit = utf8(words_.points.back());
    } else if (take(words_.percent, at)) {
      numeral_.unit = "%";
    } else if (take(words_.units, at)) {
      for (std::size_t i = first; i < at; ++i) {
        append_utf8(numeral_.unit, letters_[i].c);
      }
    } else if (!numeral_.chinese && !ends_clause(at)) {
      append_utf8(numeral_.unit, letter(at));  // a unit that is none of ours
    }
  }

  static std::string utf8(const std::u32string& word) {
    std::string text;
    for (const char32_t c : word) append_utf8(text, c);
    return text;
  }

  /// Chinese numerals count only with a unit; "零" may end a clause.
  bool counts(std::size_t at) const {
    if (!numeral_.unit.empty()) return true;
    return numeral_.value == Decimal() && numeral_.chinese &&
           (at >= letters_.size() || !is_chinese_numeral(letter(at))) &&
           ends_clause(at);
  }

  bool ends_clause(std::size_t at) const {
    const char32_t c = letter(at);
    return c == 0 || c == U'\u3002' || c == U'\uff0c' || c == U'\uff1b' ||
           c == U'\u3001' || c == U'\uff09' || c == U'\uff08';
  }

  void read_word_after(std::size_t& at) {
    if (take(words_.at_least, at)) kind_ = Kind::at_least;
    if (take(words_.at_most, at)) kind_ = Kind::at_most;
    if (take(words_.about, at)) kind_ = Kind::about;
  }

  void set_range() {
    const Decimal value = numeral_.value;
    NumberRange& range = numeral_.range;
    numeral_.exact = kind_ == Kind::plain && scale_ == 1;
    switch (kind_) {
      case Kind::plain:
        range = rounded();
        return;
      case Kind::about:
        range = {value - tenth_of(value), value + tenth_of(value), false,
                 false};
        return;
      case Kind::or_more:
        range = {value, value + std::max(tenth_of(value), next_ten()), false,
                 true};
        return;
      case Kind::more:
        range = {value, std::nullopt, true, false};
        return;
      case Kind::at_least:
        range = {value, std::nullopt, false, false};
        return;
      case Kind::less:
        range = {std::nullopt, value, false, true};
        return;
      case Kind::at_most:
        range = {std::nullopt, value, false, false};
        return;
    }
  }

  /// 十余 is up to 19, not 10 alone.
  Decimal next_ten() const {
    const auto whole = numeral_.value.whole();
    const bool ten = whole && *whole >= 10 && *whole < 100 && *whole % 10 == 0;
    return ten ? Decimal(10) : Decimal();
  }

  /// 3.5万 is rounded to its last digit; a plain number is not.
  NumberRange rounded() const {
    Decimal half;
    if (scale_ > 1) {
      half = Decimal(scale_) * *Decimal::parse("0.5");
      for (int i = 0; i < numeral_.decimals; ++i) half = tenth_of(half);
    }
    return {numeral_.value - half, numeral_.value + half, false, false};
  }

  const std::vector<Letter>& letters_;
  const NumberWords& words_;
  Numeral numeral_;
  Kind kind_ = Kind::plain;
  Count scale_ = 1;
  bool percent_ = false;
  bool read_ = false;
};

}  // namespace

bool NumberRange::holds(Decimal value) const {
  if (low && (low_open ? value <= *low : value < *low)) return false;
  return !high || (high_open ? value < *high : value <= *high);
}

bool word_at(const std::vector<Letter>& letters, std::size_t at,
             std::u32string_view word) {
  if (word.empty() ||
      letters.size() - std::min(at, letters.size()) < word.size()) {
    return false;
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (letters[at + i].c != word[i]) return false;
  }
  return true;
}

std::optional<Numeral> read_numeral(const std::vector<Letter>& letters,
                                    std::size_t at, const NumberWords& words) {
  const char32_t c = letters[at].c;
  const bool may_begin = is_digit(c) || is_chinese_numeral(c) ||
                         std::ranges::binary_search(words.first_letters, c);
  if (!may_begin) return std::nullopt;
  return NumeralReader(letters, words).read(at);
}

}  // namespace gov_report
