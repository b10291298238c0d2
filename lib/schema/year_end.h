// year_end.h - what a ledger hands on from one year to the next: the cases
// that are open on 31 December, and the documents in force on that day
// (schemas/README.md, "Year end").
//
//   source  30号 form (上年结转, 结转下年度, 尚未审结, 现行有效件数)

#pragma once

#include <map>
#include <optional>
#include <string>

#include "schema/conditions.h"
#include "schema/ledger_format.h"

namespace gov_report {

/// Cases that are open at the end of a year are those carried over into the
/// next. A rule that is empty is not checked.
struct CarriedCases {
  FieldIndex id = 0;
  FieldIndex date = 0;                    ///< of receipt; fixed
  FieldIndex closed = 0;                  ///< date; empty while open
  std::optional<FieldIndex> value_class;  ///< fixed at receipt, too
  Where at_end;                           ///< open on 31 December of Y
  Where at_start;                         ///< open on 1 January of Y
  std::string counted_in;                 ///< row of those carried over
  std::string missing;                    ///< rules
  std::string unknown;
  std::string class_changed;
  std::string date_changed;
};

/// Documents that stay in force until they are repealed, as far as they have a
/// number.
struct StandingDocuments {
  FieldIndex kind = 0;
  FieldIndex number = 0;
  FieldIndex date = 0;
  Where enters;
  Where leaves;
  /// By kind: the cell that says how many there are.
  std::map<ValueIndex, std::string> stock;
  std::string rule;
};

CarriedCases read_carried_cases(const YamlNode& yaml,
                                const LedgerFormat& ledger,
                                SchemaErrors& errors);
StandingDocuments read_standing_documents(const YamlNode& yaml,
                                          const LedgerFormat& ledger,
                                          SchemaErrors& errors);

}  // namespace gov_report
