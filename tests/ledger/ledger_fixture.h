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

/// Hands every record on; returns the findings of the reader, then those of
/// values that come twice.
inline FindingList read_csv(const LedgerFormat& format, const std::string& text,
                            const EachRecord& each = {},
                            const std::string& file = "a.csv") {
  FindingList findings;
  const Date as_of = make_date(2025, 1, 31).value();
  UniqueValues unique;
  const auto rows = open_csv_rows(open_memory(text), file, findings.sink());
  RecordReader reader(format, *rows, file, as_of, &unique, findings.sink());
  for (Record record; reader.usable() && reader.next(record);) {
    if (each) each(record, reader);
  }
  RepeatedValues repeated(unique.repeated());
  bool again = false;
  const auto ignored = [](const Finding&) {};
  const auto late = [&](Finding finding) {
    if (again) findings.add(std::move(finding));
  };
  const auto rows_again = open_csv_rows(open_memory(text), file, ignored);
  RecordReader second(format, *rows_again, file, as_of, nullptr, late);
  for (Record record; second.usable() && second.next(record); again = false) {
    again = true;
    second.report_repeated(record, repeated);
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
