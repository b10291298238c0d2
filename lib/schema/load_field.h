// load_field.h - one field of a ledger, from schemas/ledgers/*.yaml.
//
//   findings  schema-error

#pragma once

#include <set>
#include <string>
#include <vector>

#include "schema/ledger_format.h"
#include "schema/map_reader.h"

namespace gov_report {

/// The spellings of headings, or of the values of a field. No two of them may
/// have one that folds alike: nobody could say which is meant.
class Spellings {
 public:
  explicit Spellings(SchemaErrors& errors) : errors_(errors) {}

  /// Those of one heading or value; among them they may fold alike.
  void add(const std::vector<std::string>& words, Position at);
  void add(const std::string& id, const Text& label,
           std::vector<std::string> aliases, Position at);

 private:
  SchemaErrors& errors_;
  std::set<std::string> taken_;
};

FieldFormat read_field_format(const YamlNode& yaml, SchemaErrors& errors);

}  // namespace gov_report
