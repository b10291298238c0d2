#include "narrative/inlines.h"

#include <map>
#include <optional>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kHtmlLimit = 500;   // characters between < and >
constexpr std::size_t kEntityLimit = 32;  // characters between & and ;

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

/// Marks next to which `_` may stand for emphasis: ASCII, general and CJK
/// punctuation and full-width forms.
bool is_punctuation(char32_t c) {
  if (c < 0x80) return c > 0x20 && !is_letter(c) && !is_digit(c);
  return (c >= 0x2010 && c <= 0x2027) || (c >= 0x3001 && c <= 0x301F) ||
         (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20);
}

/// A run of one of * _ ~ that may open or close something.
struct Run {
  std::size_t begin = 0;
  std::size_t length = 0;
  bool opens = false;
  bool closes = false;
  std::optional<std::size_t> partner;  // index in runs_

  std::size_t end() const { return begin + length; }
};

class InlineParser {
 public:
  InlineParser(Glyphs glyphs, Faults& faults)
      : glyphs_(glyphs), faults_(faults), covered_(glyphs.size(), false) {}

  std::vector<Inline> parse() {
    match_brackets();
    for (std::size_t i = 0; i < glyphs_.size();) i = find_span(i);
    find_runs();
    match_runs();
    report_runs();
    emit();
    return std::move(inlines_);
  }

 private:
  bool is(std::size_t i, char32_t mark) const {
    return i < glyphs_.size() && glyphs_[i].is(mark);
  }

