#include "import/html_selector.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "import/html_values.h"

namespace gov_report {
namespace {

constexpr std::size_t kMostParts = 8;
constexpr std::size_t kMostClasses = 8;

std::string lowered(std::string_view text) {
  std::string small(text);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return small;
}

bool is_of_name(char c) {
  const char small = static_cast<char>(c | 0x20);
  return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// The name that begins there; empty if none does, as with a digit.
std::string_view name_at(std::string_view text, std::size_t at) {
  std::size_t end = std::min(at, text.size());
  while (end < text.size() && is_of_name(text[end])) ++end;
  const std::string_view name = text.substr(at, end - at);
  const bool numbered = !name.empty() && name[0] >= '0' && name[0] <= '9';
  return numbered ? std::string_view() : name;
}

bool has_class(std::string_view classes, std::string_view name) {
  for (std::size_t at = 0; (at = classes.find(name, at)) != classes.npos;) {
    const std::size_t end = at + name.size();
    const bool begins =
        at == 0 || kCssBlanks.find(classes[at - 1]) != kCssBlanks.npos;
    const bool ends = end == classes.size() ||
                      kCssBlanks.find(classes[end]) != kCssBlanks.npos;
    if (begins && ends) return true;
    at = end;
  }
  return false;
}

/// Behind the part that begins at `at`; brackets are parts of it.
std::size_t part_end(std::string_view text, std::size_t at) {
  int open = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '(' || c == '[') ++open;
    if (c == ')' || c == ']') --open;
    if (open <= 0 &&
        std::string_view(" \t\r\n\f>+~").find(c) != std::string_view::npos) {
      break;
    }
  }
  return at;
}

/// Behind the brackets that are open there.
std::size_t behind_bracket(std::string_view text, std::size_t at) {
  int open = 0;
  for (; at < text.size(); ++at) {
    if (text[at] == '(' || text[at] == '[') ++open;
    if ((text[at] == ')' || text[at] == ']') && --open == 0) return at + 1;
  }
  return text.size();
}

}  // namespace

std::optional<Selector> Selector::read(std::string_view text) {
  Selector selector;
  text = without_blanks(text);
  char joined = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = part_end(text, at);
    Part part;
    part.joined = joined;
    if (end == at || !read_part(text.substr(at, end - at), part)) {
      return std::nullopt;
    }
    selector.parts_.insert(selector.parts_.begin(), std::move(part));
    if (selector.parts_.size() > kMostParts) return std::nullopt;
    at = std::min(text.find_first_not_of(kCssBlanks, end), text.size());
    joined = ' ';
    if (at < text.size() &&
        std::string_view(">+~").find(text[at]) != std::string_view::npos) {
      joined = text[at];
      at = std::min(text.find_first_not_of(kCssBlanks, at + 1), text.size());
      if (at == text.size()) return std::nullopt;
    }
  }
  if (selector.parts_.empty()) return std::nullopt;
  // All of a page is hidden only until a script has run.
  const bool all = selector.parts_.size() == 1 && selector.key() == "*";
  if (all) return std::nullopt;
  return selector;
}

bool Selector::read_part(std::string_view text, Part& part) {
  std::size_t at = 0;
  if (text.starts_with('*')) {
    at = 1;
  } else {
    const std::string_view name = name_at(text, 0);
    part.name = lowered(name);
    at = name.size();
  }
  while (at < text.size()) {
    const char kind = text[at];
    if (kind == '[') {
      part.unsure = true;
      ++part.states;
      at = behind_bracket(text, at);
      continue;
    }
    const std::string_view name = name_at(text, at + 1);
    if (name.empty()) return false;
    const std::size_t begin = at + 1;
    at = begin + name.size();
    if (kind == '.') {
      part.classes.emplace_back(name);
    } else if (kind == '#') {
      part.id = name;
    } else if (kind == ':') {
      if (text.substr(at).starts_with('(')) at = behind_bracket(text, at);
      if (!read_state(text.substr(begin, at - begin), part)) return false;
    } else {
      return false;
    }
  }
  return part.classes.size() <= kMostClasses;
}

/// False: it fits nothing at rest.
bool Selector::read_state(std::string_view text, Part& part) {
  const std::string small = lowered(text);
  const std::string_view state = small;
  if (is_any(state,
             {"before", "after", "first-line", "first-letter", "hover", "focus",
              "focus-within", "focus-visible", "active", "visited"})) {
    return false;
  }
  ++part.states;
  if (state == "target") {
    part.at_rest = false;
    return true;
  }
  if (state == "last-child") {
    part.is_last = true;
    return true;
  }
  std::optional<Places> places;
  if (state == "first-child") places = Places{};
  if (state.starts_with("nth-child(") && state.ends_with(')')) {
    places = places_of(state.substr(10, state.size() - 11));
  }
  const bool known = places && !part.places;
  if (known) part.places = places;
  part.unsure = part.unsure || !known;
  return true;
}

