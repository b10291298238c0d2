#include <algorithm>
#include <stdexcept>
#include <string>

#include "base/text.h"
#include "fuzz/properties.h"
#include "source/encoding_check.h"

namespace gov_report::test {
namespace {

bool holds_by_lines(std::string_view bytes, Encoding encoding, bool told) {
  EncodingCheck whole(encoding, told);
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    EncodingCheck line(encoding, told);
    line.feed(bytes.substr(0, end));
    whole.absorb(line);
    bytes.remove_prefix(end);
  }
  return whole.holds();
}

/// What the pieces take for told is told by the whole file too.
void told_is_consistent(std::string_view bytes, Encoding encoding) {
  const bool told =
      guess_encoding(*open_memory(std::string(bytes)), encoding).has_value() &&
      holds_by_lines(bytes, encoding, true);
  DecodingError error;
  if (told &&
      !is_in_encoding(*open_memory(std::string(bytes)), encoding, error)) {
    throw std::logic_error("told piece by piece, but not in all");
  }
}

}  // namespace

void encoding_is_consistent(std::string_view bytes) {
  told_is_consistent(bytes, Encoding::utf8);
  told_is_consistent(bytes, Encoding::gb18030);
  DecodingError error;
  const auto memory = open_memory(std::string(bytes));
  const auto encoding = detect_encoding(*memory, error);
  if (!encoding) return;
  const bool by_pieces =
      *encoding == Encoding::utf8 || *encoding == Encoding::gb18030;
  if (!by_pieces) return;
  if (!holds_by_lines(bytes, *encoding, false)) {
    throw std::logic_error("piece by piece it is not");
  }
  const auto utf8 = decoded(open_memory(std::string(bytes)), *encoding);
  std::string text(bytes.size() * 2 + 16, '\0');
  std::size_t size = 0;
  while (const std::size_t got =
             utf8->read(text.data() + size, text.size() - size)) {
    size += got;
  }
  text.resize(size);
  if (first_invalid_utf8(text)) throw std::logic_error("decoded to no UTF-8");
}

}  // namespace gov_report::test
