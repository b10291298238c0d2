#include "base/output_set.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/folder_swap.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kFileMode = 0644;    // less what the user's umask takes
constexpr mode_t kFolderMode = 0755;  // the same

void check(const std::error_code& error, const fs::path& path) {
  if (error) throw_error(error.value(), path);
}

// The real place of `given`, through links, without a final slash, so that
// the hidden folder stands on the same file system.
fs::path resolved(const fs::path& given) {
  if (given.empty()) throw_error(ENOENT, given);
  std::error_code error;
  fs::path path = fs::absolute(given, error);
  check(error, given);
  path = fs::weakly_canonical(path, error);
  check(error, given);
  if (!path.has_filename()) path = path.parent_path();
  if (!path.has_filename()) throw_error(EBUSY, given);
  const fs::file_status status = fs::symlink_status(path, error);
  if (fs::exists(status) && !fs::is_directory(status)) {
    throw_error(ENOTDIR, given);
  }
  return path;
}

// Locks the folder itself, which leaves no lock file behind.
Descriptor open_folder(const fs::path& folder, const fs::path& shown) {
  Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open()) throw_errno(shown);
  return opened;
}

// False where the file system has no locks.
bool lock(const Descriptor& folder, const fs::path& shown) {
  while (::flock(folder.get(), LOCK_EX) != 0) {
    if (errno == EBADF || errno == EINVAL || errno == ENOLCK ||
        errno == ENOSYS || errno == ENOTSUP) {
      return false;
    }
    if (errno != EINTR) throw_errno(shown);
  }
  return true;
}

std::string staging_prefix(const fs::path& target) {
  return '.' + target.filename().string() + ".new-";
}

// A folder that cannot be written keeps what is in it, so all of ours are made
// writable first. Best effort: links are not followed.
void remove_whole(const fs::path& folder) {
  std::error_code error;
  const auto open_up = [&](const fs::path& path) {
    std::error_code ignored;
    fs::permissions(path, fs::perms::owner_all, fs::perm_options::add, ignored);
  };
  if (!fs::is_directory(fs::symlink_status(folder, error))) return;
  open_up(folder);
  fs::directory_iterator entry(folder, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    remove_whole(entry->path());
  }
  fs::remove_all(folder, error);
}

// What killed runs left. One that cannot be removed does no harm.
void remove_leftovers(const fs::path& target) {
  const std::string prefix = staging_prefix(target);
  std::vector<fs::path> leftovers;
  std::error_code error;
  fs::directory_iterator entry(target.parent_path(), error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with(prefix) && name.size() > prefix.size() &&
        name.find_first_not_of("0123456789", prefix.size()) ==
            std::string::npos) {
      leftovers.push_back(entry->path());
    }
  }
  for (const fs::path& leftover : leftovers) remove_whole(leftover);
}

fs::path make_staging(const fs::path& target, const fs::path& shown) {
  const std::string prefix = staging_prefix(target) + std::to_string(getpid());
  for (int attempt = 0;; ++attempt) {
    fs::path path = target.parent_path() / (prefix + std::to_string(attempt));
    if (::mkdir(path.c_str(), kFolderMode) == 0) return path;
    if (errno != EEXIST) throw_errno(shown);
  }
}

// Everything in `folder`, then the folder.
void flush_all(const fs::path& folder, const fs::path& shown) {
  std::error_code error;
  fs::directory_iterator entry(folder, error);
  check(error, shown);
  while (entry != fs::directory_iterator()) {
    const fs::path name = shown / entry->path().filename();
    const fs::file_status status = entry->symlink_status(error);
    check(error, name);
    if (fs::is_directory(status)) flush_all(entry->path(), name);
    if (fs::is_regular_file(status)) flush(entry->path(), false, name);
    entry.increment(error);
    check(error, shown);
  }
  flush(folder, true, shown);
}

