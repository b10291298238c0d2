#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace gov_report {

unsigned thread_count(unsigned jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

void for_each_in_parallel(std::size_t count, unsigned jobs,
                          const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failed;
  const auto take_part = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mutex);
      if (!failed) failed = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t most = std::min<std::size_t>(thread_count(jobs), count);
    try {
      for (std::size_t i = 1; i < most; ++i) threads.emplace_back(take_part);
    } catch (const std::system_error&) {
      // The system gives no more threads: those that there are do it all.
    }
    take_part();
  }
  if (failed) std::rethrow_exception(failed);
}

}  // namespace gov_report
