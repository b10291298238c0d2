// sheet_styles.h - the few styles that the sheets of the workpapers share.

#pragma once

#include <string>

#include "write/xlsx_file.h"

namespace gov_report {

inline constexpr const char* kTextFont = "SimSun";
inline constexpr const char* kHeadFont = "SimHei";
inline constexpr int kRed = 0xC00000;
inline constexpr int kGrey = 0xE7E6E6;
inline constexpr int kPaleBlue = 0xDDEBF7;
inline constexpr int kLinkBlue = 0x0563C1;
inline constexpr const char* kPageNumber =
    "&C&\"SimSun,Regular\"&11\u2014 &P \u2014";

SheetStyle plain_style(SheetAlign align = SheetAlign::left);
SheetStyle heading_style(int background = kGrey);
SheetStyle link_style();
/// To the right, with the digits it has.
SheetStyle number_style(Decimal number);

/// Columns of names, in characters.
inline constexpr int kNameColumn = 58;

/// A name in such a column; its row is as high as the name needs.
void put_name(XlsxSheet& sheet, int row, int column, const std::string& name,
              const SheetStyle& style);

/// The header code of a mark across the top of every page.
std::string mark_code(const std::string& mark);

}  // namespace gov_report
