#include "tally/write_counts.h"

#include "base/json_writer.h"
#include "base/text.h"

namespace gov_report {
namespace {

class CountsWriter {
 public:
  CountsWriter(const Table& table, const ReportFormat& form,
               const std::set<CellIndex>& unread, const CountsWords& words,
               bool chinese)
      : table_(table),
        form_(form),
        unread_(unread),
        words_(words),
        chinese_(chinese) {}

  std::string write() {
    for (const std::string& line : words_.head) comment(line);
    const ReportFormat& format = *table_.format;
    for (std::size_t t = 0; t < format.tables.size(); ++t) {
      const TableFormat& one = format.tables[t];
      out_ += "\n";
      comment(in(one.label));
      row_.clear();
      for (CellIndex i = one.first; i < one.last; ++i) {
        if (format.cells[i].kind == CellKind::printed) write_cell(i);
      }
      const auto others = words_.other_rows.find(t);
      if (others == words_.other_rows.end()) continue;
      for (const std::string& row : others->second) comment(row);
    }
    return std::move(out_);
  }

 private:
  const std::string& in(const Text& text) const {
    return chinese_ ? text.zh : text.en;
  }

  /// A line of the report must not become a line of YAML.
  void comment(const std::string& text) {
    out_ += "# " + printable(text) + "\n";
  }

  void write_cell(CellIndex index) {
    const CellFormat& format = table_.format->cells[index];
    const Cell& cell = table_.cells[index];
    if (in(format.row_label) != row_) {
      row_ = in(format.row_label);
      comment(row_);
    }
    const auto before = words_.before.find(index);
    if (before != words_.before.end()) {
      for (const std::string& line : before->second) comment(line);
    }
    if (unread_.contains(index)) return left_out(format, words_.unread);
    if (cell.place.file.empty()) return left_out(format, words_.missing);
    const auto known = form_.cell(format.id);
    if (!known || form_.cells[*known].kind != CellKind::printed) {
      return left_out(format, value_of(cell) + "  " + words_.other_row);
    }
    out_ += format.id + ":" + value_of(cell);
    if (cell.state == CellState::blank) out_ += "  # " + words_.blank;
    out_ += "\n";
  }

  void left_out(const CellFormat& format, const std::string& why) {
    comment(format.id + ": " + why);
  }

  static std::string value_of(const Cell& cell) {
    switch (cell.state) {
      case CellState::number:
        return " " + cell.number.text();
      case CellState::blank:
      case CellState::missing:
        return {};
      case CellState::not_applicable:
      case CellState::text:
        break;
    }
    return " " + json_quoted(printable(cell.text));
  }

  const Table& table_;
  const ReportFormat& form_;
  const std::set<CellIndex>& unread_;
  const CountsWords& words_;
  bool chinese_;
  std::string row_;
  std::string out_;
};

}  // namespace

std::string write_counts(const Table& table, const ReportFormat& form,
                         const std::set<CellIndex>& unread,
                         const CountsWords& words, bool chinese) {
  return CountsWriter(table, form, unread, words, chinese).write();
}

}  // namespace gov_report
