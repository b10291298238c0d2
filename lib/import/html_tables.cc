#include "import/html_tables.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
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
  std::map<std::string, int, std::less<>> open;
  for (std::size_t i = 0; i + 2 < html.size(); ++i) {
    if (html[i] != '<') continue;
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

class TableReader {
 public:
  std::vector<CellGrid> read(const GumboNode* root) {
    walk(root, 0);
    return std::move(tables_);
  }

 private:
  void walk(const GumboNode* node, int depth) {
    if (node->type != GUMBO_NODE_ELEMENT || depth > kHtmlDepth) return;
    if (node->v.element.tag == GUMBO_TAG_TABLE) read_table(node, depth);
    for (const GumboNode* child : children(node)) walk(child, depth + 1);
  }

  static std::vector<const GumboNode*> children(const GumboNode* node) {
    const GumboVector& list = node->v.element.children;
    std::vector<const GumboNode*> all;
    for (unsigned i = 0; i < list.length; ++i) {
      all.push_back(static_cast<const GumboNode*>(list.data[i]));
    }
    return all;
  }

  void read_table(const GumboNode* table, int depth) {
    CellGridBuilder builder;
    add_rows(table, builder, depth);
    tables_.push_back(builder.take());
  }

  void add_rows(const GumboNode* node, CellGridBuilder& builder, int depth) {
    for (const GumboNode* child : children(node)) {
      if (child->type != GUMBO_NODE_ELEMENT) continue;
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
    for (const GumboNode* child : children(row)) {
      if (child->type != GUMBO_NODE_ELEMENT) continue;
      const GumboElement& element = child->v.element;
      if (element.tag != GUMBO_TAG_TD && element.tag != GUMBO_TAG_TH) continue;
      std::string text;
      append_text(child, text, depth);
      builder.add(number_of(element, "rowspan"), number_of(element, "colspan"),
                  std::move(text));
    }
  }

  void append_text(const GumboNode* node, std::string& out, int depth) {
    if (depth > kHtmlDepth) return;
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        out += node->v.text.text;
        return;
      case GUMBO_NODE_ELEMENT:
        break;
      default:
        return;
    }
    if (node->v.element.tag == GUMBO_TAG_BR) out += '\n';
    if (node->v.element.tag == GUMBO_TAG_TABLE) return;  // one of its own
    if (node->v.element.tag == GUMBO_TAG_SUP) return;    // the mark of a note
    for (const GumboNode* child : children(node)) {
      append_text(child, out, depth + 1);
    }
  }

  std::vector<CellGrid> tables_;
};

}  // namespace

std::vector<CellGrid> read_html_tables(std::string_view html,
                                       ReadFault& fault) {
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
  const Output output(
      gumbo_parse_with_options(&options, html.data(), html.size()),
      [](GumboOutput* tree) {
        gumbo_destroy_output(&kGumboDefaultOptions, tree);
      });
  if (output == nullptr) {
    fault = {"damaged", {}};
    return {};
  }
  return TableReader().read(output->root);
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
