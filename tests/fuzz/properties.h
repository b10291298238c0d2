// properties.h - what must hold for any bytes at all. Fuzzers look for bytes
// that break it; the unit tests try those kept in tests/fuzz/corpus/.
//
//   errors  std::logic_error that says what differs

#pragma once

#include <string>
#include <string_view>

namespace gov_report::test {

/// Reading a CSV file in pieces of any size gives what reading it with care
/// gives: rows, lines, places of all values, findings. Bytes that are no UTF-8
/// are passed over.
void csv_in_pieces_equals_careful(std::string_view bytes);

/// Both readings, for messages.
std::string careful_reading(const std::string& text);
std::string reading_in_pieces(const std::string& bytes, bool gb18030,
                              std::size_t piece);

/// An encoding that is found decodes without a replacement character that the
/// bytes do not have; a piecewise check of the whole agrees with it.
void encoding_is_consistent(std::string_view bytes);

/// A ledger as a workbook, in the form of parts_text.h: rows read and rows
/// rejected are those of the sheet; places are cells of it; what is handed out
/// does not depend on whether rejected rows are.
void sheet_rows_add_up(std::string_view bytes);

/// A published page is a page or one finding; the cells of its tables lie
/// inside them, in their order; a figure that is read stands on the page with
/// these digits and is read once; reading again gives the same. Office files
/// are in the form of parts_text.h.
void html_page_is_sound(std::string_view bytes);
void xlsx_page_is_sound(std::string_view bytes);
void docx_page_is_sound(std::string_view bytes);
void text_page_is_sound(std::string_view bytes);
/// The same of the words of a PDF with their boxes, as pdftotext writes them.
void pdf_page_is_sound(std::string_view bytes);

}  // namespace gov_report::test
