#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "source/csv_index.cc"
#include <hwy/foreach_target.h>
// Highway reads this file once for each kind of machine.
#include <hwy/highway.h>

#include <bit>
#include <cassert>
#include <limits>

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
    const std::size_t lanes = hn::Lanes(d);
    const auto byte = hn::Set(d, static_cast<std::uint8_t>(wanted));
    std::uint64_t places = 0;
    for (std::size_t at = 0; at < kBlock; at += lanes) {
      std::uint8_t bits[kBlock / 8] = {};
      hn::StoreMaskBits(d, hn::Eq(hn::LoadU(d, bytes_ + at), byte), bits);
      std::uint64_t word = 0;
      hwy::CopyBytes<sizeof word>(bits, &word);
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
};

// Of one block.
struct Within {
  std::uint64_t quotes = 0;  ///< what is within quotes
  std::uint64_t nested = 0;  ///< quotes and line ends there
  std::uint64_t bad = 0;     ///< faults
};

/// Each bit becomes the parity of those up to and with it.
std::uint64_t parities(std::uint64_t bits) {
  bits ^= bits << 1U;
  bits ^= bits << 2U;
  bits ^= bits << 4U;
  bits ^= bits << 8U;
  bits ^= bits << 16U;
  return bits ^ bits << 32U;
}

/// Finds out what stands within quotes, and where quotes stand oddly.
class Quotes {
 public:
  /// Whether a block without quotes needs a look all the same.
  bool open() const { return (within_ | after_close_ | after_cr_) != 0; }

  /// Not called for blocks without quotes that nothing is open before.
  /// `after_end`: a separator or a line end stands before the block.
  HWY_NOINLINE Within look(Block block, Marks marks, bool after_end) {
    const std::uint64_t between = marks.separator | marks.line_end;
    const std::uint64_t carriage_return = block.places_of('\r');
    const std::uint64_t within = parities(marks.quote) ^ within_;
    const std::uint64_t opening = marks.quote & within;
    const std::uint64_t closing = marks.quote & ~within;
    const std::uint64_t behind = closing << 1U | after_close_;
    const std::uint64_t cr = behind & carriage_return;
    const std::uint64_t may_open =
        (between | marks.quote) << 1U | after_quote_ | (after_end ? 1U : 0U);
    Within found;
    found.quotes = within;
    found.nested = (behind & marks.quote) | (within & marks.line_end);
    found.bad = opening & ~may_open;
    found.bad |= behind & ~(between | marks.quote | carriage_return);
    found.bad |= (cr << 1U | after_cr_) & ~marks.line_end;
    within_ = (within >> 63U) != 0 ? ~std::uint64_t{0} : 0;
    after_close_ = closing >> 63U;
    after_cr_ = cr >> 63U;
    after_quote_ = marks.quote >> 63U;
    return found;
  }

 private:
  // Of the byte before the block, as bit 0; `within_` as all bits. A quote
  // leaves the block behind it open, so no block is passed over after one.
  std::uint64_t within_ = 0;
  std::uint64_t after_close_ = 0;
  std::uint64_t after_cr_ = 0;
  std::uint64_t after_quote_ = 0;
};

/// The first so many bits up to and with the lowest of `bits`; all if there is
/// none.
std::uint64_t up_to_first(std::uint64_t bits) {
  return bits ^ (bits - 1);
}

/// Puts the places of ends and records into an index.
class IndexWriter {
 public:
  explicit IndexWriter(CsvIndex& index) : index_(index) {}

  /// All are bits of the block at `at`; ends of records are ends too.
  HWY_INLINE void add(std::size_t at, std::uint64_t ends,
                      std::uint64_t record_ends, std::uint64_t nested) {
    make_room();
    // Whether a block ends a record is hard to guess, so the first end is
    // written anyway.
    records_ += put_record(ends, record_ends, nested);
    record_ends &= record_ends - (record_ends != 0 ? 1 : 0);
    while (record_ends != 0) {
      records_ += put_record(ends, record_ends, nested);
      record_ends &= record_ends - 1;
    }
    nested_ |= nested;
    put_down(static_cast<std::uint32_t>(at), ends);
  }

  void finish() {
    index_.ends.resize(found_);
    index_.records.resize(records_);
  }

 private:
  HWY_INLINE void make_room() {
    if (found_ + kBlock > ends_room_ || records_ + kBlock > records_room_) {
      grow();
    }
  }

