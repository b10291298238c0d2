#include "pipeline/ledgers.h"

#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "check/tariff.h"
#include "ledger/record_reader.h"
#include "pipeline/ledger_files.h"
#include "pipeline/ledger_scan.h"
#include "pipeline/parallel_csv.h"
#include "source/ledger_file.h"

namespace gov_report {
namespace {

std::unique_ptr<RowSource> open_records(const LedgerFormat& format,
                                        const InputFile& file,
                                        const LedgerPass& pass,
                                        const FindingSink& sink) {
  return open_ledger(
      file.path, file.name, sink,
      {RowChoice::records, sheet_choice(format, file), pass.encoding});
}

/// Reads the files a second time, for the tariff alone.
void count_for_tariff(const LedgerFormat& format,
                      const std::vector<InputFile>& files,
                      const LedgerPass& pass, TariffRules& tariff) {
  const FindingSink ignore = [](const Finding&) {};  // all were reported
  for (const InputFile& file : files) {
    const auto source = open_records(format, file, pass, ignore);
    if (source == nullptr) continue;
    RecordReader reader(format, *source, file.name, pass.horizon, nullptr,
                        ignore);
    if (!reader.usable()) continue;
    tariff.bind(reader, pass.coverage);
    for (Record record; reader.next(record);) tariff.count(record);
  }
}

/// Reads the files once more, for the values that may have come twice.
bool report_repeated(const LedgerFormat& format,
                     const std::vector<InputFile>& files,
                     const LedgerPass& pass,
                     const std::vector<std::uint64_t>& hashes) {
  const FindingSink ignore = [](const Finding&) {};  // all were reported
  RepeatedValues repeated(hashes);
  bool any = false;
  bool looking = false;
  const FindingSink found = [&](Finding finding) {
    if (!looking) return;
    any = any || is_error(finding, pass);
    pass.sink(std::move(finding));
  };
  for (const InputFile& file : files) {
    const auto source = open_records(format, file, pass, ignore);
    if (source == nullptr) continue;
    RecordReader reader(format, *source, file.name, pass.horizon, nullptr,
                        found);
    for (Record record; reader.usable() && reader.next(record);) {
      looking = true;
      reader.report_repeated(record, repeated);
      looking = false;
    }
  }
  return any;
}

FileResult read_alone(const LedgerFormat& format, const InputFile& file,
                      const LedgerPass& pass, UniqueValues& unique,
                      LedgerScan& scan) {
  FileResult result;
  const auto source = open_records(format, file, pass, pass.sink);
  if (source == nullptr) return result;
  RecordReader reader(format, *source, file.name, pass.horizon, &unique,
                      scan.row_sink());
  if (reader.usable() && !source->columns().empty()) scan.bind(reader);
  scan.read(reader);
  result.complete = reader.usable();
  result.rows_rejected = source->rows_rejected();
  for (std::size_t f = 0; f < format.fields.size(); ++f) {
    result.has_column.push_back(reader.has_column(static_cast<FieldIndex>(f)));
  }
  return result;
}

}  // namespace

FileResult read_ledger_file(LedgerIndex ledger, const InputFile& file,
                            const LedgerPass& pass, UniqueValues& unique,
                            LedgerScan& scan) {
  const LedgerFormat& format = pass.schema.ledgers[ledger];
  std::error_code no_file;
  const bool shared =
      format.standing == nullptr && is_csv(file.path) &&
      std::filesystem::file_size(file.path, no_file) >= kParallelFrom &&
      !no_file;
  if (shared) {
    if (pass.progress != nullptr) {
      pass.progress->bytes_in_all +=
          std::filesystem::file_size(file.path, no_file);
    }
    ParallelResult parallel =
        read_csv_in_parallel(ledger, file, pass, unique, scan);
    if (parallel.done) {
      return {true, parallel.rows_rejected, std::move(parallel.has_column)};
    }
  }
  return read_alone(format, file, pass, unique, scan);
}

LedgerResult read_ledger(LedgerIndex ledger,
                         const std::vector<InputFile>& files,
                         const LedgerPass& pass) {
  const LedgerFormat& format = pass.schema.ledgers[ledger];
  bool complete = true;
  bool faulty = false;
  std::vector<bool> columns(format.fields.size(), true);
  std::vector<bool> some_columns(format.fields.size(), false);
  LedgerScan scan(ledger, pass);
  const std::uint64_t rejected_before = pass.coverage.rows_rejected;
  {
    UniqueValues unique;
    for (const InputFile& file : files) {
      const FileResult read =
          read_ledger_file(ledger, file, pass, unique, scan);
      complete = complete && read.complete;
      pass.coverage.rows_rejected += read.rows_rejected;
      for (std::size_t f = 0; f < read.has_column.size(); ++f) {
        if (read.has_column[f]) {
          some_columns[f] = true;
        } else {
          columns[f] = false;
        }
      }
    }
    const std::vector<std::uint64_t> repeated = unique.repeated();
    if (!repeated.empty()) {
      faulty = report_repeated(format, files, pass, repeated);
    }
  }
  const bool rejected = pass.coverage.rows_rejected != rejected_before;
  faulty = faulty || rejected || scan.faulty();
  scan.finish_sets(complete && !rejected);
  if (auto& tariff = scan.tariff()) {
    if (tariff->must_count()) count_for_tariff(format, files, pass, *tariff);
    tariff->finish(pass.sink);
  }
  return {scan.tally(), complete, faulty, std::move(columns),
          std::move(some_columns)};
}

}  // namespace gov_report
