// xlsx_sheet.h - the rows of one sheet, one after the other.
//
//   in      the XML of a worksheet as it is expanded
//   out     rows that have a value, with the texts people see: dates by number
//           format as YYYY-MM-DD, numbers in plain decimals, formulas by the
//           value stored with them. Hidden rows and columns are like others
//   absent  cells and rows without a value are left out
//   errors  a BookFault, after which there are no more rows
//   memory  one row, and a piece of the XML

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/xlsx_book.h"
#include "source/xml_events.h"

namespace gov_report {

struct SheetCell {
  enum class Kind : std::uint8_t {
    text,
    number,        ///< of no date format
    error,         ///< text: #N/A and the like
    uncalculated,  ///< a formula whose value is not stored
    twice,         ///< another cell of the row has the same address
    broken         ///< a shared string that there is not
  };
  std::uint32_t column = 0;  ///< from 1
  Kind kind = Kind::text;
  std::string_view text;
};

/// Valid until the next one.
struct SheetRow {
  std::uint64_t number = 0;          ///< from 1
  std::span<const SheetCell> cells;  ///< by column
  bool too_long = false;  ///< more than kRowLimit bytes; only the first cells
};

class SheetReader {
 public:
  /// REQUIRES: the book outlives the reader, and its shared parts are loaded.
  SheetReader(XlsxBook& book, const BookSheet& sheet);
  ~SheetReader();
  SheetReader(const SheetReader&) = delete;
  SheetReader& operator=(const SheetReader&) = delete;

  /// False at the end, and after a fault.
  bool next(SheetRow& row);

  const std::optional<BookFault>& fault() const { return fault_; }
  /// The last row that was begun.
  std::uint64_t row_number() const;

 private:
  class Handler;

  bool feed();

  std::string name_;
  std::unique_ptr<ZipPart> part_;
  std::unique_ptr<Handler> handler_;
  std::unique_ptr<XmlStream> xml_;
  std::optional<BookFault> fault_;
  XmlStream::State state_ = XmlStream::State::more;
};

}  // namespace gov_report
