#include "pipeline/read_outputs.h"

#include <system_error>

#include "base/byte_stream.h"
#include "base/decimal.h"
#include "base/text.h"
#include "import/docx_page.h"
#include "import/html_page.h"
#include "import/report_figures.h"
#include "import/xlsx_page.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

/// A workbook has a title above each table.
constexpr int kSheetTop = 1;

void place(const ReportFormat& format, const std::vector<CellGrid>& grids,
           int top, OutputFigures& output) {
  if (!output.fault.variant.empty()) return;
  PlacedFigures placed = figures_by_position(format, grids, top);
  for (auto& [cell, text] : placed.figures) {
    output.figures.emplace(cell, plain_figure(text));
  }
  output.misfits = std::move(placed.misfits);
}

void read_json(const std::string& bytes, const ReportFormat& format,
               OutputFigures& output) {
  YamlError error;
  const auto root = parse_yaml(bytes, error);
  if (!root) {
    output.fault = {"broken-json", std::to_string(error.at.line) + ":" +
                                       std::to_string(error.at.column)};
    return;
  }
  const YamlNode* cells = root->find("cells");
  if (cells == nullptr || cells->kind != YamlNode::Kind::mapping) {
    output.fault = {"broken-json", "cells"};
    return;
  }
  for (const auto& [key, value] : cells->entries) {
    if (!format.cell(key.text)) continue;
    output.figures.emplace(
        key.text, value.is_null() ? std::string() : plain_figure(value.text));
  }
}

}  // namespace

std::string plain_figure(std::string_view text) {
  const auto number = Decimal::parse(half_width(text));
  return number ? number->text() : std::string(trimmed(text));
}

OutputFigures read_output(const std::filesystem::path& folder,
                          const std::string& name, const ReportFormat& format) {
  OutputFigures output;
  output.file = name;
  const std::filesystem::path path = folder / name;
  const std::string ending = path.extension().string();
  if (ending == ".docx") {
    place(format, read_docx_tables(path, output.fault), 0, output);
    return output;
  }
  if (ending == ".xlsx") {
    place(format, read_xlsx_tables(path, output.fault), kSheetTop, output);
    return output;
  }
  std::string bytes;
  try {
    bytes = read_file(path, kHtmlLimit);
  } catch (const std::system_error& error) {
    output.fault = {
        error.code() == std::errc::file_too_large ? "too-large" : "damaged",
        error.code().message()};
    return output;
  }
  if (first_invalid_utf8(bytes)) {
    output.fault = {"damaged", "UTF-8"};
  } else if (ending == ".json") {
    read_json(bytes, format, output);
  } else if (ending == ".md") {
    place(format, read_markdown_tables(bytes, output.fault), 0, output);
  } else {
    place(format, read_html_tables(bytes, output.fault), 0, output);
  }
  return output;
}

}  // namespace gov_report
