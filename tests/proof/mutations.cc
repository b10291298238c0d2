#include "proof/mutations.h"

#include <map>
#include <set>
#include <stdexcept>

#include "check/table_rules.h"
#include "schema/schema.h"
#include "support/figures.h"

namespace gov_report::test {
namespace {

struct Case {
  int year;
  const char* last;  ///< the case of the year before; "": made to fit
  Body body;
};

/// Year and body of each case. A report of 2019 is judged as one of 2020 where
/// it needs a year before, since no form of 2018 exists.
const std::map<std::string, Case, std::less<>>& cases() {
  static const std::map<std::string, Case, std::less<>> kCases = {
      {"00", {2020, "", {"township", "township", {}}}},
      {"01",
       {2024, "", {"government", "prefecture", {"may_make_regulations"}}}},
      {"04a",
       {2023, "", {"government", "prefecture", {"may_make_regulations"}}}},
      {"04b",
       {2024, "04a", {"government", "prefecture", {"may_make_regulations"}}}},
      {"08", {2023, "", {"department", "county", {}}}},
      {"10", {2020, "", {"government", "county", {}}}},
      {"12", {2022, "", {"government", "county", {}}}},
      {"14", {2023, "", {"government", "county", {}}}},
  };
  return kCases;
}

Schema schema_of(int year) {
  const FindingSink ignore = [](const Finding&) {};
  const auto rules = load_rule_catalogue(DataFiles(), ignore);
  return load_schema(DataFiles(), year, "", rules.value(), ignore).value();
}

Decimal figure(const Figures& figures, const std::string& cell) {
  return Decimal::parse(figures.at(cell)).value();
}

Table table_of(const ReportFormat& format, int year, const Figures& figures) {
  Table table = make_table(format, year, "某机关");
  for (Origin& origin : table.origins) origin = Origin::counts;
  for (const auto& [id, text] : figures) {
    const auto cell = format.cell(id);
    if (!cell) throw std::runtime_error("no cell " + id);
    table.cells[*cell].state = CellState::number;
    table.cells[*cell].number = Decimal::parse(text).value();
  }
  return table;
}

/// The stocks that domain rules 4.3 and 4.4 ask of the year before, and the
/// flows of this year again.
SealedReport year_before(const Figures& now, int year) {
  SealedReport last;
  last.format = year <= 2021 ? "cn-2019" : "cn-2021";
  last.year = year - 1;
  for (const auto& [id, text] : now) last.figures[id] = figure(now, id);
  for (const std::string& column : applicant_columns()) {
    last.figures["applications.carried_forward." + column] =
        figure(now, "applications.carried_over." + column);
  }
  last.figures["applications.carried_forward.total"] =
      figure(now, "applications.carried_over.total");
  for (const std::string row : {"regulations", "normative_documents"}) {
    const std::string at = "disclosures." + row + ".";
    if (now.contains(at + "in_force")) {
      last.figures[at + "in_force"] = figure(now, at + "in_force") -
                                      figure(now, at + "issued") +
                                      figure(now, at + "repealed");
    } else {
      last.figures[at + "public_total"] =
          figure(now, at + "public_total") - figure(now, at + "published");
    }
  }
  for (const std::string row : {"licences", "other_services", "penalties",
                                "coercive_measures", "fees"}) {
    const std::string at = "disclosures." + row + ".";
    if (!now.contains(at + "previous")) continue;
    last.figures[at + "previous"] = figure(now, at + "previous");
    last.figures[at + "change"] = Decimal();
  }
  for (const std::string group :
       {"reviews", "lawsuits_direct", "lawsuits_after_review"}) {
    last.figures["disputes." + group + ".pending"] = Decimal();
  }
  return last;
}

using Noticed = std::set<std::pair<std::string, std::string>>;

class Judge {
 public:
  Judge(const RuleCatalogue& rules, const Body& body, const SealedReport* last)
      : rules_(rules), body_(body), last_(last) {}

  std::vector<Finding> findings(const Table& table) const {
    std::vector<Finding> all;
    const FindingSink sink = [&](Finding finding) {
      all.push_back(std::move(finding));
    };
    Coverage coverage;
    check_cells(table, coverage, sink);
    check_constraints(table, last_, body_, coverage, sink);
    return all;
  }

  /// The gravest finding of `table` that is not among `before`.
  std::optional<Severity> news(const Table& table,
                               const Noticed& before) const {
    std::optional<Severity> gravest;
    for (const Finding& finding : findings(table)) {
      if (before.contains({finding.rule, finding.cell})) continue;
      const Severity severity =
          finding.severity.value_or(rules_.severity(finding.rule));
      if (!gravest || *gravest < severity) gravest = severity;
    }
    return gravest;
  }

