// map_reader.h - reads schema mappings strictly: a key that nobody asks for,
// a key that is missing and a value of the wrong shape are findings.
//
//   findings  schema-error, variants: unknown-key {key, nearest}, missing-key
//             {key}, missing-citation, bad-value {key, value, allowed},
//             dangling {value, nearest}, empty-sum, bad-expression {value},
//             duplicate {value}, wrong-shape {key}

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "source/yaml.h"

namespace gov_report {

/// Collects what is wrong in one schema file.
class SchemaErrors {
 public:
  SchemaErrors(std::string file, FindingSink sink)
      : file_(std::move(file)), sink_(std::move(sink)) {}

  void add(Position at, std::string variant,
           std::vector<Argument> arguments = {});
  bool any() const { return any_; }

 private:
  std::string file_;
  FindingSink sink_;
  bool any_ = false;
};

class MapReader {
 public:
  /// A node that is no mapping is a finding and reads like an empty one.
  MapReader(const YamlNode& node, SchemaErrors& errors);
  ~MapReader();  ///< reports keys that were never asked for
  MapReader(const MapReader&) = delete;
  MapReader& operator=(const MapReader&) = delete;

  /// nullptr if absent (or null).
  const YamlNode* node(std::string_view key);
  const YamlNode* required(std::string_view key);

  std::string text(std::string_view key);  ///< "" if absent
  std::string required_text(std::string_view key);
  std::string citation();                ///< finding if absent
  Text bilingual(std::string_view key);  ///< text or {zh, en}
  bool flag(std::string_view key);       ///< true/false; absent: no
  int number(std::string_view key, int absent);
  std::vector<std::string> texts(std::string_view key);  ///< list or one

  /// The enumerator whose name is the text of `key`; `absent` without it.
  template <typename T>
  T choice(std::string_view key, const std::map<std::string, T>& names,
           T absent) {
    const YamlNode* found = node(key);
    if (found == nullptr) return absent;
    const auto it = names.find(found->text);
    if (it != names.end()) return it->second;
    std::vector<std::string> allowed;
    for (const auto& [name, value] : names) allowed.push_back(name);
    bad_value(*found, key, allowed);
    return absent;
  }

  Position at() const { return node_.at; }
  SchemaErrors& errors() { return errors_; }

 private:
  void bad_value(const YamlNode& value, std::string_view key,
                 const std::vector<std::string>& allowed);

  const YamlNode& node_;
  SchemaErrors& errors_;
  std::vector<std::string> asked_;
};

/// The texts of a sequence of scalars, or of one scalar.
std::vector<std::string> text_list(const YamlNode& node, SchemaErrors& errors);
/// A scalar, or {zh, en}.
Text bilingual_text(const YamlNode& node, SchemaErrors& errors);
/// Items of a sequence; a finding and nothing if it is none.
const std::vector<YamlNode>& items_of(const YamlNode* node,
                                      SchemaErrors& errors);

}  // namespace gov_report
