#include "pipeline/published_law.h"

#include "schema/load_claims.h"
#include "schema/load_pages.h"

namespace gov_report {

std::optional<PublishedLaw> PublishedLaw::load(const DataFiles& data,
                                               const RuleCatalogue& rules,
                                               const FindingSink& sink) {
  PublishedLaw law;
  auto pages = load_page_format(data, sink);
  if (!pages) return std::nullopt;
  law.pages_ = std::make_unique<PageFormat>(std::move(*pages));
  std::vector<std::shared_ptr<const ReportFormat>> forms;
  for (const FormatYears& years : list_formats(data, sink)) {
    auto schema = load_schema(data, years.from_year, years.id, rules, sink);
    if (!schema) return std::nullopt;
    law.schemas_.push_back(std::make_shared<const Schema>(std::move(*schema)));
    const ReportFormat& form = law.schemas_.back()->report;
    forms.emplace_back(law.schemas_.back(), &form);
    if (!form.checked_wording) continue;
    auto claims = load_claims(data, form, rules, sink);
    if (!claims) return std::nullopt;
    law.claims_.emplace(form.id, std::move(*claims));
  }
  if (law.schemas_.empty()) return std::nullopt;
  for (const auto& from : law.schemas_) {
    for (const auto& to : law.schemas_) {
      if (from == to) continue;
      auto crosswalk = load_crosswalk(data, from->report, to->report, sink);
      if (!crosswalk) continue;
      law.crosswalks_.emplace(std::pair(from->report.id, to->report.id),
                              std::move(*crosswalk));
    }
  }
  law.words_.forms = published_forms(forms);
  law.words_.page = law.pages_.get();
  law.words_.texts = &law.schemas_.front()->texts;
  return law;
}

const ClaimFormat* PublishedLaw::claims(const ReportFormat& format) const {
  const auto found = claims_.find(format.id);
  return found == claims_.end() ? nullptr : &found->second;
}

const Crosswalk* PublishedLaw::crosswalk(const std::string& from,
                                         const std::string& to) const {
  const auto found = crosswalks_.find(std::pair(from, to));
  return found == crosswalks_.end() ? nullptr : &found->second;
}

}  // namespace gov_report
