// pattern.h - regular expressions in RE2 syntax, over UTF-8.
//
//   time    of a search grows with the text, whatever the pattern (RE2)
//   absent  a text without a match gives no spans
//   errors  a pattern that does not compile gives nullopt and the reason

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gov_report {

/// Byte offsets in the text searched: [begin, end).
struct MatchSpan {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t begin = kNone;  ///< kNone: the group took no part
  std::size_t end = kNone;

  bool taken() const { return begin != kNone; }
  std::string_view of(std::string_view text) const {
    return taken() ? text.substr(begin, end - begin) : std::string_view();
  }
};

class Pattern {
 public:
  /// Matches nothing.
  Pattern() = default;

  static std::optional<Pattern> compile(std::string_view pattern,
                                        std::string* error);

  /// The leftmost match at or after `from`: the whole of it, then its groups.
  std::vector<MatchSpan> find(std::string_view text,
                              std::size_t from = 0) const;
  bool matches(std::string_view text) const;  ///< somewhere in it
  std::size_t groups() const;                 ///< how many it has

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace gov_report
