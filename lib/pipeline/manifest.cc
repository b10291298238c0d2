#include "pipeline/manifest.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/sha256.h"

namespace gov_report {
namespace {

void write_file(JsonWriter& json, const std::string& name,
                const std::filesystem::path& path) {
  json.object();
  json.key("file").value(name);
  json.key("sha256").value(sha256_hex_of_file(path));
  json.end();
}

}  // namespace

std::string manifest(const BuildRequest& request, const Year& year,
                     const std::vector<std::string>& files,
                     const OutputSet& set) {
  std::vector<InputFile> inputs = year.inputs;
  std::ranges::sort(inputs, {}, &InputFile::name);
  JsonWriter json;
  json.object();
  json.key("schema").value("gov-report/manifest/1");
  json.key("program").value(request.program);
  json.key("format").value(year.schema.report.id);
  json.key("year").value(Decimal(year.table.year));
  json.key("agency").value(year.config.agency);
  json.key("status").value(request.year.draft ? "draft" : "final");
  if (request.year.as_of) {
    json.key("as_of").value(iso_text(*request.year.as_of));
  }
  if (year.encoding) {
    json.key("encoding").value(encoding_name(*year.encoding));
  }
  json.key("inputs").array();
  for (const InputFile& input : inputs) {
    write_file(json, input.name, input.path);
  }
  json.end();
  json.key("outputs").array();
  for (const std::string& file : files) {
    write_file(json, file, set.path_of(file));
  }
  json.end().end();
  return json.take() + "\n";
}

}  // namespace gov_report
