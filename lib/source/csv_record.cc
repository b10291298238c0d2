#include "source/csv_record.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct ClosingQuote {
  std::size_t at = kNone;  // kNone: not in this text
  bool doubled = false;    // there are "" before it
};

ClosingQuote find_closing_quote(std::string_view text, std::size_t open,
                                bool whole) {
  ClosingQuote quote;
  for (std::size_t from = open + 1;;) {
    const std::size_t at = text.find('"', from);
    if (at == kNone) return quote;
    if (at + 1 == text.size() && !whole) return quote;  // may be one of two
    if (at + 1 == text.size() || text[at + 1] != '"') {
      quote.at = at;
      return quote;
    }
    quote.doubled = true;
    from = at + 2;
  }
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == kNone;
}

}  // namespace

RecordEnd CsvRecord::split(std::string_view text, bool whole) {
  kept_ = found_ = unescaped_used_ = 0;
  surplus_.reset();
  quoted_ = faulty_ = false;
  const std::string_view line = text.substr(0, text.find(line_end_));
  if (line.find('"') != kNone) return split_quoted(text, whole);
  if (line.size() == text.size() && !whole) return RecordEnd::beyond;
  finish(text, line.size());
  split_plain();
  return RecordEnd::found;
}

void CsvRecord::split_plain() {
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(raw_.find(separator_, begin), raw_.size());
    add(raw_.substr(begin, end - begin), begin, end);
    if (end == raw_.size()) return;
    begin = end + 1;
  }
}

RecordEnd CsvRecord::split_quoted(std::string_view text, bool whole) {
  RecordEnd result = RecordEnd::found;
  for (std::size_t at = 0;; ++at) {
    if (at < text.size() && text[at] == '"') {
      const RecordEnd end = take_quoted(text, whole, at);
      if (end == RecordEnd::text_after_quote) {
        result = end;
      } else if (end != RecordEnd::found) {
        return end;
      }
    } else if (!take_plain(text, whole, at)) {
      return RecordEnd::beyond;
    }
    if (at == text.size() || text[at] != separator_) {
      finish(text, at);
      return result;
    }
  }
}

/// A field that begins with the quote at `at`, which moves to its end.
RecordEnd CsvRecord::take_quoted(std::string_view text, bool whole,
                                 std::size_t& at) {
  const std::size_t open = at;
  quoted_ = true;
  const ClosingQuote close = find_closing_quote(text, open, whole);
  if (close.at == kNone) {
    ++found_;
    return fail_at(text, open, RecordEnd::within_quotes);
  }
  const std::string_view inner = text.substr(open + 1, close.at - open - 1);
  const bool copy = close.doubled && found_ < most_;
  add(copy ? unescaped(inner) : inner, open, close.at + 1);
  at = std::min(text.find_first_not_of(' ', close.at + 1), text.size());
  const bool cr = line_end_ == '\n' && at < text.size() && text[at] == '\r';
  const std::size_t behind = cr ? at + 1 : at;
  if (behind >= text.size()) {
    return whole ? RecordEnd::found : RecordEnd::beyond;
  }
  if (text[behind] == line_end_ || (!cr && text[at] == separator_)) {
    return RecordEnd::found;
  }
  if (inner.find(line_end_) != kNone) {
    return fail_at(text, open, RecordEnd::unclosed_quote);
  }
  const std::size_t fault = at;
  if (!take_rest(text, whole, at)) return RecordEnd::beyond;
  if (!faulty_) note_fault(fault, at);
  return RecordEnd::text_after_quote;
}

/// Ends the splitting; raw() becomes what stands up to the end of that line.
RecordEnd CsvRecord::fail_at(std::string_view text, std::size_t at,
                             RecordEnd end) {
  finish(text, at);
  note_fault(at, at);
  return end;
}

void CsvRecord::note_fault(std::size_t begin, std::size_t end) {
  faulty_ = true;
  fault_ = begin;
  fault_end_ = end;
  fault_field_ = found_ - 1;
}

bool CsvRecord::take_plain(std::string_view text, bool whole, std::size_t& at) {
  const std::size_t begin = at;
  if (!take_rest(text, whole, at)) return false;
  std::string_view value = text.substr(begin, at - begin);
  const bool last = at == text.size() || text[at] == line_end_;
  if (last && line_end_ == '\n' && value.ends_with('\r')) {
    value.remove_suffix(1);
  }
  add(value, begin, begin + value.size());
  return true;
}

/// Moves `at` to the next separator or line end; false if there is none.
bool CsvRecord::take_rest(std::string_view text, bool whole,
                          std::size_t& at) const {
  while (at < text.size() && text[at] != separator_ && text[at] != line_end_) {
    ++at;
  }
  return at < text.size() || whole;
}

void CsvRecord::add(std::string_view value, std::size_t begin,
                    std::size_t end) {
  if (++found_ > most_) {
    if (!surplus_ && !is_blank(value)) surplus_ = begin;
    return;
  }
  if (kept_ == fields_.size()) {
    fields_.emplace_back();
    extents_.emplace_back();
  }
  fields_[kept_].text = value;
  extents_[kept_] = {static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(end)};
  ++kept_;
}

/// The record ends at `end`: a line end, a CR before one, or the text's end.
void CsvRecord::finish(std::string_view text, std::size_t end) {
  size_ = std::min(text.find(line_end_, end), text.size());
  raw_ = text.substr(0, size_);
  if (line_end_ == '\n' && raw_.ends_with('\r')) raw_.remove_suffix(1);
  if (size_ < text.size()) ++size_;
  lines_ =
      1 + static_cast<std::uint64_t>(
              quoted_ ? std::count(raw_.begin(), raw_.end(), line_end_) : 0);
}

std::string_view CsvRecord::unescaped(std::string_view inner) {
  if (unescaped_used_ == unescaped_.size()) unescaped_.emplace_back();
  std::string& out = unescaped_[unescaped_used_++];
  out.clear();
  for (std::size_t i = 0; i < inner.size(); ++i) {
    out += inner[i];
    if (inner[i] == '"') ++i;
  }
  return out;
}

std::size_t CsvRecord::begin_of(std::size_t field) const {
  return field < kept_ ? extents_[field].begin : raw_.size();
}

std::size_t CsvRecord::end_of(std::size_t field) const {
  return field < kept_ ? extents_[field].end : raw_.size();
}

Position CsvRecord::position(std::size_t offset, std::uint64_t line) const {
  const std::string_view before = raw_.substr(0, offset);
  const std::size_t line_start = before.rfind(line_end_) + 1;  // kNone + 1 is 0
  const auto lines = std::count(before.begin(), before.end(), line_end_);
  const std::size_t characters = character_count(before.substr(line_start));
  return {line + static_cast<std::uint64_t>(lines),
          static_cast<std::uint32_t>(characters) + 1};
}

std::uint32_t CsvRecord::width(std::size_t field) const {
  const std::size_t begin = begin_of(field);
  const std::string_view value = raw_.substr(begin, end_of(field) - begin);
  const std::string_view line = value.substr(0, value.find_first_of("\r\n"));
  return std::max(static_cast<std::uint32_t>(character_count(line)), 1U);
}

std::string_view CsvRecord::line_at(std::size_t offset) const {
  const std::size_t start = raw_.substr(0, offset).rfind(line_end_) + 1;
  std::string_view line = raw_.substr(start);
  line = line.substr(0, line.find(line_end_, offset - start));
  if (line_end_ == '\n' && line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace gov_report
