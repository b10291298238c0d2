// ledgers_page PAGE - writes the tables of docs/ledgers.md from the schemas:
// what stands between <!-- fields of LEDGER --> and <!-- end -->.
// ledgers_page --check PAGE - says whether they are as they would be written.

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "schema/data_files.h"
#include "schema/load_ledger.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

constexpr std::size_t kLongAlias = 30;  // bytes; longer ones say nothing new

std::string code(const std::string& text) {
  return "`" + text + "`";
}

std::string type_name(FieldType type) {
  switch (type) {
    case FieldType::text:
      return "text";
    case FieldType::date:
      return "date";
    case FieldType::count:
      return "count";
    case FieldType::amount:
      return "amount";
    case FieldType::flag:
    case FieldType::value_class:
      break;
  }
  return "one of";
}

std::string list(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (word.size() > kLongAlias) continue;
    text += (text.empty() ? "" : "、") + word;
  }
  return text;
}

std::string unit_list(const std::vector<NumberUnit>& units) {
  std::vector<std::string> words;
  for (const NumberUnit& unit : units) words.push_back(unit.word);
  return list(words);
}

/// Words that stand for the value with a warning.
std::string judged_words(const FieldValue& value) {
  std::string text;
  for (const JudgedWords& judged : value.judged) {
    text += (text.empty() ? "" : "、") + list(judged.words);
  }
  return text;
}

std::string remarks(const FieldFormat& field) {
  std::string text;
  const auto add = [&text](const std::string& remark) {
    text += (text.empty() ? "" : "; ") + remark;
  };
  if (!field.missing.empty()) add("never empty");
  if (!field.unique.empty()) add("no two equal");
  if (!field.default_value.empty()) add("empty: " + field.default_value);
  if (!field.units.empty()) add("units: " + unit_list(field.units));
  if (field.is_private) add("never published");
  add(field.citation);
  return text;
}

std::string field_table(const LedgerFormat& ledger) {
  std::string text =
      "| field | heading | also | holds | remarks |\n|---|---|---|---|---|\n";
  for (const FieldFormat& field : ledger.fields) {
    const std::string mark = field.required ? "**" : "";
    text += "| " + mark + code(field.id) + mark + " | " + mark +
            field.heading.zh + mark + " | " + list(field.aliases) + " | " +
            type_name(field.type) + " | " + remarks(field) + " |\n";
  }
  return text;
}

std::string value_table(const FieldFormat& field) {
  std::string text = "\nValues of " + code(field.id) + " (" + field.heading.zh +
                     "):\n\n| value | label | also | by judgement |\n"
                     "|---|---|---|---|\n";
  for (const FieldValue& value : field.values) {
    text += "| " + code(value.id) + " | " + value.label.zh + " | " +
            list(value.aliases) + " | " + judged_words(value) + " |\n";
  }
  for (const AmbiguousWords& words : field.ambiguous) {
    text += "\nUnclear: " + list(words.words) + " may be";
    for (const ValueIndex value : words.values) {
      text += (value == words.values.front() ? " " : ", ") +
              code(field.values[value].id);
    }
    text += ".\n";
  }
  return text;
}

std::string tables_of(const std::string& name) {
  const std::string path = "schemas/ledgers/" + name + ".yaml";
  SchemaErrors errors(path, [](const Finding&) {});
  YamlError broken;
  const auto root = parse_yaml(DataFiles().read(path).value_or(""), broken);
  const LedgerFormat ledger = load_ledger_format(root.value(), errors);
  std::string text = field_table(ledger);
  for (const FieldFormat& field : ledger.fields) {
    if (!field.values.empty()) text += value_table(field);
  }
  return text;
}

std::string renewed(std::istream& page) {
  const std::string begin = "<!-- fields of ";
  const std::string end = "<!-- end -->";
  std::string text;
  std::string line;
  bool inside = false;
  while (std::getline(page, line)) {
    if (line == end) inside = false;
    if (!inside) text += line + "\n";
    if (!line.starts_with(begin)) continue;
    const auto name = line.substr(begin.size());
    text += "\n" + tables_of(name.substr(0, name.find(' '))) + "\n";
    inside = true;
  }
  return text;
}

int run(const std::string& path, bool check) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream old;
  old << in.rdbuf();
  const std::string text = renewed(old);
  if (text == old.str()) return 0;
  if (check) {
    std::cerr << path << " differs from schemas/ledgers: run make docs\n";
    return 1;
  }
  std::ofstream(path, std::ios::binary) << text;
  return 0;
}

}  // namespace
}  // namespace gov_report

int main(int argc, char** argv) {
  const bool check = argc == 3 && std::string(argv[1]) == "--check";
  if (argc != 2 && !check) {
    std::cerr << "usage: ledgers_page [--check] PAGE\n";
    return 2;
  }
  return gov_report::run(argv[argc - 1], check);
}
