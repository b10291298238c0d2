// unique_values.h - values that must not come twice, such as case numbers.
//
// Two looks: the first over all records remembers 8 bytes of each value and
// learns which may have come twice; only if any has, the second compares the
// texts of those. So the answer is exact, and memory small.
//
//   rule    full-width forms, blanks and letter case make no difference
//   memory  12 bytes for each value, and the texts of those that come twice

#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/hash_set.h"
#include "schema/ledger_format.h"

namespace gov_report {

/// Equal for values of a field that are the same; hardly ever for others.
std::uint64_t value_hash(FieldIndex field, std::string_view value);

/// The first look, over all files of a ledger. Several threads may enter.
class UniqueValues {
 public:
  void enter(std::span<const std::uint64_t> hashes) {
    const std::lock_guard lock(mutex_);
    seen_.enter(hashes, repeated_);
  }

  /// Hashes that came more than once.
  const std::vector<std::uint64_t>& repeated() const { return repeated_; }

 private:
  std::mutex mutex_;
  HashSet seen_;
  std::vector<std::uint64_t> repeated_;
};

/// The second look, in the order of files and lines.
class RepeatedValues {
 public:
  explicit RepeatedValues(const std::vector<std::uint64_t>& repeated)
      : repeated_(repeated.begin(), repeated.end()) {}

  /// "file:line" of the first place of the same value; nullopt if it is new.
  std::optional<std::string> enter(FieldIndex field, std::string_view value,
                                   const std::string& file, std::uint64_t line);

 private:
  struct First {
    std::uint32_t file;
    std::uint64_t line;
  };

  std::unordered_set<std::uint64_t> repeated_;
  std::unordered_map<std::string, First> first_;  // by field and folded text
  std::vector<std::string> files_;
};

}  // namespace gov_report
