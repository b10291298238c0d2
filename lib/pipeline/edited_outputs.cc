#include "pipeline/edited_outputs.h"

#include <system_error>

#include "base/byte_stream.h"
#include "base/sha256.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

std::string text_at(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  return node == nullptr ? std::string() : node->text;
}

}  // namespace

std::vector<std::string> edited_outputs(const fs::path& folder) {
  std::vector<std::string> edited;
  const fs::path manifest = folder / "manifest.json";
  if (!fs::is_regular_file(manifest)) return edited;
  std::string bytes;
  try {
    bytes = read_file(manifest, kYamlFileLimit);
  } catch (const std::system_error&) {
    return edited;
  }
  YamlError error;
  const auto root = parse_yaml(bytes, error);
  const YamlNode* outputs = root ? root->find("outputs") : nullptr;
  if (outputs == nullptr) return edited;
  for (const YamlNode& output : outputs->items) {
    const std::string name = text_at(output, "file");
    const bool plain = !name.empty() && fs::path(name).filename() == name;
    if (!plain || !fs::is_regular_file(folder / name)) continue;
    if (sha256_hex_of_file(folder / name) != text_at(output, "sha256")) {
      edited.push_back(name);
    }
  }
  return edited;
}

std::string name_for_edited(const fs::path& folder, const std::string& name) {
  const fs::path path(name);
  const std::string stem = path.stem().string() + ".edited";
  const std::string extension = path.extension().string();
  std::string free_name = stem + extension;
  for (int n = 2; fs::exists(folder / free_name); ++n) {
    free_name = stem + "-" + std::to_string(n) + extension;
  }
  return free_name;
}

}  // namespace gov_report
