#include "schema/ledger_format.h"

#include <algorithm>

namespace gov_report {

DueRule DueRule::without(const std::vector<FieldIndex>& empty) const {
  const auto is_empty = [&](FieldIndex field) {
    return std::ranges::find(empty, field) != empty.end();
  };
  // A pair goes with either of its fields.
  const auto goes = [&](const auto& pair) {
    return is_empty(pair.first) || is_empty(pair.second);
  };
  DueRule rule = *this;
  std::erase_if(rule.from, is_empty);
  std::erase_if(rule.skip, goes);
  std::erase_if(rule.waits, goes);
  if (extension && is_empty(*extension)) rule.extension.reset();
  return rule;
}

std::optional<FieldIndex> LedgerFormat::field(std::string_view name) const {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].id == name) return static_cast<FieldIndex>(i);
  }
  return std::nullopt;
}

}  // namespace gov_report
