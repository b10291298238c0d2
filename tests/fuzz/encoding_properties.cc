#include <algorithm>
#include <stdexcept>
#include <string>

#include "base/text.h"
#include "fuzz/properties.h"
#include "source/encoding_check.h"

namespace gov_report::test {

void encoding_is_consistent(std::string_view bytes) {
  DecodingError error;
  const auto memory = open_memory(std::string(bytes));
  const auto encoding = detect_encoding(*memory, error);
  if (!encoding) return;
  const bool by_pieces =
      *encoding == Encoding::utf8 || *encoding == Encoding::gb18030;
  if (!by_pieces) return;
  EncodingCheck whole(*encoding);
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
    EncodingCheck line(*encoding);
    line.feed(rest.substr(0, end));
    whole.absorb(line);
    rest.remove_prefix(end);
  }
  if (!whole.holds()) throw std::logic_error("piece by piece it is not");
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
