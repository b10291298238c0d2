#include "source/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <system_error>

namespace gov_report {

struct ZipArchive::Handle {
  zip_t* archive = nullptr;
  ~Handle() {
    if (archive != nullptr) zip_discard(archive);
  }
};

ZipArchive::ZipArchive() : handle_(std::make_unique<Handle>()) {}
ZipArchive::~ZipArchive() = default;

bool ZipArchive::open(const std::filesystem::path& path, ZipError& error) {
  std::error_code fault;
  const auto size = std::filesystem::file_size(path, fault);
  if (!fault && size > kZipFileLimit) {
    error = {ZipError::Kind::too_large, path.filename().string()};
    return false;
  }
  int code = 0;
  handle_->archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
  if (handle_->archive != nullptr) return true;
  zip_error_t words;
  zip_error_init_with_code(&words, code);
  error = {ZipError::Kind::not_a_zip, zip_error_strerror(&words)};
  zip_error_fini(&words);
  return false;
}

std::optional<std::string> ZipArchive::read(const std::string& part,
                                            ZipError& error) {
  zip_file_t* file = zip_fopen(handle_->archive, part.c_str(), 0);
  if (file == nullptr) {
    const bool absent = zip_name_locate(handle_->archive, part.c_str(), 0) < 0;
    error = {absent ? ZipError::Kind::no_part : ZipError::Kind::damaged, part};
    return std::nullopt;
  }
  std::string bytes;
  std::array<char, 1 << 16> piece;
  zip_int64_t got = 0;
  const std::size_t room = std::min(kZipPartLimit, kZipTotalLimit - expanded_);
  while ((got = zip_fread(file, piece.data(), piece.size())) > 0) {
    bytes.append(piece.data(), static_cast<std::size_t>(got));
    if (bytes.size() > room) break;
  }
  zip_fclose(file);
  if (bytes.size() > room) {
    error = {ZipError::Kind::too_large, part};
    return std::nullopt;
  }
  if (got < 0) {
    error = {ZipError::Kind::damaged, part};
    return std::nullopt;
  }
  expanded_ += bytes.size();
  return bytes;
}

}  // namespace gov_report
