// applicant_names.h - which names of natural persons in a ledger may stand in
// a text, found in one pass over the ledger.
//
//   in      the text, before the pass; then records
//   out     names whose first two characters stand together in the text
//   memory  128 KiB and the names kept, at most kNameLimit of them, however
//           long the ledger is
//   absent  texts that are no name (schemas/texts.yaml, personal) are left out

#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ledger/record.h"
#include "schema/text_format.h"

namespace gov_report {

inline constexpr std::size_t kNameLimit = 20'000;

class ApplicantNames {
 public:
  explicit ApplicantNames(const PersonalWords& words);

  /// Adds a text that names may stand in.
  void look_in(std::string_view text);
  /// REQUIRES: the record is of the ledger of `words`.
  void see(const Record& record);

  /// Adds what a copy has seen.
  void absorb(const ApplicantNames& other);

  /// The same by way of a file.
  void add(const std::set<std::string>& names, bool complete);

  /// Folded, in no order that matters.
  std::vector<std::string> names() const;
  /// False if there were more than kNameLimit; the rest is not kept.
  bool complete() const { return complete_; }

 private:
  void see_name(std::string_view name);
  void keep(const std::string& name);

  const PersonalWords& words_;
  std::array<bool, 256> may_separate_{};  // by character modulo its size
  std::vector<bool> pairs_;  // by hash: two characters stand in the text
  std::unordered_set<std::string> names_;
  bool complete_ = true;
};

}  // namespace gov_report
