#include "workspace/workspace.h"

#include <doctest/doctest.h>

#include "base/finding_list.h"
#include "base/temporary_folder.h"
#include "workspace/config.h"

namespace gov_report {
namespace {

std::string names(const std::vector<InputFile>& files) {
  std::string text;
  for (const InputFile& file : files) text += file.name + "\n";
  return text;
}

TEST_CASE("workspace: a ledger's files of all years, and nobody else's") {
  const TemporaryFolder folder;
  for (const std::string name :
       {"ledgers/reviews.csv", "ledgers/2023/reviews.yaml",
        "ledgers/2022/reviews.tsv", "ledgers/reviews.csv.bak",
        "ledgers/reviews-old.csv", "ledgers/old/reviews.csv",
        "ledgers/20244/reviews.csv", "reviews.csv"}) {
    put_file(folder / name, "");
  }
  const Workspace workspace(folder.path());
  CHECK(names(workspace.ledger("reviews")) ==
        "ledgers/reviews.csv\n"
        "ledgers/2022/reviews.tsv\n"
        "ledgers/2023/reviews.yaml\n");
  CHECK(names(workspace.ledger("lawsuits")) == "");
  CHECK(names(Workspace(folder / "none").ledger("reviews")) == "");
}

TEST_CASE("workspace: the files of a year, and the latest year") {
  const TemporaryFolder folder;
  const Workspace workspace(folder.path());
  CHECK(workspace.counts(2024).name == "counts/2024.yaml");
  CHECK(workspace.sealed(2023).name == "sealed/2023.json");
  CHECK(workspace.narrative(2024, "other").name == "narrative/2024/other.md");
  CHECK(workspace.output(2024).name == "out/2024");
  CHECK(workspace.latest_year(2020) == 2020);
  put_file(folder / "narrative/2023/other.md", "");
  put_file(folder / "counts/2022.yaml", "");
  CHECK(workspace.latest_year(2020) == 2023);
  CHECK(workspace.latest_year(2025) == 2025);
}

std::string config_findings(const std::string& yaml,
                            std::optional<Config>& config) {
  const TemporaryFolder folder;
  put_file(folder / kConfigName, yaml);
  FindingList findings;
  config = read_config(folder.path(), findings.sink());
  std::string text;
  for (const Finding& finding : findings.all()) {
    text += finding.rule;
    if (!finding.variant.empty()) text += "/" + finding.variant;
    text += " " + std::to_string(finding.place.at.line) + ":" +
            std::to_string(finding.place.at.column) + "\n";
  }
  return text;
}

TEST_CASE("config: everything but agency and kind has a default") {
  std::optional<Config> config;
  CHECK(config_findings("agency: 某镇人民政府\nkind: township\n", config) ==
        "");
  REQUIRE(config.has_value());
  CHECK(config->agency == "某镇人民政府");
  CHECK(config->level == "township");  // it can be no other
  CHECK_FALSE(config->may_make_regulations);
  CHECK(config->contact.empty());
  CHECK(config_findings("agency: 某市人民政府\nkind: government\nlevel: "
                        "prefecture\nmay_make_regulations: true\ncontact: "
                        "{postcode: \"066000\", email: }\n",
                        config) == "");
  CHECK(config->may_make_regulations);
  CHECK(config->contact.size() == 1);
  CHECK(config->contact.at("postcode") == "066000");
}

TEST_CASE("config: other names, neighbours and dates of publication") {
  std::optional<Config> config;
  CHECK(config_findings("kind: office\nagency: 某办\nshort_names: 办\n"
                        "neighbours: [甲镇, 乙镇]\n"
                        "published: {2023: 2024年1月22日, 2024: 2025-01-22}\n",
                        config) == "");
  REQUIRE(config.has_value());
  CHECK(config->agency_at == Position{2, 9});
  CHECK(config->short_names == std::vector<std::string>{"办"});
  CHECK(config->neighbours == std::vector<std::string>{"甲镇", "乙镇"});
  CHECK(iso_text(config->published.at(2023).first) == "2024-01-22");
  CHECK(config->published.at(2024).second == Position{5, 37});
}

TEST_CASE("config: what is wrong is named with its place") {
  struct Case {
    std::string yaml;
    std::string findings;
    bool usable;
  };
  const std::vector<Case> cases = {
      {"", "config-key-missing 1:1\nconfig-key-missing 1:1\n", false},
      {"kind: office\nagency:\n", "config-key-missing 2:1\n", false},
      {"agency: a\nkind: village\n", "config-bad-value/kind 2:7\n", false},
      {"agency: a\nkind: office\nlevel: city\n", "config-bad-value/level 3:8\n",
       false},
      {"agency: a\nkind: office\nmay_make_regulations: yes\n",
       "config-bad-value 3:23\n", false},
      {"agency: a\nkind: office\npublished: {2024: soon}\n",
       "config-bad-value 3:19\n", false},
      {"agency: a\nkind: office\npublished: {2024: 2024-12-31}\n",
       "config-bad-value 3:19\n", false},
      {"agency: a\nkind: office\npublished: {last: 2025-01-01}\n",
       "config-bad-value 3:19\n", false},
      {"agency: a\nkind: office\ncontcat: {}\n", "unknown-key/nearest 3:1\n",
       true},
      {"agency: a\nkind: office\ncontact: {fax: 1}\n", "unknown-key 3:11\n",
       true},
      {"[agency, kind]\n", "unknown-key/no-map 1:1\n", false},
      {"agency: a\nagency: b\n", "yaml-error/duplicate-key 2:1\n", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.yaml);
    std::optional<Config> config;
    CHECK(config_findings(one.yaml, config) == one.findings);
    CHECK(config.has_value() == one.usable);
  }
}

}  // namespace
}  // namespace gov_report
