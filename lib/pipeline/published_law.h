// published_law.h - all of the law that published reports of any year are
// judged by, loaded once for a batch.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "import/read_report.h"
#include "schema/claim_format.h"
#include "schema/crosswalk.h"
#include "schema/page_format.h"
#include "schema/schema.h"

namespace gov_report {

class PublishedLaw {
 public:
  /// nullopt after a finding (schema-error).
  static std::optional<PublishedLaw> load(const DataFiles& data,
                                          const RuleCatalogue& rules,
                                          const FindingSink& sink);

  const ReportWords& words() const { return words_; }
  const PageFormat& pages() const { return *pages_; }
  const TextFormat& texts() const { return schemas_.front()->texts; }
  /// The wordings about figures of a form; nullptr if there are none.
  const ClaimFormat* claims(const ReportFormat& format) const;
  /// nullptr if there is none.
  const Crosswalk* crosswalk(const std::string& from,
                             const std::string& to) const;

 private:
  std::vector<std::shared_ptr<const Schema>> schemas_;  // one of each form
  std::unique_ptr<PageFormat> pages_;
  std::map<std::string, ClaimFormat, std::less<>> claims_;
  std::map<std::pair<std::string, std::string>, Crosswalk> crosswalks_;
  ReportWords words_;
};

}  // namespace gov_report
