// due_date.h - the day by which a case must be answered (条例 §33, 109号).
//
//   units   working days (schema/calendar.h)
//   absent  no day while a case waits, or without a date to start from

#pragma once

#include <optional>

#include "ledger/record.h"
#include "schema/calendar.h"
#include "schema/ledger_format.h"

namespace gov_report {

/// The day by which a case must be answered (条例 §33); nullopt while it waits
/// for a correction or a payment, or without a date to start from.
std::optional<Date> due_date(const DueRule& due, const Record& record,
                             Calendar& calendar);

}  // namespace gov_report
