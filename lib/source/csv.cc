#include "source/csv.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "source/byte_window.h"
#include "source/csv_header.h"
#include "source/csv_record.h"

namespace gov_report {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLineEndSample = 64 << 10;
constexpr std::size_t kShownCharacters = 80;  // of a line that is too long
constexpr std::size_t kTooLongKept = 32000;   // of it, for RowChoice::all

/// LF, unless the file's start has only CRs, as old Macs wrote them.
char line_end_of(std::string_view start) {
  start = start.substr(0, kLineEndSample);
  const bool only_cr = start.find('\n') == kNone && start.find('\r') != kNone;
  return only_cr ? '\r' : '\n';
}

bool all_blank(std::span<const Field> fields) {
  return std::all_of(fields.begin(), fields.end(), [](const Field& field) {
    return field.text.find_first_not_of(" \t") == kNone;
  });
}

std::uint32_t characters(std::string_view text) {
  return static_cast<std::uint32_t>(character_count(text));
}

class CsvRows : public RowSource {
 public:
  CsvRows(std::unique_ptr<ByteStream> bytes, std::string file, FindingSink sink,
          RowChoice choice, const HeadingTest& is_heading);
  /// Of the rest of a file.
  CsvRows(std::unique_ptr<ByteStream> bytes, CsvHead head, std::uint64_t line,
          std::string file, FindingSink sink);

  /// REQUIRES: no row has been taken.
  CsvHead take_head();

  const std::vector<Column>& columns() const override { return columns_; }
  bool has_header() const override { return true; }
  bool next(Row& row) override;
  std::uint64_t rows_rejected() const override { return rejected_; }
  std::string_view header_line() const override { return header_line_; }
  char separator() const override { return separator_; }

  Position position(std::size_t field) const override;
  std::uint32_t width(std::size_t field) const override;
  std::string_view excerpt(std::size_t field) const override;

 private:
  enum class Step { row, blank, rejected, end };

  void read_header(const HeadingTest& is_heading);
  bool find_header();
  std::vector<std::string> pass_over_titles(const HeadingTest& is_heading);
  Row rejected_row(bool split_well) const;
  Step step();
  RecordEnd split();
  Step take_record(bool text_after_quote);
  Step pass_over_line();
  Step refuse_quote();
  Step refuse_text_after_quote();
  void report_too_long();
  void report(std::string rule, Place place, std::vector<Argument> arguments,
              std::string variant = "");
  Place place_of(std::size_t offset, std::uint32_t marked) const;

