#include "ledger/record_reader.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kShownCharacters = 40;
constexpr int kAmountDecimals = 6;  // so that any unit of money stays exact

std::string shown(std::string_view text) {
  std::string cut(first_characters(text, kShownCharacters));
  if (cut.size() < text.size()) cut += "…";
  return printable(cut);
}

/// The values of a field; of a long list the first few.
Text labels_of(const FieldFormat& field) {
  constexpr std::size_t kShown = 8;
  Text all;
  for (const FieldValue& value : field.values) {
    if (!all.zh.empty()) {
      all.zh += "\u3001";
      all.en += ", ";
    }
    if (&value - field.values.data() == kShown) {
      all.zh += "\u2026\u2026";
      all.en += "\u2026";
      break;
    }
    all.zh += value.label.zh;
    all.en += value.id;
  }
  return all;
}

/// The pieces of a text between the marks that people put between values.
std::vector<std::string> pieces_of(std::string_view text) {
  constexpr std::string_view kListMark = "\u3001";  // the enumeration comma
  std::vector<std::string> pieces(1);
  const std::string plain = half_width(text);
  for (std::size_t at = 0; at < plain.size();) {
    const bool list_mark =
        std::string_view(plain).substr(at).starts_with(kListMark);
    if (list_mark || std::string_view(",;/+\r\n").find(plain[at]) !=
                         std::string_view::npos) {
      pieces.emplace_back();
      at += list_mark ? kListMark.size() : 1;
    } else {
      pieces.back() += plain[at++];
    }
  }
  std::erase_if(
      pieces, [](const std::string& piece) { return trimmed(piece).empty(); });
  return pieces;
}

/// Of texts of at least three characters.
bool differs_in_one_character(std::string_view a, std::string_view b) {
  if (character_count(a) < 3 || character_count(a) != character_count(b)) {
    return false;
  }
  int different = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (next_code_point(a, i) != next_code_point(b, j)) ++different;
  }
  return different == 1;
}

}  // namespace

std::vector<std::string> heading_names(const FieldFormat& field) {
  std::vector<std::string> names = {field.id, fold(field.heading.zh),
                                    fold(field.heading.en)};
  for (const std::string& alias : field.aliases) names.push_back(fold(alias));
  return names;
}

RecordReader::RecordReader(const LedgerFormat& format, RowSource& rows,
                           std::string file, Date as_of, UniqueValues* unique,
                           FindingSink sink)
    : format_(format),
      rows_(rows),
      file_(std::move(file)),
      as_of_(as_of),
      unique_(unique),
      sink_(std::move(sink)),
      column_of_(format.fields.size()),
      choices_(format.fields.size()),
      seen_(format.fields.size()) {
  for (std::size_t f = 0; f < format.fields.size(); ++f) {
    const auto& values = format.fields[f].values;
    for (std::size_t v = 0; v < values.size(); ++v) {
      const auto index = static_cast<ValueIndex>(v);
      choices_[f].emplace(fold(values[v].id), index);
      choices_[f].emplace(fold(values[v].label.zh), index);
      choices_[f].emplace(fold(values[v].label.en), index);
      for (const std::string& alias : values[v].aliases) {
        choices_[f].emplace(fold(alias), index);
      }
    }
  }
  bind_columns();
  if (rows.has_header()) report_missing_columns();
}

void RecordReader::bind_columns() {
  const auto& columns = rows_.columns();
  for (; bound_ < columns.size(); ++bound_) {
    const std::string name = fold(columns[bound_].name);
    for (std::size_t f = 0; f < format_.fields.size(); ++f) {
      const auto names = heading_names(format_.fields[f]);
      if (std::ranges::find(names, name) == names.end()) continue;
      if (!column_of_[f]) {
        column_of_[f] = bound_;
        break;
      }
      Finding twice;
      twice.rule = "duplicate-column";
      twice.place = {file_,
                     columns[bound_].at,
                     1,
                     std::string(rows_.has_header() ? rows_.header_line() : ""),
                     {}};
      twice.place.width =
          static_cast<std::uint32_t>(character_count(columns[bound_].name));
      twice.arguments = {{"field", format_.fields[f].heading},
                         {"value", columns[bound_].name}};
      sink_(std::move(twice));
      usable_ = false;
    }
  }
  read_.clear();
  for (std::size_t f = 0; f < format_.fields.size(); ++f) {
    const FieldFormat& field = format_.fields[f];
    if (column_of_[f] || !field.missing.empty() ||
        !field.default_value.empty()) {
      read_.push_back(static_cast<FieldIndex>(f));
    }
  }
}

