// csv.h - CSV ledgers (RFC 4180) as positioned rows.
//
// Separator: of `,` `;` and tab, the one most frequent outside quotes in the
// header line. Quotes, doubled quotes, newlines inside quotes, CRLF, LF and a
// byte order mark are understood. A quote inside an unquoted field is text.
//
// Titles and notes may stand above the header: of the first rows, it is the one
// with the most known headings, at least two; else the first row.
//
//   findings  unclosed-quote (at its opening quote; reading goes on with the
//             next physical line), text-after-quote, row-too-long (passed over
//             in bounded memory), too-many-fields, nul-byte
//             A row with fewer fields than the header has empty ones, without
//             a finding: spreadsheets drop trailing separators.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/byte_stream.h"
#include "base/finding.h"
#include "source/heading_test.h"
#include "source/row_source.h"

namespace gov_report {

/// What is known of a CSV file before its first record.
struct CsvHead {
  std::vector<Column> columns;
  std::string header_line;
  char separator = ',';
  char line_end = '\n';     ///< LF, or CR alone
  std::uint64_t lines = 0;  ///< line ends before the first record
};

/// Reads no further than the header. Without columns after findings about it.
CsvHead read_csv_head(std::unique_ptr<ByteStream> bytes, std::string file,
                      const FindingSink& sink,
                      const HeadingTest& is_heading = {});

/// `bytes` is UTF-8, as source/encoding.h gives it. Without a test the first
/// row is the header.
std::unique_ptr<RowSource> open_csv_rows(std::unique_ptr<ByteStream> bytes,
                                         std::string file, FindingSink sink,
                                         RowChoice choice = RowChoice::records,
                                         const HeadingTest& is_heading = {});

/// The rest of a file: `bytes` begin with the record in `line`.
std::unique_ptr<RowSource> open_csv_rest(std::unique_ptr<ByteStream> bytes,
                                         CsvHead head, std::uint64_t line,
                                         std::string file, FindingSink sink);

}  // namespace gov_report
