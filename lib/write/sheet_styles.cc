#include "write/sheet_styles.h"

#include "write/sheet_layout.h"
#include "write/xml.h"

namespace gov_report {

SheetStyle plain_style(SheetAlign align) {
  SheetStyle style{kTextFont};
  style.align = align;
  style.border = false;
  return style;
}

SheetStyle heading_style(int background) {
  SheetStyle style{kHeadFont};
  style.background = background;
  return style;
}

SheetStyle link_style() {
  SheetStyle style = plain_style();
  style.color = kLinkBlue;
  return style;
}

SheetStyle number_style(Decimal number) {
  SheetStyle style = plain_style(SheetAlign::right);
  style.number_format = number_format_of(number);
  return style;
}

void put_name(XlsxSheet& sheet, int row, int column, const std::string& name,
              const SheetStyle& style) {
  // Two characters less: bold letters are wider.
  const int height = text_height(name, (kNameColumn - 2) * 10);
  if (height > text_height("", kNameColumn)) {
    sheet.row_height(row, height / 4.0);
  }
  sheet.text(row, column, name, style);
}

std::string mark_code(const std::string& mark) {
  std::string code = "&C&\"SimHei,Bold\"&22&KC00000";
  for (const char c : xml_characters(mark))
    code += c == '&' ? std::string("&&") : std::string(1, c);
  return code;
}

}  // namespace gov_report
