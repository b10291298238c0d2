#include "source/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "source/row_source.h"
#include "source/xlsx_values.h"

namespace gov_report {
namespace {

constexpr std::size_t kPiece = 1 << 16;
constexpr std::size_t kNames = 1000;

std::size_t index_in(std::string_view text) {
  std::size_t index = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, index);
  return error == std::errc() && stop == end ? index : SIZE_MAX;
}

}  // namespace

/// Gathers the cells of a row, and pauses the reading when it ends.
class SheetReader::Handler : public XmlHandler {
 public:
  explicit Handler(const XlsxBook& book) : book_(book) {}

  void pauses(XmlStream& xml) { xml_ = &xml; }

  void open(std::string_view name, const XmlAttributes& attributes) override {
    gathers_ = false;
    if (name == "c") {
      begin_cell(attributes);
    } else if (name == "v") {
      gathers_ = in_cell_;
    } else if (name == "t") {
      gathers_ = in_cell_ && !in_phonetic_;
    } else if (name == "f") {
      has_formula_ = true;
    } else if (name == "row") {
      begin_row(attributes);
    } else if (name == "rPh") {
      in_phonetic_ = true;
    } else {
      meet(name);
    }
  }

  void close(std::string_view name) override {
    gathers_ = false;
    if (name == "c") {
      end_cell();
    } else if (name == "row") {
      end_row();
    } else if (name == "rPh") {
      in_phonetic_ = false;
    }
  }

  void text(std::string_view piece) override {
    if (!gathers_ || too_long_) return;
    value_ += piece;
    too_long_ = value_.size() > kRowLimit;
  }

  /// The row that ended, once.
  bool take(SheetRow& row) {
    if (!has_row_) return false;
    has_row_ = false;
    row = {number_, cells_, too_long_};
    return true;
  }

  std::uint64_t row_number() const { return number_; }
  const char* fault() const { return fault_; }

 private:
  /// A cell whose text stands in texts_, until that grows no more.
  struct Stored {
    std::size_t at = 0;
    std::size_t size = 0;
    bool is_shared = true;
  };

  void fail(const char* variant) {
    if (fault_ == nullptr) fault_ = variant;
    xml_->pause();
  }

  /// The parser remembers every name it meets; no sheet has that many.
  void meet(std::string_view name) {
    if (name == "is" || name == "r" || names_.contains(name)) return;
    names_.emplace(name);
    if (names_.size() > kNames) fail("broken-xml");
  }

  void begin_row(const XmlAttributes& attributes) {
    if (in_row_) return fail("broken-xml");
    in_row_ = true;
    cells_.clear();
    stored_.clear();
    texts_.clear();
    size_ = 0;
    column_ = 0;
    too_long_ = false;
    ordered_ = true;
    const std::string_view number = attributes.get("r");
    const std::uint64_t given = number.empty() ? number_ + 1 : index_in(number);
    const bool is_later = given > number_ && given <= kLastSheetRow;
    if (!is_later) return fail(given <= number_ ? "row-order" : "bad-address");
    number_ = given;
  }

  void begin_cell(const XmlAttributes& attributes) {
    // A value that is in no row, or in another cell, would be lost.
    if (!in_row_ || in_cell_) return fail("broken-xml");
    in_cell_ = true;
    has_formula_ = false;
    value_.clear();
    type_ = attributes.get("t");
    style_ = attributes.get("s");
    const std::string_view address = attributes.get("r");
    std::uint32_t column = column_ + 1;
    if (!address.empty()) {
      const auto place = cell_address(address);
      if (!place || (place->row != 0 && place->row != number_)) {
        return fail("bad-address");
      }
      column = place->column;
    }
    if (column > kLastSheetColumn) return fail("bad-address");
    ordered_ = ordered_ && column > column_;
    column_ = column;
  }

  void end_cell() {
    in_cell_ = false;
    if (too_long_) return;
    const bool is_text = type_ == "str" || type_ == "inlineStr";
    if (type_ == "s") {
      if (value_.empty()) return uncalculated();
      const auto text = book_.strings().at(index_in(value_));
      if (!text) return own(SheetCell::Kind::broken, value_);
      if (!text->empty()) shared(*text);
    } else if (is_text) {
      if (!value_.empty()) own(SheetCell::Kind::text, unescaped(value_));
    } else if (value_.empty()) {
      uncalculated();
    } else if (type_ == "e") {
      own(SheetCell::Kind::error, value_);
    } else if (type_ == "b") {
      own(SheetCell::Kind::text, value_ == "1" ? "TRUE" : "FALSE");
    } else if (type_ == "d") {
      own(SheetCell::Kind::text, value_.substr(0, value_.find('T')));
    } else {
      number();
    }
  }

  /// An empty cell, unless there is a formula.
  void uncalculated() {
    if (has_formula_) own(SheetCell::Kind::uncalculated, "");
  }

