// csv_file.h - a CSV file on disk, read in pieces as far as they go and with
// care from there on.
//
//   in      a path; UTF-8 or GB18030 whose lines end in LF or CR LF
//   errors  std::system_error when the file cannot be read

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/finding.h"
#include "source/csv.h"
#include "source/csv_pieces.h"
#include "source/encoding.h"
#include "source/row_source.h"

namespace gov_report {

using ByteSource =
    std::function<std::unique_ptr<ByteStream>(std::uint64_t offset)>;

class CsvFile {
 public:
  /// Reads the header; findings about it go to `sink`. `name` is what findings
  /// call the file.
  CsvFile(const std::filesystem::path& path, std::string name,
          Encoding encoding, const FindingSink& sink,
          const HeadingTest& is_heading = {});
  /// `open` gives the bytes of the file from an offset on, any number of times.
  CsvFile(ByteSource open, std::string name, Encoding encoding,
          const FindingSink& sink, const HeadingTest& is_heading = {});

  /// Without columns if the header cannot be read.
  const CsvHead& head() const { return head_; }
  const std::string& name() const { return name_; }
  Encoding encoding() const { return encoding_; }
  /// False if all of it must be read with care.
  bool has_pieces() const {
    const bool bytewise =
        encoding_ == Encoding::utf8 || encoding_ == Encoding::gb18030;
    return bytewise && !head_.columns.empty() && head_.line_end == '\n';
  }

  std::unique_ptr<CsvPieces> pieces(std::size_t size = CsvPieces::kPiece) const;
  /// The records from `start` on, with care.
  std::unique_ptr<RowSource> rest(CsvPieces::Start start,
                                  FindingSink sink) const;

 private:
  CsvPieces::Start find_first_record() const;

  ByteSource open_;
  std::string name_;
  Encoding encoding_;
  CsvHead head_;
  CsvPieces::Start first_;
};

/// All rows, one after the other.
/// REQUIRES: file->has_pieces().
std::unique_ptr<RowSource> open_csv_file_rows(
    std::shared_ptr<const CsvFile> file, FindingSink sink,
    std::size_t piece = CsvPieces::kPiece);

}  // namespace gov_report
