// invisible.h - characters in a value that nobody sees on the screen.
//
//   U+200B (zero width space), U+00AD (soft hyphen), U+200E (left to right
//   mark), control characters … They change no meaning, but two texts that
//   look alike are not equal with them. Blanks of unusual width are no such
//   characters: they are seen, and base/text.h takes them for blanks.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gov_report {

bool is_invisible(char32_t c);

/// `at` counts characters from 1.
struct UnseenCharacter {
  char32_t code_point = 0;
  std::size_t at = 0;
};
/// The first one, or the first blank other than U+0020 and U+3000, which looks
/// like those and is not equal.
std::optional<UnseenCharacter> first_unseen(std::string_view text);

std::string without_invisible(std::string_view text);
/// Only what joins letters or lets them part (U+00AD, U+200B to U+200D,
/// U+2060 to U+2064, U+FEFF): marks of direction may change what is seen.
std::string without_joiners(std::string_view text);

/// "U+200B"
std::string code_point_name(char32_t c);

/// For messages: what cannot be seen, or is a blank other than U+0020 and
/// U+3000, by its name.
///   with_names("a<zero width space>b") == "a<U+200B>b"
std::string with_names(std::string_view text);

/// A value as messages quote it: so, printable, and the start of a long one.
std::string as_quoted(std::string_view text);

}  // namespace gov_report
