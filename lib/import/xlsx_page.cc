#include "import/xlsx_page.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "import/office_parts.h"
#include "import/xlsx_formulas.h"
#include "import/xlsx_texts.h"
#include "import/xlsx_workbook.h"
#include "source/shown_number.h"
#include "source/xlsx_styles.h"
#include "source/xlsx_values.h"

namespace gov_report {
namespace {

class SheetHandler : public XmlHandler {
 public:
  SheetHandler(const std::vector<std::string>& strings,
               const NumberStyles& styles)
      : strings_(strings), styles_(styles) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") {
      row_hidden_ = is_on(attributes.get("hidden"));
      row_flat_ = is_zero(attributes.get("ht"));
      start_row(attributes.get("r"));
    } else if (name == "col") {
      open_columns(attributes);
    } else if (name == "sheetView") {
      const std::string_view zeros = attributes.get("showZeros");
      zeros_shown_ = zeros.empty() || is_on(zeros);
    } else if (name == "c") {
      start_cell(attributes.get("r"));
      type_ = attributes.get("t");
      style_ = static_cast<std::size_t>(number_or(attributes.get("s"), 0));
      value_.clear();
      inline_.clear();
      has_formula_ = false;
    } else if (name == "f") {
      has_formula_ = true;
      formula_.clear();
    } else if (name == "mergeCell") {
      merge(attributes.get("ref"));
    }
    runs_.open(name, attributes);
    in_value_ = name == "v";
    in_formula_ = name == "f";
    in_inline_ = name == "t" && runs_.is_read();
  }

  void close(std::string_view name) override {
    runs_.close(name);
    if (name == "c" && place_) enter();
    in_value_ = false;
    in_inline_ = false;
    in_formula_ = false;
  }

  void text(std::string_view piece) override {
    if (in_formula_) formula_ += piece;
    if (in_value_) value_ += piece;
    if (in_inline_) inline_ += piece;
  }

  const SheetFormulas& formulas() const { return formulas_; }

  CellGrid take() {
    const std::vector<bool> hidden = hidden_places();
    for (auto& [place, sheet_cell] : cells_) {
      TextCell& cell = sheet_cell.cell;
      if (!hidden.empty() && hidden[index_of(cell.row, cell.column)]) continue;
      grid_.rows = std::max(grid_.rows, cell.row + cell.row_span);
      grid_.columns = std::max(grid_.columns, cell.column + cell.column_span);
      cell.at = {static_cast<std::uint64_t>(cell.row) + 1,
                 static_cast<std::uint32_t>(cell.column) + 1};
      grid_.cells.push_back(std::move(cell));
    }
    return std::move(grid_);
  }

 private:
  bool fits(std::pair<int, int> place) {
    if (place.first < kGridRows && place.second < kGridColumns &&
        cells_.size() < kGridCells) {
      return true;
    }
    grid_.cut = true;
    return false;
  }

  /// A row or a cell that does not say where it is comes next.
  void start_row(std::string_view number) {
    // Beyond the limits it does not matter by how much.
    const int row = number.empty() ? next_.first + 2 : number_or(number, 0);
    next_ = {std::clamp(row, 0, kGridRows + 1) - 1, 0};
  }

  void start_cell(std::string_view name) {
    place_ = next_;
    if (!name.empty()) place_ = place_of(name);
    if (place_ && place_->first < 0) place_.reset();
    if (place_) next_ = {place_->first, place_->second + 1};
    if (place_) return;
    grid_.cut = true;
    meet(grid_.lost, ReadLimit::no_address);
  }

  static bool is_on(std::string_view value) {
    return value == "1" || value == "true";
  }

  static bool is_zero(std::string_view size) {
    return !size.empty() &&
           size.find_first_not_of("0.") == std::string_view::npos;
  }

  void open_columns(const XmlAttributes& attributes) {
    const bool hidden = is_on(attributes.get("hidden"));
    if (!hidden && !is_zero(attributes.get("width"))) return;
    const int first = std::max(number_or(attributes.get("min"), 0), 1);
    const int last =
        std::min(number_or(attributes.get("max"), 0), kGridColumns);
    for (int i = first; i <= last; ++i) {
      (hidden ? hidden_columns_ : flat_columns_).insert(i - 1);
    }
  }

