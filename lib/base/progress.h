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
  /// Parts of that work with pieces of their own.
  enum class Part : std::uint8_t { share, copies };
  std::atomic<Part> part = Part::share;

  void start_part(Part next, std::uint64_t count) {
    pieces = 0;
    pieces_in_all = count;
    part = next;
  }
};

}  // namespace gov_report
