#include "narrative/folded_text.h"

#include "base/text.h"

namespace gov_report {

FoldedText::FoldedText(std::string_view original) {
  text_.reserve(original.size());
  characters_.reserve(original.size() + 1);
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < original.size(); ++number) {
    std::size_t next = at;
    next_code_point(original, next);
    const std::string_view character = original.substr(at, next - at);
    if (is_hanzi_at(original, at)) {
      text_ += character;
    } else {
      text_ += fold(character);
    }
    characters_.resize(text_.size(), number);
    at = next;
  }
  characters_.push_back(number);
}

}  // namespace gov_report
