#include "pipeline/parallel_csv.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "pipeline/ledger_files.h"
#include "pipeline/part_rows.h"
#include "source/csv_file.h"
#include "source/csv_piece_rows.h"
#include "source/encoding_check.h"

namespace gov_report {
namespace {

constexpr std::size_t kFindingsHeld = 20'000;

/// One thread's share of a file.
struct Share {
  Share(LedgerIndex ledger, const CsvFile& file, const LedgerPass& whole,
        UniqueValues& unique)
      : calendar(whole.calendar),
        names(whole.names != nullptr ? std::optional(*whole.names)
                                     : std::nullopt),
        part_rows(whole.rows != nullptr ? std::optional(*whole.rows)
                                        : std::nullopt),
        encoding(file.encoding(), whole.encoding.has_value()),
        sink([this](Finding finding) {
          findings.push_back(std::move(finding));
        }),
        pass{whole.schema,
             whole.rules,
             whole.year,
             whole.as_of,
             whole.horizon,
             calendar,
             coverage,
             sink,
             whole.last,
             whole.year_end,
             names ? &*names : nullptr,
             1,
             whole.progress,
             whole.encoding,
             part_rows ? &*part_rows : nullptr},
        scan(ledger, pass),
        rows(file.head(), file.name(), file.encoding(), sink),
        reader(whole.schema.ledgers[ledger], rows, file.name(), whole.horizon,
               &unique, scan.row_sink()) {
    calendar.set_sink(sink);
  }

  Calendar calendar;
  Coverage coverage;
  std::optional<ApplicantNames> names;
  std::optional<PartRows> part_rows;
  EncodingCheck encoding;
  std::vector<Finding> findings;  // not yet handed over
  FindingSink sink;
  LedgerPass pass;
  LedgerScan scan;
  CsvPieceRows rows;
  RecordReader reader;
  CsvPiece piece;
};

class ParallelReading {
 public:
  ParallelReading(LedgerIndex ledger, const InputFile& input,
                  const CsvFile& file, const LedgerPass& pass,
                  UniqueValues& unique)
      : input_(input), file_(file), pass_(pass), pieces_(file.pieces()) {
    // More threads than pieces would have nothing to do.
    std::error_code no_size;
    const auto bytes = std::filesystem::file_size(input.path, no_size);
    const std::uintmax_t most = no_size ? 1 : bytes / CsvPieces::kPiece + 1;
    const auto jobs = std::min<std::uintmax_t>(pass.jobs, most);
    for (std::uintmax_t i = 0; i < jobs; ++i) {
      shares_.push_back(std::make_unique<Share>(ledger, file, pass, unique));
      // All find the same in the header; the first one's share is enough.
      if (i > 0) shares_.back()->findings.clear();
    }
  }

  bool usable() const { return shares_.front()->reader.usable(); }

  /// False if the file is not in the encoding that its start is in.
  bool run(UniqueValues& unique, LedgerIndex ledger) {
    for (const auto& share : shares_) share->scan.bind(share->reader);
    work_on_all();
    if (failed_) std::rethrow_exception(failed_);
    if (wrong_) return false;
    if (!pieces_->ended()) read_rest(unique, ledger);
    return proved_ || prove();
  }

  void hand_over(LedgerScan& total, ParallelResult& result) {
    for (const auto& share : shares_) {
      result.rows_rejected += share->rows.rows_rejected();
      total.absorb(share->scan);
      pass_.calendar.absorb(share->calendar);
    }
    result.rows_rejected += rest_rejected_;
    for (Finding& finding : held_) pass_.sink(std::move(finding));
    held_.clear();
    const RecordReader& reader = shares_.front()->reader;
    for (std::size_t f = 0; f < reader.format().fields.size(); ++f) {
      result.has_column.push_back(
          reader.has_column(static_cast<FieldIndex>(f)));
    }
    result.done = true;
  }

 private:
  void work_on_all() {
    std::vector<std::jthread> threads;
    try {
      for (std::size_t i = 1; i < shares_.size(); ++i) {
        threads.emplace_back([this, i] { work(*shares_[i]); });
      }
    } catch (const std::system_error&) {
      // The system gives no more threads: those that there are do it all.
    }
    work(*shares_.front());
  }

