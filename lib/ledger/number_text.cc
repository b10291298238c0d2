#include "ledger/number_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace gov_report {
namespace {

using Problem = NumberText::Problem;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (prefix.empty() || !text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// Half-width marks: U+2212 is the minus of mathematics, U+2013 a dash.
bool take_minus(std::string_view& text) {
  return take_prefix(text, "-") || take_prefix(text, "\u2212") ||
         take_prefix(text, "\u2013");
}

/// Without its commas, if they stand before every third digit.
std::optional<std::string> without_separators(std::string_view number) {
  const std::size_t whole_end = std::min(number.find('.'), number.size());
  const std::string_view whole = number.substr(0, whole_end);
  std::string plain;
  std::size_t at = 0;
  for (std::size_t group = 0;; ++group) {
    const std::size_t end = std::min(whole.find(',', at), whole.size());
    const std::size_t size = end - at;
    const bool last = end == whole.size();
    const bool only = group == 0 && last;
    if (!only && (size == 0 || size > 3 || (group > 0 && size != 3))) {
      return std::nullopt;
    }
    plain += whole.substr(at, size);
    if (last) break;
    at = end + 1;
  }
  const std::string_view decimals = number.substr(whole_end);
  if (decimals.find(',') != std::string_view::npos) return std::nullopt;
  return plain + std::string(decimals);
}

/// What stands after the number, without its brackets.
std::string unit_word(std::string_view rest) {
  std::string word = fold(rest);
  if (word.size() > 2 && word.front() == '(' && word.back() == ')') {
    word = word.substr(1, word.size() - 2);
  }
  return word;
}

bool has_exponent(std::string_view rest) {
  if (rest.empty() || (rest[0] != 'e' && rest[0] != 'E')) return false;
  rest.remove_prefix(1);
  if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
    rest.remove_prefix(1);
  }
  return !rest.empty() && digits_at(rest, 0) == rest.size();
}

NumberText refused(Problem problem) {
  return {std::nullopt, problem, false};
}

}  // namespace

NumberText read_number_text(std::string_view text, const FieldFormat& field) {
  const std::string plain = half_width(text);
  std::string_view left = plain;
  const bool negative = take_minus(left);
  if (!negative) take_prefix(left, "+");
  for (const std::string& prefix : field.prefixes) {
    const std::string start = fold(left.substr(0, prefix.size()));
    if (start != prefix) continue;
    left.remove_prefix(prefix.size());
    left = trimmed(left);
    break;
  }
  const std::size_t size =
      std::min(left.find_first_not_of("0123456789.,"), left.size());
  const std::string_view number = left.substr(0, size);
  const std::string_view rest = trimmed(left.substr(size));
  if (number.empty() || !is_digit(number.front())) {
    return refused(Problem::other);
  }
  if (has_exponent(rest)) return refused(Problem::exponent);
  const auto digits = without_separators(number);
  if (!digits) return refused(Problem::separators);
  auto value = Decimal::parse(*digits);
  int power = 0;
  if (!rest.empty()) {
    const auto unit =
        std::ranges::find(field.units, unit_word(rest), &NumberUnit::word);
    if (unit == field.units.end()) {
      const bool is_word =
          std::ranges::none_of(rest, [](char c) { return is_digit(c); });
      return refused(is_word ? Problem::unit : Problem::other);
    }
    power = unit->power_of_ten;
  }
  if (!value) return refused(Problem::other);
  // Of what is too large, the product would be too.
  for (int i = 0; i < power && *value <= kLargestFigure; ++i) {
    value = *value * Decimal(10);
  }
  if (*value > kLargestFigure) return refused(Problem::other);
  if (negative && *value > Decimal()) return refused(Problem::negative);
  return {value, Problem::none, power > 0};
}

bool is_spreadsheet_exponent(std::string_view text) {
  const std::size_t whole = digits_at(text, 0);
  if (whole != 1) return false;
  text.remove_prefix(whole);
  if (text.starts_with('.')) {
    text.remove_prefix(1 + digits_at(text, 1));
  }
  return text.size() > 2 && has_exponent(text) && text[1] == '+';
}

std::optional<std::string_view> wrapped_text(std::string_view text) {
  if (text.size() < 3 || !text.starts_with("=\"") || !text.ends_with('"')) {
    return std::nullopt;
  }
  text = text.substr(2, text.size() - 3);
  if (text.find('"') != std::string_view::npos) return std::nullopt;
  return trimmed(text);
}

bool is_formula_error(std::string_view text) {
  if (!text.starts_with('#')) return false;
  constexpr std::array<std::string_view, 10> kErrors = {
      "#n/a",   "#ref!", "#value!", "#div/0!", "#name?",
      "#null!", "#num!", "#spill!", "#calc!",  "#getting_data"};
  if (std::ranges::find(kErrors, fold(text)) != kErrors.end()) return true;
  return text.size() >= 3 &&
         std::ranges::all_of(text, [](char c) { return c == '#'; });
}

}  // namespace gov_report
