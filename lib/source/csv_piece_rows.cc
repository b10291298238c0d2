#include "source/csv_piece_rows.h"

#include <algorithm>
#include <utility>

namespace gov_report {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

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
  spare_used_ = 0;
  found_ = ends.size();
  if (record.look == CsvIndex::Look::odd) return split_odd();
  const bool plain =
      record.look == CsvIndex::Look::plain && found_ <= fields_.size();
  const bool fits = plain ? split_plain(ends) : split_quoted(ends);
  if (!fits) return Split::surplus;
  const bool has_ink = !fields_.empty() && !fields_.front().text.empty() &&
                       fields_.front().text.front() > ' ';
  return !has_ink && is_blank() ? Split::none : Split::row;
}

/// Without quotes, and no longer than the header.
bool CsvPieceRows::split_plain(Ends ends) {
  const char* begin = text_.data() + begin_;
  Field* field = fields_.data();
  for (const std::uint32_t place : ends) {
    const char* const end = text_.data() + place;
    field++->text = {begin, static_cast<std::size_t>(end - begin)};
    begin = end + 1;
  }
  std::string_view& last = fields_[ends.size() - 1].text;
  if (last.ends_with('\r')) last.remove_suffix(1);
  return true;
}

/// False if there is more than columns for it.
bool CsvPieceRows::split_quoted(Ends ends) {
  bool surplus = false;
  std::size_t begin = begin_;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    std::string_view text = text_.substr(begin, ends[i] - begin);
    begin = ends[i] + std::size_t{1};
    if (i + 1 == ends.size() && text.ends_with('\r')) text.remove_suffix(1);
    const bool quoted = text.starts_with('"');
    if (quoted) {
      // The index knows that it ends with one too.
      text = text.substr(1, text.size() - 2);
      lines_ += static_cast<std::uint64_t>(
          std::count(text.begin(), text.end(), '\n'));
    }
    if (i >= fields_.size()) {
      surplus = surplus || text.find_first_not_of(" \t") != kNone;
    } else {
      const bool escaped = quoted && text.find('"') != kNone;
      fields_[i].text = escaped ? unescaped(text) : text;
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

/// What stands between quotes, with one for each two of them.
std::string_view CsvPieceRows::unescaped(std::string_view inner) {
  std::string& out = spare();
  for (std::size_t from = 0;;) {
    const std::size_t quote = inner.find('"', from);
    if (quote == kNone) return out += inner.substr(from);
    out += inner.substr(from, quote + 1 - from);
    from = quote + 2;
  }
}

std::string& CsvPieceRows::spare() {
  if (spare_used_ == spare_.size()) spare_.emplace_back();
  std::string& text = spare_[spare_used_++];
  text.clear();
  return text;
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
