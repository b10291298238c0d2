// html_sheet.h - rules of the style sheets in a page, as far as they hide text,
// raise it, set it apart, make it small, or print some beside it.
//
//   in      selectors of elements (html_selector.h) and lists of these, rules
//           in rules, @media (css_rules.h)
//   left    sheets in files of their own
//   doubt   what a rule may hide, and what another may show again, as the
//           chosen part of a page
//   limits  kCssLimit bytes, kSheetRules rules, kMostAlike of one key, steps:
//           what a rule that goes beyond may be about is not known to be shown

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/html_selector.h"
#include "import/html_style.h"

namespace gov_report {

inline constexpr std::size_t kCssLimit = 1 << 20;
inline constexpr std::size_t kSheetRules = 4000;

/// Of rules that may be about an element: each, or some that stand for all.
using MaybeDeclared = std::vector<const Declared*>;

class StyleSheet {
 public:
  /// Classes and ids are the same in capitals. REQUIRES: nothing is read yet.
  void set_any_case() { any_case_ = true; }
  /// The text of a style element; of two rules alike the later counts.
  /// `media`: whether it counts here.
  void read(std::string_view css, Fit media = Fit::yes);
  bool empty() const { return keys_.empty() && !given_up_.any(); }

  /// Adds what the rules say of an element, and to `maybe` what each may say
  /// of it: it may fit, or others which do not may be made to by a script.
  /// The latter is left out for a part of a table.
  void add_to(Declared& declared, MaybeDeclared& maybe,
              const PageElement& element, const PageTree& tree) const;

 private:
  struct Rule {
    Selector selector;
    Declared declared;
  };
  /// What rules do that are not kept.
  struct GivenUp {
    bool hides = false;
    bool shows = false;
    bool adorns = false;
    bool any() const { return hides || shows || adorns; }
    void note(const Declared& declared);
    void add_to(MaybeDeclared& maybe) const;
  };
  /// Rules of one Selector::key().
  struct Alike {
    std::vector<std::size_t> rules;
    GivenUp given_up;
    bool unsure = false;  ///< other rules may show what these hide
  };
  struct Looked;

  void add_rule(Selector selector, const Declared& declared);
  bool is_full(const Alike& alike, bool adorns) const;
  Alike* alike(const std::string& key);
  std::string in_case(std::string_view name) const;
  void look_up(const std::string& key, Looked& looked) const;

  bool any_case_ = false;
  std::vector<Rule> rules_;
  std::map<std::string, Alike> keys_;
  GivenUp given_up_;            // of any element
  GivenUp all_;                 // what any rule does
  std::uint32_t read_ = 0;      // rules so far
  std::size_t adorning_ = 0;    // of them
  std::size_t bytes_ = 0;       // of the sheets so far
  std::size_t attributes_ = 0;  // keys that are attributes
  mutable StepsLeft steps_{10'000'000};
};

}  // namespace gov_report
