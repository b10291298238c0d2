#include "import/labels.h"

#include <algorithm>
#include <bit>

#include "base/text.h"

namespace gov_report {
namespace {

/// Digits, and the Chinese numerals from one to ten.
bool is_numeral(char32_t c) {
  constexpr std::u32string_view kNumerals =
      U"0123456789\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";
  return kNumerals.find(c) != std::u32string_view::npos;
}

bool is_mark(char32_t c) {
  return std::u32string_view(U")\u3001.,:").find(c) !=
         std::u32string_view::npos;
}

/// The end of a number with its mark, "(3)" or "3.", at the front; 0: none.
std::size_t number_end(std::string_view folded, std::string& number) {
  std::size_t at = folded.starts_with('(') ? 1 : 0;
  while (at < folded.size()) {
    std::size_t next = at;
    const char32_t c = next_code_point(folded, next);
    if (is_numeral(c)) {
      number += folded.substr(at, next - at);
    } else {
      return is_mark(c) && !number.empty() ? next : 0;
    }
    at = next;
  }
  return 0;
}

}  // namespace

bool is_numbered(std::string_view folded) {
  std::string number;
  return number_end(folded, number) > 0;
}

bool ends_with_numeral(std::string_view folded) {
  if (folded.empty()) return false;
  std::size_t at = folded.size() - 1;
  while (at > 0 && (folded[at] & 0xC0) == 0x80) --at;
  return is_numeral(next_code_point(folded, at));
}

Label::Label(std::string_view printed) : Label(of_folded(fold(printed))) {}

Label Label::of_folded(std::string_view folded) {
  Label label;
  std::string number;
  const std::size_t end = number_end(folded, number);
  if (end > 0) label.number_ = number;
  label.words_ = folded.substr(end);
  label.characters_.reserve(label.words_.size() / 3 + 1);
  for (std::size_t at = 0; at < label.words_.size();) {
    const char32_t c = next_code_point(label.words_, at);
    label.characters_ += c;
    label.marks_ |= std::uint64_t{1} << (c & 63);
  }
  return label;
}

namespace {

/// Whether so many characters are in one alone that more must differ than
/// kAlike allows.
bool may_be_alike(const Label& a, const Label& b) {
  const auto only_in = [](std::uint64_t one, std::uint64_t other) {
    return static_cast<std::size_t>(std::popcount(one & ~other));
  };
  const std::size_t shorter =
      std::min(a.characters().size(), b.characters().size());
  const std::size_t longer =
      std::max(a.characters().size(), b.characters().size());
  if (shorter * 100 < longer * kAlike) return false;
  const std::size_t differ =
      std::max({longer - shorter, only_in(a.marks(), b.marks()),
                only_in(b.marks(), a.marks())});
  return (longer - differ) * 100 >= longer * kAlike;
}

}  // namespace

int likeness(const Label& printed, const Label& of_form) {
  const std::string& a = printed.words();
  const std::string& b = of_form.words();
  // Labels without a character in common, or without any, are not alike.
  if ((printed.marks() & of_form.marks()) == 0) return 0;
  const bool other_number = !printed.number().empty() &&
                            !of_form.number().empty() &&
                            printed.number() != of_form.number();
  if (a == b) return other_number ? 90 : 100;
  const std::size_t length = printed.characters().size();
  const std::size_t whole = of_form.characters().size();
  int percent = may_be_alike(printed, of_form)
                    ? likeness(printed.characters(), of_form.characters())
                    : 0;
  const bool note = a.starts_with(b) && a[b.size()] == '(';
  if (note) percent = std::max(percent, 92);
  // Cut off: the beginning alone says which it is if it is long enough.
  if (b.starts_with(a) && length >= 3) {
    percent = std::max(percent, 70 + static_cast<int>(25 * length / whole));
  }
  return other_number ? percent - 15 : percent;
}

bool same_words(const Label& printed, const Label& of_form) {
  return printed.marks() == of_form.marks() &&
         printed.words() == of_form.words();
}

bool is_exactly(const Label& printed, const Label& of_form) {
  return same_words(printed, of_form) && printed.number() == of_form.number();
}

}  // namespace gov_report
