#include "narrative/glyphs.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::string_view kCommentStart = "<!--";
constexpr std::string_view kCommentEnd = "-->";
constexpr std::size_t kTagLimit = 200;  // characters between {{ and }}

bool is_ascii_mark(char32_t c) {
  return (c >= 0x21 && c <= 0x2F) || (c >= 0x3A && c <= 0x40) ||
         (c >= 0x5B && c <= 0x60) || (c >= 0x7B && c <= 0x7E);
}

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0xFFFE ||
         c == 0xFFFF;
}

bool has_no_width(char32_t c) {
  return c == 0x200B || c == 0xFEFF;
}

class GlyphReader {
 public:
  GlyphReader(const SourceText& source, Faults& faults)
      : source_(source), faults_(faults) {}

  std::vector<std::vector<Glyph>> read() {
    std::vector<std::vector<Glyph>> lines;
    const std::size_t count = source_.line_starts.size();
    for (line_ = 1; line_ <= count; ++line_) {
      if (source_.line_starts[line_ - 1] >= kNarrativeLimit) {
        faults_.unsupported("too-long", {line_, 0}, 1);
        break;
      }
      had_comment_ = in_comment_;
      read_line(source_.line(line_));
      if (!had_comment_ || !std::ranges::all_of(glyphs_, is_blank)) {
        lines.push_back(std::move(glyphs_));
      }
      glyphs_.clear();
    }
    return lines;
  }

 private:
  void read_line(std::string_view text) {
    if (text.size() > kNarrativeLineLimit) {
      faults_.unsupported("long-line", {line_, 0}, 1);
      text = first_characters(text, kNarrativeLineLimit / 4);
    }
    column_ = 1;
    for (std::size_t at = 0; at < text.size();) {
      if (in_comment_) {
        skip_comment(text, at);
      } else if (text.substr(at).starts_with(kCommentStart) && opens(at)) {
        had_comment_ = in_comment_ = true;
        skip(text, at, kCommentStart.size());
      } else {
        read_glyph(text, at);
      }
    }
  }

  /// A comment has an end; one without is a finding, once.
  bool opens(std::size_t at) {
    const std::size_t offset = source_.line_starts[line_ - 1] + at;
    if (offset < no_end_from_ &&
        source_.text.find(kCommentEnd, offset + kCommentStart.size()) !=
            std::string::npos) {
      return true;
    }
    if (offset < no_end_from_) {
      no_end_from_ = offset;
      faults_.unsupported("unclosed-comment", {line_, column_}, 4);
    }
    glyphs_.push_back({'<', line_, column_, true});
    return false;
  }

  void skip_comment(std::string_view text, std::size_t& at) {
    const std::size_t end = text.find(kCommentEnd, at);
    if (end == std::string_view::npos) {
      at = text.size();
      return;
    }
    skip(text, at, end + kCommentEnd.size() - at);
    in_comment_ = false;
  }

  void skip(std::string_view text, std::size_t& at, std::size_t bytes) {
    column_ +=
        static_cast<std::uint32_t>(character_count(text.substr(at, bytes)));
    at += bytes;
  }

  void read_glyph(std::string_view text, std::size_t& at) {
    // opens() has put the '<' of an unclosed comment there already.
    if (!glyphs_.empty() && glyphs_.back().column == column_) {
      skip(text, at, 1);
      return;
    }
    const char32_t c = next_code_point(text, at);
    const std::uint32_t column = column_++;
    if (c == '\\') {
      read_escape(text, at, column);
    } else if (is_control(c)) {
      faults_.unsupported("control-character", {line_, column}, 1);
    } else if (!has_no_width(c)) {
      glyphs_.push_back({c, line_, column, false});
    }
  }

  void read_escape(std::string_view text, std::size_t& at,
                   std::uint32_t column) {
    if (at == text.size() && line_ < source_.line_starts.size()) {
      faults_.unsupported("line-break", {line_, column}, 1);
      return;
    }
    if (at < text.size() &&
        is_ascii_mark(static_cast<unsigned char>(text[at]))) {
      const auto mark = static_cast<unsigned char>(text[at++]);
      glyphs_.push_back({mark, line_, column_++, true});
      return;
    }
    glyphs_.push_back({'\\', line_, column, true});
  }

  const SourceText& source_;
  Faults& faults_;
  std::vector<Glyph> glyphs_;
  std::uint32_t line_ = 0;
  std::uint32_t column_ = 1;
  bool in_comment_ = false;
  bool had_comment_ = false;
  std::size_t no_end_from_ = std::string::npos;  // no comment ends after here
};

}  // namespace

bool is_blank(const Glyph& glyph) {
  return glyph.c == ' ' || glyph.c == '\t' || glyph.c == '\n' ||
         glyph.c == 0x3000 || glyph.c == 0xA0;
}

Glyphs trimmed(Glyphs glyphs) {
  while (!glyphs.empty() && is_blank(glyphs.front())) {
    glyphs = glyphs.subspan(1);
  }
  while (!glyphs.empty() && is_blank(glyphs.back())) {
    glyphs = glyphs.first(glyphs.size() - 1);
  }
  return glyphs;
}

std::vector<std::vector<Glyph>> read_glyphs(const SourceText& source,
                                            Faults& faults) {
  return GlyphReader(source, faults).read();
}

std::optional<Tag> read_tag(Glyphs glyphs, std::size_t at) {
  const auto twice = [&](std::size_t i, char32_t mark) {
    return i + 1 < glyphs.size() && glyphs[i].is(mark) &&
           glyphs[i + 1].is(mark);
  };
  if (!twice(at, '{')) return std::nullopt;
  Tag tag;
  for (std::size_t i = at + 2; i < at + 2 + kTagLimit; ++i) {
    if (i >= glyphs.size() || glyphs[i].c == '\n') return std::nullopt;
    if (twice(i, '}')) {
      tag.end = i + 2;
      break;
    }
    append_utf8(tag.name, glyphs[i].c);
  }
  if (tag.end == 0) return std::nullopt;
  std::string_view name = trimmed(tag.name);
  using Kind = Tag::Kind;
  if (name.starts_with('#')) tag.kind = Kind::if_not_zero;
  if (name.starts_with('^')) tag.kind = Kind::if_zero;
  if (name.starts_with('/')) tag.kind = Kind::end;
  if (tag.kind != Kind::value) name = trimmed(name.substr(1));
  tag.name = std::string(name);
  return tag;
}

std::uint32_t columns(const Glyph& a, const Glyph& b) {
  return a.line == b.line && b.column >= a.column ? b.column - a.column + 1 : 1;
}

}  // namespace gov_report
