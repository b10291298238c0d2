#include "import/html_selector.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "import/css_text.h"
#include "import/html_values.h"

namespace gov_report {
namespace {

constexpr std::size_t kMostParts = 8;
constexpr std::size_t kMostClasses = 8;  // and attributes

bool is_blank(char c) {
  return kCssBlanks.find(c) != kCssBlanks.npos;
}

/// Behind blanks.
std::size_t ink_from(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kCssBlanks, at), text.size());
}

bool joins(std::string_view text, std::size_t at) {
  return at < text.size() &&
         std::string_view(">+~").find(text[at]) != std::string_view::npos;
}

bool has_class(std::string_view classes, std::string_view name, bool any_case) {
  for (std::size_t at = 0; (at = ink_from(classes, at)) < classes.size();) {
    const std::size_t end =
        std::min(classes.find_first_of(kCssBlanks, at), classes.size());
    const std::string_view one = classes.substr(at, end - at);
    if (any_case ? same_letters(one, name) : one == name) return true;
    at = end;
  }
  return false;
}

/// States that browsers know, and of which nothing is known here.
bool is_known_state(std::string_view state) {
  const std::string_view name = state.substr(0, state.find('('));
  return is_any(name, {"not",
                       "is",
                       "where",
                       "has",
                       "link",
                       "any-link",
                       "enabled",
                       "disabled",
                       "checked",
                       "only-child",
                       "first-child",
                       "last-child",
                       "nth-child",
                       "first-of-type",
                       "last-of-type",
                       "only-of-type",
                       "nth-of-type",
                       "nth-last-child",
                       "nth-last-of-type",
                       "lang",
                       "dir",
                       "required",
                       "optional",
                       "valid",
                       "invalid",
                       "read-only",
                       "read-write",
                       "default",
                       "in-range",
                       "out-of-range",
                       "placeholder-shown",
                       "indeterminate",
                       "target-within"});
}

}  // namespace

std::optional<Selector> Selector::read(std::string_view text, bool any_case) {
  Selector selector;
  selector.any_case_ = any_case;
  text = without_blanks(text);
  char joined = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    Part part;
    part.joined = joined;
    // Nothing stands in what a rule makes.
    if (selector.generated_ != Generated::none) selector.passing_ = true;
    if (!selector.read_part(text, at, part) || at == begin) return std::nullopt;
    selector.add_part(std::move(part));
    joined = ' ';
    at = ink_from(text, at);
    if (!joins(text, at)) continue;
    joined = text[at];
    at = ink_from(text, at + 1);
    if (at == text.size()) return std::nullopt;
  }
  if (selector.parts_.empty()) return std::nullopt;
  return selector;
}

void Selector::add_part(Part part) {
  const auto cut = [&](auto& list) {
    unsure_ = unsure_ || list.size() > kMostClasses;
    list.resize(std::min(list.size(), kMostClasses));
  };
  cut(part.classes);
  cut(part.attributes);
  parts_.insert(parts_.begin(), std::move(part));
  unsure_ = unsure_ || parts_.size() > kMostParts;
  parts_.resize(std::min(parts_.size(), kMostParts));
}

/// False: it is none.
bool Selector::read_part(std::string_view text, std::size_t& at, Part& part) {
  if (text.substr(at).starts_with("*|")) at += 2;  // of any namespace
  if (text.substr(at).starts_with('*')) {
    ++at;
  } else {
    part.name = small_letters(css_name(text, at));
  }
  while (at < text.size() && !is_blank(text[at]) && !joins(text, at)) {
    const char kind = text[at];
    const bool read = kind == '['   ? read_attribute(text, at, part)
                      : kind == ':' ? read_state(text, at, part)
                                    : read_class(text, at, part);
    if (!read) return false;
  }
  return true;
}

/// Or an id.
bool Selector::read_class(std::string_view text, std::size_t& at, Part& part) {
  const char kind = text[at];
  if (kind != '.' && kind != '#') return false;
  std::string name = css_name(text, ++at);
  if (name.empty()) return false;
  if (any_case_) name = small_letters(name);
  if (kind == '.') {
    part.classes.push_back(std::move(name));
    return true;
  }
  // One of two ids fits nothing; a browser need not tell why.
  if (!part.id.empty() && part.id != name) part.unsure = true;
  part.id = std::move(name);
  return true;
}

bool Selector::read_attribute(std::string_view text, std::size_t& at,
                              Part& part) {
  ++part.states;
  const std::size_t close = css_end(text, at + 1, "]");
  auto test = AttributeTest::read(text.substr(at + 1, close - at - 1));
  at = std::min(close + 1, text.size());
  if (test) {
    part.attributes.push_back(std::move(*test));
  } else {
    doubtful_ = part.unsure = true;
  }
  return true;
}

bool Selector::read_state(std::string_view text, std::size_t& at, Part& part) {
  ++at;
  const bool of_part = text.substr(at).starts_with(':');  // of an element
  if (of_part) ++at;
  std::string state = small_letters(css_name(text, at));
  if (state.empty()) return false;
  if (at < text.size() && text[at] == '(') {
    const std::size_t close = css_end(text, at + 1, ")");
    state += small_letters(text.substr(at, close - at)) + ")";
    at = std::min(close + 1, text.size());
  }
  ++part.states;
  if (state == "before" || state == "after") {
    generated_ = state == "before" ? Generated::before : Generated::after;
    return true;
  }
  if (!of_part) return put_state(state, part);
  passing_ = true;
  const bool known = is_any(state, {"first-line", "first-letter", "selection",
                                    "placeholder", "marker", "backdrop"});
  doubtful_ = doubtful_ || !known;
  return true;
}

