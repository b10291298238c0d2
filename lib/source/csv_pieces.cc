#include "source/csv_pieces.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "source/row_source.h"

namespace gov_report {

static_assert(CsvPieces::kPiece <= kRowLimit, "longer rows are findings");

CsvPieces::CsvPieces(std::unique_ptr<ByteStream> bytes, Start from,
                     char separator, std::size_t size)
    : bytes_(std::move(bytes)),
      separator_(separator),
      size_(size),
      next_(from) {}

/// Reads on until the piece is full or the file ends.
void CsvPieces::fill(CsvPiece& piece) {
  piece.bytes.resize(size_ + 1 + kIndexPadding);
  piece.size = kept_.copy(piece.bytes.data(), size_);
  while (piece.size < size_ && !read_all_) {
    const std::size_t got =
        bytes_->read(piece.bytes.data() + piece.size, size_ - piece.size);
    read_all_ = got == 0;
    piece.size += got;
  }
}

namespace {

/// Leaves the records in front of any fault; the bytes that they have.
std::size_t cut(CsvIndex& index) {
  auto& [ends, records, fault, lines] = index;
  while (!records.empty() && ends[records.back().ends - 1] >= fault) {
    records.pop_back();
  }
  ends.resize(records.empty() ? 0 : records.back().ends);
  return ends.empty() ? 0 : ends.back() + std::size_t{1};
}

}  // namespace

bool CsvPieces::take(CsvPiece& piece) {
  const std::lock_guard lock(mutex_);
  if (ended_ || careful_) return false;
  fill(piece);
  const bool last = read_all_;
  if (piece.size == 0) {
    ended_ = true;
    return false;
  }
  const std::size_t in_file = piece.size;
  if (last && piece.bytes[piece.size - 1] != '\n') {
    piece.bytes[piece.size++] = '\n';
  }
  csv_index(piece.text(), separator_, piece.index);
  // Cut behind the last whole record in front of any fault.
  const char* const bytes = piece.bytes.data();
  const std::size_t size = cut(piece.index);
  const bool whole = size == piece.size;
  if (size == 0 || (last && !whole && piece.index.fault == piece.size)) {
    // No record ends here, or the last one is open at the end of the file.
    careful_ = true;
    if (size == 0) return false;
  }
  const auto lines_in = [&](std::size_t from, std::size_t to) {
    return static_cast<std::uint64_t>(
        std::count(bytes + from, bytes + to, '\n'));
  };
  const bool faulty = piece.index.fault < piece.size;
  const std::uint64_t lines =
      faulty ? lines_in(0, size)
             : piece.index.lines - lines_in(size, piece.size);
  if (faulty) careful_ = true;
  kept_.assign(bytes + size, std::max(in_file, size) - size);
  piece.size = size;
  piece.index.fault = size;
  piece.number = taken_++;
  piece.offset = next_.offset;
  piece.line = next_.line;
  next_.offset += std::min(size, in_file);
  next_.line += lines;
  if (last && whole) ended_ = true;
  return true;
}

}  // namespace gov_report
