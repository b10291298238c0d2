#include "schema/year_end.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

FieldIndex required_field(MapReader& map, std::string_view key,
                          const LedgerFormat& ledger) {
  const YamlNode* name = map.required(key);
  if (name == nullptr) return 0;
  return read_field(*name, ledger, map.errors()).value_or(0);
}

Where required_where(MapReader& map, std::string_view key,
                     const LedgerFormat& ledger) {
  const YamlNode* where = map.required(key);
  if (where == nullptr) return {};
  return read_where(*where, ledger, map.errors());
}

}  // namespace

CarriedCases read_carried_cases(const YamlNode& yaml,
                                const LedgerFormat& ledger,
                                SchemaErrors& errors) {
  MapReader map(yaml, errors);
  CarriedCases cases;
  cases.id = required_field(map, "id", ledger);
  cases.date = required_field(map, "date", ledger);
  cases.closed = required_field(map, "closed", ledger);
  if (const YamlNode* name = map.node("class")) {
    cases.value_class = read_field(*name, ledger, errors);
  }
  cases.at_end = required_where(map, "at_end", ledger);
  cases.at_start = required_where(map, "at_start", ledger);
  cases.counted_in = map.text("counted_in");
  cases.missing = map.required_text("missing");
  cases.unknown = map.required_text("unknown");
  cases.class_changed = map.text("class_changed");
  cases.date_changed = map.text("date_changed");
  map.citation();
  return cases;
}

StandingDocuments read_standing_documents(const YamlNode& yaml,
                                          const LedgerFormat& ledger,
                                          SchemaErrors& errors) {
  MapReader map(yaml, errors);
  StandingDocuments documents;
  documents.kind = required_field(map, "kind", ledger);
  documents.number = required_field(map, "number", ledger);
  documents.date = required_field(map, "date", ledger);
  documents.enters = required_where(map, "enters", ledger);
  documents.leaves = required_where(map, "leaves", ledger);
  documents.rule = map.required_text("rule");
  map.citation();
  const YamlNode* stock = map.required("stock");
  if (stock == nullptr) return documents;
  const auto& kinds = ledger.fields[documents.kind].values;
  std::vector<std::string> known;
  for (const FieldValue& kind : kinds) known.push_back(kind.id);
  for (const auto& [kind, cell] : stock->entries) {
    const auto found = std::ranges::find(known, kind.text);
    if (found == known.end()) {
      errors.add(kind.at, "dangling",
                 {{"value", kind.text},
                  {"nearest", nearest(kind.text, known).value_or("-")}});
      continue;
    }
    documents.stock.emplace(static_cast<ValueIndex>(found - known.begin()),
                            cell.text);
  }
  return documents;
}

}  // namespace gov_report
