#include "import/own_output.h"

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/own_outputs.h"
#include "base/text.h"
#include "source/zip_archive.h"

namespace gov_report {
namespace {

constexpr std::size_t kHeadOfPage = 4096;  // bytes; browsers put words in front

bool has_mark(std::string_view text, std::string_view before,
              std::string_view after) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{kAuditMark, kNoticeMark},
      [&](std::string_view mark) {
        return contains(
            text, std::string(before) + std::string(mark) + std::string(after));
      });
}

bool is_marked_office_file(const std::filesystem::path& file) {
  const std::string properties = "docProps/core.xml";
  ZipArchive archive;
  ZipError error;
  if (!archive.open(file, error) || !archive.has(properties)) return false;
  const auto xml = archive.read(properties, error);
  return xml && has_mark(*xml, "keywords>", "<");
}

}  // namespace

bool is_own_output(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return false;
  std::string head(kHeadOfPage, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  if (head.starts_with("PK")) return is_marked_office_file(file);
  // Some programs leave out quotes that are not needed.
  return has_mark(head, "<meta name=\"generator\" content=\"", "\"") ||
         has_mark(head, "<meta name=generator content=\"", "\"");
}

}  // namespace gov_report
