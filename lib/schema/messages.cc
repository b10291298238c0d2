#include "schema/messages.h"

#include "schema/map_reader.h"
#include "schema/rule_catalogue.h"

namespace gov_report {

std::string Messages::operator()(std::string_view key,
                                 const std::vector<Argument>& arguments) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) return std::string(key);
  const Text& text = found->second;
  return filled_in(language_ == Language::zh ? text.zh : text.en, arguments,
                   language_);
}

std::map<std::string, Text> Messages::all_of(std::string_view prefix) const {
  std::map<std::string, Text> found;
  for (auto it = texts_.lower_bound(prefix);
       it != texts_.end() && it->first.starts_with(prefix); ++it) {
    found.emplace(it->first.substr(prefix.size()), it->second);
  }
  return found;
}

std::optional<Messages> load_messages(const DataFiles& files, Language language,
                                      const FindingSink& sink) {
  const std::string path = "schemas/messages.yaml";
  SchemaErrors errors(files.shown_name(path), sink);
  YamlError broken;
  const auto root = parse_yaml(files.read(path).value_or(""), broken);
  if (!root) {
    errors.add(broken.at, "yaml", {{"value", broken.words()}});
    return std::nullopt;
  }
  std::map<std::string, Text, std::less<>> texts;
  for (const auto& [key, value] : root->entries) {
    texts.emplace(key.text, bilingual_text(value, errors));
  }
  if (errors.any()) return std::nullopt;
  return Messages(std::move(texts), language);
}

}  // namespace gov_report
