#include "source/csv_header.h"

#include <algorithm>

#include "base/text.h"
#include "source/csv_record.h"
#include "source/header_rows.h"

namespace gov_report {

namespace {

constexpr std::string_view kSeparators = ",;\t";

TopRow top_row(const CsvRecord& record, std::uint64_t number) {
  TopRow row{number, {}};
  for (const Field& field : record.fields()) {
    row.cells.emplace_back(trimmed(field.text));
  }
  return row;
}

bool is_filled(const TopRow& row) {
  return std::ranges::any_of(
      row.cells, [](const std::string& cell) { return !cell.empty(); });
}

}  // namespace

char separator_of(std::string_view text, char line_end) {
  std::size_t counts[kSeparators.size()] = {};
  bool within = false;
  for (const char c : text) {
    if (c == '"') within = !within;
    if (within) continue;
    if (c == line_end) break;
    const std::size_t which = kSeparators.find(c);
    if (which != std::string_view::npos) ++counts[which];
  }
  return kSeparators[static_cast<std::size_t>(
      std::max_element(std::begin(counts), std::end(counts)) - counts)];
}

CsvHeader csv_header_in(std::string_view text, bool whole, char line_end,
                        const HeadingTest& is_heading) {
  std::vector<TopRow> rows;
  std::vector<std::size_t> begins;  // of all records
  std::size_t begin = 0;
  while (rows.size() < kTopRows && begin < text.size()) {
    const std::string_view rest = text.substr(begin);
    CsvRecord record(separator_of(rest, line_end), line_end, kColumnLimit);
    if (record.split(rest, whole) != RecordEnd::found) break;
    TopRow row = top_row(record, begins.size());
    if (is_filled(row)) rows.push_back(std::move(row));
    begins.push_back(begin);
    begin += record.size();
  }
  if (rows.empty()) return {};
  HeaderRows header = find_header(rows, is_heading);
  if (header.known < 2) return {};
  CsvHeader found{begins[header.first], {}};
  if (header.last > header.first) found.names = std::move(header.names);
  return found;
}

}  // namespace gov_report
