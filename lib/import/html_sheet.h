// html_sheet.h - rules of the style sheets in a page, as far as they hide text,
// raise it, or make it small.
//
//   in      selectors of elements (html_selector.h) and lists of these; @media
//           (html_media.h)
//   left    sheets in files of their own
//   doubt   what a rule may hide, and what another may show again, as the
//           chosen part of a page
//   limits  kSheetLimit bytes, kSheetRules rules; what goes beyond is left

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import/html_selector.h"
#include "import/html_style.h"

namespace gov_report {

inline constexpr std::size_t kSheetLimit = 1 << 20;
inline constexpr std::size_t kSheetRules = 4000;

class StyleSheet {
 public:
  /// The text of a style element; of two rules alike the later counts.
  /// `media`: whether it counts here.
  void read(std::string_view css, Fit media = Fit::yes);
  bool empty() const { return rules_.empty(); }

  /// Adds what the rules say of an element, and to `maybe` what each may say
  /// of it: it may fit, or others which do not may be made to by a script.
  /// The latter is left out for a part of a table.
  void add_to(Declared& declared, std::vector<Declared>& maybe,
              const PageElement& element, const PageTree& tree) const;

 private:
  struct Rule {
    Selector selector;
    Declared declared;
  };

  void read(std::string_view css, Fit media, int depth);
  void read_block(std::string_view words, std::string_view block, Fit media,
                  int depth);
  void read_rule(std::string_view selectors, std::string_view body, Fit media);
  bool is_unsure(const std::string& key) const {
    return unsure_.find(key) != unsure_.end();
  }
  void add_rule(const Selector& selector, const Declared& declared);

  std::vector<Rule> rules_;
  /// By Selector::key(): indexes of rules.
  std::map<std::string, std::vector<std::size_t>> keys_;
  std::set<std::string> unsure_;  // keys, so too: other rules may show these
  std::uint32_t read_ = 0;        // rules so far
  std::size_t bytes_ = 0;         // of the sheets so far
  mutable StepsLeft steps_{10'000'000};
};

}  // namespace gov_report
