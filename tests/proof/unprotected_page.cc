// unprotected_page PAGE - writes docs/unprotected-figures.md: which figures of
// a report can be wrong without any rule noticing.
// unprotected_page --check PAGE - says whether it is as it would be written.

#include <map>
#include <set>
#include <sstream>
#include <string>

#include "proof/mutations.h"
#include "proof/page.h"

namespace gov_report::test {
namespace {

struct Score {
  std::size_t tried = 0;
  std::size_t errors = 0;
  std::size_t any = 0;
};

std::string table_name(const std::string& cell) {
  return cell.substr(0, cell.find('.'));
}

/// "97.3 %", rounded down: 100.0 % means all.
std::string share(std::size_t part, std::size_t whole) {
  const std::size_t tenths = part * 1000 / whole;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

struct Page {
  /// By format and table, then without (0) and with (1) last year's report.
  std::map<std::pair<std::string, std::string>, std::map<int, Score>> scores;
  /// By format and cell: the kinds that pass unnoticed even with last year's.
  std::map<std::string, std::map<std::string, std::set<std::size_t>>> open;
  std::size_t total = 0;

  void add(const MutationResult& result) {
    ++total;
    Score& score = scores[{result.format, table_name(result.cell)}]
                         [result.with_last_year ? 1 : 0];
    ++score.tried;
    if (result.noticed) ++score.any;
    if (result.noticed == Severity::error) ++score.errors;
    if (result.with_last_year && !result.noticed) {
      open[result.format][result.cell].insert(result.kind);
    }
  }
};

void write_scores(const Page& page, std::ostream& out) {
  out << "| form | table | changes | an error | any finding | with last year: "
         "an error | any finding |\n|---|---|---|---|---|---|---|\n";
  for (const auto& [key, scores] : page.scores) {
    out << "| " << key.first << " | " << key.second << " | "
        << scores.at(0).tried;
    for (const auto& [last, score] : scores) {
      out << " | " << share(score.errors, score.tried) << " | "
          << share(score.any, score.tried);
    }
    out << " |\n";
  }
}

void write_open(const Page& page, std::ostream& out) {
  for (const auto& [format, cells] : page.open) {
    out << "\n## " << format
        << "\n\n| figure | passes unnoticed |\n|---|---|\n";
    for (const auto& [cell, kinds] : cells) {
      out << "| `" << cell << "` | ";
      std::string list;
      for (const std::size_t kind : kinds) {
        list += (list.empty() ? "" : ", ") + mutation_kinds()[kind];
      }
      out << list << " |\n";
    }
  }
}

std::string page_text() {
  Page page;
  for (const std::string& name : complete_cases()) {
    for (const MutationResult& result : mutate_case(name)) page.add(result);
  }
  std::ostringstream out;
  out << "# Unprotected figures\n\n"
         "Every figure of "
      << complete_cases().size()
      << " real reports, typed in with all totals, was changed: 1 added, 1\n"
         "taken away, ten times, exchanged with the next cell of its row and "
         "of its column,\nleft out. The rules over cells and equations ran on "
         "each of the "
      << page.total
      << "\nchanged reports. The table says how many they noticed; the lists "
         "name the\nfigures that can be wrong without a finding even where "
         "last year's report is\nknown. For these, only the ledger and the "
         "text of the report are evidence.\n\n"
         "Last year's report is the real one for one case; for the others it "
         "is made to\nfit the definitions. `make docs` renews this page.\n\n";
  write_scores(page, out);
  write_open(page, out);
  return out.str();
}

}  // namespace
}  // namespace gov_report::test

int main(int argc, char** argv) {
  return gov_report::test::write_page(argc, argv,
                                      gov_report::test::page_text());
}
