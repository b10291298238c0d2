#include "import/docx_page.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "import/docx_styles.h"
#include "import/docx_table.h"
#include "import/office_parts.h"

namespace gov_report {
namespace {

/// The fields that are open, one in the other: w:fldChar, w:instrText.
class OpenFields {
 public:
  /// True if a field ends that shows what is not in its text.
  bool mark(std::string_view type) {
    constexpr std::size_t kMostOpen = 64;
    if (type == "begin") {
      if (fields_.size() < kMostOpen) fields_.emplace_back();
    } else if (fields_.empty()) {
      return false;
    } else if (type == "separate") {
      fields_.back().in_code = false;
    } else if (type == "end") {
      const Field field = std::move(fields_.back());
      fields_.pop_back();
      return !field.has_result || draws_its_code(field.code);
    }
    return false;
  }
  /// One that does has no other result.
  static bool draws_its_code(std::string_view code) {
    code = trimmed(code);
    return code.starts_with("EQ") || code.starts_with("eq");
  }
  void code(std::string_view piece) {
    constexpr std::size_t kEnough = 16;
    if (fields_.empty() || fields_.back().code.size() >= kEnough) return;
    fields_.back().code += piece.substr(0, kEnough);
  }
  void note_result() {
    for (Field& field : fields_) {
      field.has_result = field.has_result || !field.in_code;
    }
  }
  /// What is not shown ends with its paragraph: a field may never end.
  void end_paragraph() {
    for (Field& field : fields_) field.in_code = false;
  }
  bool is_in_code() const {
    return std::ranges::any_of(fields_, &Field::in_code);
  }

 private:
  struct Field {
    bool in_code = true;
    bool has_result = false;
    std::string code;
  };
  std::vector<Field> fields_;
};

/// w:p with w:t, and w:tbl with the texts in it. A table with a table in a
/// cell, or with one cell only, is there for the looks: what it holds are
/// blocks of their own as well.
class DocumentHandler : public XmlHandler {
 public:
  explicit DocumentHandler(const DocxStyles& styles) : styles_(styles) {
    builders_.emplace_back();
  }

  void open(std::string_view name, const XmlAttributes& attributes) override {
    ++depth_;
    if (passed_over_ == 0 && is_passed_over(name)) passed_over_ = depth_;
    if (passed_over_ > 0) return;
    open_around(name, attributes);
    if (is_taken_back(name)) ++taken_back_;
    if (name == "txbxContent") ++boxes_;
    if (name == "tbl") {
      tables_.emplace_back(Position{paragraph_ + 1, 0}, boxes_);
      builders_.emplace_back();
    }
    if (!tables_.empty()) {
      tables_.back().open(name, attributes, {paragraph_ + 1, 0});
    }
    open_in_paragraph(name, attributes);
    if (in_run()) open_in_run(name, attributes);
  }

  void close(std::string_view name) override {
    const bool passed_over = passed_over_ > 0;
    if (passed_over_ == depth_) passed_over_ = 0;
    --depth_;
    if (passed_over) return;
    if (name == "AlternateContent" && !chosen_.empty()) chosen_.pop_back();
    if (name == "sdt" && !controls_.empty()) controls_.pop_back();
    if (is_taken_back(name)) --taken_back_;
    if (name == "txbxContent") --boxes_;
    if (name == "t") in_text_ = false;
    if (name == "instrText") in_code_ = false;
    if (name == "r" && !runs_.empty()) runs_.pop_back();
    if (name == "p") end_paragraph();
    if (tables_.empty()) return;
    tables_.back().close(name);
    if (name == "tbl") end_table();
  }

  void text(std::string_view piece) override {
    if (passed_over_ > 0) return;
    if (in_code_) fields_.code(piece);
    if (in_text_) add(piece);
  }

  PublishedPage take() {
    PublishedPage page;
    page.kind = PublishedPage::Kind::docx;
    page.blocks = builders_.front().take();
    page.cut = cut_;
    return page;
  }

 private:
  struct OpenRun {
    std::size_t paragraph = 0;  ///< which of those open
    RunProperties own;
    std::string style;
    bool is_mark = false;  ///< of a note
  };

  struct OpenParagraph {
    std::string style;
    std::optional<bool> numbered;
  };

  /// Copies of a drawing behind the first, and how something looked before a
  /// change.
  bool is_passed_over(std::string_view name) const {
    return name == "Fallback" || name.ends_with("Change") ||
           (name == "Choice" && !chosen_.empty() && chosen_.back());
  }

  void open_around(std::string_view name, const XmlAttributes& attributes) {
    if (name == "AlternateContent") {
      chosen_.push_back(false);
    } else if (name == "Choice" && !chosen_.empty()) {
      chosen_.back() = true;
    } else if (name == "sdt") {
      controls_.push_back(false);
    } else if (name == "showingPlcHdr" && !controls_.empty()) {
      controls_.back() = is_switched_on(attributes.get("val"));
    }
  }

  /// The words that ask for an input are shown.
  bool is_in_placeholder() const {
    return std::ranges::find(controls_, true) != controls_.end();
  }

  /// Deleted, moved elsewhere; w:rt is how a word is spoken.
  static bool is_taken_back(std::string_view name) {
    return name == "del" || name == "moveFrom" || name == "rt";
  }

  bool in_run() const {
    return !runs_.empty() && runs_.back().paragraph == paragraphs_.size();
  }

