#include "source/shown_number.h"

#include <algorithm>

#include "base/decimal.h"
#include "source/format_code.h"
#include "source/xlsx_values.h"

namespace gov_report {
namespace {

bool is_plain(std::string_view code) {
  return code.empty() || code == "General" || code == "@";
}

bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() &&
         text.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// A number above zero in "#,##0.00" and its like; nullopt for other marks.
std::optional<std::string> formatted(std::string_view number,
                                     std::string_view marks) {
  if (marks == "@") return std::string(number);
  if (marks.find_first_not_of("0#?,.") != std::string_view::npos) {
    return std::nullopt;
  }
  const std::size_t point = std::min(marks.find('.'), marks.size());
  const std::string_view whole = marks.substr(0, point);
  const std::string_view decimals =
      marks.substr(std::min(point + 1, marks.size()));
  // A comma behind the last digit stands for thousands that are left out.
  if (whole.ends_with(',') || whole.starts_with(',')) return std::nullopt;
  if (decimals.find_first_of(",.") != std::string_view::npos) {
    return std::nullopt;
  }
  std::string text = rounded_number(number, decimals.size());
  if (text == "0" && marks.find('0') == std::string_view::npos) {
    if (point < marks.size()) return std::nullopt;  // the point alone
    text.clear();
  }
  return text;
}

/// Which of the sections, and whether it says itself that a number is below
/// zero.
struct Chosen {
  const FormatSection* section = nullptr;
  bool says_minus = false;
};

Chosen choose(const std::vector<FormatSection>& sections, bool minus,
              bool zero) {
  if (minus && sections.size() > 1) return {&sections[1], true};
  if (zero && sections.size() > 2) return {&sections[2], false};
  return {&sections[0], false};
}

bool is_unclear(const FormatSection& section) {
  return section.elapsed || section.cut_up || section.white;
}

/// Whether it is true of a number, as "<=100" is of 5; nullopt: not known.
std::optional<bool> holds(std::string_view condition, std::string_view plain) {
  const std::size_t size =
      std::min(condition.find_first_not_of("<>="), condition.size());
  const std::string_view sign = condition.substr(0, size);
  std::string_view limit = condition.substr(size);
  while (limit.starts_with(' ')) limit.remove_prefix(1);
  const auto number = Decimal::parse(plain);
  const auto other = Decimal::parse(limit);
  if (!number || !other) return std::nullopt;
  if (sign == "=") return *number == *other;
  if (sign == "<>") return *number != *other;
  if (sign == "<") return *number < *other;
  if (sign == "<=") return *number <= *other;
  if (sign == ">") return *number > *other;
  if (sign == ">=") return *number >= *other;
  return std::nullopt;
}

/// A dash in the place of a zero, as the formats of accountants have it.
bool is_dash_for_zero(std::string_view shown, std::string_view plain) {
  return plain == "0" && !shown.empty() &&
         shown.find_first_not_of("- ") == std::string::npos;
}

/// What a section shows of a number; nullopt: not known.
std::optional<std::string> shown_by(const FormatSection& section,
                                    std::string_view plain) {
  if (is_unclear(section)) return std::nullopt;
  std::optional<std::string> number = "";
  if (!section.marks.empty()) number = formatted(plain, section.marks);
  if (!number) return std::nullopt;
  std::string shown = section.before + *number + section.behind;
  return is_dash_for_zero(shown, plain) ? std::string(plain) : shown;
}

/// Of sections with conditions the first that holds counts. What programs
/// understand in other ways is known only if each of them shows the same.
std::optional<std::string> shown_on_condition(
    const std::vector<FormatSection>& sections, std::string_view plain) {
  // Whether what is below zero has a sign depends on the conditions.
  if (plain.starts_with('-')) return std::nullopt;
  const std::size_t size = std::min<std::size_t>(sections.size(), 3);
  std::optional<std::string> shown;
  for (std::size_t i = 0; i < size; ++i) {
    const std::string& condition = sections[i].condition;
    const auto is_so =
        condition.empty() ? std::optional<bool>() : holds(condition, plain);
    const bool says_nothing = condition.empty() && i + 1 < size;
    if (is_so == false && i + 1 < size) continue;
    const bool sure = is_so == true || (condition.empty() && i + 1 == size);
    if (!sure && !says_nothing) return std::nullopt;
    const auto one = shown_by(sections[i], plain);
    if (!one || (shown && *shown != *one)) return std::nullopt;
    shown = one;
    if (sure) break;
  }
  return shown;
}

}  // namespace

std::optional<std::string> shown_number(std::string_view plain,
                                        std::string_view code) {
  if (is_plain(code) || !is_decimal(plain)) return std::string(plain);
  const std::vector<FormatSection> sections = format_sections(code);
  const bool on_condition = std::ranges::any_of(
      sections,
      [](const FormatSection& section) { return !section.condition.empty(); });
  if (on_condition) return shown_on_condition(sections, plain);
  const bool minus = plain.starts_with('-');
  const auto [section, says_minus] = choose(sections, minus, plain == "0");
  if (is_unclear(*section)) return std::nullopt;
  std::string text;
  if (!section->marks.empty()) {
    const auto number = formatted(plain.substr(minus ? 1 : 0), section->marks);
    if (!number) return std::nullopt;
    text = *number;
  }
  const std::string shown = section->before + text + section->behind;
  if (is_dash_for_zero(shown, plain)) return std::string(plain);
  if (!minus) return shown;
  // Of two sections an empty one leaves the sign.
  if (shown.empty() && sections.size() > 2) return shown;
  if (says_minus && section->before.find_first_of("-(") != std::string::npos) {
    return shown;
  }
  // Red alone may stand for what is below zero.
  if (says_minus || text == "0" || text.empty()) return std::nullopt;
  return "-" + shown;
}

std::optional<std::string> shown_text(std::string_view text,
                                      std::string_view code) {
  if (is_plain(code) || code.find(';') == std::string_view::npos) {
    return std::string(text);
  }
  const std::vector<FormatSection> sections = format_sections(code);
  if (sections.size() < 4) return std::string(text);
  const FormatSection& section = sections[3];
  if (section.marks == "@" && !is_unclear(section)) {
    return section.before + std::string(text) + section.behind;
  }
  if (section.marks.empty()) return section.before;
  return std::nullopt;
}

}  // namespace gov_report
