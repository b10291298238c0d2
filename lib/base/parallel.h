// parallel.h - work on many things at once, each by itself.

#pragma once

#include <cstddef>
#include <functional>

namespace gov_report {

/// As many threads as the machine has cores if `jobs` is 0, else so many.
unsigned thread_count(unsigned jobs);

/// Calls `work` once for each number below `count`, in any order, on several
/// threads, fewer than asked for if the system gives no more; returns when all
/// is done. What one call throws is thrown here, once
/// no other call runs; calls not begun by then are left out.
void for_each_in_parallel(std::size_t count, unsigned jobs,
                          const std::function<void(std::size_t)>& work);

}  // namespace gov_report
