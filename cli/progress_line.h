// progress_line.h - one line on the terminal about work that takes more than a
// second. Nothing where stderr is no terminal.

#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/progress.h"
#include "schema/messages.h"

namespace gov_report::cli {

class ProgressLine {
 public:
  explicit ProgressLine(const Messages& text);
  /// Takes the line away.
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Null where nobody looks.
  Progress* progress() { return thread_.joinable() ? &progress_ : nullptr; }

 private:
  void run();
  void show();

  const Messages& text_;
  Progress progress_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  bool shown_ = false;
  std::thread thread_;
};

}  // namespace gov_report::cli
