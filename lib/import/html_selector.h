// html_selector.h - selectors of style sheets, and whether they fit an element
// of a page.
//
//   in      names, classes, ids, the place among what stands beside it
//           (:first-child, :last-child, :nth-child), what it stands in or
//           behind (.a .b, a > b, a + b, a ~ b)
//   doubt   attributes and other states fit maybe
//   absent  what fits no element of a page at rest: a:hover, p::before; what is
//           no selector. One with :target is a selector, and fits none

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gov_report {

/// Name in small letters; names of classes between blanks.
struct PageElement {
  std::string_view name;
  std::string_view classes;
  std::string_view id;
  const void* at = nullptr;  ///< for the tree
};

/// How much of a page may still be looked at.
class StepsLeft {
 public:
  explicit StepsLeft(std::size_t steps) : steps_(steps) {}
  void take(std::size_t steps) { steps_ -= std::min(steps_, steps); }
  bool none() const { return steps_ == 0; }

 private:
  std::size_t steps_;
};

/// Where the elements of a page stand. What is passed over on the way to one,
/// and its attributes, are steps.
class PageTree {
 public:
  virtual ~PageTree() = default;
  /// What the element stands in; nullopt for the outermost.
  virtual std::optional<PageElement> around(const PageElement& one,
                                            StepsLeft& steps) const = 0;
  /// What stands in front of it, and behind it, in the same.
  virtual std::optional<PageElement> before(const PageElement& one,
                                            StepsLeft& steps) const = 0;
  virtual std::optional<PageElement> behind(const PageElement& one,
                                            StepsLeft& steps) const = 0;
};

enum class Fit : std::uint8_t { no, maybe, yes };

class Selector {
 public:
  static std::optional<Selector> read(std::string_view text);

  /// With no steps left it fits maybe, as with `unsure`.
  Fit fit(const PageElement& element, const PageTree& tree,
          StepsLeft& steps) const;
  /// As if it were said under a condition of which nothing is known.
  void make_unsure() { unsure_ = true; }

  /// What an element must have that it fits: a class, "#" and the id, "<" and
  /// the name; "*" for any.
  std::string key() const;
  /// All that key() may be for its last part.
  std::vector<std::string> keys() const;
  /// All that it asks for is known: two that are equal fit the same.
  bool is_known() const;
  /// For one element by itself, whatever is around it.
  bool is_sure_alone() const;
  /// How much its rule counts: 1 to kMostRank.
  std::uint32_t rank() const;
  static constexpr std::uint32_t kMostRank = 512;

  bool operator==(const Selector&) const = default;

 private:
  /// Places step * n + first for n from 0.
  struct Places {
    int step = 0;
    int first = 1;
    bool operator==(const Places&) const = default;
  };
  /// "td.old#last:nth-child(2)"
  struct Part {
    std::string name;
    std::string id;
    std::vector<std::string> classes;
    std::optional<Places> places;
    bool is_last = false;
    bool unsure = false;
    bool at_rest = true;  // false: fits only what has been pointed at
    int states = 0;       // and attributes
    char joined = 0;      // to the part in front: ' ', '>', '+', '~'
    bool operator==(const Part&) const = default;
  };

  static bool read_part(std::string_view text, Part& part);
  static bool read_state(std::string_view text, Part& part);
  static std::optional<Places> places_of(std::string_view text);
  static Fit fit_part(const Part& part, const PageElement& element,
                      const PageTree& tree, StepsLeft& steps);
  Fit fit_from(std::size_t i, const PageElement& element, const PageTree& tree,
               StepsLeft& steps) const;

  std::vector<Part> parts_;  // the last one first
  bool unsure_ = false;
};

}  // namespace gov_report
