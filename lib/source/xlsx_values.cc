#include "source/xlsx_values.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/date.h"
#include "base/text.h"

namespace gov_report {
namespace {

/// An exponent that no number of a sheet has, for a text that is none.
int exponent_of(std::string_view text) {
  int number = 1000;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end ? number : 1000;
}

/// The digits of a number and where its point stands: 0.digits * 10^point.
struct Digits {
  bool minus = false;
  std::string digits;
  int point = 0;
};

std::optional<Digits> digits_of(std::string_view text) {
  Digits number;
  if (text.starts_with('-')) {
    number.minus = true;
    text.remove_prefix(1);
  }
  const std::size_t e = text.find_first_of("eE");
  int exponent = 0;
  if (e != std::string_view::npos) {
    std::string_view rest = text.substr(e + 1);
    if (rest.starts_with('+')) rest.remove_prefix(1);
    exponent = exponent_of(rest);
    if (exponent > 40 || exponent < -40) return std::nullopt;
    text = text.substr(0, e);
  }
  bool after_point = false;
  for (const char c : text) {
    if (c == '.' && !after_point) {
      after_point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    number.digits += c;
    if (!after_point) ++number.point;
  }
  if (number.digits.empty() || number.digits.size() > 60) return std::nullopt;
  number.point += exponent;
  const std::size_t zeros =
      std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, zeros);
  number.point -= static_cast<int>(zeros);
  return number;
}

void round_to(Digits& number, std::size_t size) {
  if (number.digits.size() <= size) return;
  const bool up = number.digits[size] >= '5';
  number.digits.resize(size);
  std::size_t at = size;
  while (up && at > 0) {
    char& digit = number.digits[--at];
    if (digit != '9') {
      ++digit;
      return;
    }
    digit = '0';
  }
  if (up) {
    number.digits.insert(0, 1, '1');
    ++number.point;
  }
}

/// Plain decimals.
std::string text_of(Digits number) {
  std::string& digits = number.digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.empty()) return "0";
  std::string text = number.minus ? "-" : "";
  const int size = static_cast<int>(digits.size());
  if (number.point <= 0) {
    text += "0." + std::string(static_cast<std::size_t>(-number.point), '0') +
            digits;
  } else if (number.point >= size) {
    text += digits +
            std::string(static_cast<std::size_t>(number.point - size), '0');
  } else {
    const auto point = static_cast<std::size_t>(number.point);
    text += digits.substr(0, point) + "." + digits.substr(point);
  }
  return text;
}

/// Two digits, or more if need be.
std::string padded(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

/// A hexadecimal code between "_x" and "_" at `at`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
  if (text.size() < at + 7 || text[at] != '_' || text[at + 1] != 'x' ||
      text[at + 6] != '_') {
    return std::nullopt;
  }
  unsigned code = 0;
  const char* const begin = text.data() + at + 2;
  const auto [stop, error] = std::from_chars(begin, begin + 4, code, 16);
  if (error != std::errc() || stop != begin + 4) return std::nullopt;
  return code;
}

constexpr std::size_t kEscape = 7;  // bytes: "_x000D_"

/// The same for a character, which may be written as two halves; behind it.
std::optional<char32_t> character_at(std::string_view text, std::size_t& at) {
  const auto first = escape_at(text, at);
  if (!first || (*first >= 0xDC00 && *first <= 0xDFFF)) return std::nullopt;
  if (*first < 0xD800 || *first > 0xDFFF) {
    at += kEscape;
    return first;
  }
  const auto second = escape_at(text, at + kEscape);
  if (!second || *second < 0xDC00 || *second > 0xDFFF) return std::nullopt;
  at += 2 * kEscape;
  return 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00);
}

/// Spreadsheet programs show nothing in its place.
bool is_control(char32_t c) {
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

std::string spreadsheet_number(std::string_view stored) {
  constexpr std::size_t kDigits = 15;
  constexpr std::size_t kLongest = 60;
  const bool whole = !stored.empty() && stored.size() <= kLongest &&
                     stored.front() != '0' && all_digits(stored);
  if (whole) return std::string(stored);
  auto number = digits_of(stored);
  if (!number) return std::string(stored);
  round_to(*number, kDigits);
  return text_of(std::move(*number));
}

std::string rounded_number(std::string_view plain, std::size_t decimals) {
  auto number = digits_of(plain);
  if (!number) return std::string(plain);
  const int size = number->point + static_cast<int>(decimals);
  if (size < 0) return "0";
  round_to(*number, static_cast<std::size_t>(size));
  return text_of(std::move(*number));
}
std::optional<Serial> serial_of(std::string_view stored) {
  constexpr std::int64_t kLastDay = 2'958'465;  // 9999-12-31
  constexpr std::int32_t kDay = 86'400;
  const auto number = digits_of(stored);
  if (!number || number->minus || number->point > 7) return std::nullopt;
  // digits before and after the point, with the zeros that are not written
  const auto digit = [&](int place) -> std::int64_t {
    const int at = number->point - 1 - place;  // place 0: ones, -1: tenths
    if (at < 0 || at >= static_cast<int>(number->digits.size())) return 0;
    return number->digits[static_cast<std::size_t>(at)] - '0';
  };
  Serial serial;
  for (int place = 6; place >= 0; --place) {
    serial.days = serial.days * 10 + digit(place);
  }
  std::int64_t fraction = 0;  // of 10^12
  for (int place = -1; place >= -12; --place) {
    fraction = fraction * 10 + digit(place);
  }
  constexpr std::int64_t kWhole = 1'000'000'000'000;
  const std::int64_t seconds = (fraction * kDay + kWhole / 2) / kWhole;
  serial.days += seconds / kDay;
  serial.seconds = static_cast<std::int32_t>(seconds % kDay);
  if (serial.days > kLastDay) return std::nullopt;
  return serial;
}

std::string serial_date(std::int64_t days, bool from_1904) {
  constexpr std::int64_t kNoSuchDay = 60;
  if (!from_1904 && days == 0) return "1900-01-00";
  if (!from_1904 && days == kNoSuchDay) return "1900-02-29";
  if (from_1904) {
    days += 1462;
  } else if (days < kNoSuchDay) {
    ++days;
  }
  constexpr std::int64_t kOf1970 = 25'569;
  return iso_text(Date{static_cast<std::int32_t>(days - kOf1970)});
}

std::string serial_time(std::int32_t seconds) {
  return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
         padded(seconds % 60, 2);
}

std::string unescaped(std::string text) {
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return text;
  std::string plain = text.substr(0, at);
  while (at < text.size()) {
    const auto character = character_at(text, at);
    if (!character) {
      plain += text[at++];
    } else if (!is_control(*character)) {
      append_utf8(plain, *character);
    }
  }
  return plain;
}

std::optional<CellAddress> cell_address(std::string_view name) {
  CellAddress address;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z'; ++at) {
    address.column =
        address.column * 26 + static_cast<std::uint32_t>(name[at] - 'A' + 1);
    if (address.column > kLastSheetColumn) return std::nullopt;
  }
  if (at == 0) return std::nullopt;
  const std::string_view row = name.substr(at);
  if (row.empty()) return address;
  if (!all_digits(row) || row.size() > 7) return std::nullopt;
  for (const char c : row) {
    address.row = address.row * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (address.row == 0 || address.row > kLastSheetRow) return std::nullopt;
  return address;
}

std::string column_letters(std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

}  // namespace gov_report
