// people.h - invented applicants and what they ask for.

#pragma once

#include <string>
#include <vector>

#include "support/dice.h"
#include "support/ledger_text.h"

namespace gov_report::test {

/// An applicant of the class with a channel and an official, asking for one
/// of `subjects`, or for anything if there are none.
Row applicant_row(const std::string& column,
                  const std::vector<std::string>& subjects, Dice& dice);

}  // namespace gov_report::test
