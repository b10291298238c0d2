// yaml_events.h - the strict subset of YAML as a stream of events.
//
//   in      UTF-8 text, kept alive by the caller
//   out     scalars and the starts and ends of sequences and mappings, nested
//           at most kYamlDepth levels, of a single document
//   absent  a value that is not there (`key:`) is an unquoted empty scalar; it
//           stands where the text before it ends
//   errors  fail() ends the stream: next() gives false and error() says why
//
//   library  libyaml, and only in yaml_events.cc

#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "source/yaml.h"

namespace gov_report {

struct YamlEvent {
  enum class Kind { scalar, sequence, mapping, end_sequence, end_mapping };
  Kind kind = Kind::scalar;
  Position at;             ///< of the quote, if quoted
  std::size_t offset = 0;  ///< of the same place, in bytes
  std::size_t end = 0;     ///< where a scalar ends, its quote included
  std::string_view text;   ///< scalars; valid until the next call of next()
  bool quoted = false;

  bool is_null() const;  ///< an unquoted empty scalar, ~ or null
};

class YamlEvents {
 public:
  explicit YamlEvents(std::string_view text);
  ~YamlEvents();
  YamlEvents(const YamlEvents&) = delete;
  YamlEvents& operator=(const YamlEvents&) = delete;

  /// The next event; false at the end of the text and after an error.
  bool next(YamlEvent& event);

  /// nullptr if everything so far was right.
  const YamlError* error() const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace gov_report
