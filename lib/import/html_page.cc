#include "import/html_page.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

#include "base/invisible.h"
#include "base/text.h"
#include "base/utf8_check.h"
#include "import/hostile_page.h"
#include "import/html_cell.h"
#include "import/html_elements.h"
#include "import/html_looks.h"
#include "import/page_memory.h"

namespace gov_report {
namespace {

Position position_of(const GumboSourcePosition& at) {
  return {at.line, at.column};
}

void append_without_joiners(std::string& out, std::string_view text) {
  // They begin with a byte that few others begin with.
  if (text.find_first_of("\xC2\xE1\xE2\xEF") == std::string_view::npos) {
    out += text;
  } else {
    out += without_joiners(text);
  }
}

class PageReader {
 public:
  /// `size`: of the page, in bytes.
  PublishedPage read(const GumboOutput& page, std::size_t size) {
    const GumboNode* const root = page.root;
    size_ = size;
    looks_.read_sheets(page);
    walk(root, {}, 0);
    if (any_hidden_ && !any_table_) {
      looks_.show_blocks();
      builder_ = {};
      page_ = {};
      walk(root, {}, 0);
    }
    page_.kind = PublishedPage::Kind::html;
    page_.blocks = builder_.take();
    return std::move(page_);
  }

 private:
  /// The page ends in it: of a figure the rest may be lost.
  bool is_cut_off(const GumboElement& element) const {
    return element.original_end_tag.length == 0 &&
           element.end_pos.offset >= size_;
  }

  void walk(const GumboNode* node, Around around, int depth) {
    if (is_text(node)) {
      if (around.shows() && !around.clear) add_text(node->v.text);
      return;
    }
    if (!is_element(node)) return;
    const GumboElement& element = node->v.element;
    if (depth > kHtmlDepth) meet(page_.cut, ReadLimit::html_depth);
    if (depth > kHtmlDepth) return;
    const ShownAs looks = looks_.of(node);
    const bool hidden = looks.is_left_out() || looks.visibility == Ink::hidden;
    any_hidden_ = any_hidden_ || (hidden && !is_without_text(element.tag));
    if (looks.is_left_out()) return;
    // What lies in a block may have a size that is said elsewhere.
    if (!is_inline(element.tag)) around.tiny = false;
    const bool in_line = is_inline(element.tag) && !looks.block;
    around = around.inside(looks);
    switch (element.tag) {
      case GUMBO_TAG_TITLE:
        append_text(node, page_.title, {}, depth);
        return;
      case GUMBO_TAG_SUP:  // the mark of a note
      case GUMBO_TAG_RT:
      case GUMBO_TAG_RTC:
        return;
      case GUMBO_TAG_BR:
        builder_.end_paragraph();
        return;
      case GUMBO_TAG_IMG:
        if (!around.unseen) builder_.picture(position_of(element.start_pos));
        return;
      case GUMBO_TAG_TABLE:
        around.unsure = looks.unsure;
        add_table(node, around, depth);
        return;
      default:
        break;
    }
    if (!in_line) builder_.end_paragraph();
    const auto all = children(node);
    const auto open = looks_.shows_blocks() ? all : open_children(node);
    any_hidden_ = any_hidden_ || open.size() < all.size();
    for (void* child : open) walk(as_node(child), around, depth + 1);
    if (!in_line) builder_.end_paragraph(heading_level(element.tag));
  }

  /// Blanks and line ends as one blank; a run for each line of the file.
  void add_text(const GumboText& text) {
    Position at = position_of(text.start_pos);
    if (!is_utf8(text.text)) return;  // gumbo's, of a number that is too large
    std::string_view rest = text.text;
    for (;;) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      const std::size_t ink =
          std::min(line.find_first_not_of(" \t\r"), line.size());
      at.column += static_cast<std::uint32_t>(ink);
      std::string piece(line.substr(ink));
      for (char& c : piece) {
        if (c == '\t' || c == '\r') c = ' ';
      }
      builder_.text(piece, at);
      if (end == rest.size()) return;
      rest.remove_prefix(end + 1);
      at = {at.line + 1, 1};
    }
  }

