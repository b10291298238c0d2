#include "import/html_sheet.h"

#include <algorithm>
#include <array>

namespace gov_report {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";
constexpr std::size_t kMostNames = 16;       // of an element's classes
constexpr std::size_t kMostAlike = 16;       // rules with one key
constexpr std::uint32_t kOfRank = 1U << 20;  // more than rules of one rank

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

bool is_of_name(char c) {
  const char small = static_cast<char>(c | 0x20);
  return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_of_table(std::string_view name) {
  constexpr std::array<std::string_view, 7> kParts = {
      "table", "thead", "tbody", "tfoot", "tr", "td", "th"};
  return std::ranges::find(kParts, name) != kParts.end();
}

/// The name that begins there; empty if none does, as with a digit.
std::string_view name_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_of_name(text[end])) ++end;
  const std::string_view name = text.substr(at, end - at);
  const bool numbered = !name.empty() && name[0] >= '0' && name[0] <= '9';
  return numbered ? std::string_view() : name;
}

}  // namespace

void StyleSheet::read(std::string_view css) {
  if (css.size() > kSheetLimit - bytes_) return;
  bytes_ += css.size();
  std::string memory;
  css = without_comments(css, memory);
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t end = css_end(css, at, "{;");
    const std::string_view words = without_blanks(css.substr(at, end - at));
    at = end + 1;
    if (end >= css.size()) return;
    if (css[end] == ';') continue;  // @import, or nothing known
    const std::size_t close = css_end(css, at, "}");
    if (!words.starts_with('@')) {
      read_rule(words, css.substr(at, close - at));
    }
    at = close + 1;
  }
}

void StyleSheet::read_rule(std::string_view selectors, std::string_view body) {
  for (const std::string_view mark : {"<!--", "-->"}) {
    if (selectors.starts_with(mark)) selectors.remove_prefix(mark.size());
  }
  std::vector<Selector> list;
  std::vector<std::string_view> others;
  while (!selectors.empty()) {
    const std::size_t end = css_end(selectors, 0, ",");
    const std::string_view one = without_blanks(selectors.substr(0, end));
    Selector selector;
    if (read_selector(one, selector)) {
      list.push_back(std::move(selector));
    } else {
      others.push_back(one);
    }
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
  }
  Declared declared;
  declared.add(body, std::min(++read_, kOfRank - 1));
  if (declared.empty()) return;
  for (const Selector& selector : list) add_rule(selector, declared);
  if (declared.shown().is_left_out()) return;
  for (const std::string_view one : others) note_unsure(one);
}

/// The element that the selector ends with, whatever its state.
void StyleSheet::note_unsure(std::string_view selector) {
  const std::size_t before = selector.find_last_of(" >+~\t\r\n\f");
  if (before != std::string_view::npos) selector.remove_prefix(before + 1);
  selector = selector.substr(0, selector.find_first_of(":["));
  Selector last;
  if (!read_selector(selector, last) || unsure_.size() >= kSheetRules) return;
  for (const std::string& one : last.classes) unsure_.insert(one);
  if (!last.id.empty()) unsure_.insert("#" + last.id);
  if (last.classes.empty() && last.id.empty()) unsure_.insert("<" + last.name);
}

bool StyleSheet::read_selector(std::string_view text, Selector& selector) {
  const std::string_view name = name_at(text, 0);
  selector.name = name;
  for (char& c : selector.name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  std::size_t at = name.size();
  while (at < text.size()) {
    const char kind = text[at];
    const std::string_view part = name_at(text, at + 1);
    if ((kind != '.' && kind != '#') || part.empty()) return false;
    if (kind == '.') selector.classes.emplace_back(part);
    if (kind == '#') selector.id = part;
    at += part.size() + 1;
  }
  return at > 0 && selector.classes.size() <= 4;
}

void StyleSheet::add_rule(const Selector& selector, const Declared& declared) {
  // Ids count more than classes, these more than the name, then the order.
  const auto count = static_cast<std::uint32_t>(selector.classes.size());
  const std::uint32_t rank = (selector.id.empty() ? 0U : 16U) + count * 2 +
                             (selector.name.empty() ? 0U : 1U);
  std::string key = "<" + selector.name;
  if (!selector.id.empty()) key = "#" + selector.id;
  if (!selector.classes.empty()) key = selector.classes.back();
  std::vector<std::size_t>& alike = keys_[key];
  for (const std::size_t i : alike) {
    if (rules_[i].selector != selector) continue;
    rules_[i].declared.add(declared, rank * kOfRank);
    return;
  }
  if (alike.size() >= kMostAlike || rules_.size() >= kSheetRules) return;
  alike.push_back(rules_.size());
  rules_.push_back({selector, {}});
  rules_.back().declared.add(declared, rank * kOfRank);
}

StyleSheet::Names StyleSheet::names_in(std::string_view classes) {
  Names names;
  while (names.size() < kMostNames) {
    const std::size_t begin = classes.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) break;
    classes.remove_prefix(begin);
    const std::size_t end =
        std::min(classes.find_first_of(kBlanks), classes.size());
    names.push_back(classes.substr(0, end));
    classes.remove_prefix(end);
  }
  return names;
}

bool StyleSheet::fits(const Selector& selector, std::string_view name,
                      const Names& classes, std::string_view id) {
  if (!selector.name.empty() && selector.name != name) return false;
  if (!selector.id.empty() && selector.id != id) return false;
  return std::ranges::all_of(selector.classes, [&](const std::string& one) {
    return std::ranges::find(classes, one) != classes.end();
  });
}

void StyleSheet::look_up(const std::string& key, Declared& declared,
                         std::string_view name, const Names& classes,
                         std::string_view id) const {
  const auto found = keys_.find(key);
  if (found == keys_.end()) return;
  if (is_unsure(key) && !is_of_table(name)) return;
  for (const std::size_t i : found->second) {
    if (fits(rules_[i].selector, name, classes, id)) {
      declared.add(rules_[i].declared, 0);
    }
  }
}

void StyleSheet::add_to(Declared& declared, std::string_view name,
                        std::string_view classes, std::string_view id) const {
  const Names names = names_in(classes);
  std::string key = "<";
  key += name;
  look_up(key, declared, name, names, id);
  for (const std::string_view one : names) {
    key = one;
    look_up(key, declared, name, names, id);
  }
  if (id.empty()) return;
  key = "#";
  key += id;
  look_up(key, declared, name, names, id);
}

}  // namespace gov_report
