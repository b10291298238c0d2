// text_pieces.h - a text cut into clauses, and the words beside a place in it.
//
//   units   offsets are bytes

#pragma once

#include <string_view>
#include <vector>

#include "base/pattern.h"

namespace gov_report {

/// The pieces of a text between delimiters, found once.
class Clauses {
 public:
  Clauses(std::string_view text, const Pattern& delimiter);

  const std::vector<Span>& all() const { return spans_; }
  /// The piece that holds the byte at `at`.
  Span around(std::size_t at) const;

 private:
  std::vector<Span> spans_;
};

/// At most `bytes` bytes in front of `at`, or from `at` on, cut between
/// characters.
std::string_view before(std::string_view text, std::size_t at,
                        std::size_t bytes);
std::string_view after(std::string_view text, std::size_t at,
                       std::size_t bytes);

}  // namespace gov_report
