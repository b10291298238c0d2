// html_elements.h - what the elements of a page are by their names (gumbo).

#pragma once

#include <gumbo.h>

#include <span>
#include <string_view>

namespace gov_report {

inline std::span<void* const> children(const GumboNode* node) {
  const GumboVector& list = node->v.element.children;
  return {list.data, list.length};
}

inline const GumboNode* as_node(void* child) {
  return static_cast<const GumboNode*>(child);
}

inline bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT;
}

/// Without what a closed <details> folds away: all but its <summary>.
std::span<void* const> open_children(const GumboNode* node);

inline bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
         node->type == GUMBO_NODE_WHITESPACE;
}

/// Of an attribute; empty without it.
const char* value_of(const GumboElement& element, const char* name);
/// Of a span; 1 without the attribute.
int number_of(const GumboElement& element, const char* name);

/// What stands in a line with the text around it.
bool is_inline(GumboTag tag);
bool is_part_of_table(GumboTag tag);
inline bool is_column(GumboTag tag) {
  return tag == GUMBO_TAG_COL || tag == GUMBO_TAG_COLGROUP;
}
/// 1 to 6 for a heading; 0 for others.
int heading_level(GumboTag tag);
/// A mark beside the text: raised, lowered, or above it.
bool is_beside_text(GumboTag tag);
/// To a place in a page: "#note", or "page.html#note" once a browser has saved
/// it; not the address of another page, "#/list".
bool is_link_within(std::string_view href);
/// Shows something else than text.
bool is_field_or_picture(const GumboElement& element);
/// A browser shows none of its text, or shows it as taken back.
bool is_without_text(GumboTag tag);
/// A <dialog>, which gumbo does not know.
bool is_dialog(const GumboElement& element);
bool has_one_cell(const GumboNode* table);

}  // namespace gov_report
