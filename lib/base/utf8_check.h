// utf8_check.h - is all of a text valid UTF-8 (RFC 3629)?
//
//   library simdjson, and only in utf8_check.cc

#pragma once

#include <string_view>

namespace gov_report {

/// Several gigabytes a second; where the fault is, first_invalid_utf8() says.
bool is_utf8(std::string_view text);

}  // namespace gov_report
