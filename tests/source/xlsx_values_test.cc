// What stored values of cells stand for, and number formats.

#include "source/xlsx_values.h"

#include <doctest/doctest.h>

#include "source/xlsx_styles.h"

namespace gov_report {
namespace {

std::string day(std::string_view stored, bool from_1904 = false) {
  const auto serial = serial_of(stored);
  return serial ? serial_date(serial->days, from_1904) : "none";
}

TEST_CASE("serial numbers: days of both systems, times rounded to the second") {
  const struct {
    const char* stored;
    const char* date;
  } cases[] = {
      {"1", "1900-01-01"},
      {"59", "1900-02-28"},
      {"60", "1900-02-29"},
      {"61", "1900-03-01"},
      {"0", "1900-01-00"},
      {"36526", "2000-01-01"},
      {"43831", "2020-01-01"},
      {"45356.75", "2024-03-05"},
      {"4.5356E4", "2024-03-05"},
      {"45356.99999", "2024-03-05"},
      {"45356.999995", "2024-03-06"},
      {"2958465", "9999-12-31"},
      {"2958466", "none"},
      {"-1", "none"},
      {"", "none"},
      {"1E+300", "none"},
      {"x", "none"},
      {"0.00000001", "1900-01-00"},
  };
  for (const auto& [stored, date] : cases) {
    CAPTURE(stored);
    CHECK(day(stored) == date);
  }
  CHECK(day("0", true) == "1904-01-01");
  CHECK(day("43894", true) == "2024-03-05");
  CHECK(serial_time(serial_of("0.5625").value().seconds) == "13:30:00");
  CHECK(serial_time(serial_of("0.999988425925926").value().seconds) ==
        "23:59:59");
}

TEST_CASE("whole numbers keep all their digits, others are rounded to 15") {
  CHECK(spreadsheet_number("12345678901234") == "12345678901234");
  CHECK(spreadsheet_number("1.2345678901234E+13") == "12345678901234");
  CHECK(spreadsheet_number("530102199001011234") == "530102199001011234");
  CHECK(spreadsheet_number("007") == "7");
  CHECK(spreadsheet_number("0.30000000000000004") == "0.3");
}

TEST_CASE("escapes of characters that XML cannot hold") {
  CHECK(unescaped("a_x000D_\nb") == "a\r\nb");
  CHECK(unescaped("_x005F_x000D_") == "_x000D_");
  CHECK(unescaped("_x00G0_ _x_ _xD800_ _xDC00_ _x4E2D") ==
        "_x00G0_ _x_ _xD800_ _xDC00_ _x4E2D");
  CHECK(unescaped("_xD83D__xDE00_ _xD83D__x0041_") == "\U0001F600 _xD83D_A");
  CHECK(unescaped("1_x0000__x0007_2_x0009_") == "12\t");
}

TEST_CASE("addresses of cells") {
  const auto place = cell_address("AB12");
  REQUIRE(place);
  CHECK(place->row == 12);
  CHECK(place->column == 28);
  CHECK(cell_address("XFD1048576"));
  for (const char* bad : {"", "12", "A0", "XFE1", "A1048577", "a1", "A-1",
                          "A1 ", "AAAAAAAAAAAA1", "A00000000001"}) {
    CAPTURE(bad);
    CHECK_FALSE(cell_address(bad));
  }
  CHECK(column_letters(1) == "A");
  CHECK(column_letters(26) == "Z");
  CHECK(column_letters(28) == "AB");
  CHECK(column_letters(16384) == "XFD");
}

TEST_CASE("number formats: which of them show a date") {
  using Kind = NumberStyle::Kind;
  const struct {
    const char* code;
    Kind kind;
  } cases[] = {
      {"General", Kind::plain},
      {"G/通用格式", Kind::plain},
      {"0", Kind::plain},
      {"#,##0.00", Kind::plain},
      {"0.00E+00", Kind::plain},
      {"@", Kind::plain},
      {"[Red]0.00;[Blue]-0.00", Kind::plain},
      {"0\"天\"", Kind::plain},
      {"0\"day\"", Kind::plain},
      {"\"yyyy\"0", Kind::plain},
      {"", Kind::plain},
      {"yyyy-mm-dd", Kind::date},
      {"yyyy\"年\"m\"月\"d\"日\"", Kind::date},
      {"yyyy\"年\"m\"月\"d\"日\";@", Kind::date},
      {"yyyy年m月d日", Kind::date},
      {"[$-804]yyyy\"年\"m\"月\"d\"日\";@", Kind::date},
      {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Kind::date},
      {"[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", Kind::date},
      {"yyyy/m/d h:mm;@", Kind::date},
      {"m\"月\"d\"日\"", Kind::date},
      {"[$-804]aaaa;@", Kind::date},
      {"mmm", Kind::date},
      {"yy.mm.dd", Kind::date},
      {"h:mm:ss", Kind::time},
      {"[h]:mm", Kind::time},
      {"mm:ss.0", Kind::plain},
      {"h:mm AM/PM", Kind::time},
      {"上午/下午h\"时\"mm\"分\"", Kind::time},
      {"000000", Kind::digits},
      {"\"2024-\"000", Kind::digits},
      {"000\"号\"", Kind::plain},
  };
  for (const auto& [code, kind] : cases) {
    CAPTURE(code);
    CHECK(number_style(code).kind == kind);
  }
  CHECK(number_style("\"2024-\"000").prefix == "2024-");
  CHECK(number_style("\"2024-\"000").width == 3);
  for (const int id : {14, 15, 16, 17, 22, 27, 28, 31, 36, 50, 57, 58}) {
    CAPTURE(id);
    CHECK(built_in_style(id).kind == Kind::date);
  }
  for (const int id : {18, 21, 32, 45, 47, 55}) {
    CHECK(built_in_style(id).kind == Kind::time);
  }
  for (const int id : {0, 1, 2, 10, 37, 49, 164, -1}) {
    CHECK(built_in_style(id).kind == Kind::plain);
  }
}

}  // namespace
}  // namespace gov_report
