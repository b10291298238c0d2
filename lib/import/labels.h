// labels.h - how like a printed label is to that of the form: labels are cut by
// page breaks, misprinted, numbered in other ways.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gov_report {

/// A label as it is compared: folded, without its number.
class Label {
 public:
  Label() = default;
  explicit Label(std::string_view printed);
  /// Of a text that is folded already.
  static Label of_folded(std::string_view folded);

  const std::string& number() const { return number_; }  ///< "3"; may be empty
  const std::string& words() const { return words_; }
  /// Its characters.
  const std::u32string& characters() const { return characters_; }
  /// A bit for each of them; several have the same.
  std::uint64_t marks() const { return marks_; }
  bool empty() const { return words_.empty(); }

 private:
  std::string number_;
  std::string words_;
  std::u32string characters_;
  std::uint64_t marks_ = 0;
};

inline const Label kNoLabel;

/// Whether a folded text begins with a number and its mark, as a label may.
bool is_numbered(std::string_view folded);
/// Whether it ends with a digit or a numeral of which such numbers are made.
bool ends_with_numeral(std::string_view folded);

/// Percent, 0 for less than kAlike as far as a glance shows; labels less alike
/// than kAlike are not taken for each other.
inline constexpr int kAlike = 60;
int likeness(const Label& printed, const Label& of_form);

/// Whether the words are those of the form; the way of numbering is free.
bool same_words(const Label& printed, const Label& of_form);
/// Whether the number is too.
bool is_exactly(const Label& printed, const Label& of_form);

}  // namespace gov_report
