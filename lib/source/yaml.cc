#include "source/yaml.h"

#include <algorithm>
#include <unordered_set>

#include "source/yaml_cursor.h"
#include "source/yaml_events.h"

namespace gov_report {

namespace {

/// Puts events together. Not recursive: depth comes from the file.
class TreeBuilder {
 public:
  /// False after an error, which is then in `error`.
  bool add(const YamlEvent& event, YamlError& error) {
    switch (event.kind) {
      case YamlEvent::Kind::scalar:
        return place(scalar(event), error);
      case YamlEvent::Kind::sequence:
      case YamlEvent::Kind::mapping:
        return begin(event, error);
      default: {
        YamlNode done = std::move(open_.back().node);
        open_.pop_back();
        return place(std::move(done), error);
      }
    }
  }

  YamlNode take() { return std::move(root_); }

  /// The outermost mapping has all of `keys`, with their values.
  bool has_all(std::span<const std::string_view> keys) const {
    if (open_.size() != 1 || open_[0].has_key) return false;
    return std::ranges::all_of(keys, [&](std::string_view key) {
      return open_[0].node.find(key) != nullptr;
    });
  }
  YamlNode take_outermost() { return std::move(open_[0].node); }

 private:
  struct Open {
    YamlNode node;
    bool has_key = false;  // entries.back() still waits for its value
    std::unordered_set<std::string> keys;  // unless there are few
  };

  static YamlNode scalar(const YamlEvent& event) {
    YamlNode node;
    node.at = event.at;
    node.text = event.text;
    node.quoted = event.quoted;
    return node;
  }

  bool awaits_key() const {
    return !open_.empty() && !open_.back().has_key &&
           open_.back().node.kind == YamlNode::Kind::mapping;
  }

  bool begin(const YamlEvent& event, YamlError& error) {
    if (awaits_key()) {
      error = {"key-not-text", event.at, {}};
      return false;
    }
    Open next;
    next.node.kind = event.kind == YamlEvent::Kind::mapping
                         ? YamlNode::Kind::mapping
                         : YamlNode::Kind::sequence;
    next.node.at = event.at;
    open_.push_back(std::move(next));
    return true;
  }

  bool place(YamlNode node, YamlError& error) {
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (awaits_key()) {
      return place_key(std::move(node), error);
    } else if (open_.back().has_key) {
      open_.back().node.entries.back().second = std::move(node);
      open_.back().has_key = false;
    } else {
      open_.back().node.items.push_back(std::move(node));
    }
    return true;
  }

  bool place_key(YamlNode key, YamlError& error) {
    if (stands_already(key.text)) {
      error = {"duplicate-key", key.at, key.text};
      return false;
    }
    open_.back().node.entries.push_back({std::move(key), YamlNode{}});
    open_.back().has_key = true;
    return true;
  }

  bool stands_already(const std::string& key) {
    constexpr std::size_t kFew = 16;
    auto& [node, has_key, keys] = open_.back();
    if (node.entries.size() < kFew) return node.find(key) != nullptr;
    if (keys.empty()) {
      for (const auto& entry : node.entries) keys.insert(entry.first.text);
    }
    return !keys.insert(key).second;
  }

  std::vector<Open> open_;
  YamlNode root_;
};

YamlNode empty_mapping() {
  YamlNode node;
  node.kind = YamlNode::Kind::mapping;
  node.at = {1, 1};
  return node;
}

}  // namespace

bool YamlNode::is_null() const {
  return kind == Kind::scalar && !quoted &&
         (text.empty() || text == "~" || text == "null");
}

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

std::optional<YamlNode> parse_yaml(std::string_view text, YamlError& error) {
  return parse_yaml_head(text, {}, error);
}

std::optional<YamlNode> parse_yaml_head(std::string_view text,
                                        std::span<const std::string_view> keys,
                                        YamlError& error) {
  YamlEvents events(text);
  TreeBuilder tree;
  YamlEvent event;
  bool any = false;
  while (events.next(event)) {
    any = true;
    if (!tree.add(event, error)) return std::nullopt;
    if (!keys.empty() && tree.has_all(keys)) return tree.take_outermost();
  }
  if (events.error() != nullptr) {
    error = *events.error();
    return std::nullopt;
  }
  return any ? tree.take() : empty_mapping();
}

Finding yaml_finding(const YamlError& error, std::string file,
                     std::string_view text) {
  Finding finding;
  finding.rule = "yaml-error";
  finding.variant = error.variant;
  finding.place = {std::move(file),
                   error.at,
                   1,
                   std::string(line_of(text, error.at.line)),
                   {}};
  finding.arguments = {{"detail", error.detail}};
  return finding;
}

}  // namespace gov_report
