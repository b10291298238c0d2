#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "source/csv_index.cc"
#include <hwy/foreach_target.h>
// Highway reads this file once for each kind of machine.
#include <hwy/highway.h>

#include <bit>

#include "source/csv_index.h"

HWY_BEFORE_NAMESPACE();
namespace gov_report {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kBlock = 64;

/// The bytes of a block, to be asked for one of them: a bit for each place, the
/// lowest for the first.
class Block {
 public:
  explicit Block(const char* bytes)
      : bytes_(reinterpret_cast<const std::uint8_t*>(bytes)) {}

  HWY_INLINE std::uint64_t places_of(char wanted) const {
    const hn::CappedTag<std::uint8_t, kBlock> d;
    constexpr std::size_t kLanes = hn::MaxLanes(d);
    const auto byte = hn::Set(d, static_cast<std::uint8_t>(wanted));
    std::uint64_t places = 0;
    for (std::size_t at = 0; at < kBlock; at += kLanes) {
      std::uint8_t bits[kBlock / 8] = {};
      hn::StoreMaskBits(d, hn::Eq(hn::LoadU(d, bytes_ + at), byte), bits);
      std::uint64_t word = 0;
      hwy::CopyBytes<(kLanes + 7) / 8>(bits, &word);
      places |= word << at;
    }
    return places;
  }

 private:
  const std::uint8_t* bytes_;
};

// Of one block.
struct Marks {
  std::uint64_t quote = 0;
  std::uint64_t separator = 0;
  std::uint64_t line_end = 0;
  std::uint64_t zero = 0;

  void cut(std::uint64_t kept) {
    quote &= kept;
    separator &= kept;
    line_end &= kept;
    zero &= kept;
  }
};

/// Each bit becomes the parity of those up to and with it.
std::uint64_t parities(std::uint64_t bits) {
  for (unsigned step = 1; step < 64; step *= 2) bits ^= bits << step;
  return bits;
}

/// Finds out what stands within quotes, and where quotes stand oddly.
class Quotes {
 public:
  /// What of the block is within quotes; `bad` are its faults.
  std::uint64_t within(const Block& block, const Marks& marks,
                       std::uint64_t& bad) {
    bad = marks.zero;
    std::uint64_t within = 0;
    const std::uint64_t between = marks.separator | marks.line_end;
    if ((marks.quote | within_ | after_close_ | after_cr_) != 0) {
      const std::uint64_t carriage_return = block.places_of('\r');
      within = parities(marks.quote) ^ within_;
      within_ = (within >> 63U) != 0 ? ~std::uint64_t{0} : 0;
      const std::uint64_t opening = marks.quote & within;
      const std::uint64_t closing = marks.quote & ~within;
      const std::uint64_t behind = closing << 1U | after_close_;
      const std::uint64_t behind_cr =
          (behind & carriage_return) << 1U | after_cr_;
      bad |= opening & ~(between << 1U | marks.quote << 1U | after_end_);
      bad |= behind & ~(between | marks.quote | carriage_return);
      bad |= behind_cr & ~marks.line_end;
      after_close_ = closing >> 63U;
      after_cr_ = (behind & carriage_return) >> 63U;
    }
    after_end_ = (between | marks.quote) >> 63U;
    return within;
  }

 private:
  // Of the byte before the block, as bit 0; `within_` as all bits.
  std::uint64_t within_ = 0;
  std::uint64_t after_close_ = 0;
  std::uint64_t after_cr_ = 0;
  std::uint64_t after_end_ = 1;
};

/// The first so many bits up to and with the lowest of `bits`.
std::uint64_t up_to_first(std::uint64_t bits) {
  return bits ^ (bits - 1);
}

/// Puts the places of ends and records into an index.
class IndexWriter {
 public:
  explicit IndexWriter(CsvIndex& index) : index_(index) {}

  /// All are bits of the block at `at`; ends of records are ends too.
  void add(std::size_t at, std::uint64_t ends, std::uint64_t record_ends,
           std::uint64_t quotes) {
    make_room();
    for (; record_ends != 0; record_ends &= record_ends - 1) {
      const std::uint64_t own = up_to_first(record_ends);
      const std::size_t rank = found_ + hwy::PopCount(ends & own);
      const bool quoted = quoted_ || (quotes & own) != 0;
      index_.records[records_++] = {
          static_cast<std::uint32_t>(rank),
          quoted ? CsvIndex::Look::quoted : CsvIndex::Look::plain};
      quotes &= ~own;
      quoted_ = false;
    }
    quoted_ = quoted_ || quotes != 0;
    put_down(static_cast<std::uint32_t>(at), ends);
  }

  void finish() {
    index_.ends.resize(found_);
    index_.records.resize(records_);
  }

 private:
  void make_room() {
    if (found_ + kBlock > index_.ends.size()) {
      index_.ends.resize(2 * index_.ends.size() + kBlock);
    }
    if (records_ + kBlock > index_.records.size()) {
      index_.records.resize(2 * index_.records.size() + kBlock);
    }
  }

  /// A few at a time, more than there are: a loop that stops at the last one
  /// would be guessed wrong by the processor for nearly every block.
  void put_down(std::uint32_t at, std::uint64_t ends) {
    std::uint32_t* out = index_.ends.data() + found_;
    found_ += hwy::PopCount(ends);
    while (ends != 0) {
      for (int i = 0; i < 2; ++i, out += 4) {
        out[0] = next(at, ends);
        out[1] = next(at, ends);
        out[2] = next(at, ends);
        out[3] = next(at, ends);
      }
    }
  }

  static std::uint32_t next(std::uint32_t at, std::uint64_t& bits) {
    const auto place = static_cast<std::uint32_t>(std::countr_zero(bits));
    bits &= bits - 1;
    return at + place;
  }

  CsvIndex& index_;
  std::size_t found_ = 0;
  std::size_t records_ = 0;
  bool quoted_ = false;  // the record that has begun
};

void find_ends(std::string_view text, char separator, CsvIndex& index) {
  Quotes quotes;
  IndexWriter writer(index);
  index.fault = text.size();
  index.lines = 0;
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    const Block block(text.data() + at);
    Marks marks{block.places_of('"'), block.places_of(separator),
                block.places_of('\n'), block.places_of('\0')};
    const std::size_t left = text.size() - at;
    const std::uint64_t kept =
        left < kBlock ? (std::uint64_t{1} << left) - 1 : ~std::uint64_t{0};
    marks.cut(kept);
    std::uint64_t bad = 0;
    const std::uint64_t outside = ~quotes.within(block, marks, bad);
    index.lines += hwy::PopCount(marks.line_end);
    writer.add(at, (marks.separator | marks.line_end) & outside,
               marks.line_end & outside, marks.quote);
    bad &= kept;
    if (bad != 0) {
      index.fault = at + hwy::Num0BitsBelowLS1Bit_Nonzero64(bad);
      break;
    }
  }
  writer.finish();
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