void RecordReader::report_missing_columns() {
  const bool any = std::ranges::any_of(
      column_of_, [](const auto& column) { return column.has_value(); });
  if (!any) {
    usable_ = false;
    Finding none;
    none.rule = "missing-column";
    none.variant = "no-heading";
    none.place = {file_,
                  rows_.columns().front().at,
                  1,
                  std::string(rows_.header_line()),
                  {}};
    sink_(std::move(none));
    return;
  }
  std::vector<std::string> unused;
  for (std::size_t c = 0; c < rows_.columns().size(); ++c) {
    if (std::ranges::find(column_of_, c) == column_of_.end()) {
      unused.push_back(rows_.columns()[c].name);
    }
  }
  for (std::size_t f = 0; f < format_.fields.size(); ++f) {
    const FieldFormat& field = format_.fields[f];
    if (!field.required || column_of_[f]) continue;
    usable_ = false;
    Finding finding;
    finding.rule = "missing-column";
    finding.place = {file_,
                     rows_.columns().front().at,
                     1,
                     std::string(rows_.header_line()),
                     {}};
    finding.arguments = {{"field", field.heading}};
    auto near = nearest(field.heading.zh, unused);
    if (!near) near = nearest(field.id, unused);
    for (const std::string& alias : field.aliases) {
      if (!near) near = nearest(alias, unused);
    }
    if (near) {
      finding.variant = "nearest";
      finding.arguments.push_back({"nearest", *near});
      for (const Column& column : rows_.columns()) {
        if (column.name != *near) continue;
        finding.place.at = column.at;
        finding.place.width =
            static_cast<std::uint32_t>(character_count(column.name));
      }
    }
    sink_(std::move(finding));
  }
}

bool RecordReader::next(Record& record) {
  Row row;
  if (!rows_.next(row)) {
    flush_unique();
    return false;
  }
  if (bound_ < rows_.columns().size()) bind_columns();
  if (!usable_) return false;
  record.format = &format_;
  record.line = row.line;
  record.has_errors = false;
  if (record.values.size() != format_.fields.size()) {
    record.values.assign(format_.fields.size(), Value());
  }
  for (const FieldIndex field : read_) {
    const auto column = column_of_[field];
    std::string_view text;
    if (column && *column < row.fields.size()) {
      text = row.fields[*column].text;
      if (!is_trim(text)) text = trimmed(text);
    }
    record.values[field].kind = Value::Kind::empty;
    read_value(field, text, record);
  }
  return true;
}

