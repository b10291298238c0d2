#include "base/standard_input.h"

#include <unistd.h>

#include <array>
#include <cerrno>

#include "base/descriptor.h"

namespace gov_report {

std::string read_standard_input(std::size_t limit) {
  std::string bytes;
  std::array<char, 64 << 10> piece{};
  for (;;) {
    const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (got == 0) return bytes;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_errno("-");
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    if (bytes.size() > limit) throw_error(EFBIG, "-");
  }
}

}  // namespace gov_report
