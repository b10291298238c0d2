// xlsx_book.h - an XLSX workbook: its sheets, and the parts they share.
//
//   in      a file or its bytes, from Excel, WPS, LibreOffice or a library
//   out     names of the sheets in their order; shared strings and number
//           formats once they are asked for; sheets as streams of XML
//   errors  a BookFault: a variant of the rule unreadable-workbook, and what
//           it is about. Nothing is read after one
//   limits  the file and each part it expands to; see the constants

#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "source/xlsx_strings.h"
#include "source/xlsx_styles.h"
#include "source/zip_archive.h"

namespace gov_report {

inline constexpr std::size_t kBookFileLimit = std::size_t{512} << 20;
/// A sheet of a million rows and thirty columns has about two gigabytes.
inline constexpr std::size_t kSheetLimit = std::size_t{4} << 30;
inline constexpr std::size_t kSheetsLimit = 1000;

struct BookFault {
  /// password, old-format, not-a-workbook, damaged, broken-xml, part-missing,
  /// too-large, row-order, bad-address
  std::string variant;
  std::string detail;  ///< the part, and the library's words
};

BookFault fault_of(const ZipError& error);

struct BookSheet {
  std::string name;
  std::string part;
  bool hidden = false;
};

class XlsxBook {
 public:
  /// nullptr after a fault. errors  std::system_error if there is no such file
  static std::unique_ptr<XlsxBook> open(const std::filesystem::path& path,
                                        BookFault& fault);
  static std::unique_ptr<XlsxBook> open_bytes(std::string bytes,
                                              BookFault& fault);

  const std::vector<BookSheet>& sheets() const { return sheets_; }
  bool from_1904() const { return from_1904_; }

  /// Shared strings and number formats. False after a fault.
  bool load_shared(BookFault& fault);
  const SharedStrings& strings() const { return strings_; }
  const NumberStyles& styles() const { return styles_; }

  /// The XML of a sheet from its start; nullptr after a fault.
  std::unique_ptr<ZipPart> stream(const BookSheet& sheet, BookFault& fault);

 private:
  XlsxBook() = default;
  bool read_directory(BookFault& fault);
  bool read(const std::string& part, std::size_t limit, XmlHandler& handler,
            BookFault& fault);

  ZipArchive archive_;
  std::vector<BookSheet> sheets_;
  bool from_1904_ = false;
  std::string strings_part_;  // empty: there is none
  std::string styles_part_;
  bool has_shared_ = false;
  SharedStrings strings_;
  NumberStyles styles_;
};

}  // namespace gov_report
