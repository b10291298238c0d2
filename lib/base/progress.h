// progress.h - how far a long piece of work is, for whoever looks.

#pragma once

#include <atomic>
#include <cstdint>

namespace gov_report {

/// Written by those that work, read at any time by another thread.
struct Progress {
  std::atomic<std::uint64_t> bytes = 0;
  std::atomic<std::uint64_t> bytes_in_all = 0;  ///< 0: not known
  std::atomic<std::uint64_t> rows = 0;
  std::atomic<std::uint64_t> findings = 0;
  /// Of work that is many pieces of a like size: those done.
  std::atomic<std::uint64_t> pieces = 0;
  std::atomic<std::uint64_t> pieces_in_all = 0;  ///< 0: it is not such work
  /// A part of that work with pieces of its own; its words are `progress.` and
  /// this name.
  std::atomic<const char*> part = "share";

  void start_part(const char* name, std::uint64_t count) {
    pieces = 0;
    pieces_in_all = count;
    part = name;
  }
};

}  // namespace gov_report
