#include "import/html_page.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <span>
#include <string>

namespace gov_report {
namespace {

using Output = std::unique_ptr<GumboOutput, void (*)(GumboOutput*)>;

/// Elements that HTML need not close.
constexpr std::array<std::string_view, 25> kLeftOpen = {
    "area",  "base",  "br",     "col",   "dd",   "dt",    "embed",
    "hr",    "img",   "input",  "li",    "link", "meta",  "option",
    "p",     "param", "source", "tbody", "td",   "tfoot", "th",
    "thead", "tr",    "track",  "wbr"};

std::string tag_name(std::string_view html, std::size_t at) {
  std::string name;
  for (; at < html.size() && name.size() < 16; ++at) {
    const char c = static_cast<char>(html[at] | 0x20);
    if (c < 'a' || c > 'z') break;
    name += c;
  }
  return name;
}

/// Whether some element is opened so much more often than closed that the
/// parser, which takes time by the square of that, would hang.
bool is_hostile(std::string_view html) {
  constexpr int kMostOpen = 2000;
  constexpr int kMostTags = 500'000;
  std::map<std::string, int, std::less<>> open;
  int tags = 0;
  for (std::size_t i = 0; i + 2 < html.size(); ++i) {
    if (html[i] != '<') continue;
    if (html.substr(i, 4) == "<!--") {  // what is in it closes nothing
      i = std::min(html.find("-->", i + 4), html.size());
      continue;
    }
    if (++tags > kMostTags) return true;
    const bool closes = html[i + 1] == '/';
    const std::string name = tag_name(html, i + (closes ? 2 : 1));
    if (name.empty() || std::ranges::find(kLeftOpen, name) != kLeftOpen.end()) {
      continue;
    }
    int& count = open[name];
    count = closes ? std::max(0, count - 1) : count + 1;
    if (count > kMostOpen) return true;
  }
  return false;
}

int number_of(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute =
      gumbo_get_attribute(&element.attributes, name);
  if (attribute == nullptr) return 1;
  const std::string_view text = attribute->value;
  int number = 1;
  const auto result =
      std::from_chars(text.data(), text.data() + text.size(), number);
  return result.ec == std::errc::result_out_of_range ? kGridRows : number;
}

using Nodes = std::span<void* const>;

Nodes children(const GumboNode* node) {
  const GumboVector& list = node->v.element.children;
  return {list.data, list.length};
}

const GumboNode* as_node(void* child) {
  return static_cast<const GumboNode*>(child);
}

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT;
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
         node->type == GUMBO_NODE_WHITESPACE;
}

Position position_of(const GumboSourcePosition& at) {
  return {at.line, at.column};
}

/// What a browser does not show, or shows as taken back.
bool is_hidden(const GumboElement& element) {
  switch (element.tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_S:  // struck out
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_DEL:
      return true;
    default:
      break;
  }
  if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) {
    return true;
  }
  const GumboAttribute* style =
      gumbo_get_attribute(&element.attributes, "style");
  if (style == nullptr) return false;
  std::string plain;
  for (const char* c = style->value; *c != 0; ++c) {
    if (*c != ' ') plain += static_cast<char>(*c | 0x20);
  }
  return plain.find("display:none") != std::string::npos;
}

/// 1 to 6 for a heading; 0 for others.
int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1
             : 0;
}

/// What stands in a line with the text around it.
bool is_inline(GumboTag tag) {
  constexpr std::array kInline = {
      GUMBO_TAG_A,     GUMBO_TAG_ABBR,    GUMBO_TAG_B,      GUMBO_TAG_BIG,
      GUMBO_TAG_EM,    GUMBO_TAG_FONT,    GUMBO_TAG_I,      GUMBO_TAG_INS,
      GUMBO_TAG_LABEL, GUMBO_TAG_MARK,    GUMBO_TAG_SMALL,  GUMBO_TAG_SPAN,
      GUMBO_TAG_SUB,   GUMBO_TAG_SUP,     GUMBO_TAG_STRONG, GUMBO_TAG_TT,
      GUMBO_TAG_U,     GUMBO_TAG_UNKNOWN, GUMBO_TAG_TIME,   GUMBO_TAG_VAR,
      GUMBO_TAG_CODE,  GUMBO_TAG_NOBR};
  return std::ranges::find(kInline, tag) != kInline.end();
}

class PageReader {
 public:
  PublishedPage read(const GumboNode* root) {
    walk(root, 0);
    page_.kind = PublishedPage::Kind::html;
    page_.blocks = builder_.take();
    return std::move(page_);
  }

 private:
  void walk(const GumboNode* node, int depth) {
    if (is_text(node)) {
      add_text(node->v.text);
      return;
    }
    if (!is_element(node)) return;
    const GumboElement& element = node->v.element;
    if (depth > kHtmlDepth) page_.cut = true;
    if (depth > kHtmlDepth || is_hidden(element)) return;
    switch (element.tag) {
      case GUMBO_TAG_TITLE:
        append_text(node, page_.title, depth);
        return;
      case GUMBO_TAG_SUP:  // the mark of a note
        return;
      case GUMBO_TAG_BR:
        builder_.end_paragraph();
        return;
      case GUMBO_TAG_IMG:
        builder_.picture(position_of(element.start_pos));
        return;
      case GUMBO_TAG_TABLE:
        add_table(node, depth);
        return;
      default:
        break;
    }
    const bool in_line = is_inline(element.tag);
    if (!in_line) builder_.end_paragraph();
    for (void* child : children(node)) walk(as_node(child), depth + 1);
    if (!in_line) builder_.end_paragraph(heading_level(element.tag));
  }

