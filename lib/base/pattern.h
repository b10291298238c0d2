// pattern.h - a regular expression (RE2 syntax), compiled when it is first
// used. Matching takes time linear in the text, whatever the expression.
//
//   in      valid UTF-8
//   units   offsets are bytes
//   absent  a pattern without an expression matches nothing
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
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t begin = kNone;  ///< kNone: a group that took no part
  std::size_t end = kNone;

  bool taken() const { return begin != kNone; }
  std::string_view of(std::string_view text) const {
    return taken() ? text.substr(begin, end - begin) : std::string_view();
  }

  friend bool operator==(const Span&, const Span&) = default;
};

/// groups[0] is the whole match.
struct PatternMatch {
  std::vector<Span> groups;

  Span whole() const { return groups.front(); }
};

/// Copies share what is compiled.
class Pattern {
 public:
  Pattern() = default;
  explicit Pattern(std::string expression);

  /// A pattern that is known to compile; nullopt with the reason in `error`.
  static std::optional<Pattern> compile(std::string_view expression,
                                        std::string* error);

  const std::string& expression() const;
  /// nullopt if it compiles.
  std::optional<std::string> error() const;
  /// The first match that begins at `from` or later; ^ and $ are the ends of
  /// `text`.
  std::optional<PatternMatch> find(std::string_view text,
                                   std::size_t from = 0) const;
  /// Its groups alone; empty if there is no match.
  std::vector<Span> spans(std::string_view text, std::size_t from = 0) const;
  bool matches(std::string_view text) const;  ///< somewhere in it
  std::size_t groups() const;                 ///< how many it has

 private:
  struct Compiled;
  std::shared_ptr<Compiled> compiled_;
};

}  // namespace gov_report
