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

/// Quicker than next_code_point() for hanzi, which is what names are of.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const bool hanzi = byte(0) >= 0xE4 && byte(0) <= 0xE9 &&
                     text.size() - at >= 3;  // the text is valid UTF-8
  if (!hanzi) return next_code_point(text, at);
  const char32_t c =
      (byte(0) & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  at += 3;
  return c;
}

}  // namespace

ApplicantNames::ApplicantNames(const PersonalWords& words)
    : words_(words), pairs_(kPairs) {
  for (const char32_t c : words.separators) {
    may_separate_[c % may_separate_.size()] = true;
  }
}

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
    const char32_t c = next_character(value.text, at);
    if (!may_separate_[c % may_separate_.size()]) continue;
    const bool ends = words_.separators.find(c) != std::u32string::npos;
    if (!ends) continue;
    see_name(value.text.substr(from, begin - from));
    from = at;
  }
  see_name(value.text.substr(from));
}

void ApplicantNames::see_name(std::string_view text) {
  const std::string_view rest = is_trim(text) ? text : trimmed(text);
  if (rest.size() < 2) return;
  std::size_t at = 0;
  const char32_t first = next_character(rest, at);
  if (at >= rest.size()) return;
  if (first >= 0x3400 && first <= 0x9FFF) {
    // Most names are done with here. A blank inside one is rare.
    const char32_t second = next_character(rest, at);
    const bool plain = second >= 0x3400 && second <= 0x9FFF;
    if (plain && !pairs_[place_of(first, second)]) return;
  }
  std::string name = fold(rest);
  const auto tail = words_.name_end.spans(name);
  if (!tail.empty()) name.erase(tail[0].begin);
  if (!words_.name.matches(name) || words_.no_name.matches(name)) return;
  keep(name);
}

void ApplicantNames::keep(const std::string& name) {
  if (names_.size() >= kNameLimit && !names_.contains(name)) {
    complete_ = false;
    return;
  }
  names_.insert(name);
}

void ApplicantNames::absorb(const ApplicantNames& other) {
  complete_ = complete_ && other.complete_;
  for (const std::string& name : other.names_) keep(name);
}

void ApplicantNames::add(const std::set<std::string>& names, bool complete) {
  complete_ = complete_ && complete;
  for (const std::string& name : names) keep(name);
}

std::vector<std::string> ApplicantNames::names() const {
  std::vector<std::string> all(names_.begin(), names_.end());
  std::ranges::sort(all);
  return all;
}

}  // namespace gov_report