  void work(Share& share) {
    try {
      while (!stop_ && pieces_->take(share.piece)) {
        share.rows.read(share.piece);
        if (!fits_encoding(share)) {
          wrong_ = stop_ = true;
          return;
        }
        share.scan.read(share.reader);
        if (pass_.progress != nullptr) {
          pass_.progress->bytes += share.piece.size;
        }
        pass_on(share);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failed_ = std::current_exception();
      stop_ = true;
    }
  }

  static bool fits_encoding(Share& share) {
    const std::string_view piece = share.piece.text();
    const Gb18030Text* const converted = share.rows.converted();
    return converted != nullptr ? share.encoding.feed(piece, *converted)
                                : share.encoding.feed(piece);
  }

  void pass_on(Share& share) {
    if (share.findings.empty()) return;
    const std::lock_guard lock(mutex_);
    std::ranges::move(share.findings, std::back_inserter(held_));
    share.findings.clear();
    if (!proved_ && held_.size() > kFindingsHeld && !prove_by_reading()) {
      wrong_ = stop_ = true;
    }
    if (!proved_) return;
    for (Finding& finding : held_) pass_.sink(std::move(finding));
    held_.clear();
  }

  /// What is left must be read with care, by one. It may be any number of
  /// rows, so what is found in them is not held.
  void read_rest(UniqueValues& unique, LedgerIndex ledger) {
    if (!proved_ && !prove_by_reading()) {
      wrong_ = true;
      return;
    }
    for (Finding& finding : held_) pass_.sink(std::move(finding));
    held_.clear();
    Share& share = *shares_.front();
    share.sink = pass_.sink;
    const auto rest = file_.rest(pieces_->careful_from(), share.sink);
    RecordReader reader(pass_.schema.ledgers[ledger], *rest, file_.name(),
                        pass_.horizon, &unique, share.scan.row_sink());
    share.scan.read(reader);
    rest_rejected_ = rest->rows_rejected();
    pass_on(share);
  }

  bool prove() {
    if (wrong_) return false;
    EncodingCheck all(file_.encoding(), pass_.encoding.has_value());
    for (const auto& share : shares_) all.absorb(share->encoding);
    return all.holds();
  }

  bool prove_by_reading() {
    DecodingError error;
    const auto bytes = open_file(input_.path);
    proved_ = pass_.encoding
                  ? is_in_encoding(*bytes, file_.encoding(), error)
                  : detect_encoding(*bytes, error) == file_.encoding();
    return proved_;
  }

  const InputFile& input_;
  const CsvFile& file_;
  const LedgerPass& pass_;
  std::unique_ptr<CsvPieces> pieces_;
  std::vector<std::unique_ptr<Share>> shares_;
  std::mutex mutex_;
  std::vector<Finding> held_;
  bool proved_ = false;  // that the file is in its encoding
  std::atomic<bool> stop_ = false;
  std::atomic<bool> wrong_ = false;
  std::exception_ptr failed_;
  std::uint64_t rest_rejected_ = 0;
};

}  // namespace

ParallelResult read_csv_in_parallel(LedgerIndex ledger, const InputFile& file,
                                    const LedgerPass& pass,
                                    UniqueValues& unique, LedgerScan& total) {
  ParallelResult result;
  const auto encoding = guess_encoding(*open_file(file.path), pass.encoding);
  if (!encoding) return result;
  const FindingSink ignore = [](const Finding&) {};
  const SheetChoice choice = sheet_choice(pass.schema.ledgers[ledger], file);
  const CsvFile csv(file.path, file.name, *encoding, ignore, choice.is_heading);
  if (!csv.has_pieces()) return result;
  UniqueValues seen;
  ParallelReading reading(ledger, file, csv, pass, seen);
  if (reading.usable() && reading.run(seen, ledger)) {
    unique.absorb(seen);
    reading.hand_over(total, result);
  }
  return result;
}

}  // namespace gov_report
