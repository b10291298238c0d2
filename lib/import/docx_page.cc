#include "import/docx_page.h"

#include <algorithm>
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
      levels[style_] =
          std::clamp(number_or(attributes.get("val"), 8), 0, 8) + 1;
    }
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::map<std::string, int, std::less<>> levels;

 private:
  std::string style_;
};

/// w:p with w:t; w:tbl, w:tr, w:tc with w:gridSpan and w:vMerge, and the texts
/// in them. A table with a table in a cell, or with one cell only, is there
/// for the looks: what it holds are blocks of their own as well.
class DocumentHandler : public XmlHandler {
 public:
  explicit DocumentHandler(const StylesHandler& styles) : styles_(styles) {
    builders_.emplace_back();
  }

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "Fallback") ++fallbacks_;
    if (fallbacks_ > 0) return;
    if (name == "txbxContent") ++boxes_;
    if (name == "moveFrom") ++moved_;
    if (name == "tbl") {
      tables_.emplace_back();
      tables_.back().at = {paragraph_ + 1, 0};
      tables_.back().in_box = boxes_ > 0;
      builders_.emplace_back();
    }
    if (!tables_.empty()) open_in_table(name, attributes);
    open_in_paragraph(name, attributes);
  }

  void close(std::string_view name) override {
    if (name == "Fallback") --fallbacks_;
    if (fallbacks_ > 0) return;
    if (name == "txbxContent") --boxes_;
    if (name == "moveFrom") --moved_;
    if (name == "t") in_text_ = false;
    if (name == "r") in_run_ = false;
    if (name == "p") {
      if (!tables_.empty()) tables_.back().text += '\n';
      builders_.back().end_paragraph(level_);
    }
    if (tables_.empty()) return;
    if (name == "trPr") tables_.back().in_row_properties = false;
    if (name == "tc" && !tables_.back().row_taken_out) {
      end_cell(tables_.back());
    }
    if (name == "tr" && tables_.back().row_taken_out) --tables_.back().row;
    if (name == "tbl") end_table();
  }

  void text(std::string_view piece) override {
    // What is raised is the mark of a note, and no part of a figure.
    // Nor is what has been struck out, hidden, or moved elsewhere.
    if (in_text_ && !raised_ && !taken_back_ && moved_ == 0 &&
        fallbacks_ == 0) {
      add(piece);
    }
  }

  PublishedPage take() {
    PublishedPage page;
    page.kind = PublishedPage::Kind::docx;
    page.blocks = builders_.front().take();
    page.cut = cut_;
    return page;
  }

 private:
  enum class Merge { none, start, goes_on };

  /// A table that is being read.
  struct OpenTable {
    CellGrid grid;
    Position at;
    bool in_box = false;  ///< in a box beside the text: no part of it
    bool nested = false;  ///< has a table in a cell
    int row = -1;
    int column = 0;
    int span = 1;
    Merge merge = Merge::none;
    std::map<int, std::size_t> merged;  ///< column → cell that goes on below
    std::string text;
    Position cell_at;
    bool in_row_properties = false;
    bool row_taken_out = false;  ///< by a change that is only marked
  };

  void open_in_paragraph(std::string_view name,
                         const XmlAttributes& attributes) {
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
      in_run_ = true;
      raised_ = false;
      taken_back_ = false;
    } else if (name == "strike" || name == "dstrike" || name == "vanish") {
      const std::string_view on = attributes.get("val");
      taken_back_ = taken_back_ || (on != "0" && on != "false");
    } else if (name == "vertAlign") {
      raised_ = attributes.get("val") == "superscript";
    } else if (name == "br" || name == "cr") {
      add("\n");
    } else if (name == "tab" && in_run_) {
      add("\t");
    } else if (name == "blip" || name == "imagedata") {
      builders_.back().picture({paragraph_, 0});
    }
  }

  void add(std::string_view piece) {
    if (!tables_.empty()) tables_.back().text += piece;
    builders_.back().text(piece, {paragraph_, character_});
    character_ += static_cast<std::uint32_t>(character_count(piece));
  }

  void open_in_table(std::string_view name, const XmlAttributes& attributes) {
    OpenTable& table = tables_.back();
    if (name == "tr") {
      ++table.row;
      table.column = 0;
      table.row_taken_out = false;
    } else if (name == "trPr") {
      table.in_row_properties = true;
    } else if (name == "del" && table.in_row_properties) {
      table.row_taken_out = true;
    } else if (name == "tc") {
      table.span = 1;
      table.merge = Merge::none;
      table.cell_at = {paragraph_ + 1, 0};
      table.text.clear();
    } else if (name == "gridBefore") {
      table.column +=
          std::clamp(number_or(attributes.get("val"), 0), 0, kGridColumns);
      table.column = std::min(table.column, kGridColumns);
    } else if (name == "gridSpan") {
      table.span = std::max(1, number_or(attributes.get("val"), 1));
    } else if (name == "vMerge") {
      table.merge =
          attributes.get("val") == "restart" ? Merge::start : Merge::goes_on;
    }
  }

  void end_cell(OpenTable& table) {
    CellGrid& grid = table.grid;
    while (table.text.ends_with('\n')) table.text.pop_back();
    const bool fits = table.row >= 0 && table.row < kGridRows &&
                      table.column >= 0 && table.column < kGridColumns;
    if (!fits || grid.cells.size() >= kGridCells) {
      grid.cut = true;
      meet(grid.lost, fits ? ReadLimit::grid_cells : ReadLimit::grid_size);
      return;
    }
    if (table.span > kGridColumns - table.column) {
      table.span = kGridColumns - table.column;
      grid.cut = true;
    }
    const auto above = table.merged.find(table.column);
    if (table.merge == Merge::goes_on && above != table.merged.end()) {
      TextCell& cell = grid.cells[above->second];
      cell.row_span = table.row - cell.row + 1;
    } else {
      table.merged.erase(table.column);
      if (table.merge == Merge::start) {
        table.merged[table.column] = grid.cells.size();
      }
      grid.cells.push_back(
          {table.row, table.column, 1, table.span, table.text, table.cell_at});
    }
    table.column += table.span;
    grid.rows = std::max(grid.rows, table.row + 1);
    grid.columns = std::max(grid.columns, table.column);
  }

  void end_table() {
    OpenTable table = std::move(tables_.back());
    tables_.pop_back();
    std::vector<PageBlock> inside = builders_.back().take();
    builders_.pop_back();
    const bool taken_out =
        std::ranges::any_of(tables_, &OpenTable::row_taken_out);
    if (table.in_box || taken_out) return;
    meet(cut_, table.grid.lost);
    const bool for_looks = table.nested || table.grid.cells.size() <= 1;
    if (!tables_.empty()) tables_.back().nested = true;
    builders_.back().table(std::move(table.grid), table.at);
    for (PageBlock& block : inside) {
      const bool keep = for_looks || block.kind == PageBlock::Kind::table;
      if (keep) builders_.back().block(std::move(block));
    }
  }

  const StylesHandler& styles_;
  std::vector<PageBuilder> builders_;  // of the page, and of each open table
  std::vector<OpenTable> tables_;      // one in the other
  std::uint64_t paragraph_ = 0;
  std::uint32_t character_ = 1;
  int level_ = 0;
  int fallbacks_ = 0;
  int boxes_ = 0;
  int moved_ = 0;
  ReadLimit cut_ = ReadLimit::none;
  bool in_run_ = false;
  bool in_text_ = false;
  bool raised_ = false;
  bool taken_back_ = false;
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
