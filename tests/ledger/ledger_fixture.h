// ledger_fixture.h - CSV text as the records of a real ledger format.

#pragma once

#include <functional>
#include <random>
#include <stdexcept>
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

/// A ledger with every column; one field in `rare` is filled in, with one of a
/// few values.
inline std::string any_ledger(const LedgerFormat& format, unsigned rows,
                              unsigned rare) {
  std::mt19937 random(5);
  const auto one_of = [&](const std::vector<std::string>& texts) {
    return texts[random() % texts.size()];
  };
  const auto value_of = [&](const FieldFormat& field) -> std::string {
    switch (field.type) {
      case FieldType::date:
        return one_of({"", "", "2023-12-31", "2024-01-01", "2024-12-31",
                       "2025-01-01", "2020-06-01", "2024-02-30"});
      case FieldType::count:
      case FieldType::amount:
        return one_of({"", "0", "7", "30", "-"});
      case FieldType::text:
        return one_of({"", "\u672C\u673A\u5173", "\u7532\u5C40"});
      default:
        if (random() % 5 == 0) return one_of({"", "?"});
        return field.values[random() % field.values.size()].id;
    }
  };
  std::string text;
  for (const FieldFormat& field : format.fields) text += field.id + ",";
  text.back() = '\n';
  for (unsigned row = 0; row < rows; ++row) {
    for (const FieldFormat& field : format.fields) {
      if (random() % rare == 0) text += value_of(field);
      text += ',';
    }
    text.back() = '\n';
  }
  return text;
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
