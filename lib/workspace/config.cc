#include "workspace/config.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/text.h"
#include "schema/body_words.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

const std::vector<std::string> kKeys = {
    "agency",  "kind",        "level",      "may_make_regulations",
    "contact", "short_names", "neighbours", "published",
    "ledgers"};

constexpr std::string_view kLocation = "ledgers/2024.xlsx#Sheet1";

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

class ConfigReader {
 public:
  explicit ConfigReader(const FindingSink& sink) : sink_(sink) {}

  std::optional<Config> read(const YamlNode& root) {
    Config config;
    if (root.kind != YamlNode::Kind::mapping) {
      report("unknown-key", "no-map", root.at, 1, {{"key", {}}});
      return std::nullopt;
    }
    known_keys(root, kKeys);
    config.agency = required(root, "agency");
    config.kind = choice(root, "kind", required(root, "kind"), kBodyKinds);
    if (const YamlNode* level = root.find("level")) {
      config.level = choice(root, "level", level->text, kBodyLevels);
    } else if (config.kind == "township") {
      config.level = "township";
    }
    if (const YamlNode* flag = root.find("may_make_regulations")) {
      config.may_make_regulations =
          choice(root, "may_make_regulations", flag->text, {"true", "false"}) ==
          "true";
    }
    if (const YamlNode* contact = root.find("contact")) {
      known_keys(*contact, kContactKeys);
      const bool is_map = contact->kind == YamlNode::Kind::mapping;
      if (!is_map && !contact->is_null()) {
        bad_value("contact", "not-a-map", *contact, kContactKeys);
      }
      for (const auto& [key, value] : contact->entries) {
        if (!value.is_null()) config.contact[key.text] = value.text;
      }
    }
    if (const YamlNode* agency = root.find("agency")) {
      config.agency_at = agency->at;
    }
    config.short_names = list(root, "short_names");
    config.neighbours = list(root, "neighbours");
    if (const YamlNode* published = root.find("published")) {
      for (const auto& [year, date] : published->entries) {
        read_publication(year, date, config);
      }
    }
    if (const YamlNode* ledgers = root.find("ledgers")) {
      read_ledgers(*ledgers, config);
    }
    if (failed_) return std::nullopt;
    return config;
  }

 private:
  void known_keys(const YamlNode& map, const std::vector<std::string>& keys) {
    for (const auto& [key, value] : map.entries) {
      if (std::ranges::find(keys, key.text) != keys.end()) continue;
      const auto near = nearest(key.text, keys);
      report("unknown-key", near ? "nearest" : "", key.at,
             character_count(key.text),
             {{"key", printable(key.text)}, {"nearest", near.value_or("")}});
    }
  }

  std::string required(const YamlNode& root, std::string_view key) {
    const YamlNode* node = root.find(key);
    if (node != nullptr && node->kind != YamlNode::Kind::scalar) {
      bad_value(key, "not-a-value", *node, {});
      return {};
    }
    if (node != nullptr && !node->is_null() && !trimmed(node->text).empty()) {
      return std::string(trimmed(node->text));
    }
    Position at = root.at;
    for (const auto& [name, value] : root.entries) {
      if (name.text == key) at = name.at;
    }
    report("config-key-missing", "", at, 1, {{"key", std::string(key)}});
    failed_ = true;
    return {};
  }

  std::string choice(const YamlNode& root, std::string_view key,
                     const std::string& value,
                     const std::vector<std::string>& allowed) {
    if (value.empty()) return value;
    if (std::ranges::find(allowed, value) == allowed.end()) {
      // The words of a language say what these mean.
      const bool is_told = key == "kind" || key == "level";
      bad_value(key, is_told ? std::string(key) : "", *root.find(key), allowed);
    }
    return value;
  }

  void bad_value(std::string_view key, std::string variant,
                 const YamlNode& value,
                 const std::vector<std::string>& allowed) {
    report("config-bad-value", std::move(variant), value.at,
           std::max<std::size_t>(1, character_count(value.text)),
           {{"key", std::string(key)},
            {"value", printable(value.text)},
            {"allowed", joined(allowed)}});
    failed_ = true;
  }

  /// One text or a list of texts.
  std::vector<std::string> list(const YamlNode& root, std::string_view key) {
    std::vector<std::string> texts;
    const YamlNode* node = root.find(key);
    if (node == nullptr || node->is_null()) return texts;
    if (node->kind == YamlNode::Kind::scalar) return {node->text};
    for (const YamlNode& item : node->items) {
      if (!item.text.empty()) texts.push_back(item.text);
    }
    return texts;
  }

  /// Ledger: a place, or a list of places.
  void read_ledgers(const YamlNode& ledgers, Config& config) {
    if (ledgers.is_null()) return;
    if (ledgers.kind != YamlNode::Kind::mapping) {
      bad_value("ledgers", "", ledgers,
                {"applications: " + std::string(kLocation)});
      return;
    }
    for (const auto& [key, value] : ledgers.entries) {
      std::vector<YamlNode> places = value.items;
      if (value.kind == YamlNode::Kind::scalar) places = {value};
      for (const YamlNode& place : places) {
        const std::filesystem::path path = place.text;
        const bool is_inside =
            !place.text.empty() && path.is_relative() &&
            std::ranges::find(path, std::filesystem::path("..")) == path.end();
        if (is_inside) {
          config.ledgers.push_back({key.text, key.at, place.text});
        } else {
          bad_value("ledgers." + printable(key.text), "", place,
                    {std::string(kLocation)});
        }
      }
    }
  }

  void read_publication(const YamlNode& key, const YamlNode& value,
                        Config& config) {
    int year = 0;
    std::from_chars(key.text.data(), key.text.data() + key.text.size(), year);
    const auto date = parse_date(value.text);
    // Not before the year that it reports on is over.
    if (!date || year_of(*date) <= year || year_of(*date) > year + 50) {
      const std::string next = year > 0 ? std::to_string(year + 1) : "2025";
      report("config-bad-value", "", value.at, character_count(value.text),
             {{"key", "published." + printable(key.text)},
              {"value", printable(value.text)},
              {"allowed", next + "-01-22"}});
      failed_ = true;
      return;
    }
    config.published.emplace(year, std::pair(*date, value.at));
  }

  void report(std::string rule, std::string variant, Position at,
              std::size_t width, std::vector<Argument> arguments) {
    Finding finding;
    finding.rule = std::move(rule);
    finding.variant = std::move(variant);
    finding.place = Place{std::string(kConfigName),
                          at,
                          static_cast<std::uint32_t>(width),
                          {},
                          {}};
    finding.arguments = std::move(arguments);
    sink_(std::move(finding));
  }

  const FindingSink& sink_;
  bool failed_ = false;
};

}  // namespace

std::optional<Config> read_config(const std::filesystem::path& workspace,
                                  const FindingSink& sink) {
  const auto path = workspace / kConfigName;
  if (!std::filesystem::exists(path)) {
    Finding finding;
    finding.rule = "config-missing";
    finding.arguments = {{"file", path.lexically_normal().string()}};
    sink(std::move(finding));
    return std::nullopt;
  }
  const auto root = read_yaml_file(path, std::string(kConfigName), sink);
  if (!root) return std::nullopt;
  return ConfigReader(sink).read(*root);
}

}  // namespace gov_report