 private:
  const RuleCatalogue& rules_;
  const Body& body_;
  const SealedReport* last_;
};

/// By cell: the next one to the right and the next one below in its table.
struct Neighbours {
  std::map<CellIndex, CellIndex> right;
  std::map<CellIndex, CellIndex> below;
};

Neighbours neighbours_of(const ReportFormat& format) {
  Neighbours next;
  for (const TableFormat& table : format.tables) {
    std::map<int, CellIndex> above;
    const GridCell* left = nullptr;
    for (const GridCell& cell : table.grid) {
      if (!cell.figure) continue;
      if (left != nullptr && left->row == cell.row) {
        next.right[*left->figure] = *cell.figure;
      }
      left = &cell;
      const auto over = above.find(cell.column);
      if (over != above.end()) next.below[over->second] = *cell.figure;
      above[cell.column] = *cell.figure;
    }
  }
  return next;
}

bool swap_with(const std::map<CellIndex, CellIndex>& next, CellIndex cell,
               Table& table) {
  const auto other = next.find(cell);
  if (other == next.end()) return false;
  Decimal& here = table.cells[cell].number;
  Decimal& there = table.cells[other->second].number;
  if (here == there) return false;
  std::swap(here, there);
  return true;
}

/// False if the change would leave the table as it is.
bool apply(std::size_t kind, CellIndex cell, const Neighbours& next,
           Table& table) {
  Decimal& number = table.cells[cell].number;
  switch (kind) {
    case 0:
      number += Decimal(1);
      return true;
    case 1:
      number = number - Decimal(1);
      return true;
    case 2:
      if (number == Decimal()) return false;
      number = Decimal(10) * number;
      return true;
    case 3:
      return swap_with(next.right, cell, table);
    case 4:
      return swap_with(next.below, cell, table);
    default:
      table.cells[cell] = Cell{CellState::blank, {}, {}, {}};
      return true;
  }
}

void mutate_all(const Table& table, const Judge& judge, bool with_last,
                std::vector<MutationResult>& results) {
  const ReportFormat& format = *table.format;
  const Neighbours next = neighbours_of(format);
  Noticed before;
  for (const Finding& finding : judge.findings(table)) {
    before.emplace(finding.rule, finding.cell);
  }
  for (const TableFormat& part : format.tables) {
    for (CellIndex cell = part.first; cell < part.last; ++cell) {
      for (std::size_t kind = 0; kind < mutation_kinds().size(); ++kind) {
        Table changed = table;
        if (!apply(kind, cell, next, changed)) continue;
        results.push_back({format.id, format.cells[cell].id, kind, with_last,
                           judge.news(changed, before)});
      }
    }
  }
}

/// A case ready to be judged.
struct Setting {
  explicit Setting(std::string_view name)
      : about(cases().find(name)->second),
        figures(load_case(name)),
        schema(schema_of(about.year)),
        rules(load_rule_catalogue(DataFiles(), [](const Finding&) {}).value()),
        table(table_of(schema.report, about.year, figures)),
        last(year_before(figures, about.year)) {
    if (*about.last == '\0') return;
    last.figures.clear();
    for (const auto& [id, text] : load_case(about.last)) {
      last.figures[id] = Decimal::parse(text).value();
    }
  }
  const Case& about;
  Figures figures;
  Schema schema;
  RuleCatalogue rules;
  Table table;
  SealedReport last;
};

}  // namespace

const std::vector<std::string>& mutation_kinds() {
  static const std::vector<std::string> kKinds = {
      "+1", "-1", "x10", "swapped right", "swapped below", "blank"};
  return kKinds;
}

const std::vector<std::string>& complete_cases() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const auto& [name, about] : cases()) names.push_back(name);
    return names;
  }();
  return kNames;
}

std::vector<std::string> errors_of_case(std::string_view name) {
  const Setting setting(name);
  const Judge judge(setting.rules, setting.about.body, &setting.last);
  std::vector<std::string> errors;
  for (const Finding& finding : judge.findings(setting.table)) {
    const Severity severity =
        finding.severity.value_or(setting.rules.severity(finding.rule));
    if (severity == Severity::error) errors.push_back(finding.rule);
  }
  return errors;
}

std::vector<MutationResult> mutate_case(std::string_view name) {
  const Setting setting(name);
  const Body& body = setting.about.body;
  std::vector<MutationResult> results;
  mutate_all(setting.table, Judge(setting.rules, body, nullptr), false,
             results);
  mutate_all(setting.table, Judge(setting.rules, body, &setting.last), true,
             results);
  return results;
}

}  // namespace gov_report::test
