#include <utility>

#include "source/text_file.h"
#include "source/yaml.h"

namespace gov_report {

std::optional<YamlNode> read_yaml_file(const std::filesystem::path& path,
                                       std::string shown_name,
                                       const FindingSink& sink) {
  const auto text = read_text_file(path, shown_name, kYamlFileLimit, sink);
  if (!text) return std::nullopt;
  YamlError error;
  auto node = parse_yaml(*text, error);
  if (!node) sink(yaml_finding(error, std::move(shown_name), *text));
  return node;
}

}  // namespace gov_report
