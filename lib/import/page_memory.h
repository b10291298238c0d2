// page_memory.h - memory for what a parser of pages builds.
//
//   absent  nothing is freed one by one to the system; the functions are those
//           that a C library takes for malloc and free

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <vector>

namespace gov_report {

/// The memory of a parsed page: what is freed serves the next thing of its
/// size, and all of it goes at once. Takes half the time of malloc. What a page
/// of common size needs stays for the next one.
class PageMemory {
 public:
  /// Nothing that was taken is needed any more.
  void clear() {
    large_.clear();
    blocks_.resize(std::min(blocks_.size(), kKeptBlocks));
    used_ = 0;
    left_ = 0;
    free_.fill(nullptr);
  }

  static void* allocate(void* memory, std::size_t size) {
    return static_cast<PageMemory*>(memory)->take(size);
  }
  static void free(void* memory, void* place) {
    if (place != nullptr) static_cast<PageMemory*>(memory)->give_back(place);
  }

 private:
  /// In front of each piece, and the list of those that are free.
  struct alignas(std::max_align_t) Head {
    std::size_t steps = 0;
    Head* next = nullptr;
  };

  static constexpr std::size_t kBlock = 64 << 10;
  static constexpr std::size_t kKeptBlocks = 16;
  static constexpr std::size_t kStep = sizeof(Head);

  void* take(std::size_t size) {
    const std::size_t steps = (size + kStep - 1) / kStep;
    if (steps < free_.size() && free_[steps] != nullptr) {
      Head* const head = free_[steps];
      free_[steps] = head->next;
      return head + 1;
    }
    const std::size_t bytes = (steps + 1) * kStep;
    if (bytes > kBlock) {
      large_.push_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
      return new (large_.back().get()) Head{steps, nullptr} + 1;
    }
    if (bytes > left_) start_block();
    Head* const head = new (at_) Head{steps, nullptr};
    at_ += bytes;
    left_ -= bytes;
    return head + 1;
  }

  void start_block() {
    if (used_ == blocks_.size()) {
      blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(kBlock));
    }
    at_ = blocks_[used_++].get();
    left_ = kBlock;
  }

  void give_back(void* place) {
    Head* const head = static_cast<Head*>(place) - 1;
    if (head->steps >= free_.size()) return;
    head->next = free_[head->steps];
    free_[head->steps] = head;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::vector<std::unique_ptr<std::byte[]>> large_;  // what fits into none
  std::size_t used_ = 0;                             // blocks
  std::byte* at_ = nullptr;
  std::size_t left_ = 0;             // of the last block used, bytes
  std::array<Head*, 64> free_ = {};  // by size, in steps
};

}  // namespace gov_report
