// ledger_text.h - rows of a ledger to CSV text in the ways people write it.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/dice.h"

namespace gov_report::test {

/// Field id to value: value ids for class fields, 2024-01-02 for dates.
using Row = std::map<std::string, std::string>;

enum class Headings { kChinese, kEnglish, kMixed };
enum class Spelling { kLabels, kIds, kNumbers, kMixed };
enum class Dates { kIso, kMixed };

struct LedgerStyle {
  Headings headings = Headings::kChinese;
  /// kNumbers writes results as 三（三）1 and the rest as labels.
  Spelling values = Spelling::kLabels;
  Dates dates = Dates::kIso;
  bool byte_order_mark = false;
  bool crlf = false;
  /// With the columns that only some rules ask for.
  bool all_columns = false;
  /// Columns in any order, with one that no ledger knows.
  bool shuffled_columns = false;
};

/// CSV of a ledger with a header; `dice` decides what is mixed.
std::string write_ledger(std::string_view ledger, const std::vector<Row>& rows,
                         const LedgerStyle& style, Dice& dice);

}  // namespace gov_report::test