  /// Blanks and line ends as one blank; a run for each line of the file.
  void add_text(const GumboText& text) {
    Position at = position_of(text.start_pos);
    std::string piece;
    Position begin = at;
    for (const char* c = text.text; *c != 0; ++c) {
      if (*c == '\n') {
        builder_.text(piece, begin);
        piece.clear();
        at = {at.line + 1, 1};
        continue;
      }
      const bool blank = *c == ' ' || *c == '\t' || *c == '\r';
      if (piece.empty()) begin = at;
      if (!blank || !piece.empty()) piece += blank ? ' ' : *c;
      if ((*c & 0xC0) != 0x80) ++at.column;
    }
    builder_.text(piece, begin);
  }

  void add_table(const GumboNode* table, int depth) {
    nested_ = false;
    CellGridBuilder builder;
    add_rows(table, builder, depth);
    CellGrid grid = builder.take();
    const bool for_looks = nested_ || grid.cells.size() <= 1;
    builder_.table(std::move(grid), position_of(table->v.element.start_pos));
    if (!for_looks) return;
    for (void* child : children(table)) walk(as_node(child), depth + 1);
  }

  void add_rows(const GumboNode* node, CellGridBuilder& builder, int depth) {
    for (void* one : children(node)) {
      const GumboNode* child = as_node(one);
      if (!is_element(child) || is_hidden(child->v.element)) continue;
      switch (child->v.element.tag) {
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TFOOT:
          add_rows(child, builder, depth + 1);
          break;
        case GUMBO_TAG_TR:
          builder.start_row();
          add_cells(child, builder, depth + 1);
          break;
        default:
          break;
      }
    }
  }

  void add_cells(const GumboNode* row, CellGridBuilder& builder, int depth) {
    for (void* one : children(row)) {
      const GumboNode* child = as_node(one);
      if (!is_element(child) || is_hidden(child->v.element)) continue;
      const GumboElement& element = child->v.element;
      if (element.tag != GUMBO_TAG_TD && element.tag != GUMBO_TAG_TH) continue;
      std::string text;
      for (void* inside : children(child)) {
        append_text(as_node(inside), text, depth + 1);
      }
      while (text.ends_with('\n')) text.pop_back();
      builder.add(number_of(element, "rowspan"), number_of(element, "colspan"),
                  std::move(text), position_of(element.start_pos));
    }
  }

  void append_text(const GumboNode* node, std::string& out, int depth) {
    if (depth > kHtmlDepth) return;
    if (is_text(node)) {
      out += node->v.text.text;
      return;
    }
    if (!is_element(node) || is_hidden(node->v.element)) return;
    switch (node->v.element.tag) {
      case GUMBO_TAG_BR:
        out += '\n';
        return;
      case GUMBO_TAG_TABLE:  // one of its own
        nested_ = true;
        return;
      case GUMBO_TAG_SUP:  // the mark of a note
        return;
      default:
        break;
    }
    // What stands in lines of their own is not one word.
    const bool own_line = !is_inline(node->v.element.tag);
    if (own_line && !out.empty()) out += '\n';
    for (void* child : children(node)) {
      append_text(as_node(child), out, depth + 1);
    }
    if (own_line) out += '\n';
  }

  PublishedPage page_;
  PageBuilder builder_;
  bool nested_ = false;  // the table read last has one in a cell
};

}  // namespace

PublishedPage read_html_page(std::string_view html, ReadFault& fault) {
  if (html.size() > kHtmlLimit) {
    fault = {"too-large", {}};
    return {};
  }
  if (is_hostile(html)) {
    fault = {"too-deep", {}};
    return {};
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.tab_stop = 1;  // columns are characters
  const Output output(
      gumbo_parse_with_options(&options, html.data(), html.size()),
      [](GumboOutput* tree) {
        gumbo_destroy_output(&kGumboDefaultOptions, tree);
      });
  if (output == nullptr) {
    fault = {"damaged", {}};
    return {};
  }
  return PageReader().read(output->root);
}

std::vector<CellGrid> read_html_tables(std::string_view html,
                                       ReadFault& fault) {
  std::vector<CellGrid> tables;
  for (PageBlock& block : read_html_page(html, fault).blocks) {
    if (block.kind != PageBlock::Kind::table) continue;
    tables.push_back(std::move(block.grid));
  }
  return tables;
}

std::vector<CellGrid> read_markdown_tables(std::string_view markdown,
                                           ReadFault& fault) {
  constexpr std::string_view kOpen = "\n<table>\n";
  constexpr std::string_view kClose = "\n</table>\n";
  std::vector<CellGrid> tables;
  std::size_t at = 0;
  while ((at = markdown.find(kOpen, at)) != std::string_view::npos) {
    const std::size_t end = markdown.find(kClose, at);
    if (end == std::string_view::npos) break;
    const auto part = markdown.substr(at, end + kClose.size() - at);
    for (CellGrid& grid : read_html_tables(part, fault)) {
      tables.push_back(std::move(grid));
    }
    if (!fault.variant.empty()) return {};
    at = end;
  }
  return tables;
}

}  // namespace gov_report
