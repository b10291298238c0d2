#include "write/delimited.h"

namespace gov_report {

std::string delimited(std::string_view text, char separator) {
  const bool plain =
      text.find(separator) == text.npos &&
      text.find_first_of("\"\r\n") == text.npos &&
      (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += c;
    out += c;
  }
  return out + '"';
}

}  // namespace gov_report
