// read_page.h - a published file of any kind as a page. What it is, its bytes
// say, not its name.
//
//   in      HTML (also under the name of a Word file), DOCX, XLSX, Markdown,
//           plain text, PDF through pdftotext (poppler-utils)
//   limits  kPageFileLimit; those of the readers
//   errors  one finding, and nullopt: file-missing, file-unreadable,
//           file-too-large, invalid-encoding, or report-unreadable {value},
//           variants empty, too-large, too-deep, not-a-zip, no-part,
//           broken-xml, damaged, picture, old-office, binary, no-pdftotext,
//           pdf, pdf-password, pdf-pictures

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "import/published_page.h"
#include "schema/page_format.h"

namespace gov_report {

inline constexpr std::size_t kPageFileLimit = 64 << 20;
/// Of plain text and Markdown.
inline constexpr std::size_t kTextPageLimit = 1 << 20;
/// Of the words of a PDF with their boxes: some hundred bytes each.
inline constexpr std::size_t kPdfBoxesLimit = 8 << 20;
inline constexpr std::size_t kTextLineLimit = 64 << 10;

/// `name` is how messages name the file; the path "-" is the standard input.
std::optional<PublishedPage> read_published_page(
    const std::filesystem::path& path, const std::string& name,
    const PageFormat& format, const FindingSink& sink);

/// The same of bytes in memory.
std::optional<PublishedPage> published_page(std::string bytes,
                                            const std::string& name,
                                            const PageFormat& format,
                                            const FindingSink& sink);

/// Why a page that could be read has no report, no whole one (`ends_early`), or
/// none that can be told from the others (`several`): report-unreadable,
/// variants login, not-found, ends-early, several, no-report.
Finding no_report_finding(const PublishedPage& page, bool several,
                          const PageFormat& format);

}  // namespace gov_report