  /// Covers [begin, end): nothing in it is looked at again.
  std::size_t cover(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) covered_[i] = true;
    return end;
  }

  std::size_t report(const char* variant, std::size_t begin, std::size_t end) {
    faults_.unsupported(variant, glyphs_[begin].at(),
                        columns(glyphs_[begin], glyphs_[end - 1]));
    return cover(begin, end);
  }

  void match_brackets() {
    partner_.assign(glyphs_.size(), 0);
    std::vector<std::size_t> square;
    std::vector<std::size_t> round;
    const auto close = [this](std::vector<std::size_t>& open, std::size_t i) {
      if (open.empty()) return;
      partner_[open.back()] = i;
      open.pop_back();
    };
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
      if (is(i, '[')) square.push_back(i);
      if (is(i, ']')) close(square, i);
      if (is(i, '(')) round.push_back(i);
      if (is(i, ')')) close(round, i);
    }
  }

  /// Looks for a tag, code, link or HTML at `i`; the index to go on from.
  std::size_t find_span(std::size_t i) {
    if (glyphs_[i].literal) return i + 1;
    switch (glyphs_[i].c) {
      case '{':
        return find_tag(i);
      case U'\uFF5B':  // a full-width brace, as Chinese keyboards give it
        if (is(i + 1, U'\uFF5B')) return report("full-width-braces", i, i + 2);
        return i + 1;
      case '`':
        return find_code(i);
      case '!':
        if (const auto end = link_end(i + 1)) return report("image", i, *end);
        return i + 1;
      case '[':
        if (const auto end = link_end(i)) return report("link", i, *end);
        return i + 1;
      case '<':
        return find_html(i);
      case '&':
        return find_entity(i);
      default:
        return i + 1;
    }
  }

  std::size_t find_tag(std::size_t i) {
    if (!is(i + 1, '{')) return i + 1;
    const auto tag = read_tag(glyphs_, i);
    if (!tag) return report("unclosed-placeholder", i, i + 2);
    return cover(i, tag->end);
  }

  std::size_t find_code(std::size_t i) {
    std::size_t end = i;
    while (is(end, '`')) ++end;
    const std::size_t first_end = end;
    while (end < glyphs_.size() && !is(end, '`')) ++end;
    if (end == glyphs_.size()) return report("code", i, first_end);
    while (is(end, '`')) ++end;
    return report("code", i, end);
  }

  /// Behind [text](address), if one begins at `i`.
  std::optional<std::size_t> link_end(std::size_t i) const {
    if (!is(i, '[') || partner_[i] == 0) return std::nullopt;
    const std::size_t round = partner_[i] + 1;
    if (!is(round, '(') || partner_[round] == 0) return std::nullopt;
    return partner_[round] + 1;
  }

  std::size_t find_html(std::size_t i) {
    if (i + 1 >= glyphs_.size()) return i + 1;
    const char32_t first = glyphs_[i + 1].c;
    if (!is_letter(first) && first != '/' && first != '!' && first != '?') {
      return i + 1;
    }
    bool blank = false;
    bool address = false;
    for (std::size_t end = i + 1;
         end < glyphs_.size() && end < i + kHtmlLimit && !is(end, '<'); ++end) {
      blank = blank || is_blank(glyphs_[end]);
      address = address || is(end, ':') || is(end, '@');
      if (is(end, '>')) {
        return report(address && !blank ? "link" : "html", i, end + 1);
      }
    }
    return i + 1;
  }

  std::size_t find_entity(std::size_t i) {
    std::size_t end = i + 1;
    if (is(end, '#')) ++end;
    const std::size_t first = end;
    while (end < glyphs_.size() && end < i + kEntityLimit &&
           (is_letter(glyphs_[end].c) || is_digit(glyphs_[end].c))) {
      ++end;
    }
    if (end == first || !is(end, ';')) return i + 1;
    return report("entity", i, end + 1);
  }

  bool blank_at(std::size_t i) const {
    return i >= glyphs_.size() || is_blank(glyphs_[i]);
  }

  bool punctuation_at(std::size_t i) const {
    return i < glyphs_.size() && !covered_[i] && is_punctuation(glyphs_[i].c);
  }

  void find_runs() {
    for (std::size_t i = 0; i < glyphs_.size(); ++i) {
      const char32_t mark = glyphs_[i].c;
      const bool marks = mark == '*' || mark == '_' || mark == '~';
      if (covered_[i] || glyphs_[i].literal || !marks) continue;
      Run run{i, 1, false, false, {}};
      while (is(run.end(), mark) && !covered_[run.end()]) ++run.length;
      // i - 1 wraps at the start and is then out of range: a blank.
      run.opens = !blank_at(run.end());
      run.closes = !blank_at(i - 1);
      if (mark == '_') {
        // A word may hold it: only at its edge does it mean emphasis.
        const bool opens = run.opens;
        run.opens = opens && (!run.closes || punctuation_at(i - 1));
        run.closes = run.closes && (!opens || punctuation_at(run.end()));
      }
      if (mark != '~' || run.length == 2) runs_.push_back(run);
      i = run.end() - 1;
    }
  }

  bool is_bold(const Run& run) const {
    return glyphs_[run.begin].c == '*' && run.length == 2;
  }

  void match_runs() {
    std::map<std::pair<char32_t, std::size_t>, std::vector<std::size_t>> open;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      Run& run = runs_[i];
      auto& stack = open[{glyphs_[run.begin].c, run.length}];
      if (run.closes && !stack.empty()) {
        run.partner = stack.back();
        runs_[stack.back()].partner = i;
        stack.pop_back();
      } else if (run.opens && (stack.empty() || !is_bold(run))) {
        stack.push_back(i);
      }
    }
  }

  void report_runs() {
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      const Run& run = runs_[i];
      const Glyph& first = glyphs_[run.begin];
      if (is_bold(run)) {
        if (!run.partner) faults_.unsupported("unclosed-bold", first.at(), 2);
      } else if (run.partner && *run.partner > i) {
        const Glyph& last = glyphs_[runs_[*run.partner].end() - 1];
        const Glyph& near = glyphs_[run.end() - 1];
        faults_.unsupported(
            "emphasis", first.at(),
            columns(first, last.line == first.line ? last : near));
      }
    }
  }

  void emit() {
    std::size_t next_run = 0;
    for (std::size_t i = 0; i < glyphs_.size();) {
      while (next_run < runs_.size() && runs_[next_run].begin < i) ++next_run;
      const bool at_run = next_run < runs_.size() && runs_[next_run].begin == i;
      if (at_run && is_bold(runs_[next_run]) && runs_[next_run].partner) {
        bold_ = !bold_;
        i += 2;
      } else if (const auto tag =
                     covered_[i] ? read_tag(glyphs_, i) : std::nullopt) {
        emit_tag(*tag, i);
        i = tag->end;
      } else {
        emit_glyph(glyphs_[i]);
        ++i;
      }
    }
  }

  void emit_tag(const Tag& tag, std::size_t begin) {
    Inline piece;
    switch (tag.kind) {
      case Tag::Kind::value:
        piece.kind = Inline::Kind::value;
        break;
      case Tag::Kind::if_not_zero:
        piece.kind = Inline::Kind::if_not_zero;
        break;
      case Tag::Kind::if_zero:
        piece.kind = Inline::Kind::if_zero;
        break;
      case Tag::Kind::end:
        piece.kind = Inline::Kind::end;
        break;
    }
    piece.text = tag.name;
    piece.bold = bold_;
    piece.at = glyphs_[begin].at();
    piece.width = columns(glyphs_[begin], glyphs_[tag.end - 1]);
    inlines_.push_back(std::move(piece));
  }

  void emit_glyph(const Glyph& glyph) {
    if (glyph.c == '\n') {
      inlines_.push_back({Inline::Kind::line_break, "", bold_, glyph.at(), 1});
      return;
    }
    const bool goes_on =
        !inlines_.empty() && inlines_.back().kind == Inline::Kind::text &&
        inlines_.back().bold == bold_ &&
        inlines_.back().at.line == glyph.line &&
        inlines_.back().at.column + inlines_.back().width == glyph.column;
    if (!goes_on) {
      inlines_.push_back({Inline::Kind::text, "", bold_, glyph.at(), 0});
    }
    append_utf8(inlines_.back().text, glyph.c == '\t' ? U' ' : glyph.c);
    ++inlines_.back().width;
  }

  Glyphs glyphs_;
  Faults& faults_;
  std::vector<bool> covered_;
  std::vector<std::size_t> partner_;  // of [ and (; 0: none
  std::vector<Run> runs_;             // by begin
  std::vector<Inline> inlines_;
  bool bold_ = false;
};

}  // namespace

std::vector<Inline> parse_inlines(Glyphs glyphs, Faults& faults) {
  return InlineParser(glyphs, faults).parse();
}

}  // namespace gov_report
