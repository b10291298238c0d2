#include "proof/defects.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>

#include "base/temporary_folder.h"
#include "paths.h"
#include "pipeline/check.h"
#include "source/yaml.h"

namespace gov_report::test {
namespace {

namespace fs = std::filesystem;

using Values = std::vector<std::pair<std::string, std::string>>;

std::string required(const YamlNode& entry, std::string_view key) {
  const YamlNode* node = entry.find(key);
  if (node == nullptr) throw std::runtime_error("no " + std::string(key));
  return node->text;
}

std::string optional_text(const YamlNode& entry, std::string_view key,
                          std::string otherwise) {
  const YamlNode* node = entry.find(key);
  return node == nullptr ? std::move(otherwise) : node->text;
}

/// Each combination of the values that stand as lists.
std::vector<Values> combinations(const YamlNode& map) {
  std::vector<Values> all = {{}};
  for (const auto& [key, value] : map.entries) {
    std::vector<std::string> choices;
    if (value.kind == YamlNode::Kind::scalar) choices.push_back(value.text);
    for (const YamlNode& item : value.items) choices.push_back(item.text);
    std::vector<Values> longer;
    for (const Values& one : all) {
      for (const std::string& choice : choices) {
        longer.push_back(one);
        longer.back().emplace_back(key.text, choice);
      }
    }
    all = std::move(longer);
  }
  return all;
}

std::string in_words(const Values& values) {
  std::string text;
  for (const auto& [name, value] : values) {
    text += (text.empty() ? "" : ", ") + name + ": " + value;
  }
  return text;
}

/// `text` with each {name} replaced.
std::string filled(std::string text, const Values& values) {
  for (const auto& [name, value] : values) {
    const std::string mark = "{" + name + "}";
    for (std::size_t at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + value.size())) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

/// A ledger of plain fields (the base has no quotes) with a row more.
class LedgerText {
 public:
  explicit LedgerText(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) lines_.push_back(line);
    std::istringstream heads(lines_.at(0));
    for (std::string head; std::getline(heads, head, ',');) {
      columns_.push_back(head);
    }
  }

  /// `names`: heading in the file → field id, where they differ. The row goes
  /// to another place each time.
  std::string with(const Values& row,
                   const std::map<std::string, std::string>& headings) {
    std::vector<std::string> columns = columns_;
    std::vector<std::string> fields(columns.size());
    for (const auto& [field, value] : row) {
      const auto heading = headings.find(field);
      const std::string& name =
          heading == headings.end() ? field : heading->second;
      auto at = std::ranges::find(columns, name);
      if (at == columns.end()) {
        columns.push_back(name);
        fields.emplace_back();
        at = columns.end() - 1;
      }
      fields[static_cast<std::size_t>(at - columns.begin())] = csv_field(value);
    }
    const std::size_t place = 1 + turn_++ % lines_.size();
    std::string text = joined(columns) + "\n";
    for (std::size_t i = 1; i <= lines_.size(); ++i) {
      if (i == place) text += joined(fields) + "\n";
      if (i == lines_.size()) break;
      text +=
          lines_[i] + std::string(columns.size() - columns_.size(), ',') + "\n";
    }
    return text;
  }

 private:
  static std::string joined(const std::vector<std::string>& fields) {
    std::string text;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      text += (i == 0 ? "" : ",") + fields[i];
    }
    return text;
  }

  std::vector<std::string> lines_;
  std::vector<std::string> columns_;
  std::size_t turn_ = 0;
};

class Entry {
 public:
  explicit Entry(const YamlNode& yaml)
      : yaml_(yaml),
        rule_(required(yaml, "rule")),
        year_(std::stoi(optional_text(yaml, "year", "2024"))),
        rules_(
            load_rule_catalogue(DataFiles(), [](const Finding&) {}).value()) {
    fs::copy(
        fs::path(SOURCE_ROOT) / optional_text(yaml, "base", "tests/cli/base"),
        folder_.path(), fs::copy_options::recursive);
    if (const YamlNode* extra = yaml.find("with")) {
      for (const auto& [path, text] : extra->entries) {
        put_file(folder_ / path.text, text.text);
      }
    }
    if (const YamlNode* gone = yaml.find("without")) {
      for (const YamlNode& path : gone->items) {
        fs::remove_all(folder_ / path.text);
      }
    }
  }

  void run(Recall& recall) {
    for (const Variant& variant : variants("wrong")) {
      ++recall.wrong;
      if (breaks(variant)) {
        ++recall.found;
      } else {
        recall.misses.push_back("not found: " + variant.words);
      }
    }
    for (const Variant& variant : variants("right")) {
      ++recall.right;
      if (!breaks(variant)) continue;
      ++recall.false_alarms;
      recall.misses.push_back("false alarm: " + variant.words);
    }
  }

 private:
  struct Variant {
    std::string words;  ///< what was changed
    std::vector<std::pair<std::string, std::string>> files;
  };

  std::vector<Variant> variants(std::string_view key) {
    std::vector<Variant> all;
    const YamlNode* list = yaml_.find(key);
    if (list == nullptr) return all;
    for (const YamlNode& item : list->items) {
      if (item.kind == YamlNode::Kind::scalar) {
        all.push_back({item.text.substr(0, 60), {{file(), item.text}}});
        continue;
      }
      for (const Values& values : combinations(item)) {
        all.push_back({in_words(values), files_with(values)});
      }
    }
    return all;
  }

