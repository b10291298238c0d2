#include "write/record_index.h"

#include "write/sheet_styles.h"

namespace gov_report {
namespace {

void put_number(XlsxSheet& sheet, int row, int column, Decimal number) {
  if (fits_sheet(number)) {
    sheet.number(row, column, number, number_style(number));
  } else {
    sheet.text(row, column, number.text(), plain_style(SheetAlign::right));
  }
}

}  // namespace

void RecordIndex::add_input(std::size_t figure, IndexedSource source) {
  figures_[figure].sources.push_back(std::move(source));
}

void RecordIndex::add_record(std::size_t figure, IndexedSource source) {
  Behind& behind = figures_[figure];
  ++behind.records;
  if (source.target.empty() || behind.listed == kIndexed) return;
  ++behind.listed;
  behind.sources.push_back(std::move(source));
}

void RecordIndex::lay_out(int first) {
  for (Behind& behind : figures_) {
    if (behind.sources.empty() && behind.records == 0) continue;
    behind.row = first;
    first += 1 + static_cast<int>(behind.sources.size());
    if (behind.records > behind.listed) ++first;
  }
}

void RecordIndex::write(XlsxSheet& sheet, std::size_t figure,
                        const IndexedFigure& words) const {
  const Behind& behind = figures_[figure];
  if (behind.row == 0) return;
  int row = behind.row;
  SheetStyle bold = plain_style();
  bold.bold = true;
  bold.background = kGrey;
  SheetStyle link = bold;
  link.color = kLinkBlue;
  sheet.link(row, 0, words.place, link);
  sheet.text(row, 0, words.id, link);
  put_name(sheet, row, 1, words.label, bold);
  sheet.text(row, 2, words.count, bold);
  bold.align = SheetAlign::right;
  if (words.number && fits_sheet(*words.number)) {
    bold.number_format = number_format_of(*words.number);
    sheet.formula(row, 3, words.place, *words.number, bold);
  } else {
    sheet.text(row, 3, words.text, bold);
  }
  for (const IndexedSource& source : behind.sources) {
    sheet.link(++row, 1, source.target, link_style());
    sheet.text(row, 1, source.source, link_style());
    if (!source.name.empty()) sheet.text(row, 2, source.name, plain_style());
    put_number(sheet, row, 3, source.adds);
  }
  if (behind.records > behind.listed) {
    sheet.text(++row, 1, words.more, plain_style());
  }
}

}  // namespace gov_report
