#include "schema/crosswalk.h"

#include <doctest/doctest.h>

#include <map>

#include "base/temporary_folder.h"
#include "ledger/ledger_fixture.h"
#include "tally/comparable.h"

namespace gov_report {
namespace {

const std::string kPath = "schemas/crosswalks/cn-2019-to-cn-2021.yaml";

struct Loaded {
  std::optional<Crosswalk> crosswalk;
  std::string findings;
};

Loaded load(const DataFiles& files) {
  const Schema old_form = real_schema(2020);
  const Schema new_form = real_schema(2021);
  FindingList list;
  Loaded loaded;
  loaded.crosswalk =
      load_crosswalk(files, old_form.report, new_form.report, list.sink());
  const RuleCatalogue rules = real_rules();
  for (const Finding& finding : list.all()) {
    loaded.findings += rules.describe(finding, Language::en).headline + "\n";
  }
  return loaded;
}

/// With `what` replaced in the crosswalk that is shipped.
Loaded load_with(const std::string& what, const std::string& by) {
  TemporaryFolder folder;
  std::string text = DataFiles().read(kPath).value();
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  put_file(folder / kPath, text.replace(at, what.size(), by));
  return load(DataFiles(folder.path()));
}

TEST_CASE("crosswalk: the relations are those of the two forms") {
  const Loaded loaded = load(DataFiles());
  CHECK(loaded.findings == "");
  REQUIRE(loaded.crosswalk.has_value());
  // 198 cells of 2019, 200 of 2021, counted by hand from the forms: section 二
  // 2 renamed, 3 the same, 17 dropped, 5 new; section 三 154 the same and 7
  // split into 21; section 四 15 the same.
  std::map<CellLink::Relation, std::size_t> links;
  std::size_t from = 0;
  std::size_t to = 0;
  for (const CellLink& link : loaded.crosswalk->links) {
    ++links[link.relation];
    from += link.from.empty() ? 0 : 1;
    to += link.to.size();
  }
  CHECK(from == 198);
  CHECK(to == 200);
  CHECK(links[CellLink::Relation::same] == 2 + 3 + 154 + 15);
  CHECK(links[CellLink::Relation::split] == 7);
  CHECK(links[CellLink::Relation::dropped] == 17);
  CHECK(links[CellLink::Relation::created] == 5);
}

TEST_CASE("crosswalk: last year's figures in the terms of the new form") {
  SealedReport last;
  last.format = "cn-2019";
  last.figures = {{"disclosures.regulations.made", 3},
                  {"disclosures.regulations.public_total", 40},
                  {"disclosures.licences.decisions", 5},
                  {"applications.other_handling.total", 8},
                  {"applications.denied.state_secret.total", 2}};
  make_comparable(last, load(DataFiles()).crosswalk.value());
  CHECK(last.number("disclosures.regulations.issued") == Decimal(3));
  CHECK(last.number("disclosures.licences.decisions") == Decimal(5));
  CHECK(last.number("applications.denied.total") == Decimal(2));
  CHECK(last.number("applications.other_handling.total") == Decimal(8));
  CHECK_FALSE(last.number("disclosures.regulations.in_force").has_value());
  CHECK_FALSE(last.number("applications.other_handling.other.total"));
  CHECK(last.not_comparable.contains("disclosures.regulations.in_force"));
  CHECK(last.not_comparable.contains("disclosures.fees.amount"));
  CHECK(
      last.not_comparable.contains("applications.other_handling.other.total"));
  CHECK_FALSE(last.not_comparable.contains("disclosures.licences.decisions"));
}

TEST_CASE("crosswalk: what is wrong with one is said") {
  struct Bad {
    const char* what;
    const char* by;
    const char* findings;
  };
  const Bad kBad[] = {
      {"from: disputes.*", "from: dispute.*", "no such id: dispute.*\n"},
      {"to: disclosures.fees.amount", "to: disclosures.fees.amounts",
       "no such id: disclosures.fees.amounts\n"
       "disclosures.fees.amount is not in the crosswalk\n"},
      {"to: disclosures.*.issued", "to: disclosures.*.made",
       "no such id: disclosures.regulations.made\n"},
      {"    except: [disclosures.fees.previous]\n", "",
       "disclosures.fees.previous is defined twice\n"},
      {"      - applications.new.*\n", "",
       "applications.new.natural_person is not in the crosswalk\n"},
      {"relation: split", "relation: splits",
       "splits is no value of relation\n"},
      {"    citation: 60号 form; 30号 form\n", "", "no citation\n"},
      {"cells:\n", "cell:\n", "key cells is missing\n"}};
  for (const Bad& bad : kBad) {
    CAPTURE(bad.what);
    const Loaded loaded = load_with(bad.what, bad.by);
    CHECK_FALSE(loaded.crosswalk.has_value());
    CHECK_MESSAGE(loaded.findings.find(bad.findings) != std::string::npos,
                  loaded.findings);
  }
}

}  // namespace
}  // namespace gov_report
