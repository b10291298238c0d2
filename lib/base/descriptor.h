// descriptor.h - an open file of the operating system, closed when it goes.

#pragma once

#include <filesystem>
#include <string_view>

namespace gov_report {

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { close(); }

  int get() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  int release();
  void close();

 private:
  int number_ = -1;
};

// These throw std::system_error with `shown` when the disk does not take it.

void write_all(const Descriptor& file, std::string_view bytes,
               const std::filesystem::path& shown);
/// Has the disk take what was written to a file, or the names in a folder.
void flush(const std::filesystem::path& path, bool is_folder,
           const std::filesystem::path& shown);

/// Throws std::system_error for errno; what() is "path: reason".
[[noreturn]] void throw_errno(const std::filesystem::path& path);
[[noreturn]] void throw_error(int code, const std::filesystem::path& path);

}  // namespace gov_report
