// xlsx_styles.h - number formats: which cells of a workbook show a date.
//
//   in      xl/styles.xml, as XML events
//   out     for each style of a cell, how its number is shown, and whether its
//           text is struck out, raised, lowered, or white on nothing
//   absent  a style that is not there is shown as a plain number

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/xml_events.h"

namespace gov_report {

/// How a number is shown, as far as it matters to a ledger.
struct NumberStyle {
  enum class Kind { plain, date, time, digits };
  Kind kind = Kind::plain;
  std::string prefix;     ///< of `digits`: text before them
  std::size_t width = 0;  ///< of `digits`: zeros are put before shorter ones
};

/// What a format code means. Only its first section, that of positive numbers,
/// is looked at. Colours, languages, and quoted text are no part of a date.
///   number_style("yyyy\"年\"m\"月\"d\"日\"") is a date
///   number_style("[h]:mm") is a time
///   number_style("\"2024-\"000") is digits, prefix "2024-", width 3
///   number_style("0.00E+00") is plain
NumberStyle number_style(std::string_view code);

/// What a built-in format means, with those of Chinese programs.
NumberStyle built_in_style(int id);
/// Its code; that of a date or a share is only like it. Empty: not known.
std::string_view built_in_code(int id);

class NumberStyles : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override;
  void close(std::string_view name) override;
  void text(std::string_view) override {}

  /// Of the style number that a cell has.
  const NumberStyle& of(std::size_t style) const;
  /// The same as a format code; "General" for a style that is not there.
  std::string_view code(std::size_t style) const;
  bool is_taken_back(std::size_t style) const;
  /// Letters of the colour of the paper.
  bool is_white(std::size_t style) const;

 private:
  struct Font {
    bool taken_back = false;  ///< struck out or raised
    bool white = false;
  };

  void open_font(std::string_view name, const XmlAttributes& attributes);
  void open_fill(std::string_view name, const XmlAttributes& attributes);

  std::map<int, NumberStyle> custom_;  // by format id
  std::map<int, std::string> codes_;   // of these
  std::vector<int> formats_;           // format id by style
  std::map<int, NumberStyle> used_;
  std::vector<Font> fonts_;
  std::vector<bool> fills_;           // by number: there is another colour
  std::vector<std::size_t> font_of_;  // by style
  std::vector<std::size_t> fill_of_;
  bool in_fonts_ = false;
  bool in_fills_ = false;
  bool in_cell_styles_ = false;
  NumberStyle plain_;
};

}  // namespace gov_report
