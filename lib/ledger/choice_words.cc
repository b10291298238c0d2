#include "ledger/choice_words.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/listing.h"
#include "base/text.h"

namespace gov_report {
namespace {

/// The pieces of a text between the marks that people put between values.
std::vector<std::string> pieces_of(std::string_view text) {
  constexpr std::string_view kListMark = "\u3001";  // the enumeration comma
  std::vector<std::string> pieces(1);
  const std::string plain = half_width(text);
  for (std::size_t at = 0; at < plain.size();) {
    const bool list_mark =
        std::string_view(plain).substr(at).starts_with(kListMark);
    if (list_mark || std::string_view(",;/+\r\n").find(plain[at]) !=
                         std::string_view::npos) {
      pieces.emplace_back();
      at += list_mark ? kListMark.size() : 1;
    } else {
      pieces.back() += plain[at++];
    }
  }
  std::erase_if(
      pieces, [](const std::string& piece) { return trimmed(piece).empty(); });
  return pieces;
}

/// Of texts of the same number of characters.
bool differs_in_one_character(std::string_view a, std::string_view b) {
  int different = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (next_code_point(a, i) != next_code_point(b, j)) ++different;
  }
  return different == 1;
}

/// A folded text without the marks that say nothing: stops, commas, dashes and
/// colons. Brackets and quotes stay.
std::string without_marks(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    const bool mark =
        c < 0x80 ? std::string_view(".,:;-_").find(static_cast<char>(c)) !=
                       std::string_view::npos
                 : c == 0x3001 || c == 0x3002 || c == 0xB7 ||
                       (c >= 0x2010 && c <= 0x2015);
    if (!mark) append_utf8(out, c);
  }
  return out;
}

}  // namespace

ChoiceWords::ChoiceWords(const FieldFormat& field) : field_(field) {
  for (std::size_t v = 0; v < field.values.size(); ++v) {
    const FieldValue& value = field.values[v];
    const Choice sure{static_cast<ValueIndex>(v), nullptr};
    add(value.id, sure);
    add(value.label.zh, sure);
    add(value.label.en, sure);
    const auto name = [&](const std::string& text, bool is_label) {
      std::string folded = fold(text);
      const std::size_t characters = character_count(folded);
      names_.push_back(
          {text, std::move(folded), characters, sure.value, is_label});
    };
    for (const std::string& alias : value.aliases) {
      add(alias, sure);
      name(alias, false);
    }
    name(value.label.zh, true);
    for (const JudgedWords& judged : value.judged) {
      for (const std::string& word : judged.words) {
        add(word, {sure.value, &judged});
      }
    }
  }
  for (const AmbiguousWords& words : field.ambiguous) {
    for (const std::string& word : words.words) {
      ambiguous_.emplace(without_marks(fold(word)), &words);
    }
  }
}

void ChoiceWords::add(const std::string& word, Choice choice) {
  const std::string folded = fold(word);
  exact_.emplace(folded, choice);
  const auto [entry, is_new] = loose_.emplace(without_marks(folded), choice);
  if (is_new || !entry->second) return;
  if (entry->second->value != choice.value) {
    entry->second.reset();
  } else if (choice.judged == nullptr) {
    entry->second = choice;
  }
}

std::optional<Choice> ChoiceWords::find(std::string_view text) const {
  const std::string folded = fold(text);
  const auto exact = exact_.find(folded);
  if (exact != exact_.end()) return exact->second;
  const std::string bare = without_marks(folded);
  if (bare.empty() || ambiguous_.contains(bare)) return std::nullopt;
  // Of a number the marks are a part: -1 is not 1.
  if (bare.find_first_not_of("0123456789") == std::string::npos) {
    return std::nullopt;
  }
  const auto loose = loose_.find(bare);
  return loose != loose_.end() ? loose->second : within_group(bare);
}

/// What follows a word that alone may mean several values, and is one of them.
std::optional<Choice> ChoiceWords::within_group(std::string_view bare) const {
  for (const auto& [word, group] : ambiguous_) {
    if (word.empty() || !bare.starts_with(word)) continue;
    std::string_view rest = bare.substr(word.size());
    if (rest.starts_with('(') && rest.ends_with(')')) {
      rest = rest.substr(1, rest.size() - 2);
    }
    const auto found = loose_.find(std::string(rest));
    if (found == loose_.end() || !found->second) continue;
    const bool is_in_group =
        std::ranges::find(group->values, found->second->value) !=
        group->values.end();
    if (is_in_group) return found->second;
  }
  return std::nullopt;
}

const AmbiguousWords* ChoiceWords::ambiguous(std::string_view text) const {
  const auto found = ambiguous_.find(without_marks(fold(text)));
  return found == ambiguous_.end() ? nullptr : found->second;
}

bool ChoiceWords::has_several(std::string_view text) const {
  std::set<ValueIndex> found;
  for (const std::string& piece : pieces_of(text)) {
    const auto choice = find(piece);
    if (!choice) return false;
    found.insert(choice->value);
  }
  return found.size() > 1;
}

std::optional<std::string> ChoiceWords::meant(std::string_view text) const {
  const std::string typed = fold(text);
  const std::size_t characters = character_count(typed);
  if (characters < 2) return std::nullopt;
  // Ids of values. An alias that holds the word proves nothing: 村民 is no
  // 村民委员会.
  std::set<std::string> containing;
  std::set<std::string> mistyped;
  std::string name_meant;
  for (const Name& name : names_) {
    const FieldValue& value = field_.values[name.value];
    if (characters >= 3 && characters == name.characters &&
        differs_in_one_character(typed, name.folded)) {
      mistyped.insert(value.id);
      name_meant = name.text;
    }
    if (name.is_label && name.folded.find(typed) != std::string::npos) {
      containing.insert(value.id);
      if (mistyped.empty()) name_meant = name.text;
    }
  }
  const bool clear =
      mistyped.size() == 1 || (mistyped.empty() && containing.size() == 1);
  if (!clear) return std::nullopt;
  return name_meant;
}

Text ChoiceWords::labels() const {
  std::vector<ValueIndex> all;
  for (std::size_t v = 0; v < field_.values.size(); ++v) {
    all.push_back(static_cast<ValueIndex>(v));
  }
  return labels(all);
}

Text ChoiceWords::labels(const std::vector<ValueIndex>& values) const {
  constexpr std::size_t kShown = 8;
  std::vector<Text> names;
  for (const ValueIndex value : values) {
    names.emplace_back(field_.values[value].label.zh, field_.values[value].id);
  }
  return listed(names, kShown);
}

}  // namespace gov_report
