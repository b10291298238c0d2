#include "base/descriptor.h"

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace gov_report {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    number_ = other.release();
  }
  return *this;
}

int Descriptor::release() {
  return std::exchange(number_, -1);
}

void Descriptor::close() {
  if (number_ >= 0) ::close(release());
}

void throw_error(int code, const std::filesystem::path& path) {
  throw std::system_error(code, std::generic_category(), path.string());
}

void throw_errno(const std::filesystem::path& path) {
  throw_error(errno, path);
}

}  // namespace gov_report
