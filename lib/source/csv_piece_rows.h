// csv_piece_rows.h - the rows of pieces of a CSV file (csv_pieces.h).
//
//   out       the rows that open_csv_rows() would give for the same records
//   findings  too-many-fields, and those of csv.h where a quote or a byte 0
//             stands oddly
//   memory    a row's values where they cannot be views into the piece

#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/csv.h"
#include "source/csv_pieces.h"
#include "source/csv_record.h"
#include "source/encoding.h"
#include "source/gb18030.h"
#include "source/row_source.h"

namespace gov_report {

class CsvPieceRows : public RowSource {
 public:
  /// `head` must outlive the rows; `file` is how findings name it.
  CsvPieceRows(const CsvHead& head, std::string file, Encoding encoding,
               FindingSink sink);

  /// The rows to come are those of `piece`, which must outlive them.
  void read(const CsvPiece& piece);
  /// What was found in the piece; null if it had not to be converted.
  const Gb18030Text* converted() const {
    return converter_ ? &found_in_piece_ : nullptr;
  }

  const std::vector<Column>& columns() const override { return head_.columns; }
  bool has_header() const override { return true; }
  bool next(Row& row) override;
  std::uint64_t rows_rejected() const override { return rejected_; }
  std::string_view header_line() const override { return head_.header_line; }
  char separator() const override { return head_.separator; }

  Position position(std::size_t field) const override;
  std::uint32_t width(std::size_t field) const override;
  std::string_view excerpt(std::size_t field) const override;

 private:
  enum class Split { row, none, surplus };

  using Ends = std::span<const std::uint32_t>;

  Split split_row();
  void split_plain(Ends ends);
  bool split_nested(Ends ends);
  Split split_odd();
  bool is_blank() const;
  const CsvRecord& careful() const;
  void reject_surplus();

  const CsvHead& head_;
  std::string file_;
  FindingSink sink_;
  std::uint64_t rejected_ = 0;

  std::string_view text_;  // the piece's, as UTF-8
  Ends ends_;              // in text_
  std::optional<Gb18030Converter> converter_;
  Gb18030Text found_in_piece_;
  std::vector<char> converted_;                // text_, if it is not the
  std::vector<std::uint32_t> converted_ends_;  // piece's own
  std::span<const CsvIndex::Record> records_;
  std::size_t record_at_ = 0;  // next of records_
  std::size_t end_ = 0;        // next of ends_
  std::size_t begin_ = 0;      // of the current record in text_
  std::size_t size_ = 0;       // of it, with its line end
  std::uint64_t line_ = 0;
  std::uint64_t lines_ = 0;  // of the current record
  std::vector<Field> fields_;
  std::size_t found_ = 0;
  std::vector<char> unescaped_;  // values of the current record

  std::unique_ptr<RowSource> odd_;  // the careful reader of an odd record

  // The current record once more, where someone asks for places in it.
  mutable CsvRecord record_;
  mutable bool record_is_current_ = false;
};

}  // namespace gov_report
