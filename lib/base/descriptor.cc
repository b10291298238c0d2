#include "base/descriptor.h"

#include <fcntl.h>
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

void write_all(const Descriptor& file, std::string_view bytes,
               const std::filesystem::path& shown) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
    if (n >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno != EINTR) {
      throw_errno(shown);
    }
  }
}

void flush(const std::filesystem::path& path, bool is_folder,
           const std::filesystem::path& shown) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.is_open()) {
    if (errno == EACCES) return;  // a kept file of somebody else
    throw_errno(shown);
  }
  if (::fsync(file.get()) == 0) return;
  // Some network file systems do not flush folders.
  if (!is_folder || (errno != EINVAL && errno != ENOTSUP)) throw_errno(shown);
}

}  // namespace gov_report
