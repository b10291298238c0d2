#include "base/date.h"

#include <array>
#include <bit>
#include <chrono>
#include <cstring>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

// The words for year, month and day.
constexpr std::string_view kYear = "\u5E74";
constexpr std::string_view kMonth = "\u6708";
constexpr std::string_view kDay = "\u65E5";

struct Marks {
  std::string_view after_year;
  std::string_view after_month;
  std::string_view after_day;
};
constexpr std::array<Marks, 4> kForms = {
    {{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {kYear, kMonth, kDay}}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::chrono::year_month_day calendar_day(Date date) {
  return std::chrono::sys_days(std::chrono::days(date.days));
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

// Takes all digits at the front, if their number is from `least` to `most`.
std::optional<int> take_number(std::string_view& text, std::size_t least,
                               std::size_t most) {
  std::size_t size = 0;
  int number = 0;
  while (size < text.size() && is_digit(text[size])) {
    if (++size > most) return std::nullopt;
    number = number * 10 + (text[size - 1] - '0');
  }
  if (size < least) return std::nullopt;
  text.remove_prefix(size);
  return number;
}

// Spreadsheets export a date as midnight of that day: " 0:00:00", "T00:00".
std::string_view without_midnight(std::string_view text) {
  const std::size_t at = text.find_first_of(" T");
  if (at == std::string_view::npos) return text;
  std::string_view time = text.substr(at);
  if (!take(time, "T")) time.remove_prefix(time.find_first_not_of(' '));
  if (!take(time, "00:00") && !take(time, "0:00")) return text;
  if (take(time, ":00") && take(time, ".")) {
    const std::size_t rest = time.find_first_not_of('0');
    time.remove_prefix(rest == std::string_view::npos ? time.size() : rest);
  }
  return time.empty() ? text.substr(0, at) : text;
}

std::optional<Date> parse_form(std::string_view text, const Marks& marks) {
  const auto year = take_number(text, 4, 4);
  if (!year || !take(text, marks.after_year)) return std::nullopt;
  const auto month = take_number(text, 1, 2);
  if (!month || !take(text, marks.after_month)) return std::nullopt;
  const auto day = take_number(text, 1, 2);
  if (!day || text != marks.after_day) return std::nullopt;
  return make_date(*year, *month, *day);
}

constexpr bool is_leap(int year) {
  return std::chrono::year(year).is_leap();
}

constexpr int kMonthLengths[] = {31, 28, 31, 30, 31, 30,
                                 31, 31, 30, 31, 30, 31};
constexpr std::size_t kMonths = (kLastYear - kFirstYear + 1) * 12;

/// The first day of each month, and the day after the last one.
constexpr auto kMonthStarts = [] {
  std::array<std::int32_t, kMonths + 1> starts{};
  constexpr std::chrono::sys_days kFirst =
      std::chrono::year(kFirstYear) / std::chrono::January / 1;
  std::int32_t day = kFirst.time_since_epoch().count();
  for (std::size_t i = 0; i < kMonths; ++i) {
    starts[i] = day;
    day += kMonthLengths[i % 12];
    if (i % 12 == 1 && is_leap(kFirstYear + static_cast<int>(i) / 12)) ++day;
  }
  starts[kMonths] = day;
  return starts;
}();

inline bool find_day(int year, int month, int day, Date& date) {
  const auto beyond = [](int value, int first, int last) {
    return static_cast<unsigned>(value) - static_cast<unsigned>(first) >
           static_cast<unsigned>(last - first);
  };
  // One question, because nearly all dates are good.
  const bool wrong = beyond(year, kFirstYear, kLastYear) |
                     beyond(month, 1, 12) | beyond(day, 1, 31);
  if (wrong) return false;
  const auto i = static_cast<std::size_t>((year - kFirstYear) * 12 + month - 1);
  date.days = kMonthStarts[i] + day - 1;
  return date.days < kMonthStarts[i + 1];
}

std::optional<Date> parse_compact(std::string_view text) {
  const auto number = take_number(text, 8, 8);
  if (!number || !text.empty()) return std::nullopt;
  return make_date(*number / 10000, *number / 100 % 100, *number % 100);
}

}  // namespace

std::optional<Date> make_date(int year, int month, int day) {
  Date date;
  if (!find_day(year, month, day, date)) return std::nullopt;
  return date;
}

/// Eight bytes at a time.
bool read_iso_date(std::string_view text, Date& date) {
  if (text.size() != 10) return false;
  if constexpr (std::endian::native == std::endian::little) {
    const auto digit = [&](std::size_t at) {
      return static_cast<unsigned>(static_cast<unsigned char>(text[at])) - '0';
    };
    std::uint64_t start;
    std::memcpy(&start, text.data(), sizeof start);
    start ^= 0x2D30302D30303030ULL;  // "0000-00-": digits become 0 to 9
    constexpr std::uint64_t kTooHigh = 0x7F76767F76767676ULL;
    const std::uint64_t wrong =
        (start | (start + kTooHigh)) & 0x8080808080808080ULL;
    if (wrong != 0 || digit(8) > 9 || digit(9) > 9) return false;
    const auto at = [&](unsigned byte) {
      return static_cast<int>(start >> (8 * byte) & 0xFFU);
    };
    return find_day(at(0) * 1000 + at(1) * 100 + at(2) * 10 + at(3),
                    at(5) * 10 + at(6),
                    static_cast<int>(digit(8) * 10 + digit(9)), date);
  } else {
    const auto found = parse_form(text, kForms.front());
    date = found.value_or(date);
    return found.has_value();
  }
}

std::optional<Date> parse_date(std::string_view text) {
  if (Date date; read_iso_date(text, date)) return date;
  const std::string plain = half_width(text);
  const std::string_view day = without_midnight(plain);
  if (const auto date = parse_compact(day)) return date;
  for (const Marks& marks : kForms) {
    if (const auto date = parse_form(day, marks)) return date;
  }
  return std::nullopt;
}

int year_of(Date date) {
  return static_cast<int>(calendar_day(date).year());
}

int month_of(Date date) {
  return static_cast<int>(static_cast<unsigned>(calendar_day(date).month()));
}

bool is_weekend(Date date) {
  const std::chrono::weekday day{
      std::chrono::sys_days(std::chrono::days(date.days))};
  return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

std::string iso_text(Date date) {
  const auto day = calendar_day(date);
  const auto number = static_cast<int>(static_cast<unsigned>(day.day()));
  return padded(year_of(date), 4) + '-' + padded(month_of(date), 2) + '-' +
         padded(number, 2);
}

std::string chinese_text(Date date) {
  std::string text = std::to_string(year_of(date));
  text += kYear;
  text += std::to_string(month_of(date));
  text += kMonth;
  text += std::to_string(static_cast<unsigned>(calendar_day(date).day()));
  text += kDay;
  return text;
}

}  // namespace gov_report
