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
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gov_report {

struct PatternsTogether;

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
  friend struct PatternsTogether;
  struct Compiled;
  std::shared_ptr<Compiled> compiled_;
};

/// Calls `found` with the spans of each match, leftmost first.
template <typename Found>
void each_match(const Pattern& pattern, std::string_view text, Found found) {
  for (std::size_t from = 0; from <= text.size();) {
    const auto spans = pattern.spans(text, from);
    if (spans.empty()) return;
    found(spans);
    from = spans[0].end > spans[0].begin ? spans[0].end : spans[0].end + 1;
  }
}

/// Many patterns looked for in one pass over a text, which takes hardly longer
/// than for one of them, once some texts have been looked at. Copies share what
/// is compiled.
class PatternSet {
 public:
  /// Making the set ready takes as long as to try each pattern on so many
  /// texts: of these, nothing is known.
  static constexpr std::uint64_t kFirstTexts = 16;

  /// What one pass told about a text.
  class Found {
   public:
    /// Nothing is known.
    Found() = default;
    /// Whether it may match in some line of the text. True of a pattern that is
    /// not in the set: nothing is known of it.
    bool may_match(const Pattern& pattern) const;

   private:
    friend class PatternSet;
    std::shared_ptr<const PatternsTogether> set_;
    std::vector<bool> matched_;  // by the number in the set
  };

  PatternSet() = default;
  explicit PatternSet(std::vector<Pattern> patterns);
  /// ^ and $ are the ends of lines too. A pattern that asks for those of the
  /// text alone may always match; all may where that takes too much memory.
  Found in(std::string_view text) const;

 private:
  std::shared_ptr<PatternsTogether> together_;
};

}  // namespace gov_report
