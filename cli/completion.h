// completion.h - gov-report completion bash.

#pragma once

#include "command.h"

namespace gov_report::cli {

int run_completion(const Context& context);

}  // namespace gov_report::cli
