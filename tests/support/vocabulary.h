// vocabulary.h - how people write the columns and values of the ledgers.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gov_report::test {

struct Column {
  std::string id;
  std::string heading;
  /// Kept by few: facts that only some rules ask for.
  bool extra = false;
};

/// Columns of applications, disclosures, reviews or lawsuits.
const std::vector<Column>& columns_of(std::string_view ledger);

/// One value of a class field: its id and every spelling of it. The first
/// spelling is the printed label.
struct Value {
  std::string id;
  std::vector<std::string> spellings;
};

/// Values of a class field other than `result`; empty for any other field.
const std::vector<Value>& values_of(std::string_view field);

/// The same as `ledger` writes them: a review is never withdrawn like a
/// lawsuit.
const std::vector<Value>& values_of(std::string_view ledger,
                                    const std::string& field);

/// A result row: its short label, its number such as 三（三）1 and every other
/// spelling. "other_handling" is the single row of cn-2019.
struct ResultValue {
  std::string id;
  std::string label;
  std::string number;
  std::vector<std::string> spellings;
};
const std::vector<ResultValue>& result_values();

/// Full-width forms made half-width, spaces removed, letters lowered.
std::string folded(std::string_view text);

/// The reverse: ASCII digits and brackets made full-width.
std::string widened(std::string_view text);

}  // namespace gov_report::test
