// byte_stream.h - how files are reached. Tests hand in memory instead.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace gov_report {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills up to `size` bytes; 0 only at the end.
  /// errors  std::system_error when the file cannot be read
  virtual std::size_t read(char* into, std::size_t size) = 0;
};

/// The bytes from `offset` on.
/// errors  std::system_error when the file cannot be opened, or is a folder
std::unique_ptr<ByteStream> open_file(const std::filesystem::path& path,
                                      std::uint64_t offset = 0);
std::unique_ptr<ByteStream> open_memory(std::string bytes);

/// errors  std::system_error; also EFBIG when it is longer than `limit`
std::string read_file(const std::filesystem::path& path, std::size_t limit);

}  // namespace gov_report
