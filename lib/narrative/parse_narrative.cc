// The lines of a narrative file become blocks.

#include <algorithm>
#include <map>

#include "narrative/conditionals.h"
#include "narrative/inlines.h"
#include "narrative/lines.h"

namespace gov_report {
namespace {

constexpr std::size_t kCodeIndent = 4;

/// A block whose text is not looked into yet.
struct RawBlock {
  BlockKind kind = BlockKind::paragraph;
  int level = 2;
  bool ordered = false;
  std::vector<std::vector<Glyph>> items;
};

class BlockParser {
 public:
  using Lines = std::vector<std::vector<Glyph>>;

  BlockParser(Lines lines, Faults& faults)
      : lines_(std::move(lines)), faults_(faults) {}

  std::vector<RawBlock> parse() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      const Glyphs content = trimmed(lines_[at_]);
      if (content.empty()) {
        end_paragraph();
      } else {
        read_line(content, shape_of(lines_[at_], content));
      }
    }
    return std::move(blocks_);
  }

 private:
  enum class Open { none, paragraph, list };
  /// A construct of several lines that was reported at its first.
  enum class Reported { none, table, quote, code };

  void end_paragraph() {
    if (open_ == Open::paragraph) open_ = Open::none;
    blank_before_ = true;
    reported_ = Reported::none;
  }

  void read_line(Glyphs content, const LineShape& shape) {
    const Glyphs rest = content.subspan(shape.tags);
    if (rest.empty()) return read_tags(content);
    if (!goes_on_with_reported(content, shape)) {
      read_start(content, rest, shape);
    }
    blank_before_ = false;
  }

  /// A line of conditional tags alone neither breaks nor joins anything.
  void read_tags(Glyphs content) {
    if (open_ == Open::none) {
      start_paragraph(content);
      open_ = Open::none;
      return;
    }
    auto& item = blocks_.back().items.back();
    item.insert(item.end(), content.begin(), content.end());
  }

  bool goes_on_with_reported(Glyphs content, const LineShape& shape) {
    const bool table = reported_ == Reported::table &&
                       std::ranges::any_of(content, [](const Glyph& glyph) {
                         return glyph.is('|');
                       });
    const bool quote =
        reported_ == Reported::quote && shape.start == LineStart::quote;
    const bool code =
        reported_ == Reported::code && shape.indent >= kCodeIndent;
    if (!table && !quote && !code) {
      reported_ = Reported::none;
      return false;
    }
    add_text(trimmed(content.subspan(quote ? shape.tags + 1 : 0)));
    return true;
  }

  void read_start(Glyphs content, Glyphs rest, const LineShape& shape) {
    const bool item =
        shape.start == LineStart::bullet || shape.start == LineStart::ordered;
    if (open_ == Open::paragraph && is_setext_underline(rest)) {
      report("setext-heading", rest);
      open_ = Open::none;
    } else if (item && starts_item(shape)) {
      read_item(content, rest, shape);
    } else if (shape.start == LineStart::text || item) {
      read_text(content, shape);
    } else {
      open_ = Open::none;
      read_other(content, rest, shape);
    }
  }

  void read_other(Glyphs content, Glyphs rest, const LineShape& shape) {
    switch (shape.start) {
      case LineStart::heading:
        return read_heading(content, rest, shape);
      case LineStart::quote:
        report("quote", rest.first(1));
        reported_ = Reported::quote;
        return start_paragraph(trimmed(rest.subspan(1)));
      case LineStart::fence:
        return read_fence(rest, shape);
      case LineStart::table:
        report("table", rest);
        reported_ = Reported::table;
        return start_paragraph(content);
      case LineStart::rule:
        return report("rule", rest);
      default:
        report("link", rest);
        return start_paragraph(content);
    }
  }

  // Text

  void read_text(Glyphs content, const LineShape& shape) {
    if (open_ == Open::list && !blank_before_ && shape.indent > 0) {
      return add_text(content);
    }
    if (open_ == Open::list) {
      const bool inside = blank_before_ && shape.indent >= 2;
      if (inside) report("item-paragraph", content);
      if (!blank_before_) report("list-line", content);
      return start_paragraph(content);
    }
    if (open_ == Open::paragraph) return add_text(content);
    if (shape.indent >= kCodeIndent) {
      report("code", content);
      reported_ = Reported::code;
    }
    start_paragraph(content);
  }

  void start_paragraph(Glyphs content) {
    blocks_.push_back({BlockKind::paragraph, 2, false, {}});
    add_item(content);
    open_ = Open::paragraph;
  }

  void add_item(Glyphs content) {
    blocks_.back().items.emplace_back(content.begin(), content.end());
  }

  /// Goes on with the open paragraph or list item on a new line.
  void add_text(Glyphs content) {
    if (open_ == Open::none || blocks_.empty()) {
      return start_paragraph(content);
    }
    auto& item = blocks_.back().items.back();
    if (!item.empty()) {
      Glyph joint = item.back();
      joint.c = '\n';
      joint.literal = false;
      ++joint.column;
      item.push_back(joint);
    }
    item.insert(item.end(), content.begin(), content.end());
  }

  // Lists

