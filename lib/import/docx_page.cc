#include "import/docx_page.h"

#include <map>
#include <string>

#include "base/text.h"
#include "import/office_parts.h"

namespace gov_report {
namespace {

/// The levels of heading styles, from word/styles.xml: by style id.
class StylesHandler : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "style") style_ = attributes.get("styleId");
    if (name == "outlineLvl") {
      levels[style_] = number_or(attributes.get("val"), 8) + 1;
    }
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, int, std::less<>> levels;

 private:
  std::string style_;
};

/// w:p with w:t; w:tbl, w:tr, w:tc with w:gridSpan and w:vMerge, and the texts
/// in them.
class DocumentHandler : public XmlHandler {
 public:
  explicit DocumentHandler(const StylesHandler& styles) : styles_(styles) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "Fallback") ++fallbacks_;
    if (fallbacks_ > 0) return;
    if (name == "tbl" && ++tables_open_ == 1) start_table();
    if (tables_open_ == 1) open_in_table(name, attributes);
    if (name == "p") {
      ++paragraph_;
      character_ = 1;
      level_ = 0;
    } else if (name == "pStyle") {
      const auto found = styles_.levels.find(attributes.get("val"));
      level_ = found == styles_.levels.end() ? 0 : found->second;
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "r") {
      raised_ = false;
    } else if (name == "vertAlign") {
      raised_ = attributes.get("val") == "superscript";
    } else if (name == "br" || name == "cr") {
      add("\n");
    } else if (name == "tab" && in_run_) {
      add("\t");
    } else if (name == "blip" || name == "imagedata") {
      if (tables_open_ == 0) builder_.picture({paragraph_, 0});
    }
    if (name == "r") in_run_ = true;
  }

  void close(std::string_view name) override {
    if (name == "Fallback") --fallbacks_;
    if (fallbacks_ > 0) return;
    if (name == "t") in_text_ = false;
    if (name == "r") in_run_ = false;
    if (name == "p" && tables_open_ > 0) text_ += '\n';
    if (name == "p" && tables_open_ == 0) builder_.end_paragraph(level_);
    if (name == "tc" && tables_open_ == 1) end_cell();
    if (name == "tbl" && tables_open_ > 0 && --tables_open_ == 0) end_table();
  }

  void text(std::string_view piece) override {
    // What is raised is the mark of a note, and no part of a figure.
    if (in_text_ && !raised_ && fallbacks_ == 0) add(piece);
  }

  PublishedPage take() {
    PublishedPage page;
    page.kind = PublishedPage::Kind::docx;
    page.blocks = builder_.take();
    return page;
  }

 private:
  void add(std::string_view piece) {
    if (tables_open_ > 0) {
      text_ += piece;
      return;
    }
    builder_.text(piece, {paragraph_, character_});
    character_ += static_cast<std::uint32_t>(character_count(piece));
  }

  void start_table() {
    table_at_ = {paragraph_ + 1, 0};
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
      cell_at_ = {paragraph_ + 1, 0};
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
      grid_.cells.push_back({row_, column_, 1, span_, text_, cell_at_});
    }
    column_ += span_;
    grid_.rows = std::max(grid_.rows, row_ + 1);
    grid_.columns = std::max(grid_.columns, column_);
  }

  void end_table() { builder_.table(std::move(grid_), table_at_); }

  enum class Merge { none, start, goes_on };

  const StylesHandler& styles_;
  PageBuilder builder_;
  std::uint64_t paragraph_ = 0;
  std::uint32_t character_ = 1;
  int level_ = 0;
  int fallbacks_ = 0;
  CellGrid grid_;
  Position table_at_;
  Position cell_at_;
  int tables_open_ = 0;
  int row_ = -1;
  int column_ = 0;
  int span_ = 1;
  Merge merge_ = Merge::none;
  std::map<int, std::size_t> merged_;  // column → cell that goes on below
  std::string text_;
  bool in_run_ = false;
  bool in_text_ = false;
  bool raised_ = false;
};

}  // namespace

PublishedPage read_docx_page(ZipArchive& archive, ReadFault& fault) {
  StylesHandler styles;
  ReadFault no_styles;  // a file without them has no headings
  read_part(archive, "word/styles.xml", styles, no_styles);
  DocumentHandler document(styles);
  if (!read_part(archive, "word/document.xml", document, fault)) return {};
  return document.take();
}

std::vector<CellGrid> read_docx_tables(const std::filesystem::path& file,
                                       ReadFault& fault) {
  ZipArchive archive;
  std::vector<CellGrid> tables;
  if (!open_office_file(archive, file, fault)) return tables;
  for (PageBlock& block : read_docx_page(archive, fault).blocks) {
    if (block.kind != PageBlock::Kind::table) continue;
    tables.push_back(std::move(block.grid));
  }
  return tables;
}

}  // namespace gov_report
