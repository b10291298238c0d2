// record_reader.h - positioned rows → typed records, checked field by field.
//
//   findings  those of ledger/field_columns.h; required-field-empty (or the
//             schema's own rule), unknown-value (or its own rule), bad-date,
//             bad-count, bad-amount, bad-flag, formula-error, digits-lost,
//             ambiguous-value; warnings and infos: value-by-judgement,
//             invisible-character, unit-converted, text-as-formula;
//             report_repeated(): the rules of values that must not come twice
//   memory    one record

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "ledger/choice_words.h"
#include "ledger/field_columns.h"
#include "ledger/foot_glance.h"
#include "ledger/known_spellings.h"
#include "ledger/record.h"
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
  bool usable() const { return columns_.usable(); }

  bool next(Record& record);

  bool has_column(FieldIndex field) const {
    return columns_.of(field).has_value();
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
  /// Hands a finding on, with {record} filled in. The first one of a row looks
  /// whether it is a record at all: of a total or a signature that is all that
  /// is told.
  void report(Finding finding, Record& record) const;
  /// The same for what is no error: the record stays as good as it was.
  void note(Finding finding, const Record& record) const;

 private:
  /// What there is to do with a field of every row; apart from its format,
  /// which is large.
  struct Bound {
    FieldIndex field = 0;
    FieldType type = FieldType::text;
    bool may_be_empty = false;
    bool is_name = false;  ///< it names or tells records apart
    bool is_unique = false;
    std::size_t column = 0;
  };
  /// The fields by what is done with them, so that a row needs no decision for
  /// each.
  struct Plan {
    std::vector<Bound> texts;  ///< kept as they are
    std::vector<Bound> dates;
    std::vector<Bound> classes;
    std::vector<Bound> others;

    std::vector<Bound>& of(const Bound& bound);
  };

  void plan_reading();
  void enter_unique(FieldIndex field, std::string_view text);
  void flush_unique();
  void read_texts(const Row& row, Record& record);
  void read_dates(const Row& row, Record& record);
  void read_classes(const Row& row, Record& record);
  void read_others(const Row& row, Record& record);
  void read_field(const Bound& bound, Record& record);
  void read_value(const Bound& bound, Record& record);
  void read_date(FieldIndex field, Value& value, Record& record);
  void read_number(FieldIndex field, Value& value, Record& record);
  void read_choice(FieldIndex field, Value& value, Record& record);
  void read_empty(const Bound& bound, Record& record);
  void read_name(FieldIndex field, Record& record);
  void unwrap(FieldIndex field, Value& value, Record& record) const;
  std::optional<Date> read_unusual_date(FieldIndex field, Value& value,
                                        Record& record);
  std::optional<Decimal> read_unusual_number(FieldIndex field, Value& value,
                                             Record& record);
  const std::optional<Choice>& choice_of(FieldIndex field,
                                         std::string_view text);
  Finding no_choice(FieldIndex field, const Value& value) const;
  void note_unseen(FieldIndex field, const Value& value,
                   const Record& record) const;
  std::string_view text_in_row(FieldIndex field) const;
  std::optional<Finding> foot_row() const;
  bool has_day() const;
  bool holds_record() const;
  std::string inked_cells() const;
  void look_at_foot(Record& record) const;
  Finding about(FieldIndex field, std::string rule, const Value& value) const;

  const LedgerFormat& format_;
  RowSource& rows_;
  Row row_;  // the current one
  std::string file_;
  Date as_of_;
  UniqueValues* unique_;
  std::vector<std::uint64_t> entering_;  // hashes for unique_
  FindingSink sink_;
  FieldColumns columns_;
  Plan plan_;
  std::vector<const Bound*> unsure_;  // of the current row
  std::vector<FieldIndex> read_;  // fields that a record may have or must have
  std::vector<ChoiceWords> choices_;  // by field
  FootGlance glance_;
  std::vector<KnownSpellings> seen_;  // by field: text as written → value
};

/// The rules that reading a field may break, whatever its values.
std::vector<std::string> rules_of(const FieldFormat& field);

}  // namespace gov_report
