// people.h - invented applicants and what they ask for.

#pragma once

#include <string>

#include "support/dice.h"
#include "support/ledger_text.h"

namespace gov_report::test {

/// An applicant of the class with a subject, a channel and an official.
Row applicant_row(const std::string& column, Dice& dice);

}  // namespace gov_report::test
