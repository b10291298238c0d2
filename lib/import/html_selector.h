// html_selector.h - selectors of style sheets, and whether they fit an element
// of a page.
//
//   in      names, classes, ids, attributes (html_attribute.h), the place among
//           what stands beside it (:first-child, :last-child, :nth-child), what
//           it stands in or behind (.a .b, a > b, a + b, a ~ b)
//   doubt   other states fit maybe, and selectors of more parts or classes than
//           kMostParts and kMostClasses where what is kept of them fits
//   absent  what is no selector: a browser leaves out its rule. One with :hover
//           or ::before is a selector, and fits no element of a page at rest

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/html_attribute.h"
#include "import/page_tree.h"

namespace gov_report {

class Selector {
 public:
  /// `any_case`: classes and ids are the same in capitals, as on a page
  /// without a doctype.
  static std::optional<Selector> read(std::string_view text,
                                      bool any_case = false);

  /// With no steps left it fits maybe, as with `unsure`.
  Fit fit(const PageElement& element, const PageTree& tree,
          StepsLeft& steps) const;
  /// As if it were said under a condition of which nothing is known.
  void make_unsure() { unsure_ = true; }

  /// It, and so all that is listed beside it, may be no selector to a browser.
  bool is_doubtful() const { return doubtful_; }
  /// It fits nothing at rest, and nothing that it is about is shown by it to
  /// stay.
  bool is_passing() const { return passing_; }
  /// What a rule makes that stands in an element: of ::before, or ::after.
  enum class Generated : std::uint8_t { none, before, after };
  Generated generated() const { return generated_; }
  /// That of the element in which it stands.
  Selector of_element() const;
  /// "*" alone.
  bool is_of_all() const;

  /// What an element must have that it fits: "." and a class, "#" and the id,
  /// "<" and the name, "[" and an attribute; "*" for any.
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
  /// "td.old#last[lang]:nth-child(2)"
  struct Part {
    std::string name;
    std::string id;
    std::vector<std::string> classes;
    std::vector<AttributeTest> attributes;
    std::optional<Places> places;
    bool is_last = false;
    bool is_root = false;
    bool is_empty = false;
    bool unsure = false;
    bool at_rest = true;  // false: fits only what has been pointed at
    int states = 0;       // and attributes
    char joined = 0;      // to the part in front: ' ', '>', '+', '~'
    bool operator==(const Part&) const = default;
  };

  bool read_part(std::string_view text, std::size_t& at, Part& part);
  bool read_class(std::string_view text, std::size_t& at, Part& part);
  bool read_attribute(std::string_view text, std::size_t& at, Part& part);
  bool read_state(std::string_view text, std::size_t& at, Part& part);
  bool put_state(std::string_view state, Part& part);
  void add_part(Part part);
  static std::optional<Places> places_of(std::string_view text);
  Fit fit_part(const Part& part, const PageElement& element,
               const PageTree& tree, StepsLeft& steps) const;
  static Fit fit_attributes(const Part& part, const PageElement& element,
                            const PageTree& tree, StepsLeft& steps);
  static Fit fit_place(const Part& part, const PageElement& element,
                       const PageTree& tree, StepsLeft& steps);
  Fit fit_from(std::size_t i, const PageElement& element, const PageTree& tree,
               StepsLeft& steps) const;

  std::vector<Part> parts_;  // the last one first
  bool unsure_ = false;
  bool doubtful_ = false;
  bool passing_ = false;
  Generated generated_ = Generated::none;
  bool any_case_ = false;
};

}  // namespace gov_report
