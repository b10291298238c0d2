#include "narrative/folded_text.h"

#include "base/text.h"

namespace gov_report {

FoldedText::FoldedText(std::string_view original) {
  text_.reserve(original.size());
  characters_.reserve(original.size() + 1);
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < original.size(); ++number) {
    const std::size_t begin = at;
    next_code_point(original, at);
    const std::string_view character = original.substr(begin, at - begin);
    if (is_hanzi_at(original, begin) || is_folded_ascii(original[begin])) {
      text_ += character;
    } else {
      text_ += fold(character);
    }
    characters_.resize(text_.size(), number);
  }
  characters_.push_back(number);
}

}  // namespace gov_report
