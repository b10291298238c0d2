#include "ledger/date_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace gov_report {
namespace {

// The words for year, month, day, and the other one for day.
constexpr char32_t kYear = U'\u5E74';
constexpr char32_t kMonth = U'\u6708';
constexpr char32_t kDay = U'\u65E5';
constexpr char32_t kDayToo = U'\u53F7';

// Zero in three forms that are typed for it, then one to nine.
constexpr std::u32string_view kZeros = U"\u3007\u25CB\u96F6";
constexpr std::u32string_view kDigits =
    U"\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
constexpr char32_t kTen = U'\u5341';
constexpr char32_t kTwenty = U'\u5EFF';
constexpr char32_t kThirty = U'\u5345';

bool is_ascii_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char32_t as_mark(char32_t c) {
  const bool dash = (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
  if (dash) return '-';
  if (c == 0x3002) return '.';  // the full stop of Chinese
  return c == kDayToo ? kDay : c;
}

std::u32string characters_of(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) {
    all += as_mark(next_code_point(text, at));
  }
  return all;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

/// At most two digits, less than `limit`, from the front.
bool take_part(std::u32string_view& text, int limit, std::size_t least) {
  std::size_t size = 0;
  int number = 0;
  while (size < text.size() && size < 2 && is_ascii_digit(text[size])) {
    number = number * 10 + static_cast<int>(text[size++] - '0');
  }
  if (size < least || number >= limit) return false;
  text.remove_prefix(size);
  return true;
}

bool take(std::u32string_view& text, char32_t mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(1);
  return true;
}

/// 9:05, 09:05:33, 09:05:33.250
bool is_time(std::u32string_view text) {
  if (!take_part(text, 24, 1) || !take(text, ':')) return false;
  if (!take_part(text, 60, 2)) return false;
  if (text.empty()) return true;
  if (!take(text, ':') || !take_part(text, 60, 2)) return false;
  if (text.empty()) return true;
  return take(text, '.') && !text.empty() &&
         std::ranges::all_of(text, is_ascii_digit);
}

void drop_time(std::u32string& text) {
  const std::size_t colon = text.find(U':');
  if (colon == std::u32string::npos) return;
  const std::size_t before = text.find_last_of(U" T", colon);
  if (before == std::u32string::npos) return;
  if (!is_time(std::u32string_view(text).substr(before + 1))) return;
  text.erase(before);
}

/// "3:20", or hour, minute and second each before its word.
bool is_hour(std::u32string_view text) {
  if (is_time(text)) return true;
  if (!take_part(text, 24, 1)) return false;
  if (!take(text, U'\u65F6') && !take(text, U'\u70B9')) return false;
  if (text.empty() || text == U"\u534A" || text == U"\u6574") return true;
  if (!take_part(text, 60, 1)) return false;
  if (text.empty() || (take(text, U'\u5206') && text.empty())) return true;
  return take_part(text, 60, 1) && text == U"\u79D2";
}

/// Before or after noon, in words, an hour, or both.
bool is_time_of_day(std::u32string_view text) {
  constexpr std::array<std::u32string_view, 6> kWords = {
      U"\u4E0A\u5348", U"\u4E0B\u5348", U"\u4E2D\u5348",
      U"\u65E9\u4E0A", U"\u665A\u4E0A", U"\u51CC\u6668"};
  const auto skip_blanks = [&] {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  };
  skip_blanks();
  const auto* const word = std::ranges::find_if(
      kWords, [&](std::u32string_view one) { return text.starts_with(one); });
  if (word == kWords.end()) return is_hour(text);
  text.remove_prefix(word->size());
  skip_blanks();
  return text.empty() || is_hour(text);
}

/// Behind a blank, the word for day, or in words of its own.
void drop_time_of_day(std::u32string& text) {
  constexpr std::size_t kShortest = 6;  // of a day
  for (std::size_t at = kShortest; at < text.size(); ++at) {
    const bool apart =
        is_blank(text[at]) || text[at - 1] == kDay || !is_ascii_digit(text[at]);
    if (!apart || !is_time_of_day(std::u32string_view(text).substr(at))) {
      continue;
    }
    text.erase(at);
    return;
  }
}

/// Blanks that stand beside a mark. Between two digits they stay.
std::u32string without_blanks(std::u32string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_blank(text[at])) {
      out += text[at];
      continue;
    }
    std::size_t next = at;
    while (next < text.size() && is_blank(text[next])) ++next;
    const bool between = !out.empty() && is_ascii_digit(out.back()) &&
                         next < text.size() && is_ascii_digit(text[next]);
    if (between) out += U' ';
    at = next - 1;
  }
  return out;
}

