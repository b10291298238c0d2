// css_rules.h - the rules of a style sheet one after the other, as far as they
// hide text, raise it, set it apart, make it small, or print some.
//
//   in      lists of selectors; @media (html_media.h); rules in rules
//   absent  rules that a browser leaves out, with all that stands in them; what
//           is said for other devices, of fonts and of what moves
//   doubt   other @-rules; what may be no selector to a browser; selectors in
//           selectors that are too many or too long

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/html_selector.h"
#include "import/html_style.h"

namespace gov_report {

struct CssRule {
  std::vector<Selector> selectors;
  Declared declared;
  bool of_any = false;  ///< it is not known of what
};

class CssRules {
 public:
  /// `css`: without comments; it stays. `order`: rules before; they are counted
  /// on.
  CssRules(std::string_view css, Fit media, bool any_case,
           std::uint32_t& order);

  /// The next that says something of how elements are shown; nullopt: no more.
  std::optional<CssRule> next();
  /// Rules lie in so many others that they were not read.
  bool is_too_deep() const { return too_deep_; }

 private:
  /// A selector, with those around it.
  struct Chosen {
    std::string text;
    bool of_any = false;  ///< it is not known of what
  };
  using Selectors = std::vector<Chosen>;
  struct Block {
    Fit media = Fit::yes;
    std::uint32_t order = 0;
    std::shared_ptr<const Selectors> selectors;  // null: of no elements
    Declared declared;
  };

  std::string_view next_words(char& end);
  void open(std::string_view words);
  void skip();
  static std::shared_ptr<const Selectors> of_any();
  std::shared_ptr<const Selectors> in_block(std::string_view list);
  std::optional<CssRule> close();

  std::string_view css_;
  std::size_t at_ = 0;
  bool any_case_;
  std::uint32_t& order_;
  std::vector<Block> blocks_;  // that are open; the first is the sheet
  std::size_t letters_ = 0;    // of selectors in selectors
  bool too_deep_ = false;
};

}  // namespace gov_report
