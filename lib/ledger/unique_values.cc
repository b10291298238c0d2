#include "ledger/unique_values.h"

#include <algorithm>
#include <functional>

#include "base/text.h"

namespace gov_report {
namespace {

/// Whether folding leaves a text as it is: most numbers of cases are plain.
bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '/';
  });
}

}  // namespace

std::uint64_t value_hash(FieldIndex field, std::string_view value) {
  const std::uint64_t hash = is_plain(value)
                                 ? std::hash<std::string_view>()(value)
                                 : std::hash<std::string>()(fold(value));
  // The upper bits are those that a set goes by first.
  return (hash + field) * 0x9E3779B97F4A7C15ULL;
}

std::optional<std::string> RepeatedValues::enter(FieldIndex field,
                                                 std::string_view value,
                                                 const std::string& file,
                                                 std::uint64_t line) {
  if (!repeated_.contains(value_hash(field, value))) return std::nullopt;
  if (files_.empty() || files_.back() != file) files_.push_back(file);
  const auto last_file = static_cast<std::uint32_t>(files_.size() - 1);
  const auto [found, is_new] = first_.try_emplace(
      std::to_string(field) + ' ' + fold(value), First{last_file, line});
  if (is_new) return std::nullopt;
  const First& first = found->second;
  return files_[first.file] + ":" + std::to_string(first.line);
}

}  // namespace gov_report
