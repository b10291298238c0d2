#include "import/html_looks.h"

#include <algorithm>
#include <string_view>

#include "import/html_elements.h"
#include "import/html_page.h"

namespace gov_report {
namespace {

/// For screens, and in CSS.
bool is_for_screens(const GumboElement& style) {
  const std::string_view media = value_of(style, "media");
  const std::string_view type = value_of(style, "type");
  return (media.empty() || media == "all" || media == "screen") &&
         (type.empty() || type == "text/css");
}

}  // namespace

void ElementLooks::read_sheets(const GumboNode* node, int depth) {
  for (void* one : children(node)) {
    const GumboNode* child = as_node(one);
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    const GumboElement& element = child->v.element;
    if (element.tag == GUMBO_TAG_STYLE) {
      if (!is_for_screens(element)) continue;
      for (void* text : children(child)) {
        if (is_text(as_node(text))) sheet_.read(as_node(text)->v.text.text);
      }
      continue;
    }
    const bool any = element.children.length > 0 && depth < kHtmlDepth;
    if (any && element.tag != GUMBO_TAG_NOSCRIPT) read_sheets(child, depth + 1);
  }
}

ShownAs ElementLooks::of(const GumboElement& element) const {
  if (is_without_text(element.tag)) {
    ShownAs gone;
    gone.gone = true;
    return gone;
  }
  const char* style = nullptr;
  std::string_view classes;
  std::string_view id;
  bool closed = is_dialog(element);
  bool hidden = false;
  const GumboVector& attributes = element.attributes;
  for (void* one : std::span(attributes.data, attributes.length)) {
    const auto* attribute = static_cast<const GumboAttribute*>(one);
    const std::string_view name = attribute->name;
    if (name == "style") style = attribute->value;
    if (name == "class") classes = attribute->value;
    if (name == "id") id = attribute->value;
    if (name == "open") closed = false;
    if (name == "hidden" || name == "popover") hidden = true;
  }
  const bool plain = style == nullptr && !hidden && !closed && sheet_.empty();
  // A page that hides all of itself is shown by a script.
  const bool whole =
      element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_BODY;
  if (plain || whole) return {};
  const bool part_of_table = is_part_of_table(element.tag);
  if (blocks_shown_ && !part_of_table) {
    ShownAs own;
    own.gone = hidden || closed || (style && shown_by(style).gone);
    return own;
  }
  Declared declared;
  if (hidden || closed) declared.hide();
  if (!sheet_.empty()) {
    sheet_.add_to(declared, gumbo_normalized_tagname(element.tag), classes, id);
  }
  if (style != nullptr) declared.add(style, Declared::own);
  ShownAs looks = declared.empty() ? ShownAs() : declared.shown();
  // Heights and widths are the least that a part of a table may have.
  if (part_of_table) looks.clipped = false;
  return looks;
}

void HiddenCells::note() {
  if (rows_.empty() || rows_.back() != row_) rows_.push_back(row_);
}

void HiddenCells::doubt_shifted(CellGrid& grid) const {
  if (rows_.empty()) return;
  const auto has_hidden = [&](int row) {
    return std::ranges::binary_search(rows_, row);
  };
  int widest = 0;
  for (const TextCell& cell : grid.cells) {
    if (has_hidden(cell.row)) continue;
    widest = std::max(widest, cell.column + cell.column_span);
  }
  if (widest == 0) return;
  for (auto begin = grid.cells.begin(); begin != grid.cells.end();) {
    const auto end = std::find_if(
        begin, grid.cells.end(),
        [&](const TextCell& cell) { return cell.row != begin->row; });
    const TextCell& last = *std::prev(end);
    const bool too_wide = last.column + last.column_span > widest;
    for (; begin != end; ++begin) {
      if (too_wide && has_hidden(begin->row)) {
        begin->doubt = CellDoubt::unreadable;
      }
    }
  }
}

}  // namespace gov_report
