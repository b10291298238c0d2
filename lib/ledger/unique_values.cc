#include "ledger/unique_values.h"

#include "base/byte_words.h"
#include "base/hash_set.h"
#include "ledger/record_number.h"

namespace gov_report {
namespace {

constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15ULL;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = Wide{a} * b;
  return static_cast<std::uint64_t>(product) ^
         static_cast<std::uint64_t>(product >> 64U);
}

struct TextHash {
  std::uint64_t hash;
  bool plain;  ///< folding does no more than make letters small
};

/// Of a text with small letters for capital ones.
TextHash hash_of(std::string_view text) {
  TextHash result{text.size() * kMix, true};
  visit_words(text, [&](std::uint64_t word) {
    result.plain = result.plain && bytes_between(word, '!', '~') == kHighBits;
    word |= bytes_between(word, 'A', 'Z') >> 2U;
    result.hash = mixed(result.hash ^ word, kMix);
  });
  return result;
}

}  // namespace

std::uint64_t value_hash(FieldIndex field, std::string_view value) {
  TextHash text = hash_of(value);
  if (!text.plain) text = hash_of(fold_number(value));
  return mixed(text.hash + field, ~kMix);
}

void UniqueValues::enter(std::span<const std::uint64_t> hashes) {
  const std::lock_guard lock(mutex_);
  if (parts_.empty() && first_.size() + hashes.size() <= kFirst) {
    first_.insert(first_.end(), hashes.begin(), hashes.end());
    return;
  }
  parts_.resize(kParts);
  put_down(first_);
  first_ = {};
  put_down(hashes);
}

void UniqueValues::absorb(UniqueValues& other) {
  if (first_.empty() && parts_.empty()) {
    first_.swap(other.first_);
    parts_.swap(other.parts_);
    return;
  }
  enter(other.first_);
  other.first_ = {};
  for (Part& part : other.parts_) {
    for (const auto& chunk : part.chunks) {
      enter(std::span(*chunk).first(part.used(chunk)));
    }
    part = {};
  }
  other.parts_.clear();
}

void UniqueValues::put_down(std::span<const std::uint64_t> hashes) {
  for (const std::uint64_t hash : hashes) {
    Part& part = parts_[hash % kParts];
    if (part.free == part.end) add_chunk(part);
    *part.free++ = hash;
  }
}

void UniqueValues::add_chunk(Part& part) {
  // Not filled with zeros first.
  part.chunks.push_back(std::make_unique_for_overwrite<Chunk>());
  part.free = part.chunks.back()->data();
  part.end = part.free + kChunk;
}

std::vector<std::uint64_t> UniqueValues::repeated() const {
  std::vector<std::uint64_t> repeated;
  HashSet seen;
  seen.enter(first_, repeated);
  for (const Part& part : parts_) {
    seen.clear();
    for (const auto& chunk : part.chunks) {
      seen.enter(std::span(*chunk).first(part.used(chunk)), repeated);
    }
  }
  return repeated;
}

std::optional<std::string> RepeatedValues::enter(FieldIndex field,
                                                 std::string_view value,
                                                 const std::string& file,
                                                 std::uint64_t line) {
  if (!repeated_.contains(value_hash(field, value))) return std::nullopt;
  if (files_.empty() || files_.back() != file) files_.push_back(file);
  const auto last_file = static_cast<std::uint32_t>(files_.size() - 1);
  const auto [found, is_new] = first_.try_emplace(
      std::to_string(field) + ' ' + fold_number(value), First{last_file, line});
  if (is_new) return std::nullopt;
  const First& first = found->second;
  return files_[first.file] + ":" + std::to_string(first.line);
}

}  // namespace gov_report