void RecordReader::read_value(FieldIndex field, std::string_view text,
                              Record& record) {
  const FieldFormat& format = format_.fields[field];
  Value& value = record.values[field];
  value.text = text;
  if (text.empty()) {
    read_empty(field, record);
    if (format.default_value.empty()) return;
    value.text = format.default_value;
  }
  switch (format.type) {
    case FieldType::text:
      value.kind = Value::Kind::text;
      break;
    case FieldType::date:
      read_date(field, value, record);
      break;
    case FieldType::count:
    case FieldType::amount:
      read_number(field, value, record);
      break;
    case FieldType::flag:
    case FieldType::value_class:
      read_choice(field, value, record);
      break;
  }
  if (unique_ != nullptr && !format.unique.empty()) {
    enter_unique(field, value.text);
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

void RecordReader::read_empty(FieldIndex field, Record& record) {
  const FieldFormat& format = format_.fields[field];
  if (format.missing.empty()) return;
  Finding empty = about(field, format.missing, record.values[field]);
  empty.variant = "empty";
  empty.arguments.push_back({"allowed", labels_of(format)});
  report(std::move(empty), record);
}

void RecordReader::read_date(FieldIndex field, Value& value, Record& record) {
  const FieldFormat& format = format_.fields[field];
  if (const auto date = parse_date(value.text)) {
    value.kind = Value::Kind::date;
    value.date = *date;
    if (format.not_after_as_of && *date > as_of_) {
      Finding late = about(field, format.missing, value);
      late.variant = "future";
      late.arguments.push_back({"as_of", iso_text(as_of_)});
      report(std::move(late), record);
      value.kind = Value::Kind::bad;
    }
    return;
  }
  value.kind = Value::Kind::bad;
  Finding bad = about(field, "bad-date", value);
  bad.variant = bad_date_variant(value.text);
  report(std::move(bad), record);
}

void RecordReader::read_number(FieldIndex field, Value& value, Record& record) {
  const bool is_count = format_.fields[field].type == FieldType::count;
  const auto number = Decimal::parse(half_width(value.text));
  if (!number || *number < Decimal() || *number > kLargestFigure ||
      number->decimals() > kAmountDecimals || (is_count && !number->whole())) {
    value.kind = Value::Kind::bad;
    report(about(field, is_count ? "bad-count" : "bad-amount", value), record);
    return;
  }
  value.kind = is_count ? Value::Kind::count : Value::Kind::amount;
  value.count = number->whole().value_or(0);
  value.amount = *number;
}

std::optional<ValueIndex> RecordReader::choice_of(FieldIndex field,
                                                  std::string_view text) {
  Spellings& seen = seen_[field];
  if (const auto* before = seen.find(text)) return *before;
  const auto known = choices_[field].find(fold(text));
  const auto choice =
      known == choices_[field].end() ? std::nullopt : known->second;
  seen.remember(text, choice);
  return choice;
}

bool RecordReader::has_several(FieldIndex field, std::string_view text) {
  std::set<ValueIndex> found;
  for (const std::string& piece : pieces_of(text)) {
    const auto choice = choice_of(field, piece);
    if (!choice) return false;
    found.insert(*choice);
  }
  return found.size() > 1;
}

/// The value that a text must mean, if only one can be. A word more or less
/// often turns a result into its opposite, so only a text that is part of one
/// value, or one wrong character, is enough.
std::optional<std::string> RecordReader::meant_value(
    FieldIndex field, std::string_view text) const {
  const std::string typed = fold(text);
  if (character_count(typed) < 2) return std::nullopt;
  // Ids of values. An alias that holds the word proves nothing: 村民 is no
  // 村民委员会.
  std::set<std::string> containing;
  std::set<std::string> mistyped;
  std::string name_meant;
  for (const FieldValue& value : format_.fields[field].values) {
    std::vector<std::string> names = value.aliases;
    names.insert(names.begin(), value.label.zh);
    for (const std::string& name : names) {
      const std::string folded = fold(name);
      if (!differs_in_one_character(typed, folded)) continue;
      mistyped.insert(value.id);
      name_meant = name;
    }
    if (fold(value.label.zh).find(typed) != std::string::npos) {
      containing.insert(value.id);
      if (mistyped.empty()) name_meant = value.label.zh;
    }
  }
  const bool clear =
      mistyped.size() == 1 || (mistyped.empty() && containing.size() == 1);
  if (!clear) return std::nullopt;
  return name_meant;
}

void RecordReader::read_choice(FieldIndex field, Value& value, Record& record) {
  const FieldFormat& format = format_.fields[field];
  if (const auto choice = choice_of(field, value.text)) {
    value.kind = Value::Kind::choice;
    value.choice = *choice;
    return;
  }
  value.kind = Value::Kind::bad;
  if (!format.multiple.empty() && has_several(field, value.text)) {
    report(about(field, format.multiple, value), record);
    return;
  }
  Finding unknown = about(field, format.unknown, value);
  unknown.arguments.push_back({"allowed", labels_of(format)});
  if (const auto near = meant_value(field, value.text)) {
    unknown.variant = "nearest";
    unknown.arguments.push_back({"nearest", *near});
  }
  report(std::move(unknown), record);
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
  if (const auto column = column_of_[field]) return rows_.place(file_, *column);
  return rows_.place(file_, 0);
}

std::string RecordReader::shown(const Value& value) {
  return gov_report::shown(value.text);
}

Place RecordReader::spot(FieldIndex field) const {
  const std::size_t column = column_of_[field].value_or(0);
  return {{}, rows_.position(column), rows_.width(column), {}, {}};
}

std::string RecordReader::name_of(const Record& record) const {
  if (const auto id = format_.field("id")) {
    const Value& value = record.values[*id];
    if (value.filled()) return shown(value);
  }
  // Not "": one waiver would cover all records without a name.
  return "#" + std::to_string(record.line);
}

std::string RecordReader::record_of(const Record& record) const {
  for (const FieldIndex field : format_.named_by) {
    const Value& value = record.values[field];
    if (value.filled()) return std::string(value.text);
  }
  return "#" + std::to_string(record.line);
}

void RecordReader::report(Finding finding, Record& record) const {
  finding.arguments.push_back({"record", name_of(record)});
  finding.record = record_of(record);
  record.has_errors = true;
  sink_(std::move(finding));
}

}  // namespace gov_report
