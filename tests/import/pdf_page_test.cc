// The words of a PDF with their boxes as lines of a page.

#include "import/pdf_page.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/real_law.h"

namespace gov_report {
namespace {

struct Box {
  std::string text;
  int left = 0;
  int right = 0;
  int middle = 0;
  int height = 12;
};

std::string boxes_of(const std::vector<std::vector<Box>>& pages) {
  std::string xml = "<!DOCTYPE html PUBLIC \"x\" \"y\">\n<html><body><doc>";
  for (const auto& page : pages) {
    xml += "<page width=\"595\" height=\"842\">\n";
    for (const Box& box : page) {
      xml += "<word xMin=\"" + std::to_string(box.left) + ".0\" yMin=\"" +
             std::to_string(box.middle - box.height / 2) + ".0\" xMax=\"" +
             std::to_string(box.right) + ".0\" yMax=\"" +
             std::to_string(box.middle + box.height / 2) + ".0\">" + box.text +
             "</word>\n";
    }
    xml += "</page>";
  }
  return xml + "</doc></body></html>";
}

PublishedPage page_of(const std::vector<std::vector<Box>>& pages) {
  ReadFault fault;
  PublishedPage page =
      read_pdf_page(boxes_of(pages), real_law().pages(), fault);
  CHECK(fault.variant == "");
  return page;
}

std::vector<std::string> lines_of(const PublishedPage& page) {
  std::vector<std::string> lines;
  for (const PageBlock& block : page.blocks) lines.push_back(text_of(block));
  return lines;
}

std::string fault_of(const std::string& boxes) {
  ReadFault fault;
  read_pdf_page(boxes, real_law().pages(), fault);
  return fault.variant;
}

TEST_CASE("PDF: a word of digits with a gap in it is no figure") {
  // Digits are 5 wide.
  const auto last_line = [](const std::string& text, int width, int height) {
    std::vector<Box> words;
    for (int i = 0; i < 8; ++i) words.push_back({"12", 40, 50, 100 + 20 * i});
    words.push_back({"a", 28, 34, 300});
    words.push_back({text, 40, 40 + width, 300, height});
    return lines_of(page_of({words})).back().substr(2);
  };
  CHECK(last_line("63", 10, 12) == "63");
  CHECK(last_line("63", 14, 12) == "6?3");
  CHECK(last_line("163", 19, 12) == "1?6?3");
  CHECK(last_line("1631", 21, 12) == "1631");
  CHECK(last_line("申请", 30, 12) == "申请");
  // Of another font.
  CHECK(last_line("63", 14, 18) == "63");
}

TEST_CASE("PDF: words stand in a line if their middles do, in any order") {
  const PublishedPage page =
      page_of({{{"规章", 100, 124, 200},
                {"行政许可", 100, 148, 214},
                {"7", 200, 206, 214, 30},  // a font with high boxes
                {"0", 200, 206, 201},
                {"总计", 220, 244, 207}}});
  CHECK(lines_of(page) ==
        std::vector<std::string>{"规章" + std::string(12, ' ') + "0",
                                 std::string(20, ' ') + "总计",
                                 "行政许可" + std::string(8, ' ') + "7"});
}

TEST_CASE("PDF: the place of each character is known") {
  const PublishedPage page =
      page_of({{{"规章", 100, 124, 200}, {"12", 130, 142, 200}}});
  REQUIRE(page.blocks.size() == 1);
  CHECK(text_of(page.blocks[0]) == "规章 12");
  CHECK(page.blocks[0].across ==
        std::vector<std::uint32_t>{10000, 11200, 12400, 13000, 13600, 14200});
}

TEST_CASE("PDF: lines are set in from the leftmost place that some share") {
  std::vector<Box> words = {{"2024-01-02", 10, 70, 20}};  // a browser's own
  for (int i = 0; i < 30; ++i) words.push_back({"本局", 100, 124, 40 + 20 * i});
  words.push_back({"一是", 124, 148, 700});
  const auto lines = lines_of(page_of({words}));
  REQUIRE(lines.size() == 32);
  CHECK(lines[0] == "2024-01-02");
  CHECK(lines[1] == "本局");
  CHECK(lines[31] == "    一是");
}

TEST_CASE("PDF: numbers of pages are left out, and no other figures") {
  const auto lines = lines_of(page_of(
      {{{"规章", 100, 124, 200}, {"0", 100, 106, 220}, {"12", 300, 312, 800}},
       {{"行政许可", 100, 148, 200},
        {"—", 280, 292, 800},
        {"2", 296, 302, 800},
        {"—", 306, 318, 800}},
       {{"0", 100, 106, 200}}}));
  CHECK(lines == std::vector<std::string>{"规章", "0", "行政许可", "0"});
}

TEST_CASE("PDF: what has no words, or is no list of boxes") {
  CHECK(fault_of(boxes_of({{}, {}})) == "pdf-pictures");
  CHECK(fault_of(boxes_of({{{" ", 10, 20, 10}}})) == "pdf-pictures");
  CHECK(fault_of("") == "broken-xml");
  CHECK(fault_of("<html><page><word xMin=\"1\">") == "broken-xml");
  CHECK(fault_of("<html><word xMin=\"1\">12</word></html>") == "pdf-pictures");
  // Places that are none: nothing is known, and nothing breaks.
  ReadFault fault;
  const PublishedPage page = read_pdf_page(
      "<html><page><word xMin=\"1e300\" yMin=\"nan\" xMax=\"-5\" "
      "yMax=\"inf\">12\x01</word><word>34</word></page></html>",
      real_law().pages(), fault);
  CHECK(fault.variant == "");
  CHECK(page.blocks.size() == 1);
}

}  // namespace
}  // namespace gov_report
