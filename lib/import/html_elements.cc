#include "import/html_elements.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string_view>

#include "base/ascii.h"
#include "import/cell_grid.h"

namespace gov_report {

const char* value_of(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute =
      gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr ? "" : attribute->value;
}

std::span<void* const> open_children(const GumboNode* node) {
  const auto all = children(node);
  const GumboElement& element = node->v.element;
  const bool open = element.tag != GUMBO_TAG_DETAILS ||
                    gumbo_get_attribute(&element.attributes, "open") != nullptr;
  if (open) return all;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const GumboNode* child = as_node(all[i]);
    const bool head =
        is_element(child) && child->v.element.tag == GUMBO_TAG_SUMMARY;
    if (head) return all.subspan(i, 1);
  }
  return {};
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

bool is_link_within(std::string_view href) {
  const std::size_t at = href.find('#');
  if (at == std::string_view::npos) return false;
  return at == 0 ||
         (href.substr(at + 1, 1) != "/" && href.substr(at + 1, 1) != "!");
}

bool is_field_or_picture(const GumboElement& element) {
  switch (element.tag) {
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_VIDEO:
      return true;
    case GUMBO_TAG_INPUT:
      return *value_of(element, "value") != 0 &&
             std::string_view(value_of(element, "type")) != "hidden";
    default:
      return false;
  }
}

bool is_part_of_table(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return true;
    default:
      return false;
  }
}

int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1
             : 0;
}

bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_RB:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_UNKNOWN:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
      return true;
    default:
      return false;
  }
}

bool is_beside_text(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RTC:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
      return true;
    default:
      return false;
  }
}

bool is_without_text(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_APPLET:  // their text is for browsers that lack them
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_METER:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_S:  // struck out
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_DEL:
      return true;
    default:
      return false;
  }
}

bool is_dialog(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return false;
  constexpr std::string_view kName = "<dialog";
  const GumboStringPiece& tag = element.original_tag;
  if (tag.length <= kName.size()) return false;
  const std::string_view printed(tag.data, kName.size());
  return same_letters(printed, kName) &&
         std::string_view(" \t\r\n\f/>").find(tag.data[kName.size()]) !=
             std::string_view::npos;
}

namespace {

int cells_in(const GumboNode* node, int most) {
  int count = 0;
  for (void* one : children(node)) {
    const GumboNode* child = as_node(one);
    if (!is_element(child)) continue;
    switch (child->v.element.tag) {
      case GUMBO_TAG_THEAD:
      case GUMBO_TAG_TBODY:
      case GUMBO_TAG_TFOOT:
      case GUMBO_TAG_TR:
        count += cells_in(child, most - count);
        break;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        ++count;
        break;
      default:
        break;
    }
    if (count >= most) break;
  }
  return count;
}

}  // namespace

bool has_one_cell(const GumboNode* table) {
  return cells_in(table, 2) == 1;
}

}  // namespace gov_report
