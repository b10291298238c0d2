#include "source/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace gov_report {

namespace {

/// The number of a part, as spelled or else in any letters; -1: absent.
zip_int64_t locate(zip_t* archive, const std::string& part) {
  const zip_int64_t exact = zip_name_locate(archive, part.c_str(), 0);
  if (exact >= 0) return exact;
  return zip_name_locate(archive, part.c_str(), ZIP_FL_NOCASE);
}

}  // namespace

struct ZipArchive::Handle {
  std::string bytes;  // of an archive in memory
  zip_t* archive = nullptr;
  ~Handle() {
    if (archive != nullptr) zip_discard(archive);
  }
};

struct ZipPart::Handle {
  zip_file_t* file = nullptr;
  std::size_t stored = 0;  // bytes in the archive
  ~Handle() {
    if (file != nullptr) zip_fclose(file);
  }
};

ZipPart::ZipPart(std::unique_ptr<Handle> handle, std::string name,
                 std::size_t limit)
    : handle_(std::move(handle)), name_(std::move(name)), limit_(limit) {}
ZipPart::~ZipPart() = default;

std::size_t ZipPart::read(char* into, std::size_t size, ZipError& error) {
  const zip_int64_t got = zip_fread(handle_->file, into, size);
  if (got < 0) {
    error = {ZipError::Kind::damaged, name_};
    return 0;
  }
  expanded_ += static_cast<std::size_t>(got);
  if (expanded_ > limit_ ||
      (expanded_ > kZipSmall && expanded_ / kZipRatio > handle_->stored)) {
    error = {ZipError::Kind::too_large, name_};
    return 0;
  }
  return static_cast<std::size_t>(got);
}

ZipArchive::ZipArchive() : handle_(std::make_unique<Handle>()) {}
ZipArchive::~ZipArchive() = default;

bool ZipArchive::open(const std::filesystem::path& path, ZipError& error,
                      std::size_t limit) {
  std::error_code fault;
  const auto size = std::filesystem::file_size(path, fault);
  if (!fault && size > limit) {
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

bool ZipArchive::open_bytes(std::string bytes, ZipError& error) {
  handle_->bytes = std::move(bytes);
  zip_error_t words;
  zip_error_init(&words);
  zip_source_t* const source = zip_source_buffer_create(
      handle_->bytes.data(), handle_->bytes.size(), 0, &words);
  if (source != nullptr) {
    handle_->archive =
        zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &words);
    if (handle_->archive == nullptr) zip_source_free(source);
  }
  if (handle_->archive == nullptr) {
    error = {ZipError::Kind::not_a_zip, zip_error_strerror(&words)};
  }
  zip_error_fini(&words);
  return handle_->archive != nullptr;
}

bool ZipArchive::has(const std::string& part) const {
  return locate(handle_->archive, part) >= 0;
}

std::unique_ptr<ZipPart> ZipArchive::stream(const std::string& part,
                                            std::size_t limit,
                                            ZipError& error) {
  const zip_int64_t number = locate(handle_->archive, part);
  if (number < 0) {
    error = {ZipError::Kind::no_part, part};
    return nullptr;
  }
  const auto index = static_cast<zip_uint64_t>(number);
  auto handle = std::make_unique<ZipPart::Handle>();
  zip_stat_t about;
  if (zip_stat_index(handle_->archive, index, 0, &about) == 0 &&
      (about.valid & ZIP_STAT_COMP_SIZE) != 0) {
    handle->stored = about.comp_size;
  }
  handle->file = zip_fopen_index(handle_->archive, index, 0);
  if (handle->file == nullptr) {
    const int code = zip_error_code_zip(zip_get_error(handle_->archive));
    const bool locked = code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD;
    error = {locked ? ZipError::Kind::encrypted : ZipError::Kind::damaged,
             part};
    return nullptr;
  }
  return std::make_unique<ZipPart>(std::move(handle), part, limit);
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
