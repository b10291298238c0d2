// pattern.h - a regular expression (RE2 syntax), compiled when it is first
// used. Matching takes time linear in the text, whatever the expression.
//
//   in      valid UTF-8
//   units   offsets are bytes
//   errors  error() says why an expression does not compile; one that does not
//           matches nothing

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gov_report {

/// A piece of a text: [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

/// groups[0] is the whole match; a group that took no part is nullopt.
struct PatternMatch {
  std::vector<std::optional<Span>> groups;

  Span whole() const { return *groups.front(); }
};

class Pattern {
 public:
  explicit Pattern(std::string expression);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  const std::string& expression() const { return expression_; }
  /// nullopt if it compiles.
  std::optional<std::string> error() const;
  /// The first match that begins at `from` or later; ^ and $ are the ends of
  /// `text`.
  std::optional<PatternMatch> find(std::string_view text,
                                   std::size_t from = 0) const;

 private:
  struct Compiled;
  const Compiled& compiled() const;

  std::string expression_;
  mutable std::unique_ptr<Compiled> compiled_;  // nullptr: not used yet
};

}  // namespace gov_report
