#include "support/days.h"

#include <array>
#include <cstdio>

namespace gov_report::test {

namespace {

struct Holiday {
  int year;
  unsigned month, day;
  int length;
};

constexpr std::array kHolidays = {
    Holiday{2018, 1, 1, 1},   Holiday{2018, 2, 15, 7},  Holiday{2018, 4, 5, 3},
    Holiday{2018, 4, 29, 3},  Holiday{2018, 6, 18, 1},  Holiday{2018, 9, 24, 1},
    Holiday{2018, 10, 1, 7},  Holiday{2018, 12, 30, 3}, Holiday{2019, 2, 4, 7},
    Holiday{2019, 4, 5, 3},   Holiday{2019, 5, 1, 4},   Holiday{2019, 6, 7, 3},
    Holiday{2019, 9, 13, 3},  Holiday{2019, 10, 1, 7},  Holiday{2020, 1, 1, 1},
    Holiday{2020, 1, 24, 10}, Holiday{2020, 4, 4, 3},   Holiday{2020, 5, 1, 5},
    Holiday{2020, 6, 25, 3},  Holiday{2020, 10, 1, 8},  Holiday{2021, 1, 1, 3},
    Holiday{2021, 2, 11, 7},  Holiday{2021, 4, 3, 3},   Holiday{2021, 5, 1, 5},
    Holiday{2021, 6, 12, 3},  Holiday{2021, 9, 19, 3},  Holiday{2021, 10, 1, 7},
    Holiday{2022, 1, 1, 3},   Holiday{2022, 1, 31, 7},  Holiday{2022, 4, 3, 3},
    Holiday{2022, 4, 30, 5},  Holiday{2022, 6, 3, 3},   Holiday{2022, 9, 10, 3},
    Holiday{2022, 10, 1, 7},  Holiday{2022, 12, 31, 3}, Holiday{2023, 1, 21, 7},
    Holiday{2023, 4, 5, 1},   Holiday{2023, 4, 29, 5},  Holiday{2023, 6, 22, 3},
    Holiday{2023, 9, 29, 8},  Holiday{2024, 1, 1, 1},   Holiday{2024, 2, 10, 8},
    Holiday{2024, 4, 4, 3},   Holiday{2024, 5, 1, 5},   Holiday{2024, 6, 8, 3},
    Holiday{2024, 9, 15, 3},  Holiday{2024, 10, 1, 7},  Holiday{2025, 1, 1, 1},
    Holiday{2025, 1, 28, 8},  Holiday{2025, 4, 4, 3},   Holiday{2025, 5, 1, 5},
    Holiday{2025, 5, 31, 3},  Holiday{2025, 10, 1, 8},
};

}  // namespace

Day day_of(int year, unsigned month, unsigned day) {
  using std::chrono::year_month_day;
  return Day{year_month_day{std::chrono::year{year}, std::chrono::month{month},
                            std::chrono::day{day}}};
}

int year_of(Day day) {
  return static_cast<int>(std::chrono::year_month_day{day}.year());
}

std::string iso(Day day) {
  const std::chrono::year_month_day ymd{day};
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", year_of(day),
                static_cast<unsigned>(ymd.month()),
                static_cast<unsigned>(ymd.day()));
  return text.data();
}

Day day_from_iso(const std::string& text) {
  return day_of(std::stoi(text.substr(0, 4)),
                static_cast<unsigned>(std::stoi(text.substr(5, 2))),
                static_cast<unsigned>(std::stoi(text.substr(8, 2))));
}

bool is_office_day(Day day) {
  const std::chrono::weekday weekday{day};
  if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) {
    return false;
  }
  for (const Holiday& holiday : kHolidays) {
    const Day first = day_of(holiday.year, holiday.month, holiday.day);
    if (day >= first && day < first + std::chrono::days{holiday.length}) {
      return false;
    }
  }
  return true;
}

Day add_office_days(Day day, int count) {
  const std::chrono::days step{count < 0 ? -1 : 1};
  for (int left = count < 0 ? -count : count; left > 0;) {
    day += step;
    if (is_office_day(day)) --left;
  }
  return day;
}

}  // namespace gov_report::test
