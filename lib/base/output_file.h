// output_file.h - a file that appears whole or not at all.
//
// It is written under a hidden name in the folder of the target, flushed to
// disk and renamed. A target that is no file, such as /dev/stdout, is written
// to directly.
//
//   errors  std::system_error with the path when it cannot be written; the
//           target is then what it was and the hidden file is removed

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/descriptor.h"
#include "base/unfinished.h"

namespace gov_report {

class OutputFile {
 public:
  explicit OutputFile(std::filesystem::path target);
  ~OutputFile();  ///< without commit(): removes what was written
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view bytes);
  /// Where a library may write the file itself, instead of write().
  const std::filesystem::path& path() const { return path_; }

  void commit();

 private:
  void pass_on();

  std::filesystem::path shown_;   // as given, for messages
  std::filesystem::path target_;  // links resolved
  std::filesystem::path path_;
  Descriptor file_;
  std::string buffer_;
  Unfinished unfinished_;
  bool direct_ = false;
  bool committed_ = false;
};

/// All of it in one step.
void write_output_file(const std::filesystem::path& target,
                       std::string_view bytes);

}  // namespace gov_report
