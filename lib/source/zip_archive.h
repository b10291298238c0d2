// zip_archive.h - the parts of a zip file, for office files (libzip).
//
//   limits  a part expands to at most kZipPartLimit bytes and an archive to
//           kZipTotalLimit, whatever its directory says

#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace gov_report {

inline constexpr std::size_t kZipFileLimit = 64 << 20;
inline constexpr std::size_t kZipPartLimit = 64 << 20;
inline constexpr std::size_t kZipTotalLimit = 128 << 20;

struct ZipError {
  enum class Kind { none, not_a_zip, no_part, too_large, damaged };
  Kind kind = Kind::none;
  std::string detail;  ///< the part, or the library's words
};

class ZipArchive {
 public:
  ZipArchive();
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// False, and `error` filled, if it cannot be opened.
  bool open(const std::filesystem::path& path, ZipError& error);

  /// REQUIRES: open() was true.
  std::optional<std::string> read(const std::string& part, ZipError& error);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::size_t expanded_ = 0;
};

}  // namespace gov_report
