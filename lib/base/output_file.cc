#include "base/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kFileMode = 0644;  // less what the user's umask takes
constexpr std::size_t kBuffer = 64 << 10;

/// A link stands for what it points at, which is replaced.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  return error ? path : real;
}

Descriptor open_new(fs::path& path) {
  const std::string prefix = (path.parent_path() / ".").string() +
                             path.filename().string() + ".new-" +
                             std::to_string(getpid());
  for (int attempt = 0;; ++attempt) {
    path = prefix + std::to_string(attempt);
    Descriptor file(::open(path.c_str(),
                           O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFileMode));
    if (file.is_open() || errno != EEXIST) return file;
  }
}

}  // namespace

OutputFile::OutputFile(fs::path target)
    : shown_(std::move(target)), target_(resolved(shown_)), path_(target_) {
  std::error_code error;
  const fs::file_status status = fs::status(target_, error);
  if (fs::is_directory(status) || !target_.has_filename()) {
    throw_error(EISDIR, shown_);
  }
  direct_ = fs::exists(status) && !fs::is_regular_file(status);
  file_ = direct_ ? Descriptor(::open(path_.c_str(), O_WRONLY | O_CLOEXEC))
                  : open_new(path_);
  if (!file_.is_open()) throw_errno(shown_);
  if (!direct_) unfinished_.add(path_);
}

OutputFile::~OutputFile() {
  if (!committed_ && !direct_) ::unlink(path_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) pass_on();
}

void OutputFile::pass_on() {
  write_all(file_, buffer_, shown_);
  buffer_.clear();
}

void OutputFile::commit() {
  pass_on();
  if (::close(file_.release()) != 0) throw_errno(shown_);
  if (!direct_) {
    flush(path_, false, shown_);
    const NoInterruption whole;
    if (std::rename(path_.c_str(), target_.c_str()) != 0) throw_errno(shown_);
  }
  committed_ = true;
  unfinished_.clear();
  const fs::path parent = target_.parent_path();
  if (!direct_) flush(parent.empty() ? "." : parent, true, shown_);
}

void write_output_file(const fs::path& target, std::string_view bytes) {
  OutputFile file(target);
  file.write(bytes);
  file.commit();
}

}  // namespace gov_report
