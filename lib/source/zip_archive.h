// zip_archive.h - the parts of a zip file, for office files (libzip).
//
//   limits  what read() expands is at most kZipPartLimit bytes of a part and
//           kZipTotalLimit of an archive, whatever its directory says; what is
//           streamed is bounded by the caller, and by kZipRatio

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
/// A part may not be more than this many times its compressed size once it is
/// larger than kZipSmall. Sheets of blank formatted cells reach about 60.
inline constexpr std::size_t kZipRatio = 300;
inline constexpr std::size_t kZipSmall = 16 << 20;

struct ZipError {
  enum class Kind { none, not_a_zip, no_part, too_large, damaged, encrypted };
  Kind kind = Kind::none;
  std::string detail;  ///< the part, or the library's words
};

/// A part as it is expanded, from its start. Ends before its archive does.
class ZipPart {
 public:
  struct Handle;
  ZipPart(std::unique_ptr<Handle> handle, std::string name, std::size_t limit);
  ~ZipPart();

  /// Fills up to `size` bytes; 0 at the end, and after an error.
  std::size_t read(char* into, std::size_t size, ZipError& error);

 private:
  std::unique_ptr<Handle> handle_;
  std::string name_;
  std::size_t limit_;
  std::size_t expanded_ = 0;
};

class ZipArchive {
 public:
  ZipArchive();
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  /// False, and `error` filled, if it cannot be opened.
  bool open(const std::filesystem::path& path, ZipError& error,
            std::size_t limit = kZipFileLimit);
  /// The same of a file that is in memory.
  bool open_bytes(std::string bytes, ZipError& error);

  /// Whether there is a part of that name, in small or capital letters.
  /// REQUIRES: one of the open functions was true; so of the next two.
  bool has(const std::string& part) const;
  /// A part of at most `limit` bytes, to be read piece by piece; nullptr after
  /// an error.
  std::unique_ptr<ZipPart> stream(const std::string& part, std::size_t limit,
                                  ZipError& error);

  /// The whole part.
  std::optional<std::string> read(const std::string& part, ZipError& error);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::size_t expanded_ = 0;
};

}  // namespace gov_report
