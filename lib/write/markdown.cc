#include "write/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "write/grid.h"
#include "write/html_table.h"
#include "write/xml.h"

namespace gov_report {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}

// Characters that mean something anywhere in a line.
std::string escaped_inline(std::string_view text) {
  static constexpr std::string_view kSpecial = "\\`*_[]<>~|$";
  std::string out;
  const std::string clean = xml_characters(text);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    char c = clean[i];
    char next = i + 1 < clean.size() ? clean[i + 1] : '\0';
    bool entity = c == '&' && (next == '#' || is_letter(next));
    if (entity || kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

// What would start a heading, a list or a rule at the beginning of a line.
std::string escaped_start(std::string text) {
  if (text.empty()) return text;
  if (std::string_view("#+-=").find(text[0]) != std::string_view::npos)
    return "\\" + text;
  auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  bool list = end != text.begin() && end != text.end() &&
              (*end == '.' || *end == ')') &&
              (end + 1 == text.end() || *(end + 1) == ' ');
  if (list) text.insert(end, '\\');
  return text;
}

bool is_plain(char32_t c) {
  return (c < 128 && (is_digit(static_cast<char>(c)) ||
                      is_letter(static_cast<char>(c)))) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}

// CommonMark reads ** beside punctuation as text where no blank separates it
// from the word before or after, which is the normal case in Chinese.
bool asterisks_work(std::string_view text) {
  std::size_t at = 0;
  bool first = is_plain(next_code_point(text, at));
  std::size_t last = text.size() - 1;
  while (last > 0 && (text[last] & 0xC0) == 0x80) --last;
  return first && is_plain(next_code_point(text, last));
}

std::string inline_text(const std::vector<Run>& runs) {
  std::string out;
  for (const Run& run : runs) {
    std::string text = escaped_inline(run.text);
    if (!run.bold || text.empty()) {
      out += text;
    } else if (asterisks_work(run.text)) {
      out += fmt::format("**{}**", text);
    } else {
      out += fmt::format("<strong>{}</strong>", text);
    }
  }
  return out;
}

std::string heading(int level, std::string_view text) {
  return fmt::format("{:#<{}} {}\n", "", level, text);
}

std::string list_text(const List& list) {
  std::string out;
  int number = 0;
  for (const std::vector<Run>& item : list.items) {
    std::string mark = list.ordered ? fmt::format("{}.", ++number) : "-";
    out += fmt::format("{} {}\n", mark, escaped_start(inline_text(item)));
  }
  return out;
}

struct BlockText {
  std::string operator()(const Paragraph& paragraph) const {
    return escaped_start(inline_text(paragraph.runs)) + "\n";
  }
  std::string operator()(const Heading& block) const {
    return heading(block.level + 1, inline_text(block.runs));
  }
  std::string operator()(const List& list) const { return list_text(list); }
  std::string operator()(const TableBlock& table) const {
    validate_grid(table);
    std::string out = html_table(table, HtmlTableStyle::plain);
    for (const TableNote& note : table.notes) {
      const bool first = &note == &table.notes.front();
      out += "\n" +
             escaped_inline((first ? table.notes_lead : "") + note.mark +
                            note.text) +
             "\n";
    }
    return out;
  }
};

}  // namespace

std::string write_markdown(const Document& document) {
  std::vector<std::string> parts;
  if (document.draft)
    parts.push_back(fmt::format("> <strong>{}</strong>\n",
                                escaped_inline(document.draft_mark)));
  parts.push_back(heading(1, escaped_inline(document.title)));
  for (const Paragraph& paragraph : document.preamble)
    parts.push_back(BlockText()(paragraph));
  for (const Section& section : document.sections) {
    parts.push_back(heading(2, escaped_inline(section.heading)));
    for (const Block& block : section.blocks)
      parts.push_back(std::visit(BlockText(), block));
  }
  return fmt::format("{}", fmt::join(parts, "\n"));
}

}  // namespace gov_report
