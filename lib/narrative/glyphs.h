// glyphs.h - a narrative file as lines of characters that know where they
// stand. Comments are gone, escapes are undone.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "narrative/source_text.h"

namespace gov_report {

inline constexpr std::size_t kNarrativeLimit = 1 << 20;      ///< bytes
inline constexpr std::size_t kNarrativeLineLimit = 1 << 16;  ///< bytes

struct Glyph {
  char32_t c = 0;  ///< '\n' where two lines of one block meet
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  bool literal = false;  ///< escaped: means nothing but itself

  Position at() const { return {line, column}; }
  /// The character `mark`, not escaped.
  bool is(char32_t mark) const { return c == mark && !literal; }
};

using Glyphs = std::span<const Glyph>;

/// Blanks, also ideographic and no-break ones, and '\n'.
bool is_blank(const Glyph& glyph);
Glyphs trimmed(Glyphs glyphs);

/// The lines of a file. A line that holds a comment and nothing else is left
/// out; a blank line is there, without glyphs that are not blank.
///   findings  unsupported-markdown: unclosed-comment, control-character,
///             line-break, long-line, too-long
std::vector<std::vector<Glyph>> read_glyphs(const SourceText& source,
                                            Faults& faults);

/// {{name}}, {{#name}}, {{^name}} or {{/name}}.
struct Tag {
  enum class Kind { value, if_not_zero, if_zero, end };
  Kind kind = Kind::value;
  std::string name;
  std::size_t end = 0;  ///< index behind it
};

/// The tag that begins at glyphs[at]; nullopt if none does.
std::optional<Tag> read_tag(Glyphs glyphs, std::size_t at);

/// Columns from a to b, both included; of a alone if b is on another line.
std::uint32_t columns(const Glyph& a, const Glyph& b);

}  // namespace gov_report
