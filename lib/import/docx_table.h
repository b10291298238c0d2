// docx_table.h - a table of a Word file while its elements come.
//
//   doubt   cells that show something which is not in their text
//   left    rows and cells taken out by a change that is only marked

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "import/cell_grid.h"
#include "import/docx_styles.h"
#include "source/xml_events.h"

namespace gov_report {

class DocxTable {
 public:
  /// `boxes`: how many boxes beside the text it stands in.
  DocxTable(Position at, int boxes) : at_(at), boxes_(boxes) {}

  /// An element of the table itself; others change nothing. `here`: where a
  /// cell that begins now stands.
  void open(std::string_view name, const XmlAttributes& attributes,
            Position here);
  void close(std::string_view name);

  /// Text of the open cell.
  void text(std::string_view piece, const RunLooks& looks);
  /// Something that is shown, and is no part of the text: read as nothing
  /// beside it, unread alone.
  void note_beside() { cell_.beside = true; }
  /// Something that is part of the figure, and not in the text.
  void note_unread() { cell_.unread = true; }
  /// A paragraph that the program numbers.
  void note_number() { cell_.numbered = true; }
  void note_nested();

  Position at() const { return at_; }
  int boxes() const { return boxes_; }
  bool is_row_taken_out() const { return row_taken_out_; }
  bool is_for_looks() const { return nested_ || grid_.cells.size() <= 1; }
  CellGrid take() { return std::move(grid_); }

 private:
  enum class Merge { none, start, goes_on };

  struct OpenCell {
    int span = 1;
    Merge below = Merge::none;
    bool goes_on_beside = false;  ///< it is a part of the one before
    bool taken_out = false;
    bool beside = false;
    bool unread = false;
    bool numbered = false;
    std::string text;
    std::string on_line;          ///< of it what is not above or below the line
    std::optional<int> position;  ///< of what has ink
    bool uneven = false;          ///< there are several
    bool white = false;           ///< digits, which the paper hides
    bool shaded = false;          ///< in another colour than white
    int size = 0;                 ///< of digits; half-points, 0: not known
    Position at;
  };

  void open_cell_property(std::string_view name,
                          const XmlAttributes& attributes);
  void end_cell();
  void place_cell();
  void widen_cell_before();
  TextCell finished_cell() const;

  CellGrid grid_;
  Position at_;
  int boxes_ = 0;
  bool nested_ = false;  // has a table in a cell
  int row_ = -1;
  int column_ = 0;
  std::map<int, std::size_t> merged_;  // column → cell that goes on below
  OpenCell cell_;
  bool in_row_properties_ = false;
  bool in_cell_properties_ = false;
  bool row_taken_out_ = false;
  bool row_hidden_ = false;
};

}  // namespace gov_report
