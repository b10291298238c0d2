#include "support/ledger_text.h"

#include "support/vocabulary.h"

namespace gov_report::test {

namespace {

bool is_date_field(const std::string& id) {
  for (const char* date :
       {"received", "decided", "correction_requested", "correction_received",
        "confirmed", "correction_due", "extended", "extension_approved",
        "reasons_asked", "third_party_asked", "third_party_answered",
        "fee_notice", "fee_notice_received", "fee_paid", "date", "formed_on",
        "published_on", "accepted", "concluded"}) {
    if (id == date) return true;
  }
  return false;
}

std::string without_leading_zero(const std::string& digits) {
  return digits[0] == '0' ? digits.substr(1) : digits;
}

std::string mixed_date(const std::string& date, Dice& dice) {
  const std::string year = date.substr(0, 4);
  const std::string month = without_leading_zero(date.substr(5, 2));
  const std::string day = without_leading_zero(date.substr(8, 2));
  switch (dice.between(0, 6)) {
    case 0:
      return year + "/" + month + "/" + day;
    case 1:
      return year + "." + month + "." + day;
    case 2:
      return year + "年" + month + "月" + day + "日";
    case 3:
      return year + date.substr(5, 2) + date.substr(8, 2);
    case 4:
      return widened(date);
    default:
      return date;
  }
}

std::string spelled_result(const std::string& id, Spelling how, Dice& dice) {
  for (const ResultValue& value : result_values()) {
    if (value.id != id) continue;
    if (how == Spelling::kNumbers) return value.number;
    if (how == Spelling::kMixed) return dice.pick(value.spellings);
    // The last item of a group is called 其他, which needs its group.
    return value.label == "其他" ? value.spellings.back() : value.label;
  }
  return id;
}

std::string spelled(std::string_view ledger, const std::string& field,
                    const std::string& id, Spelling how, Dice& dice) {
  if (how == Spelling::kIds) return id;
  if (field == "result") return spelled_result(id, how, dice);
  for (const Value& value : values_of(ledger, field)) {
    if (value.id != id) continue;
    if (how != Spelling::kMixed) return value.spellings.front();
    return dice.one_in(3) ? id : dice.pick(value.spellings);
  }
  return id;
}

std::string csv_field(const std::string& text, bool always_quote) {
  if (!always_quote && text.find_first_of(",\"\r\n") == std::string::npos) {
    return text;
  }
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string heading_of(const Column& column, Headings how, Dice& dice) {
  if (how == Headings::kMixed)
    return dice.one_in(2) ? column.id : column.heading;
  return how == Headings::kEnglish ? column.id : column.heading;
}

std::string cell_text(std::string_view ledger, const Column& column,
                      const Row& row, const LedgerStyle& style, Dice& dice) {
  if (column.id == "unit") return dice.one_in(2) ? "一科" : "";
  const auto found = row.find(column.id);
  if (found == row.end() || found->second.empty()) return "";
  const bool mix = style.dates == Dates::kMixed;
  if (is_date_field(column.id)) {
    return mix ? mixed_date(found->second, dice) : found->second;
  }
  return spelled(ledger, column.id, found->second, style.values, dice);
}

}  // namespace

std::string write_ledger(std::string_view ledger, const std::vector<Row>& rows,
                         const LedgerStyle& style, Dice& dice) {
  std::vector<Column> columns;
  for (const Column& column : columns_of(ledger)) {
    if (style.all_columns || !column.extra) columns.push_back(column);
  }
  if (style.shuffled_columns) {
    columns.push_back({"unit", "科室"});
    dice.shuffle(columns);
  }
  const std::string line_end = style.crlf ? "\r\n" : "\n";
  std::string text = style.byte_order_mark ? "\xef\xbb\xbf" : "";
  std::string separator;
  for (const Column& column : columns) {
    text += separator + heading_of(column, style.headings, dice);
    separator = ",";
  }
  text += line_end;
  for (const Row& row : rows) {
    separator.clear();
    for (const Column& column : columns) {
      const bool quote = style.shuffled_columns && dice.one_in(10);
      text += separator;
      text += csv_field(cell_text(ledger, column, row, style, dice), quote);
      separator = ",";
    }
    text += line_end;
  }
  return text;
}

}  // namespace gov_report::test
