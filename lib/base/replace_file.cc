#include "base/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/descriptor.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kMode = 0644;  // less what the user's umask takes

void write_all(const Descriptor& file, std::string_view bytes,
               const fs::path& shown) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
    if (n >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno != EINTR) {
      throw_errno(shown);
    }
  }
  if (::fsync(file.get()) != 0) throw_errno(shown);
}

}  // namespace

void replace_file(const fs::path& target, std::string_view bytes) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(target, error);
  if (error) throw_error(error.value(), target);
  if (fs::is_directory(real)) throw_error(EISDIR, target);
  fs::create_directories(real.parent_path(), error);
  if (error) throw_error(error.value(), target);
  const fs::path fresh =
      real.parent_path() /
      ("." + real.filename().string() + ".new-" + std::to_string(::getpid()));
  Descriptor file(
      ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode));
  if (!file.is_open()) throw_errno(target);
  try {
    write_all(file, bytes, target);
    file.close();
    if (::rename(fresh.c_str(), real.c_str()) != 0) throw_errno(target);
  } catch (...) {
    ::unlink(fresh.c_str());
    throw;
  }
}

}  // namespace gov_report
