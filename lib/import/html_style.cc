#include "import/html_style.h"

#include <algorithm>
#include <cstring>  // strcasestr: GNU
#include <string>

namespace gov_report {

ShownAs shown_by(const char* style) {
  const auto any = {"none",         "hidden", "collapse",
                    "line-through", "super",  "sub"};
  if (std::ranges::none_of(any, [&](const char* word) {
        return ::strcasestr(style, word) != nullptr;
      })) {
    return {};
  }
  std::string plain = ";";
  for (const char* c = style; *c != 0; ++c) {
    if (*c != ' ') plain += static_cast<char>(*c | 0x20);
  }
  const auto has = [&](const char* words) {
    return plain.find(words) != std::string::npos;
  };
  return {has(";display:none"),
          has(";visibility:hidden") || has(";visibility:collapse") ||
              has("line-through"),
          has(";vertical-align:super") || has(";vertical-align:sub")};
}

}  // namespace gov_report
