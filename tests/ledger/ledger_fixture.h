// ledger_fixture.h - CSV text as the records of a real ledger format.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/finding_list.h"
#include "ledger/record_reader.h"
#include "schema/schema.h"
#include "source/csv.h"

namespace gov_report {

inline RuleCatalogue real_rules() {
  return load_rule_catalogue(DataFiles(), [](const Finding&) {}).value();
}

inline Schema real_schema(int year) {
  return load_schema(DataFiles(), year, "", real_rules(), [](const Finding&) {})
      .value();
}

inline const LedgerFormat& ledger_of(const Schema& schema,
                                     std::string_view id) {
  for (const LedgerFormat& ledger : schema.ledgers) {
    if (ledger.id == id) return ledger;
  }
  throw std::out_of_range(std::string(id));
}

using EachRecord = std::function<void(Record&, const RecordReader&)>;

/// Hands every record on; returns the findings of the reader.
inline FindingList read_csv(const LedgerFormat& format, const std::string& text,
                            const EachRecord& each = {},
                            const std::string& file = "a.csv") {
  FindingList findings;
  UniqueValues unique;
  const auto rows = open_csv_rows(open_memory(text), file, findings.sink());
  RecordReader reader(format, *rows, file, make_date(2025, 1, 31).value(),
                      unique, findings.sink());
  Record record;
  while (reader.usable() && reader.next(record)) {
    if (each) each(record, reader);
  }
  return findings;
}

/// "rule/variant line:column", one a line.
inline std::string short_text(const FindingList& findings) {
  std::string text;
  for (const Finding& finding : findings.all()) {
    text += finding.rule;
    if (!finding.variant.empty()) text += "/" + finding.variant;
    text += " " + std::to_string(finding.place.at.line) + ":" +
            std::to_string(finding.place.at.column) + "\n";
  }
  return text;
}

}  // namespace gov_report
