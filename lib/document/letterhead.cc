#include "document/letterhead.h"

namespace gov_report {
namespace {

/// Replaces {names}; false if one has no value.
bool append(std::string& out, std::string_view pattern,
            const LetterheadValues& values) {
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t close = pattern.find('}', at);
    if (pattern[at] != '{' || close == std::string_view::npos) {
      out += pattern[at++];
      continue;
    }
    const auto found = values.find(pattern.substr(at + 1, close - at - 1));
    if (found == values.end() || found->second.empty()) return false;
    out += found->second;
    at = close + 1;
  }
  return true;
}

}  // namespace

std::string fill_in(std::string_view pattern, const LetterheadValues& values) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('[');
    const std::size_t close =
        open == std::string_view::npos ? open : pattern.find(']', open);
    if (close == std::string_view::npos) {
      return append(out, pattern, values) ? out : "";
    }
    if (!append(out, pattern.substr(0, open), values)) return "";
    std::string piece;
    if (append(piece, pattern.substr(open + 1, close - open - 1), values)) {
      out += piece;
    }
    pattern.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace gov_report
