// finding_spool.h - all findings about some files, however many, in words and
// in the order of their lines.
//
//   memory  16 bytes for a finding; the words are in a temporary file that has
//           no name and is gone when the program ends
//   errors  std::system_error when the disk does not take them

#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace gov_report {

/// What a marked-up copy says of a finding.
struct SpooledFinding {
  Position at;
  Severity severity = Severity::error;
  std::string rule;
  std::string headline;
  std::string remedy;
  std::string line_text;  ///< of a line that is no row; else empty
};

class FindingSpool {
 public:
  FindingSpool();

  void add(const SpooledFinding& finding);
  /// Ends the adding: next() starts with the first finding.
  void rewind();
  /// In the order of lines, then columns; false at the end.
  bool next(SpooledFinding& finding);

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  struct Entry {
    std::uint64_t line = 0;
    std::uint64_t offset = 0;
  };

  void put(const std::string& text);
  std::string get();
  template <typename T>
  void put_number(T number);
  template <typename T>
  T get_number();

  std::unique_ptr<std::FILE, Closer> file_;
  std::vector<Entry> entries_;
  std::uint64_t end_ = 0;
  std::uint64_t at_ = 0;  // where the file is read next
  std::size_t next_ = 0;
};

}  // namespace gov_report
