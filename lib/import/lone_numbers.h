// lone_numbers.h - numbers alone in lines of text that may be those of pages,
// where no form feed tells: set apart from the lines above by more blank ones
// than is usual, or by their place across; or that go on from such numbers in
// lines outside of the tables.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "import/published_page.h"
#include "import/stretches.h"

namespace gov_report {

class LoneNumbers {
 public:
  /// The tables stand in blocks [first, last). REQUIRES: stretches stay.
  LoneNumbers(const PublishedPage& page, std::size_t first, std::size_t last,
              const std::vector<Stretch>& stretches);

  /// One of the stretch's figures, each in a line of its own.
  bool may_number_page(std::size_t stretch) const;

 private:
  struct Lone {
    std::uint64_t line = 0;  ///< of the file
    std::uint64_t gap = 0;   ///< lines up to the words or figure above
    std::size_t column = 0;
    int number = 0;
  };
  std::vector<Lone> lone_in(std::size_t stretch) const;
  bool goes_on(const Lone& one) const;

  const std::vector<Stretch>& stretches_;
  bool has_lines_;                        // as they are on paper
  std::map<std::uint64_t, int> outside_;  // numbers by line of the file
  std::uint64_t usual_gap_ = 1;
  std::size_t usual_column_ = 1;
};

}  // namespace gov_report