/// "2", "odd", "2n+1", "-n + 3"
std::optional<Selector::Places> Selector::places_of(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (kCssBlanks.find(c) == std::string_view::npos) plain += c;
  }
  if (plain == "odd") return Places{2, 1};
  if (plain == "even") return Places{2, 0};
  const auto number = [](std::string_view part, int none) {
    if (part.starts_with('+')) part.remove_prefix(1);
    if (part.empty()) return std::optional(none);
    if (part == "-") return std::optional(-none);
    int value = 0;
    const char* const end = part.data() + part.size();
    const auto [stop, error] = std::from_chars(part.data(), end, value);
    const bool whole = error == std::errc() && stop == end;
    return whole ? std::optional(value) : std::nullopt;
  };
  const std::size_t n = plain.find('n');
  const bool steps = n != std::string::npos;
  const std::string_view all = plain;
  const auto step = steps ? number(all.substr(0, n), 1) : std::optional(0);
  const auto first = number(steps ? all.substr(n + 1) : all, 0);
  if (!step || !first || plain.empty()) return std::nullopt;
  return Places{*step, *first};
}

Fit Selector::fit_part(const Part& part, const PageElement& element,
                       const PageTree& tree, StepsLeft& steps) {
  const bool named = part.name.empty() || part.name == element.name;
  if (!named || !part.at_rest) return Fit::no;
  if (!part.id.empty() && part.id != element.id) return Fit::no;
  const bool classes = std::ranges::all_of(
      part.classes,
      [&](const std::string& one) { return has_class(element.classes, one); });
  if (!classes) return Fit::no;
  if (part.is_last && tree.behind(element, steps)) return Fit::no;
  if (part.places) {
    int place = 1;
    for (auto one = tree.before(element, steps); one && !steps.none();
         one = tree.before(*one, steps)) {
      ++place;
    }
    if (steps.none()) return Fit::maybe;
    const auto [step, first] = *part.places;
    const int rest = place - first;
    const bool fits =
        step == 0 ? rest == 0 : rest % step == 0 && rest / step >= 0;
    if (!fits) return Fit::no;
  }
  return part.unsure ? Fit::maybe : Fit::yes;
}

// Few parts: `steps` ends what tries many ways.
// NOLINTNEXTLINE(misc-no-recursion)
Fit Selector::fit_from(std::size_t i, const PageElement& element,
                       const PageTree& tree, StepsLeft& steps) const {
  if (steps.none()) return Fit::maybe;
  steps.take(1);
  const Fit own = fit_part(parts_[i], element, tree, steps);
  if (own == Fit::no || i + 1 == parts_.size()) return own;
  const char joined = parts_[i].joined;
  const bool beside = joined == '+' || joined == '~';
  const bool next_only = joined == '>' || joined == '+';
  Fit best = Fit::no;
  std::optional<PageElement> other = element;
  do {
    other = beside ? tree.before(*other, steps) : tree.around(*other, steps);
    if (!other) break;
    best = std::max(best, fit_from(i + 1, *other, tree, steps));
  } while (!next_only && best != Fit::yes && !steps.none());
  return std::min(own, best);
}

Fit Selector::fit(const PageElement& element, const PageTree& tree,
                  StepsLeft& steps) const {
  const Fit fit = fit_from(0, element, tree, steps);
  return unsure_ ? std::min(fit, Fit::maybe) : fit;
}

std::string Selector::key() const {
  const Part& last = parts_.front();
  if (!last.classes.empty()) return last.classes.back();
  if (!last.id.empty()) return "#" + last.id;
  return last.name.empty() ? "*" : "<" + last.name;
}

std::vector<std::string> Selector::keys() const {
  const Part& last = parts_.front();
  std::vector<std::string> keys = last.classes;
  if (!last.id.empty()) keys.push_back("#" + last.id);
  if (keys.empty()) keys.push_back(key());
  return keys;
}

bool Selector::is_known() const {
  return !unsure_ && std::ranges::all_of(parts_, [](const Part& part) {
    return part.states == 0 && !part.unsure;
  });
}

bool Selector::is_sure_alone() const {
  return parts_.size() == 1 && !unsure_ && parts_.front().states == 0;
}

std::uint32_t Selector::rank() const {
  // Ids count more than classes, these more than names, whatever their number.
  constexpr std::size_t kMost = 7;
  std::size_t ids = 0;
  std::size_t classes = 0;
  std::size_t names = 0;
  for (const Part& part : parts_) {
    ids += part.id.empty() ? 0 : 1;
    classes += part.classes.size() + static_cast<std::size_t>(part.states);
    names += part.name.empty() ? 0 : 1;
  }
  const std::size_t rank =
      (std::min(ids, kMost) * (kMost + 1) + std::min(classes, kMost)) *
          (kMost + 1) +
      std::min(names, kMost);
  return static_cast<std::uint32_t>(rank);
}

}  // namespace gov_report
