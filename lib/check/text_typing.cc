// Doubled characters and look-alikes.

#include <algorithm>

#include "base/text.h"
#include "check/text_scan.h"

namespace gov_report {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string all;
  all.reserve(text.size() / 3 + 1);
  for (std::size_t at = 0; at < text.size();) {
    all += next_code_point(text, at);
  }
  return all;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

bool is_ideograph(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

class Typing {
 public:
  explicit Typing(TextCheck& check)
      : check_(check),
        words_(check.words.typing),
        look_alikes_(that_may_match(words_.look_alikes, check.glance)) {
    check_.coverage.ran("typing-slip");
  }

  void check_block(const ScannedBlock& block) {
    for (const WrongWording* look_alike : look_alikes_) {
      each_match(look_alike->pattern, block.text(), [&](const auto& spans) {
        if (!check_.wants("typing-slip")) return;
        if (block.is_figure(spans[0].begin, spans[0].end)) return;
        check_.add(check_.finding("typing-slip", "look-alike", block, spans[0],
                                  {{"instead", look_alike->instead}}));
      });
    }
    doubled(block);
  }

 private:
  void doubled(const ScannedBlock& block) {
    const std::u32string text = code_points(text_of(*block.block));
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i] != text[i + 1] || !is_ideograph(text[i])) continue;
      if (words_.numbers.find(text[i]) != std::u32string::npos) continue;
      std::size_t end = i + 2;
      while (end < text.size() && text[end] == text[i]) ++end;
      const bool slip = end > i + 2 || !is_in_place(text, i);
      if (slip && check_.wants("typing-slip") &&
          stand_together(*block.block, i)) {
        report(block, text, i, end);
      }
      i = end - 2;
    }
  }

  void report(const ScannedBlock& block, std::u32string_view text,
              std::size_t from, std::size_t to) {
    Finding finding;
    finding.rule = "typing-slip";
    finding.place = place_of(*block.block, static_cast<std::uint32_t>(from),
                             static_cast<std::uint32_t>(to));
    finding.arguments = {
        {"value", utf8(text.substr(from, std::min<std::size_t>(to - from, 8)))},
        {"instead", utf8(text.substr(from, 1))}};
    check_.add(std::move(finding));
  }

  /// Whether two characters also stand side by side in the file: between them
  /// may be a figure that is not known.
  static bool stand_together(const ReportBlock& block, std::size_t i) {
    const auto at = static_cast<std::uint32_t>(i);
    const Position first = place_of(block, at, at + 1).at;
    const Position second = place_of(block, at + 1, at + 2).at;
    return first.line != second.line || first.column + 1 == second.column;
  }

  bool is_in_place(std::u32string_view text, std::size_t i) const {
    return is_reduplicated(text, i) ||
           begins(text, i + 1, words_.begins_after_any) ||
           (begins(text, i + 1, words_.begins) && ends(text, i + 1));
  }

  /// Two equal characters at i, and the words that may have them.
  bool is_reduplicated(std::u32string_view text, std::size_t i) const {
    const auto known = words_.reduplicated.find(text[i]);
    if (known == words_.reduplicated.end()) return false;
    return std::ranges::any_of(known->second, [&](const auto& word) {
      const auto& [offset, letters] = word;
      return offset <= i && text.substr(i - offset, letters.size()) == letters;
    });
  }

  bool begins(std::u32string_view text, std::size_t at,
              const std::unordered_set<std::string>& words) const {
    for (std::size_t n = 2; n <= words_.longest && at + n <= text.size(); ++n) {
      if (words.contains(utf8(text.substr(at, n)))) return true;
    }
    return false;
  }

  bool ends(std::u32string_view text, std::size_t at) const {
    for (std::size_t n = 2; n <= words_.longest && n <= at; ++n) {
      if (words_.ends.contains(utf8(text.substr(at - n, n)))) return true;
    }
    return false;
  }

  TextCheck& check_;
  const TypingWords& words_;
  std::vector<const WrongWording*> look_alikes_;
};

}  // namespace

void check_typing(TextCheck& check) {
  Typing typing(check);
  for (const ScannedBlock* block : check.blocks()) typing.check_block(*block);
}

}  // namespace gov_report
