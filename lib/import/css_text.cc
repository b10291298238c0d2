#include "import/css_text.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/text.h"
#include "import/html_values.h"

namespace gov_report {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_of_name(char c) {
  const char small = small_letter(c);
  return (small >= 'a' && small <= 'z') || is_digit(c) || c == '-' ||
         c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Behind a backslash: "31 " is the character of that number.
void append_escaped(std::string& name, std::string_view css, std::size_t& at) {
  constexpr std::size_t kMostDigits = 6;
  const std::string_view digits = css.substr(at, kMostDigits);
  unsigned number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (error != std::errc()) {
    name += css[at++];
    return;
  }
  at += static_cast<std::size_t>(end - digits.data());
  if (at < css.size() && kCssBlanks.find(css[at]) != kCssBlanks.npos) ++at;
  const bool known =
      number > 0 && number < 0x110000 && (number < 0xD800 || number > 0xDFFF);
  append_utf8(name, known ? char32_t{number} : U'\uFFFD');
}

/// Behind an address without quotes, in which quotes and comments are letters;
/// `at`: none begins there.
std::size_t behind_address(std::string_view css, std::size_t at) {
  constexpr std::string_view kBegin = "url(";
  if (small_letter(css[at]) != kBegin.front()) return at;
  if (small_letters(css.substr(at, kBegin.size())) != kBegin) return at;
  std::size_t end = css.find_first_not_of(kCssBlanks, at + kBegin.size());
  const bool quoted = end < css.size() && (css[end] == '"' || css[end] == '\'');
  if (quoted) return at;
  for (; end < css.size() && css[end] != ')'; ++end) {
    if (css[end] == '\\') ++end;
  }
  return std::min(end, css.size() - 1) + 1;
}

/// Whether a comment between two letters may join or part what they are of.
bool may_join(std::string_view css, std::size_t begin, std::size_t end) {
  constexpr std::string_view kApart = "{};:,>+~ \t\r\n\f";
  const auto apart = [&](std::size_t at) {
    return at >= css.size() || kApart.find(css[at]) != kApart.npos;
  };
  return begin > 0 && !apart(begin - 1) && !apart(end);
}

}  // namespace

std::size_t behind_quotes(std::string_view css, std::size_t at) {
  const char mark = css[at];
  for (++at; at < css.size(); ++at) {
    if (css[at] == '\\') {
      ++at;
    } else if (css[at] == mark || css[at] == '\n') {
      return at + 1;
    }
  }
  return css.size();
}

std::string_view without_comments(std::string_view css, std::string& memory) {
  if (css.find("/*") == std::string_view::npos) return css;
  memory.clear();
  std::size_t begin = 0;  // of what is not yet taken
  for (std::size_t at = 0; at < css.size();) {
    at = css.find_first_of("\"'\\/uU", at);
    if (at == std::string_view::npos) break;
    const std::size_t address_end = behind_address(css, at);
    if (address_end > at) {
      at = address_end;
    } else if (css[at] == 'u' || css[at] == 'U') {
      ++at;
    } else if (css[at] == '"' || css[at] == '\'') {
      at = behind_quotes(css, at);
    } else if (css[at] == '\\') {
      at += 2;
    } else if (css.substr(at, 2) != "/*") {
      ++at;
    } else {
      memory += css.substr(begin, at - begin);
      const std::size_t found = css.find("*/", at + 2);
      const std::size_t end =
          found == std::string_view::npos ? css.size() : found + 2;
      memory += may_join(css, at, end) ? kCssComment : " ";
      at = begin = end;
    }
  }
  memory += css.substr(begin);
  return memory;
}

std::size_t css_end(std::string_view css, std::size_t at,
                    std::string_view ends) {
  std::string open;  // what closes the brackets
  while (at < css.size()) {
    const char c = css[at];
    if (open.empty() && ends.find(c) != std::string_view::npos) return at;
    if (c == '"' || c == '\'') {
      at = behind_quotes(css, at);
      continue;
    }
    const std::size_t address_end = behind_address(css, at);
    if (address_end > at) {
      at = address_end;
      continue;
    }
    if (c == '\\') ++at;
    if (c == '(') open += ')';
    if (c == '[') open += ']';
    if (c == '{') open += '}';
    if (open.ends_with(c)) open.pop_back();
    ++at;
  }
  return css.size();
}

std::string css_name(std::string_view css, std::size_t& at) {
  std::string name;
  const std::size_t first = css.substr(at).starts_with('-') ? at + 1 : at;
  const bool none = first < css.size() && is_digit(css[first]);
  const bool dash =
      first > at &&
      (first == css.size() || (css[first] != '\\' && !is_of_name(css[first])));
  if (none || dash) return name;
  while (at < css.size()) {
    const bool escaped =
        css[at] == '\\' && at + 1 < css.size() && css[at + 1] != '\n';
    if (!escaped && !is_of_name(css[at])) break;
    if (escaped) {
      append_escaped(name, css, ++at);
    } else {
      name += css[at++];
    }
  }
  return name;
}

}  // namespace gov_report
