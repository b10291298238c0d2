#include "narrative/folded_text.h"

#include "base/text.h"

namespace gov_report {

FoldedText::FoldedText(std::string_view original) {
  text_.reserve(original.size());
  characters_.reserve(original.size() + 1);
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < original.size(); ++number) {
    const std::size_t begin = at;
    // Nearly all are folded to themselves.
    for (; at < original.size(); ++number) {
      std::size_t size = is_folded_ascii(original[at]) ? 1 : 0;
      if (size == 0 && is_hanzi_at(original, at)) size = 3;
      if (size == 0) break;
      for (std::size_t i = 0; i < size; ++i) characters_.push_back(number);
      at += size;
    }
    text_.append(original, begin, at - begin);
    if (at == original.size()) break;
    const std::size_t other = at;
    next_code_point(original, at);
    text_ += fold(original.substr(other, at - other));
    while (characters_.size() < text_.size()) characters_.push_back(number);
  }
  characters_.push_back(number);
}

}  // namespace gov_report