std::optional<int> digit_of(char32_t c) {
  if (is_ascii_digit(c)) return static_cast<int>(c - '0');
  if (kZeros.find(c) != std::u32string_view::npos) return 0;
  const std::size_t at = kDigits.find(c);
  if (at == std::u32string_view::npos) return std::nullopt;
  return static_cast<int>(at) + 1;
}

/// Digit by digit, four of them.
std::optional<int> year_in(std::u32string_view text) {
  if (text.size() != 4) return std::nullopt;
  int year = 0;
  for (const char32_t c : text) {
    const auto digit = digit_of(c);
    if (!digit) return std::nullopt;
    year = year * 10 + *digit;
  }
  return year;
}

/// 1 to 31, in digits or with the words for ten, twenty and thirty.
std::optional<int> small_number_in(std::u32string_view text) {
  if (text.empty() || text.size() > 3) return std::nullopt;
  if (std::ranges::all_of(text, is_ascii_digit)) {
    if (text.size() > 2) return std::nullopt;
    int number = 0;
    for (const char32_t c : text) {
      number = number * 10 + static_cast<int>(c - '0');
    }
    return number;
  }
  int tens = 0;
  if (text[0] == kTwenty || text[0] == kThirty) {
    tens = text[0] == kTwenty ? 20 : 30;
    text.remove_prefix(1);
  } else if (text[0] == kTen) {
    tens = 10;
    text.remove_prefix(1);
  } else if (text.size() > 1 && text[1] == kTen) {
    const auto digit = digit_of(text[0]);
    if (!digit || *digit < 2) return std::nullopt;
    tens = *digit * 10;
    text.remove_prefix(2);
  }
  if (text.empty()) return tens;
  const auto unit = digit_of(text[0]);
  if (text.size() > 1 || !unit || *unit == 0) return std::nullopt;
  return tens + *unit;
}

std::optional<Date> with_numerals(std::u32string_view text) {
  const std::size_t year_end = text.find(kYear);
  const std::size_t month_end = text.find(kMonth);
  if (month_end == std::u32string_view::npos || year_end > month_end) {
    return std::nullopt;
  }
  if (!text.ends_with(kDay)) return std::nullopt;
  const auto year = year_in(text.substr(0, year_end));
  const auto month =
      small_number_in(text.substr(year_end + 1, month_end - year_end - 1));
  const auto day =
      small_number_in(text.substr(month_end + 1, text.size() - month_end - 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(*year, *month, *day);
}

struct DigitRun {
  std::size_t digits = 0;
  int number = 0;  ///< of the first eight digits
};

std::vector<DigitRun> digit_runs(std::string_view text) {
  std::vector<DigitRun> runs;
  bool in_run = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && !in_run) runs.emplace_back();
    if (digit && ++runs.back().digits <= 8) {
      runs.back().number = runs.back().number * 10 + (c - '0');
    }
    in_run = digit;
  }
  return runs;
}

