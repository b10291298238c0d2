#include "import/html_looks.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "import/html_elements.h"
#include "import/html_media.h"
#include "import/html_page.h"
#include "import/office_parts.h"

namespace gov_report {
namespace {

Fit media_of(const GumboElement& style) {
  const std::string_view type = value_of(style, "type");
  if (!type.empty() && !same_letters(type, "text/css")) return Fit::no;
  return media_fit(value_of(style, "media"));
}

/// As browsers read pages that are older than the standards ("quirks mode").
/// Gumbo knows of those without a doctype.
bool is_read_as_of_old(const GumboDocument& document) {
  constexpr std::array<std::string_view, 10> kOld = {
      "-//w3c//dtd html 3",
      "-//w3c//dtd html 4.0 transitional//",
      "-//w3c//dtd html 4.0 frameset//",
      "-//w3c//dtd html experimental",
      "-//w3c//dtd w3 html 3.0//",
      "-//w3o//dtd w3 html",
      "-//ietf//dtd html",
      "-//microsoft//dtd internet explorer",
      "-//netscape comm. corp.//dtd",
      "-//softquad",
  };
  // With the place of the DTD they are new.
  constexpr std::array<std::string_view, 2> kOldAlone = {
      "-//w3c//dtd html 4.01 transitional//",
      "-//w3c//dtd html 4.01 frameset//"};
  if (document.doc_type_quirks_mode == GUMBO_DOCTYPE_QUIRKS) return true;
  if (!document.has_doctype) return false;
  const std::string type = small_letters(document.public_identifier);
  const auto begins = [&](std::string_view old) {
    return type.starts_with(old);
  };
  const bool alone = *document.system_identifier == 0;
  return std::ranges::any_of(kOld, begins) ||
         (alone && std::ranges::any_of(kOldAlone, begins));
}

const GumboNode* node_of(const PageElement& element) {
  return static_cast<const GumboNode*>(element.at);
}

/// Of an element that HTML does not know, as it is written.
std::string_view name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) {
    return gumbo_normalized_tagname(element.tag);
  }
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return {piece.data, piece.length};
}

PageElement page_element(const GumboNode* node) {
  const GumboElement& element = node->v.element;
  return {name_of(element), value_of(element, "class"), value_of(element, "id"),
          node};
}

class GumboTree : public PageTree {
 public:
  std::optional<PageElement> around(const PageElement& one,
                                    StepsLeft& steps) const override {
    const GumboNode* parent = node_of(one)->parent;
    if (parent == nullptr || !is_element(parent)) return std::nullopt;
    return known(parent, steps);
  }
  std::optional<PageElement> before(const PageElement& one,
                                    StepsLeft& steps) const override {
    return beside(one, -1, steps);
  }
  std::optional<PageElement> behind(const PageElement& one,
                                    StepsLeft& steps) const override {
    return beside(one, 1, steps);
  }
  std::optional<std::string_view> attribute(const PageElement& one,
                                            std::string_view name,
                                            StepsLeft& steps) const override {
    const GumboVector& all = node_of(one)->v.element.attributes;
    steps.take(1 + all.length / 8);
    const GumboAttribute* attribute =
        gumbo_get_attribute(&all, std::string(name).c_str());
    if (attribute == nullptr) return std::nullopt;
    return attribute->value;
  }
  bool is_empty(const PageElement& one, StepsLeft& steps) const override {
    const auto all = children(node_of(one));
    const auto first = std::ranges::find_if(all, is_content);
    steps.take(1 + static_cast<std::size_t>(first - all.begin()));
    return first == all.end();
  }

 private:
  // Of a comment a browser makes no text.
  static bool is_content(const void* child) {
    return static_cast<const GumboNode*>(child)->type != GUMBO_NODE_COMMENT;
  }

  static PageElement known(const GumboNode* node, StepsLeft& steps) {
    steps.take(1 + node->v.element.attributes.length);
    return page_element(node);
  }

