#include "write/pandoc_ast.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/json_writer.h"
#include "base/text.h"
#include "write/grid.h"
#include "write/openxml.h"
#include "write/xml.h"

namespace gov_report {
namespace {

// Display columns of a title line: 20 characters of 22 points.
constexpr std::size_t kTitleLine = 40;

// A word that no line breaks in, of so many columns, pushes what stands before
// it in its line apart.
constexpr std::size_t kLongWord = 16;
constexpr std::string_view kRaggedStyle = "Ragged Text";
constexpr std::string_view kClosingStyle = "Closing Text";

// One node {"t": type, "c": content}; the caller writes the content.
class Ast {
 public:
  JsonWriter& open(std::string_view type) {
    return json_.object().key("t").value(type).key("c");
  }
  void close() { json_.end(); }
  void text(std::string_view type, std::string_view content) {
    open(type).value(xml_characters(content));
    close();
  }
  void raw(std::string_view type, std::string_view openxml) {
    open(type).array().value("openxml").value(openxml).end();
    close();
  }
  void runs(const std::vector<Run>& runs) {
    json_.array();
    for (const Run& run : runs) {
      if (run.bold) open("Strong").array();
      text("Str", run.text);
      if (run.bold) {
        json_.end();
        close();
      }
    }
    json_.end();
  }
  JsonWriter& json() { return json_; }

 private:
  JsonWriter json_;
};

// A title longer than a line breaks after the name of the body, not inside a
// word. A raw break is left out of the title in the file's properties.
void append_title(Ast& ast, const Document& document) {
  const std::string& title = document.title;
  std::size_t at =
      document.agency.empty() ? std::string::npos : title.find(document.agency);
  std::size_t cut = at == std::string::npos ? 0 : at + document.agency.size();
  ast.json().key("title");
  ast.open("MetaInlines").array();
  if (display_width(title) > kTitleLine && cut > 0 && cut < title.size()) {
    ast.text("Str", title.substr(0, cut));
    ast.raw("RawInline", kOpenxmlLineBreak);
    ast.text("Str", title.substr(cut));
  } else {
    ast.text("Str", title);
  }
  ast.json().end();
  ast.close();
}

// pandoc prints authors under the title. Inside an XML comment the name is
// kept for the file's properties alone, and the line stays empty.
void append_author(Ast& ast, const std::string& agency) {
  if (agency.empty() || agency.find("--") != std::string::npos) return;
  ast.json().key("author");
  ast.open("MetaInlines").array();
  ast.raw("RawInline", "<!--");
  ast.text("Str", agency);
  ast.raw("RawInline", "-->");
  ast.json().end();
  ast.close();
}

void append_keywords(Ast& ast, const std::string& keywords) {
  if (keywords.empty()) return;
  ast.json().key("keywords");
  ast.open("MetaList").array();
  ast.open("MetaInlines").array();
  ast.text("Str", keywords);
  ast.json().end();
  ast.close();
  ast.json().end();
  ast.close();
}

// Addresses and the like.
bool has_long_word(const std::vector<Run>& runs) {
  std::size_t length = 0;
  for (const Run& run : runs) {
    for (const char c : run.text) {
      length = c > ' ' && c <= '~' ? length + 1 : 0;
      if (length >= kLongWord) return true;
    }
  }
  return false;
}

class BodyWriter {
 public:
  explicit BodyWriter(Ast& ast) : ast_(ast) {}

  void write(const Document& document) {
    last_landscape_ = last_of(document);
    for (const Paragraph& paragraph : document.preamble) (*this)(paragraph);
    for (const Section& section : document.sections) write_section(section);
  }

  void operator()(const Paragraph& paragraph) {
    turn(PageShape::portrait);
    using Manner = Paragraph::Manner;
    if (paragraph.manner == Manner::flush ||
        paragraph.manner == Manner::signature) {
      std::string text;
      for (const Run& run : paragraph.runs) text += run.text;
      ast_.raw("RawBlock", openxml_letter_line(
                               text, paragraph.manner == Manner::signature));
      return;
    }
    std::string_view style;
    if (paragraph.manner == Manner::closing) {
      style = kClosingStyle;
    } else if (has_long_word(paragraph.runs)) {
      style = kRaggedStyle;
    }
    if (!style.empty()) open_style(style);
    ast_.open("Para");
    ast_.runs(paragraph.runs);
    ast_.close();
    if (!style.empty()) close_style();
  }