  ByteWindow window_;
  std::string file_;
  FindingSink sink_;
  bool all_;
  char line_end_ = '\n';
  char separator_ = ',';
  CsvRecord record_{',', '\n', 0};
  std::uint64_t line_ = 1;  // of the current record
  std::size_t taken_ = 0;   // bytes of it, not yet passed over
  std::uint64_t taken_lines_ = 0;
  bool in_header_ = true;
  std::vector<Column> columns_;
  std::string header_line_;
  std::uint64_t rejected_ = 0;
  std::string too_long_;             // the start of a row that is too long
  std::uint64_t too_long_line_ = 0;  // 0: the row is not
};

CsvRows::CsvRows(std::unique_ptr<ByteStream> bytes, std::string file,
                 FindingSink sink, RowChoice choice,
                 const HeadingTest& is_heading)
    : window_(std::move(bytes), kRowLimit + 2),  // with its CR LF
      file_(std::move(file)),
      sink_(std::move(sink)),
      all_(choice == RowChoice::all) {
  window_.grow();
  line_end_ = line_end_of(window_.rest());
  read_header(is_heading);
  in_header_ = false;
}

CsvRows::CsvRows(std::unique_ptr<ByteStream> bytes, CsvHead head,
                 std::uint64_t line, std::string file, FindingSink sink)
    : window_(std::move(bytes), kRowLimit + 2),
      file_(std::move(file)),
      sink_(std::move(sink)),
      all_(false),
      line_end_(head.line_end),
      separator_(head.separator),
      record_(head.separator, head.line_end, head.columns.size()),
      line_(line),
      in_header_(false),
      columns_(std::move(head.columns)),
      header_line_(std::move(head.header_line)) {}

CsvHead CsvRows::take_head() {
  return {std::move(columns_), std::move(header_line_), separator_, line_end_,
          line_ - 1 + taken_lines_};
}

/// Passes over blank lines. False if there is nothing else.
bool CsvRows::find_header() {
  for (;;) {
    const std::string_view text = window_.rest();
    const std::size_t start = text.find_first_not_of(" \t,;\r\n");
    const std::size_t end = std::min(start, text.size());
    const std::size_t line_start = text.substr(0, end).rfind(line_end_) + 1;
    line_ += static_cast<std::uint64_t>(
        std::count(text.begin(), text.begin() + line_start, line_end_));
    window_.advance(line_start);
    if (start != kNone) return true;
    if (!window_.grow()) {
      if (window_.ended()) return false;
      window_.advance(window_.rest().size());  // a line of a MiB of blanks
    }
  }
}

/// The names of a header that takes two records, or none.
std::vector<std::string> CsvRows::pass_over_titles(
    const HeadingTest& is_heading) {
  while (window_.rest().size() < kLineEndSample && window_.grow()) {
  }
  const std::string_view text = window_.rest();
  CsvHeader header =
      csv_header_in(text, window_.ended(), line_end_, is_heading);
  line_ += static_cast<std::uint64_t>(
      std::count(text.begin(), text.begin() + header.begin, line_end_));
  window_.advance(header.begin);
  return std::move(header.names);
}

void CsvRows::read_header(const HeadingTest& is_heading) {
  Step found = Step::end;
  std::vector<std::string> names;
  if (find_header()) {
    if (is_heading) names = pass_over_titles(is_heading);
    if (window_.rest().find(line_end_) == kNone) window_.grow();
    separator_ = separator_of(window_.rest(), line_end_);
    record_ = CsvRecord(separator_, line_end_, kColumnLimit);
    do found = step();
    while (found == Step::blank);
    if (!names.empty()) found = step();
  }
  if (found == Step::end) {
    report("empty-file", {file_, {}, 1, {}, {}}, {{"file", file_}});
  }
  if (found != Step::row) return;
  header_line_ = record_.line_at(0);
  if (record_.surplus()) {
    report("too-many-fields", place_of(*record_.surplus(), 1),
           {{"found", std::to_string(record_.fields_found())},
            {"expected", std::to_string(kColumnLimit)}});
    return;
  }
  for (const Field& field : record_.fields()) {
    columns_.push_back({std::string(field.text), position(columns_.size())});
  }
  for (std::size_t c = 0; c < names.size(); ++c) {
    if (c == columns_.size()) columns_.push_back({"", columns_.back().at});
    columns_[c].name = std::move(names[c]);
  }
  record_ = CsvRecord(separator_, line_end_, columns_.size());
}

bool CsvRows::next(Row& row) {
  while (!columns_.empty()) {
    const Step found = step();
    if (found == Step::end) return false;
    if (found == Step::blank) {
      if (!all_) continue;
      row = {line_, {}, record_.raw(), Row::Kind::blank};
      return true;
    }
    if (found == Step::row && !record_.surplus()) {
      row = {line_, record_.fields(), record_.raw(), Row::Kind::record};
      return true;
    }
    ++rejected_;
    if (found == Step::row) {
      report("too-many-fields", place_of(*record_.surplus(), 1),
             {{"found", std::to_string(record_.fields_found())},
              {"expected", std::to_string(columns_.size())}});
    }
    if (all_) {
      row = rejected_row(found == Step::row);
      return true;
    }
  }
  return false;
}

Row CsvRows::rejected_row(bool split_well) const {
  Row row;
  row.kind = Row::Kind::rejected;
  row.line = too_long_line_ > 0 ? too_long_line_ : line_;
  row.raw = too_long_line_ > 0 ? std::string_view(too_long_) : record_.raw();
  if (split_well) row.fields = record_.fields();
  return row;
}

/// Goes on to the next record.
CsvRows::Step CsvRows::step() {
  window_.advance(taken_);
  line_ += taken_lines_;
  taken_ = 0;
  taken_lines_ = 0;
  too_long_line_ = 0;
  if (window_.rest().empty() && !window_.grow()) return Step::end;
  switch (split()) {
    case RecordEnd::found:
      return take_record(false);
    case RecordEnd::text_after_quote:
      return take_record(true);
    case RecordEnd::beyond:
      return pass_over_line();
    default:
      return refuse_quote();
  }
}

/// Splits the record, reading on until it is whole or too long.
RecordEnd CsvRows::split() {
  for (;;) {
    const bool whole = window_.ended();
    const RecordEnd end = record_.split(window_.rest(), whole);
    const bool open =
        end == RecordEnd::beyond || end == RecordEnd::within_quotes;
    if (!open || whole || (!window_.grow() && !window_.ended())) return end;
  }
}

CsvRows::Step CsvRows::take_record(bool text_after_quote) {
  taken_ = record_.size();
  taken_lines_ = record_.lines();
  if (record_.raw().size() > kRowLimit) {
    report_too_long();
    return Step::rejected;
  }
  if (window_.seen_nul()) {
    const std::size_t nul = record_.raw().find('\0');
    if (nul != kNone) {
      report("nul-byte", place_of(nul, 1), {});
      return Step::rejected;
    }
  }
  if (text_after_quote) return refuse_text_after_quote();
  if (all_blank(record_.fields()) && !record_.surplus()) return Step::blank;
  return Step::row;
}

CsvRows::Step CsvRows::refuse_text_after_quote() {
  const std::string_view text = record_.text_after_quote();
  report("text-after-quote", place_of(record_.fault(), characters(text)),
         {{"value", std::string(first_characters(text, kShownCharacters))}});
  return Step::rejected;
}

/// A quote that is not closed, or only by one on a later line: the rows below
/// are most likely whole, so reading goes on with the next physical line.
CsvRows::Step CsvRows::refuse_quote() {
  const bool line_ends = record_.size() > record_.raw().size();
  if (!line_ends && !window_.ended()) return pass_over_line();
  taken_ = record_.size();
  taken_lines_ = record_.lines();
  const Place place = place_of(record_.fault(), 1);
  const std::size_t field = record_.fault_field();
  std::vector<Argument> arguments = {{"line", std::to_string(place.at.line)}};
  if (field < columns_.size()) {
    arguments.push_back({"column", columns_[field].name});
  }
  report("unclosed-quote", place, std::move(arguments),
         field < columns_.size() ? "" : "no-column");
  return Step::rejected;
}

/// Passes over what has been read, and on to the end of that line.
CsvRows::Step CsvRows::pass_over_line() {
  report_too_long();
  for (;;) {
    const std::string_view text = window_.rest();
    line_ += static_cast<std::uint64_t>(
        std::count(text.begin(), text.end(), line_end_));
    window_.advance(text.size());
    if (!window_.grow()) return Step::rejected;
    const std::size_t end = window_.rest().find(line_end_);
    if (end == kNone) continue;
    window_.advance(end + 1);
    ++line_;
    return Step::rejected;
  }
}

void CsvRows::report_too_long() {
  const std::string_view text = window_.rest();
  const std::string_view line = text.substr(0, text.find(line_end_));
  if (all_) {
    too_long_ = first_characters(line, kTooLongKept);
    too_long_line_ = line_;
  }
  report("row-too-long",
         {file_,
          {line_, 0},
          1,
          std::string(first_characters(line, kShownCharacters)),
          {}},
         {{"limit", std::to_string(kRowLimit)}});
}

void CsvRows::report(std::string rule, Place place,
                     std::vector<Argument> arguments, std::string variant) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.variant = in_header_ && finding.rule != "empty-file"
                        ? "header"
                        : std::move(variant);
  finding.place = std::move(place);
  finding.arguments = std::move(arguments);
  sink_(std::move(finding));
}

