// Figures of another time, place or subject beside those of a report, in tables
// and in lines of text.

#include <doctest/doctest.h>

#include "import/read_report.h"
#include "support/published_pages.h"

namespace gov_report {
namespace {

/// Lines with bars between the cells as the rows of an HTML table.
std::string rows_of(const std::string& lines) {
  std::string rows;
  std::string cell;
  std::string row;
  for (const char c : lines) {
    if (c != '|' && c != '\n') {
      cell += c;
      continue;
    }
    row += "<td>" + cell;
    cell.clear();
    if (c == '|') continue;
    rows += "<tr>" + row;
    row.clear();
  }
  return rows;
}

/// What is read of the licences of table 二, under a header.
std::string licences(const std::string& header, const std::string& label,
                     const std::string& name) {
  const std::string lines = "信息内容|" + header + "\n" + label +
                            "|5\n信息内容|本年处理决定数量\n行政处罚|6\n"
                            "行政强制|7\n";
  const std::string heading = "二、主动公开政府信息情况";
  const bool html = name == "page.html";
  std::string text = lines;
  for (char& c : text) c = c == '|' ? '\t' : c;
  const auto report =
      read(html ? "<h1>" + kTextHead + "</h1><h2>" + heading + "</h2><table>" +
                      rows_of(lines) + "</table>"
                : kTextHead + heading + "\n" + text,
           name);
  if (!report) return "none";
  CHECK(cell(*report, "disclosures.penalties.decisions") == "6");
  return cell(*report, "disclosures.licences.decisions");
}

TEST_CASE("other times: a header with another subject than the form's") {
  for (const std::string name : {"page.html", "page.txt"}) {
    CAPTURE(name);
    const auto under = [&](const std::string& header) {
      return licences(header, "行政许可", name);
    };
    CHECK(under("本年处理决定数量") == "5");
    CHECK(under("本年处里决定数量") == "5");
    CHECK(under("本年处理决定") == "5");
    CHECK(under("处理决定数量（件）") == "5");
    CHECK(under("本年申请数量") == "-");
    CHECK(under("本年受理数量") == "-");
    CHECK(under("本年收到申请件数") == "-");
  }
}

TEST_CASE("other times: a header or label of another place or period") {
  for (const std::string name : {"page.html", "page.txt"}) {
    for (const std::string words :
         {"全市", "全县", "12月", "上半年", "累计", "1-6月", "一季度"}) {
      CAPTURE(name);
      CAPTURE(words);
      const std::string own = "处理决定数量";
      CHECK(licences(words + own, "行政许可", name) == "-");
      CHECK(licences("本年" + own, words + std::string("行政许可"), name) ==
            "-");
      CHECK(licences("本年" + own, "行政许可（" + std::string(words) + "）",
                     name) == "-");
    }
    CHECK(licences("1-12月处理决定数量", "行政许可", name) == "5");
  }
}

TEST_CASE("other times: one of three headers with another subject") {
  const auto issued = [](const std::string& header) {
    const auto report = read(kHead + "<table>" +
                             rows_of("信息内容|" + header +
                                     "|本年废止件数|现行有效件数\n规章|0|0|0\n"
                                     "行政规范性文件|1|2|9\n") +
                             "</table>");
    REQUIRE(report);
    CHECK(cell(*report, "disclosures.normative_documents.in_force") == "9");
    return cell(*report, "disclosures.normative_documents.issued");
  };
  CHECK(issued("本年制发件数") == "1");
  CHECK(issued("本年制定件数") == "1");
  CHECK(issued("本年备案件数") == "-");
}

TEST_CASE("other times: a caption above the only table") {
  const std::string rows =
      "自然人|商业企业|科研机构|社会公益组织|法律服务机构|"
      "其他|总计\n一、本年新收政府信息公开申请数量|3|2|0|"
      "0|1|0|6\n二、上年结转政府信息公开申请数量|1|0|0|0|"
      "0|0|1\n";
  const auto html = [&](const std::string& caption) {
    const auto report = read(kHead + caption + "<table>" +
                             rows_of("项目|" + rows) + "</table>");
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  const auto text = [&](const std::string& caption) {
    std::string lines = rows;
    for (char& c : lines) c = c == '|' ? ' ' : c;
    const auto report = read(
        kTextHead + "三、收到和处理政府信息公开申请情况\n" + caption + lines,
        "page.txt");
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  for (const std::string words :
       {"上年", "2018年", "2023年度政府信息公开申请情况", "全县", "上半年",
        "2024年上半年政府信息公开申请收到和处理情况表",
        "2024年第一季度政府信息公开申请收到和处理情况表",
        "2024年1-6月政府信息公开申请收到和处理情况表"}) {
    CAPTURE(words);
    CHECK(html("<p>" + std::string(words) + "</p>") == "-");
    CHECK(text(std::string(words) + "\n") == "-");
  }
  for (const std::string words :
       {"2024年", "单位：件", "2024年1月1日至2024年12月31日",
        "与上年相比，申请有所增加。", "其中上半年收到政府信息公开申请1件",
        "注：上年结转数与上年报告一致"}) {
    CAPTURE(words);
    CHECK(html("<p>" + std::string(words) + "</p>") == "3");
    CHECK(text(std::string(words) + "\n") == "3");
  }
}

TEST_CASE("other times: a row without a label beside a blank one with it") {
  const std::string head =
      "自然人|商业企业|科研机构|社会公益组织|法律服务机构|"
      "其他|总计|\n";
  const std::string label = "一、本年新收政府信息公开申请数量";
  const std::string next = "二、上年结转政府信息公开申请数量|1|0|0|0|0|0|1|\n";
  const auto person = [&](const std::string& rows, bool ragged) {
    const auto report =
        read(kTextHead + "三、收到和处理政府信息公开申请情况\n" +
                 (ragged ? head : "项目|" + head) + rows + next,
             "page.txt");
    REQUIRE(report);
    CHECK(cell(*report, "applications.carried_over.natural_person") == "1");
    return cell(*report, "applications.new.natural_person");
  };
  for (const bool ragged : {false, true}) {
    CAPTURE(ragged);
    const std::string figures = "|3|2|0|0|1|0|6|\n";
    CHECK(person(label + figures, ragged) == "3");
    CHECK(person(label + "||||||||\n" + figures, ragged) == "-");
    CHECK(person(figures + label + "||||||||\n", ragged) == "-");
  }
}

TEST_CASE("other times: words in a row above the headers") {
  const std::string blanks = "<td><td><td><td><td><td><td>";
  const auto person = [&](const std::string& above) {
    const auto report = read(kHead + "<table>" + above +
                             rows_of("项目|自然人|商业企业|科研机构|"
                                     "社会公益组织|法律服务机构|其他|总计\n"
                                     "一、本年新收政府信息公开申请数量|3|2|0|0|"
                                     "1|0|6\n二、上年结转政府信息公开申请数量|"
                                     "1|0|0|0|0|0|1\n") +
                             "</table>");
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  CHECK(person("") == "3");
  CHECK(person("<tr><td>本年" + blanks) == "3");
  CHECK(person("<tr><td>上年" + blanks) == "-");
  CHECK(person("<tr><td>上年" + blanks.substr(4) + "<td>单位：件") == "-");
  CHECK(person("<tr><td>2023年") == "-");
  const auto text = [](const std::string& above) {
    const auto report =
        read(kTextHead + "二、主动公开政府信息情况\n" + above +
                 "信息内容 | 本年处理决定数量 |\n行政许可 | 5 |\n"
                 "行政处罚 | 6 |\n行政强制 | 7 |\n",
             "page.txt");
    REQUIRE(report);
    return cell(*report, "disclosures.licences.decisions");
  };
  CHECK(text("") == "5");
  CHECK(text("上年 | |\n") == "-");
  CHECK(text("上年 |\n") == "-");
  CHECK(text("| 上年 |\n") == "-");
}

TEST_CASE("other times: disputes of another year without labels") {
  std::string five;
  for (const char* header :
       {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}) {
    five += "<td>" + std::string(header);
  }
  std::string figures = "<tr>";
  for (int i = 0; i < 15; ++i) figures += "<td>4";
  const auto upheld = [&](const std::string& caption, const std::string& row) {
    const auto report =
        read(kHead + "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>" +
             caption + "<table>" + row +
             "<tr><td colspan=5>行政复议<td colspan=10>行政诉讼<tr>"
             "<td colspan=5><td colspan=5>未经复议直接起诉<td colspan=5>"
             "复议后起诉<tr>" +
             five + five + five + figures + "</table>");
    REQUIRE(report);
    return cell(*report, "disputes.reviews.upheld");
  };
  CHECK(upheld("", "") == "4");
  CHECK(upheld("", "<tr><td colspan=15>2024年") == "4");
  CHECK(upheld("", "<tr><td colspan=15>上年") == "-");
  CHECK(upheld("", "<tr><td>上年<td colspan=14>") == "-");
  CHECK(upheld("<p>上年</p>", "") == "-");
  CHECK(upheld("<p>2023年</p>", "") == "-");
}

}  // namespace
}  // namespace gov_report
