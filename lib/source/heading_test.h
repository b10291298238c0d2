// heading_test.h - how a reader tells the header from the titles above it.

#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace gov_report {

/// True for a text that is the name of a column.
using HeadingTest = std::function<bool(std::string_view text)>;

/// Rows with a value that are looked at: titles and notes are above a header,
/// records are not.
inline constexpr std::size_t kTopRows = 40;
/// Rows above a header that have several cells, as "by: me | on: a day".
inline constexpr std::size_t kMostNotes = 3;

inline constexpr std::size_t kColumnLimit = 16384;  ///< as in spreadsheets

}  // namespace gov_report
