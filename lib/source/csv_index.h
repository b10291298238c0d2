// csv_index.h - where the fields of a piece of CSV end, found 64 bytes at a
// time.
//
//   in      text that begins with a record; its separator; lines end in LF or
//           CR LF
//   out     the places of all separators and line ends outside quotes, and
//           which of them end records
//   errors  a place from which on the text must be read with care, by
//           source/csv_record.h: a quote within a field that does not begin
//           with one, text behind a closing quote, a byte 0
//   library Highway, and only in csv_index.cc: the widest vectors of the
//           machine, scalar code where it has none

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace gov_report {

/// What csv_index() may read behind the text, whatever stands there.
inline constexpr std::size_t kIndexPadding = 64;

struct CsvIndex {
  enum class Look : std::uint8_t {
    plain,   ///< a field that begins with a quote ends with the only other
    nested,  ///< with quotes or line ends between such quotes
    odd      ///< to be read with care; has one end only, its own
  };
  struct Record {
    std::uint32_t ends = 0;  ///< of this record and all before it
    Look look = Look::plain;
  };
  std::vector<std::uint32_t> ends;  ///< offsets in the text, ascending
  std::vector<Record> records;
  std::size_t fault = 0;    ///< size of the text if there is none
  std::uint64_t lines = 0;  ///< bytes LF, if there is no fault
};

/// REQUIRES: text.size() < 2^32, and kIndexPadding readable bytes behind it.
void csv_index(std::string_view text, char separator, CsvIndex& index);

}  // namespace gov_report
