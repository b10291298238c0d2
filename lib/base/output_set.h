// output_set.h - a folder of outputs that appears whole or not at all.
//
// Files are written into a hidden folder beside the target, flushed to disk,
// and the two folders are exchanged in one step. At any moment, also after a
// kill or a power cut, the target holds the old set or the new one (for file
// systems that cannot exchange folders see folder_swap.h).
//
//   errors  std::system_error with the path when something cannot be written;
//           the target is then untouched and the hidden folder removed

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.h"
#include "base/unfinished.h"

namespace gov_report {

class OutputSet {
 public:
  /// Prepares an empty hidden folder beside `target`, after removing those
  /// that earlier, killed runs left. Creates the parents of `target`. Waits
  /// while another program has an OutputSet beside it.
  /// REQUIRES: this program has no other OutputSet in the same parent.
  explicit OutputSet(std::filesystem::path target);
  ~OutputSet();  ///< without commit(): removes the hidden folder
  OutputSet(const OutputSet&) = delete;
  OutputSet& operator=(const OutputSet&) = delete;

  /// `name` may have folders in it; they are made.
  void write(const std::string& name, std::string_view bytes);
  /// Where a library or program may write the file `name` itself.
  std::filesystem::path path_of(const std::string& name) const;

  /// Names of files and folders in the target that are not in `ours`: a
  /// folder may hold what the user put there.
  std::vector<std::string> foreign(const std::vector<std::string>& ours) const;
  /// Takes such a file over into the new set (as a second link or a copy).
  void keep(const std::string& name) { keep_as(name, name); }
  /// The same under another name.
  void keep_as(const std::string& name, const std::string& new_name);

  /// Flushes everything and swaps. Calls after it are errors.
  void commit();

 private:
  std::filesystem::path shown_;   // the target as given, for messages
  std::filesystem::path target_;  // absolute, links resolved
  std::filesystem::path staging_;
  Descriptor parent_;  // locked from the constructor on: one build at a time
  Unfinished unfinished_;
  bool made_parent_ = false;
  bool committed_ = false;
};

}  // namespace gov_report
