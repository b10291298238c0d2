#include "import/page_end.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t count(std::string_view text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != kNone;
       at = text.find(words, at + words.size())) {
    ++found;
  }
  return found;
}

bool ends_in_tag(std::string_view page) {
  const std::size_t open = page.rfind('<');
  const std::size_t closed = page.rfind('>');
  if (open == kNone || (closed != kNone && closed > open)) return false;
  const std::string_view inside = page.substr(open + 1);
  return inside.empty() || inside[0] == '/' || is_ascii_letter(inside[0]);
}

/// Behind the start of an element that the page ends elsewhere.
bool ends_in_text(std::string_view page) {
  const std::size_t closed = page.rfind('>');
  if (closed == kNone || trimmed(page.substr(closed + 1)).empty()) return false;
  const std::size_t open = page.rfind('<', closed);
  if (open == kNone) return false;
  std::string_view name = page.substr(open + 1, closed - open - 1);
  const auto* const end = std::ranges::find_if_not(name, [](char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9');
  });
  name = name.substr(0, static_cast<std::size_t>(end - name.begin()));
  return !name.empty() && page.find("</" + std::string(name)) != kNone;
}

}  // namespace

bool ends_early(std::string_view html) {
  constexpr std::size_t kTail = 4096;
  const auto has_end = [](std::string_view page) {
    return page.find("</html") != kNone || page.find("</body") != kNone;
  };
  // Nearly all pages have their end in sight.
  const std::size_t tail = html.size() > kTail ? html.size() - kTail : 0;
  if (has_end(small_letters(html.substr(tail)))) return false;
  const std::string page = small_letters(html);
  if (page.find("<html") == kNone || has_end(page)) return false;
  return ends_in_tag(page) || count(page, "<table") > count(page, "</table") ||
         ends_in_text(page);
}

}  // namespace gov_report