bool Selector::put_state(std::string_view state, Part& part) {
  if (is_any(state,
             {"first-line", "first-letter", "hover", "focus", "focus-within",
              "focus-visible", "active", "visited", "host"})) {
    passing_ = true;
    return true;
  }
  if (state == "target") {
    part.at_rest = false;
    return true;
  }
  if (is_any(state, {"last-child", "root", "empty"})) {
    (state == "root"    ? part.is_root
     : state == "empty" ? part.is_empty
                        : part.is_last) = true;
    return true;
  }
  std::optional<Places> places;
  if (state == "first-child") places = Places{};
  if (state.starts_with("nth-child(")) {
    places = places_of(state.substr(10, state.size() - 11));
    doubtful_ = doubtful_ || !places;
  }
  const bool known = places && !part.places;
  if (known) part.places = places;
  part.unsure = part.unsure || !known;
  doubtful_ = doubtful_ || (!known && !is_known_state(state));
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
    const bool positive = part.starts_with('+');
    if (positive) part.remove_prefix(1);
    if (positive && part.starts_with('-')) return std::optional<int>();
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
  const std::string_view behind = steps ? all.substr(n + 1) : all;
  // "2 1" is no number, nor is "n1" a place.
  const bool apart = without_blanks(text).size() != plain.size();
  const bool sign = behind.starts_with('+') || behind.starts_with('-');
  const bool wrong = steps ? !behind.empty() && !sign : apart;
  const auto step = steps ? number(all.substr(0, n), 1) : std::optional(0);
  const auto first = number(behind, 0);
  if (!step || !first || plain.empty() || wrong) return std::nullopt;
  return Places{*step, *first};
}

Fit Selector::fit_part(const Part& part, const PageElement& element,
                       const PageTree& tree, StepsLeft& steps) const {
  constexpr std::size_t kLetters = 64;  // are looked at in a step
  const bool named = part.name.empty() || part.name == element.name;
  if (!named || !part.at_rest) return Fit::no;
  const bool id =
      part.id.empty() || part.id == element.id ||
      (any_case_ && same_letters(std::string_view(part.id), element.id));
  if (!id) return Fit::no;
  if (!part.classes.empty()) steps.take(element.classes.size() / kLetters);
  const bool classes =
      std::ranges::all_of(part.classes, [&](const std::string& one) {
        return has_class(element.classes, one, any_case_);
      });
  if (!classes) return Fit::no;
  if (part.is_root && tree.around(element, steps)) return Fit::no;
  const Fit fit = std::min(fit_attributes(part, element, tree, steps),
                           fit_place(part, element, tree, steps));
  return part.unsure ? std::min(fit, Fit::maybe) : fit;
}

Fit Selector::fit_attributes(const Part& part, const PageElement& element,
                             const PageTree& tree, StepsLeft& steps) {
  Fit fit = Fit::yes;
  for (const AttributeTest& test : part.attributes) {
    const auto value = tree.attribute(element, test.name, steps);
    if (!value) return Fit::no;
    steps.take(1 + value->size() / 8);
    fit = std::min(fit, test.fit(*value));
  }
  return fit;
}

Fit Selector::fit_place(const Part& part, const PageElement& element,
                        const PageTree& tree, StepsLeft& steps) {
  if (part.is_last && tree.behind(element, steps)) return Fit::no;
  if (part.is_empty && !tree.is_empty(element, steps)) return Fit::no;
  if (!part.places) return Fit::yes;
  int place = 1;
  for (auto one = tree.before(element, steps); one && !steps.none();
       one = tree.before(*one, steps)) {
    ++place;
  }
  if (steps.none()) return Fit::maybe;
  const std::int64_t step = part.places->step;
  const std::int64_t rest = std::int64_t{place} - part.places->first;
  const bool fits =
      step == 0 ? rest == 0 : rest % step == 0 && rest / step >= 0;
  return fits ? Fit::yes : Fit::no;
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
  if (passing_ || generated_ != Generated::none) return Fit::no;
  const Fit fit = fit_from(0, element, tree, steps);
  return unsure_ ? std::min(fit, Fit::maybe) : fit;
}

Selector Selector::of_element() const {
  Selector element = *this;
  element.generated_ = Generated::none;
  return element;
}

bool Selector::is_of_all() const {
  const Part& last = parts_.front();
  return parts_.size() == 1 && last.states == 0 && key() == "*";
}

std::string Selector::key() const {
  const Part& last = parts_.front();
  if (!last.classes.empty()) return "." + last.classes.back();
  if (!last.id.empty()) return "#" + last.id;
  if (!last.name.empty()) return "<" + last.name;
  return last.attributes.empty() ? "*" : "[" + last.attributes.front().name;
}

std::vector<std::string> Selector::keys() const {
  const Part& last = parts_.front();
  std::vector<std::string> keys;
  for (const std::string& one : last.classes) keys.push_back("." + one);
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