  void number() {
    const NumberStyle& style =
        book_.styles().of(style_.empty() ? 0 : index_in(style_));
    if (style.kind == NumberStyle::Kind::plain) {
      return own(SheetCell::Kind::number, spreadsheet_number(value_));
    }
    if (style.kind == NumberStyle::Kind::digits) return digits(style);
    const auto serial = serial_of(value_);
    if (!serial) {
      own(SheetCell::Kind::text, spreadsheet_number(value_));
    } else if (style.kind == NumberStyle::Kind::time && serial->days == 0) {
      own(SheetCell::Kind::text, serial_time(serial->seconds));
    } else {
      // The time of a day is no part of a date.
      own(SheetCell::Kind::text, serial_date(serial->days, book_.from_1904()));
    }
  }

  void digits(const NumberStyle& style) {
    std::string text = spreadsheet_number(value_);
    const bool is_whole = text.find_first_not_of("0123456789") == text.npos;
    if (!is_whole) return own(SheetCell::Kind::number, text);
    const std::size_t width = std::min<std::size_t>(style.width, 32);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    own(SheetCell::Kind::text, style.prefix + text);
  }

  void own(SheetCell::Kind kind, std::string_view text) {
    stored_.push_back({texts_.size(), text.size(), false});
    texts_ += text;
    cells_.push_back({column_, kind, {}});
    grow(text.size());
  }

  void shared(std::string_view text) {
    stored_.push_back({});
    cells_.push_back({column_, SheetCell::Kind::text, text});
    grow(text.size());
  }

  void grow(std::size_t size) {
    size_ += size;
    too_long_ = too_long_ || size_ > kRowLimit;
  }

  void end_row() {
    in_row_ = false;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (stored_[i].is_shared) continue;
      cells_[i].text =
          std::string_view(texts_).substr(stored_[i].at, stored_[i].size);
    }
    if (!ordered_) settle_order();
    has_row_ = !cells_.empty() || too_long_;
    if (has_row_) xml_->pause();
  }

  void settle_order() {
    std::ranges::stable_sort(cells_, {}, &SheetCell::column);
    std::vector<SheetCell> once;
    for (const SheetCell& cell : cells_) {
      if (!once.empty() && once.back().column == cell.column) {
        once.back().kind = SheetCell::Kind::twice;
      } else {
        once.push_back(cell);
      }
    }
    cells_ = std::move(once);
  }

  const XlsxBook& book_;
  XmlStream* xml_ = nullptr;
  const char* fault_ = nullptr;
  std::set<std::string, std::less<>> names_;  // of elements that are not read
  // of the row
  std::uint64_t number_ = 0;
  std::vector<SheetCell> cells_;
  std::vector<Stored> stored_;  // by cell
  std::string texts_;
  std::size_t size_ = 0;
  bool ordered_ = true;
  bool too_long_ = false;
  bool in_row_ = false;
  bool has_row_ = false;
  // of the cell
  std::uint32_t column_ = 0;
  std::string type_;
  std::string style_;
  std::string value_;
  bool in_cell_ = false;
  bool has_formula_ = false;
  bool in_phonetic_ = false;
  bool gathers_ = false;
};

SheetReader::SheetReader(XlsxBook& book, const BookSheet& sheet)
    : name_(sheet.part), handler_(std::make_unique<Handler>(book)) {
  BookFault fault;
  part_ = book.stream(sheet, fault);
  if (part_ == nullptr) {
    fault_ = std::move(fault);
    return;
  }
  xml_ = std::make_unique<XmlStream>(*handler_);
  handler_->pauses(*xml_);
}

SheetReader::~SheetReader() = default;

std::uint64_t SheetReader::row_number() const {
  return handler_->row_number();
}

/// Another piece of the XML. False at the end, and after a fault.
bool SheetReader::feed() {
  char* const room = xml_->room(kPiece);
  if (room == nullptr) {
    fault_ = {"too-large", name_};
    return false;
  }
  ZipError error;
  const std::size_t got = part_->read(room, kPiece, error);
  if (error.kind != ZipError::Kind::none) {
    fault_ = fault_of(error);
    return false;
  }
  state_ = xml_->parse(got, got == 0);
  return true;
}

bool SheetReader::next(SheetRow& row) {
  while (!fault_) {
    if (handler_->take(row)) return true;
    if (state_ == XmlStream::State::done) return false;
    if (state_ == XmlStream::State::paused) {
      state_ = xml_->resume();
    } else if (!feed()) {
      return false;
    }
    if (handler_->fault() != nullptr) {
      fault_ = {handler_->fault(), name_};
    } else if (state_ == XmlStream::State::failed) {
      fault_ = {"broken-xml", name_ + ":" +
                                  std::to_string(xml_->error().at.line) + ": " +
                                  xml_->error().words};
    }
  }
  return false;
}

}  // namespace gov_report
