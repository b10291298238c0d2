// record.h - a ledger row with typed values.
//
//   absent  an empty value has kind empty; one that could not be understood
//           has kind bad and has been reported. No condition holds for a bad
//           value, so such a record is not counted where that field matters.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "schema/ledger_format.h"

namespace gov_report {

struct Value {
  enum class Kind : std::uint8_t {
    empty,
    bad,
    text,
    date,
    count,
    amount,
    choice
  };
  Kind kind = Kind::empty;
  // Of these only the one that `kind` names means anything; counts are amounts
  // too.
  ValueIndex choice = 0;  ///< class values and flags
  Date date;
  Count count = 0;
  Decimal amount;
  std::string_view text;  ///< as it stands in the file

  bool filled() const { return kind != Kind::empty; }
};

/// Valid until the reader's next record.
struct Record {
  const LedgerFormat* format = nullptr;
  std::uint64_t line = 0;     ///< first physical line in its file
  std::vector<Value> values;  ///< one per field of the format
  bool has_errors = false;    ///< a finding was made
  bool is_foot = false;       ///< it is a total or a signature: that was told,
                              ///< and nothing else is
};

}  // namespace gov_report
