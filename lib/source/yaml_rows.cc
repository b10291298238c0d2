#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "source/heading_test.h"
#include "source/yaml.h"
#include "source/yaml_cursor.h"
#include "source/yaml_events.h"

namespace gov_report {

namespace {

// A fault of one record costs that record, others end the reading.
constexpr const char* kRecordRule = "unreadable-record";
constexpr const char* kFileRule = "yaml-error";

/// The physical line that byte `offset` is in.
std::string_view line_around(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::string_view line = text.substr(before.find_last_of("\r\n") + 1);
  return line.substr(0, line.find_first_of("\r\n"));
}

class YamlRows : public RowSource {
 public:
  YamlRows(std::string text, std::string file, FindingSink sink)
      : text_(std::move(text)),
        events_(text_),
        file_(std::move(file)),
        sink_(std::move(sink)) {
    begin();
  }

  const std::vector<Column>& columns() const override { return columns_; }
  bool has_header() const override { return false; }
  bool next(Row& row) override;
  std::uint64_t rows_rejected() const override { return rejected_; }
  std::string_view header_line() const override { return line_of(text_, 1); }

  /// Takes over the columns that another reading of the text has met.
  void know(const YamlRows& other) {
    columns_ = other.columns_;
    column_numbers_ = other.column_numbers_;
    values_.resize(columns_.size());
  }

  Position position(std::size_t field) const override {
    return value_of(field).at;
  }
  std::uint32_t width(std::size_t field) const override;
  std::string_view excerpt(std::size_t field) const override {
    return line_around(text_, value_of(field).offset);
  }

 private:
  /// A value of the current record and where it stands.
  struct Value {
    std::string text;
    Position at;
    std::size_t offset = 0;
    std::size_t end = 0;
    std::uint64_t record = 0;  // the last record that had one
  };

  void begin();
  bool read_record(const YamlEvent& start);
  bool read_entry(const YamlEvent& key);
  bool store(std::size_t column, const YamlEvent& value);
  std::size_t column_of(const YamlEvent& key);
  bool skip(YamlEvent event);
  bool pull(YamlEvent& event);
  void finish();
  bool is_blank() const;
  void report(const char* rule, const char* variant, const YamlEvent& event,
              std::string detail);
  const Value& value_of(std::size_t field) const;

