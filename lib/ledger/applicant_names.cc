#include "ledger/applicant_names.h"

#include <algorithm>

#include "base/text.h"
#include "ledger/matches.h"

namespace gov_report {
namespace {

constexpr std::size_t kPairs = std::size_t{1} << 20U;

std::size_t place_of(char32_t first, char32_t second) {
  return (first * 0x9E3779B1U ^ second * 0x85EBCA6BU) % kPairs;
}

}  // namespace

ApplicantNames::ApplicantNames(const PersonalWords& words)
    : words_(words), pairs_(kPairs) {}

void ApplicantNames::look_in(std::string_view text) {
  char32_t last = 0;
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    pairs_[place_of(last, c)] = true;
    last = c;
  }
}

void ApplicantNames::see(const Record& record) {
  const Value& value = record.values[words_.field];
  if (value.kind != Value::Kind::text || value.text.empty()) return;
  static const ReportYear kAnyYear;
  if (!holds_all(words_.where, record, kAnyYear)) return;
  // Several persons may sign one application.
  std::size_t from = 0;
  for (std::size_t at = 0; at < value.text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(value.text, at);
    const bool ends = words_.separators.find(c) != std::u32string::npos;
    if (!ends) continue;
    see_name(value.text.substr(from, begin - from));
    from = at;
  }
  see_name(value.text.substr(from));
}

void ApplicantNames::see_name(std::string_view text) {
  std::string_view rest = trimmed(text);
  if (rest.size() < 2) return;
  std::size_t at = 0;
  const char32_t first = next_code_point(rest, at);
  if (at >= rest.size()) return;
  if (first >= 0x3400 && first <= 0x9FFF) {
    // Most names are done with here. A blank inside one is rare.
    const char32_t second = next_code_point(rest, at);
    const bool plain = second >= 0x3400 && second <= 0x9FFF;
    if (plain && !pairs_[place_of(first, second)]) return;
  }
  std::string name = fold(rest);
  const auto tail = words_.name_end.spans(name);
  if (!tail.empty()) name.erase(tail[0].begin);
  if (!words_.name.matches(name) || words_.no_name.matches(name)) return;
  if (names_.size() >= kNameLimit && !names_.contains(name)) {
    complete_ = false;
    return;
  }
  names_.insert(std::move(name));
}

std::vector<std::string> ApplicantNames::names() const {
  std::vector<std::string> all(names_.begin(), names_.end());
  std::ranges::sort(all);
  return all;
}

}  // namespace gov_report
