// parallel_csv.h - a large CSV ledger read in pieces, by one thread or several.
//
// Each thread takes the next piece of the file, types, checks and counts its
// rows by itself; at the end the shares are put together. What comes out does
// not depend on which thread took what.
//
// That a file is in UTF-8 or GB18030 is decided over all of it. So that it need
// not be read twice, the threads start with what its beginning looks like, and
// nothing they find leaves them before the end of the file has proved it.
//
//   memory  a piece and the findings of one for each thread; findings of the
//           whole file up to kFindingsHeld, then the file is proved at once

#pragma once

#include "ledger/unique_values.h"
#include "pipeline/ledger_scan.h"
#include "workspace/workspace.h"

namespace gov_report {

/// Smaller files are done before threads have started; they are read by one.
inline constexpr std::uintmax_t kParallelFrom = 4 << 20;

struct ParallelResult {
  bool done = false;  ///< false: the file must be read by one, from its start
  std::uint64_t rows_rejected = 0;
  std::vector<bool> has_column;  ///< by field
};

/// Adds the records of `file` to `total`. Nothing of them is in it, and no
/// finding about them has been made, if the result is not done.
ParallelResult read_csv_in_parallel(LedgerIndex ledger, const InputFile& file,
                                    const LedgerPass& pass,
                                    UniqueValues& unique, LedgerScan& total);

}  // namespace gov_report