  static std::optional<PageElement> beside(const PageElement& one, int step,
                                           StepsLeft& steps) {
    const GumboNode* node = node_of(one);
    if (node->parent == nullptr || !is_element(node->parent)) {
      return std::nullopt;
    }
    const auto all = children(node->parent);
    auto at = static_cast<std::ptrdiff_t>(node->index_within_parent) + step;
    for (; at >= 0 && at < std::ssize(all) && !steps.none(); at += step) {
      const GumboNode* other = as_node(all[static_cast<std::size_t>(at)]);
      if (is_element(other)) return known(other, steps);
      steps.take(1);
    }
    return std::nullopt;
  }
};

/// What its name and attributes say of its size.
std::string_view size_by_name(const GumboElement& element) {
  constexpr std::array<std::string_view, 7> kFonts = {
      "font-size:x-small", "font-size:small",   "font-size:medium",
      "font-size:large",   "font-size:x-large", "font-size:xx-large",
      "font-size:48px"};
  if (element.tag == GUMBO_TAG_SMALL) return "font-size:smaller";
  if (element.tag == GUMBO_TAG_BIG) return "font-size:larger";
  if (element.tag == GUMBO_TAG_COL) {
    const std::string_view width = value_of(element, "width");
    return width == "0" || width == "0px" ? "width:0" : "";
  }
  if (element.tag != GUMBO_TAG_FONT) return {};
  std::string_view size = value_of(element, "size");
  const bool more = size.starts_with('+');
  const bool less = size.starts_with('-');
  if (more || less) size.remove_prefix(1);
  int number = number_or(size, 0);
  if (number < 1) return {};
  constexpr int kPlain = 3;
  if (more) number = kPlain + std::min(number, 7);
  if (less) number = kPlain - std::min(number, 7);
  return kFonts[static_cast<std::size_t>(std::clamp(number, 1, 7) - 1)];
}

/// What an element says of itself.
struct OwnWords {
  const char* style = nullptr;
  std::string_view classes;
  std::string_view id;
  std::string_view size;
  bool hidden = false;  // if nothing else is said

  explicit OwnWords(const GumboElement& element) : size(size_by_name(element)) {
    bool closed = is_dialog(element);
    const GumboVector& attributes = element.attributes;
    for (void* one : std::span(attributes.data, attributes.length)) {
      const auto* attribute = static_cast<const GumboAttribute*>(one);
      const std::string_view name = attribute->name;
      if (name == "style") style = attribute->value;
      if (name == "class") classes = attribute->value;
      if (name == "id") id = attribute->value;
      closed = closed && name != "open";
      hidden = hidden || name == "hidden" || name == "popover";
    }
    hidden = hidden || closed;
  }

  bool are_none() const { return style == nullptr && !hidden && size.empty(); }

  /// Whether it takes any, by itself alone.
  ShownAs place() const {
    ShownAs own;
    own.gone = hidden || (style != nullptr && shown_by(style).gone);
    return own;
  }

  /// What counts less than any rule.
  Declared by_name() const {
    Declared declared;
    if (hidden) declared.hide();
    if (!size.empty()) declared.add(size, Declared::browser);
    return declared;
  }
};

ShownAs looks_by(const Declared& declared, bool part_of_table) {
  ShownAs looks = declared.empty() ? ShownAs() : declared.shown();
  // Heights and widths are the least that a part of a table may have.
  if (part_of_table) {
    looks.clipped = looks.cut_off;
  } else {
    looks.unsure = looks.unsure || looks.cramped;
  }
  return looks;
}

/// What stands beside the element, or in it, may stand apart from it.
void add_gaps(ShownAs& looks, const ShownAs& other) {
  looks.gap_left = std::max(looks.gap_left, other.gap_left);
  looks.gap_right = std::max(looks.gap_right, other.gap_right);
  looks.adorned = looks.adorned || other.adorned;
  looks.inlays = looks.inlays || other.inlays;
}

/// Digits of both are not of one figure.
bool are_unlike(const ShownAs& a, const ShownAs& b) {
  return a.font != b.font || a.shifted != b.shifted || a.is_white != b.is_white;
}

