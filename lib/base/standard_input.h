// standard_input.h - what is handed to the program on its standard input.

#pragma once

#include <cstddef>
#include <string>

namespace gov_report {

/// All of it, waiting for its end.
/// errors  std::system_error; also EFBIG when it is longer than `limit`
std::string read_standard_input(std::size_t limit);

}  // namespace gov_report
