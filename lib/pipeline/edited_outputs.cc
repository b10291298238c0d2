#include "pipeline/edited_outputs.h"

#include "base/sha256.h"
#include "pipeline/delivered.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

}  // namespace

std::vector<std::string> edited_outputs(const fs::path& folder) {
  std::vector<std::string> edited;
  if (!fs::is_regular_file(folder / kManifestName)) return edited;
  const auto manifest = read_manifest(folder, [](const Finding&) {});
  if (!manifest) return edited;
  for (const auto& [name, hash] : manifest->outputs) {
    const bool plain = !name.empty() && fs::path(name).filename() == name;
    if (!plain || !fs::is_regular_file(folder / name)) continue;
    if (sha256_hex_of_file(folder / name) != hash) edited.push_back(name);
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
