// recall_page PAGE - writes docs/recall.md: how many seeded defects each rule
// finds. recall_page --check PAGE - says whether it is as it would be written.
// Both fail if a defect is not found or a near miss is.

#include "proof/defects.h"
#include "proof/page.h"

namespace gov_report::test {
namespace {

constexpr std::size_t kVariants = 20;

/// What went the other way; the page is not written then.
bool complete(const std::vector<Recall>& recalls) {
  bool complete = !recalls.empty();
  for (const Recall& recall : recalls) {
    for (const std::string& miss : recall.misses) {
      std::cerr << recall.rule << ": " << miss << "\n";
    }
    if (recall.wrong < kVariants) {
      std::cerr << recall.rule << ": fewer than " << kVariants << " defects\n";
    }
    complete = complete && recall.misses.empty() && recall.wrong >= kVariants;
  }
  return complete;
}

std::string page_text(const std::vector<Recall>& recalls) {
  std::ostringstream rows;
  Recall all;
  std::size_t rules = 0;
  for (const Recall& recall : recalls) {
    rows << "| `" << recall.rule << "` | " << recall.wrong << " | "
         << recall.found << " | " << recall.right << " | "
         << recall.false_alarms << " |\n";
    ++rules;
    all.wrong += recall.wrong;
    all.found += recall.found;
    all.right += recall.right;
    all.false_alarms += recall.false_alarms;
  }
  std::ostringstream page;
  page << "# Recall on seeded defects\n\n"
          "Each line of `tests/proof/defects/` makes workspaces that break one "
          "rule, at least\n20 for each, and near misses that must not break "
          "it. This page says what `check`\nfound of them. `make docs` renews "
          "it.\n\n"
       << rules << " rules: " << all.found << " of " << all.wrong
       << " defects found, " << all.false_alarms << " false alarms in "
       << all.right
       << " near misses.\n\n"
          "| rule | defects | found | near misses | false alarms |\n"
          "|---|---|---|---|---|\n"
       << rows.str();
  return page.str();
}

}  // namespace
}  // namespace gov_report::test

int main(int argc, char** argv) {
  using namespace gov_report::test;
  const auto recalls = run_defects();
  if (!complete(recalls)) return 1;
  return write_page(argc, argv, page_text(recalls));
}
