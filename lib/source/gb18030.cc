#include "source/gb18030.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace gov_report {

namespace {

const iconv_t kNone = reinterpret_cast<iconv_t>(-1);
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kWord = 8;

iconv_t open_system_converter() {
  const iconv_t handle = iconv_open("UTF-8", "GB18030");
  if (handle == kNone) {
    throw std::system_error(errno, std::generic_category(), "GB18030");
  }
  return handle;
}

enum class Outcome { done, cut, invalid };

/// `bytes` as one character; `room` is what is left of that behind `out`.
Outcome convert_one(iconv_t handle, std::string_view bytes, char* out,
                    std::size_t& room) {
  char* in = const_cast<char*>(bytes.data());  // iconv does not write to it
  std::size_t in_left = bytes.size();
  const bool done =
      iconv(handle, &in, &in_left, &out, &room) != static_cast<std::size_t>(-1);
  if (done) return Outcome::done;
  const bool cut = errno == EINVAL;
  iconv(handle, nullptr, nullptr, nullptr, nullptr);  // forget the rest
  return cut ? Outcome::cut : Outcome::invalid;
}

/// One character of two bytes, as small as can be: the table is used at random.
struct Pair {
  char utf8[3] = {};
  std::uint8_t size : 4 = 0;  ///< of its UTF-8; 0: not in the table
  std::uint8_t kind : 4 = 0;  ///< in kKinds
};

/// What a pair may add to the shares.
constexpr auto kKinds = [] {
  std::array<PackedShares, 8> kinds;
  for (unsigned kind = 0; kind < kinds.size(); ++kind) {
    kinds[kind] = {true, (kind & 1U) != 0, (kind & 2U) != 0, (kind & 4U) != 0};
  }
  return kinds;
}();

/// All that the system's converter makes one character of.
class PairTable {
 public:
  PairTable() : pairs_(std::size_t{1} << 15U) {
    const iconv_t handle = open_system_converter();
    for (int lead = 0x81; lead <= 0xFE; ++lead) {
      for (int trail = 0x40; trail <= 0xFE; ++trail) {
        const char bytes[] = {static_cast<char>(lead),
                              static_cast<char>(trail)};
        pairs_[place_of(bytes)] = pair_of(handle, {bytes, sizeof bytes});
      }
    }
    iconv_close(handle);
  }

  /// REQUIRES: the first of the two bytes is not ASCII.
  const Pair& operator[](const char* bytes) const {
    return pairs_[place_of(bytes)];
  }

 private:
  static std::size_t place_of(const char* bytes) {
    const auto byte = [&](std::size_t at) {
      return std::size_t{static_cast<unsigned char>(bytes[at])};
    };
    return (byte(0) & 0x7FU) << 8U | byte(1);
  }

  static Pair pair_of(iconv_t handle, std::string_view bytes) {
    char utf8[kWord];
    std::size_t room = sizeof utf8;
    const Outcome outcome = convert_one(handle, bytes, utf8, room);
    const std::size_t size = sizeof utf8 - room;
    Pair pair;
    if (outcome != Outcome::done || size > sizeof pair.utf8) return pair;
    std::memcpy(pair.utf8, utf8, size);
    pair.size = size & 0xFU;
    const PackedShares shares = shares_of_pair(bytes.data());
    pair.kind = (std::ranges::find(kKinds, shares) - kKinds.begin()) & 0xF;
    return pair;
  }

  std::vector<Pair> pairs_;
};

const PairTable& pair_table() {
  static const PairTable kTable;
  return kTable;
}

/// ASCII characters at the start of eight bytes.
std::size_t ascii_at_start(const char* bytes) {
  if constexpr (std::endian::native == std::endian::little) {
    std::uint64_t word;
    std::memcpy(&word, bytes, sizeof word);
    word &= 0x8080808080808080ULL;
    return static_cast<std::size_t>(std::countr_zero(word)) / 8;
  }
  std::size_t count = 0;
  while (count < kWord && static_cast<unsigned char>(bytes[count]) < 0x80) {
    ++count;
  }
  return count;
}

/// Most bytes that UTF-8 takes for so many, and what is written behind them.
/// No character of GB18030 grows by more than half.
std::size_t room_for(std::size_t bytes) {
  return bytes + bytes / 2 + 2 * kWord;
}

/// A conversion on its way.
template <typename Bytes>
class Conversion {
 public:
  Conversion(iconv_t handle, std::string_view bytes,
             std::span<std::uint32_t> places, Bytes& out, std::size_t used)
      : handle_(handle),
        bytes_(bytes),
        places_(places),
        out_(out),
        used_(used) {}

