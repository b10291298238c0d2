// system_reason.h - why the operating system would not, as arguments of a
// finding.
//
// The words of the system are English, or another language that nobody asked
// for. schemas/messages.yaml has words for the usual reasons, and the rule
// catalogue puts them in the place of the system's.

#pragma once

#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/finding.h"

namespace gov_report {

/// {reason}: the path, where it is not `shown` itself, and the system's words;
/// {errno}: their number.
std::vector<Argument> reason_arguments(const std::system_error& error,
                                       std::string_view shown);

/// "EACCES"; "" if the number has no name.
std::string errno_name(int number);

/// `reason`, which ends with the system's words for `number`, with `words` in
/// their place.
std::string with_words(std::string_view reason, int number,
                       std::string_view words);

}  // namespace gov_report
