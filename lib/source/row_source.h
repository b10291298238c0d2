// row_source.h - bytes of a ledger as positioned rows, one after the other.
//
//   in      a ledger file, CSV, YAML or XLSX, in any known encoding
//   out     one Row at a time in UTF-8; nothing has a meaning yet
//   absent  a field that the file does not have is an empty Field
//   errors  a row that cannot be read is a finding and is passed over; the
//           reader goes on with the next one. rows_rejected() counts them, so
//           that rows read + rows rejected = rows of the file.
//           next() throws std::system_error when the disk fails.
//
// A Row is valid until the next call of next(). Memory does not grow with the
// number of rows; one row is at most kRowLimit bytes.

#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/text.h"

namespace gov_report {

inline constexpr std::size_t kRowLimit = 1 << 20;  ///< bytes of one row

/// One value as it stands in the file, without its quotes.
struct Field {
  std::string_view text;
};

struct Column {
  std::string name;
  Position at;
};

struct Row {
  enum class Kind { record, blank, rejected };

  std::uint64_t line = 0;         ///< first physical line of the record
  std::span<const Field> fields;  ///< by column; may be shorter than columns
  std::string_view raw;           ///< the record as it stands in the file
  Kind kind = Kind::record;       ///< other kinds: RowChoice::all only
};

/// Which rows of a file are handed out.
enum class RowChoice {
  records,
  /// Blank and rejected rows too, for a copy of the file. A rejected row has
  /// fields only if it is split well and has too many; one that is too long
  /// has only its start. Sources without raw rows hand out records alone.
  all
};

class RowSource {
 public:
  virtual ~RowSource() = default;

  /// All columns, known before the first row.
  virtual const std::vector<Column>& columns() const = 0;

  /// True if the file has a header line. Without one (YAML) the columns are
  /// the keys of all records.
  virtual bool has_header() const = 0;

  /// The next row, or false at the end.
  virtual bool next(Row& row) = 0;

  // Where column `field` of the current row stands; worked out when asked for,
  // because few fields of a ledger have findings. A field that the row does
  // not have stands at the end of a CSV record, at the start of a YAML one.

  /// First character of the value (of its quote, if quoted).
  virtual Position position(std::size_t field) const = 0;
  /// Characters of the value on that line, with its quotes; at least 1.
  virtual std::uint32_t width(std::size_t field) const = 0;
  /// The physical line in which it begins; valid as long as the row.
  virtual std::string_view excerpt(std::size_t field) const = 0;

  virtual std::uint64_t rows_rejected() const = 0;

  /// What stands between the values of a raw row; 0: nothing does.
  virtual char separator() const { return 0; }

  /// The first line of the file, for messages about the header.
  virtual std::string_view header_line() const = 0;

  /// The day that a value stands for which is stored as a number of days; only
  /// spreadsheets have such.
  virtual std::optional<Date> number_as_date(std::size_t /*field*/) const {
    return std::nullopt;
  }

  /// A column of the header as the place of a finding.
  virtual Place header_place(std::string file, std::size_t column) const {
    const Column& named = columns()[column];
    const std::size_t width =
        std::max<std::size_t>(character_count(named.name), 1);
    return {std::move(file),
            named.at,
            static_cast<std::uint32_t>(width),
            std::string(has_header() ? header_line() : ""),
            {}};
  }

  /// All of that as the place of a finding.
  virtual Place place(std::string file, std::size_t field) const {
    return {std::move(file),
            position(field),
            width(field),
            std::string(excerpt(field)),
            {}};
  }
};

}  // namespace gov_report
