// The documents in force at the end of last year against this year's ledger.

#include <utility>

#include "base/text.h"
#include "check/last_year_sets.h"

namespace gov_report {

StandingDocumentRules::StandingDocumentRules(
    const LedgerFormat& ledger, const ReportYear& year,
    const std::vector<StandingDocument>& documents,
    std::set<std::string> complete, SealedSource source, FindingSink sink)
    : ledger_(ledger),
      rules_(*ledger.standing),
      year_(year),
      source_(std::move(source)),
      sink_(std::move(sink)),
      complete_(std::move(complete)) {
  for (const StandingDocument& document : documents) {
    listed_.emplace(document_key(document.kind, document.number), &document);
  }
}

void StandingDocumentRules::check(const Record& record,
                                  const RecordReader& reader) {
  const Value& number = record.values[rules_.number];
  const Value& date = record.values[rules_.date];
  if (number.kind != Value::Kind::text || date.kind != Value::Kind::date) {
    return;
  }
  const bool enters = holds_all(rules_.enters, record, year_);
  if (!enters && !holds_all(rules_.leaves, record, year_)) return;
  const std::string kind = class_id(ledger_, rules_.kind, record);
  const std::string key = document_key(kind, number.text);
  const bool before = date.date < year_.first;
  const bool later = date.date > year_.last;
  const bool listed = listed_.contains(key);
  const auto found = [&](std::string variant) {
    Finding finding = about(std::move(variant), std::string(number.text),
                            reader.place(rules_.number));
    finding.arguments.push_back({"date", iso_text(date.date)});
    return finding;
  };
  if (enters) {
    if (before && listed) seen_.seen.insert(key);
    if (before && !listed) seen_.added.try_emplace(key, found("added"));
    if (!before && !later) seen_.issued.insert(key);
  } else {
    if (before && listed) sink_(found("repealed-before"));
    if (before) seen_.repealed_before.insert(key);
    const bool known = listed || !complete_.contains(kind);
    if (!before && !later && !known) {
      seen_.repealed.try_emplace(key, found("repealed"));
    }
  }
}

Finding StandingDocumentRules::about(std::string variant,
                                     const std::string& number,
                                     Place place) const {
  Finding finding;
  finding.rule = rules_.rule;
  finding.variant = std::move(variant);
  finding.place = std::move(place);
  finding.arguments = {{"record", printable(trimmed(number))},
                       {"year", std::to_string(source_.year)},
                       {"file", source_.file}};
  return finding;
}

void StandingDocumentRules::finish(bool whole, Coverage& coverage) {
  coverage.ran(rules_.rule);
  // A ledger that begins with this year lacks all of them, and may.
  const bool keeps_old_rows = whole && !seen_.seen.empty();
  for (const auto& [key, document] : listed_) {
    if (!keeps_old_rows || seen_.seen.contains(key)) continue;
    Finding missing = about("missing", document->number,
                            {source_.file, document->at, 1, {}, {}});
    missing.arguments.push_back({"date", iso_text(document->date)});
    sink_(std::move(missing));
  }
  for (auto& [key, finding] : seen_.added) {
    if (!seen_.repealed_before.contains(key)) sink_(std::move(finding));
  }
  for (auto& [key, finding] : seen_.repealed) {
    if (!seen_.issued.contains(key)) sink_(std::move(finding));
  }
}

}  // namespace gov_report
