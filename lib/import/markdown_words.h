// markdown_words.h - words of Markdown as they are shown, without their marks.
//
//   in      a line, or the text of a cell, UTF-8
//   out     the text of emphasis, code, links, highlights, plain formulas and
//           HTML, with its entities; <br> is a line end
//   left    marks of notes, what is struck out, raised, lowered or hidden
//   unread  a figure whose marks are not understood, or which HTML may show
//           otherwise

#pragma once

#include <string>
#include <string_view>

namespace gov_report {

struct MarkdownWords {
  std::string text;
  bool unread = false;
};

///   "&nbsp;**71**[^2]" is "71"      "[71](a.html)" is "71"
///   "71^2^" is "71"                 "[71][2]" is unread, and empty
MarkdownWords words_of_markdown(std::string_view printed);

}  // namespace gov_report