  /// What the cell shows; nullopt: it is not known.
  std::optional<std::string> shown() const {
    const std::string_view code = styles_.code(style_);
    // A value and a text: the type says which it is.
    if (type_ == "inlineStr") {
      if (inline_.empty() && !value_.empty()) return std::nullopt;
      return shown_text(unescaped(inline_), code);
    }
    if (value_.empty() && !inline_.empty()) return std::nullopt;
    if (type_ == "s") {
      if (!is_string()) return std::nullopt;
      return shown_text(strings_[string()], code);
    }
    if (type_ == "b") return value_ == "0" ? "FALSE" : "TRUE";
    if (!type_.empty() && type_ != "n") {
      return shown_text(unescaped(value_), code);
    }
    const std::string number = spreadsheet_number(value_);
    if (number == "0" && !zeros_shown_) return std::string();
    return shown_number(number, code);
  }

  /// Nobody sees it, or not in every program, or as something taken back.
  bool is_hardly_shown() const {
    return row_flat_ || flat_columns_.contains(place_->second) ||
           styles_.is_taken_back(style_) || styles_.is_white(style_);
  }

  std::size_t string() const {
    return static_cast<std::size_t>(number_or(value_, -1));
  }

  bool is_string() const { return string() < strings_.size(); }

  void enter() {
    if (row_hidden_ || hidden_columns_.contains(place_->second)) return;
    if (!fits(*place_)) {
      const bool many = cells_.size() >= kGridCells;
      if (!value_.empty() || !inline_.empty()) {
        meet(grid_.lost, many ? ReadLimit::grid_cells : ReadLimit::grid_size);
      }
      return;
    }
    const auto seen = shown();
    std::string text =
        seen ? *seen : (type_ == "s" ? std::string() : value_ + inline_);
    // Cells share texts: a small file can ask for any amount of them.
    constexpr std::size_t kMostText = 16 << 20;
    text_bytes_ += text.size();
    if (text_bytes_ > kMostText) {
      grid_.cut = true;
      meet(grid_.lost, ReadLimit::sheet_text);
      return;
    }
    auto& [cell, entered] = cells_[*place_];
    cell.row = place_->first;
    cell.column = place_->second;
    const bool ink = !trimmed(text).empty();
    if (!seen || (ink && is_hardly_shown())) {
      cell.doubt = CellDoubt::unreadable;
    }
    // The result of a formula may be no text, if it says that it is one.
    if (has_formula_ && value_.empty() && type_ != "str") {
      cell.doubt = CellDoubt::uncalculated;
    }
    if (has_formula_) formulas_.add(*place_, formula_, value_);
    if (entered && cell.text != text) {
      cell.doubt = CellDoubt::twice;
      cell.text += " " + text;
    } else {
      cell.text = std::move(text);
    }
    entered = true;
  }

  void merge(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (colon == std::string_view::npos) return;
    const auto first = place_of(range.substr(0, colon));
    const auto last = place_of(range.substr(colon + 1));
    if (!first || !last || !fits(*first) || last->first < first->first ||
        last->second < first->second) {
      return;
    }
    TextCell& cell = cells_[*first].cell;
    cell.row = first->first;
    cell.column = first->second;
    cell.row_span = std::min(last->first, kGridRows - 1) - first->first + 1;
    cell.column_span =
        std::min(last->second, kGridColumns - 1) - first->second + 1;
    if (cell.row_span > 1 || cell.column_span > 1) merged_.push_back(*first);
  }

  struct SheetCell {
    TextCell cell;
    bool entered = false;  ///< not only merged
  };

  static std::size_t index_of(int row, int column) {
    return static_cast<std::size_t>(row) * kGridColumns +
           static_cast<std::size_t>(column);
  }

