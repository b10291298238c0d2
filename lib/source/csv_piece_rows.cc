#include "source/csv_piece_rows.h"

#include <algorithm>
#include <utility>

namespace gov_report {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct QuotedText {
  std::string_view text;
  std::uint64_t line_ends = 0;
};

/// What stands between quotes, with one for each two of them, written to
/// `out`.
QuotedText unescape(std::string_view inner, char* out) {
  QuotedText quoted;
  char* end = out;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    const char c = inner[i];
    *end++ = c;
    if (c == '"') ++i;  // the other one
    if (c == '\n') ++quoted.line_ends;
  }
  quoted.text = {out, static_cast<std::size_t>(end - out)};
  return quoted;
}

}  // namespace

CsvPieceRows::CsvPieceRows(const CsvHead& head, std::string file,
                           Encoding encoding, FindingSink sink)
    : head_(head),
      file_(std::move(file)),
      sink_(std::move(sink)),
      fields_(head.columns.size()),
      record_(head.separator, '\n', head.columns.size()) {
  if (encoding == Encoding::gb18030) converter_.emplace();
}

void CsvPieceRows::read(const CsvPiece& piece) {
  text_ = piece.text();
  ends_ = piece.index.ends;
  if (converter_) {
    converted_ends_ = piece.index.ends;
    found_in_piece_ = converter_->convert(text_, converted_ends_, converted_);
    text_ = {converted_.data(), found_in_piece_.size};
    ends_ = converted_ends_;
  }
  records_ = piece.index.records;
  record_at_ = end_ = begin_ = size_ = 0;
  line_ = piece.line;
  lines_ = 0;
}

bool CsvPieceRows::next(Row& row) {
  while (record_at_ < records_.size()) {
    switch (split_row()) {
      case Split::none:
        continue;
      case Split::row:
        row = {line_,
               {fields_.data(), std::min(found_, fields_.size())},
               {},
               Row::Kind::record};
        return true;
      case Split::surplus:
        reject_surplus();
    }
  }
  return false;
}

/// Goes on to the next record.
CsvPieceRows::Split CsvPieceRows::split_row() {
  const CsvIndex::Record record = records_[record_at_++];
  const Ends ends = ends_.subspan(end_, record.ends - end_);
  end_ = record.ends;
  begin_ += size_;
  size_ = ends.back() + std::size_t{1} - begin_;
  line_ += lines_;
  lines_ = 1;
  record_is_current_ = false;
  found_ = ends.size();
  if (record.look == CsvIndex::Look::odd) return split_odd();
  const bool plain =
      record.look == CsvIndex::Look::plain && found_ <= fields_.size();
  if (plain) {
    split_plain(ends);
  } else if (!split_nested(ends)) {
    return Split::surplus;
  }
  const bool has_ink = !fields_.empty() && !fields_.front().text.empty() &&
                       fields_.front().text.front() > ' ';
  return !has_ink && is_blank() ? Split::none : Split::row;
}

/// No longer than the header; what a quote begins, the next one ends.
void CsvPieceRows::split_plain(Ends ends) {
  const char* const text = text_.data();
  const char* begin = text + begin_;
  const char* const line_end = text + ends.back();
  const bool crlf = line_end > begin && line_end[-1] == '\r';
  Field* field = fields_.data();
  const auto add = [&](const char* end) {
    // An empty field has its end here, which is no quote.
    const std::size_t quote = *begin == '"' ? 1 : 0;
    const auto size = static_cast<std::size_t>(end - begin);
    field++->text = {begin + quote, size - 2 * quote};
  };
  for (const std::uint32_t place : ends.first(ends.size() - 1)) {
    add(text + place);
    begin = text + place + 1;
  }
  add(line_end - (crlf ? 1 : 0));
}

/// False if there is more than columns for it.
bool CsvPieceRows::split_nested(Ends ends) {
  if (unescaped_.size() < size_) unescaped_.resize(2 * size_);
  char* out = unescaped_.data();
  bool surplus = false;
  std::size_t begin = begin_;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    std::string_view text = text_.substr(begin, ends[i] - begin);
    begin = ends[i] + std::size_t{1};
    if (i + 1 == ends.size() && text.ends_with('\r')) text.remove_suffix(1);
    if (text.starts_with('"')) {
      // The index knows that it ends with one too.
      const QuotedText quoted = unescape(text.substr(1, text.size() - 2), out);
      text = quoted.text;
      lines_ += quoted.line_ends;
      out += text.size();
    }
    if (i < fields_.size()) {
      fields_[i].text = text;
    } else {
      surplus = surplus || text.find_first_not_of(" \t") != kNone;
    }
  }
  return !surplus;
}

/// A record like any other, or one that cannot be read.
CsvPieceRows::Split CsvPieceRows::split_odd() {
  const std::string_view text = text_.substr(begin_, size_);
  lines_ =
      static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
  odd_ =
      open_csv_rest(open_memory(std::string(text)), head_, line_, file_, sink_);
  Row row;
  const bool found = odd_->next(row);
  rejected_ += odd_->rows_rejected();
  if (!found) return Split::none;
  std::ranges::copy(row.fields, fields_.begin());
  found_ = row.fields.size();
  return Split::row;
}

bool CsvPieceRows::is_blank() const {
  const auto blank = [](const Field& field) {
    return field.text.find_first_not_of(" \t") == kNone;
  };
  return std::all_of(fields_.begin(),
                     fields_.begin() + static_cast<std::ptrdiff_t>(
                                           std::min(found_, fields_.size())),
                     blank);
}

/// The record as the careful reader sees it.
const CsvRecord& CsvPieceRows::careful() const {
  if (record_is_current_) return record_;
  record_.split(text_.substr(begin_, size_), true);
  record_is_current_ = true;
  return record_;
}

/// The record has more fields than there are columns.
void CsvPieceRows::reject_surplus() {
  ++rejected_;
  const CsvRecord& record = careful();
  const std::size_t offset = record.surplus().value_or(0);
  Finding finding;
  finding.rule = "too-many-fields";
  finding.place = {file_,
                   record.position(offset, line_),
                   1,
                   std::string(record.line_at(offset)),
                   {}};
  finding.arguments = {{"found", std::to_string(record.fields_found())},
                       {"expected", std::to_string(head_.columns.size())}};
  sink_(std::move(finding));
}

Position CsvPieceRows::position(std::size_t field) const {
  const CsvRecord& record = careful();
  return record.position(record.begin_of(field), line_);
}

std::uint32_t CsvPieceRows::width(std::size_t field) const {
  return careful().width(field);
}

std::string_view CsvPieceRows::excerpt(std::size_t field) const {
  const CsvRecord& record = careful();
  return record.line_at(record.begin_of(field));
}

}  // namespace gov_report
