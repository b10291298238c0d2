#include "ledger/unique_values.h"

#include <algorithm>

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

std::optional<std::string> UniqueValues::enter(FieldIndex field,
                                               std::string_view value,
                                               const std::string& file,
                                               std::uint64_t line) {
  if (files_.empty() || files_.back() != file) files_.push_back(file);
  Seen& seen = fields_[field];
  const auto [number, is_new] = is_plain(value)
                                    ? seen.values.enter(value)
                                    : seen.values.enter(fold(value));
  if (is_new) {
    const auto last_file = static_cast<std::uint32_t>(files_.size() - 1);
    seen.first.push_back({last_file, line});
    return std::nullopt;
  }
  const First& first = seen.first[number];
  return files_[first.file] + ":" + std::to_string(first.line);
}

}  // namespace gov_report
