#include "write/html.h"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

#include "write/grid.h"
#include "write/html_table.h"
#include "write/xml.h"

namespace gov_report {
namespace {

// From this many columns on, a table is set smaller and scrolls on a phone.
constexpr int kManyColumns = 8;

std::string inline_html(const std::vector<Run>& runs) {
  std::string out;
  for (const Run& run : runs) {
    std::string text = xml_escaped(run.text);
    out += run.bold ? fmt::format("<strong>{}</strong>", text) : text;
  }
  return out;
}

struct BlockHtml {
  std::string operator()(const Paragraph& paragraph) const {
    return fmt::format("<p>{}</p>\n", inline_html(paragraph.runs));
  }
  std::string operator()(const Heading& block) const {
    return fmt::format("<h{0}>{1}</h{0}>\n", block.level + 1,
                       inline_html(block.runs));
  }
  std::string operator()(const List& list) const {
    std::string_view tag = list.ordered ? "ol" : "ul";
    std::string out = fmt::format("<{}>\n", tag);
    for (const std::vector<Run>& item : list.items)
      out += fmt::format("<li>{}</li>\n", inline_html(item));
    return out + fmt::format("</{}>\n", tag);
  }
  std::string operator()(const TableBlock& table) const {
    validate_grid(table);
    // Narrow screens scroll the table, not the page; the keyboard must reach
    // what scrolls.
    return fmt::format(
        "<div class=\"table{}\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"{}\">\n{}</div>\n{}",
        table.columns >= kManyColumns ? " many" : "", xml_escaped(table.name),
        html_table(table, HtmlTableStyle::page), notes(table));
  }

 private:
  static std::string notes(const TableBlock& table) {
    if (table.notes.empty()) return {};
    std::string out = "<div class=\"notes\">\n";
    std::size_t number = 0;
    for (const TableNote& note : table.notes) {
      ++number;
      out += fmt::format("<p id=\"{}\"><span>{}</span>{}{}</p>\n",
                         xml_escaped(note_anchor(table, number)),
                         number == 1 ? xml_escaped(table.notes_lead) : "",
                         xml_escaped(note.mark), xml_escaped(note.text));
    }
    return out + "</div>\n";
  }
};

bool is_wide(const Section& section) {
  for (const Block& block : section.blocks) {
    const TableBlock* table = std::get_if<TableBlock>(&block);
    if (table && table->landscape) return true;
  }
  return false;
}

std::string section_html(const Section& section) {
  std::string out = fmt::format(
      "<section id=\"{0}\"{1} aria-labelledby=\"{0}-heading\">\n"
      "<h2 id=\"{0}-heading\">{2}</h2>\n",
      xml_escaped(section.id), is_wide(section) ? " class=\"wide\"" : "",
      xml_escaped(section.heading));
  for (const Block& block : section.blocks)
    out += std::visit(BlockHtml(), block);
  return out + "</section>\n";
}

// "</style" inside the stylesheet would end it.
std::string style_text(std::string_view stylesheet) {
  std::string out(stylesheet);
  for (std::size_t at = 0; (at = out.find("</", at)) != std::string::npos;)
    out.replace(at, 2, "<\\/");
  return out;
}

}  // namespace

std::string write_html(const Document& document, std::string_view stylesheet) {
  const std::string title = xml_escaped(document.title);
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<title>{0}</title>\n<meta name=\"ArticleTitle\" content=\"{0}\">\n"
      "<meta name=\"ContentSource\" content=\"{1}\">\n"
      "<style>\n{2}</style>\n</head>\n<body>\n",
      title, xml_escaped(document.agency), style_text(stylesheet));
  if (document.draft)
    out += fmt::format("<div class=\"draft\">{}</div>\n",
                       xml_escaped(document.draft_mark));
  out += fmt::format("<main>\n<h1>{}</h1>\n", title);
  for (const Paragraph& paragraph : document.preamble)
    out += BlockHtml()(paragraph);
  for (const Section& section : document.sections) out += section_html(section);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace gov_report