  void add_table(const GumboNode* table, Around around, int depth) {
    nested_ = false;
    hidden_ = {};
    columns_ = {};
    CellGridBuilder builder;
    add_rows(table, around, false, builder, depth);
    CellGrid grid = builder.take();
    hidden_.doubt_shifted(grid);
    columns_.doubt_narrow(grid);
    const bool for_looks = nested_ || grid.cells.size() <= 1;
    const bool any_text =
        !around.unseen || std::ranges::any_of(grid.cells, [](const auto& cell) {
          return !trimmed(cell.text).empty();
        });
    any_table_ = any_table_ || (any_text && !for_looks);
    if (any_text) {
      builder_.table(std::move(grid), position_of(table->v.element.start_pos));
    }
    if (!for_looks) return;
    for (void* child : children(table)) {
      walk(as_node(child), around, depth + 1);
    }
  }

  void add_rows(const GumboNode* node, Around around, bool blank,
                CellGridBuilder& builder, int depth) {
    for (void* one : children(node)) {
      const GumboNode* child = as_node(one);
      if (!is_element(child)) continue;
      const ShownAs looks = looks_.of(child);
      if (is_column(child->v.element.tag)) {
        add_columns(child, looks);
        continue;
      }
      if (looks.gone) continue;
      Around inside = around.inside(looks);
      inside.unsure = around.unsure || looks.unsure;
      const bool no_text = blank || looks.is_left_out();
      switch (child->v.element.tag) {
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TFOOT:
          add_rows(child, inside, no_text, builder, depth + 1);
          break;
        case GUMBO_TAG_TR:
          inside.unsure = inside.unsure || looks.adorned;
          builder.start_row();
          hidden_.start_row();
          add_cells(child, inside, no_text, builder, depth + 1);
          break;
        default:
          break;
      }
    }
  }

  void add_columns(const GumboNode* node, const ShownAs& looks) {
    bool any = false;
    for (void* one : children(node)) {
      const GumboNode* column = as_node(one);
      if (!is_element(column) || !is_column(column->v.element.tag)) continue;
      ShownAs own = looks_.of(column);
      own.gone = own.gone || looks.gone;
      if (own.visibility == Ink::as_around) own.visibility = looks.visibility;
      columns_.add(column->v.element, own);
      any = true;
    }
    if (!any) columns_.add(node->v.element, looks);
  }

  void add_cells(const GumboNode* row, Around around, bool blank,
                 CellGridBuilder& builder, int depth) {
    for (void* one : children(row)) {
      const GumboNode* child = as_node(one);
      if (!is_element(child)) continue;
      const GumboElement& element = child->v.element;
      if (element.tag != GUMBO_TAG_TD && element.tag != GUMBO_TAG_TH) continue;
      const ShownAs looks = looks_.of(child);
      if (looks.gone) continue;
      Around inside = around.inside(looks);
      inside.unsure = around.unsure || looks.unsure;
      inside.shifted = false;
      const bool left_out = blank || looks.is_left_out();
      cell_ = {};
      cell_.clipped = inside.unsure || looks.adorned;
      std::string text;
      for (void* within : children(child)) {
        if (left_out) break;
        append_text(as_node(within), text, inside, depth + 1);
      }
      while (text.ends_with('\n')) text.pop_back();
      const bool hidden =
          left_out || (!inside.shows() && trimmed(text).empty());
      if (hidden) hidden_.note();
      const bool unread =
          hidden || cell_.is_unread(text) || is_cut_off(element);
      builder.add(number_of(element, "rowspan"), number_of(element, "colspan"),
                  std::move(text), position_of(element.start_pos),
                  unread ? CellDoubt::unreadable : CellDoubt::none);
    }
  }

