#include "narrative/text_pieces.h"

#include <algorithm>
#include <iterator>

namespace gov_report {
namespace {

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] & 0xC0) == 0x80;
}

}  // namespace

Clauses::Clauses(std::string_view text, const Pattern& delimiter) {
  std::size_t from = 0;
  each_match(delimiter, text, [&](const std::vector<Span>& spans) {
    spans_.push_back({from, spans[0].begin});
    from = spans[0].end;
  });
  spans_.push_back({from, text.size()});
}

Span Clauses::around(std::size_t at) const {
  const auto next = std::ranges::upper_bound(
      spans_, at, {}, [](const Span& span) { return span.begin; });
  return next == spans_.begin() ? spans_.front() : *std::prev(next);
}

std::string_view before(std::string_view text, std::size_t at,
                        std::size_t bytes) {
  std::size_t from = at > bytes ? at - bytes : 0;
  while (continues(text, from)) ++from;
  return text.substr(from, at - from);
}

std::string_view after(std::string_view text, std::size_t at,
                       std::size_t bytes) {
  std::size_t to = std::min(at + bytes, text.size());
  while (continues(text, to)) --to;
  return text.substr(at, to - at);
}

}  // namespace gov_report
