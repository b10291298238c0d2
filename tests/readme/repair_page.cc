// repair_page PAGE - writes the tables of docs/repair.md: how often a failed
// total is explained by the figure that was made wrong, in the real cases.
// repair_page --check PAGE - says whether they are as they would be written.
// repair_page --time - how long the explanations take.

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>

#include "check/rank_repairs.h"
#include "schema/schema.h"
#include "support/dice.h"
#include "support/figures.h"
#include "support/seeded_errors.h"

namespace gov_report::test {
namespace {

const std::vector<std::string> kCases = {"00", "01", "04a", "04b",
                                         "08", "10", "12",  "14"};
constexpr std::size_t kTop = 3;

struct Score {
  std::size_t seeded = 0;
  std::size_t noticed = 0;  ///< an equation fails
  std::size_t first = 0;    ///< cell and value are the first candidate
  std::size_t top = 0;      ///< ... among the first three
};

using Scores = std::map<std::pair<std::string, std::string>, Score>;

/// One of the ways a table comes to be typed in.
struct Setting {
  std::string name;
  bool with_totals = true;
  bool with_last_year = false;
};

RuleCatalogue& rules() {
  static RuleCatalogue catalogue =
      load_rule_catalogue(DataFiles(), [](const Finding&) {}).value();
  return catalogue;
}

class Bench {
 public:
  Bench(const std::string& name, const Setting& setting)
      : format_(format_of_case(name)),
        figures_(load_case(name)),
        schema_(
            load_schema(DataFiles(), year(), "", rules(), [](const Finding&) {})
                .value()),
        body_{"government", "prefecture", {"may_make_regulations"}} {
    table_ = make_table(schema_.report, year(), "");
    for (Origin& origin : table_.origins) origin = Origin::counts;
    for (const auto& [id, text] : figures_) {
      const CellIndex cell = schema_.report.cell(id).value();
      const bool is_total = !schema_.report.cells[cell].parts.empty();
      if (!is_total || setting.with_totals) {
        table_.cells[cell] = cell_from_text(text, {});
      }
    }
    if (setting.with_last_year) {
      last_.emplace();
      for (const auto& [id, text] : load_case("04a")) {
        last_->figures[id] = Decimal::parse(text).value();
      }
    }
  }

  const Figures& figures() const { return figures_; }
  const std::string& format() const { return format_; }
  const ReportFormat& report() const { return schema_.report; }
  bool is_typed(const std::string& id) const {
    return !table_.cells[report().cell(id).value()].text.empty();
  }

  /// What is broken with these figures wrong, and its repairs.
  struct Outcome {
    bool noticed = false;
    std::vector<RepairGroup> groups;
  };
  Outcome explain(const std::vector<SeededError>& errors) const {
    Table table = table_;
    for (const SeededError& error : errors) {
      table.cells[report().cell(error.cell).value()] =
          cell_from_text(error.wrong, {});
    }
    fill_sums(table);
    Coverage coverage;
    const SealedReport* last = last_ ? &*last_ : nullptr;
    const auto judgements =
        check_constraints(table, last, body_, coverage, [](const Finding&) {});
    const auto relations = relations_of(table, last, judgements, rules());
    Outcome outcome;
    outcome.noticed =
        std::ranges::any_of(relations, [](const JudgedRelation& one) {
          return one.broken() && one.is_equation();
        });
    outcome.groups = ranked_repairs(table, last, relations);
    return outcome;
  }

  Repair truth(const std::vector<SeededError>& errors) const {
    Repair repair;
    for (const SeededError& error : errors) {
      repair.push_back({report().cell(error.cell).value(),
                        Decimal::parse(error.wrong).value(),
                        Decimal::parse(figures_.at(error.cell)).value()});
    }
    std::ranges::sort(repair, {}, &Change::cell);
    return repair;
  }

 private:
  /// From 2024 on a suit without review is worth a note; that is no error.
  int year() const { return format_ == "cn-2019" ? 2019 : 2023; }

