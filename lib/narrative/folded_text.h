// folded_text.h - text as rules compare it, that knows where each piece of it
// came from.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gov_report {

/// fold() of base/text.h, character by character: full-width forms, brackets
/// and quotes made one, blanks and zero-width marks left out, letters lowered.
/// An enumeration comma stays as it is.
class FoldedText {
 public:
  explicit FoldedText(std::string_view original);

  const std::string& text() const { return text_; }
  /// The character of the original, counted from 0, that the byte at `at` of
  /// text() came from; the number of characters for at = text().size().
  std::uint32_t character(std::size_t at) const { return characters_[at]; }

 private:
  std::string text_;
  std::vector<std::uint32_t> characters_;
};

}  // namespace gov_report
