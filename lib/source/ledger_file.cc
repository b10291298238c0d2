#include "source/ledger_file.h"

#include <system_error>
#include <utility>

#include "base/ascii.h"
#include "base/byte_stream.h"
#include "source/csv.h"
#include "source/csv_file.h"
#include "source/text_file.h"
#include "source/yaml.h"

namespace gov_report {

namespace {

Finding file_type_finding(const std::string& shown_name,
                          const std::string& extension) {
  Finding finding;
  finding.rule = "unknown-file-type";
  if (extension == ".xls" || extension == ".et" || extension == ".ods") {
    finding.variant = "spreadsheet";
  }
  finding.place.file = shown_name;
  finding.arguments = {{"file", shown_name}, {"extension", extension}};
  return finding;
}

std::optional<Encoding> encoding_of(ByteStream& bytes,
                                    std::optional<Encoding> told,
                                    DecodingError& error) {
  if (!told) return detect_encoding(bytes, error);
  return is_in_encoding(bytes, *told, error) ? told : std::nullopt;
}

std::unique_ptr<RowSource> open_csv(const std::filesystem::path& path,
                                    const std::string& shown_name,
                                    const FindingSink& sink,
                                    const LedgerOptions& options) {
  DecodingError error;
  const auto encoding = encoding_of(*open_file(path), options.encoding, error);
  if (!encoding) {
    sink(encoding_finding(error, shown_name));
    return nullptr;
  }
  const HeadingTest& is_heading = options.sheets.is_heading;
  if (options.rows == RowChoice::records) {
    auto file = std::make_shared<CsvFile>(path, shown_name, *encoding, sink,
                                          is_heading);
    if (file->head().columns.empty()) return nullptr;
    if (file->has_pieces()) return open_csv_file_rows(std::move(file), sink);
  }
  auto rows = open_csv_rows(decoded(open_file(path), *encoding), shown_name,
                            sink, options.rows, is_heading);
  if (rows->columns().empty()) return nullptr;
  return rows;
}

std::unique_ptr<RowSource> open_yaml(const std::filesystem::path& path,
                                     const std::string& shown_name,
                                     const FindingSink& sink) {
  auto text = read_text_file(path, shown_name, kYamlLedgerLimit, sink);
  if (!text) return nullptr;
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    Finding finding;
    finding.rule = "empty-file";
    finding.place.file = shown_name;
    finding.arguments = {{"file", shown_name}};
    sink(std::move(finding));
    return nullptr;
  }
  return open_yaml_rows(std::move(*text), shown_name, sink);
}

std::unique_ptr<RowSource> open_workbook(const std::filesystem::path& path,
                                         const std::string& shown_name,
                                         const FindingSink& sink,
                                         RowChoice choice,
                                         const SheetChoice& sheets) {
  BookFault fault;
  auto book = XlsxBook::open(path, fault);
  if (book == nullptr) {
    sink(workbook_finding(fault, shown_name));
    return nullptr;
  }
  return open_xlsx_rows(std::move(book), shown_name, sheets, sink, choice);
}

}  // namespace

bool is_csv(const std::filesystem::path& path) {
  const std::string extension = small_letters(path.extension().string());
  return extension == ".csv" || extension == ".tsv";
}

bool is_workbook(const std::filesystem::path& path) {
  const std::string extension = small_letters(path.extension().string());
  return extension == ".xlsx" || extension == ".xlsm";
}

std::unique_ptr<RowSource> open_ledger(const std::filesystem::path& path,
                                       std::string shown_name,
                                       const FindingSink& sink,
                                       const LedgerOptions& options) {
  const std::string extension = small_letters(path.extension().string());
  const bool yaml = extension == ".yaml" || extension == ".yml";
  try {
    if (is_csv(path)) {
      return open_csv(path, shown_name, sink, options);
    }
    if (yaml) return open_yaml(path, shown_name, sink);
    if (is_workbook(path)) {
      return open_workbook(path, shown_name, sink, options.rows,
                           options.sheets);
    }
    open_file(path);  // a missing file is missing, whatever its name
    sink(file_type_finding(shown_name, extension));
  } catch (const std::system_error& error) {
    sink(file_finding(error, std::move(shown_name), kYamlLedgerLimit));
  }
  return nullptr;
}

}  // namespace gov_report
