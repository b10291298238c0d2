#include "base/utf8_check.h"

#include <simdjson.h>

namespace gov_report {

bool is_utf8(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size());
}

}  // namespace gov_report
