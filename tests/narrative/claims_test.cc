// What is found in a text, and where; not yet whether it is right.

#include "narrative/claims.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "ledger/ledger_fixture.h"
#include "schema/load_claims.h"

namespace gov_report {
namespace {

struct Text2024 {
  Text2024() : schema(real_schema(2024)) {
    format = std::make_unique<ClaimFormat>(
        load_claims(DataFiles(), schema.report, real_rules(),
                    [](const Finding&) {})
            .value());
    table = make_table(schema.report, 2024, "某局");
    for (Cell& cell : table.cells) cell.state = CellState::number;
  }
  SectionClaims find(const std::string& text) const {
    const FindingSink sink = [](const Finding&) {};
    return find_claims(resolve(parse_narrative(text, "a.md", sink),
                               Figures{&table, nullptr}, sink),
                       *format, {2024, "某局", "overview"});
  }
  Schema schema;
  std::unique_ptr<ClaimFormat> format;
  Table table;
};

const Text2024& text2024() {
  static const Text2024 text;
  return text;
}

std::string place(const Place& place) {
  return std::to_string(place.at.line) + ":" + std::to_string(place.at.column) +
         "+" + std::to_string(place.width);
}

/// "rule line:column+width written", joined by "; ".
std::string claims(const std::string& text) {
  const SectionClaims found = text2024().find(text);
  std::string shown;
  for (const FoundClaim& claim : found.claims) {
    shown += claim.claim->rule + " " + place(claim.place) + " " +
             claim.written + "; ";
  }
  return shown;
}

std::string loose(const std::string& text) {
  const SectionClaims found = text2024().find(text);
  std::string shown;
  for (const LooseNumber& number : found.loose) {
    shown += place(number.place) + " " + number.clause + "; ";
  }
  return shown;
}

/// The figures of the first claim.
std::string figures(const std::string& text) {
  const SectionClaims found = text2024().find(text);
  if (found.claims.empty()) return "";
  const ClaimFigures& figures = found.claims.front().figures;
  std::string shown = figures.last_year ? "last " : "";
  for (const std::string& term : figures.sums.front().terms)
    shown += term + " ";
  return shown;
}

}  // namespace

TEST_CASE("claims: a number stands where the file has it") {
  CHECK(claims("全年收到政府信息公开申请 12 件。") ==
        "narrative-received-differs 1:14+4 12件; ");
  CHECK(claims("全年收到\n政府信息公开\n申请**12**件。") ==
        "narrative-received-differs 3:5+5 12件; ");
  CHECK(claims("## 依申请公开\n\n- 收到申请约12件。") ==
        "narrative-received-differs 3:7+4 约12件; ");
  CHECK(claims("收到申请{{applications.new.total}}件。") ==
        "narrative-received-differs 1:5+27 0件; ");
  CHECK(claims("\\*收到申请12件。") ==
        "narrative-received-differs 1:7+3 12件; ");
}

TEST_CASE("claims: a statement without a number stands where it begins") {
  CHECK(claims("我局未收到政府信息公开申请。") ==
        "narrative-says-none 1:3+11 未收到政府信息公开申请; ");
}

TEST_CASE("claims: names joined are a sum, a group is its total") {
  CHECK(figures("予以公开及部分公开42件。") ==
        "applications.granted.total applications.partially_granted.total ");
  CHECK(figures("不予公开5件。") == "applications.denied.total ");
  CHECK(figures("涉及信息公开的行政诉讼5件。") ==
        "disputes.lawsuits_direct.total disputes.lawsuits_after_review.total ");
  CHECK(figures("收办申请5件。") ==
        "applications.new.total applications.carried_over.total ");
  CHECK(figures("申请人为法人或其他组织的申请5件。") ==
        "applications.new.business applications.new.research "
        "applications.new.public_welfare applications.new.legal_service "
        "applications.new.other_organisation ");
}

TEST_CASE("claims: the nearest name is meant") {
  CHECK(figures("不予公开：属于国家秘密2件。") ==
        "applications.denied.state_secret.total ");
  CHECK(figures("制发规章后，废止规范性文件2件。") ==
        "disclosures.normative_documents.repealed ");
}

TEST_CASE("claims: a clause without a noun has that of the clause before") {
  CHECK(claims("制发规范性文件5件，废止2件。") ==
        "narrative-documents-differ 1:8+2 5件; "
        "narrative-documents-differ 1:13+2 2件; ");
  const SectionClaims found = text2024().find("制发规范性文件5件，废止2件。");
  CHECK(found.claims.back().figures.sums.front().terms ==
        std::vector<std::string>{"disclosures.normative_documents.repealed"});
}

TEST_CASE("claims: last year's numbers are looked up there, others nowhere") {
  CHECK(figures("2023年收到申请5件。") == "last applications.new.total ");
  CHECK(figures("2023年度收到申请5件。") == "last applications.new.total ");
  CHECK(figures("2024年收到申请5件。") == "applications.new.total ");
  CHECK(figures("2022年收到申请5件。") == "");
  CHECK(figures("计划2025年收到申请5件。") == "");
}

TEST_CASE("claims: titles, slogans, numbers of documents and days are none") {
  for (const char* text :
       {"按《收到申请5件的办法》执行。", "坚持“收到申请一件、办结一件”。",
        "按国办函〔2021〕30号公开信息。", "12月31日公开。", "一事一申请。",
        "推行一网通办，公开“三安全一稳定”信息。", "办好一件事。",
        "信息公开第三项。", "电话0517-83605210。", "每一件申请都有回音。"}) {
    CAPTURE(text);
    CHECK(claims(text) == "");
    CHECK(loose(text) == "");
  }
}

TEST_CASE("claims: numbers near the vocabulary that nothing fits are listed") {
  CHECK(loose("全年发布信息1523条，更新栏目17个。") ==
        "1:7+5 全年发布信息1523条; ");
  CHECK(loose("主动公开文件５份；举办培训3场。") == "1:7+2 主动公开文件5份; ");
  CHECK(loose("主动公开{{applications.new.total}}件。") == "");
  CHECK(loose("代表市政府收到申请12件。") == "1:10+3 代表市政府收到申请12件; ");
}

TEST_CASE("claims: of a list in order each number has its name") {
  const SectionClaims found =
      text2024().find("予以公开、部分公开、不予公开分别为5件、3件、2件。");
  REQUIRE(found.claims.size() == 3);
  CHECK(found.claims[0].what == "予以公开");
  CHECK(found.claims[2].what == "不予公开");
  CHECK(found.claims[2].number->value == Decimal(2));
  CHECK(text2024()
            .find("予以公开、部分公开分别为5件、3件、2件。")
            .claims.empty());
  CHECK(text2024().find("行政复议、行政诉讼信息公开均为0件。").claims.empty());
  CHECK(text2024()
            .find("信息公开引发的行政复议、行政诉讼均为0件。")
            .claims.size() == 2);
}

TEST_CASE("claims: a share or a growth is that of the figure in front") {
  const SectionClaims found =
      text2024().find("收到申请60件，其中予以公开30件，占50%，同比增长20%。");
  REQUIRE(found.claims.size() == 4);
  CHECK(found.claims[2].what == "予以公开");
  CHECK(found.claims[2].base_written == "30件");
  CHECK(found.claims[3].what == "予以公开");
  CHECK(found.claims[3].direction == 1);
}

TEST_CASE("claims: text of any length is read in one pass") {
  std::string text;
  while (text.size() < (1 << 16) - 100) text += "收到申请12件，";
  // 65 500 bytes in one line, the longest allowed.
  CHECK(text2024().find(text).claims.size() > 3000);
}

TEST_CASE("claims: marks of the program in a text mean nothing") {
  CHECK(claims("收到\xEE\x80\x80\xEE\x84\x80\xEF\x80\x80申请12件。") ==
        "narrative-received-differs 1:8+3 12件; ");
}

TEST_CASE("claims: folded text of a section") {
  const FindingSink sink = [](const Finding&) {};
  CHECK(folded_text(resolve(parse_narrative("信息\n处理 费,１元", "a.md", sink),
                            Figures{&text2024().table, nullptr}, sink)) ==
        "信息处理费，1元\n");
}

}  // namespace gov_report
