#include "write/docx.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <vector>

#include "base/child_process.h"
#include "base/resources.h"

namespace gov_report {
namespace {

// The reference document as a file for the time that pandoc needs it.
class ReferenceFile {
 public:
  ReferenceFile(std::filesystem::path path, std::string_view bytes)
      : path_(std::move(path)) {
    std::ofstream out(path_, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush())
      throw std::system_error(errno ? errno : EIO, std::generic_category(),
                              path_);
  }
  ~ReferenceFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  ReferenceFile(const ReferenceFile&) = delete;
  ReferenceFile& operator=(const ReferenceFile&) = delete;

 private:
  std::filesystem::path path_;
};

ProcessResult run_pandoc(const Document& document, std::string_view api_version,
                         const std::filesystem::path& target,
                         const std::filesystem::path& reference,
                         const std::string& pandoc) {
  // The folder of the reference has no data files of pandoc, unlike the user's
  // own: outputs must not depend on those.
  const std::vector<std::string> arguments = {
      pandoc,
      "--from=json",
      "--to=docx",
      "--data-dir=" + reference.parent_path().string(),
      "--reference-doc=" + reference.string(),
      "--output=" + target.string()};
  std::string epoch =
      fmt::format("{}", std::max(0LL, document.date.days * 86400LL));
  return run_process(arguments, pandoc_ast(document, api_version),
                     {{"SOURCE_DATE_EPOCH", epoch}});
}

// "[1,23,1]" out of what pandoc prints for an empty document.
std::string own_api_version(const std::string& pandoc) {
  std::string json =
      run_process({pandoc, "--from=markdown", "--to=json"}, "", {}).output;
  std::size_t key = json.find("pandoc-api-version");
  std::size_t open = json.find('[', key);
  std::size_t close = json.find(']', open);
  if (key == std::string::npos || close == std::string::npos) return {};
  return json.substr(open, close - open + 1);
}

DocxResult result_of(const ProcessResult& process) {
  using Outcome = DocxResult::Outcome;
  if (!process.started) return {Outcome::pandoc_missing, {}};
  if (process.exit_code != 0) return {Outcome::pandoc_failed, process.errors};
  return {Outcome::written, {}};
}

}  // namespace

std::string_view docx_reference_name(const Document& document) {
  return document.draft ? "report-templates/reference-draft.docx"
                        : "report-templates/reference.docx";
}

DocxResult write_docx(const Document& document,
                      const std::filesystem::path& target,
                      const DocxTools& tools) {
  if (tools.reference.empty()) {
    DocxTools with_file = tools;
    with_file.reference = target;
    with_file.reference += ".reference";
    ReferenceFile file(with_file.reference,
                       embedded(docx_reference_name(document)).value());
    return write_docx(document, target, with_file);
  }
  ProcessResult process =
      run_pandoc(document, kPandocApi, target, tools.reference, tools.pandoc);
  // Another generation of pandoc wants its own version in the tree.
  if (process.started && process.exit_code != 0 &&
      process.errors.find("API version") != std::string::npos) {
    std::string version = own_api_version(tools.pandoc);
    if (!version.empty())
      process =
          run_pandoc(document, version, target, tools.reference, tools.pandoc);
  }
  return result_of(process);
}

}  // namespace gov_report
