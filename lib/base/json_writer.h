// json_writer.h - builds JSON text with two-space indentation, keys in the
// order they are written. Numbers are exact Decimals; text must be UTF-8.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace gov_report {

/// Calls nest as the JSON does: object(); key("a").value("b"); end();
class JsonWriter {
 public:
  JsonWriter& object();
  JsonWriter& array();
  JsonWriter& end();  ///< closes the innermost object or array
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(Decimal number);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  /// What has been written since, for texts too long to hold; take() gives the
  /// rest.
  std::string drain();
  /// REQUIRES: everything opened has been closed.
  std::string take();

 private:
  void separate();
  std::string out_;
  std::vector<char> open_;  // '}' or ']' of what is open
  bool first_ = true;
  bool after_key_ = false;
};

std::string json_quoted(std::string_view text);

}  // namespace gov_report