  std::vector<std::pair<std::string, std::string>> files_with(
      const Values& values) {
    Values all;
    const YamlNode* common = yaml_.find(is_ledger() ? "row" : "figures");
    for (const auto& [key, value] :
         common == nullptr ? std::vector<YamlEntry>() : common->entries) {
      const bool changed = std::ranges::any_of(
          values, [&](const auto& one) { return one.first == key.text; });
      if (!changed) all.emplace_back(key.text, value.text);
    }
    all.insert(all.end(), values.begin(), values.end());
    if (const YamlNode* text = yaml_.find("text")) {
      return {{file(), filled(text->text, values)}};
    }
    if (!is_ledger()) return typed_figures(all);
    if (!ledger_) ledger_.emplace(file_text(folder_ / file()));
    return {{file(), ledger_->with(all, headings())}};
  }

  /// counts/YEAR.yaml; what begins with "last." goes to the sealed report.
  std::vector<std::pair<std::string, std::string>> typed_figures(
      const Values& values) {
    fs::remove_all(folder_ / "ledgers");
    Values now;
    Values last;
    for (const auto& [cell, figure] : values) {
      const bool is_last = cell.starts_with("last.");
      (is_last ? last : now)
          .emplace_back(is_last ? cell.substr(5) : cell, figure);
    }
    const Schema before = schema_of(year_ - 1);
    const std::string sealed =
        "{\"schema\": \"gov-report/report/1\", \"format\": \"" +
        before.report.id + "\", \"year\": " + std::to_string(year_ - 1) +
        ", \"agency\": \"云川县市场监督管理局\", \"cells\": {" +
        all_cells(before.report, last, "\"", ", ", true) + "}}";
    return {{"sealed/" + std::to_string(year_ - 1) + ".json", sealed},
            {file(), all_cells(schema_of(year_).report, now, "", "\n", false)}};
  }

  /// Every printed cell, 0 where `figures` has none; sums too where asked for.
  static std::string all_cells(const ReportFormat& format,
                               const Values& figures, const std::string& quote,
                               const std::string& between, bool sums) {
    std::string text;
    for (const CellFormat& cell : format.cells) {
      const auto given =
          std::ranges::find(figures, cell.id, &Values::value_type::first);
      const bool wanted =
          cell.kind == CellKind::printed && (sums || cell.parts.empty());
      if (given == figures.end() && !wanted) continue;
      text += (text.empty() ? "" : between) + quote + cell.id + quote + ": " +
              (given == figures.end() ? "0" : given->second);
    }
    return text + (sums ? "" : "\n");
  }

  Schema schema_of(int year) const {
    const FindingSink ignore = [](const Finding&) {};
    // Before the first form, last year's report has that of the first.
    auto schema = load_schema(DataFiles(), year, "", rules_, ignore);
    if (!schema)
      schema = load_schema(DataFiles(), year + 1, "", rules_, ignore);
    return std::move(schema.value());
  }

  bool is_ledger() const { return yaml_.find("ledger") != nullptr; }

  std::string file() const {
    if (is_ledger()) return "ledgers/" + required(yaml_, "ledger") + ".csv";
    if (yaml_.find("file") != nullptr) return required(yaml_, "file");
    return "counts/" + std::to_string(year_) + ".yaml";
  }

  /// Field id → the heading that the base ledger uses for it.
  const std::map<std::string, std::string>& headings() {
    if (!headings_.empty()) return headings_;
    const Schema schema = schema_of(year_);
    for (const LedgerFormat& ledger : schema.ledgers) {
      if (ledger.id != required(yaml_, "ledger")) continue;
      for (const FieldFormat& field : ledger.fields) {
        headings_[field.id] = field.heading.zh;
      }
    }
    return headings_;
  }

  bool breaks(const Variant& variant) {
    for (const auto& [path, text] : variant.files) {
      put_file(folder_ / path, text);
    }
    YearRequest request;
    request.workspace = folder_.path();
    request.year = year_;
    const std::string as_of = optional_text(yaml_, "as_of", "");
    if (!as_of.empty()) request.as_of = parse_date(as_of);
    const CheckResult result = check_year(request, DataFiles(), rules_);
    return is_among(result.findings.all());
  }

  bool is_among(const std::vector<Finding>& findings) const {
    return std::ranges::any_of(findings, [&](const Finding& finding) {
      return finding.rule == rule_ || is_among(finding.consequences);
    });
  }

  const YamlNode& yaml_;
  std::string rule_;
  int year_;
  RuleCatalogue rules_;
  TemporaryFolder folder_;
  std::optional<LedgerText> ledger_;
  std::map<std::string, std::string> headings_;
};

YamlNode parsed(const fs::path& path) {
  YamlError error;
  auto root = parse_yaml(file_text(path), error);
  if (!root || root->kind != YamlNode::Kind::sequence) {
    throw std::runtime_error(path.string() + ":" +
                             std::to_string(error.at.line) + ": " +
                             error.words());
  }
  return std::move(*root);
}

}  // namespace

std::vector<Recall> run_defects() {
  std::vector<Recall> all;
  std::set<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(SOURCE_ROOT) / "tests/proof/defects")) {
    files.insert(entry.path());
  }
  for (const fs::path& file : files) {
    const YamlNode root = parsed(file);
    for (const YamlNode& yaml : root.items) {
      const std::string rule = required(yaml, "rule");
      auto at = std::ranges::find(all, rule, &Recall::rule);
      if (at == all.end()) {
        all.push_back({});
        all.back().rule = rule;
        at = all.end() - 1;
      }
      Entry(yaml).run(*at);
    }
  }
  return all;
}

}  // namespace gov_report::test
