#include "source/csv_pieces.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "source/row_source.h"

namespace gov_report {

namespace {

static_assert(CsvPieces::kPiece <= kRowLimit, "longer rows are findings");

// What the careful reader has in sight of a record, its CR LF included.
constexpr std::size_t kSight = kRowLimit + 2;
// Longer odd records are left to it: its sight is in characters of UTF-8.
constexpr std::size_t kOddLimit = kRowLimit / 2;

std::uint64_t line_ends(std::string_view text) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

/// Leaves the records in front of any fault; the bytes that they have.
std::size_t cut(CsvIndex& index) {
  auto& [ends, records, fault, lines] = index;
  while (!records.empty() && ends[records.back().ends - 1] >= fault) {
    records.pop_back();
  }
  ends.resize(records.empty() ? 0 : records.back().ends);
  return ends.empty() ? 0 : ends.back() + std::size_t{1};
}

/// Puts the index of what begins at `begin` behind that of what is before.
void append(const CsvIndex& from, std::size_t begin, CsvIndex& to) {
  const auto offset = static_cast<std::uint32_t>(begin);
  const auto ends = static_cast<std::uint32_t>(to.ends.size());
  for (const std::uint32_t end : from.ends) to.ends.push_back(offset + end);
  for (const auto& [own, look] : from.records) {
    to.records.push_back({ends + own, look});
  }
  to.fault = begin + from.fault;
}

}  // namespace

CsvPieces::CsvPieces(std::unique_ptr<ByteStream> bytes, Start from,
                     char separator, std::size_t size)
    : bytes_(std::move(bytes)),
      separator_(separator),
      size_(size),
      next_(from),
      odd_(separator, '\n', 0) {}

/// Reads on until the piece has `size` bytes or the file ends.
void CsvPieces::fill(CsvPiece& piece, std::size_t size) {
  if (piece.bytes.size() < size + 1 + kIndexPadding) {
    piece.bytes.resize(size + 1 + kIndexPadding);
  }
  while (piece.size < size && !read_all_) {
    const std::size_t got =
        bytes_->read(piece.bytes.data() + piece.size, size - piece.size);
    read_all_ = got == 0;
    piece.size += got;
  }
  ended_line_ =
      read_all_ && piece.size > 0 && piece.bytes[piece.size - 1] != '\n';
  if (ended_line_) piece.bytes[piece.size++] = '\n';
}

/// All the whole records in the piece; the bytes that they have.
std::size_t CsvPieces::index_records(CsvPiece& piece) {
  csv_index(piece.text(), separator_, piece.index);
  const std::uint64_t lines = piece.index.lines;
  bool all_counted = piece.index.fault == piece.size;
  std::size_t size = cut(piece.index);
  while (size < piece.size) {
    const bool open = piece.index.fault == piece.size;
    if (open && size > 0 && !read_all_) break;  // it begins the next piece
    if (!add_odd_record(piece, size)) break;
    all_counted = false;
    size = piece.index.ends.back() + std::size_t{1};
    csv_index(piece.text().substr(size), separator_, behind_odd_);
    const std::size_t more = cut(behind_odd_);
    append(behind_odd_, size, piece.index);
    size += more;
  }
  piece.index.lines = all_counted ? lines - line_ends(piece.text().substr(size))
                                  : line_ends(piece.text().substr(0, size));
  return size;
}

/// Adds the record at `begin`; false if it can only be read with more in sight.
bool CsvPieces::add_odd_record(CsvPiece& piece, std::size_t begin) {
  if (!see_end(piece, begin) || odd_.size() > kOddLimit) return false;
  CsvIndex& index = piece.index;
  index.ends.push_back(static_cast<std::uint32_t>(begin + odd_.size() - 1));
  index.records.push_back(
      {static_cast<std::uint32_t>(index.ends.size()), CsvIndex::Look::odd});
  return true;
}

/// Splits the record at `begin`, for which a piece of no other may grow.
bool CsvPieces::see_end(CsvPiece& piece, std::size_t begin) {
  for (;;) {
    const std::string_view text = piece.text().substr(begin);
    const RecordEnd end = odd_.split(text, read_all_);
    const bool in_sight = read_all_ || text.size() >= kSight;
    const bool decided = end != RecordEnd::beyond &&
                         (end != RecordEnd::within_quotes || in_sight);
    if (decided) return odd_.size() > odd_.raw().size();
    if (begin > 0 || in_sight) return false;
    fill(piece, std::min(2 * piece.size, kSight));
  }
}

bool CsvPieces::take(CsvPiece& piece) {
  const std::lock_guard lock(mutex_);
  if (ended_ || careful_) return false;
  piece.bytes.resize(std::max(size_, kept_.size()) + 1 + kIndexPadding);
  piece.size = kept_.copy(piece.bytes.data(), kept_.size());
  fill(piece, size_);
  const std::size_t size = index_records(piece);
  if (size == 0) {
    ended_ = piece.size == 0;
    careful_ = !ended_;
    return false;
  }
  const bool whole = size == piece.size;
  ended_ = read_all_ && whole;
  const std::size_t in_file = piece.size - (ended_line_ ? 1 : 0);
  kept_.assign(piece.bytes.data() + size, std::max(in_file, size) - size);
  piece.size = size;
  piece.index.fault = size;
  piece.number = taken_++;
  piece.offset = next_.offset;
  piece.line = next_.line;
  next_.offset += std::min(size, in_file);
  next_.line += piece.index.lines;
  return true;
}

}  // namespace gov_report
