#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "source/csv_index.cc"
#include <hwy/foreach_target.h>
// Highway reads this file once for each kind of machine.
#include <hwy/highway.h>

#include "source/csv_index.h"

HWY_BEFORE_NAMESPACE();
namespace gov_report {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kBlock = 64;

// A bit for each byte of a block, the lowest for the first.
struct Marks {
  std::uint64_t quote = 0;
  std::uint64_t separator = 0;
  std::uint64_t line_end = 0;
  std::uint64_t carriage_return = 0;
  std::uint64_t zero = 0;

  void cut(std::uint64_t kept) {
    quote &= kept;
    separator &= kept;
    line_end &= kept;
    carriage_return &= kept;
    zero &= kept;
  }
};

class Marker {
 public:
  explicit Marker(char separator)
      : separator_(static_cast<std::uint8_t>(separator)) {}

  Marks operator()(const char* block) const {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(block);
    const hn::CappedTag<std::uint8_t, kBlock> d;
    const std::size_t lanes = hn::Lanes(d);
    Marks marks;
    for (std::size_t at = 0; at < kBlock; at += lanes) {
      const auto part = hn::LoadU(d, bytes + at);
      const auto where = [&](std::uint8_t byte) {
        std::uint8_t bits[kBlock / 8 + 8] = {};
        hn::StoreMaskBits(d, hn::Eq(part, hn::Set(d, byte)), bits);
        std::uint64_t word;
        hwy::CopyBytes<sizeof word>(bits, &word);
        return word << at;
      };
      marks.quote |= where('"');
      marks.separator |= where(separator_);
      marks.line_end |= where('\n');
      marks.carriage_return |= where('\r');
      marks.zero |= where(0);
    }
    return marks;
  }

 private:
  std::uint8_t separator_;
};

/// Each bit becomes the parity of those up to and with it.
std::uint64_t parities(std::uint64_t bits) {
  for (unsigned step = 1; step < 64; step *= 2) bits ^= bits << step;
  return bits;
}

class Indexer {
 public:
  /// Offsets of what ends fields in the block; `bad` are its faults.
  std::uint64_t ends(const Marks& marks, std::uint64_t& bad) {
    bad = marks.zero;
    std::uint64_t within = 0;
    const std::uint64_t between = marks.separator | marks.line_end;
    if ((marks.quote | within_ | after_close_ | after_cr_) != 0) {
      within = parities(marks.quote) ^ within_;
      within_ = (within >> 63U) != 0 ? ~std::uint64_t{0} : 0;
      const std::uint64_t opening = marks.quote & within;
      const std::uint64_t closing = marks.quote & ~within;
      const std::uint64_t behind = closing << 1U | after_close_;
      const std::uint64_t behind_cr =
          (behind & marks.carriage_return) << 1U | after_cr_;
      bad |= opening & ~(between << 1U | marks.quote << 1U | after_end_);
      bad |= behind & ~(between | marks.quote | marks.carriage_return);
      bad |= behind_cr & ~marks.line_end;
      after_close_ = closing >> 63U;
      after_cr_ = (behind & marks.carriage_return) >> 63U;
    }
    after_end_ = (between | marks.quote) >> 63U;
    return between & ~within;
  }

 private:
  // Of the byte before the block, as bit 0; `within_` as all bits.
  std::uint64_t within_ = 0;
  std::uint64_t after_close_ = 0;
  std::uint64_t after_cr_ = 0;
  std::uint64_t after_end_ = 1;
};

void find_ends(std::string_view text, char separator, CsvIndex& index) {
  const Marker marker(separator);
  Indexer indexer;
  index.fault = text.size();
  std::size_t found = 0;
  std::uint64_t lines = 0;
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    std::uint64_t bad = 0;
    Marks marks = marker(text.data() + at);
    const std::size_t left = text.size() - at;
    if (left < kBlock) marks.cut((std::uint64_t{1} << left) - 1);
    std::uint64_t bits = indexer.ends(marks, bad);
    lines += hwy::PopCount(marks.line_end);
    if (left < kBlock) bad &= (std::uint64_t{1} << left) - 1;
    if (found + kBlock > index.ends.size()) {
      index.ends.resize(2 * index.ends.size() + kBlock);
    }
    std::uint32_t* out = index.ends.data() + found;
    found += hwy::PopCount(bits);
    for (; bits != 0; bits &= bits - 1) {
      *out++ = static_cast<std::uint32_t>(
          at + hwy::Num0BitsBelowLS1Bit_Nonzero64(bits));
    }
    if (bad != 0) {
      index.fault = at + hwy::Num0BitsBelowLS1Bit_Nonzero64(bad);
      break;
    }
  }
  index.ends.resize(found);
  index.lines = lines;
}

}  // namespace HWY_NAMESPACE
}  // namespace gov_report
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace gov_report {

HWY_EXPORT(find_ends);

void csv_index(std::string_view text, char separator, CsvIndex& index) {
  HWY_DYNAMIC_DISPATCH(find_ends)(text, separator, index);
}

}  // namespace gov_report
#endif
