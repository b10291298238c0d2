#include "base/date.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

TEST_CASE("date: every written form of a day is read") {
  for (const std::string_view input : {"2019-01-02",
                                       "2019-1-2",
                                       "2019/1/2",
                                       "2019/01/02",
                                       "2019.1.2",
                                       "2019.01.02",
                                       "2019年1月2日",
                                       "2019年01月02日",
                                       "20190102",
                                       "２０１９－０１－０２",
                                       "２０１９／１／２",
                                       "２０１９．１．２",
                                       "２０１９年１月２日",
                                       "２０１９０１０２",
                                       " 2019-01-02 ",
                                       "\u30002019年1月2日\u00A0",
                                       "2019-01-02 00:00",
                                       "2019-1-2 0:00:00",
                                       "2019/1/2 0:00",
                                       "2019-01-02T00:00:00",
                                       "2019-01-02T00:00:00.000",
                                       "2019-01-02  00:00:00"}) {
    CAPTURE(input);
    const auto date = parse_date(input);
    REQUIRE(date.has_value());
    CHECK(iso_text(*date) == "2019-01-02");
  }
}

TEST_CASE("date: what is not a day of the calendar is refused") {
  for (const std::string_view input : {"",
                                       " ",
                                       "2019",
                                       "2019-01",
                                       "201901",
                                       "2019-02-30",
                                       "2019-13-01",
                                       "2019-00-10",
                                       "2019-01-00",
                                       "2019-04-31",
                                       "2019-02-29",
                                       "20190229",
                                       "19-01-02",
                                       "02-01-2019",
                                       "2/1/2019",
                                       "1/2/19",
                                       "2019-1/2",
                                       "2019.1-2",
                                       "2019年1月2",
                                       "2019年1-2",
                                       "2019-001-02",
                                       "2019-01-002",
                                       "02019-01-02",
                                       "2019 01 02",
                                       "2019-01-02x",
                                       "2019-01-02-",
                                       "2019--2",
                                       "1899-12-31",
                                       "2200-01-01",
                                       "43467",
                                       "2019-01-02 00:01",
                                       "2019-01-02 12:00:00",
                                       "2019-01-02T",
                                       "2019-01-02 00",
                                       "2019-01-02 00:00:00Z",
                                       "2019-01-02 00:00:00.001",
                                       "T00:00",
                                       "today",
                                       "-019-01-02",
                                       "２０１９－０２－３０"}) {
    CAPTURE(input);
    CHECK(parse_date(input) == std::nullopt);
  }
}

TEST_CASE("date: leap years follow the Gregorian calendar") {
  CHECK(make_date(2020, 2, 29).has_value());
  CHECK(make_date(2000, 2, 29).has_value());
  CHECK_FALSE(make_date(1900, 2, 29).has_value());
  CHECK_FALSE(make_date(2100, 2, 29).has_value());
  CHECK_FALSE(make_date(2019, 2, 30).has_value());
  CHECK_FALSE(make_date(2019, 2, -1).has_value());
  CHECK_FALSE(make_date(2019, 1 + 256, 1).has_value());
  CHECK_FALSE(make_date(2019, 1, 1 + 256).has_value());
}

TEST_CASE("date: days are counted from 1970") {
  CHECK(make_date(1970, 1, 1)->days == 0);
  CHECK(make_date(1969, 12, 31)->days == -1);
  CHECK(make_date(2000, 1, 1)->days == 10957);
  CHECK(make_date(2019, 12, 31)->days == 18261);
  CHECK(make_date(1900, 1, 1)->days == -25567);
  CHECK(make_date(2199, 12, 31)->days == 84005);
  CHECK(*make_date(2019, 12, 31) < *make_date(2020, 1, 1));
}

TEST_CASE("date: every day of the range survives being written and read") {
  const Date last = *make_date(2199, 12, 31);
  for (Date date = *make_date(1900, 1, 1); date <= last; ++date.days) {
    if (parse_date(iso_text(date)) == date &&
        parse_date(chinese_text(date)) == date) {
      continue;
    }
    FAIL(iso_text(date));
  }
}

TEST_CASE("date: its parts and texts") {
  const Date date = *make_date(2019, 1, 2);
  CHECK(year_of(date) == 2019);
  CHECK(month_of(date) == 1);
  CHECK(iso_text(date) == "2019-01-02");
  CHECK(chinese_text(date) == "2019年1月2日");
  CHECK(chinese_text(*make_date(2019, 12, 31)) == "2019年12月31日");
  CHECK(year_of(*make_date(1969, 12, 31)) == 1969);
}

TEST_CASE("date: Saturdays and Sundays are the weekend") {
  CHECK_FALSE(is_weekend(*make_date(2019, 11, 29)));  // a Friday
  CHECK(is_weekend(*make_date(2019, 11, 30)));
  CHECK(is_weekend(*make_date(2019, 12, 1)));
  CHECK_FALSE(is_weekend(*make_date(2019, 12, 2)));
  CHECK(is_weekend(*make_date(1969, 12, 28)));  // a Sunday before 1970
}

}  // namespace
}  // namespace gov_report
