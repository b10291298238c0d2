// html_attribute.h - what a selector asks of an attribute: [hidden],
// [lang|=zh], [style*="display: none" i].

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gov_report {

enum class Fit : std::uint8_t { no, maybe, yes };

struct AttributeTest {
  std::string name;   ///< in small letters
  std::string value;  ///< of `how`
  char how = 0;       ///< '=', '~', '|', '^', '$', '*' as in "*="; 0: any value
  bool any_case = false;

  /// What stands in the brackets; nullopt: it is not understood.
  static std::optional<AttributeTest> read(std::string_view text);
  /// Of the value of an attribute with that name. Which ones are the same in
  /// capitals a browser knows: where that decides, it fits maybe.
  Fit fit(std::string_view printed) const;

  bool operator==(const AttributeTest&) const = default;
};

}  // namespace gov_report