  void append_text(const GumboNode* node, std::string& out, Around around,
                   int depth) {
    if (depth > kHtmlDepth) meet(page_.cut, ReadLimit::html_depth);
    if (depth > kHtmlDepth) return;
    if (is_text(node)) {
      append_ink(node->v.text.text, out, around);
      return;
    }
    if (!is_element(node)) return;
    const GumboElement& element = node->v.element;
    const ShownAs looks = looks_.of(node);
    // What stands in lines of its own, or apart, is not one word.
    const bool own_line = !is_inline(element.tag) || around.inlays;
    around = around.inside(looks);
    cell_.beside = cell_.beside || is_field_or_picture(element);
    cell_.clipped = cell_.clipped || looks.clipped || looks.unsure;
    if (looks.is_left_out()) {
      // What else a browser knows may show it.
      cell_.beside = cell_.beside || !is_without_text(element.tag);
      return;
    }
    // Of letters in another direction the order is not known.
    cell_.clipped =
        cell_.clipped || looks.adorned || element.tag == GUMBO_TAG_BDO;
    const bool is_mark = looks.raised || is_beside_text(element.tag);
    cell_.beside = cell_.beside || is_mark;
    if (is_mark) return;
    switch (element.tag) {
      case GUMBO_TAG_BR:
        if (around.shows()) out += '\n';
        return;
      case GUMBO_TAG_TABLE:
        append_inner_table(node, out, around, depth);
        return;
      case GUMBO_TAG_A:
        if (!is_link_within(value_of(element, "href"))) break;
        if (ends_with_digit(out)) return;  // the mark of a note
        append_children(node, out, around, depth);
        cell_.link_end = out.size();
        return;
      default:
        break;
    }
    const bool apart = own_line || looks.gap_left == Gap::sure;
    if (apart && !out.empty()) out += '\n';
    cell_.gap = cell_.gap || looks.gap_left == Gap::maybe;
    append_children(node, out, around, depth);
    cell_.gap = cell_.gap || looks.gap_right == Gap::maybe;
    if (own_line || looks.gap_right == Gap::sure) out += '\n';
  }

  void append_ink(const char* text, std::string& out, Around around) {
    if (!around.shows()) {
      cell_.beside = cell_.beside || !trimmed(text).empty();
      return;
    }
    const bool clear = around.clear && !trimmed(text).empty();
    // Letters run from right to left behind it.
    const bool turned =
        std::string_view(text).find("\u202E") != std::string_view::npos;
    if (clear || turned || !is_utf8(text)) {
      cell_.clipped = true;
      return;
    }
    cell_.note_digits(out, text, around);
    append_without_joiners(out, text);
  }

  void append_children(const GumboNode* node, std::string& out, Around around,
                       int depth) {
    const auto open = open_children(node);
    cell_.beside = cell_.beside || open.size() < children(node).size();
    for (void* child : open)
      append_text(as_node(child), out, around, depth + 1);
  }

  /// One that only frames a short text is no table of its own.
  void append_inner_table(const GumboNode* table, std::string& out,
                          Around around, int depth) {
    constexpr std::size_t kShort = 60;  // bytes
    const std::size_t begin = out.size();
    if (!cell_.framed && has_one_cell(table)) {
      cell_.framed = true;
      append_children(table, out, around, depth);
      const auto text = trimmed(std::string_view(out).substr(begin));
      const bool plain =
          text.size() <= kShort && text.find('\n') == std::string_view::npos;
      if (plain) return;
      out.resize(begin);
    }
    nested_ = true;
    cell_.nested = true;
  }

  std::size_t size_ = 0;
  PublishedPage page_;
  CellContents cell_;
  NarrowColumns columns_;
  ElementLooks looks_;
  HiddenCells hidden_;
  PageBuilder builder_;
  bool nested_ = false;  // the table read last has one in a cell
  bool any_hidden_ = false;
  bool any_table_ = false;  // that is not there for the looks
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
  thread_local PageMemory memory;
  memory.clear();
  options.allocator = PageMemory::allocate;
  options.deallocator = PageMemory::free;
  options.userdata = &memory;
  const GumboOutput* const output =
      gumbo_parse_with_options(&options, html.data(), html.size());
  if (output == nullptr) {
    fault = {"damaged", {}};
    return {};
  }
  PublishedPage page = PageReader().read(*output, html.size());
  memory.clear();
  return page;
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
