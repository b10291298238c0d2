// unfinished.h - files and folders that must not stay if the program is
// interrupted.
//
// Ctrl-C, SIGTERM and SIGHUP end the program with exit code 2, and what it has
// begun to write is gone; what was there before stays as it was.

#pragma once

#include <filesystem>
#include <mutex>
#include <vector>

namespace gov_report {

/// From now on. To be called before the first thread starts.
void clean_up_when_interrupted();

/// While it lives, an interruption removes these.
class Unfinished {
 public:
  Unfinished() = default;
  ~Unfinished();
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  /// A file or folder with all in it.
  void add(const std::filesystem::path& path);
  /// A folder, if it is empty then; after those of add().
  void add_if_empty(const std::filesystem::path& folder);
  void clear();

 private:
  friend void remove_unfinished();

  std::vector<std::filesystem::path> trees_;
  std::vector<std::filesystem::path> folders_;
};

/// While it lives, nothing is removed: for steps that belong together.
class NoInterruption {
 public:
  NoInterruption();

 private:
  std::unique_lock<std::recursive_mutex> lock_;
};

}  // namespace gov_report
