#include <memory>
#include <stdexcept>

#include "base/text.h"
#include "fuzz/properties.h"
#include "source/csv_file.h"

namespace gov_report::test {
namespace {

std::string text_of(Position at) {
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

/// All that a source says, places of all values included.
std::string reading_of(RowSource& rows) {
  std::string out;
  for (const Column& column : rows.columns()) {
    out += "[" + column.name + " " + text_of(column.at) + "]";
  }
  out += "\n";
  for (Row row; rows.next(row);) {
    out += std::to_string(row.line) + ":";
    for (std::size_t f = 0; f < row.fields.size(); ++f) {
      out += " <" + std::string(row.fields[f].text) + "> " +
             text_of(rows.position(f)) + "~" + std::to_string(rows.width(f)) +
             "|" + std::string(rows.excerpt(f)) + "|";
    }
    out += "\n";
  }
  return out + std::to_string(rows.rows_rejected()) + "\n";
}

FindingSink writer(std::string& out) {
  return [&out](const Finding& finding) {
    out += finding.rule + "/" + finding.variant + " " +
           text_of(finding.place.at) + "~" +
           std::to_string(finding.place.width) + "|" + finding.place.excerpt;
    for (const Argument& argument : finding.arguments) {
      out += " " + argument.name + "=" + argument.value.en;
    }
    out += "\n";
  };
}

/// A file in memory.
ByteSource source_of(const std::string& bytes) {
  return [&bytes](std::uint64_t offset) {
    return open_memory(bytes.substr(std::min(offset, bytes.size())));
  };
}

}  // namespace

std::string careful_reading(const std::string& text) {
  std::string findings;
  const auto rows = open_csv_rows(decoded(open_memory(text), Encoding::utf8),
                                  "a.csv", writer(findings));
  const std::string all = reading_of(*rows);
  return all + findings;
}

std::string reading_in_pieces(const std::string& bytes, bool gb18030,
                              std::size_t piece) {
  std::string findings;
  const auto file = std::make_shared<CsvFile>(
      source_of(bytes), "a.csv", gb18030 ? Encoding::gb18030 : Encoding::utf8,
      writer(findings));
  if (!file->has_pieces()) return "no pieces";
  const auto rows = open_csv_file_rows(file, writer(findings), piece);
  const std::string all = reading_of(*rows);
  return all + findings;
}

void csv_in_pieces_equals_careful(std::string_view bytes) {
  if (first_invalid_utf8(bytes)) return;
  const std::string text(bytes);
  const std::string expected = careful_reading(text);
  // Small pieces put every line at an edge; that of real files takes long.
  const std::size_t last = bytes.size() % 8 == 0 ? CsvPieces::kPiece : 1000;
  for (const std::size_t piece : {std::size_t{24}, std::size_t{100}, last}) {
    const std::string found = reading_in_pieces(text, false, piece);
    if (found == expected || found == "no pieces") continue;
    throw std::logic_error("pieces of " + std::to_string(piece) + "\n" + found +
                           "\nwith care\n" + expected);
  }
}

}  // namespace gov_report::test