/// Rules that only may count: each alone, and all of them, or the doubt of one
/// is covered by that of another.
ShownAs with_doubt(const Declared& declared, const MaybeDeclared& maybe,
                   const GumboNode* node) {
  const bool part_of_table = is_part_of_table(node->v.element.tag);
  const ShownAs sure = looks_by(declared, part_of_table);
  ShownAs looks = sure;
  ShownAs apart = sure;
  bool unsure = sure.unsure;
  bool unlike = false;
  const auto doubt = [&](const Declared& rules) {
    const ShownAs other = looks_by(rules, part_of_table);
    add_gaps(apart, other);
    unlike = unlike || are_unlike(sure, other);
    if (sure.is_read_as(other)) return;
    if (looks.is_left_out() || looks.visibility == Ink::hidden) looks = other;
    unsure = true;
  };
  Declared all = declared;
  for (const Declared* rule : maybe) {
    Declared with = declared;
    with.add(*rule, 0);
    doubt(with);
    all.add(*rule, 0);
  }
  if (maybe.size() > 1) doubt(all);
  add_gaps(looks, apart);
  looks.unsure = unsure;
  // Like no other element.
  if (unlike)
    looks.font = {FontSize::Unit::other, 1, std::hash<const void*>()(node)};
  return looks;
}

}  // namespace

void ElementLooks::read_sheets(const GumboOutput& page) {
  if (is_read_as_of_old(page.document->v.document)) sheet_.set_any_case();
  read_sheets(page.root, 0);
}

void ElementLooks::read_sheets(const GumboNode* node, int depth) {
  for (void* one : children(node)) {
    const GumboNode* child = as_node(one);
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    const GumboElement& element = child->v.element;
    if (element.tag == GUMBO_TAG_STYLE) {
      const Fit media = media_of(element);
      for (void* text : children(child)) {
        if (!is_text(as_node(text))) continue;
        sheet_.read(as_node(text)->v.text.text, media);
      }
      continue;
    }
    const bool any = element.children.length > 0 && depth < kHtmlDepth;
    if (any && element.tag != GUMBO_TAG_NOSCRIPT) read_sheets(child, depth + 1);
  }
}

ShownAs ElementLooks::of(const GumboNode* node) const {
  const GumboElement& element = node->v.element;
  if (is_without_text(element.tag)) {
    ShownAs gone;
    gone.gone = true;
    return gone;
  }
  // A page that hides all of itself is shown by a script; of its looks only the
  // size of letters counts.
  const bool whole =
      element.tag == GUMBO_TAG_HTML || element.tag == GUMBO_TAG_BODY;
  const OwnWords own(element);
  if (own.are_none() && sheet_.empty()) return {};
  const bool part_of_table = is_part_of_table(element.tag);
  Declared declared = own.by_name();
  MaybeDeclared maybe;
  if (!sheet_.empty()) {
    const PageElement one{name_of(element), own.classes, own.id, node};
    sheet_.add_to(declared, maybe, one, GumboTree());
  }
  if (own.style != nullptr) declared.add(own.style, Declared::own);
  const ShownAs looks = with_doubt(declared, maybe, node);
  if (whole) {
    ShownAs size;
    size.font = looks.font;
    return size;
  }
  if (!blocks_shown_ || part_of_table) return looks;
  ShownAs place = own.place();
  place.gap_left = looks.gap_left;
  place.gap_right = looks.gap_right;
  place.inlays = looks.inlays;
  place.adorned = looks.adorned;
  return place;
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

void NarrowColumns::add(const GumboElement& element, const ShownAs& looks) {
  const bool narrow = looks.gone || looks.narrow || looks.unsure ||
                      looks.visibility == Ink::hidden;
  const auto span =
      static_cast<std::size_t>(std::clamp(number_of(element, "span"), 1, 1000));
  const std::size_t many = std::min<std::size_t>(
      columns_.size() + span, static_cast<std::size_t>(kGridColumns));
  columns_.resize(many, narrow);
}

void NarrowColumns::doubt_narrow(CellGrid& grid) const {
  const bool any = std::ranges::find(columns_, true) != columns_.end();
  if (!any) return;
  for (TextCell& cell : grid.cells) {
    bool seen = false;
    for (int i = cell.column; i < cell.column + cell.column_span; ++i) {
      const auto column = static_cast<std::size_t>(i);
      seen = seen || column >= columns_.size() || !columns_[column];
    }
    if (!seen) cell.doubt = CellDoubt::unreadable;
  }
}

}  // namespace gov_report
