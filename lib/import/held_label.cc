#include "import/held_label.h"

#include <string_view>

#include "base/text.h"

namespace gov_report {
namespace {

/// The words that end with a number and its mark, without the mark; empty if
/// they do not.
std::string_view without_mark(std::string_view words) {
  for (const std::string_view mark : {")", ".", "\u3001", ",", ":"}) {
    if (!words.ends_with(mark)) continue;
    words.remove_suffix(mark.size());
    return ends_with_numeral(words) ? words : std::string_view();
  }
  return {};
}

bool is_behind_number(const std::string& words, std::size_t at,
                      const Label& label) {
  return without_mark(std::string_view(words).substr(0, at))
      .ends_with(label.number());
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

std::size_t begin_of_last(const std::string& words, std::size_t characters) {
  const std::size_t all = character_count(words);
  if (all <= characters) return 0;
  return first_characters(words, all - characters).size();
}

/// The last place behind the label's own number; npos: there is none, or what
/// follows is too long for the label.
std::size_t behind_own_number(const std::string& words, const Label& label) {
  const std::size_t longest = 2 * label.words().size();
  for (std::size_t at = words.size(); at > 0 && words.size() - at <= longest;
       --at) {
    if (is_behind_number(words, at, label)) return at;
  }
  return std::string::npos;
}

/// The words from there on as a label that is misprinted.
HeldLabel alike_from(std::size_t at, const std::string& words,
                     const Label& label) {
  const std::string_view all = words;
  int percent = likeness(all.substr(at), std::string_view(label.words()));
  const bool other_number = !label.number().empty() &&
                            !without_mark(all.substr(0, at)).empty() &&
                            !is_behind_number(words, at, label);
  if (other_number) percent -= 15;
  return {percent, at, words.size(), {}, false};
}

/// Behind its number, or as many of the last words as it has characters.
HeldLabel held_alike(const std::string& words, const Label& label) {
  constexpr int kLeast = 70;
  HeldLabel alike = alike_from(
      begin_of_last(words, character_count(label.words())), words, label);
  const std::size_t numbered = label.number().empty()
                                   ? std::string::npos
                                   : behind_own_number(words, label);
  if (numbered != std::string::npos) {
    HeldLabel behind = alike_from(numbered, words, label);
    if (behind.percent >= alike.percent) alike = std::move(behind);
  }
  return alike.percent >= kLeast ? alike : HeldLabel();
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
  return held_alike(words, label);
}

bool is_beginning(std::string_view words, const FormRow& row) {
  const Label own = Label::of_folded(words);
  const bool numbered =
      !own.number().empty() && own.number() == row.label.number();
  const std::size_t shortest = numbered ? 1 : 2;  // characters
  return own.characters().size() >= shortest &&
         own.words().size() < row.label.words().size() &&
         row.label.words().starts_with(own.words());
}

}  // namespace gov_report
