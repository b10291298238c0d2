// matches.h - whether a record meets the conditions of a schema.

#pragma once

#include <string>

#include "ledger/record.h"

namespace gov_report {

/// What conditions are judged against.
struct ReportYear {
  int year = 0;
  Date first;          ///< 1 January
  Date last;           ///< 31 December
  std::string agency;  ///< folded name of the reporting body
};

ReportYear make_report_year(int year, std::string_view agency);

/// Whether a filled text names the reporting body.
bool is_own(const Value& value, const FieldFormat& field,
            const ReportYear& year);

/// No condition holds for a value that could not be understood.
bool holds(const Condition& condition, const Record& record,
           const ReportYear& year);
bool holds_all(const Where& where, const Record& record,
               const ReportYear& year);

}  // namespace gov_report
