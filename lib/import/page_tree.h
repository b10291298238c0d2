// page_tree.h - the elements of a page, as selectors of style sheets ask for
// them.

#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

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
  /// The value of an attribute, by its name in small letters; nullopt without
  /// it.
  virtual std::optional<std::string_view> attribute(const PageElement& one,
                                                    std::string_view name,
                                                    StepsLeft& steps) const = 0;
  /// Nothing stands in it, not even a blank.
  virtual bool is_empty(const PageElement& one, StepsLeft& steps) const = 0;
};

}  // namespace gov_report
