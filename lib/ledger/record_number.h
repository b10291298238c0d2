// record_number.h - by what two numbers of records are found to be one.

#pragma once

#include <string>
#include <string_view>

namespace gov_report {

/// The number folded (base/text.h), with one kind of dash for all:
///   fold_number("\uFF12\uFF10\uFF12\uFF14\u2014001") == "2024-001"
std::string fold_number(std::string_view number);

}  // namespace gov_report