Place CsvRows::place_of(std::size_t offset, std::uint32_t marked) const {
  return {file_,
          record_.position(offset, line_),
          std::max(marked, 1U),
          std::string(record_.line_at(offset)),
          {}};
}

Position CsvRows::position(std::size_t field) const {
  return record_.position(record_.begin_of(field), line_);
}

std::uint32_t CsvRows::width(std::size_t field) const {
  return record_.width(field);
}

std::string_view CsvRows::excerpt(std::size_t field) const {
  return record_.line_at(record_.begin_of(field));
}

}  // namespace

CsvHead read_csv_head(std::unique_ptr<ByteStream> bytes, std::string file,
                      const FindingSink& sink, const HeadingTest& is_heading) {
  return CsvRows(std::move(bytes), std::move(file), sink, RowChoice::records,
                 is_heading)
      .take_head();
}

std::unique_ptr<RowSource> open_csv_rows(std::unique_ptr<ByteStream> bytes,
                                         std::string file, FindingSink sink,
                                         RowChoice choice,
                                         const HeadingTest& is_heading) {
  return std::make_unique<CsvRows>(std::move(bytes), std::move(file),
                                   std::move(sink), choice, is_heading);
}

std::unique_ptr<RowSource> open_csv_rest(std::unique_ptr<ByteStream> bytes,
                                         CsvHead head, std::uint64_t line,
                                         std::string file, FindingSink sink) {
  return std::make_unique<CsvRows>(std::move(bytes), std::move(head), line,
                                   std::move(file), std::move(sink));
}

}  // namespace gov_report
