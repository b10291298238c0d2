#include "import/html_page.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

#include "base/text.h"
#include "import/hostile_page.h"
#include "import/html_elements.h"
#include "import/html_style.h"
#include "import/page_memory.h"

namespace gov_report {
namespace {

Position position_of(const GumboSourcePosition& at) {
  return {at.line, at.column};
}

/// What a browser does not show, or shows as taken back.
ShownAs looks_of(const GumboElement& element) {
  ShownAs looks;
  looks.gone = is_without_text(element.tag);
  if (looks.gone) return looks;
  const GumboVector& attributes = element.attributes;
  for (void* one : std::span(attributes.data, attributes.length)) {
    const auto* attribute = static_cast<const GumboAttribute*>(one);
    const std::string_view name = attribute->name;
    if (name == "style") looks = shown_by(attribute->value);
    if (name == "hidden") looks.gone = true;
    if (looks.gone) break;
  }
  return looks;
}

bool ends_with_digit(std::string_view text) {
  const std::string plain = half_width(trimmed(text));
  return !plain.empty() && plain.back() >= '0' && plain.back() <= '9';
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
    if (depth > kHtmlDepth) meet(page_.cut, ReadLimit::html_depth);
    if (depth > kHtmlDepth) return;
    const ShownAs looks = looks_of(element);
    if (looks.gone || looks.blank) return;
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
      if (!is_element(child)) continue;
      const ShownAs looks = looks_of(child->v.element);
      if (looks.gone) continue;
      switch (child->v.element.tag) {
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TFOOT:
          add_rows(child, builder, depth + 1);
          break;
        case GUMBO_TAG_TR:
          builder.start_row();
          add_cells(child, looks.blank, builder, depth + 1);
          break;
        default:
          break;
      }
    }
  }

  void add_cells(const GumboNode* row, bool blank, CellGridBuilder& builder,
                 int depth) {
    for (void* one : children(row)) {
      const GumboNode* child = as_node(one);
      if (!is_element(child)) continue;
      const GumboElement& element = child->v.element;
      if (element.tag != GUMBO_TAG_TD && element.tag != GUMBO_TAG_TH) continue;
      const ShownAs looks = looks_of(element);
      if (looks.gone) continue;
      cell_ = {};
      std::string text;
      for (void* inside : children(child)) {
        if (blank || looks.blank) break;
        append_text(as_node(inside), text, depth + 1);
      }
      while (text.ends_with('\n')) text.pop_back();
      const bool unread = blank || looks.blank || cell_.is_unread(text);
      builder.add(number_of(element, "rowspan"), number_of(element, "colspan"),
                  std::move(text), position_of(element.start_pos),
                  unread ? CellDoubt::unreadable : CellDoubt::none);
    }
  }

  void append_text(const GumboNode* node, std::string& out, int depth) {
    if (depth > kHtmlDepth) meet(page_.cut, ReadLimit::html_depth);
    if (depth > kHtmlDepth) return;
    if (is_text(node)) {
      out += node->v.text.text;
      return;
    }
    if (!is_element(node)) return;
    const GumboElement& element = node->v.element;
    const ShownAs looks = looks_of(element);
    cell_.beside = cell_.beside || is_field_or_picture(element);
    if (looks.gone || looks.blank) return;
    if (looks.raised) {
      cell_.beside = true;
      return;
    }
    switch (element.tag) {
      case GUMBO_TAG_BR:
        out += '\n';
        return;
      case GUMBO_TAG_TABLE:  // one of its own
        nested_ = true;
        cell_.nested = true;
        return;
      case GUMBO_TAG_SUP:  // the mark of a note
      case GUMBO_TAG_SUB:
        cell_.beside = true;
        return;
      case GUMBO_TAG_A:
        if (*value_of(element, "href") != '#') break;
        if (ends_with_digit(out)) return;  // so is this one
        for (void* child : children(node)) {
          append_text(as_node(child), out, depth + 1);
        }
        cell_.link_end = out.size();
        return;
      default:
        break;
    }
    // What stands in lines of their own is not one word.
    const bool own_line = !is_inline(element.tag);
    if (own_line && !out.empty()) out += '\n';
    for (void* child : children(node)) {
      append_text(as_node(child), out, depth + 1);
    }
    if (own_line) out += '\n';
  }

  /// What stands in a cell besides its text.
  struct CellContents {
    bool nested = false;       ///< a table
    bool beside = false;       ///< a field, a picture, the mark of a note
    std::size_t link_end = 0;  ///< of a link within the page, in the text

    /// The text is not the figure that is shown.
    bool is_unread(std::string_view text) const {
      const std::string_view behind =
          trimmed(text.substr(std::min(link_end, text.size())));
      const bool marked = link_end > 0 && !behind.empty() &&
                          ends_with_digit(first_characters(behind, 1));
      return nested || marked || (beside && trimmed(text).empty());
    }
  };

  PublishedPage page_;
  CellContents cell_;
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
  PublishedPage page = PageReader().read(output->root);
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
