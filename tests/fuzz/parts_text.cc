#include "fuzz/parts_text.h"

#include <algorithm>
#include <utility>

#include "fuzz/whole_xml.h"

namespace gov_report::test {
namespace {

constexpr std::string_view kMark = "== ";

void put(ZipParts& parts, const std::string& name, std::string bytes) {
  const auto same = std::ranges::find(
      parts, name, &std::pair<std::string, std::string>::first);
  if (same == parts.end()) {
    parts.emplace_back(name, std::move(bytes));
  } else {
    same->second = std::move(bytes);
  }
}

}  // namespace

std::string zip_of_parts(std::string_view text, const std::string& main,
                         ZipParts others) {
  if (text.starts_with("PK")) return std::string(text);
  const bool mends = text.size() % 4 != 0;
  std::string name = main;
  while (true) {
    std::size_t end = text.starts_with(kMark) ? 0 : text.find("\n== ");
    if (end == std::string_view::npos) end = text.size();
    const bool has_part = end > 0 || name != main;
    const std::string_view part = text.substr(0, end);
    if (has_part)
      put(others, name, mends ? whole_xml(part) : std::string(part));
    if (end == text.size()) break;
    text.remove_prefix(text.find(kMark, end) + kMark.size());
    const std::size_t line = std::min(text.find('\n'), text.size());
    name = text.substr(0, line);
    text.remove_prefix(std::min(line + 1, text.size()));
  }
  // A length in the directory has two bytes.
  std::erase_if(others,
                [](const auto& part) { return part.first.size() > 0xFFFF; });
  return stored_zip(others);
}

}  // namespace gov_report::test