  std::string format_;
  Figures figures_;
  Schema schema_;
  Body body_;
  Table table_;
  std::optional<SealedReport> last_;
};

/// Whether the first `n` candidates of the findings hold all of the truth.
bool is_found(const std::vector<RepairGroup>& groups, const Repair& truth,
              std::size_t n) {
  std::size_t found = 0;
  for (const RepairGroup& group : groups) {
    for (std::size_t i = 0; i < std::min(n, group.repairs.size()); ++i) {
      const Repair& repair = group.repairs[i];
      const bool is_part = std::ranges::all_of(repair, [&](const Change& one) {
        return std::ranges::find(truth, one) != truth.end();
      });
      if (!is_part) continue;
      found += repair.size();
      break;
    }
  }
  return found == truth.size();
}

std::size_t ways(const std::vector<RepairGroup>& groups) {
  return groups.size() == 1 ? groups.front().repairs.size() : 0;
}

void count(const Bench::Outcome& outcome, const Repair& truth, Score& score) {
  ++score.seeded;
  if (!outcome.noticed) return;
  ++score.noticed;
  if (is_found(outcome.groups, truth, 1)) ++score.first;
  if (is_found(outcome.groups, truth, kTop)) ++score.top;
}

std::string percent(std::size_t part, std::size_t whole) {
  if (whole == 0) return "–";
  const std::size_t tenths = (part * 1000) / whole;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

std::string row(const std::vector<std::string>& cells) {
  std::string text = "|";
  for (const std::string& cell : cells) text += " " + cell + " |";
  return text + "\n";
}

std::string score_row(std::vector<std::string> labels, const Score& score) {
  labels.push_back(std::to_string(score.seeded));
  labels.push_back(std::to_string(score.noticed));
  labels.push_back(percent(score.first, score.noticed));
  labels.push_back(percent(score.top, score.noticed));
  return row(labels);
}

std::string table_of(const std::string& cell) {
  return cell.substr(0, cell.find('.'));
}

const std::vector<Setting>& settings() {
  static const std::vector<Setting> all = {
      {"all figures typed in", true, false},
      {"totals left out", false, false},
      {"all typed in, with last year's report", true, true},
      {"totals left out, with last year's report", false, true}};
  return all;
}

std::vector<std::string> cases_of(const Setting& setting) {
  // Only 04a and 04b are two years of one body that follow each other.
  return setting.with_last_year ? std::vector<std::string>{"04b"} : kCases;
}

/// How many single changes would explain a single error: one, or several.
std::string how_many(std::size_t found) {
  return found == 0      ? "none"
         : found == 1    ? "only one"
         : found <= kTop ? "two or three"
                         : "more";
}

std::string single_errors() {
  std::string text =
      "| typed in | table | ways to mend it | errors | noticed | first | "
      "first three |\n|---|---|---|---:|---:|---:|---:|\n";
  std::map<std::string, Score> by_kind[2];
  for (const Setting& setting : settings()) {
    Scores scores;
    for (const std::string& name : cases_of(setting)) {
      const Bench bench(name, setting);
      for (const auto& error : seeded_errors(bench.figures(), bench.format())) {
        if (!bench.is_typed(error.cell)) continue;
        const auto outcome = bench.explain({error});
        const Repair truth = bench.truth({error});
        const std::string ambiguity =
            outcome.noticed ? how_many(ways(outcome.groups)) : "";
        count(outcome, truth, scores[{table_of(error.cell), ambiguity}]);
        if (ambiguity != "only one" && !setting.with_last_year) {
          count(outcome, truth, by_kind[setting.with_totals][error.kind]);
        }
      }
    }
    Score all;
    for (const auto& [key, score] : scores) {
      text += score_row({setting.name, key.first, key.second}, score);
      all.seeded += score.seeded;
      all.noticed += score.noticed;
      all.first += score.first;
      all.top += score.top;
    }
    text += score_row({setting.name, "**all**", ""}, all);
  }
  text +=
      "\nErrors that could be mended in several ways or in none, by kind:\n\n"
      "| typed in | slip | errors | noticed | first | first three |\n"
      "|---|---|---:|---:|---:|---:|\n";
  for (const bool with_totals : {true, false}) {
    for (const std::string& kind : error_kinds()) {
      text += score_row({settings()[with_totals ? 0 : 1].name, kind},
                        by_kind[with_totals][kind]);
    }
  }
  return text;
}

/// `size` errors of different cells at once.
std::vector<SeededError> several(const Bench& bench, std::size_t size,
                                 Dice& dice) {
  std::vector<std::string> cells;
  for (const std::string& cell : cells_of(bench.format())) {
    if (bench.is_typed(cell) && !cell.starts_with("disclosures")) {
      cells.push_back(cell);
    }
  }
  dice.shuffle(cells);
  std::vector<SeededError> errors;
  for (std::size_t i = 0; errors.size() < size; ++i) {
    const auto ways = errors_of_cell(bench.figures(), bench.format(), cells[i]);
    if (!ways.empty()) errors.push_back(dice.pick(ways));
  }
  return errors;
}

/// Two figures beside or below each other exchanged.
std::vector<std::vector<SeededError>> exchanges(const Bench& bench) {
  std::vector<std::vector<SeededError>> found;
  const auto cells = cells_of(bench.format());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}}) {
      if (i + step >= cells.size()) continue;
      const std::string& a = cells[i];
      const std::string& b = cells[i + step];
      const bool same_row =
          step == 1 && a.substr(0, a.rfind('.')) == b.substr(0, b.rfind('.'));
      const bool same_column =
          step == 7 && a.substr(a.rfind('.')) == b.substr(b.rfind('.'));
      if (!a.starts_with("applications") || (!same_row && !same_column)) {
        continue;
      }
      const std::string& one = bench.figures().at(a);
      const std::string& two = bench.figures().at(b);
      if (one != two && bench.is_typed(a) && bench.is_typed(b)) {
        found.push_back({{"", a, two}, {"", b, one}});
      }
    }
  }
  return found;
}

