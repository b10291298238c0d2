#include "ledger/record_reader.h"

#include <algorithm>
#include <cstdint>

#include "base/byte_words.h"
#include "base/invisible.h"
#include "base/text.h"
#include "ledger/number_text.h"

namespace gov_report {
namespace {

constexpr std::size_t kNoColumn = SIZE_MAX;
constexpr int kAmountDecimals = 6;  // so that any unit of money stays exact

/// Plain letters and digits, as nearly all numbers of records are; neither a
/// number in a spreadsheet's form nor one of its errors.
bool is_plain_name(std::string_view text) {
  std::uint64_t plain = kHighBits;
  visit_words(text, [&](std::uint64_t word) {
    plain &= bytes_between(word, '!', '~') & ~bytes_between(word, '+', '+') &
             ~bytes_between(word, '#', '#');
  });
  return plain == kHighBits;
}

/// "" where the row ends before the column, or no column has the field.
std::string_view text_in(const Row& row, std::size_t column) {
  return column < row.fields.size() ? row.fields[column].text
                                    : std::string_view();
}

}  // namespace

RecordReader::RecordReader(const LedgerFormat& format, RowSource& rows,
                           std::string file, Date as_of, UniqueValues* unique,
                           FindingSink sink)
    : format_(format),
      rows_(rows),
      file_(std::move(file)),
      as_of_(as_of),
      unique_(unique),
      sink_(std::move(sink)),
      columns_(format, rows, file_, sink_),
      choices_(format.fields.begin(), format.fields.end()),
      glance_(format),
      seen_(format.fields.size()) {
  plan_reading();
}

void RecordReader::plan_reading() {
  read_.clear();
  plan_ = Plan();
  for (std::size_t f = 0; f < format_.fields.size(); ++f) {
    const FieldFormat& field = format_.fields[f];
    const bool may_be_empty =
        field.missing.empty() && field.default_value.empty();
    if (!columns_.of(static_cast<FieldIndex>(f)) && may_be_empty) continue;
    read_.push_back(static_cast<FieldIndex>(f));
    Bound bound;
    bound.field = static_cast<FieldIndex>(f);
    bound.type = field.type;
    bound.may_be_empty = may_be_empty;
    bound.is_unique = !field.unique.empty();
    bound.is_name = bound.is_unique || std::ranges::find(format_.named_by, f) !=
                                           format_.named_by.end();
    bound.column = columns_.of(bound.field).value_or(kNoColumn);
    plan_.of(bound).push_back(bound);
  }
}

std::vector<RecordReader::Bound>& RecordReader::Plan::of(const Bound& bound) {
  if (bound.is_unique) return others;
  switch (bound.type) {
    case FieldType::text:
      return bound.is_name ? others : texts;
    case FieldType::date:
      return dates;
    case FieldType::flag:
    case FieldType::value_class:
      return classes;
    default:
      return others;
  }
}

bool RecordReader::next(Record& record) {
  if (!rows_.next(row_)) {
    flush_unique();
    return false;
  }
  record.format = &format_;
  record.line = row_.line;
  record.has_errors = false;
  record.is_foot = false;
  if (record.values.size() != format_.fields.size()) {
    record.values.assign(format_.fields.size(), Value());
  }
  unsure_.clear();
  read_texts(row_, record);
  read_dates(row_, record);
  read_classes(row_, record);
  read_others(row_, record);
  if (glance_.may_begin(row_) && !record.has_errors) look_at_foot(record);
  return true;
}

void RecordReader::read_texts(const Row& row, Record& record) {
  for (const Bound& bound : plan_.texts) {
    Value& value = record.values[bound.field];
    value.text = text_in(row, bound.column);
    if (!is_trim(value.text)) value.text = trimmed(value.text);
    if (value.text.starts_with('=')) unwrap(bound.field, value, record);
    value.kind = value.text.empty() ? Value::Kind::empty : Value::Kind::text;
    if (value.text.empty() && !bound.may_be_empty) unsure_.push_back(&bound);
  }
}

void RecordReader::read_dates(const Row& row, Record& record) {
  for (const Bound& bound : plan_.dates) {
    Value& value = record.values[bound.field];
    value.text = text_in(row, bound.column);
    if (value.text.empty() && bound.may_be_empty) {
      value.kind = Value::Kind::empty;
    } else if (read_iso_date(value.text, value.date) && value.date <= as_of_) {
      value.kind = Value::Kind::date;
    } else {
      unsure_.push_back(&bound);
    }
  }
}

void RecordReader::read_classes(const Row& row, Record& record) {
  for (const Bound& bound : plan_.classes) {
    Value& value = record.values[bound.field];
    value.text = text_in(row, bound.column);
    if (value.text.empty() && bound.may_be_empty) {
      value.kind = Value::Kind::empty;
      continue;
    }
    const auto* const known = seen_[bound.field].find(value.text);
    const bool sure = known != nullptr && *known &&
                      (*known)->judged == nullptr && !(*known)->has_unseen;
    if (sure) {
      value.kind = Value::Kind::choice;
      value.choice = (*known)->value;
    } else {
      unsure_.push_back(&bound);
    }
  }
}

/// And what the quick looks above have left, in the order of the fields.
void RecordReader::read_others(const Row& row, Record& record) {
  for (const Bound& bound : plan_.others) {
    record.values[bound.field].text = text_in(row, bound.column);
    if (unsure_.empty()) read_field(bound, record);
  }
  if (unsure_.empty()) return;
  for (const Bound& bound : plan_.others) unsure_.push_back(&bound);
  std::ranges::sort(unsure_, {}, [](const Bound* b) { return b->field; });
  for (const Bound* bound : unsure_) read_field(*bound, record);
}

/// Whatever stands there.
void RecordReader::read_field(const Bound& bound, Record& record) {
  Value& value = record.values[bound.field];
  if (!is_trim(value.text)) value.text = trimmed(value.text);
  if (value.text.starts_with('=')) unwrap(bound.field, value, record);
  value.kind = Value::Kind::empty;
  if (!value.text.empty()) {
    read_value(bound, record);
  } else if (!bound.may_be_empty) {
    read_empty(bound, record);
  }
}

void RecordReader::read_value(const Bound& bound, Record& record) {
  Value& value = record.values[bound.field];
  switch (bound.type) {
    case FieldType::text:
      value.kind = Value::Kind::text;
      if (bound.is_name && !is_plain_name(value.text)) {
        read_name(bound.field, record);
      }
      break;
    case FieldType::date:
      read_date(bound.field, value, record);
      break;
    case FieldType::count:
    case FieldType::amount:
      read_number(bound.field, value, record);
      break;
    case FieldType::flag:
    case FieldType::value_class:
      read_choice(bound.field, value, record);
      break;
  }
  if (unique_ != nullptr && bound.is_unique) {
    enter_unique(bound.field, value.text);
  }
}

void RecordReader::enter_unique(FieldIndex field, std::string_view text) {
  constexpr std::size_t kAtOnce = 4096;
  entering_.push_back(value_hash(field, text));
  if (entering_.size() >= kAtOnce) flush_unique();
}

void RecordReader::flush_unique() {
  if (unique_ != nullptr) unique_->enter(entering_);
  entering_.clear();
}

void RecordReader::report_repeated(Record& record,
                                   RepeatedValues& values) const {
  for (const FieldIndex field : read_) {
    const FieldFormat& format = format_.fields[field];
    const Value& value = record.values[field];
    if (format.unique.empty() || !value.filled()) continue;
    const auto first = values.enter(field, value.text, file_, record.line);
    if (!first) continue;
    Finding twice = about(field, format.unique, value);
    twice.arguments.push_back({"first", *first});
    report(std::move(twice), record);
  }
}

void RecordReader::read_empty(const Bound& bound, Record& record) {
  const FieldFormat& format = format_.fields[bound.field];
  Value& value = record.values[bound.field];
  if (!format.missing.empty()) {
    Finding empty = about(bound.field, format.missing, value);
    empty.variant = "empty";
    empty.arguments.push_back({"allowed", choices_[bound.field].labels()});
    report(std::move(empty), record);
  }
  if (format.default_value.empty()) return;
  value.text = format.default_value;
  read_value(bound, record);
}

void RecordReader::read_date(FieldIndex field, Value& value, Record& record) {
  if (!read_iso_date(value.text, value.date)) {
    auto date = parse_date(value.text);
    if (const auto column = columns_.of(field); !date && column) {
      date = rows_.number_as_date(*column);
    }
    if (!date) date = read_unusual_date(field, value, record);
    if (!date) return;
    value.date = *date;
  }
  value.kind = Value::Kind::date;
  if (value.date <= as_of_) return;
  const FieldFormat& format = format_.fields[field];
  if (!format.not_after_as_of) return;
  Finding late = about(field, format.missing, value);
  late.variant = "future";
  late.arguments.push_back({"as_of", iso_text(as_of_)});
  report(std::move(late), record);
  value.kind = Value::Kind::bad;
}

void RecordReader::read_number(FieldIndex field, Value& value, Record& record) {
  const bool is_count = format_.fields[field].type == FieldType::count;
  auto number = Decimal::parse(value.text);
  if (!number || *number < Decimal()) {
    number = read_unusual_number(field, value, record);
    if (!number) return;
  }
  if (*number > kLargestFigure || number->decimals() > kAmountDecimals ||
      (is_count && !number->whole())) {
    value.kind = Value::Kind::bad;
    report(about(field, is_count ? "bad-count" : "bad-amount", value), record);
    return;
  }
  value.kind = is_count ? Value::Kind::count : Value::Kind::amount;
  value.count = number->whole().value_or(0);
  value.amount = *number;
}

const std::optional<Choice>& RecordReader::choice_of(FieldIndex field,
                                                     std::string_view text) {
  KnownSpellings& seen = seen_[field];
  if (const auto* before = seen.find(text)) return *before;
  auto choice = choices_[field].find(text);
  if (choice) choice->has_unseen = first_unseen(text).has_value();
  return seen.remember(text, choice);
}

void RecordReader::read_choice(FieldIndex field, Value& value, Record& record) {
  const auto& choice = choice_of(field, value.text);
  if (!choice) {
    value.kind = Value::Kind::bad;
    report(no_choice(field, value), record);
    return;
  }
  value.kind = Value::Kind::choice;
  value.choice = choice->value;
  if (choice->has_unseen) note_unseen(field, value, record);
  if (choice->judged == nullptr) return;
  Finding judged = about(field, "value-by-judgement", value);
  judged.arguments.push_back(
      {"meant", format_.fields[field].values[choice->value].label});
  judged.arguments.push_back({"reason", choice->judged->reason});
  note(std::move(judged), record);
}

Finding RecordReader::about(FieldIndex field, std::string rule,
                            const Value& value) const {
  Finding finding;
  finding.rule = std::move(rule);
  finding.place = place(field);
  finding.arguments = {{"field", format_.fields[field].heading},
                       {"value", shown(value)}};
  return finding;
}

Place RecordReader::place(FieldIndex field) const {
  if (const auto column = columns_.of(field))
    return rows_.place(file_, *column);
  return rows_.place(file_, 0);
}

std::string RecordReader::shown(const Value& value) {
  return as_quoted(value.text);
}

Place RecordReader::spot(FieldIndex field) const {
  const std::size_t column = columns_.of(field).value_or(0);
  return {{}, rows_.position(column), rows_.width(column), {}, {}};
}

std::string RecordReader::name_of(const Record& record) const {
  if (const auto id = format_.field("id")) {
    const std::string_view text = text_in_row(*id);
    if (!text.empty()) return as_quoted(text);
  }
  // Not "": one waiver would cover all records without a name.
  return "#" + std::to_string(record.line);
}

/// A value of the current row, also before the record has it.
std::string_view RecordReader::text_in_row(FieldIndex field) const {
  const auto column = columns_.of(field);
  if (!column || *column >= row_.fields.size()) return {};
  const std::string_view text = trimmed(row_.fields[*column].text);
  return wrapped_text(text).value_or(text);
}

std::string RecordReader::record_of(const Record& record) const {
  for (const FieldIndex field : format_.named_by) {
    const std::string_view text = text_in_row(field);
    if (!text.empty()) return std::string(text);
  }
  return "#" + std::to_string(record.line);
}

void RecordReader::report(Finding finding, Record& record) const {
  if (!record.has_errors) {
    record.has_errors = true;
    if (auto foot = foot_row()) {
      note(std::move(*foot), record);
      record.is_foot = true;
    }
  }
  note(std::move(finding), record);
}

void RecordReader::note(Finding finding, const Record& record) const {
  if (record.is_foot) return;
  finding.arguments.push_back({"record", name_of(record)});
  finding.record = record_of(record);
  sink_(std::move(finding));
}

}  // namespace gov_report