  /// The places that merged cells hide. Ranges that overlap in number are no
  /// workbook that a program wrote.
  std::vector<bool> hidden_places() {
    constexpr std::size_t kMost = 8'000'000;
    std::vector<bool> hidden;
    if (merged_.empty()) return hidden;
    hidden.resize(index_of(kGridRows, 0));
    std::size_t marked = 0;
    for (const auto& first : merged_) {
      const TextCell& cell = cells_[first].cell;
      for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
        for (int i = 0; i < cell.column_span && marked < kMost; ++i) {
          ++marked;
          if (row != cell.row || i > 0) {
            hidden[index_of(row, cell.column + i)] = true;
          }
        }
      }
    }
    grid_.cut = grid_.cut || marked >= kMost;
    return hidden;
  }

  const std::vector<std::string>& strings_;
  const NumberStyles& styles_;
  CellGrid grid_;
  std::map<std::pair<int, int>, SheetCell> cells_;
  std::vector<std::pair<int, int>> merged_;
  std::set<int> hidden_columns_;
  std::set<int> flat_columns_;  // of no width
  bool row_hidden_ = false;
  bool row_flat_ = false;  // of no height
  bool zeros_shown_ = true;
  std::size_t text_bytes_ = 0;
  std::pair<int, int> next_ = {-1, 0};  // row and column
  std::optional<std::pair<int, int>> place_;
  std::string type_;
  std::size_t style_ = 0;
  std::string value_;
  std::string inline_;
  bool has_formula_ = false;
  std::string formula_;
  SheetFormulas formulas_;
  bool in_formula_ = false;
  bool in_value_ = false;
  bool in_inline_ = false;
  TextRuns runs_;
};

/// Titles or paragraphs: the one text of a row, each of its lines.
void add_lines(const CellGrid& grid, PageBuilder& builder) {
  for (std::size_t i = 0; i < grid.cells.size();) {
    const int row = grid.cells[i].row;
    std::vector<const TextCell*> inked;
    for (; i < grid.cells.size() && grid.cells[i].row == row; ++i) {
      const bool formula = grid.cells[i].doubt == CellDoubt::uncalculated;
      if (formula || !trimmed(grid.cells[i].text).empty()) {
        inked.push_back(&grid.cells[i]);
      }
    }
    if (inked.size() != 1) continue;
    // A title and the heading below it may share a cell.
    std::string_view rest = inked.front()->text;
    Position at = inked.front()->at;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      builder.text(line, at);
      builder.end_paragraph();
      // So that each has a place of its own.
      at.column += static_cast<std::uint32_t>(character_count(line)) + 1;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
}

/// Where no formula has a result but 0, and one must have another, or may, none
/// has been worked out.
void doubt_zeros(const std::vector<SheetFormulas>& formulas,
                 std::vector<CellGrid>& grids) {
  if (!std::ranges::all_of(formulas, &SheetFormulas::are_all_zero)) return;
  bool any = false;
  for (std::size_t i = 0; i < grids.size(); ++i) {
    any = any || formulas[i].may_be_wrong(grids[i]);
  }
  for (std::size_t i = 0; any && i < grids.size(); ++i) {
    formulas[i].doubt(grids[i]);
  }
}

/// The sheets that are shown, or all of them.
std::vector<CellGrid> read_sheets(ZipArchive& archive, bool all,
                                  ReadFault& fault) {
  WorkbookHandler book;
  StringsHandler strings;
  if (!read_part(archive, "xl/workbook.xml", book, fault) ||
      !read_part(archive, "xl/_rels/workbook.xml.rels", book, fault)) {
    return {};
  }
  NumberStyles styles;
  // A workbook of numbers alone has neither.
  if (!read_part_if_there(archive, "xl/sharedStrings.xml", strings, fault) ||
      !read_part_if_there(archive, book.styles, styles, fault)) {
    return {};
  }
  std::vector<CellGrid> grids;
  std::vector<SheetFormulas> formulas;
  for (const WorkbookHandler::Sheet& sheet : book.sheets) {
    if (sheet.hidden && !all) continue;
    const std::string target =
        WorkbookHandler::part_of(book.targets[sheet.relation]);
    SheetHandler handler(strings.strings, styles);
    if (!read_part(archive, target, handler, fault)) return {};
    grids.push_back(handler.take());
    grids.back().name = sheet.name;
    formulas.push_back(handler.formulas());
  }
  if (book.calculates) doubt_zeros(formulas, grids);
  return grids;
}

}  // namespace

PublishedPage read_xlsx_page(ZipArchive& archive, ReadFault& fault) {
  PublishedPage page;
  page.kind = PublishedPage::Kind::xlsx;
  PageBuilder builder;
  for (CellGrid& grid : read_sheets(archive, false, fault)) {
    meet(page.cut, grid.lost);
    add_lines(grid, builder);
    builder.table(std::move(grid), {1, 1});
  }
  page.blocks = builder.take();
  return page;
}

std::vector<CellGrid> read_xlsx_tables(const std::filesystem::path& file,
                                       ReadFault& fault) {
  ZipArchive archive;
  if (!open_office_file(archive, file, fault)) return {};
  return read_sheets(archive, true, fault);
}

}  // namespace gov_report
