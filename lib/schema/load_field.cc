#include "schema/load_field.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr int kLargestPower = 8;  // of a unit; a larger one would overflow

std::vector<std::string> folded(const std::vector<std::string>& words) {
  std::vector<std::string> all;
  for (const std::string& word : words) all.push_back(fold(word));
  return all;
}

FieldValue read_field_value(const YamlNode& yaml, SchemaErrors& errors) {
  MapReader map(yaml, errors);
  FieldValue value;
  value.id = map.required_text("id");
  value.label = map.bilingual("label");
  value.aliases = map.texts("aliases");
  for (const YamlNode& item : items_of(map.node("judged"), errors)) {
    MapReader judged(item, errors);
    value.judged.push_back({judged.texts("words"), judged.bilingual("reason")});
    if (value.judged.back().reason.zh.empty()) {
      errors.add(item.at, "missing-key", {{"key", "reason"}});
    }
  }
  return value;
}

/// REQUIRES: the values of the field have been read.
AmbiguousWords read_ambiguous(const YamlNode& yaml, const FieldFormat& field,
                              SchemaErrors& errors) {
  MapReader map(yaml, errors);
  AmbiguousWords open;
  open.words = map.texts("words");
  open.reason = map.bilingual("reason");
  std::vector<std::string> known;
  for (const FieldValue& value : field.values) known.push_back(value.id);
  const std::vector<std::string> named = map.texts("values");
  for (const std::string& id : named) {
    const auto found = std::ranges::find(known, id);
    if (found == known.end()) {
      errors.add(
          yaml.at, "dangling",
          {{"value", id}, {"nearest", nearest(id, known).value_or("-")}});
      continue;
    }
    open.values.push_back(static_cast<ValueIndex>(found - known.begin()));
  }
  if (named.size() < 2) {
    errors.add(yaml.at, "missing-key", {{"key", "values"}});
  }
  return open;
}

std::vector<NumberUnit> read_units(const YamlNode* yaml, SchemaErrors& errors) {
  std::vector<NumberUnit> units;
  if (yaml == nullptr) return units;
  for (const auto& [word, power] : yaml->entries) {
    NumberUnit unit{fold(word.text), -1};
    const char* const end = power.text.data() + power.text.size();
    std::from_chars(power.text.data(), end, unit.power_of_ten);
    if (unit.power_of_ten < 0 || unit.power_of_ten > kLargestPower) {
      errors.add(
          power.at, "bad-value",
          {{"key", word.text}, {"value", power.text}, {"allowed", "0-8"}});
      unit.power_of_ten = 0;
    }
    units.push_back(std::move(unit));
  }
  return units;
}

}  // namespace

void Spellings::add(const std::vector<std::string>& words, Position at) {
  std::set<std::string> own;
  for (const std::string& word : words) {
    if (word.empty() || !own.insert(fold(word)).second) continue;
    if (taken_.insert(fold(word)).second) continue;
    errors_.add(at, "duplicate", {{"value", word}});
  }
}

void Spellings::add(const std::string& id, const Text& label,
                    std::vector<std::string> aliases, Position at) {
  aliases.insert(aliases.begin(), {id, label.zh, label.en});
  add(aliases, at);
}

FieldFormat read_field_format(const YamlNode& yaml, SchemaErrors& errors) {
  MapReader map(yaml, errors);
  FieldFormat field;
  field.at = yaml.at;
  field.id = map.required_text("id");
  field.heading = map.bilingual("heading");
  field.aliases = map.texts("aliases");
  field.type = map.choice<FieldType>("type",
                                     {{"text", FieldType::text},
                                      {"date", FieldType::date},
                                      {"count", FieldType::count},
                                      {"amount", FieldType::amount},
                                      {"flag", FieldType::flag},
                                      {"class", FieldType::value_class}},
                                     FieldType::text);
  field.required = map.flag("required");
  field.missing = map.text("missing");
  field.unknown = map.text("unknown");
  if (field.unknown.empty()) {
    field.unknown =
        field.type == FieldType::flag ? "bad-flag" : "unknown-value";
  }
  field.multiple = map.text("multiple");
  field.unique = map.text("unique");
  field.not_after_as_of = map.flag("not_after_as_of");
  field.is_private = map.flag("private");
  field.default_value = map.text("default");
  field.own_words = folded(map.texts("own"));
  field.units = read_units(map.node("units"), errors);
  field.prefixes = folded(map.texts("prefixes"));
  Spellings spellings(errors);
  for (const YamlNode& item : items_of(map.node("values"), errors)) {
    FieldValue value = read_field_value(item, errors);
    std::vector<std::string> words = value.aliases;
    for (const JudgedWords& judged : value.judged) {
      words.insert(words.end(), judged.words.begin(), judged.words.end());
    }
    spellings.add(value.id, value.label, std::move(words), item.at);
    field.values.push_back(std::move(value));
  }
  for (const YamlNode& item : items_of(map.node("ambiguous"), errors)) {
    field.ambiguous.push_back(read_ambiguous(item, field, errors));
    spellings.add(field.ambiguous.back().words, item.at);
  }
  field.citation = map.citation();
  const bool has_values =
      field.type == FieldType::value_class || field.type == FieldType::flag;
  if (has_values && field.values.empty()) {
    errors.add(yaml.at, "missing-key", {{"key", "values"}});
  }
  return field;
}

}  // namespace gov_report
