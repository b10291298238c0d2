#include "progress_line.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

#include "command.h"

namespace gov_report::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 1s;
constexpr auto kPause = 200ms;
constexpr const char* kClearLine = "\r\x1B[K";

/// 12345678 as "12,345,678".
std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, ',');
  }
  return digits;
}

std::string megabytes(std::uint64_t bytes) {
  return grouped(bytes / 1'000'000);
}

}  // namespace

ProgressLine::ProgressLine(const Messages& text) : text_(text) {
  if (::isatty(STDERR_FILENO) == 1) thread_ = std::thread([this] { run(); });
}

ProgressLine::~ProgressLine() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_one();
  thread_.join();
  if (shown_) print(stderr, kClearLine);
}

void ProgressLine::run() {
  std::unique_lock lock(mutex_);
  for (auto wait = std::chrono::milliseconds(kPatience);
       !changed_.wait_for(lock, wait, [this] { return ended_; });
       wait = kPause) {
    show();
  }
}

void ProgressLine::show() {
  if (const std::uint64_t all = progress_.pieces_in_all; all > 0) {
    // One part may end and the next begin between the two.
    const std::uint64_t percent =
        std::min<std::uint64_t>(progress_.pieces * 100 / all, 100);
    const bool compares = progress_.part == Progress::Part::copies;
    std::string line = kClearLine;
    line += text_(compares ? "progress.copies" : "progress.share",
                  {{"percent", std::to_string(percent)}});
    shown_ = true;
    print(stderr, line);
    return;
  }
  if (progress_.rows == 0) return;
  shown_ = true;
  const bool sized = progress_.bytes_in_all > 0;
  std::string line = kClearLine;
  line += text_(sized ? "progress.line" : "progress.rows",
                {{"done", megabytes(progress_.bytes)},
                 {"all", megabytes(progress_.bytes_in_all)},
                 {"rows", grouped(progress_.rows)},
                 {"findings", grouped(progress_.findings)}});
  print(stderr, line);
}

}  // namespace gov_report::cli
