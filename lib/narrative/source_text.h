// source_text.h - a narrative file as it stands on disk, and the findings
// made in it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace gov_report {

/// Findings of one file that are reported; a last one says that there are
/// more. Keeps a hostile file from filling memory.
inline constexpr std::size_t kFaultLimit = 500;

struct SourceText {
  std::string file;  ///< how messages name it
  std::string text;
  std::vector<std::size_t> line_starts;  ///< byte offsets

  SourceText() = default;
  SourceText(std::string name, std::string bytes);

  /// A line, counted from 1, without its end.
  std::string_view line(std::uint64_t number) const;
  Place place(Position at, std::uint32_t width) const;
};

/// Hands findings of one file on, at most kFaultLimit of them.
class Faults {
 public:
  Faults(const SourceText& source, const FindingSink& sink)
      : source_(source), sink_(sink) {}

  void add(std::string rule, std::string variant, Position at,
           std::uint32_t width, std::vector<Argument> arguments = {},
           std::string cell = {});
  /// A finding of rule unsupported-markdown.
  void unsupported(std::string variant, Position at, std::uint32_t width);
  /// Nothing more will be reported.
  bool full() const { return count_ > kFaultLimit; }

 private:
  const SourceText& source_;
  const FindingSink& sink_;
  std::size_t count_ = 0;
};

}  // namespace gov_report
