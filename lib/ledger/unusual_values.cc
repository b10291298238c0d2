// What RecordReader does with values that are not plain: few are, so nothing
// here need be fast.

#include <algorithm>

#include "base/invisible.h"
#include "base/text.h"
#include "ledger/date_text.h"
#include "ledger/number_text.h"
#include "ledger/record_reader.h"

namespace gov_report {
namespace {

bool is_among(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

/// What a row is that begins so and is no record; "": it is not known. Numbers,
/// and what stands in brackets, are left out.
std::string foot_variant(const LedgerFormat& format, std::string_view first,
                         bool has_day) {
  const std::string word = fold(first);
  const std::size_t colon = word.find(':');
  std::string begin = word.substr(0, std::min(colon, word.find('(')));
  std::erase_if(begin, [](char c) { return c >= '0' && c <= '9'; });
  if (is_among(format.total_words, begin)) return "total";
  const bool may_sign = colon != std::string::npos || !has_day;
  return may_sign && is_among(format.signature_words, begin) ? "signature" : "";
}

}  // namespace

/// What is written in a number of a record and should not be.
void RecordReader::read_name(FieldIndex field, Record& record) {
  const Value& value = record.values[field];
  if (is_formula_error(value.text)) {
    report(about(field, "formula-error", value), record);
  } else if (is_spreadsheet_exponent(value.text)) {
    report(about(field, "digits-lost", value), record);
  } else {
    note_unseen(field, value, record);
  }
}

/// nullopt after a finding.
std::optional<Date> RecordReader::read_unusual_date(FieldIndex field,
                                                    Value& value,
                                                    Record& record) {
  const std::string text = without_invisible(value.text);
  if (const auto date = read_date_text(text)) {
    if (text != value.text) note_unseen(field, value, record);
    return date;
  }
  value.kind = Value::Kind::bad;
  if (is_formula_error(text)) {
    report(about(field, "formula-error", value), record);
    return std::nullopt;
  }
  const BadDateText why = why_no_date(text);
  Finding bad = about(field, "bad-date", value);
  bad.variant = why.variant;
  // Of a text, a format for dates makes no date.
  const bool in_workbook = !bad.place.address.empty();
  if (why.variant == "serial" && in_workbook) bad.variant = "serial-as-text";
  if (why.meant) bad.arguments.push_back({"meant", iso_text(*why.meant)});
  if (!why.rest.empty()) bad.arguments.push_back({"rest", why.rest});
  report(std::move(bad), record);
  return std::nullopt;
}

/// nullopt after a finding.
std::optional<Decimal> RecordReader::read_unusual_number(FieldIndex field,
                                                         Value& value,
                                                         Record& record) {
  using Problem = NumberText::Problem;
  const FieldFormat& format = format_.fields[field];
  const std::string text = without_invisible(value.text);
  const NumberText number = read_number_text(text, format);
  if (number.value) {
    if (text != value.text) note_unseen(field, value, record);
    if (number.converted) {
      Finding converted = about(field, "unit-converted", value);
      converted.arguments.push_back({"meant", number.value->text()});
      note(std::move(converted), record);
    }
    return number.value;
  }
  value.kind = Value::Kind::bad;
  const bool is_count = format.type == FieldType::count;
  Finding bad = about(field, is_count ? "bad-count" : "bad-amount", value);
  if (is_formula_error(text)) bad.rule = "formula-error";
  if (number.problem == Problem::exponent) bad.rule = "digits-lost";
  if (number.problem == Problem::separators) bad.variant = "separators";
  if (number.problem == Problem::unit) bad.variant = "unit";
  if (number.problem == Problem::negative) bad.variant = "negative";
  report(std::move(bad), record);
  return std::nullopt;
}

/// Why a text is none of the values.
Finding RecordReader::no_choice(FieldIndex field, const Value& value) const {
  const FieldFormat& format = format_.fields[field];
  const ChoiceWords& words = choices_[field];
  if (!format.multiple.empty() && words.has_several(value.text)) {
    return about(field, format.multiple, value);
  }
  if (is_formula_error(value.text)) {
    return about(field, "formula-error", value);
  }
  if (const AmbiguousWords* several = words.ambiguous(value.text)) {
    Finding ambiguous = about(field, "ambiguous-value", value);
    ambiguous.arguments.push_back({"allowed", words.labels(several->values)});
    ambiguous.arguments.push_back({"reason", several->reason});
    return ambiguous;
  }
  Finding unknown = about(field, format.unknown, value);
  unknown.arguments.push_back({"allowed", words.labels()});
  if (const auto near = words.meant(value.text)) {
    unknown.variant = "nearest";
    unknown.arguments.push_back({"nearest", *near});
  }
  return unknown;
}

/// Says the first character of a value that cannot be seen, if there is one.
void RecordReader::note_unseen(FieldIndex field, const Value& value,
                               const Record& record) const {
  const auto found = first_unseen(value.text);
  if (!found) return;
  Finding finding = about(field, "invisible-character", value);
  if (!is_invisible(found->code_point)) finding.variant = "blank";
  finding.arguments.push_back(
      {"character", code_point_name(found->code_point)});
  finding.arguments.push_back({"position", std::to_string(found->at)});
  note(std::move(finding), record);
}

/// ="00123", by which zeros outlast a spreadsheet, is 00123; so is ="", which
/// is nothing.
void RecordReader::unwrap(FieldIndex field, Value& value,
                          Record& record) const {
  const auto inner = wrapped_text(value.text);
  if (!inner) return;
  Finding wrapped = about(field, "text-as-formula", value);
  value.text = *inner;
  if (inner->empty()) return;
  wrapped.arguments.push_back({"meant", shown(value)});
  note(std::move(wrapped), record);
}

/// Says that the current row is none of a record.
std::optional<Finding> RecordReader::foot_row() const {
  const auto first = std::ranges::find_if(row_.fields, [](const Field& field) {
    return !trimmed(field.text).empty();
  });
  Finding foot;
  foot.rule = "row-not-a-record";
  if (first == row_.fields.end()) {
    foot.variant = "blank";
    foot.place = rows_.place(file_, 0);
    return foot;
  }
  const bool has_value = std::ranges::any_of(
      read_, [&](FieldIndex f) { return !text_in_row(f).empty(); });
  if (!has_value) {
    foot.variant = "no-field";
  } else if (!holds_record()) {
    foot.variant = foot_variant(format_, first->text, has_day());
  }
  if (foot.variant.empty()) return std::nullopt;
  foot.place =
      rows_.place(file_, static_cast<std::size_t>(first - row_.fields.begin()));
  foot.arguments = {
      {"value", has_value ? as_quoted(first->text) : inked_cells()}};
  return foot;
}

/// A day that must be there is, if only misspelled.
bool RecordReader::has_day() const {
  return std::ranges::any_of(read_, [&](FieldIndex f) {
    const FieldFormat& field = format_.fields[f];
    return field.type == FieldType::date && field.required &&
           !text_in_row(f).empty();
  });
}

/// The classes that every record must have are there, or one and a day.
bool RecordReader::holds_record() const {
  bool any = false;
  bool all = true;
  for (const FieldIndex f : read_) {
    const FieldFormat& field = format_.fields[f];
    if (field.type != FieldType::value_class) continue;
    const bool is_known = choices_[f].find(text_in_row(f)).has_value();
    any = any || is_known;
    all = all && (is_known || !field.required);
  }
  return any && (all || has_day());
}

std::string RecordReader::inked_cells() const {
  constexpr std::size_t kMost = 5;
  std::string all;
  std::size_t count = 0;
  for (const Field& field : row_.fields) {
    if (trimmed(field.text).empty() || ++count > kMost) continue;
    if (!all.empty()) all += ", ";
    all += as_quoted(field.text);
  }
  return all;
}

/// A row in which nothing else is wrong may be a total or a signature, or have
/// the name of one.
void RecordReader::look_at_foot(Record& record) const {
  if (auto foot = foot_row()) {
    record.has_errors = true;
    note(std::move(*foot), record);
    record.is_foot = true;
    return;
  }
  for (const FieldIndex f : format_.named_by) {
    const std::string name = fold(text_in_row(f));
    if (name.empty() || !(is_among(format_.total_words, name) ||
                          is_among(format_.signature_words, name))) {
      continue;
    }
    Finding named = about(f, "row-not-a-record", record.values[f]);
    named.variant = "foot-name";
    named.severity = Severity::warning;
    note(std::move(named), record);
    return;
  }
}

std::vector<std::string> rules_of(const FieldFormat& field) {
  std::vector<std::string> rules = {field.missing,   field.unknown,
                                    field.unique,    field.multiple,
                                    "formula-error", "text-as-formula"};
  const auto add = [&rules](std::initializer_list<const char*> more) {
    rules.insert(rules.end(), more.begin(), more.end());
  };
  switch (field.type) {
    case FieldType::text:
      add({"invisible-character", "digits-lost"});
      break;
    case FieldType::date:
      add({"bad-date", "invisible-character"});
      break;
    case FieldType::count:
      add({"bad-count", "invisible-character", "digits-lost"});
      break;
    case FieldType::amount:
      add({"bad-amount", "invisible-character", "digits-lost"});
      break;
    case FieldType::flag:
    case FieldType::value_class:
      add({"invisible-character"});
      break;
  }
  const bool converts = std::ranges::any_of(
      field.units,
      [](const NumberUnit& unit) { return unit.power_of_ten > 0; });
  const bool judges = std::ranges::any_of(
      field.values,
      [](const FieldValue& value) { return !value.judged.empty(); });
  if (converts) add({"unit-converted"});
  if (judges) add({"value-by-judgement"});
  if (!field.ambiguous.empty()) add({"ambiguous-value"});
  std::erase(rules, "");
  return rules;
}

}  // namespace gov_report
