#include "pipeline/annotated_rows.h"

#include <algorithm>

namespace gov_report {

AnnotatedRows::AnnotatedRows(RowSource& source, FindingSpool& findings)
    : source_(source), findings_(findings) {
  findings_.rewind();
  advance();
  std::uint64_t header = 0;
  if (source.has_header()) {
    for (const Column& column : source.columns()) {
      header = std::max(header, column.at.line);
    }
  }
  take_up_to(header, of_header_);
}

void AnnotatedRows::advance() {
  SpooledFinding finding;
  if (findings_.next(finding)) {
    ahead_ = std::move(finding);
  } else {
    ahead_.reset();
  }
}

void AnnotatedRows::take_up_to(std::uint64_t line,
                               std::vector<SpooledFinding>& into) {
  for (; ahead_ && ahead_->at.line <= line; advance()) {
    const bool said = std::ranges::any_of(into, [&](const auto& one) {
      return one.at == ahead_->at && one.rule == ahead_->rule &&
             one.headline == ahead_->headline;
    });
    if (!said) into.push_back(*ahead_);
  }
}

/// The physical line that the current row ends on.
std::uint64_t AnnotatedRows::last_line() const {
  const bool one_line = source_.separator() != 0 &&
                        row_.raw.find_first_of("\r\n") == row_.raw.npos;
  if (one_line) return row_.line;
  std::uint64_t last = row_.line;
  for (std::size_t f = 0; f < row_.fields.size(); ++f) {
    last = std::max(last, source_.position(f).line);
  }
  if (!row_.fields.empty()) return last;
  return last + static_cast<std::uint64_t>(std::ranges::count(row_.raw, '\n'));
}

void AnnotatedRows::mark(AnnotatedRow& row) const {
  row.marks.resize(row.row.fields.size());
  for (const SpooledFinding& finding : row.findings) {
    if (finding.at.column == 0) continue;
    for (std::size_t f = 0; f < row.marks.size(); ++f) {
      if (source_.position(f) != finding.at) continue;
      row.marks[f] =
          std::max(row.marks[f].value_or(finding.severity), finding.severity);
    }
  }
}

bool AnnotatedRows::next(AnnotatedRow& out) {
  out.findings.clear();
  out.marks.clear();
  if (!is_read_ && !ended_) {
    is_read_ = source_.next(row_);
    ended_ = !is_read_;
  }
  if (ahead_ && (ended_ || ahead_->at.line < row_.line)) {
    line_text_ = ahead_->line_text;
    out.row = {ahead_->at.line, {}, line_text_, Row::Kind::rejected};
    take_up_to(out.row.line, out.findings);
    return true;
  }
  if (ended_) return false;
  is_read_ = false;
  out.row = row_;
  take_up_to(last_line(), out.findings);
  if (!out.findings.empty()) mark(out);
  return true;
}

}  // namespace gov_report