  void operator()(const Heading& heading) {
    turn(PageShape::portrait);
    put_heading(heading.level, heading.runs);
  }

  // Items are paragraphs with their number, as official documents have them.
  void operator()(const List& list) {
    int number = 0;
    for (const std::vector<Run>& item : list.items) {
      std::string mark =
          list.ordered ? fmt::format("{}. ", ++number) : "\u2022 ";
      Paragraph paragraph{{Run{mark, false}}};
      paragraph.runs.insert(paragraph.runs.end(), item.begin(), item.end());
      (*this)(paragraph);
    }
  }

  void operator()(const TableBlock& table) {
    if (table.rows == 0 || table.columns == 0) return;
    validate_grid(table);
    turn(shape_of(table));
    ast_.raw("RawBlock", openxml_table(table, shape_ == PageShape::landscape
                                                  ? kLandscapeWidth
                                                  : kPortraitWidth) +
                             openxml_notes(table));
  }

 private:
  // The last page's shape stands in the reference document: a landscape table
  // that nothing follows would leave an empty page behind it.
  static const TableBlock* last_of(const Document& document) {
    if (document.sections.empty() || document.sections.back().blocks.empty())
      return nullptr;
    return std::get_if<TableBlock>(&document.sections.back().blocks.back());
  }

  PageShape shape_of(const TableBlock& table) const {
    return table.landscape && &table != last_landscape_ ? PageShape::landscape
                                                        : PageShape::portrait;
  }

  void write_section(const Section& section) {
    const TableBlock* table = section.blocks.empty()
                                  ? nullptr
                                  : std::get_if<TableBlock>(&section.blocks[0]);
    turn(table ? shape_of(*table) : PageShape::portrait);
    put_heading(1, {Run{section.heading, false}});
    for (const Block& block : section.blocks) std::visit(*this, block);
  }

  void put_heading(int level, const std::vector<Run>& runs) {
    ast_.open("Header").array().value(Decimal(level));
    ast_.json().array().value("").array().end().array().end().end();
    ast_.runs(runs);
    ast_.json().end();
    ast_.close();
  }

  /// The blocks up to close_style() in a paragraph style of the reference.
  void open_style(std::string_view name) {
    ast_.open("Div").array().array().value("").array().end().array();
    ast_.json().array().value("custom-style").value(name).end().end().end();
    ast_.json().array();
  }
  void close_style() {
    ast_.json().end().end();
    ast_.close();
  }

  void turn(PageShape shape) {
    if (shape == shape_) return;
    ast_.raw("RawBlock", openxml_section_end(shape_));
    shape_ = shape;
  }

  Ast& ast_;
  PageShape shape_ = PageShape::portrait;
  const TableBlock* last_landscape_ = nullptr;
};

}  // namespace

std::string pandoc_ast(const Document& document, std::string_view api_version) {
  Ast ast;
  JsonWriter& json = ast.json();
  json.object().key("pandoc-api-version").array();
  for (std::size_t at = 0; at < api_version.size(); ++at) {
    std::size_t end =
        std::min(api_version.find_first_of(",]", at), api_version.size());
    std::string part = half_width(api_version.substr(at, end - at));
    if (part.starts_with('[')) part.erase(0, 1);
    if (auto number = Decimal::parse(part)) json.value(*number);
    at = end;
  }
  json.end().key("meta").object();
  append_title(ast, document);
  append_author(ast, document.agency);
  append_keywords(ast, document.keywords);
  // No `lang`: pandoc would make it the language of Latin text too, and word
  // processors then break lines inside numbers and addresses.
  json.end().key("blocks").array();
  BodyWriter(ast).write(document);
  json.end().end();
  return json.take();
}

}  // namespace gov_report