  void open_in_paragraph(std::string_view name,
                         const XmlAttributes& attributes) {
    if (name == "p") {
      ++paragraph_;
      character_ = 1;
      level_ = 0;
      paragraphs_.emplace_back();
    } else if (name == "pStyle" && !paragraphs_.empty()) {
      paragraphs_.back().style = attributes.get("val");
      level_ = styles_.level_of(paragraphs_.back().style);
    } else if (name == "numId" && !paragraphs_.empty()) {
      paragraphs_.back().numbered = attributes.get("val") != "0";
    } else if (name == "t") {
      in_text_ = true;
    } else if (name == "instrText") {
      in_code_ = true;
    } else if (name == "r") {
      runs_.push_back({paragraphs_.size(), {}, {}, false});
    } else if (name == "fldSimple") {
      if (OpenFields::draws_its_code(attributes.get("instr"))) note_unread();
    } else if (name == "oMath") {
      note_unread();
    } else if (name == "blip" || name == "imagedata") {
      builders_.back().picture({paragraph_, 0});
      if (in_cell()) tables_.back().note_beside();
    }
  }

  void open_in_run(std::string_view name, const XmlAttributes& attributes) {
    OpenRun& run = runs_.back();
    run.own.read(name, attributes);
    if (name == "rStyle") {
      run.style = attributes.get("val");
    } else if (name == "footnoteReference" || name == "endnoteReference") {
      const std::string_view follows = attributes.get("customMarkFollows");
      run.is_mark = !follows.empty() && is_switched_on(follows);
    } else if (name == "br" || name == "cr") {
      add("\n");
    } else if (name == "tab" || name == "ptab") {
      add("\t");
    } else if (name == "noBreakHyphen") {
      add("-");
    } else if (name == "sym" && !attributes.get("char").empty()) {
      note_unread();
    } else if (name == "fldChar" &&
               fields_.mark(attributes.get("fldCharType"))) {
      note_unread();
    }
  }

  /// In a cell, and in no box that stands there.
  bool in_cell() const {
    return !tables_.empty() && tables_.back().boxes() == boxes_;
  }

  RunLooks looks() const {
    if (!in_run()) return {};
    const OpenRun& run = runs_.back();
    return styles_.looks_of(
        run.own, run.style,
        paragraphs_.empty() ? std::string_view() : paragraphs_.back().style);
  }

  void note_unread() {
    const bool shown =
        taken_back_ == 0 && !looks().gone && !fields_.is_in_code();
    if (shown && in_cell()) tables_.back().note_unread();
  }

  /// What is raised is the mark of a note, and no part of a figure.
  /// Nor is what has been struck out, hidden, or moved elsewhere.
  void add(std::string_view piece) {
    const RunLooks run = looks();
    if (taken_back_ > 0 || run.gone) return;
    fields_.note_result();
    if (is_in_placeholder()) {
      // A program may have filled it in and left it marked.
      if (piece.find_first_of("0123456789") != piece.npos) note_unread();
      return;
    }
    if (fields_.is_in_code()) return;
    const bool is_mark = run.raised || (in_run() && runs_.back().is_mark);
    if (in_cell() && !is_mark) {
      tables_.back().text(piece, run);
    } else if (!tables_.empty() && !trimmed(piece).empty()) {
      tables_.back().note_beside();
    }
    if (is_mark) return;
    builders_.back().text(piece, {paragraph_, character_});
    character_ += static_cast<std::uint32_t>(character_count(piece));
  }

  void end_paragraph() {
    if (!paragraphs_.empty()) {
      const OpenParagraph& ended = paragraphs_.back();
      const bool numbered =
          ended.numbered.value_or(styles_.is_numbered(ended.style));
      if (numbered && in_cell()) tables_.back().note_number();
      paragraphs_.pop_back();
    }
    fields_.end_paragraph();
    if (in_cell()) tables_.back().text("\n", {});
    builders_.back().end_paragraph(level_);
  }

  void end_table() {
    DocxTable table = std::move(tables_.back());
    tables_.pop_back();
    std::vector<PageBlock> inside = builders_.back().take();
    builders_.pop_back();
    const bool taken_out =
        std::ranges::any_of(tables_, &DocxTable::is_row_taken_out);
    if (!tables_.empty()) tables_.back().note_beside();
    if (table.boxes() > 0 || taken_out) return;
    const bool for_looks = table.is_for_looks();
    CellGrid grid = table.take();
    meet(cut_, grid.lost);
    if (!tables_.empty()) tables_.back().note_nested();
    builders_.back().table(std::move(grid), table.at());
    for (PageBlock& block : inside) {
      const bool keep = for_looks || block.kind == PageBlock::Kind::table;
      if (keep) builders_.back().block(std::move(block));
    }
  }

  const DocxStyles& styles_;
  std::vector<PageBuilder> builders_;  // of the page, and of each open table
  std::vector<DocxTable> tables_;      // one in the other
  std::vector<OpenParagraph> paragraphs_;
  std::vector<OpenRun> runs_;
  OpenFields fields_;
  std::uint64_t paragraph_ = 0;
  std::uint32_t character_ = 1;
  int level_ = 0;
  std::vector<bool> chosen_;    // by open AlternateContent: a Choice was there
  std::vector<bool> controls_;  // those open: it shows its placeholder
  int depth_ = 0;
  int passed_over_ = 0;  // at which depth what is left began; 0: nothing is
  int taken_back_ = 0;
  int boxes_ = 0;
  ReadLimit cut_ = ReadLimit::none;
  bool in_text_ = false;
  bool in_code_ = false;
};

}  // namespace

PublishedPage read_docx_page(ZipArchive& archive, ReadFault& fault) {
  DocxStyles styles;
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
