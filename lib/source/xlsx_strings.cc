#include "source/xlsx_strings.h"

#include "source/xlsx_values.h"

namespace gov_report {

void SharedStrings::open(std::string_view name, const XmlAttributes&) {
  if (name == "rPh") in_phonetic_ = true;
  in_text_ = name == "t" && !in_phonetic_;
}

void SharedStrings::close(std::string_view name) {
  if (name == "rPh") in_phonetic_ = false;
  in_text_ = false;
  if (name != "si" || full_) return;
  const std::size_t begin = ends_.empty() ? 0 : ends_.back();
  if (texts_.find("_x", begin) != std::string::npos) {
    texts_.replace(begin, std::string::npos, unescaped(texts_.substr(begin)));
  }
  ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
  full_ = texts_.size() + ends_.size() * sizeof(ends_[0]) > kSharedStringsLimit;
}

void SharedStrings::text(std::string_view piece) {
  if (!in_text_ || full_) return;
  full_ = texts_.size() + piece.size() > kSharedStringsLimit;
  if (!full_) texts_ += piece;
}

std::optional<std::string_view> SharedStrings::at(std::size_t number) const {
  if (number >= ends_.size()) return std::nullopt;
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(texts_).substr(begin, ends_[number] - begin);
}

}  // namespace gov_report
