#include "import/office_parts.h"

#include <charconv>

namespace gov_report {
namespace {

ReadFault fault_of(const ZipError& error) {
  switch (error.kind) {
    case ZipError::Kind::not_a_zip:
      return {"not-a-zip", error.detail};
    case ZipError::Kind::no_part:
      return {"no-part", error.detail};
    case ZipError::Kind::too_large:
      return {"too-large", error.detail};
    case ZipError::Kind::damaged:
    case ZipError::Kind::encrypted:
    case ZipError::Kind::none:
      break;
  }
  return {"damaged", error.detail};
}

}  // namespace

bool open_office_file(ZipArchive& archive, const std::filesystem::path& file,
                      ReadFault& fault) {
  ZipError error;
  if (archive.open(file, error)) return true;
  fault = fault_of(error);
  return false;
}

bool read_part(ZipArchive& archive, const std::string& part,
               XmlHandler& handler, ReadFault& fault) {
  ZipError error;
  const auto bytes = archive.read(part, error);
  if (!bytes) {
    fault = fault_of(error);
    return false;
  }
  XmlError broken;
  if (read_xml(*bytes, handler, broken)) return true;
  fault = {"broken-xml",
           part + ":" + std::to_string(broken.at.line) + ": " + broken.words};
  return false;
}

bool read_part_if_there(ZipArchive& archive, const std::string& part,
                        XmlHandler& handler, ReadFault& fault) {
  ReadFault found;
  if (read_part(archive, part, handler, found)) return true;
  if (found.variant == "no-part") return true;
  fault = found;
  return false;
}

int number_or(std::string_view text, int absent) {
  int number = absent;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end ? number : absent;
}

}  // namespace gov_report
