#include "import/html_attribute.h"

#include <algorithm>

#include "base/ascii.h"
#include "import/css_text.h"
#include "import/html_values.h"

namespace gov_report {
namespace {

bool is_one_of(std::string_view printed, std::string_view word) {
  while (!(printed = without_blanks(printed)).empty()) {
    const std::size_t end =
        std::min(printed.find_first_of(kCssBlanks), printed.size());
    if (printed.substr(0, end) == word) return true;
    printed.remove_prefix(end);
  }
  return false;
}

bool fits(std::string_view printed, char how, std::string_view value) {
  switch (how) {
    case '=':
      return printed == value;
    case '~':
      return !value.empty() && is_one_of(printed, value);
    case '|':
      return printed.starts_with(value) &&
             (printed.size() == value.size() || printed[value.size()] == '-');
    case '^':
      return !value.empty() && printed.starts_with(value);
    case '$':
      return !value.empty() && printed.ends_with(value);
    case '*':
      return !value.empty() && printed.find(value) != std::string_view::npos;
    default:
      return true;
  }
}

}  // namespace

std::optional<AttributeTest> AttributeTest::read(std::string_view text) {
  AttributeTest test;
  text = without_blanks(text);
  std::size_t at = 0;
  test.name = small_letters(css_name(text, at));
  if (test.name.empty()) return std::nullopt;
  text = without_blanks(text.substr(at));
  if (text.empty()) return test;
  test.how = text.front();
  const bool plain = test.how == '=';
  if (!plain && (std::string_view("~|^$*").find(test.how) == text.npos ||
                 text.substr(1, 1) != "=")) {
    return std::nullopt;
  }
  text = without_blanks(text.substr(plain ? 1 : 2));
  if (text.empty()) return std::nullopt;
  at = 0;
  if (text.front() == '"' || text.front() == '\'') {
    at = behind_quotes(text, 0);
    if (at < 2 || text[at - 1] != text.front()) return std::nullopt;
    test.value = text.substr(1, at - 2);
    if (test.value.find('\\') != std::string::npos) return std::nullopt;
  } else {
    test.value = css_name(text, at);
    if (test.value.empty()) return std::nullopt;
  }
  const std::string flag = small_letters(without_blanks(text.substr(at)));
  if (!flag.empty() && flag != "i" && flag != "s") return std::nullopt;
  test.any_case = flag == "i";
  return test;
}

Fit AttributeTest::fit(std::string_view printed) const {
  if (fits(printed, how, value)) return Fit::yes;
  if (!fits(small_letters(printed), how, small_letters(value))) return Fit::no;
  return any_case ? Fit::yes : Fit::maybe;
}

}  // namespace gov_report
