// heading_words.h - which field a heading names.
//
//   in      a heading as it stands in the file, with blanks and line breaks
//   out     the field by id, heading or alias, folded; a star, a colon or a
//           note in brackets beside it (LedgerFormat::heading_notes) is nothing
//   absent  a heading of no field

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "schema/ledger_format.h"

namespace gov_report {

class HeadingWords {
 public:
  /// `format` must outlive this.
  explicit HeadingWords(const LedgerFormat& format);

  std::optional<FieldIndex> find(std::string_view heading) const;

 private:
  const LedgerFormat& format_;
  std::map<std::string, FieldIndex, std::less<>> fields_;  // folded
};

}  // namespace gov_report
