#include "narrative/source_text.h"

namespace gov_report {

SourceText::SourceText(std::string name, std::string bytes)
    : file(std::move(name)), text(std::move(bytes)) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  line_starts.push_back(0);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool ends =
        text[at] == '\n' ||
        (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
    if (ends) line_starts.push_back(at + 1);
  }
}

std::string_view SourceText::line(std::uint64_t number) const {
  if (number == 0 || number > line_starts.size()) return {};
  const std::size_t from = line_starts[number - 1];
  const std::size_t to =
      number < line_starts.size() ? line_starts[number] : text.size();
  std::string_view line = std::string_view(text).substr(from, to - from);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Place SourceText::place(Position at, std::uint32_t width) const {
  return {file, at, width, std::string(line(at.line)), {}};
}

void Faults::add(std::string rule, std::string variant, Position at,
                 std::uint32_t width, std::vector<Argument> arguments,
                 std::string cell) {
  if (++count_ > kFaultLimit) {
    if (count_ > kFaultLimit + 1) return;
    rule = "unsupported-markdown";
    variant = "more";
    arguments.clear();
    cell.clear();
  }
  Finding finding;
  finding.rule = std::move(rule);
  finding.variant = std::move(variant);
  finding.place = source_.place(at, width);
  finding.arguments = std::move(arguments);
  finding.cell = std::move(cell);
  sink_(std::move(finding));
}

void Faults::unsupported(std::string variant, Position at,
                         std::uint32_t width) {
  add("unsupported-markdown", std::move(variant), at, width);
}

}  // namespace gov_report
