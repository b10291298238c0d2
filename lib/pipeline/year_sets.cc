#include "pipeline/year_sets.h"

#include <algorithm>
#include <set>

namespace gov_report {
namespace {

/// Kinds of which last year's list holds as many as were in force.
std::set<std::string> complete_kinds(
    const LedgerFormat& ledger, const SealedReport& last,
    const std::vector<StandingDocument>& documents) {
  std::set<std::string> complete;
  const StandingDocuments& rules = *ledger.standing;
  for (const auto& [value, cell] : rules.stock) {
    const std::string& kind = ledger.fields[rules.kind].values[value].id;
    const auto listed =
        std::ranges::count(documents, kind, &StandingDocument::kind);
    if (last.number(cell) == Decimal(static_cast<Count>(listed))) {
      complete.insert(kind);
    }
  }
  return complete;
}

}  // namespace

YearSets::YearSets(const LedgerFormat& ledger, const LedgerPass& pass)
    : ledger_(ledger), pass_(pass) {
  if (pass.year_end != nullptr) collector_.emplace(ledger, pass.year);
  if (!ledger.carried && !ledger.standing) return;
  const SealedReport* last = pass.last;
  const std::string year = std::to_string(pass.year.year - 1);
  if (last == nullptr) {
    not_run({"no-last-year", {{"year", year}}});
    return;
  }
  if (!last->year_end) {
    not_run({"no-case-list", {{"file", last->file}, {"year", year}}});
    return;
  }
  const SealedSource source{last->file, last->year};
  const auto& cases = last->year_end->cases;
  const auto& documents = last->year_end->documents;
  if (ledger.carried && cases.contains(ledger.id)) {
    cases_.emplace(ledger, pass.year, cases.find(ledger.id)->second, source,
                   pass.sink);
  }
  if (ledger.standing && documents.contains(ledger.id)) {
    const auto& list = documents.find(ledger.id)->second;
    documents_.emplace(ledger, pass.year, list,
                       complete_kinds(ledger, *last, list), source, pass.sink);
  }
  not_run(
      {"no-list-of-ledger", {{"file", last->file}, {"ledger", ledger.label}}});
}

void YearSets::not_run(const NotRunReason& reason) {
  if (const CarriedCases* cases = ledger_.carried.get();
      cases != nullptr && !cases_) {
    for (const std::string& rule :
         {cases->missing, cases->unknown, cases->class_changed,
          cases->date_changed}) {
      if (!rule.empty()) pass_.coverage.not_run(rule, reason);
    }
  }
  if (ledger_.standing && !documents_) {
    pass_.coverage.not_run(ledger_.standing->rule, reason);
  }
}

void YearSets::check(const Record& record, const RecordReader& reader) {
  if (cases_) cases_->check(record, reader);
  if (documents_) documents_->check(record, reader);
  if (collector_) collector_->add(record);
}

void YearSets::absorb(YearSets& other) {
  if (cases_) cases_->absorb(*other.cases_);
  if (collector_) collector_->absorb(*other.collector_);
}

void YearSets::take(CarriedCasesSeen& cases, DocumentsSeen& documents) {
  if (cases_) cases = cases_->take_seen();
  if (documents_) documents = std::move(documents_->seen());
}

void YearSets::add(CarriedCasesSeen cases, DocumentsSeen documents) {
  if (cases_) cases_->add_seen(std::move(cases));
  if (documents_) documents_->seen() = std::move(documents);
}

void YearSets::finish(bool whole) {
  if (cases_) cases_->finish(whole, pass_.coverage);
  if (documents_) documents_->finish(whole, pass_.coverage);
  if (collector_) collector_->finish(*pass_.year_end);
}

}  // namespace gov_report