  void grow() {
    if (found_ + kBlock > index_.ends.size()) {
      index_.ends.resize(2 * index_.ends.size() + kBlock);
    }
    if (records_ + kBlock > index_.records.size()) {
      index_.records.resize(2 * index_.records.size() + kBlock);
    }
    ends_room_ = index_.ends.size();
    records_room_ = index_.records.size();
    ends_out_ = index_.ends.data();
    records_out_ = index_.records.data();
  }

  /// The record that the lowest of `record_ends` ends, and 1; 0 if there is
  /// none. Takes the marks of it from `nested`.
  HWY_INLINE std::size_t put_record(std::uint64_t ends,
                                    std::uint64_t record_ends,
                                    std::uint64_t& nested) {
    const std::uint64_t own = up_to_first(record_ends);
    const std::size_t rank = found_ + hwy::PopCount(ends & own);
    const std::uint64_t marks = nested_ | (nested & own);
    records_out_[records_] = {
        static_cast<std::uint32_t>(rank),
        marks != 0 ? CsvIndex::Look::nested : CsvIndex::Look::plain};
    nested_ = record_ends != 0 ? 0 : marks;
    nested &= ~own;
    return record_ends != 0 ? 1 : 0;
  }

  /// A few at a time, more than there are: a loop that stops at the last one
  /// would be guessed wrong by the processor for nearly every block.
  HWY_INLINE void put_down(std::uint32_t at, std::uint64_t ends) {
    std::uint32_t* out = ends_out_ + found_;
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
  std::uint32_t* ends_out_ = nullptr;
  CsvIndex::Record* records_out_ = nullptr;
  std::size_t found_ = 0;
  std::size_t records_ = 0;
  std::size_t ends_room_ = 0;
  std::size_t records_room_ = 0;
  std::uint64_t nested_ = 0;  // not 0: the record that has begun is
};

class Indexer {
 public:
  /// `quotes` are apart, so that all else can stay in registers.
  Indexer(char separator, Quotes& quotes, CsvIndex& index)
      : separator_(separator), quotes_(quotes), writer_(index) {}

  /// The faults of the block at `at`, of which `kept` belong to the text.
  HWY_INLINE std::uint64_t add(const Block& block, std::size_t at,
                               std::uint64_t kept) {
    const Marks marks{block.places_of('"') & kept,
                      block.places_of(separator_) & kept,
                      block.places_of('\n') & kept};
    Within within;
    if (HWY_UNLIKELY(marks.quote != 0 || quotes_open_)) {
      within = quotes_.look(block, marks, after_end_);
      quotes_open_ = quotes_.open();
    }
    const std::uint64_t between = marks.separator | marks.line_end;
    after_end_ = between >> 63U != 0;
    lines_ += hwy::PopCount(marks.line_end);
    writer_.add(at, between & ~within.quotes, marks.line_end & ~within.quotes,
                within.nested);
    return (within.bad | block.places_of('\0')) & kept;
  }

  std::uint64_t lines() const { return lines_; }
  void finish() { writer_.finish(); }

 private:
  char separator_;
  Quotes& quotes_;
  bool quotes_open_ = false;
  bool after_end_ = true;  // the byte before the block
  std::uint64_t lines_ = 0;
  IndexWriter writer_;
};

void find_ends(std::string_view text, char separator, CsvIndex& index) {
  Quotes quotes;
  Indexer indexer(separator, quotes, index);
  std::uint64_t bad = 0;
  std::size_t at = 0;
  for (; at + kBlock <= text.size() && bad == 0; at += kBlock) {
    bad = indexer.add(Block(text.data() + at), at, ~std::uint64_t{0});
  }
  if (bad == 0 && at < text.size()) {
    const std::uint64_t kept = (std::uint64_t{1} << (text.size() - at)) - 1;
    bad = indexer.add(Block(text.data() + at), at, kept);
    at += kBlock;
  }
  indexer.finish();
  index.lines = indexer.lines();
  index.fault = bad == 0
                    ? text.size()
                    : at - kBlock + hwy::Num0BitsBelowLS1Bit_Nonzero64(bad);
}

}  // namespace HWY_NAMESPACE
}  // namespace gov_report
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace gov_report {

HWY_EXPORT(find_ends);

void csv_index(std::string_view text, char separator, CsvIndex& index) {
  assert(text.size() <= std::numeric_limits<std::uint32_t>::max());
  HWY_DYNAMIC_DISPATCH(find_ends)(text, separator, index);
}

}  // namespace gov_report
#endif
