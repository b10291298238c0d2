// csv_record.h - where one CSV record ends and what its fields are.
//
//   in      text that begins with a record; how its lines end; its separator
//   out     the record's fields as views into that text, or unescaped copies
//   errors  RecordEnd says what is wrong, nothing is reported here

#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/row_source.h"

namespace gov_report {

enum class RecordEnd {
  found,
  beyond,           ///< not in this text, and not within quotes either
  within_quotes,    ///< not in this text; a quote is open at fault()
  unclosed_quote,   ///< the quote at fault() runs into a later line's quote
  text_after_quote  ///< found, but text follows a closing quote: at fault(),
                    ///< the first such place
};

class CsvRecord {
 public:
  /// `line_end` is LF or CR; LF may have a CR before it. Fields beyond
  /// `most_fields` are counted, not kept.
  CsvRecord(char separator, char line_end, std::size_t most_fields)
      : separator_(separator), line_end_(line_end), most_(most_fields) {}

  /// Splits the record at the start of `text`. `whole`: nothing follows text,
  /// so its end is the end of a record too.
  RecordEnd split(std::string_view text, bool whole);

  /// The record as it stands there, without its line end; of one that is not
  /// found, what stands up to the end of the line that fault() is in.
  std::string_view raw() const { return raw_; }
  /// Bytes to the start of the next record.
  std::size_t size() const { return size_; }
  /// Line ends within quotes plus the one behind the record.
  std::uint64_t lines() const { return lines_; }
  std::size_t fault() const { return fault_; }  ///< offset in raw()
  std::size_t fault_field() const { return fault_field_; }
  std::string_view text_after_quote() const {
    return raw_.substr(fault_, fault_end_ - fault_);
  }

  std::span<const Field> fields() const { return {fields_.data(), kept_}; }
  std::size_t fields_found() const { return found_; }
  /// Offset of the first field beyond most_fields that is not empty.
  std::optional<std::size_t> surplus() const { return surplus_; }

  // Places within raw().
  std::size_t begin_of(std::size_t field) const;  ///< its quote, if quoted
  std::size_t end_of(std::size_t field) const;
  /// `line` is that of the record.
  Position position(std::size_t offset, std::uint64_t line) const;
  /// Characters of the value on its first line, with its quotes; at least 1.
  std::uint32_t width(std::size_t field) const;
  /// The physical line that `offset` is in.
  std::string_view line_at(std::size_t offset) const;

 private:
  struct Extent {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  void split_plain();
  RecordEnd split_quoted(std::string_view text, bool whole);
  RecordEnd take_quoted(std::string_view text, bool whole, std::size_t& at);
  RecordEnd fail_at(std::string_view text, std::size_t at, RecordEnd end);
  void note_fault(std::size_t begin, std::size_t end);
  bool take_plain(std::string_view text, bool whole, std::size_t& at);
  bool take_rest(std::string_view text, bool whole, std::size_t& at) const;
  void add(std::string_view value, std::size_t begin, std::size_t end);
  void finish(std::string_view text, std::size_t end);
  std::string_view unescaped(std::string_view inner);

  char separator_;
  char line_end_;
  std::size_t most_;
  std::string_view raw_;
  std::size_t size_ = 0;
  std::uint64_t lines_ = 0;
  std::size_t fault_ = 0;
  std::size_t fault_end_ = 0;
  std::size_t fault_field_ = 0;
  bool quoted_ = false;
  bool faulty_ = false;
  std::size_t kept_ = 0;
  std::size_t found_ = 0;
  std::optional<std::size_t> surplus_;
  std::vector<Field> fields_;
  std::vector<Extent> extents_;
  std::deque<std::string> unescaped_;  // a deque: views into it must stay
  std::size_t unescaped_used_ = 0;
};

}  // namespace gov_report
