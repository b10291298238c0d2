// foot_glance.h - whether a row may begin with a word of totals or signatures:
// a glance at its first character, for each row of a ledger.
//
//   out  false is sure; true is not

#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

#include "schema/ledger_format.h"
#include "source/row_source.h"

namespace gov_report {

class FootGlance {
 public:
  explicit FootGlance(const LedgerFormat& format) {
    for (const auto& word : format.total_words) enter(word);
    for (const auto& word : format.signature_words) enter(word);
  }

  bool may_begin(const Row& row) const {
    for (const Field& field : row.fields) {
      if (field.text.empty()) continue;
      // Blanks are cut off later, and those within a word left out.
      if (field.text[0] >= '0' && field.text[0] <= '9') return false;
      return is_blank(field.text) || seen_[mark_of(field.text)];
    }
    return false;
  }

 private:
  static constexpr std::size_t kMarks = 4096;

  /// Of the first character, or the first three letters, small or large.
  static std::size_t mark_of(std::string_view text) {
    const auto byte = [&](std::size_t at) {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    if (byte(0) >= 0x80U) return (byte(1) % 64U) * 64U + byte(2) % 64U;
    return (byte(0) % 32U) * 128U + (byte(1) % 32U) * 4U + byte(2) % 4U;
  }

  static bool is_blank(std::string_view text) {
    return text.front() == ' ' || text.front() == '\t' ||
           text.starts_with("\u3000") || text.starts_with("\u00A0");
  }

  void enter(std::string_view word) {
    if (!word.empty()) seen_.set(mark_of(word));
  }

  std::bitset<kMarks> seen_;
};

}  // namespace gov_report
