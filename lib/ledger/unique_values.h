// unique_values.h - values that must not come twice, such as case numbers.
//
//   memory  about 58 MiB for a million case numbers

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_set.h"
#include "schema/ledger_format.h"

namespace gov_report {

/// Values of unique fields seen so far, over all files of a ledger.
class UniqueValues {
 public:
  /// "file:line" of the first place of the same value; nullopt if it is new.
  /// Full-width forms, blanks and letter case make no difference.
  std::optional<std::string> enter(FieldIndex field, std::string_view value,
                                   const std::string& file, std::uint64_t line);

 private:
  struct First {
    std::uint32_t file;
    std::uint64_t line;
  };
  struct Seen {
    TextSet values;
    std::vector<First> first;  // by number of the value
  };
  std::map<FieldIndex, Seen> fields_;
  std::vector<std::string> files_;
};

}  // namespace gov_report