  /// Only a list that begins with 1 may follow a paragraph without a blank
  /// line; any other number is the text's.
  bool starts_item(const LineShape& shape) const {
    if (open_ != Open::paragraph) return true;
    return shape.start == LineStart::bullet || shape.number == 1;
  }

  void read_item(Glyphs content, Glyphs rest, const LineShape& shape) {
    const Glyphs mark = rest.first(shape.mark);
    const bool ordered = shape.start == LineStart::ordered;
    if (mark.back().is('+') || mark.back().is(')')) report("list-mark", mark);
    if (open_ == Open::list && shape.indent >= item_indent_) {
      report("nested-list", mark);
    } else {
      if (shape.indent >= kCodeIndent) report("code", content);
      item_indent_ = shape.indent + shape.mark + 1;
    }
    if (open_ != Open::list || blocks_.back().ordered != ordered) {
      blocks_.push_back({BlockKind::list, 2, ordered, {}});
      open_ = Open::list;
      all_ones_ = true;
    }
    if (ordered) check_number(mark, shape.number);
    const Glyphs tags = content.first(shape.tags);
    add_item(tags);
    auto& item = blocks_.back().items.back();
    const Glyphs text = trimmed(rest.subspan(shape.mark));
    item.insert(item.end(), text.begin(), text.end());
  }

  /// Items are numbered from 1 on when printed; the file must say the same,
  /// or 1 throughout.
  void check_number(Glyphs mark, std::size_t number) {
    const std::size_t due = blocks_.back().items.size() + 1;
    if (number != 1) all_ones_ = all_ones_ && due == 1;
    const bool ones = number == 1 && all_ones_;
    if (number != due && !ones) report("list-number", mark);
  }

  // Headings and code

  void read_heading(Glyphs content, Glyphs rest, const LineShape& shape) {
    const Glyphs mark = rest.first(shape.mark);
    const bool blank = shape.mark == rest.size() || is_blank(rest[shape.mark]);
    if (!blank) {
      report("heading-blank", mark);
    } else if (shape.mark == 1) {
      report("top-heading", mark);
    } else if (shape.mark > 3) {
      report("deep-heading", mark);
    }
    Glyphs text = rest.subspan(shape.mark);
    Glyphs open = text;
    while (!open.empty() && open.back().is('#')) {
      open = open.first(open.size() - 1);
    }
    if (open.empty() || is_blank(open.back())) text = open;
    text = trimmed(text);
    blocks_.push_back({BlockKind::heading, shape.mark <= 2 ? 2 : 3, false, {}});
    add_item(content.first(shape.tags));
    auto& item = blocks_.back().items.back();
    item.insert(item.end(), text.begin(), text.end());
  }

  /// Code is kept as plain text. A fence that nothing closes is reported and
  /// passed over, so that what follows is still read.
  void read_fence(Glyphs rest, const LineShape& shape) {
    report("code", rest);
    const char32_t mark = rest.front().c;
    const std::size_t last = closing_fence(mark, shape.mark);
    for (; at_ + 1 < last; ++at_) {
      auto& line = lines_[at_ + 1];
      for (Glyph& glyph : line) glyph.literal = true;
      const Glyphs content = trimmed(line);
      if (!content.empty()) add_text(content);
    }
    if (last > at_) ++at_;
    open_ = Open::none;
  }

  /// The line that closes the fence of line at_; at_ if none does.
  std::size_t closing_fence(char32_t mark, std::size_t length) {
    const auto known = unclosed_.find(mark);
    if (known != unclosed_.end() && length >= known->second) return at_;
    for (std::size_t i = at_ + 1; i < lines_.size(); ++i) {
      const Glyphs line = trimmed(lines_[i]);
      if (line.size() >= length &&
          std::ranges::all_of(line,
                              [mark](const Glyph& g) { return g.is(mark); })) {
        return i;
      }
    }
    unclosed_[mark] = length;
    return at_;
  }

  void report(const char* variant, Glyphs marked) {
    faults_.unsupported(variant, marked.front().at(),
                        columns(marked.front(), marked.back()));
  }

  Lines lines_;
  Faults& faults_;
  std::vector<RawBlock> blocks_;
  std::size_t at_ = 0;  // current line
  Open open_ = Open::none;
  Reported reported_ = Reported::none;
  bool blank_before_ = false;
  std::size_t item_indent_ = 0;  // where the text of the open list stands
  bool all_ones_ = true;         // all numbers of the open list were 1
  std::map<char32_t, std::size_t> unclosed_;  // shortest fence without an end
};

}  // namespace

Narrative parse_narrative(std::string_view text, std::string file,
                          const FindingSink& sink) {
  Narrative narrative;
  narrative.source = SourceText(std::move(file), std::string(text));
  Faults faults(narrative.source, sink);
  BlockParser blocks(read_glyphs(narrative.source, faults), faults);
  for (RawBlock& raw : blocks.parse()) {
    NarrativeBlock block{raw.kind, raw.level, raw.ordered, {}};
    for (const auto& item : raw.items) {
      block.items.push_back(parse_inlines(item, faults));
    }
    narrative.blocks.push_back(std::move(block));
  }
  match_conditionals(narrative.blocks, faults);
  return narrative;
}

}  // namespace gov_report
