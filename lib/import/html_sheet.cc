#include "import/html_sheet.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "import/css_rules.h"
#include "import/css_text.h"

namespace gov_report {
namespace {

constexpr std::size_t kMostAlike = 256;  // rules with one key
constexpr std::size_t kMostKeys = 100'000;
constexpr std::size_t kMostAttributes = 16;  // that are keys
constexpr std::uint32_t kOfRank = 1U << 20;  // more than rules of one rank

bool is_of_table(std::string_view name) {
  constexpr std::array<std::string_view, 9> kParts = {
      "table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup"};
  return std::ranges::find(kParts, name) != kParts.end();
}

}  // namespace

void StyleSheet::GivenUp::note(const Declared& declared) {
  hides = hides || declared.may_hide();
  shows = shows || declared.may_show();
  adorns = adorns || declared.may_adorn();
}

void StyleSheet::GivenUp::add_to(MaybeDeclared& maybe) const {
  static const Declared kHiding = Declared::of_all(true);
  static const Declared kShowing = Declared::of_all(false);
  static const Declared kAdorning = [] {
    Declared printing;
    printing.add("content:'x'", Declared::rule);
    return printing.of_generated(true);
  }();
  if (hides) maybe.push_back(&kHiding);
  if (shows) maybe.push_back(&kShowing);
  if (adorns) maybe.push_back(&kAdorning);
}

void StyleSheet::read(std::string_view css, Fit media) {
  if (media == Fit::no) return;
  if (css.size() > kCssLimit - bytes_) {
    given_up_ = {true, true, true};
    return;
  }
  bytes_ += css.size();
  std::string memory;
  CssRules rules(without_comments(css, memory), media, any_case_, read_);
  while (auto rule = rules.next()) {
    all_.note(rule->declared);
    if (rule->of_any) given_up_.note(rule->declared);
    for (Selector& selector : rule->selectors) {
      // All of a page is hidden only until a script has run.
      if (selector.is_of_all() || selector.is_passing()) continue;
      using Generated = Selector::Generated;
      const Generated what = selector.generated();
      if (what == Generated::none) {
        add_rule(std::move(selector), rule->declared);
        continue;
      }
      const auto printed =
          rule->declared.of_generated(what == Generated::before);
      all_.note(printed);
      if (!printed.empty()) add_rule(selector.of_element(), printed);
    }
  }
  if (rules.is_too_deep()) given_up_ = {true, true, true};
}

/// Null: there are too many.
StyleSheet::Alike* StyleSheet::alike(const std::string& key) {
  const auto found = keys_.find(key);
  if (found != keys_.end()) return &found->second;
  if (keys_.size() >= kMostKeys) return nullptr;
  if (key.starts_with('[') && ++attributes_ > kMostAttributes) return nullptr;
  return &keys_[key];
}

void StyleSheet::add_rule(Selector selector, const Declared& declared) {
  Alike* const own = alike(selector.key());
  if (own == nullptr) {
    given_up_.note(declared);
    return;
  }
  if (declared.may_show() && !selector.is_sure_alone()) {
    for (const std::string& key : selector.keys()) {
      Alike* const others = alike(key);
      (others == nullptr ? given_up_.shows : others->unsure) = true;
    }
  }
  const bool adorns = declared.may_adorn();
  if (is_full(*own, adorns)) {
    own->given_up.note(declared);
    return;
  }
  const std::uint32_t weight = selector.rank() * kOfRank;
  for (const std::size_t i : own->rules) {
    if (!selector.is_known() || rules_[i].selector != selector) continue;
    rules_[i].declared.add(declared, weight);
    return;
  }
  if (adorns) ++adorning_;
  own->rules.push_back(rules_.size());
  rules_.push_back({std::move(selector), {}});
  rules_.back().declared.add(declared, weight);
}

/// The many signs of a font of signs take no place of other rules.
bool StyleSheet::is_full(const Alike& alike, bool adorns) const {
  const std::size_t all = adorns ? adorning_ : rules_.size() - adorning_;
  return alike.rules.size() >= kMostAlike || all >= kSheetRules;
}

std::string StyleSheet::in_case(std::string_view name) const {
  return any_case_ ? small_letters(name) : std::string(name);
}

/// What is found for an element.
struct StyleSheet::Looked {
  Declared& declared;
  MaybeDeclared& maybe;
  const PageElement& element;
  const PageTree& tree;
  bool of_table;
};

void StyleSheet::look_up(const std::string& key, Looked& looked) const {
  const auto found = keys_.find(key);
  if (found == keys_.end()) return;
  const Alike& alike = found->second;
  alike.given_up.add_to(looked.maybe);
  const bool unsure = !looked.of_table && alike.unsure;
  for (const std::size_t i : alike.rules) {
    if (steps_.none()) return;
    const Rule& rule = rules_[i];
    const Fit fit = rule.selector.fit(looked.element, looked.tree, steps_);
    if (fit == Fit::no) continue;
    if (fit == Fit::yes && !unsure) {
      looked.declared.add(rule.declared, 0);
    } else {
      looked.maybe.push_back(&rule.declared);
    }
  }
}

void StyleSheet::add_to(Declared& declared, MaybeDeclared& maybe,
                        const PageElement& element,
                        const PageTree& tree) const {
  Looked looked{declared, maybe, element, tree, is_of_table(element.name)};
  given_up_.add_to(maybe);
  look_up("*", looked);
  look_up("<" + std::string(element.name), looked);
  std::string_view classes = element.classes;
  while (!(classes = without_blanks(classes)).empty() && !steps_.none()) {
    const std::size_t end =
        std::min(classes.find_first_of(kCssBlanks), classes.size());
    look_up("." + in_case(classes.substr(0, end)), looked);
    classes.remove_prefix(end);
    steps_.take(1);
  }
  if (!element.id.empty()) look_up("#" + in_case(element.id), looked);
  for (auto one = keys_.lower_bound("[");
       one != keys_.end() && one->first.starts_with('['); ++one) {
    const auto name = std::string_view(one->first).substr(1);
    if (tree.attribute(element, name, steps_)) look_up(one->first, looked);
  }
  if (steps_.none()) all_.add_to(maybe);
}

}  // namespace gov_report
