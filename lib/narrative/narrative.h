// narrative.h - the text of a section: a subset of Markdown with placeholders
// (docs/narrative.md), as written and with its figures filled in.
//
//   in      valid UTF-8, at most kNarrativeLimit bytes (narrative/glyphs.h)
//   out     blocks in the order of the file; each piece of text knows where it
//           stands
//   absent  an empty file is a narrative without blocks
//   errors  what is outside the subset is a finding and is kept as plain text;
//           reading goes on

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "narrative/source_text.h"
#include "tally/report_file.h"
#include "tally/table.h"

namespace gov_report {

inline constexpr std::size_t kConditionalDepth = 8;

/// A piece of a paragraph, heading or list item as written.
struct Inline {
  enum class Kind {
    text,
    line_break,   ///< two lines of the file meet here
    value,        ///< {{name}}
    if_not_zero,  ///< {{#name}}, up to its end
    if_zero,      ///< {{^name}}, up to its end
    end,          ///< {{/name}}
  };
  Kind kind = Kind::text;
  std::string text;  ///< the text, or the name in the braces
  bool bold = false;
  Position at;
  std::uint32_t width = 1;  ///< columns; of text: one for each character
};

enum class BlockKind { paragraph, heading, list };

struct NarrativeBlock {
  BlockKind kind = BlockKind::paragraph;
  int level = 2;         ///< of a heading: 2 or 3
  bool ordered = false;  ///< of a list
  /// One of a paragraph or heading, one per item of a list.
  std::vector<std::vector<Inline>> items;
};

/// A text as written. Conditionals are closed and properly nested; they may
/// begin in one block and end in another.
struct Narrative {
  SourceText source;
  std::vector<NarrativeBlock> blocks;
};

///   findings  unsupported-markdown (its variants name the construct),
///             unclosed-conditional {value}, variants default, not-open,
///             too-deep
Narrative parse_narrative(std::string_view text, std::string file,
                          const FindingSink& sink);

/// What the placeholders of a text stand for.
struct Figures {
  const Table* table = nullptr;             ///< REQUIRES: not null
  const SealedReport* last_year = nullptr;  ///< null: not known
};

/// A piece of text as it is printed.
struct TextRun {
  std::string text;
  bool bold = false;
  Position at;              ///< of its first character, or of the placeholder
  std::string cell;         ///< id, with `last.`, if it is a figure
  std::uint32_t width = 0;  ///< columns of the placeholder; 0: of text, one for
                            ///< each character
};

struct TextBlock {
  BlockKind kind = BlockKind::paragraph;
  int level = 2;
  bool ordered = false;
  std::vector<std::vector<TextRun>> items;
  std::string file = {};  ///< that it stands in; empty: a stub
};

/// The text with its figures. Paragraphs, headings, items and lists that come
/// out empty are left out. A conditional on a figure that has no number prints
/// nothing, whichever way it asks.
///
///   findings  unknown-figure {value, nearest}, variants default, nearest;
///             figure-not-known {cell}, variants default, last-year
std::vector<TextBlock> resolve(const Narrative& narrative,
                               const Figures& figures, const FindingSink& sink);

}  // namespace gov_report
