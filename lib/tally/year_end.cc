#include "tally/year_end.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <tuple>

#include "base/text.h"
#include "ledger/record_number.h"

namespace gov_report {

std::string class_id(const LedgerFormat& ledger, FieldIndex field,
                     const Record& record) {
  const Value& value = record.values[field];
  if (value.kind != Value::Kind::choice) return {};
  return ledger.fields[field].values[value.choice].id;
}

std::string document_key(std::string_view kind, std::string_view number) {
  return std::string(kind) + "\n" + fold_number(number);
}

void YearEndCollector::add(const Record& record) {
  if (ledger_.standing) add_document(record);
  const CarriedCases* cases = ledger_.carried.get();
  if (cases == nullptr || !holds_all(cases->at_end, record, year_)) return;
  OpenCase open{std::string(trimmed(record.values[cases->id].text)),
                record.values[cases->date].date,
                {},
                {}};
  if (cases->value_class) {
    open.value_class = class_id(ledger_, *cases->value_class, record);
  }
  cases_.push_back(std::move(open));
}

void YearEndCollector::add_document(const Record& record) {
  const StandingDocuments& documents = *ledger_.standing;
  const Value& number = record.values[documents.number];
  const Value& date = record.values[documents.date];
  if (number.kind != Value::Kind::text || date.kind != Value::Kind::date ||
      date.date > year_.last) {
    return;
  }
  const std::string kind = class_id(ledger_, documents.kind, record);
  const std::string key = document_key(kind, number.text);
  if (holds_all(documents.enters, record, year_)) {
    issued_.emplace(
        key, StandingDocument{
                 kind, std::string(trimmed(number.text)), date.date, {}});
  } else if (holds_all(documents.leaves, record, year_)) {
    Date& last = repealed_.try_emplace(key, date.date).first->second;
    last = std::max(last, date.date);
  }
}

void YearEndCollector::absorb(YearEndCollector& other) {
  assert(!ledger_.standing);
  std::ranges::move(other.cases_, std::back_inserter(cases_));
  other.cases_.clear();
}

void YearEndCollector::finish(YearEnd& into) {
  if (ledger_.carried) {
    std::ranges::sort(cases_, {}, [](const OpenCase& one) {
      return std::tuple(one.id, one.date);
    });
    into.cases[ledger_.id] = std::move(cases_);
  }
  if (!ledger_.standing) return;
  auto& documents = into.documents[ledger_.id];
  for (auto& [key, document] : issued_) {
    if (!repealed_.contains(key)) documents.push_back(std::move(document));
  }
}

}  // namespace gov_report
