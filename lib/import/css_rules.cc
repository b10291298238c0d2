#include "import/css_rules.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "import/css_text.h"
#include "import/html_media.h"
#include "import/html_values.h"

namespace gov_report {
namespace {

constexpr std::size_t kMostOpen = 64;         // blocks
constexpr std::size_t kMostListed = 100'000;  // selectors
/// Selectors in those of a block; letters of one, and of all.
constexpr std::size_t kMostTogether = 64;
constexpr std::size_t kMostLetters = 1000;
constexpr std::size_t kMostOfAll = 4 << 20;

/// ".b", "> .b" or "&.b" in ".a"; nullopt: of what it is is not known.
std::optional<std::string> together(std::string_view around,
                                    std::string_view text) {
  const std::size_t mark = text.find('&');
  if (mark == std::string_view::npos) {
    return std::string(around) + ' ' + std::string(text);
  }
  const std::string_view behind = text.substr(mark + 1);
  if (behind.find('&') != std::string_view::npos) return std::nullopt;
  std::size_t at = 0;
  const bool apart = css_name(behind, at).empty();
  if (mark == 0 && apart) return std::string(around) + std::string(behind);
  // ".x &": what stands in front may as well stand in between.
  const bool last = mark > 0 && behind.empty() &&
                    kCssBlanks.find(text[mark - 1]) != kCssBlanks.npos;
  const bool one = around.find_first_of(" \t\r\n\f>+~,") == around.npos;
  if (!last || !one) return std::nullopt;
  return std::string(text.substr(0, mark)) + std::string(around);
}

/// Of an @-rule: whether what stands in it counts.
Fit fit_of(std::string_view words) {
  const std::size_t end =
      std::min(words.find_first_of(" \t\r\n\f(/"), words.size());
  const std::string kind = small_letters(words.substr(0, end));
  if (words.find(kCssComment) != std::string_view::npos) return Fit::maybe;
  if (kind == "@media") return media_fit(words.substr(end));
  return is_any(kind, {"@supports", "@layer", "@container", "@scope"})
             ? Fit::maybe
             : Fit::no;
}

}  // namespace

CssRules::CssRules(std::string_view css, Fit media, bool any_case,
                   std::uint32_t& order)
    : css_(css), any_case_(any_case), order_(order) {
  blocks_.emplace_back().media = media;
}

/// Up to what ends them: '{', ';' or '}', which the end of the sheet is too.
std::string_view CssRules::next_words(char& end) {
  at_ = std::min(css_.find_first_not_of(kCssBlanks, at_), css_.size());
  const bool in_block = blocks_.size() > 1;
  for (const std::string_view mark : {"<!--", "-->"}) {
    if (!in_block && css_.substr(at_).starts_with(mark)) at_ += mark.size();
  }
  at_ = std::min(css_.find_first_not_of(kCssBlanks, at_), css_.size());
  const bool command = css_.substr(at_).starts_with('@');
  const std::size_t stop = css_end(css_, at_,
                                   in_block  ? "{;}"
                                   : command ? "{;"
                                             : "{");
  end = stop < css_.size() ? css_[stop] : '}';
  const std::string_view words = css_.substr(at_, stop - at_);
  at_ = stop + 1;
  return without_blanks(words);
}

std::optional<CssRule> CssRules::next() {
  while (at_ < css_.size() || blocks_.size() > 1) {
    char end = 0;
    at_ = std::min(at_, css_.size());
    const std::string_view words = next_words(end);
    if (end == '{') {
      open(words);
      continue;
    }
    Block& block = blocks_.back();
    if (block.selectors) block.declared.add(words, block.order);
    if (end == ';' || blocks_.size() == 1) continue;
    auto rule = close();
    if (rule) return rule;
  }
  return std::nullopt;
}

void CssRules::open(std::string_view words) {
  if (words.starts_with("--")) return skip();  // the value of a variable
  const bool command = words.starts_with('@');
  Block block;
  block.media = blocks_.back().media;
  block.order = ++order_;
  if (command) block.media = std::min(block.media, fit_of(words));
  if (block.media == Fit::no) return skip();
  if (blocks_.size() > kMostOpen) {
    too_deep_ = true;
    return skip();
  }
  block.selectors = command ? blocks_.back().selectors : in_block(words);
  const bool again = command && block.selectors;
  if (again && block.selectors->size() > kMostTogether) {
    block.selectors = of_any();
  }
  blocks_.push_back(std::move(block));
}

void CssRules::skip() {
  at_ = css_end(css_, at_, "}") + 1;
}

std::shared_ptr<const CssRules::Selectors> CssRules::of_any() {
  return std::make_shared<Selectors>(1, Chosen{{}, true});
}

/// A list of selectors, each in each of those around.
std::shared_ptr<const CssRules::Selectors> CssRules::in_block(
    std::string_view list) {
  Selectors own;
  for (std::size_t at = 0; at <= list.size() && own.size() < kMostListed;) {
    const std::size_t end = css_end(list, at, ",");
    own.push_back({std::string(without_blanks(list.substr(at, end - at)))});
    at = end + 1;
  }
  const bool joined = list.find(kCssComment) != std::string_view::npos;
  if (joined || own.size() >= kMostListed) return of_any();
  const auto around = blocks_.back().selectors;
  if (!around) return std::make_shared<Selectors>(std::move(own));
  if (own.size() * around->size() > kMostTogether) return of_any();
  auto all = std::make_shared<Selectors>();
  for (const Chosen& outer : *around) {
    for (const Chosen& inner : own) {
      const std::size_t letters = outer.text.size() + inner.text.size();
      letters_ += letters;
      const bool few = letters <= kMostLetters && letters_ <= kMostOfAll;
      auto text = few && !outer.of_any ? together(outer.text, inner.text)
                                       : std::nullopt;
      if (!text) return of_any();
      all->push_back({std::move(*text)});
    }
  }
  return all;
}

std::optional<CssRule> CssRules::close() {
  const Block block = std::move(blocks_.back());
  blocks_.pop_back();
  if (!block.selectors || !block.declared.matters()) return std::nullopt;
  CssRule rule;
  rule.declared = block.declared;
  bool doubtful = block.media == Fit::maybe;
  for (const Chosen& chosen : *block.selectors) {
    rule.of_any = rule.of_any || chosen.of_any;
    if (rule.of_any) break;
    auto selector = Selector::read(chosen.text, any_case_);
    if (!selector) return std::nullopt;
    doubtful = doubtful || selector->is_doubtful();
    rule.selectors.push_back(std::move(*selector));
  }
  for (Selector& selector : rule.selectors) {
    if (doubtful) selector.make_unsure();
  }
  return rule;
}

}  // namespace gov_report