  /// Bytes taken.
  std::size_t run() {
    make_room();
    while (at_ < bytes_.size()) {
      by_table();
      if (at_ < bytes_.size() && !by_system()) break;
    }
    return at_;
  }
  std::size_t used() const { return used_; }
  const Gb18030Shares& shares() const { return shares_; }
  bool valid() const { return valid_; }

 private:
  void make_room() {
    const std::size_t room = used_ + room_for(bytes_.size() - at_);
    if (out_.size() < room) out_.resize(room);
  }

  /// Up to the first character that the table does not have.
  void by_table() {
    const PairTable& table = pair_table();
    const char* in = bytes_.data() + at_;
    const char* const end = bytes_.data() + bytes_.size();
    char* out = out_.data() + used_;
    PackedShares sum;
    const auto full = [&] { return sum.pairs() == PackedShares::kMost; };
    for (;;) {
      const char* const ascii = in;
      if (static_cast<std::size_t>(end - in) >= kWord) {
        std::memcpy(out, in, kWord);
        in += ascii_at_start(in);
      } else {
        for (; in != end && static_cast<unsigned char>(*in) < 0x80; ++in) {
          out[in - ascii] = *in;
        }
      }
      note_places(ascii, in, out);
      out += in - ascii;
      if (in - ascii == kWord) continue;
      while (end - in >= 2 && static_cast<unsigned char>(*in) >= 0x80) {
        const Pair& pair = table[in];
        if (pair.size == 0 || full()) break;
        std::memcpy(out, &pair, sizeof pair);  // one more, to be written over
        out += pair.size;
        sum += kKinds[pair.kind];
        in += 2;
      }
      if (full()) {
        shares_ += sum.shares();
        sum = PackedShares();
        continue;
      }
      const bool on = in != end && static_cast<unsigned char>(*in) < 0x80;
      if (!on) break;
    }
    shares_ += sum.shares();
    at_ = static_cast<std::size_t>(in - bytes_.data());
    used_ = static_cast<std::size_t>(out - out_.data());
  }

  void note_places(const char* from, const char* to, const char* out) {
    while (noted_ < places_.size() && bytes_.data() + places_[noted_] < to) {
      const char* const place = bytes_.data() + places_[noted_];
      places_[noted_++] =
          static_cast<std::uint32_t>(out + (place - from) - out_.data());
    }
  }

  /// One character, or a byte that begins none; false if it is cut off.
  bool by_system() {
    for (std::size_t size = 1; size <= bytes_.size() - at_; ++size) {
      std::size_t room = kWord;
      const Outcome outcome = convert_one(handle_, bytes_.substr(at_, size),
                                          out_.data() + used_, room);
      if (outcome == Outcome::cut) continue;
      if (outcome == Outcome::done) {
        if (size == 2) shares_ += shares_of_pair(bytes_.data() + at_).shares();
        at_ += size;
        used_ += kWord - room;
      } else {
        valid_ = false;
        ++at_;
        used_ += kReplacement.copy(out_.data() + used_, kReplacement.size());
        make_room();
      }
      return true;
    }
    return false;
  }

  iconv_t handle_;
  std::string_view bytes_;
  std::span<std::uint32_t> places_;
  Bytes& out_;
  std::size_t used_;
  std::size_t at_ = 0;
  std::size_t noted_ = 0;  // of places_
  Gb18030Shares shares_;
  bool valid_ = true;
};

}  // namespace

Gb18030Converter::Gb18030Converter() : handle_(open_system_converter()) {}

Gb18030Converter::~Gb18030Converter() {
  iconv_close(handle_);
}

std::size_t Gb18030Converter::convert(std::string_view bytes,
                                      std::string& out) {
  Conversion conversion(handle_, bytes, {}, out, out.size());
  const std::size_t taken = conversion.run();
  out.resize(conversion.used());
  return taken;
}

Gb18030Text Gb18030Converter::convert(std::string_view bytes,
                                      std::span<std::uint32_t> places,
                                      std::vector<char>& out) {
  Conversion conversion(handle_, bytes, places, out, 0);
  const bool whole = conversion.run() == bytes.size();
  return {conversion.used(), conversion.shares(), conversion.valid() && whole};
}

bool Gb18030Converter::has(std::string_view bytes) {
  char out[kWord];
  std::size_t room = sizeof out;
  return convert_one(handle_, bytes, out, room) == Outcome::done;
}

}  // namespace gov_report