/// Days are counted from 1900; the two before it are a slip of the first
/// spreadsheets that all later ones have kept.
std::optional<Date> day_of_serial(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find('.'));
  const bool only_digits = std::ranges::all_of(
      text, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  if (whole.size() != 5 || !only_digits) return std::nullopt;
  int days = 0;
  for (const char c : whole) days = days * 10 + (c - '0');
  const Date date{make_date(1899 + 1, 1, 1)->days - 2 + days};
  const bool likely = year_of(date) >= 1950 && year_of(date) < 2100;
  return likely ? std::optional(date) : std::nullopt;
}

/// The day may go on in the rest, or end a range there: "2" and "O" or " 0".
bool may_go_on(std::string_view day, std::string_view rest) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t mark = rest.find_first_of("0123456789OolI");
  const std::string_view between = rest.substr(0, mark);
  const bool short_day =
      day.size() > 1 && is_digit(day.back()) && !is_digit(day[day.size() - 2]);
  if (short_day && mark != std::string_view::npos) {
    const bool letter = !is_digit(rest[mark]);
    if (between.find_first_not_of(letter ? "" : " \t-/.,") ==
        std::string_view::npos) {
      return true;
    }
  }
  const std::string_view word = trimmed(between);
  const auto ranges = {"\u81F3",       "\u5230", "-", "~",      "\u2014",
                       "\u2014\u2014", "\u2013", "/", "\u3001", ",",
                       "\uFF5E"};
  return mark != std::string_view::npos && is_digit(rest[mark]) &&
         std::ranges::find(ranges, word) != ranges.end();
}

/// A day, and after it what is neither part of it nor a time in digits.
std::optional<BadDateText> day_and_more(std::string_view text) {
  constexpr std::size_t kShortest = 8;  // 2019-1-2
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t at = std::min<std::size_t>(text.size(), 40);
  while (at > kShortest) {
    --at;
    const bool in_character =
        (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    if (in_character || is_digit(text[at])) continue;
    const auto day = read_date_text(text.substr(0, at));
    if (day && may_go_on(text.substr(0, at), text.substr(at)))
      return std::nullopt;
    if (day)
      return BadDateText{"more-than-a-day", day,
                         std::string(trimmed(text.substr(at)))};
  }
  return std::nullopt;
}

/// Three numbers, or one of eight digits, that are no day. "": they would be
/// one if other marks stood between them.
std::string variant_of_numbers(const std::vector<DigitRun>& runs) {
  const bool compact = runs.size() == 1 && runs[0].digits == 8;
  if (!compact && runs.size() != 3) return {};
  if (!compact && runs[0].digits > 4) return "year-out-of-range";
  if (!compact && runs[0].digits != 4) return "day-first-or-short-year";
  const int number = runs[0].number;
  const int year = compact ? number / 10000 : number;
  const int month = compact ? number / 100 % 100 : runs[1].number;
  const int day = compact ? number % 100 : runs[2].number;
  if (!make_date(year, 1, 1)) return "year-out-of-range";
  return make_date(year, month, day) ? "" : "not-in-calendar";
}

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

}  // namespace

std::optional<Date> read_date_text(std::string_view text) {
  if (const auto date = parse_date(text)) return date;
  std::u32string characters = characters_of(half_width(text));
  drop_time(characters);
  drop_time_of_day(characters);
  characters = without_blanks(characters);
  if (const auto date = parse_date(utf8(characters))) return date;
  return with_numerals(characters);
}

BadDateText why_no_date(std::string_view text) {
  const std::string plain = half_width(text);
  if (const auto day = day_of_serial(plain)) return {"serial", day, {}};
  if (auto more = day_and_more(plain)) return *more;
  const auto runs = digit_runs(plain);
  // 2-Jan-19: the day stands first, the month is a word.
  if (runs.size() == 2 && has_letters(plain)) {
    return {"day-first-or-short-year", {}, {}};
  }
  const bool parts = runs.size() == 2 && plain.size() <= 16;
  const bool compact =
      runs.size() == 1 && runs[0].digits == 6 && plain.size() == 6;
  if (parts || compact) return {"incomplete", {}, {}};
  return {variant_of_numbers(runs), {}, {}};
}

}  // namespace gov_report
