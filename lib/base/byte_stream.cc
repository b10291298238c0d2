#include "base/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/descriptor.h"

namespace gov_report {
namespace {

class FileStream : public ByteStream {
 public:
  FileStream(std::filesystem::path path, Descriptor file)
      : path_(std::move(path)), file_(std::move(file)) {}

  std::size_t read(char* into, std::size_t size) override {
    for (;;) {
      const ssize_t got = ::read(file_.get(), into, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) throw_errno(path_);
    }
  }

 private:
  std::filesystem::path path_;
  Descriptor file_;
};

class MemoryStream : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(char* into, std::size_t size) override {
    const std::size_t got = bytes_.copy(into, size, at_);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteStream> open_file(const std::filesystem::path& path,
                                      std::uint64_t offset) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) throw_errno(path);
  struct stat status = {};
  if (::fstat(file.get(), &status) != 0) throw_errno(path);
  if (S_ISDIR(status.st_mode)) throw_error(EISDIR, path);
  // A pipe without a writer would never end.
  if (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode)) {
    throw_error(EINVAL, path);
  }
  const auto place = static_cast<off_t>(offset);
  if (offset > 0 && ::lseek(file.get(), place, SEEK_SET) != place) {
    throw_errno(path);
  }
  return std::make_unique<FileStream>(path, std::move(file));
}

std::unique_ptr<ByteStream> open_memory(std::string bytes) {
  return std::make_unique<MemoryStream>(std::move(bytes));
}

std::string read_file(const std::filesystem::path& path, std::size_t limit) {
  constexpr std::size_t kPiece = 64 * 1024;
  const auto stream = open_file(path);
  // As long as the file seems to be, and a byte more to meet its end.
  std::error_code unknown;
  const auto length = std::filesystem::file_size(path, unknown);
  std::string bytes;
  if (!unknown && length < limit) bytes.resize(length + 1);
  std::size_t size = 0;
  for (;;) {
    if (bytes.size() == size) bytes.resize(std::max(size + kPiece, 2 * size));
    const std::size_t got =
        stream->read(bytes.data() + size, bytes.size() - size);
    if (got == 0) break;
    size += got;
    if (size > limit) throw_error(EFBIG, path);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace gov_report
