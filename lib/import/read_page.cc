#include "import/read_page.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "base/ascii.h"
#include "base/byte_stream.h"
#include "base/child_process.h"
#include "base/standard_input.h"
#include "base/text.h"
#include "import/docx_page.h"
#include "import/html_page.h"
#include "import/page_end.h"
#include "import/pdf_page.h"
#include "import/text_page.h"
#include "import/xlsx_page.h"
#include "source/text_file.h"

namespace gov_report {
namespace {

struct Signature {
  std::string_view bytes;
  std::string_view variant;  ///< why such a file is not read
};

constexpr std::string_view kOldOffice = "old-office";

constexpr std::array<Signature, 10> kForeign = {{
    {"\xD0\xCF\x11\xE0", kOldOffice},
    {"{\\rtf", kOldOffice},
    {"\x89PNG", "picture"},
    {"\xFF\xD8\xFF", "picture"},
    {"GIF8", "picture"},
    {"BM", "picture"},
    {"II*", "picture"},
    {"Rar!", "archive"},
    {"7z\xBC\xAF", "archive"},
    {"\x1F\x8B", "archive"},
}};

/// A locked file of Word or Excel is an old container with a stream of this
/// name.
bool is_locked(std::string_view bytes) {
  std::string mark;
  for (const char c : std::string_view("EncryptedPackage")) {
    mark += c;
    mark += '\0';
  }
  return bytes.find(mark) != std::string_view::npos;
}

/// What a zip file is that is none of Word or Excel.
const char* what_else(const ZipArchive& archive) {
  if (archive.has("OFD.xml")) return "ofd";
  if (archive.has("mimetype") && archive.has("content.xml")) {
    return "open-document";
  }
  return archive.has("[Content_Types].xml") ? "no-part" : "archive";
}

PublishedPage office_page(std::string bytes, ReadFault& fault) {
  ZipArchive archive;
  ZipError error;
  if (!archive.open_bytes(std::move(bytes), error)) {
    fault = {error.kind == ZipError::Kind::not_a_zip ? "not-a-zip" : "damaged",
             error.detail};
    return {};
  }
  if (archive.has("word/document.xml")) return read_docx_page(archive, fault);
  if (archive.has("xl/workbook.xml")) return read_xlsx_page(archive, fault);
  fault = {what_else(archive), "word/document.xml"};
  return {};
}

/// No report is as long as this; reading takes time that grows with it.
bool is_too_long(std::string_view text) {
  if (text.size() > kTextPageLimit) return true;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && text[at] != '\n') continue;
    if (at - begin > kTextLineLimit) return true;
    begin = at + 1;
  }
  return false;
}

PublishedPage pdf_page(const std::string& bytes, const PageFormat& format,
                       ReadFault& fault) {
  constexpr int kNotFound = 127;  // as `timeout` says it
  // A damaged file can keep pdftotext busy for ever.
  ProcessResult result;
  try {
    result = run_process(
        {"timeout", "60", "pdftotext", "-bbox", "-enc", "UTF-8", "-", "-"},
        bytes, {});
  } catch (const std::system_error& error) {
    // No pipe is left, say; other files of the batch can still be read.
    fault = {"pdf", error.code().message()};
    return {};
  }
  if (!result.started || result.exit_code == kNotFound) {
    fault = {"no-pdftotext", {}};
  } else if (contains(result.errors, "Incorrect password")) {
    fault = {"pdf-password", {}};
  } else if (result.exit_code != 0) {
    const std::string_view words = trimmed(result.errors);
    fault = {"pdf", std::string(words.substr(0, words.find('\n')))};
  } else if (first_invalid_utf8(result.output)) {
    fault = {"pdf-pictures", {}};
  } else if (result.output.size() > kPdfBoxesLimit) {
    fault = {"too-large", {}};
  } else {
    return read_pdf_page(std::move(result.output), format, fault);
  }
  return {};
}

bool has_any_of(std::string_view text, std::initializer_list<const char*> all) {
  for (const char* one : all) {
    if (text.find(one) != std::string_view::npos) return true;
  }
  return false;
}

