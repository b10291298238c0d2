#include "schema/conditions.h"

#include <map>

#include "base/text.h"

namespace gov_report {
namespace {

using Test = Condition::Test;

const std::map<std::string_view, Test> kTests = {
    {"filled", Test::filled},           {"empty", Test::empty},
    {"in_year", Test::in_year},         {"before_year", Test::before_year},
    {"by_year_end", Test::by_year_end}, {"open_at_start", Test::open_at_start},
    {"open_at_end", Test::open_at_end}, {"own", Test::own},
    {"others", Test::others},           {"positive", Test::positive},
};

std::optional<ValueIndex> value_of(const YamlNode& name,
                                   const FieldFormat& field,
                                   SchemaErrors& errors) {
  std::vector<std::string> known;
  for (std::size_t i = 0; i < field.values.size(); ++i) {
    if (field.values[i].id == name.text) return static_cast<ValueIndex>(i);
    known.push_back(field.values[i].id);
  }
  errors.add(name.at, "dangling",
             {{"value", field.id + ": " + name.text},
              {"nearest", nearest(name.text, known).value_or("-")}});
  return std::nullopt;
}

}  // namespace

std::optional<FieldIndex> read_field(const YamlNode& name,
                                     const LedgerFormat& ledger,
                                     SchemaErrors& errors) {
  if (const auto index = ledger.field(name.text)) return index;
  std::vector<std::string> known;
  for (const FieldFormat& field : ledger.fields) known.push_back(field.id);
  errors.add(name.at, "dangling",
             {{"value", ledger.id + "." + name.text},
              {"nearest", nearest(name.text, known).value_or("-")}});
  return std::nullopt;
}

Where read_where(const YamlNode& map, const LedgerFormat& ledger,
                 SchemaErrors& errors) {
  Where where;
  if (map.kind != YamlNode::Kind::mapping) {
    errors.add(map.at, "wrong-shape", {{"key", map.text}});
  }
  for (const auto& [key, value] : map.entries) {
    const auto index = read_field(key, ledger, errors);
    if (!index) continue;
    const FieldFormat& field = ledger.fields[*index];
    Condition condition;
    condition.field = *index;
    const auto test = kTests.find(value.text);
    if (value.kind == YamlNode::Kind::scalar && test != kTests.end()) {
      condition.test = test->second;
    } else {
      condition.test = Test::any_of;
      const std::vector<YamlNode> one = {value};
      for (const YamlNode& name :
           value.kind == YamlNode::Kind::sequence ? value.items : one) {
        if (const auto known = value_of(name, field, errors)) {
          condition.values.push_back(*known);
        }
      }
    }
    where.push_back(std::move(condition));
  }
  return where;
}

}  // namespace gov_report
