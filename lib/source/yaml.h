// yaml.h - YAML files, read strictly, with the place of every value.
//
// Stricter than YAML: duplicate keys, anchors and aliases, tags, several
// documents, more than kYamlDepth levels and tabs as indentation are errors.
// JSON is YAML, so sealed reports are read by the same function.
//
//   library  libyaml, behind yaml_events.h. yaml-cpp 0.7 takes an unclosed
//            quote to the end of the file without a word; libfyaml 0.7.12
//            frees memory twice after some errors ("? \\n---  \",: \t-").

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "source/row_source.h"

namespace gov_report {

inline constexpr int kYamlDepth = 32;
inline constexpr std::size_t kYamlFileLimit = 16 << 20;  ///< not for ledgers

struct YamlEntry;

/// A node with its place. Exactly one of the three shapes.
struct YamlNode {
  enum class Kind { scalar, sequence, mapping };
  Kind kind = Kind::scalar;
  Position at;
  std::string text;     ///< scalars: as text, never converted
  bool quoted = false;  ///< scalars: "…" or '…'
  std::vector<YamlNode> items;
  std::vector<YamlEntry> entries;  ///< in file order

  bool is_null() const;  ///< an unquoted empty scalar, ~ or null
  /// The value of a key; nullptr if this has none or is no mapping.
  const YamlNode* find(std::string_view key) const;
};

/// A key and its value.
struct YamlEntry {
  YamlNode first;
  YamlNode second;
};

/// What is wrong with a YAML text, without the file's name.
struct YamlError {
  std::string variant;  ///< of rule `yaml-error`; schemas/rules.yaml has them
  Position at;
  std::string detail;  ///< the parser's words or the key; may be empty

  const std::string& words() const { return detail.empty() ? variant : detail; }
};

/// The node, or nullopt and `error` filled. An empty file is an empty mapping.
std::optional<YamlNode> parse_yaml(std::string_view text, YamlError& error);

/// The start of a mapping: everything up to the last of `keys`, or all of it if
/// some are not there. What comes after is not looked at.
std::optional<YamlNode> parse_yaml_head(std::string_view text,
                                        std::span<const std::string_view> keys,
                                        YamlError& error);

/// `error` as a finding of rule `yaml-error`, with the line it stands in.
Finding yaml_finding(const YamlError& error, std::string file,
                     std::string_view text);

/// A file of at most kYamlFileLimit bytes, in UTF-8 or GB18030. When it cannot
/// be read: one of the findings file-missing, file-unreadable, file-too-large,
/// invalid-encoding, yaml-error, and nullopt.
std::optional<YamlNode> read_yaml_file(const std::filesystem::path& path,
                                       std::string shown_name,
                                       const FindingSink& sink);

/// A ledger in YAML: a sequence of mappings, read record by record. A record
/// with nested values or a key that stands twice is passed over (rule
/// `unreadable-record`), other errors end the reading (rule `yaml-error`).
std::unique_ptr<RowSource> open_yaml_rows(std::string text, std::string file,
                                          FindingSink sink);

}  // namespace gov_report
