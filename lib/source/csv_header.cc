#include "source/csv_header.h"

#include <algorithm>

#include "base/text.h"
#include "source/csv_record.h"

namespace gov_report {

namespace {

constexpr std::string_view kSeparators = ",;\t";

std::size_t known_headings(const CsvRecord& row,
                           const HeadingTest& is_heading) {
  return static_cast<std::size_t>(std::ranges::count_if(
      row.fields(),
      [&](const Field& field) { return is_heading(trimmed(field.text)); }));
}

std::size_t filled_cells(const CsvRecord& row) {
  return static_cast<std::size_t>(std::ranges::count_if(
      row.fields(),
      [](const Field& field) { return !trimmed(field.text).empty(); }));
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

std::size_t csv_header_in(std::string_view text, bool whole, char line_end,
                          const HeadingTest& is_heading) {
  std::size_t header = 0;
  std::size_t most = 1;   // one may be a word of a title, or a value
  std::size_t notes = 0;  // rows with several cells above the header
  std::size_t begin = 0;
  for (std::size_t i = 0; i < kTopRows && begin < text.size();) {
    const std::string_view rest = text.substr(begin);
    CsvRecord row(separator_of(rest, line_end), line_end, kColumnLimit);
    if (row.split(rest, whole) != RecordEnd::found) break;
    const std::size_t known = known_headings(row, is_heading);
    const std::size_t filled = filled_cells(row);
    if (known > most && notes <= kMostNotes) {
      most = known;
      header = begin;
    } else if (filled > 1 && (most > 1 || ++notes > kMostNotes)) {
      break;  // a record
    }
    i += filled > 0 ? 1 : 0;
    begin += row.size();
  }
  return header;
}

}  // namespace gov_report
