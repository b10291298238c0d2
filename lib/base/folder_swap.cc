#include "base/folder_swap.h"

#include <fcntl.h>

#include <cerrno>
#include <cstdio>

namespace gov_report {
namespace {

namespace fs = std::filesystem;

bool cannot_exchange(const std::error_code& error) {
  return error.value() == EINVAL || error.value() == ENOSYS ||
         error.value() == ENOTSUP;
}

std::error_code exchange(const fs::path& a, const fs::path& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) ==
      0) {
    return {};
  }
  return {errno, std::generic_category()};
}

std::error_code rename_twice(const fs::path& fresh, const fs::path& target) {
  std::error_code error;
  const fs::path retired = retired_path(target);
  fs::rename(target, retired, error);
  if (error) return error;
  fs::rename(fresh, target, error);
  if (error) {
    std::error_code ignored;
    fs::rename(retired, target, ignored);
  }
  return error;
}

}  // namespace

std::error_code swap_folders(const fs::path& fresh, const fs::path& target,
                             SwapMeans means) {
  std::error_code error;
  if (!fs::exists(target, error) && !error) {
    fs::rename(fresh, target, error);
    return error;
  }
  if (means == SwapMeans::exchange) {
    error = exchange(fresh, target);
    if (!cannot_exchange(error)) return error;
  }
  return rename_twice(fresh, target);
}

fs::path retired_path(const fs::path& target) {
  return target.parent_path() / ('.' + target.filename().string() + ".old");
}

std::error_code repair_swap(const fs::path& target) {
  std::error_code error;
  const fs::path retired = retired_path(target);
  if (!fs::exists(retired, error)) return error;
  if (fs::exists(target, error)) {
    fs::remove_all(retired, error);
  } else if (!error) {
    fs::rename(retired, target, error);
  }
  return error;
}

}  // namespace gov_report
