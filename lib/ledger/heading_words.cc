#include "ledger/heading_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace gov_report {
namespace {

// Stars and other marks of a field that must be filled in; colons.
constexpr std::array<std::string_view, 7> kMarks = {
    "*", ":", "\u2605", "\u203B", "\u25CF", "\u25B2", "\u2217"};

bool drop_mark(std::string_view& heading) {
  for (const std::string_view mark : kMarks) {
    if (heading.starts_with(mark)) {
      heading.remove_prefix(mark.size());
      return true;
    }
    if (heading.ends_with(mark)) {
      heading.remove_suffix(mark.size());
      return true;
    }
  }
  return false;
}

bool drop_note(std::string_view& heading,
               const std::vector<std::string>& notes) {
  for (const std::string& note : notes) {
    for (const auto& [open, close] : {std::pair{'(', ')'}, {'[', ']'}}) {
      const std::string in_brackets = open + note + close;
      if (heading.ends_with(in_brackets)) {
        heading.remove_suffix(in_brackets.size());
        return true;
      }
      if (heading.starts_with(in_brackets)) {
        heading.remove_prefix(in_brackets.size());
        return true;
      }
    }
  }
  return false;
}

}  // namespace

HeadingWords::HeadingWords(const LedgerFormat& format) : format_(format) {
  for (std::size_t f = 0; f < format.fields.size(); ++f) {
    const FieldFormat& field = format.fields[f];
    const auto index = static_cast<FieldIndex>(f);
    fields_.emplace(fold(field.id), index);
    fields_.emplace(fold(field.heading.zh), index);
    fields_.emplace(fold(field.heading.en), index);
    for (const std::string& alias : field.aliases) {
      fields_.emplace(fold(alias), index);
    }
  }
}

std::optional<FieldIndex> HeadingWords::find(std::string_view heading) const {
  const std::string folded = fold(heading);
  std::string_view name = folded;
  // Once for the text as it stands, then for each mark less.
  for (bool more = true; more;) {
    const auto found = fields_.find(name);
    if (found != fields_.end()) return found->second;
    more = drop_mark(name) || drop_note(name, format_.heading_notes);
  }
  return std::nullopt;
}

}  // namespace gov_report
