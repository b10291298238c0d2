#include "pipeline/delivered.h"

#include <charconv>
#include <system_error>

#include "base/byte_stream.h"
#include "base/sha256.h"
#include "base/system_reason.h"
#include "base/text.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

constexpr std::string_view kSchema = "gov-report/manifest/1";

std::string text_at(const YamlNode& map, std::string_view key) {
  const YamlNode* node = map.find(key);
  return node == nullptr ? std::string() : node->text;
}

FileHashes hashes_in(const YamlNode& root, std::string_view key) {
  FileHashes hashes;
  const YamlNode* list = root.find(key);
  if (list == nullptr) return hashes;
  for (const YamlNode& item : list->items) {
    hashes.emplace(text_at(item, "file"), text_at(item, "sha256"));
  }
  return hashes;
}

}  // namespace

std::optional<Manifest> read_manifest(const std::filesystem::path& folder,
                                      const FindingSink& sink) {
  const auto path = folder / kManifestName;
  const auto refuse = [&](std::string variant, std::string value) {
    Finding finding;
    finding.rule = "manifest-unreadable";
    finding.variant = std::move(variant);
    finding.arguments = {{"file", path.string()}, {"value", printable(value)}};
    sink(std::move(finding));
    return std::nullopt;
  };
  std::string bytes;
  try {
    bytes = read_file(path, kYamlFileLimit);
  } catch (const std::system_error& error) {
    if (error.code() == std::errc::no_such_file_or_directory) {
      return refuse("missing", "");
    }
    const std::string shown = printable(path.string());
    Finding finding;
    finding.rule = "file-unreadable";
    finding.arguments = reason_arguments(error, shown);
    finding.arguments.push_back({"file", shown});
    sink(std::move(finding));
    return std::nullopt;
  }
  YamlError error;
  const auto root = parse_yaml(bytes, error);
  if (!root) return refuse("shape", error.words());
  if (text_at(*root, "schema") != kSchema) {
    return refuse("shape", text_at(*root, "schema"));
  }
  Manifest manifest;
  manifest.format = text_at(*root, "format");
  manifest.agency = text_at(*root, "agency");
  manifest.draft = text_at(*root, "status") == "draft";
  if (root->find("as_of") != nullptr) {
    const std::string as_of = text_at(*root, "as_of");
    manifest.as_of = parse_date(as_of);
    if (!manifest.as_of) return refuse("shape", as_of);
  }
  manifest.encoding = encoding_of_name(text_at(*root, "encoding"));
  manifest.inputs = hashes_in(*root, "inputs");
  manifest.outputs = hashes_in(*root, "outputs");
  const std::string year = text_at(*root, "year");
  const char* const end = year.data() + year.size();
  const auto [stop, fault] = std::from_chars(year.data(), end, manifest.year);
  if (fault != std::errc() || stop != end) return refuse("shape", year);
  return manifest;
}

FileHashes hashes_of(const std::vector<InputFile>& files) {
  FileHashes hashes;
  for (const InputFile& file : files) {
    try {
      hashes.emplace(file.name, sha256_hex_of_file(file.path));
    } catch (const std::system_error&) {
      // One that is gone has no hash.
    }
  }
  return hashes;
}

}  // namespace gov_report
