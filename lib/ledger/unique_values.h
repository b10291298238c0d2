// unique_values.h - values that must not come twice, such as case numbers.
//
// Two looks: the first over all records remembers 8 bytes of each value and
// learns which may have come twice; only if any has, the second compares the
// texts of those. So the answer is exact, and memory small.
//
//   rule    full-width forms, blanks and letter case make no difference
//   memory  8 bytes for each value, and the texts of those that come twice

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "schema/ledger_format.h"

namespace gov_report {

/// Equal for values of a field that are the same; hardly ever for others.
std::uint64_t value_hash(FieldIndex field, std::string_view value);

/// The first look, over all files of a ledger. Several threads may enter.
///
/// A set of so many hashes would be a walk through all memory for each. They
/// are only put down in the part that their lower bits name; at the end each
/// part makes a set that the processor's cache holds.
class UniqueValues {
 public:
  void enter(std::span<const std::uint64_t> hashes);
  /// Enters all that another look has, and leaves it empty. Nobody else may
  /// enter anything meanwhile.
  void absorb(UniqueValues& other);

  /// Hashes that came more than once.
  std::vector<std::uint64_t> repeated() const;

 private:
  static constexpr std::size_t kParts = 256;
  static constexpr std::size_t kFirst = 1 << 16;  ///< hashes not yet in parts
  static constexpr std::size_t kChunk = 1024;     ///< hashes

  using Chunk = std::array<std::uint64_t, kChunk>;
  struct Part {
    std::vector<std::unique_ptr<Chunk>> chunks;
    std::uint64_t* free = nullptr;  ///< in the last chunk
    std::uint64_t* end = nullptr;

    /// Of one of the chunks.
    std::size_t used(const std::unique_ptr<Chunk>& chunk) const {
      return chunk == chunks.back()
                 ? static_cast<std::size_t>(free - chunk->data())
                 : kChunk;
    }
  };

  void put_down(std::span<const std::uint64_t> hashes);
  static void add_chunk(Part& part);

  std::mutex mutex_;
  std::vector<std::uint64_t> first_;
  std::vector<Part> parts_;  // none as long as first_ suffices
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
