#include "support/naive_reader.h"

#include <map>
#include <stdexcept>

#include "support/vocabulary.h"

namespace gov_report::test {

namespace {

std::string field_of_heading(std::string_view ledger,
                             const std::string& heading) {
  for (const Column& column : columns_of(ledger)) {
    if (heading == column.id || heading == column.heading) return column.id;
  }
  return "";
}

std::string result_id(const std::string& text) {
  static const std::map<std::string, std::string> by_spelling = [] {
    std::map<std::string, std::string> table;
    for (const ResultValue& value : result_values()) {
      for (const std::string& spelling : value.spellings) {
        table[folded(spelling)] = value.id;
      }
    }
    return table;
  }();
  const auto found = by_spelling.find(folded(text));
  if (found == by_spelling.end()) throw std::runtime_error("result " + text);
  return found->second;
}

std::string value_id(const std::string& field, const std::string& text) {
  if (field == "result") return result_id(text);
  if (values_of(field).empty()) return text;
  for (const Value& value : values_of(field)) {
    if (folded(text) == value.id) return value.id;
    for (const std::string& spelling : value.spellings) {
      if (folded(text) == folded(spelling)) return value.id;
    }
  }
  throw std::runtime_error(field + " " + text);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Any date form of the fixtures to 2024-01-02; other text comes back whole.
std::string plain_date(const std::string& written) {
  const std::string text = folded(written);
  if (text.size() == 8 &&
      text.find_first_not_of("0123456789") == std::string::npos) {
    return text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6);
  }
  std::vector<std::string> numbers(1);
  for (const char c : text) {
    if (is_digit(c)) {
      numbers.back() += c;
    } else if (!numbers.back().empty()) {
      numbers.emplace_back();
    }
  }
  if (numbers.back().empty()) numbers.pop_back();
  if (numbers.size() != 3) throw std::runtime_error("date " + written);
  for (std::size_t at : {1U, 2U}) {
    if (numbers[at].size() == 1) numbers[at].insert(0, "0");
  }
  return numbers[0] + "-" + numbers[1] + "-" + numbers[2];
}

bool is_counted_date(const std::string& field) {
  return field == "received" || field == "decided" || field == "date" ||
         field == "accepted" || field == "concluded";
}

}  // namespace

std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  std::vector<std::vector<std::string>> lines;
  std::vector<std::string> line(1);
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') {
        line.back() += c;
      } else if (at + 1 < text.size() && text[at + 1] == '"') {
        line.back() += '"';
        ++at;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      line.emplace_back();
    } else if (c == '\n') {
      lines.push_back(line);
      line.assign(1, "");
    } else if (c != '\r') {
      line.back() += c;
    }
  }
  return lines;
}

std::vector<Row> read_ledger(std::string_view ledger, std::string_view text) {
  const auto lines = read_csv(text);
  std::vector<std::string> fields;
  for (const std::string& heading : lines.at(0)) {
    fields.push_back(field_of_heading(ledger, heading));
  }
  std::vector<Row> rows;
  for (std::size_t at = 1; at < lines.size(); ++at) {
    Row row;
    for (std::size_t column = 0; column < fields.size(); ++column) {
      const std::string& field = fields[column];
      const std::string& value = lines[at].at(column);
      if (field.empty() || value.empty()) continue;
      row[field] =
          is_counted_date(field) ? plain_date(value) : value_id(field, value);
    }
    rows.push_back(row);
  }
  return rows;
}

Figures read_openings(std::string_view text) {
  Figures stocks;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = text.find('\n', start);
    const std::string line(text.substr(start, end - start));
    start = end + 1;
    const std::size_t colon = line.find(": ");
    if (line.substr(0, 2) == "  " && colon != std::string::npos) {
      stocks[line.substr(2, colon - 2)] = line.substr(colon + 2);
    }
    if (end == std::string_view::npos) break;
  }
  return stocks;
}

}  // namespace gov_report::test
