// docx.h - a report as a DOCX file, made by pandoc.
//
//   out     a GB/T 9704 page, statutory tables with real merged cells, wide
//           tables on landscape pages, page numbers, properties; a draft has
//           its mark in the header of every page
//   bytes   depend on the document, the reference document and the pandoc
//           version alone; dates are Document::date
//   errors  std::system_error if the built-in reference document cannot be
//           written beside `target`; what pandoc says is in the result

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "document/document.h"
#include "write/pandoc_ast.h"

namespace gov_report {

struct DocxTools {
  /// Styles, headers and footers; built-in if empty. One of your own keeps
  /// the styles and parts of report-templates/reference.
  std::filesystem::path reference = {};
  std::string pandoc = "pandoc";
};

struct DocxResult {
  enum class Outcome { written, pandoc_missing, pandoc_failed };
  Outcome outcome = Outcome::written;
  std::string words;  ///< what pandoc said when it failed
};

DocxResult write_docx(const Document& document,
                      const std::filesystem::path& target,
                      const DocxTools& tools = {});

/// Which data file is the built-in reference document: the one for drafts
/// has the mark in its headers.
std::string_view docx_reference_name(const Document& document);

}  // namespace gov_report