bool looks_like_html(std::string_view text, const std::string& name) {
  if (name.ends_with(".htm") || name.ends_with(".html")) return true;
  const std::string begin = small_letters(text.substr(0, 16 << 10));
  if (name.ends_with(".md")) return has_any_of(begin, {"<html", "<!doctype"});
  return has_any_of(begin, {"<html", "<!doctype", "<head", "<body", "<div",
                            "<table", "<p>", "<p "});
}

/// A page and its pictures as parts of a letter, as browsers save them.
bool is_web_archive(std::string_view text) {
  const std::string begin = small_letters(text.substr(0, 4'000));
  const std::size_t html =
      std::min(begin.find("<html"), begin.find("<!doctype"));
  const std::size_t type = begin.find("content-type: multipart/related");
  return type < html && begin.find("mime-version:") < html;
}

PublishedPage text_page(const std::string& text, const std::string& name,
                        const PageFormat& format, ReadFault& fault) {
  if (is_web_archive(text)) {
    fault = {"web-archive", {}};
    return {};
  }
  if (looks_like_html(text, name)) {
    PublishedPage page = read_html_page(text, fault);
    page.ends_early = ends_early(text);
    return page;
  }
  if (is_too_long(text)) {
    fault = {"too-large", {}};
    return {};
  }
  if (name.ends_with(".md")) return read_markdown_page(text, fault);
  return read_text_page(text, format);
}

Finding unreadable(const ReadFault& fault, const std::string& name) {
  Finding finding;
  finding.rule = "report-unreadable";
  finding.variant = fault.variant;
  finding.place.file = name;
  finding.arguments = {{"file", name}, {"value", printable(fault.detail)}};
  return finding;
}

std::string_view foreign(std::string_view bytes) {
  if (trimmed(bytes).empty()) return "empty";
  for (const Signature& one : kForeign) {
    if (!bytes.starts_with(one.bytes)) continue;
    return one.variant == kOldOffice && is_locked(bytes) ? "password"
                                                         : one.variant;
  }
  return {};
}

}  // namespace

std::optional<PublishedPage> published_page(std::string bytes,
                                            const std::string& name,
                                            const PageFormat& format,
                                            const FindingSink& sink) {
  ReadFault fault{std::string(foreign(bytes)), {}};
  PublishedPage page;
  if (!fault.variant.empty()) {
    // nothing to read
  } else if (bytes.starts_with("PK")) {
    page = office_page(std::move(bytes), fault);
  } else if (bytes.starts_with("%PDF")) {
    page = pdf_page(bytes, format, fault);
  } else {
    DecodingError error;
    const auto text = decoded_text(std::move(bytes), error);
    if (!text) {
      sink(encoding_finding(error, name));
      return std::nullopt;
    }
    page = text_page(*text, name, format, fault);
  }
  if (!fault.variant.empty()) {
    sink(unreadable(fault, name));
    return std::nullopt;
  }
  page.file = name;
  return page;
}

std::optional<PublishedPage> read_published_page(
    const std::filesystem::path& path, const std::string& name,
    const PageFormat& format, const FindingSink& sink) {
  std::string bytes;
  try {
    bytes = path == "-" ? read_standard_input(kPageFileLimit)
                        : read_file(path, kPageFileLimit);
  } catch (const std::system_error& error) {
    sink(file_finding(error, name, kPageFileLimit));
    return std::nullopt;
  }
  return published_page(std::move(bytes), name, format, sink);
}

Finding no_report_finding(const PublishedPage& page, bool several,
                          const PageFormat& format) {
  constexpr std::size_t kMost = 20'000;  // bytes looked at
  std::string text;
  for (const PageBlock& block : page.blocks) {
    if (text.size() < kMost) text += text_of(block);
  }
  text = fold(text);
  ReadFault fault{several ? "several" : "no-report", {}};
  if (!several && page.ends_early) fault.variant = "ends-early";
  for (const NoReport& kind : format.no_report) {
    if (several || !kind.pattern.matches(text)) continue;
    fault.variant = kind.variant;
    break;
  }
  return unreadable(fault, page.file);
}

}  // namespace gov_report
