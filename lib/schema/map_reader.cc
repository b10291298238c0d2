#include "schema/map_reader.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace gov_report {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

}  // namespace

void SchemaErrors::add(Position at, std::string variant,
                       std::vector<Argument> arguments) {
  any_ = true;
  Finding finding;
  finding.rule = "schema-error";
  finding.variant = std::move(variant);
  finding.place.file = file_;
  finding.place.at = at;
  finding.arguments = std::move(arguments);
  sink_(std::move(finding));
}

MapReader::MapReader(const YamlNode& node, SchemaErrors& errors)
    : node_(node), errors_(errors) {
  if (node.kind != YamlNode::Kind::mapping) {
    errors_.add(node.at, "wrong-shape", {{"key", node.text}});
  }
}

MapReader::~MapReader() {
  for (const auto& [key, value] : node_.entries) {
    if (std::ranges::find(asked_, key.text) != asked_.end()) continue;
    errors_.add(key.at, "unknown-key",
                {{"key", key.text},
                 {"nearest", nearest(key.text, asked_).value_or("-")}});
  }
}

const YamlNode* MapReader::node(std::string_view key) {
  asked_.emplace_back(key);
  const YamlNode* found = node_.find(key);
  return found == nullptr || found->is_null() ? nullptr : found;
}

const YamlNode* MapReader::required(std::string_view key) {
  const YamlNode* found = node(key);
  if (found == nullptr) {
    errors_.add(node_.at, "missing-key", {{"key", std::string(key)}});
  }
  return found;
}

std::string MapReader::text(std::string_view key) {
  const YamlNode* found = node(key);
  if (found == nullptr) return {};
  if (found->kind != YamlNode::Kind::scalar) {
    errors_.add(found->at, "wrong-shape", {{"key", std::string(key)}});
  }
  return found->text;
}

std::string MapReader::required_text(std::string_view key) {
  return required(key) == nullptr ? std::string() : text(key);
}

std::string MapReader::citation() {
  std::string cited = text("citation");
  if (cited.empty()) errors_.add(node_.at, "missing-citation");
  return cited;
}

Text MapReader::bilingual(std::string_view key) {
  const YamlNode* found = node(key);
  return found == nullptr ? Text() : bilingual_text(*found, errors_);
}

bool MapReader::flag(std::string_view key) {
  return choice<bool>(key, {{"true", true}, {"false", false}}, false);
}

int MapReader::number(std::string_view key, int absent) {
  const YamlNode* found = node(key);
  if (found == nullptr) return absent;
  int value = 0;
  const char* const end = found->text.data() + found->text.size();
  const auto [stop, error] = std::from_chars(found->text.data(), end, value);
  if (error == std::errc() && stop == end) return value;
  bad_value(*found, key, {"1, 2, 3 …"});
  return absent;
}

std::vector<std::string> MapReader::texts(std::string_view key) {
  const YamlNode* found = node(key);
  if (found == nullptr) return {};
  return text_list(*found, errors_);
}

void MapReader::bad_value(const YamlNode& value, std::string_view key,
                          const std::vector<std::string>& allowed) {
  errors_.add(value.at, "bad-value",
              {{"key", std::string(key)},
               {"value", value.text},
               {"allowed", joined(allowed)}});
}

std::vector<std::string> text_list(const YamlNode& node, SchemaErrors& errors) {
  if (node.kind == YamlNode::Kind::scalar) return {node.text};
  std::vector<std::string> texts;
  for (const YamlNode& item : items_of(&node, errors)) {
    if (item.kind == YamlNode::Kind::scalar) {
      texts.push_back(item.text);
    } else {
      errors.add(item.at, "wrong-shape", {{"key", item.text}});
    }
  }
  return texts;
}

Text bilingual_text(const YamlNode& node, SchemaErrors& errors) {
  if (node.kind == YamlNode::Kind::scalar) return Text(node.text);
  MapReader map(node, errors);
  return Text(map.required_text("zh"), map.required_text("en"));
}

const std::vector<YamlNode>& items_of(const YamlNode* node,
                                      SchemaErrors& errors) {
  static const std::vector<YamlNode> kNone;
  if (node == nullptr) return kNone;
  if (node->kind != YamlNode::Kind::sequence) {
    errors.add(node->at, "wrong-shape", {{"key", node->text}});
    return kNone;
  }
  return node->items;
}

}  // namespace gov_report