std::error_code link_or_copy(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_hard_link(from, to, error);
  if (!error || error.value() == EEXIST) return error;
  if (fs::is_symlink(fs::symlink_status(from, error))) {
    fs::copy_symlink(from, to, error);
    return error;
  }
  fs::copy_file(from, to, error);
  if (error) return error;
  const fs::file_time_type time = fs::last_write_time(from, error);
  if (!error) fs::last_write_time(to, time, error);
  return error;
}

void take_over(const fs::path& from, const fs::path& to,
               const fs::path& shown) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(from, error);
  check(error, shown);
  if (!fs::is_directory(status)) {
    check(link_or_copy(from, to), shown);
    return;
  }
  if (::mkdir(to.c_str(), kFolderMode) != 0) throw_errno(shown);
  fs::directory_iterator entry(from, error);
  check(error, shown);
  while (entry != fs::directory_iterator()) {
    const fs::path name = entry->path().filename();
    take_over(entry->path(), to / name, shown / name);
    entry.increment(error);
    check(error, shown);
  }
  // Last: the folder may be one that cannot be written.
  fs::permissions(to, status.permissions(), error);
  check(error, shown);
}

}  // namespace

OutputSet::OutputSet(fs::path target)
    : shown_(std::move(target)), target_(resolved(shown_)) {
  const fs::path parent = target_.parent_path();
  std::error_code error;
  made_parent_ = fs::create_directories(parent, error);
  check(error, shown_);
  parent_ = open_folder(parent, shown_);
  const bool alone = lock(parent_, shown_);
  check(repair_swap(target_), shown_);
  if (alone) remove_leftovers(target_);
  if (made_parent_) unfinished_.add_if_empty(parent);
  const NoInterruption whole;
  staging_ = make_staging(target_, shown_);
  unfinished_.add(staging_);
}

OutputSet::~OutputSet() {
  std::error_code ignored;
  if (committed_) return;
  remove_whole(staging_);
  // Fails, as it should, if somebody has put something there.
  if (made_parent_) fs::remove(target_.parent_path(), ignored);
}

void OutputSet::write(const std::string& name, std::string_view bytes) {
  const NoInterruption whole;  // or the folder would come back
  const fs::path path = path_of(name);
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  check(error, shown_ / name);
  // A new file, never the contents of one that was kept as a second link.
  if (::unlink(path.c_str()) != 0 && errno != ENOENT) {
    throw_errno(shown_ / name);
  }
  Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFileMode));
  if (!file.is_open()) throw_errno(shown_ / name);
  write_all(file, bytes, shown_ / name);
  if (::close(file.release()) != 0) throw_errno(shown_ / name);
}

fs::path OutputSet::path_of(const std::string& name) const {
  assert(!committed_);
  return staging_ / name;
}

std::vector<std::string> OutputSet::foreign(
    const std::vector<std::string>& ours) const {
  std::vector<std::string> names;
  std::error_code error;
  if (!fs::exists(target_, error)) {
    check(error, shown_);
    return names;
  }
  fs::directory_iterator entry(target_, error);
  check(error, shown_);
  while (entry != fs::directory_iterator()) {
    std::string name = entry->path().filename().string();
    if (std::find(ours.begin(), ours.end(), name) == ours.end()) {
      names.push_back(std::move(name));
    }
    entry.increment(error);
    check(error, shown_);
  }
  std::sort(names.begin(), names.end());
  return names;
}

void OutputSet::keep_as(const std::string& name, const std::string& new_name) {
  take_over(target_ / name, path_of(new_name), shown_ / name);
}

void OutputSet::commit() {
  assert(!committed_);
  flush_all(staging_, shown_);
  {
    const NoInterruption whole;
    check(swap_folders(staging_, target_, SwapMeans::exchange), shown_);
    committed_ = true;
  }
  // The old set goes only after the disk knows of the new one.
  flush(target_.parent_path(), true, shown_);
  // What stays is hidden, and the next run tries too.
  remove_whole(staging_);
  remove_whole(retired_path(target_));
  parent_.close();
}

}  // namespace gov_report
