// letterhead.h - the placeholders of title and preamble (schemas/README.md).

#pragma once

#include <map>
#include <string>
#include <string_view>

namespace gov_report {

/// By name: agency, year, contact.phone. A name that is not there, or is
/// empty, has no value.
using LetterheadValues = std::map<std::string, std::string, std::less<>>;

/// `pattern` with its {names} replaced. A piece in [ ] is printed, without the
/// brackets, if every name in it has a value.
///   "Ask {agency}[, {contact.phone}]." without a phone is "Ask us."
/// A pattern with a name outside brackets that has no value gives "".
std::string fill_in(std::string_view pattern, const LetterheadValues& values);

}  // namespace gov_report