std::string several_errors() {
  std::string text =
      "| typed in | wrong | tried | noticed | first | first three |\n"
      "|---|---|---:|---:|---:|---:|\n";
  for (const Setting& setting : settings()) {
    if (setting.with_last_year) continue;
    Score neighbours;
    Score two;
    Score three;
    for (const std::string& name : kCases) {
      const Bench bench(name, setting);
      Dice dice(20241130);
      for (const auto& errors : exchanges(bench)) {
        count(bench.explain(errors), bench.truth(errors), neighbours);
      }
      for (int i = 0; i < 100; ++i) {
        const auto errors = several(bench, 2, dice);
        count(bench.explain(errors), bench.truth(errors), two);
      }
      for (int i = 0; i < 20; ++i) {
        const auto errors = several(bench, 3, dice);
        count(bench.explain(errors), bench.truth(errors), three);
      }
    }
    text += score_row({setting.name, "neighbours exchanged"}, neighbours);
    text += score_row({setting.name, "two figures"}, two);
    text += score_row({setting.name, "three figures"}, three);
  }
  return text;
}

/// Cells in no equation of the year, and those that always share theirs.
std::string structure(const std::string& name) {
  const Bench bench(name, settings().front());
  std::map<std::set<std::string>, std::vector<std::string>> by_equations;
  for (const std::string& cell : cells_of(bench.format())) {
    std::set<std::string> equations;
    const CellIndex index = bench.report().cell(cell).value();
    const auto& constraints = bench.report().constraints;
    for (std::size_t c = 0; c < constraints.size(); ++c) {
      const Constraint& one = constraints[c];
      if (one.condition || one.uses_last_year() || !one.unless_flag.empty() ||
          one.holds.op != Comparison::Operator::equal) {
        continue;
      }
      for (const auto* side : {&one.holds.left, &one.holds.right}) {
        for (const Term& term : side->terms) {
          if (term.cell == index) equations.insert(std::to_string(c));
        }
      }
    }
    by_equations[equations].push_back(cell);
  }
  std::string text;
  const auto list = [&](const std::string& what,
                        const std::vector<std::string>& cells) {
    text += row({bench.format(), what, std::to_string(cells.size()), [&] {
                   std::string names;
                   for (const std::string& cell : cells) {
                     names += (names.empty() ? "`" : ", `") + cell + "`";
                   }
                   return names;
                 }()});
  };
  for (const auto& [equations, cells] : by_equations) {
    if (equations.empty()) {
      list("in no equation", cells);
    } else if (cells.size() > 1) {
      list("not told apart", cells);
    }
  }
  return text;
}

std::string measured() {
  return "\n### One wrong figure\n\n" + single_errors() +
         "\n### Two and three wrong figures\n\n" + several_errors() +
         "\n### Cells that equations do not locate\n\n"
         "| form | cells | number | which |\n|---|---|---:|---|\n" +
         structure("00") + structure("01") + "\n";
}

std::string renewed(std::istream& page) {
  std::string text;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (line == "<!-- end -->") inside = false;
    if (!inside) text += line + "\n";
    if (line != "<!-- measured -->") continue;
    text += measured();
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
    std::cerr << path << " is not what is measured now: run make docs\n";
    return 1;
  }
  std::ofstream(path, std::ios::binary) << text;
  return 0;
}

/// Microseconds of CPU an explanation takes: median and longest.
int print_times() {
  for (const Setting& setting : settings()) {
    for (const std::size_t wrong :
         {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{8}}) {
      std::vector<double> times;
      for (const std::string& name : cases_of(setting)) {
        const Bench bench(name, setting);
        Dice dice(7);
        for (int i = 0; i < 40; ++i) {
          const auto errors = several(bench, wrong, dice);
          const std::clock_t start = std::clock();
          bench.explain(errors);
          times.push_back(static_cast<double>(std::clock() - start) * 1e6 /
                          CLOCKS_PER_SEC);
        }
      }
      std::ranges::sort(times);
      std::cout << setting.name << ", " << wrong << " wrong: median "
                << times[times.size() / 2] << " us, longest " << times.back()
                << " us\n";
    }
  }
  return 0;
}

}  // namespace
}  // namespace gov_report::test

int main(int argc, char** argv) {
  const std::string first = argc > 1 ? argv[1] : "";
  if (argc == 2 && first == "--time") return gov_report::test::print_times();
  const bool check = argc == 3 && first == "--check";
  if (argc != 2 && !check) {
    std::cerr << "usage: repair_page [--check] PAGE | --time\n";
    return 2;
  }
  return gov_report::test::run(argv[argc - 1], check);
}
