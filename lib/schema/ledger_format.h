// ledger_format.h - what one ledger may contain, loaded from
// schemas/ledgers/*.yaml (the language: schemas/README.md).
//
//   source  domain of the fields: 条例 §45 (the duty to keep records)

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "schema/field_format.h"
#include "schema/row_rule.h"

namespace gov_report {

struct CarriedCases;       // schema/year_end.h
struct StandingDocuments;  // schema/year_end.h

struct LedgerFormat {
  std::string id;
  Text label;
  std::string citation;
  std::vector<FieldFormat> fields;
  std::vector<FieldIndex> named_by;  ///< the first filled one names a record
  /// Folded; what may stand in brackets beside a heading and says nothing.
  std::vector<std::string> heading_notes;
  /// Folded; what rows under the records begin with: sums, and who signed when.
  std::vector<std::string> total_words;
  std::vector<std::string> signature_words;
  std::vector<RowRule> rules;
  std::optional<DueRule> due;
  std::optional<Tariff> tariff;
  std::shared_ptr<const CarriedCases> carried;        ///< null: none
  std::shared_ptr<const StandingDocuments> standing;  ///< null: none

  /// nullopt if there is no such field.
  std::optional<FieldIndex> field(std::string_view id) const;
};

}  // namespace gov_report
