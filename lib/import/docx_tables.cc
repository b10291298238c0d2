#include "import/docx_tables.h"

#include <map>
#include <string>

#include "import/office_parts.h"

namespace gov_report {
namespace {

/// w:tbl, w:tr, w:tc with w:gridSpan and w:vMerge, and the texts in them.
class DocumentHandler : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "tbl" && ++tables_open_ == 1) start_table();
    if (tables_open_ == 0) return;
    if (tables_open_ == 1) open_in_table(name, attributes);
    if (name == "t") in_text_ = true;
    if (name == "r") raised_ = false;
    if (name == "vertAlign") raised_ = attributes.get("val") == "superscript";
    if (name == "br" || name == "cr") text_ += '\n';
    if (name == "tab") text_ += '\t';
  }

  void close(std::string_view name) override {
    if (name == "t") in_text_ = false;
    if (name == "p" && tables_open_ > 0) text_ += '\n';
    if (name == "tc" && tables_open_ == 1) end_cell();
    if (name == "tbl" && tables_open_ > 0 && --tables_open_ == 0) end_table();
  }

  void text(std::string_view piece) override {
    // What is raised is the mark of a note, and no part of a figure.
    if (in_text_ && !raised_ && tables_open_ > 0) text_ += piece;
  }

  std::vector<CellGrid> take() { return std::move(tables_); }

 private:
  void start_table() {
    grid_ = CellGrid();
    row_ = -1;
    merged_.clear();
  }

  void open_in_table(std::string_view name, const XmlAttributes& attributes) {
    if (name == "tr") {
      ++row_;
      column_ = 0;
    } else if (name == "tc") {
      span_ = 1;
      merge_ = Merge::none;
      text_.clear();
    } else if (name == "gridBefore") {
      column_ += std::max(0, number_or(attributes.get("val"), 0));
    } else if (name == "gridSpan") {
      span_ = std::max(1, number_or(attributes.get("val"), 1));
    } else if (name == "vMerge") {
      merge_ =
          attributes.get("val") == "restart" ? Merge::start : Merge::goes_on;
    }
  }

  void end_cell() {
    while (!text_.empty() && text_.back() == '\n') text_.pop_back();
    const bool fits = row_ >= 0 && row_ < kGridRows && column_ >= 0 &&
                      column_ < kGridColumns && grid_.cells.size() < kGridCells;
    if (!fits) {
      grid_.cut = true;
      return;
    }
    if (span_ > kGridColumns - column_) {
      span_ = kGridColumns - column_;
      grid_.cut = true;
    }
    const auto above = merged_.find(column_);
    if (merge_ == Merge::goes_on && above != merged_.end()) {
      TextCell& cell = grid_.cells[above->second];
      cell.row_span = row_ - cell.row + 1;
    } else {
      merged_.erase(column_);
      if (merge_ == Merge::start) merged_[column_] = grid_.cells.size();
      grid_.cells.push_back({row_, column_, 1, span_, text_});
    }
    column_ += span_;
    grid_.rows = std::max(grid_.rows, row_ + 1);
    grid_.columns = std::max(grid_.columns, column_);
  }

  void end_table() { tables_.push_back(std::move(grid_)); }

  enum class Merge { none, start, goes_on };

  std::vector<CellGrid> tables_;
  CellGrid grid_;
  int tables_open_ = 0;
  int row_ = -1;
  int column_ = 0;
  int span_ = 1;
  Merge merge_ = Merge::none;
  std::map<int, std::size_t> merged_;  // column → cell that goes on below
  std::string text_;
  bool in_text_ = false;
  bool raised_ = false;
};

}  // namespace

std::vector<CellGrid> read_docx_tables(const std::filesystem::path& file,
                                       ReadFault& fault) {
  ZipArchive archive;
  DocumentHandler handler;
  if (!open_office_file(archive, file, fault) ||
      !read_part(archive, "word/document.xml", handler, fault)) {
    return {};
  }
  return handler.take();
}

}  // namespace gov_report
