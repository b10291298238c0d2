#include "import/html_media.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "base/ascii.h"

namespace gov_report {
namespace {

/// "max-width:767px" as pixels; nullopt for other features and units.
std::optional<double> width_in(std::string_view feature,
                               std::string_view name) {
  if (!feature.starts_with(name)) return std::nullopt;
  feature.remove_prefix(name.size());
  double number = 0;
  const char* const end = feature.data() + feature.size();
  const auto [stop, error] =
      std::from_chars(feature.data(), end, number, std::chars_format::fixed);
  if (error != std::errc()) return std::nullopt;
  const std::string_view unit(stop, static_cast<std::size_t>(end - stop));
  constexpr double kLetter = 16;
  if (unit == "em" || unit == "rem") return number * kLetter;
  return unit == "px" || unit.empty() ? std::optional(number) : std::nullopt;
}

Fit feature_fit(std::string_view feature) {
  if (feature == "orientation:landscape") return Fit::yes;
  if (feature == "orientation:portrait") return Fit::no;
  for (const std::string_view name : {"min-width:", "min-device-width:"}) {
    const auto width = width_in(feature, name);
    if (!width) continue;
    if (*width <= kNarrowScreen) return Fit::yes;
    return *width > kWideScreen ? Fit::no : Fit::maybe;
  }
  for (const std::string_view name : {"max-width:", "max-device-width:"}) {
    const auto width = width_in(feature, name);
    if (!width) continue;
    if (*width >= kWideScreen) return Fit::yes;
    return *width < kNarrowScreen ? Fit::no : Fit::maybe;
  }
  return Fit::maybe;
}

/// "screen and (min-width:600px)", small letters, without blanks in brackets.
Fit query_fit(std::string_view query) {
  bool turned = false;
  Fit fit = Fit::yes;
  while (!query.empty()) {
    const bool feature = query.starts_with('(');
    const std::size_t end =
        std::min(query.find(feature ? ')' : ' '), query.size());
    const std::string_view word = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (feature) {
      fit = std::min(fit, feature_fit(word.substr(1)));
    } else if (word == "not") {
      turned = true;
    } else if (word == "or") {
      return Fit::maybe;
    } else if (!word.empty() && word != "and" && word != "only" &&
               word != "all" && word != "screen") {
      fit = Fit::no;
    }
  }
  if (!turned || fit == Fit::maybe) return fit;
  return fit == Fit::yes ? Fit::no : Fit::yes;
}

}  // namespace

Fit media_fit(std::string_view queries) {
  std::string plain;
  bool in_brackets = false;
  for (const char letter : queries) {
    char c = small_letter(letter);
    if (c == '\t' || c == '\r' || c == '\n' || c == '\f') c = ' ';
    if (c == '(') in_brackets = true;
    if (c == ')') in_brackets = false;
    if (c == ' ' && (in_brackets || plain.empty())) continue;
    plain += c;
  }
  if (plain.empty()) return Fit::yes;
  Fit best = Fit::no;
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    best = std::max(best, query_fit(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return best;
}

}  // namespace gov_report
