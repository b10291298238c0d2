// css_text.h - the text of style sheets: comments, where pieces end, names.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gov_report {

/// What is left of a comment in the midst of a word.
inline constexpr std::string_view kCssComment = "/**/";

/// Without comments, but for `kCssComment`.
std::string_view without_comments(std::string_view css, std::string& memory);

/// Where the first of `ends` stands, outside of quotes, addresses and brackets;
/// the size if nowhere.
std::size_t css_end(std::string_view css, std::size_t at,
                    std::string_view ends);

/// Behind a text in quotes that begins there; it ends with its line at last.
std::size_t behind_quotes(std::string_view css, std::size_t at);

/// The name that begins there, what is escaped in it as it is meant; `at` is
/// moved behind it. Empty if none begins, as with a digit.
///   css_name("md\\:hidden>a", at) == "md:hidden"
std::string css_name(std::string_view css, std::size_t& at);

}  // namespace gov_report
