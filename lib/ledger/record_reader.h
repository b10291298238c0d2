// record_reader.h - positioned rows → typed records, checked field by field.
//
//   findings  missing-column, duplicate-column, required-field-empty (or the
//             schema's own rule), unknown-value (or its own rule), bad-date,
//             bad-count, bad-amount, bad-flag; report_repeated(): the rules of
//             values that must not come twice
//   memory    one record

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/finding.h"
#include "ledger/record.h"
#include "ledger/spellings.h"
#include "ledger/unique_values.h"
#include "source/row_source.h"

namespace gov_report {

class RecordReader {
 public:
  /// `as_of`: no event may be later (where the schema says so). `unique` gets
  /// the values that must not come twice; null: nobody asks.
  RecordReader(const LedgerFormat& format, RowSource& rows, std::string file,
               Date as_of, UniqueValues* unique, FindingSink sink);

  /// False if a required column is missing: nothing can be read then.
  bool usable() const { return usable_; }

  bool next(Record& record);

  bool has_column(FieldIndex field) const {
    return column_of_[field].has_value();
  }
  /// The fields that a record of this file may have or must have.
  const std::vector<FieldIndex>& fields_read() const { return read_; }
  const LedgerFormat& format() const { return format_; }
  const std::string& file() const { return file_; }
  Place place(FieldIndex field) const;
  /// The same without file and excerpt.
  Place spot(FieldIndex field) const;
  /// A value as messages have it.
  static std::string shown(const Value& value);
  /// The text of the id field, or the line number.
  std::string name_of(const Record& record) const;
  /// What a waiver calls the record: the first of the fields `named_by` that
  /// is filled, in full; "" if none is.
  std::string record_of(const Record& record) const;
  /// Findings about the record's values that `values` has seen before.
  void report_repeated(Record& record, RepeatedValues& values) const;
  /// Hands a finding on, with {record} filled in.
  void report(Finding finding, Record& record) const;

 private:
  using Choices = std::unordered_map<std::string, std::optional<ValueIndex>>;

  void bind_columns();
  void enter_unique(FieldIndex field, std::string_view text);
  void flush_unique();
  void report_missing_columns();
  void read_value(FieldIndex field, std::string_view text, Record& record);
  void read_date(FieldIndex field, Value& value, Record& record);
  void read_number(FieldIndex field, Value& value, Record& record);
  void read_choice(FieldIndex field, Value& value, Record& record);
  void read_empty(FieldIndex field, Record& record);
  std::optional<ValueIndex> choice_of(FieldIndex field, std::string_view text);
  /// Whether a text lists at least two different values and nothing else.
  bool has_several(FieldIndex field, std::string_view text);
  std::optional<std::string> meant_value(FieldIndex field,
                                         std::string_view text) const;
  Finding about(FieldIndex field, std::string rule, const Value& value) const;

  const LedgerFormat& format_;
  RowSource& rows_;
  std::string file_;
  Date as_of_;
  UniqueValues* unique_;
  std::vector<std::uint64_t> entering_;  // hashes for unique_
  FindingSink sink_;
  bool usable_ = true;
  std::size_t bound_ = 0;  // columns of the source looked at so far
  std::vector<std::optional<std::size_t>> column_of_;  // by field
  std::vector<FieldIndex> read_;  // fields that a record may have or must have
  std::vector<Choices> choices_;  // by field: folded text → value
  std::vector<Spellings> seen_;   // by field: text as written → value
};

/// The names a field of the format goes by, folded: id, headings, aliases.
std::vector<std::string> heading_names(const FieldFormat& field);

}  // namespace gov_report
