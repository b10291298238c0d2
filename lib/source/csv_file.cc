#include "source/csv_file.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "source/csv_piece_rows.h"

namespace gov_report {
namespace {

/// Pieces, then the rest.
class CsvFileRows : public RowSource {
 public:
  CsvFileRows(std::shared_ptr<const CsvFile> file, FindingSink sink,
              std::size_t piece)
      : file_(std::move(file)),
        sink_(std::move(sink)),
        pieces_(file_->pieces(piece)),
        rows_(file_->head(), file_->name(), file_->encoding(), sink_) {}

  const std::vector<Column>& columns() const override {
    return file_->head().columns;
  }
  bool has_header() const override { return true; }
  std::uint64_t rows_rejected() const override {
    return rows_.rows_rejected() + (rest_ ? rest_->rows_rejected() : 0);
  }
  std::string_view header_line() const override {
    return file_->head().header_line;
  }
  char separator() const override { return file_->head().separator; }

  bool next(Row& row) override {
    while (!rest_) {
      if (rows_.next(row)) return true;
      if (pieces_->take(piece_)) {
        rows_.read(piece_);
      } else if (pieces_->ended()) {
        return false;
      } else {
        rest_ = file_->rest(pieces_->careful_from(), sink_);
      }
    }
    return rest_->next(row);
  }

  Position position(std::size_t field) const override {
    return current().position(field);
  }
  std::uint32_t width(std::size_t field) const override {
    return current().width(field);
  }
  std::string_view excerpt(std::size_t field) const override {
    return current().excerpt(field);
  }

 private:
  const RowSource& current() const {
    return rest_ ? *rest_ : static_cast<const RowSource&>(rows_);
  }

  std::shared_ptr<const CsvFile> file_;
  FindingSink sink_;
  std::unique_ptr<CsvPieces> pieces_;
  CsvPiece piece_;
  CsvPieceRows rows_;
  std::unique_ptr<RowSource> rest_;
};

}  // namespace

CsvFile::CsvFile(const std::filesystem::path& path, std::string name,
                 Encoding encoding, const FindingSink& sink,
                 const HeadingTest& is_heading)
    : CsvFile([path](std::uint64_t offset) { return open_file(path, offset); },
              std::move(name), encoding, sink, is_heading) {}

CsvFile::CsvFile(ByteSource open, std::string name, Encoding encoding,
                 const FindingSink& sink, const HeadingTest& is_heading)
    : open_(std::move(open)), name_(std::move(name)), encoding_(encoding) {
  head_ = read_csv_head(decoded(open_(0), encoding_), name_, sink, is_heading);
  if (has_pieces()) first_ = find_first_record();
}

/// A line end is the same byte in all the encodings that pieces have.
CsvPieces::Start CsvFile::find_first_record() const {
  const auto bytes = open_(0);
  std::vector<char> buffer(64 << 10);
  CsvPieces::Start start{0, head_.lines + 1};
  std::uint64_t lines = head_.lines;
  while (lines > 0) {
    const std::size_t got = bytes->read(buffer.data(), buffer.size());
    if (got == 0) break;
    const char* at = buffer.data();
    const char* const end = at + got;
    while (lines > 0 && at != end) {
      at = std::find(at, end, '\n');
      if (at == end) break;
      ++at;
      --lines;
    }
    start.offset += static_cast<std::uint64_t>(at - buffer.data());
  }
  return start;
}

std::unique_ptr<CsvPieces> CsvFile::pieces(std::size_t size) const {
  // Two bytes of GB18030 become three: no row of a piece gets longer than
  // others may be.
  const std::size_t most =
      encoding_ == Encoding::gb18030 ? kRowLimit / 3 * 2 : kRowLimit;
  return std::make_unique<CsvPieces>(open_(first_.offset), first_,
                                     head_.separator, std::min(size, most));
}

std::unique_ptr<RowSource> CsvFile::rest(CsvPieces::Start start,
                                         FindingSink sink) const {
  return open_csv_rest(decoded(open_(start.offset), encoding_), head_,
                       start.line, name_, std::move(sink));
}

std::unique_ptr<RowSource> open_csv_file_rows(
    std::shared_ptr<const CsvFile> file, FindingSink sink, std::size_t piece) {
  return std::make_unique<CsvFileRows>(std::move(file), std::move(sink), piece);
}

}  // namespace gov_report
