// part_json.h - what the text of a part is made of, by simdjson.
//
//   errors  A file whose hash is right and whose shape is not was made to be
//   so;
//           that it is refused is all that is needed. simdjson throws where
//           something is missing or of another type, these functions
//           std::invalid_argument where a value is none.

#pragma once

#include <simdjson.h>

#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "pipeline/part.h"

namespace gov_report::part_json {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

inline std::string text_of(element json) {
  return std::string(std::string_view(json.get_string()));
}

inline std::uint64_t number_of(element json) {
  return std::uint64_t(json.get_uint64());
}

inline std::string text_at(const object& json, std::string_view key) {
  element found;
  return json.at_key(key).get(found) == simdjson::SUCCESS ? text_of(found)
                                                          : std::string();
}

inline std::uint64_t number_at(const object& json, std::string_view key,
                               std::uint64_t otherwise = 0) {
  element found;
  return json.at_key(key).get(found) == simdjson::SUCCESS ? number_of(found)
                                                          : otherwise;
}

inline bool flag_at(const object& json, std::string_view key) {
  element found;
  return json.at_key(key).get(found) == simdjson::SUCCESS &&
         bool(found.get_bool());
}

inline Decimal decimal_of(element json) {
  const auto number = Decimal::parse(std::string_view(json.get_string()));
  if (!number) throw std::invalid_argument("no decimal");
  return *number;
}

inline Severity severity_of(element json) {
  const std::uint64_t number = number_of(json);
  if (number > 2) throw std::invalid_argument("no severity");
  return static_cast<Severity>(number);
}

template <typename Each>
void each_of(const object& json, std::string_view key, const Each& each) {
  element found;
  if (json.at_key(key).get(found) != simdjson::SUCCESS) return;
  for (const element item : array(found.get_array())) each(item);
}

template <typename Each>
void each_member(const object& json, std::string_view key, const Each& each) {
  element found;
  if (json.at_key(key).get(found) != simdjson::SUCCESS) return;
  for (const auto member : object(found.get_object())) {
    each(std::string(member.key), member.value);
  }
}

inline std::set<std::string> texts_at(const object& json,
                                      std::string_view key) {
  std::set<std::string> texts;
  each_of(json, key, [&](element item) { texts.insert(text_of(item)); });
  return texts;
}

// part_findings.cc

Place place_of(const object& json);
Finding finding_of(const object& json);
CollectedFindings collected_of(const object& json);
WaivingSeen waived_of(const object& json);
void read_coverage(const object& json, Coverage& coverage);

}  // namespace gov_report::part_json
