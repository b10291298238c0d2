#include "source/shown_number.h"

#include <doctest/doctest.h>

#include "source/format_code.h"
#include "source/xlsx_values.h"

namespace gov_report {
namespace {

std::string shown(const char* number, const char* code) {
  return shown_number(number, code).value_or("?");
}

TEST_CASE("shown number: formats that show the number as it is") {
  for (const char* code :
       {"", "General", "G/通用格式", "@", "0", "#,##0", "0.00", "#,##0.00_ ",
        "0_);(0)", "0_ ;[Red]-0\\ ", "[$-804]0", "[DBNum1]0", "00000",
        "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "}) {
    CAPTURE(code);
    CHECK(shown("1234", code) == "1234");
  }
  CHECK(shown("12.5", "0.00") == "12.5");
  CHECK(shown("0", "#,##0") == "0");
  CHECK(shown("-5", "0") == "-5");
  CHECK(shown("-5", "0;[Red]-0") == "-5");
}

TEST_CASE("shown number: words around it are shown too") {
  CHECK(shown("5", "0\"件\"") == "5件");
  CHECK(shown("5", "[$¥-804]#,##0.00") == "¥5");
  CHECK(shown("5", "-0") == "-5");
  CHECK(shown("-5", "#,##0_);(#,##0)") == "(5)");
  CHECK(shown("5", "General\"万元\"") == "5万元");
  CHECK(shown("0", "0;-0;\"无\"") == "无");
  CHECK(shown("0", "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"??_ ;_ @_ ") == "0");
}

TEST_CASE("shown number: rounded as a reader sees it") {
  CHECK(shown("12.6", "0") == "13");
  CHECK(shown("0.5", "0") == "1");
  CHECK(shown("0.04", "0.0") == "0");
  CHECK(shown("99.995", "0.00") == "100");
  CHECK(shown("-2.345", "0.00") == "-2.35");
  // Whether it has a sign is not known.
  CHECK(shown("-0.4", "0") == "?");
}

TEST_CASE("shown number: nothing is shown") {
  CHECK(shown("5", ";;;").empty());
  CHECK(shown("-5", ";;;").empty());
  CHECK(shown("0", "0;-0;;@").empty());
  CHECK(shown("0", "#,###").empty());
  CHECK(shown("5", "0;-0;;@") == "5");
}

TEST_CASE("shown number: something else is shown") {
  for (const char* code : {"0!.0000", "0\\.0", "0%", "0.00E+00", "# ?/?",
                           "#,##0,", "0.0,", "yyyy/m/d", "[h]:mm", "h:mm",
                           "[>3]0%;\"少\"", "000-0000", "$0", "0x"}) {
    CAPTURE(code);
    CHECK(shown("123456", code) == "?");
  }
  // Below zero only by its colour, or not at all.
  CHECK(shown("-5", "0;[Red]0") == "?");
  CHECK(shown("-5", "0;") == "?");
  CHECK(shown("0", "#.##") == "?");
}

TEST_CASE("shown number: sections on conditions") {
  for (const char* code :
       {"[=0]0;0", "[=0]\"\";0", "[>=10000]0!.0,;0", "[Red][>100]0;0",
        "[<0]-0;[=0]\"无\";0", "[=0]\"-\";[<10]0;0.00", "[<=5]0;\"多\"",
        "[<>5]\"多\";#,##0", "[>100][Red]0;[>50][Blue]0;0", "[>3]General;0",
        "[=0]0;0;0"}) {
    CAPTURE(code);
    CHECK(shown("5", code) == "5");
  }
  CHECK(shown("0", "[=0]\"\";0").empty());
  CHECK(shown("0", "[=0]\"无\";0") == "无");
  CHECK(shown("0", "[=0]\"-\";0") == "0");
  CHECK(shown("5", "[>3]0") == "5");
  CHECK(shown("7", "[<=5]0;\"多\"") == "多");
  CHECK(shown("12.6", "[>100]0;0") == "13");
  for (const char* code : {"[>=10000]0!.0,;0", "[>100]0.0,;0", "[=123456]0%;0",
                           "[>x]0;0", "[>3]0!.0;0", "[=0]0;0;\"多\""}) {
    CAPTURE(code);
    CHECK(shown("123456", code) == "?");
  }
  CHECK(shown("-5", "[=0]0;0") == "?");
  // Nothing says what is shown if the only condition does not hold.
  CHECK(shown("1", "[>3]0") == "?");
}

TEST_CASE("shown number: texts have a section of their own") {
  CHECK(shown_text("8", ";;;") == "");
  CHECK(shown_text("8", ";;") == "8");
  CHECK(shown_text("8", "0;-0;;@") == "8");
  CHECK(shown_text("8", "0;-0;0;\"共\"@") == "共8");
  CHECK_FALSE(shown_text("8", "0;0;0;yyyy"));
}

TEST_CASE("format code: sections, which may be empty") {
  CHECK(format_sections("0").size() == 1);
  CHECK(format_sections("0;").size() == 2);
  CHECK(format_sections(";;;").size() == 4);
  CHECK(format_sections("0\\;").size() == 1);
  CHECK(format_sections("\";\"0").size() == 1);
}

TEST_CASE("xlsx values: numbers are rounded half away from zero") {
  CHECK(rounded_number("12.345", 2) == "12.35");
  CHECK(rounded_number("-12.345", 2) == "-12.35");
  CHECK(rounded_number("9.99", 1) == "10");
  CHECK(rounded_number("0.004", 2) == "0");
  CHECK(rounded_number("0.04", 0) == "0");
  CHECK(rounded_number("5", 2) == "5");
  CHECK(rounded_number("x", 2) == "x");
}

}  // namespace
}  // namespace gov_report