  std::string text_;
  YamlEvents events_;
  std::string file_;
  FindingSink sink_;
  bool ended_ = false;
  std::vector<Column> columns_;
  std::unordered_map<std::string, std::size_t> column_numbers_;
  std::size_t next_column_ = 0;  // the likely one: keys repeat their order
  std::vector<Value> values_;    // by column
  std::vector<Field> fields_;
  Value record_;  // its place only
  std::uint64_t records_ = 0;
  std::uint64_t rejected_ = 0;
};

void YamlRows::begin() {
  YamlEvent event;
  if (!pull(event)) return;
  if (event.kind == YamlEvent::Kind::sequence) return;
  if (!event.is_null()) report(kFileRule, "not-a-list", event, "");
  ended_ = true;
}

/// The next event; false at the end and after an error, which it reports.
bool YamlRows::pull(YamlEvent& event) {
  if (!ended_ && events_.next(event)) return true;
  if (!ended_ && events_.error() != nullptr) {
    sink_(yaml_finding(*events_.error(), file_, text_));
  }
  ended_ = true;
  return false;
}

bool YamlRows::next(Row& row) {
  YamlEvent event;
  while (pull(event)) {
    if (event.kind == YamlEvent::Kind::end_sequence) {
      while (pull(event)) {
      }  // there may be a second document
      return false;
    }
    if (event.is_null()) continue;
    if (event.kind != YamlEvent::Kind::mapping) {
      ++rejected_;
      report(kRecordRule, "", event, "");
      skip(event);
      continue;
    }
    if (!read_record(event)) {
      ++rejected_;
      continue;
    }
    if (is_blank()) continue;
    row = {record_.at.line, fields_, line_around(text_, record_.offset)};
    return true;
  }
  return false;
}

bool YamlRows::read_record(const YamlEvent& start) {
  ++records_;
  next_column_ = 0;
  record_.at = start.at;
  record_.offset = record_.end = start.offset;
  bool good = true;
  YamlEvent event;
  for (;;) {
    if (!pull(event)) return false;
    if (event.kind == YamlEvent::Kind::end_mapping) break;
    good = read_entry(event) && good;
  }
  if (event.offset - start.offset > kRowLimit) {
    Finding finding;
    finding.rule = "row-too-long";
    finding.place = {file_, {start.at.line, 0}, 1, {}, {}};
    finding.arguments = {{"limit", std::to_string(kRowLimit)}};
    sink_(std::move(finding));
    return false;
  }
  fields_.assign(columns_.size(), {});
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (values_[i].record == records_) fields_[i].text = values_[i].text;
  }
  return good;
}

/// A key and its value.
bool YamlRows::read_entry(const YamlEvent& key) {
  YamlEvent value;
  if (key.kind != YamlEvent::Kind::scalar) {
    report(kRecordRule, "key-not-text", key, "");
    return skip(key) && pull(value) && skip(value) && false;
  }
  const std::string name(key.text);
  const std::size_t column = column_of(key);
  const bool twice =
      column < columns_.size() && values_[column].record == records_;
  if (twice) report(kRecordRule, "duplicate-key", key, name);
  if (!pull(value)) return false;
  if (value.kind != YamlEvent::Kind::scalar) {
    report(kRecordRule, "nested-value", value, name);
    skip(value);
    return false;
  }
  return !twice && store(column, value);
}

bool YamlRows::store(std::size_t column, const YamlEvent& value) {
  if (column >= columns_.size()) return false;
  Value& stored = values_[column];
  stored.text = value.is_null() ? std::string_view() : value.text;
  stored.at = value.at;
  stored.offset = value.offset;
  stored.end = value.end;
  stored.record = records_;
  return true;
}

/// The column of a key, a new one if need be; past the last one if there are
/// too many.
std::size_t YamlRows::column_of(const YamlEvent& key) {
  const std::size_t likely = next_column_;
  if (likely < columns_.size() && columns_[likely].name == key.text) {
    return next_column_++;
  }
  const auto [known, is_new] =
      column_numbers_.try_emplace(std::string(key.text), columns_.size());
  if (is_new && columns_.size() == kColumnLimit) {
    report(kFileRule, "too-many-keys", key, std::to_string(kColumnLimit));
    column_numbers_.erase(known);
    ended_ = true;
    return columns_.size();
  }
  if (is_new) {
    columns_.push_back({known->first, key.at});
    values_.emplace_back();
  }
  next_column_ = known->second + 1;
  return known->second;
}

/// Passes over the rest of what `event` began.
bool YamlRows::skip(YamlEvent event) {
  for (int depth = 0;;) {
    const auto kind = event.kind;
    if (kind == YamlEvent::Kind::sequence || kind == YamlEvent::Kind::mapping) {
      ++depth;
    } else if (kind != YamlEvent::Kind::scalar) {
      --depth;
    }
    if (depth == 0) return true;
    if (!pull(event)) return false;
  }
}

bool YamlRows::is_blank() const {
  return std::all_of(fields_.begin(), fields_.end(), [](const Field& field) {
    return trimmed(field.text).empty();
  });
}

void YamlRows::report(const char* rule, const char* variant,
                      const YamlEvent& event, std::string detail) {
  Finding finding;
  finding.rule = rule;
  finding.variant = variant;
  finding.place = {
      file_, event.at, 1, std::string(line_around(text_, event.offset)), {}};
  finding.arguments = {{"detail", std::move(detail)}};
  sink_(std::move(finding));
}

const YamlRows::Value& YamlRows::value_of(std::size_t field) const {
  const bool there =
      field < values_.size() && values_[field].record == records_;
  return there ? values_[field] : record_;
}

std::uint32_t YamlRows::width(std::size_t field) const {
  const Value& value = value_of(field);
  const std::string_view there =
      std::string_view(text_).substr(value.offset, value.end - value.offset);
  const std::size_t shown =
      character_count(there.substr(0, there.find_first_of("\r\n")));
  return std::max(static_cast<std::uint32_t>(shown), 1U);
}

}  // namespace

std::unique_ptr<RowSource> open_yaml_rows(std::string text, std::string file,
                                          FindingSink sink) {
  // A first reading learns all keys, so that what a record lacks does not
  // depend on the records before it. Its findings come again in the second.
  auto scout = std::make_unique<YamlRows>(text, file, [](const Finding&) {});
  for (Row row; scout->next(row);) continue;
  auto rows = std::make_unique<YamlRows>(std::move(text), std::move(file),
                                         std::move(sink));
  rows->know(*scout);
  return rows;
}

}  // namespace gov_report
