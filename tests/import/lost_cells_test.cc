// Numbers in lines of text that may stand in the place of a figure that has
// left no trace.

#include <doctest/doctest.h>

#include "import/read_report.h"
#include "support/published_pages.h"

namespace gov_report {
namespace {

/// Table 三 after its headers, a cell a line.
std::string requests(const std::string& rows) {
  return kTextHead +
         "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n"
         "法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n"
         "法律服务机构\n其他\n" +
         rows;
}

const std::string kNewLabel = "一、本年新收政府信息公开申请数量";
const std::string kOldLabel = "二、上年结转政府信息公开申请数量";

/// Table 二 of 2021 with a number in front of each row from one on, in a line
/// of its own; blank figures leave no trace.
std::string decisions(int from, const std::vector<std::string>& figures) {
  const auto number = [&](int row) {
    return std::to_string(from + row) + "\n";
  };
  const std::string header = "信息内容\n本年处理决定数量\n";
  return kTextHead +
         "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n"
         "本年制发件数\n本年废止件数\n现行有效件数\n" +
         number(0) + "规章\n0\n0\n2\n" + number(1) +
         "行政规范性文件\n4\n0\n3\n第二十条第（五）项\n" + header + number(2) +
         "行政许可\n" + figures[0] + "第二十条第（六）项\n" + header +
         number(3) + "行政处罚\n" + figures[1] + number(4) + "行政强制\n" +
         figures[2] +
         "第二十条第（八）项\n信息内容\n"
         "本年收费金额（单位：万元）\n" +
         number(5) + "行政事业性收费\n" + figures[3] +
         "四、政府信息公开行政复议、行政诉讼情况\n";
}

TEST_CASE("lost cells: numbers of rows from any number on are no figures") {
  for (const int from : {0, 1, 7}) {
    CAPTURE(from);
    const auto penalties = [&](const std::vector<std::string>& figures) {
      const auto report = read(decisions(from, figures), "page.txt");
      REQUIRE(report);
      return cell(*report, "disclosures.penalties.decisions");
    };
    CHECK(penalties({"15\n", "16\n", "6\n", "0\n"}) == "16");
    CHECK(penalties({"15\n", "", "6\n", "0\n"}) == "-");
    CHECK(penalties({"", "", "", ""}) == "-");
  }
}

/// Rows of figures run together.
std::string run_together(const std::vector<std::string>& rows) {
  std::string all;
  const std::vector<std::string> labels = {kNewLabel, kOldLabel,
                                           "三、本年度办理结果（一）予以公开",
                                           "四、结转下年度继续办理"};
  for (std::size_t i = 0; i < rows.size(); ++i) all += labels[i] + rows[i];
  return requests(all + "\n");
}

TEST_CASE("lost cells: run together, a total that may be blank") {
  const auto person = [](const std::vector<std::string>& rows) {
    const auto report = read(run_together(rows), "page.txt");
    REQUIRE(report);
    return row(*report, "new");
  };
  const std::string none = "-,-,-,-,-,-,-";
  CHECK(person({"7000007", "0000000", "6000006", "1000001"}) ==
        "7,0,0,0,0,0,7");
  // 10, 0, 0, 0, 0, 1 and a blank total as well.
  CHECK(person({"1000001", "000000", "6000006", "000000"}) == none);
  CHECK(person({"1000001", "000000", "12000", "200000"}) == none);
  // No other row shows that it is there.
  CHECK(person({"1000001", "2000002"}) == none);
}

TEST_CASE("lost cells: the number of a page in the place of a figure") {
  const auto total = [](const std::string& figures, const std::string& after) {
    const auto report = read(requests(kNewLabel + "\n" + figures + after +
                                      kOldLabel + "\n1\n0\n0\n0\n0\n0\n1\n"),
                             "page.txt");
    REQUIRE(report);
    CHECK(cell(*report, "applications.carried_over.total") == "1");
    return cell(*report, "applications.new.total");
  };
  const std::string whole = "3\n2\n0\n0\n1\n0\n6\n";
  const std::string blank = "3\n2\n0\n0\n1\n0\n";
  for (const std::string number :
       {"\n2\n\n", "          2\n", "第2页\n", "- 2 -\n", "— 2 —\n",
        "第 2 页 共 5 页\n", "2/5\n", "第2页，共5页\n", "-2-\n"}) {
    CAPTURE(number);
    CHECK(total(blank, number) == "-");
  }
  for (const std::string number : {"第2页\n", "- 2 -\n", "第2页 共5页\n"}) {
    CAPTURE(number);
    CHECK(total(whole, number) == "6");
  }
  CHECK(total(whole, "") == "6");
  // A sum that does not hold: no page has that number there.
  CHECK(total("3\n2\n0\n0\n1\n0\n57\n", "") == "57");
}

TEST_CASE("lost cells: a number that goes on from those of other pages") {
  const auto issued = [](const std::string& before, const std::string& figures,
                         const std::string& after) {
    std::string text = kTextHead + "一、总体情况\n";
    for (int i = 0; i < 20; ++i) text += "本机关依法公开政府信息。\n";
    text += before +
            "二、主动公开政府信息情况\n信息内容\n本年制发件数\n"
            "本年废止件数\n现行有效件数\n规章\n0\n0\n0\n"
            "行政规范性文件\n" +
            figures +
            "信息内容\n本年处理决定数量\n行政许可\n15\n"
            "四、政府信息公开行政复议、行政诉讼情况\n"
            "五、存在的主要问题及改进情况\n";
    for (int i = 0; i < 20; ++i) text += "下一步，本机关将改进。\n";
    const auto report = read(text + after, "page.txt");
    REQUIRE(report);
    CHECK(cell(*report, "disclosures.licences.decisions") == "15");
    return cell(*report, "disclosures.normative_documents.issued");
  };
  CHECK(issued("", "9\n4\n2\n", "") == "9");
  CHECK(issued("1\n", "9\n4\n2\n", "") == "-");
  CHECK(issued("", "9\n4\n2\n", "3\n") == "-");
  CHECK(issued("1\n", "9\n4\n2\n", "3\n") == "-");
  CHECK(issued("1\n", "9\n4\n0\n", "3\n") == "9");
  CHECK(issued("1\n", "9\n8\n7\n", "2\n") == "9");
}

TEST_CASE("lost cells: a number set apart from the others has no row") {
  const auto coercion = [](const std::string& figure) {
    const auto report =
        read(kTextHead +
                 "二、主动公开政府信息情况\n信息内容\n"
                 "本年处理决定数量\n行政处罚\n5\n行政强制\n" +
                 figure +
                 "信息内容\n本年收费金额（单位：万元）\n行政事业性收费\n8\n"
                 "四、政府信息公开行政复议、行政诉讼情况\n",
             "page.txt");
    REQUIRE(report);
    CHECK(cell(*report, "disclosures.penalties.decisions") == "5");
    return cell(*report, "disclosures.coercive_measures.decisions");
  };
  CHECK(coercion("2\n") == "2");
  CHECK(coercion("\n2\n\n") == "-");
  CHECK(coercion("            2\n") == "-");
  CHECK(coercion("第2页\n") == "-");
  CHECK(coercion("7\n第2页\n") == "7");
  CHECK(coercion("7\n- 2 -\n") == "7");
}

}  // namespace
}  // namespace gov_report
