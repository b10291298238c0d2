#include "import/held_label.h"

#include <string_view>

#include "base/text.h"

namespace gov_report {
namespace {

bool is_behind_number(const std::string& words, std::size_t at,
                      const Label& label) {
  std::string_view before = std::string_view(words).substr(0, at);
  for (const std::string_view mark : {")", ".", "\u3001", ",", ":"}) {
    if (!before.ends_with(mark)) continue;
    before.remove_suffix(mark.size());
    return before.ends_with(label.number());
  }
  return false;
}

/// Where the words hold a label behind its number, however that is marked.
std::size_t find_numbered(const std::string& words, const Label& label) {
  std::size_t at = words.rfind(label.words());
  for (; at != std::string::npos;
       at = at == 0 ? std::string::npos : words.rfind(label.words(), at - 1)) {
    if (is_behind_number(words, at, label)) return at;
  }
  return at;
}

/// The words end with the beginning of a label, behind its number.
HeldLabel held_begin(const std::string& words, const Label& label) {
  const std::size_t length = character_count(label.words());
  for (std::size_t count = length - 1; count >= 2; --count) {
    const std::string_view begin = first_characters(label.words(), count);
    if (!std::string_view(words).ends_with(begin)) continue;
    const std::size_t at = words.size() - begin.size();
    const bool numbered = !label.number().empty();
    if (numbered ? !is_behind_number(words, at, label) : count < 4) continue;
    return {70 + static_cast<int>(25 * count / length), at, words.size(),
            label.words().substr(begin.size()), false};
  }
  return {};
}

std::string last_characters(const std::string& text, std::size_t count) {
  const std::size_t all = character_count(text);
  if (all <= count) return text;
  return text.substr(first_characters(text, all - count).size());
}

}  // namespace

HeldLabel held_label(const std::string& words, const FormRow& row) {
  const Label& label = row.label;
  const bool numbered = !label.number().empty();
  const std::size_t behind_number =
      numbered ? find_numbered(words, label) : std::string::npos;
  if (behind_number != std::string::npos) {
    return {100, behind_number, behind_number + label.words().size(), {}, true};
  }
  // Words as short as "other" are nothing without their number.
  const std::size_t length = character_count(label.words());
  if (numbered && length < 4) return {};
  const std::size_t plain = words.rfind(label.words());
  if (plain != std::string::npos) {
    return {numbered ? 92 : 100, plain, plain + label.words().size(), {}, true};
  }
  if (HeldLabel begun = held_begin(words, label); begun.percent > 0)
    return begun;
  const std::string end = last_characters(words, length);
  const int percent =
      likeness(std::string_view(end), std::string_view(label.words()));
  if (percent < 70) return {};
  return {percent, words.size() - end.size(), words.size(), {}, false};
}

}  // namespace gov_report
