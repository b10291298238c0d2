#include "narrative/folded_text.h"

#include "base/text.h"

namespace gov_report {

FoldedText::FoldedText(std::string_view original) {
  text_.reserve(original.size());
  characters_.reserve(original.size() + 1);
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < original.size(); ++number) {
    std::size_t next = at;
    const char32_t c = next_code_point(original, next);
    const bool ideograph = c >= 0x3400 && c <= 0x9FFF;  // folds to itself
    text_ += ideograph ? std::string(original.substr(at, next - at))
                       : fold(original.substr(at, next - at));
    characters_.resize(text_.size(), number);
    at = next;
  }
  characters_.push_back(number);
}

}  // namespace gov_report
