#include "schema/schema.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "schema/load_ledger.h"
#include "schema/load_report.h"
#include "schema/load_rules.h"
#include "schema/load_texts.h"
#include "schema/year_end.h"

namespace gov_report {
namespace {

/// One schema file, parsed up to the last of `keys`, or all of it; nullopt
/// after a finding.
std::optional<YamlNode> parsed(const DataFiles& files, const std::string& path,
                               SchemaErrors& errors,
                               std::span<const std::string_view> keys = {}) {
  const auto bytes = files.read(path);
  if (!bytes) {
    errors.add({}, "missing-file", {{"value", path}});
    return std::nullopt;
  }
  YamlError broken;
  auto root = parse_yaml_head(*bytes, keys, broken);
  if (!root) errors.add(broken.at, "yaml", {{"value", broken.words()}});
  return root;
}

FormatYears years_of(const YamlNode& root) {
  FormatYears years;
  const auto number = [](const YamlNode* map, std::string_view key, int none) {
    const YamlNode* node = map == nullptr ? nullptr : map->find(key);
    return node == nullptr ? none : std::atoi(node->text.c_str());
  };
  if (const YamlNode* id = root.find("format")) years.id = id->text;
  years.from_year = number(root.find("years"), "from", 0);
  years.to_year = number(root.find("years"), "to", 9999);
  return years;
}

struct FormatFile {
  std::string path;
  FormatYears years;
};

/// Which years the formats are for; the rest of them is not read.
std::vector<FormatFile> format_files(const DataFiles& files,
                                     const FindingSink& sink, bool& broken) {
  std::vector<FormatFile> found;
  for (const std::string& path : files.list("schemas/reports")) {
    SchemaErrors errors(files.shown_name(path), sink);
    constexpr std::string_view kKeys[] = {"format", "years"};
    const auto head = parsed(files, path, errors, kKeys);
    if (!head) {
      broken = true;
      continue;
    }
    FormatYears years = years_of(*head);
    for (const FormatFile& other : found) {
      if (other.years.id != years.id || years.id.empty()) continue;
      errors.add(head->find("format")->at, "duplicate", {{"value", years.id}});
      broken = true;
    }
    found.push_back({path, std::move(years)});
  }
  return found;
}

const FormatFile* chosen(const std::vector<FormatFile>& formats, int year,
                         std::string_view form, const FindingSink& sink) {
  std::vector<std::string> ids;
  for (const FormatFile& format : formats) {
    ids.push_back(format.years.id);
    const bool fits = form.empty() ? format.years.from_year <= year &&
                                         year <= format.years.to_year
                                   : format.years.id == form;
    if (fits) return &format;
  }
  Finding finding;
  if (form.empty()) {
    finding.rule = "unknown-year";
    int first = 9999;
    for (const FormatFile& format : formats) {
      first = std::min(first, format.years.from_year);
    }
    finding.arguments = {{"year", std::to_string(year)},
                         {"first", std::to_string(first)}};
  } else {
    finding.rule = "unknown-form";
    finding.arguments = {{"form", std::string(form)}};
    std::string all;
    for (const std::string& id : ids) all += (all.empty() ? "" : ", ") + id;
    finding.arguments.push_back({"allowed", all});
    if (const auto near = nearest(form, ids)) {
      finding.variant = "nearest";
      finding.arguments.push_back({"nearest", *near});
    }
  }
  sink(std::move(finding));
  return nullptr;
}

void check_rule_name(const std::string& rule, Position at,
                     const RuleCatalogue& rules, SchemaErrors& errors) {
  if (rule.empty() || rules.find(rule) != nullptr) return;
  std::vector<std::string> known;
  for (const Rule& one : rules.rules()) known.push_back(one.id);
  errors.add(at, "dangling",
             {{"value", "rule: " + rule},
              {"nearest", nearest(rule, known).value_or("-")}});
}

void check_rule_names(const LedgerFormat& ledger, const RuleCatalogue& rules,
                      SchemaErrors& errors) {
  for (const FieldFormat& field : ledger.fields) {
    for (const std::string& rule :
         {field.missing, field.unknown, field.unique, field.multiple}) {
      check_rule_name(rule, field.at, rules, errors);
    }
  }
  for (const RowRule& rule : ledger.rules) {
    check_rule_name(rule.rule, rule.at, rules, errors);
  }
  if (ledger.tariff) {
    for (const std::string& rule : {ledger.tariff->wrong, ledger.tariff->free,
                                    ledger.tariff->impossible}) {
      check_rule_name(rule, {1, 1}, rules, errors);
    }
  }
  if (const CarriedCases* cases = ledger.carried.get()) {
    for (const std::string& rule :
         {cases->missing, cases->unknown, cases->class_changed,
          cases->date_changed}) {
      check_rule_name(rule, {1, 1}, rules, errors);
    }
  }
  if (ledger.standing) {
    check_rule_name(ledger.standing->rule, {1, 1}, rules, errors);
  }
}

/// Ids after `last.`, by where they stand: one for each row or column that the
/// constraint is repeated over.
using LastYearIds =
    std::map<std::tuple<Position, std::size_t>, std::vector<std::string>>;

LastYearIds last_year_ids(const ReportFormat& report) {
  LastYearIds ids;
  const auto add = [&](const Comparison& comparison) {
    std::size_t n = 0;
    for (const Expression* side : {&comparison.left, &comparison.right}) {
      for (const Term& term : side->terms) {
        if (term.last_year)
          ids[{comparison.at, n}].push_back(term.last_year_cell);
        ++n;
      }
    }
  };
  for (const Constraint& constraint : report.constraints) {
    if (constraint.condition) add(*constraint.condition);
    add(constraint.holds);
  }
  return ids;
}

/// Takes out of `ids` what `report` has.
void drop_known(const ReportFormat& report, LastYearIds& ids) {
  std::erase_if(ids, [&](const auto& entry) {
    return std::ranges::any_of(entry.second, [&](const std::string& id) {
      return report.cell(id).has_value();
    });
  });
}

/// A cell of last year must be one of a form that last year's report can have;
/// other forms are read only if this one does not have it.
void check_last_year_ids(const DataFiles& files,
                         const std::vector<FormatFile>& formats,
                         const Schema& schema, const FindingSink& sink,
                         SchemaErrors& errors) {
  const ReportFormat& report = schema.report;
  LastYearIds ids = last_year_ids(report);
  std::vector<std::string> known;
  const auto compare = [&](const ReportFormat& earlier) {
    drop_known(earlier, ids);
    for (const CellFormat& cell : earlier.cells) known.push_back(cell.id);
  };
  if (report.from_year < report.to_year) compare(report);
  for (const FormatFile& format : formats) {
    const FormatYears& years = format.years;
    if (ids.empty()) return;
    if (years.id == report.id || years.from_year >= report.to_year ||
        years.to_year < report.from_year - 1) {
      continue;
    }
    SchemaErrors others(files.shown_name(format.path), sink);
    const auto root = parsed(files, format.path, others);
    if (root) compare(load_report_format(*root, schema.ledgers, others));
  }
  for (const auto& [place, meant] : ids) {
    errors.add(std::get<Position>(place), "dangling",
               {{"value", "last." + meant.front()},
                {"nearest", nearest(meant.front(), known).value_or("-")}});
  }
}

/// False after a finding.
bool load_texts(const DataFiles& files, const RuleCatalogue& rules,
                Schema& schema, const FindingSink& sink) {
  const std::string path = "schemas/texts.yaml";
  SchemaErrors errors(files.shown_name(path), sink);
  const auto root = parsed(files, path, errors);
  if (!root) return false;
  schema.texts = load_text_format(*root, schema.ledgers,
                                  files.override_of(path).has_value(), errors);
  for (const std::string& rule : schema.texts.trial.rules) {
    check_rule_name(rule, {1, 1}, rules, errors);
  }
  return !errors.any();
}

}  // namespace

std::optional<RuleCatalogue> load_rule_catalogue(const DataFiles& files,
                                                 const FindingSink& sink) {
  const std::string path = "schemas/rules.yaml";
  if (!files.override_of(path)) return cut_rules(files.read(path).value());
  SchemaErrors errors(files.shown_name(path), sink);
  const auto root = parsed(files, path, errors);
  if (!root) return std::nullopt;
  RuleCatalogue catalogue = load_rules(*root, errors);
  if (errors.any()) return std::nullopt;
  return catalogue;
}

std::optional<Schema> load_schema(const DataFiles& files, int year,
                                  std::string_view form,
                                  const RuleCatalogue& rules,
                                  const FindingSink& sink) {
  bool broken = false;
  const auto formats = format_files(files, sink, broken);
  const FormatFile* format = chosen(formats, year, form, sink);
  if (format == nullptr) return std::nullopt;
  Schema schema;
  for (const std::string& path : files.list("schemas/ledgers")) {
    SchemaErrors errors(files.shown_name(path), sink);
    const auto root = parsed(files, path, errors);
    if (root) {
      schema.ledgers.push_back(load_ledger_format(*root, errors));
      check_rule_names(schema.ledgers.back(), rules, errors);
    }
    broken = broken || errors.any();
  }
  SchemaErrors errors(files.shown_name(format->path), sink);
  const auto root = parsed(files, format->path, errors);
  if (broken || !root) return std::nullopt;
  schema.report = load_report_format(*root, schema.ledgers, errors);
  for (const Constraint& constraint : schema.report.constraints) {
    check_rule_name(constraint.rule, constraint.at, rules, errors);
  }
  for (const CellFormat& cell : schema.report.cells) {
    if (!cell.decimals) continue;
    check_rule_name(cell.decimals->rule, cell.decimals->at, rules, errors);
  }
  if (!errors.any()) check_last_year_ids(files, formats, schema, sink, errors);
  schema.report.file = files.shown_name(format->path);
  const bool texts = load_texts(files, rules, schema, sink);
  if (errors.any() || !texts) return std::nullopt;
  return schema;
}

std::vector<FormatYears> list_formats(const DataFiles& files,
                                      const FindingSink& sink) {
  bool broken = false;
  std::vector<FormatYears> years;
  for (const FormatFile& format : format_files(files, sink, broken)) {
    years.push_back(format.years);
  }
  return years;
}

}  // namespace gov_report
