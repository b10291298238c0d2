#include "import/html_sheet.h"

#include <algorithm>
#include <array>

#include "import/html_media.h"

namespace gov_report {
namespace {

constexpr std::size_t kMostNames = 16;       // of an element's classes
constexpr std::size_t kMostAlike = 64;       // rules with one key
constexpr std::uint32_t kOfRank = 1U << 20;  // more than rules of one rank

bool is_of_table(std::string_view name) {
  constexpr std::array<std::string_view, 9> kParts = {
      "table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup"};
  return std::ranges::find(kParts, name) != kParts.end();
}

}  // namespace

void StyleSheet::read(std::string_view css, Fit media) {
  if (media == Fit::no || css.size() > kSheetLimit - bytes_) return;
  bytes_ += css.size();
  std::string memory;
  read(without_comments(css, memory), media, 0);
}

// NOLINTNEXTLINE(misc-no-recursion): kDepth
void StyleSheet::read(std::string_view css, Fit media, int depth) {
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t end = css_end(css, at, "{;");
    const std::string_view words = without_blanks(css.substr(at, end - at));
    at = end + 1;
    if (end >= css.size()) return;
    if (css[end] == ';') continue;  // @import, or nothing known
    const std::size_t close = css_end(css, at, "}");
    read_block(words, css.substr(at, close - at), media, depth);
    at = close + 1;
  }
}

// NOLINTNEXTLINE(misc-no-recursion): kDepth
void StyleSheet::read_block(std::string_view words, std::string_view block,
                            Fit media, int depth) {
  constexpr int kDepth = 4;
  if (!words.starts_with('@')) {
    read_rule(words, block, media);
    return;
  }
  const std::size_t end =
      std::min(words.find_first_of(" \t\r\n\f("), words.size());
  const std::string_view kind = words.substr(0, end);
  Fit fit = Fit::no;
  if (kind == "@media") fit = media_fit(words.substr(end));
  if (kind == "@supports" || kind == "@layer" || kind == "@container" ||
      kind == "@scope") {
    fit = Fit::maybe;
  }
  if (fit != Fit::no && depth < kDepth) {
    read(block, std::min(fit, media), depth + 1);
  }
}

void StyleSheet::read_rule(std::string_view selectors, std::string_view body,
                           Fit media) {
  for (const std::string_view mark : {"<!--", "-->"}) {
    if (selectors.starts_with(mark)) selectors.remove_prefix(mark.size());
  }
  Declared declared;
  declared.add(body, std::min(++read_, kOfRank - 1));
  if (declared.empty()) return;
  const bool shows = declared.may_show();
  while (!selectors.empty()) {
    const std::size_t end = css_end(selectors, 0, ",");
    auto selector = Selector::read(selectors.substr(0, end));
    selectors.remove_prefix(std::min(end + 1, selectors.size()));
    if (!selector) continue;
    if (media == Fit::maybe) selector->make_unsure();
    add_rule(*selector, declared);
    const bool more = unsure_.size() < kSheetRules;
    if (!shows || selector->is_sure_alone() || !more) continue;
    for (std::string& key : selector->keys()) unsure_.insert(std::move(key));
  }
}

void StyleSheet::add_rule(const Selector& selector, const Declared& declared) {
  const std::uint32_t weight = selector.rank() * kOfRank;
  std::vector<std::size_t>& alike = keys_[selector.key()];
  for (const std::size_t i : alike) {
    if (!selector.is_known() || rules_[i].selector != selector) continue;
    rules_[i].declared.add(declared, weight);
    return;
  }
  if (alike.size() >= kMostAlike || rules_.size() >= kSheetRules) return;
  alike.push_back(rules_.size());
  rules_.push_back({selector, {}});
  rules_.back().declared.add(declared, weight);
}

void StyleSheet::add_to(Declared& declared, std::vector<Declared>& maybe,
                        const PageElement& element,
                        const PageTree& tree) const {
  const bool of_table = is_of_table(element.name);
  std::string key;
  const auto look_up = [&] {
    const auto found = keys_.find(key);
    if (found == keys_.end()) return;
    const bool unsure = !of_table && is_unsure(key);
    for (const std::size_t i : found->second) {
      const Fit fit = rules_[i].selector.fit(element, tree, steps_);
      if (fit == Fit::no) continue;
      const bool sure = fit == Fit::yes && !unsure;
      if (sure) {
        declared.add(rules_[i].declared, 0);
      } else {
        maybe.push_back(rules_[i].declared);
      }
    }
  };
  key = "*";
  look_up();
  key = "<";
  key += element.name;
  look_up();
  std::string_view classes = element.classes;
  for (std::size_t i = 0; i < kMostNames; ++i) {
    const std::size_t begin = classes.find_first_not_of(kCssBlanks);
    if (begin == std::string_view::npos) break;
    classes.remove_prefix(begin);
    const std::size_t end =
        std::min(classes.find_first_of(kCssBlanks), classes.size());
    key = classes.substr(0, end);
    look_up();
    classes.remove_prefix(end);
  }
  if (element.id.empty()) return;
  key = "#";
  key += element.id;
  look_up();
}

}  // namespace gov_report
