#include "pipeline/report_before.h"

#include "import/read_page.h"

namespace gov_report {
namespace {

/// The words of a section, headings left out.
std::string words_of(const ReportSection& section) {
  std::string words;
  for (const ReportBlock& block : section.blocks) {
    if (block.kind == BlockKind::heading) continue;
    words += text_of(block);
    words += '\n';
  }
  return words;
}

}  // namespace

ReportBefore report_before(const PublishedReport& report,
                           const std::string& file) {
  ReportBefore before;
  before.figures.format = report.format->id;
  before.figures.year = report.year;
  before.figures.agency = report.agency;
  before.figures.file = file;
  for (std::size_t i = 0; i < report.table.cells.size(); ++i) {
    const Cell& cell = report.table.cells[i];
    const std::string& id = report.format->cells[i].id;
    if (cell.state == CellState::number) {
      before.figures.figures.emplace(id, cell.number);
    } else if (cell.state != CellState::missing) {
      before.figures.without_number.insert(id);
    }
  }
  for (const ReportSection& section : report.text.sections) {
    before.texts[section.id] = {file, words_of(section)};
  }
  return before;
}

std::optional<ReportBefore> read_report_before(const std::string& file,
                                               const PublishedLaw& law,
                                               const FindingSink& sink) {
  if (file.ends_with(".json")) {
    const auto root = read_yaml_file(file, file, sink);
    if (!root) return std::nullopt;
    const YamlNode* year = root->find("year");
    const int number =
        year == nullptr ? 0 : std::atoi(year->text.substr(0, 4).c_str());
    auto sealed = read_sealed_report(*root, number, file, sink);
    if (!sealed) return std::nullopt;
    return ReportBefore{std::move(*sealed), {}};
  }
  auto page = read_published_page(file, file, law.pages(), sink);
  if (!page) return std::nullopt;
  const auto report = read_report(*page, law.words());
  if (!report || report->several) {
    sink(no_report_finding(*page, report.has_value(), law.pages()));
    return std::nullopt;
  }
  return report_before(*report, file);
}

}  // namespace gov_report
