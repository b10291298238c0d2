// html_sheet.h - rules of the style sheets in a page, as far as they hide text
// or raise it.
//
//   in      selectors of one element by its name, classes and id: td, .old,
//           span.old, .tab.on, #last, and lists of these
//   left    rules for what stands in or beside something (.a .b, a > b), with
//           attributes or states, in @media and its like; sheets in files of
//           their own
//   doubt   what such a rule may show again, as the chosen part of a page, is
//           shown, but for parts of tables
//   limits  kSheetLimit bytes, kSheetRules rules; what goes beyond is left

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "import/html_style.h"

namespace gov_report {

inline constexpr std::size_t kSheetLimit = 1 << 20;
inline constexpr std::size_t kSheetRules = 4000;

class StyleSheet {
 public:
  /// The text of a style element; of two rules alike the later counts.
  void read(std::string_view css);
  bool empty() const { return rules_.empty(); }

  /// Adds what the rules say of an element. Name in small letters; names of
  /// classes between blanks.
  void add_to(Declared& declared, std::string_view name,
              std::string_view classes, std::string_view id) const;

 private:
  /// "td.old#last"; no part: of any.
  struct Selector {
    std::string name;
    std::string id;
    std::vector<std::string> classes;
    bool operator==(const Selector&) const = default;
  };
  struct Rule {
    Selector selector;
    Declared declared;
  };
  using Names = std::vector<std::string_view>;

  static bool read_selector(std::string_view text, Selector& selector);
  static bool fits(const Selector& selector, std::string_view name,
                   const Names& classes, std::string_view id);
  static Names names_in(std::string_view classes);
  void read_rule(std::string_view selectors, std::string_view body);
  void note_unsure(std::string_view selector);
  bool is_unsure(const std::string& key) const {
    return unsure_.find(key) != unsure_.end();
  }
  void add_rule(const Selector& selector, const Declared& declared);
  void look_up(const std::string& key, Declared& declared,
               std::string_view name, const Names& classes,
               std::string_view id) const;

  std::vector<Rule> rules_;
  /// By the last class, "#" and the id, or "<" and the name: indexes of rules.
  std::map<std::string, std::vector<std::size_t>> keys_;
  std::set<std::string> unsure_;  // keys, so too: other rules may show these
  std::uint32_t read_ = 0;        // rules so far
  std::size_t bytes_ = 0;         // of the sheets so far
};

}  // namespace gov_report
