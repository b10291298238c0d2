// heading_test.h - how a reader tells the header from the titles above it.

#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace gov_report {

/// True for a text that is the name of a column.
using HeadingTest = std::function<bool(std::string_view text)>;

/// Rows that are looked at: titles and notes are above a header.
inline constexpr std::size_t kTopRows = 40;

}  // namespace gov_report
