// CSV files → their records as JSON, for compare.py.
//
//   in   from standard input, for each file: its length in bytes, LF, its bytes
//   out  for each file one line: how it was read with care, and whether reading
//        it in pieces of several sizes gives the same

#include <iostream>
#include <string>

#include "base/json_writer.h"
#include "fuzz/properties.h"
#include "source/csv.h"
#include "source/encoding.h"

namespace gov_report::test {
namespace {

std::string list_of(const std::vector<std::string>& items) {
  std::string list;
  for (const std::string& item : items)
    list += (list.empty() ? "" : ",") + item;
  return "[" + list + "]";
}

/// The shape of csv_in_pieces_equals_careful, with what the answer is.
const char* pieces(const std::string& bytes) {
  const std::string expected = careful_reading(bytes);
  bool any = false;
  for (const std::size_t size : {std::size_t{24}, std::size_t{1} << 20}) {
    const std::string found = reading_in_pieces(bytes, false, size);
    if (found == "no pieces") continue;
    any = true;
    if (found != expected) return "differ";
  }
  return any ? "equal" : "none";
}

std::string described(const std::string& bytes) {
  std::vector<std::string> findings;
  const auto rows =
      open_csv_rows(decoded(open_memory(bytes), Encoding::utf8), "a.csv",
                    [&](const Finding& finding) {
                      findings.push_back(json_quoted(finding.rule));
                    });
  std::vector<std::string> columns;
  for (const Column& column : rows->columns()) {
    columns.push_back(json_quoted(column.name));
  }
  std::vector<std::string> records;
  for (Row row; rows->next(row);) {
    std::vector<std::string> items = {std::to_string(row.line)};
    for (const Field& field : row.fields) {
      items.push_back(json_quoted(field.text));
    }
    records.push_back(list_of(items));
  }
  return "{\"columns\":" + list_of(columns) +
         ",\"records\":" + list_of(records) +
         ",\"findings\":" + list_of(findings) +
         ",\"rejected\":" + std::to_string(rows->rows_rejected()) +
         ",\"pieces\":\"" + pieces(bytes) + "\"}\n";
}

}  // namespace
}  // namespace gov_report::test

int main() {
  for (std::size_t length = 0; std::cin >> length;) {
    std::cin.get();
    std::string bytes(length, '\0');
    if (!std::cin.read(bytes.data(), static_cast<std::streamsize>(length))) {
      std::cerr << "the last file is cut\n";
      return 1;
    }
    std::cout << gov_report::test::described(bytes);
  }
}
