// listing.h - several things in a row, as messages name them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/finding.h"

namespace gov_report {

/// With enumeration commas in Chinese, commas in English; beyond the first
/// `most` an ellipsis stands for the rest.
Text listed(const std::vector<Text>& items, std::size_t most = SIZE_MAX);

}  // namespace gov_report
