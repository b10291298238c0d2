// csv_pieces.h - a CSV file cut into pieces of whole records, which several
// readers take and read at the same time.
//
//   in      a file in UTF-8 or GB18030; a byte order mark is passed over
//   out     pieces in the order of the file, each indexed (csv_index.h).
//           Where a quote stands oddly, the careful reader's splitting
//           (csv_record.h) says how far that record goes
//   absent  no piece of the rest of a file in which a record is so long that
//           its end is not in sight: careful_from() says where it begins
//   errors  std::system_error when the file cannot be read
//   memory  about 1.5 MiB for a piece of usual rows, up to 13 MiB for one of
//           nothing but line ends

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.h"
#include "source/csv_index.h"
#include "source/csv_record.h"

namespace gov_report {

struct CsvPiece {
  std::uint64_t number = 0;  ///< from 0
  std::uint64_t offset = 0;  ///< of the first byte in the file
  std::uint64_t line = 1;    ///< of the first record
  CsvIndex index;            ///< of text()

  /// As it stands in the file; ends in a line end, if need be one more than
  /// the file has.
  std::string_view text() const { return {bytes.data(), size}; }

  std::vector<char> bytes;
  std::size_t size = 0;
};

class CsvPieces {
 public:
  /// Where a record begins.
  struct Start {
    std::uint64_t offset = 0;
    std::uint64_t line = 1;
  };

  static constexpr std::size_t kPiece = std::size_t{1} << 20U;

  /// `bytes` stand at `from`, a record begins there. `size` is the most that a
  /// piece has.
  CsvPieces(std::unique_ptr<ByteStream> bytes, Start from, char separator,
            std::size_t size = kPiece);

  /// The next piece; false at the end, or where care is needed. Several
  /// threads may take.
  bool take(CsvPiece& piece);

  /// After take() was false.
  bool ended() const { return ended_; }
  Start careful_from() const { return next_; }

 private:
  void fill(CsvPiece& piece, std::size_t size);
  std::size_t index_records(CsvPiece& piece);
  bool add_odd_record(CsvPiece& piece, std::size_t begin);
  bool see_end(CsvPiece& piece, std::size_t begin);

  std::mutex mutex_;
  std::unique_ptr<ByteStream> bytes_;
  char separator_;
  std::size_t size_;
  Start next_;
  std::uint64_t taken_ = 0;
  CsvRecord odd_;        // of the piece that is made
  CsvIndex behind_odd_;  // of what follows it there
  std::string kept_;     // read, and behind the last piece
  bool read_all_ = false;
  bool ended_line_ = false;  // a line end was added to the file's last line
  bool ended_ = false;
  bool careful_ = false;
};

}  // namespace gov_report
