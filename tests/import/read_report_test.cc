// Published pages as reports.

#include "import/read_report.h"

#include <doctest/doctest.h>

#include "import/html_page.h"
#include "import/read_page.h"
#include "support/published_pages.h"
#include "support/real_law.h"

namespace gov_report {
namespace {

TEST_CASE("published pages: what a limit cuts off is told") {
  std::string rows = kNew;
  for (int i = 0; i < kGridRows; ++i) rows += "<tr><td>x";
  const auto long_table = read(table(rows));
  REQUIRE(long_table);
  CHECK(long_table->cut == ReadLimit::grid_size);
  const auto whole = read(table(kNew + "<tr><td colspan=999>x"));
  REQUIRE(whole);
  CHECK(whole->cut == ReadLimit::none);  // a span that goes on holds nothing
  std::string wide;                      // 2000 rows of 101 cells
  for (int row = 0; row < 2000; ++row) {
    wide += "<tr>";
    for (int i = 0; i < 101; ++i) wide += "<td>x";
  }
  const auto many = read(table(kNew + wide));
  REQUIRE(many);
  CHECK(many->cut == ReadLimit::grid_cells);
  std::string deep;
  for (int i = 0; i <= kHtmlDepth; ++i) deep += "<i>";
  const auto nested = read(table(kNew) + "<p>" + deep + "x");
  REQUIRE(nested);
  CHECK(nested->cut == ReadLimit::html_depth);
}

TEST_CASE("published reports: a title that lacks the year names the body") {
  const auto report = read(
      "<p>青石县教育局政府信息公开年报<h1>"
      "青石乡人民政府政府信息公开工作年度报告"
      "</h1><p>本报告所列数据的统计期限为2024年1月1日至2024年12月31日。"
      "<h2>二、主动公开政府信息情况</h2>"
      "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>5"
      "<tr><td>行政处罚<td>6</table>",
      "page.html");
  REQUIRE(report);
  CHECK(report->agency == "青石乡人民政府");
  CHECK(report->year == 2024);
  REQUIRE(report->text.title);
  const auto below_link = read(
      "<p>青石县教育局2023年政府信息公开工作年度报告<h1>"
      "青石乡人民政府政府信息公开"
      "工作年度报告</"
      "h1><p>本报告所列数据的统计期限为2024年1月1日至2024年12月31日。"
      "<h2>二、主动公开政府信息情况</h2>"
      "<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可<td>5"
      "<tr><td>行政处罚<td>6</table>",
      "page.html");
  REQUIRE(below_link);
  CHECK(below_link->agency == "青石乡人民政府");
  CHECK(below_link->year == 2024);
}

TEST_CASE("published reports: the tables of two forms are told") {
  const auto words = [](const PublishedForm& form) {
    std::string all;
    for (const std::string& one : form.words) all += "<p>" + one;
    return all;
  };
  const auto& forms = real_law().words().forms;
  REQUIRE(forms.size() > 1);
  const auto one = read(table(kNew) + words(*forms[0]));
  REQUIRE(one);
  CHECK_FALSE(one->several);
  const auto both = read(table(kNew) + words(*forms[0]) + words(*forms[1]));
  REQUIRE(both);
  CHECK(both->several);
}

TEST_CASE("published reports: two in one file are told, not mixed") {
  std::string two;
  for (const char* figure : {"3", "4"}) {
    std::string rows;
    for (const char* label :
         {"一、本年新收政府信息公开申请数量",
          "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"}) {
      rows += std::string("<tr><td colspan=3>") + label;
      for (int i = 0; i < 7; ++i) rows += std::string("<td>") + figure;
    }
    two += table(rows);
  }
  const auto report = read(two);
  REQUIRE(report);
  CHECK(report->several);
}

TEST_CASE("published reports: tables among other matters are left alone") {
  const auto rows = [](const std::string& figure) {
    std::string all;
    for (const char* label :
         {"一、本年新收政府信息公开申请数量",
          "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"}) {
      all += std::string("<tr><td colspan=3>") + label;
      for (int i = 0; i < 7; ++i) all += "<td>" + figure;
    }
    return all;
  };
  const std::string last_year = "<table>" + kHeader + rows("4") + "</table>";
  const std::string other = "<h2>六、其他需要报告的事项</h2><p>附：上年数据。";
  const auto is_read = [](const std::string& page) {
    const auto report = read(page);
    REQUIRE(report);
    return report->several ? "several" : row(*report, "carried_forward");
  };
  const std::string own = table(rows("3"));
  CHECK(is_read(own + other + last_year) == "3,3,3,3,3,3,3");
  CHECK(is_read(kHead.substr(0, kHead.find("<h2>")) + "<h2>一、总体情况</h2>" +
                last_year + own.substr(own.find("<h2>"))) == "3,3,3,3,3,3,3");
  // In the section of the table, under another title, or the only one there.
  CHECK(is_read(own + last_year) == "several");
  CHECK(is_read(own + other +
                "<p>青石乡人民政府2023年政府信息公开工作年度报告</p>" +
                last_year) == "several");
  CHECK(is_read(kHead + other + last_year + "<table>" + kHeader + rows("5") +
                "</table>") == "several");
}

TEST_CASE("published reports: a table without labels is that of its section") {
  const auto lines = [](const std::string& figure, const std::string& shared) {
    std::string all =
        "<table><tr><td>类别<td>结果维持<td>结果纠正<td>其他结果<td>尚未审结"
        "<td>总计";
    for (const char* branch : {"行政复议", "未经复议直接起诉", "复议后起诉"}) {
      const bool first = all.ends_with("<td>总计");
      all += std::string("<tr><td>") + branch;
      const bool below = !shared.empty() && all.ends_with("直接起诉");
      if (!below) all += (first ? "<td" + shared + ">" : "<td>") + figure;
      for (int i = 0; i < 4; ++i) all += "<td>" + figure;
    }
    return all + "</table>";
  };
  const auto upheld = [](const std::string& page) {
    const auto report = read(page);
    REQUIRE(report);
    return cell(*report, "disputes.reviews.upheld");
  };
  const std::string own = kHead.substr(0, kHead.find("<h2>")) +
                          "<h2>四、政府信息公开行政复议、行政诉讼情况</h2>";
  const std::string other = "<h2>六、其他需要报告的事项</h2><p>附：上年数据。";
  CHECK(upheld(own + lines("3", "") + other) == "3");
  CHECK(upheld(own + lines("3", "") + other + lines("4", "")) == "3");
  // Its own is a picture, or one that is not sure.
  CHECK(upheld(own + "<img src=a.png>" + other + lines("4", "")) == "-");
  CHECK(upheld(own + lines("3", " rowspan=2") + other + lines("4", "")) == "-");
  CHECK(upheld(own + lines("3", " rowspan=2") + lines("4", "")) == "-");
  CHECK(upheld(own + lines("3", "") + lines("4", "")) == "-");
}

TEST_CASE("published reports: a wrong title year leaves no table out") {
  const auto read_with = [](const std::string& title) {
    std::string rows = kNew;
    for (const char* label :
         {"二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"}) {
      rows += std::string("<tr><td colspan=3>") + label +
              "<td>1<td>0<td>0<td>0<td>0<td>0<td>1";
    }
    std::string other = rows;
    other.replace(other.find("<td>3"), 5, "<td>9");
    const auto report =
        read("<p>青石乡" + title +
             "年政府信息公开工作年度报告</p><p>统计期限自"
             "2024年1月1日至2024年12月31日。2024年，公开5条。2024年的问题。</p>"
             "<h2>三、收到和处理政府信息公开申请情况</h2><p>2024年</p><table>" +
             kHeader + rows + "</table><p>2023年</p><table>" + kHeader + other +
             "</table>");
    REQUIRE(report);
    return row(*report, "new");
  };
  CHECK(read_with("2024") == "3,2,0,0,1,0,6");
  CHECK(read_with("2025") == "3,2,0,0,1,0,6");
}

TEST_CASE("published pages: sums in sums without end in a style") {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "calc(";
  CHECK(read(table(kNew) + "<p style='width:" + deep + "1px'>x"));
}

TEST_CASE("published reports: a header that is lost moves those behind it") {
  std::string header = kHeader;
  const std::string lost = "<td>科研机构";
  header.erase(header.find(lost), lost.size());
  const auto report = read(kHead + "<table>" + header + kNew + "</table>");
  REQUIRE(report);
  CHECK(row(*report, "new") == "-,-,-,-,-,-,-");
}

TEST_CASE("published reports: the year and the body of a title in any order") {
  const auto year_of = [](const std::string& title) {
    const auto report =
        read("<p>" + title + "</p><h2>一、总体情况</h2><p>文字。");
    return report ? report->agency + std::to_string(report->year) : "none";
  };
  CHECK(year_of("青石乡人民政府2023年政府信息公开工作年度报告") ==
        "青石乡人民政府2023");
  CHECK(year_of("2023年青石乡政府信息公开年度报告") == "青石乡2023");
  CHECK(year_of("青石乡人民政府</p><p>2023 年政府信息公开工作年度报告") ==
        "青石乡人民政府2023");
  CHECK(year_of("通知公告") == "none");
}

TEST_CASE("published reports: a title of another year than the text") {
  const std::string period = "<p>统计期限自2024年1月1日至2024年12月31日。";
  const auto year_of = [](const std::string& title, const std::string& text) {
    const auto report = read("<p>青石乡" + title +
                             "政府信息公开工作年度报告</p>"
                             "<h2>一、总体情况</h2><p>文字。" +
                             text);
    REQUIRE(report);
    return report->year;
  };
  CHECK(year_of("2023年", period + "2024年，公开5条。2024年的问题。") == 2024);
  CHECK(year_of("2023年", period + "较2024年减少。") == 2023);
  CHECK(year_of("2023年", "2024年1月1日至2月1日，2024年，2024年。") == 2023);
  CHECK(year_of("2024年", period) == 2024);
  // What compares, plans or names a document is no word for a year.
  CHECK(year_of("2023年", period + "2024年，公开5条，较2023年增长，比2023年多。"
                                   "2024年的问题。") == 2024);
  CHECK(year_of("2023年", period + "2024年将公开5条。2024年拟公开。") == 2023);
  CHECK(year_of("2023年", period + "按照《2024年要点》《2024年计划》。") ==
        2023);
  CHECK(year_of("2023年", period + "2024年公开5条。2023年公开6条。") == 2023);
  // The title stands where no more of the text says that it is wrong.
  CHECK(year_of("2023年", period) == 2023);
  CHECK(year_of("2023年", period + "2023年，公开5条。2023年的问题。") == 2023);
  CHECK(year_of("2023年", "2024年，公开5条，2024年的问题。") == 2023);
}

TEST_CASE("published reports: a right title above the period of another year") {
  const std::string period = "<p>统计期限自2023年1月1日至2023年12月31日。";
  const auto year_of = [](const std::string& text) {
    const auto report = read(
        "<h1>青石乡2024年政府信息公开工作年度报告</h1>"
        "<h2>一、总体情况</h2><p>文字。" +
        text);
    REQUIRE(report);
    return report->year;
  };
  // Its own year in sentences as of plans, the year before once or twice.
  CHECK(year_of(period + "2024年，着力做好公开，进一步提升质量。"
                         "2023年考核中本乡获评优秀。") == 2024);
  CHECK(year_of(period + "2024年，着力做好公开，进一步提升质量。2024年，继续加"
                         "强平台建设。2023年考核中获评优秀。2023年获奖。"
                         "2023年受到表扬。") == 2024);
  CHECK(year_of(period + "2023年考核中本乡获评优秀。") == 2024);
  CHECK(year_of(period + "较2023年增加，比2023年多，与2023年相比。") == 2024);
  // A report of the year before that speaks of what comes.
  CHECK(year_of(period + "2023年，公开5条。2023年的问题。2023年的申请。"
                         "2024年将进一步公开。") == 2023);
}

TEST_CASE("published reports: captions speak of the year of the text") {
  const auto report = read(
      "<p>青石乡2025年政府信息公开工作年度报告</p><h2>一、总体情况</h2>"
      "<p>统计期限自2024年1月1日至2024年12月31日。2024年，公开5条。"
      "2024年的问题。<h2>三、收到和处理政府信息公开申请情况</"
      "h2><p>2024年申请情况表</p>"
      "<table>" +
      kHeader + kNew + "</table>");
  REQUIRE(report);
  CHECK(report->year == 2024);
  CHECK(row(*report, "new") == "3,2,0,0,1,0,6");
}

TEST_CASE("published pages: what is no report says what it is") {
  const auto variant_of = [](const std::string& bytes,
                             const std::string& name) {
    std::string variant = "a page";
    published_page(bytes, name, real_law().pages(),
                   [&](const Finding& finding) {
                     variant = finding.rule + "/" + finding.variant;
                   });
    return variant;
  };
  CHECK(variant_of("", "a.html") == "report-unreadable/empty");
  CHECK(variant_of("\x89PNG\r\n", "a.docx") == "report-unreadable/picture");
  CHECK(variant_of("\xD0\xCF\x11\xE0", "a.doc") ==
        "report-unreadable/old-office");
  CHECK(variant_of("{\\rtf1", "a.doc") == "report-unreadable/old-office");
  const std::string locked(
      "\xD0\xCF\x11\xE0..E\0n\0c\0r\0y\0p\0t\0e\0d\0"
      "P\0a\0c\0k\0a\0g\0e\0",
      38);
  CHECK(variant_of(locked, "a.docx") == "report-unreadable/password");
  CHECK(variant_of("Rar!\x1A\x07", "a.rar") == "report-unreadable/archive");
  CHECK(variant_of("7z\xBC\xAF\x27\x1C", "a.7z") ==
        "report-unreadable/archive");
  CHECK(variant_of("PK\x03\x04", "a.docx") == "report-unreadable/not-a-zip");
  CHECK(variant_of("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
                   "Content-Type: multipart/related;\r\n\ttype=\"text/html\"",
                   "a.mht") == "report-unreadable/web-archive");
  CHECK(variant_of("<p>中文</p>", "a.html") == "a page");
}

TEST_CASE("published pages: words about a report are none") {
  const auto is_report = [](const std::string& text, const std::string& name) {
    return read(text, name).has_value();
  };
  const std::string letter =
      "关于改正青石乡人民政府2024年政府信息公开工作年度报告有关问题的通知\n\n"
      "青石乡人民政府：\n\n一、需要改正的问题\n\n"
      "1. （七）总计：总计与各列之和相差 1（文件第 196 行）。报告中为：总计 "
      "35，相差 1。每一行：总计等于自然人与法人或其他组织五列之和。\n\n"
      "2. 行政许可：5 件\n\n年　　月　　日\n";
  CHECK_FALSE(is_report(letter, "letter.txt"));
  // Nor if it names a report in a line of its own.
  CHECK_FALSE(
      is_report("青石乡人民政府2024年政府信息公开工作年度报告\n\n" + letter,
                "letter.txt"));
  // Tables without title and headings are one, though no row may be read.
  const std::string rows =
      "|信息内容|本年处理决定数量|\n|---|---|\n|行政许可|5|\n|行政处罚|7|\n";
  CHECK(is_report(rows, "rows.md"));
  const std::string lines =
      "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n"
      "规章 0 0 0\n行政规范性文件 1 0 9\n第二十条第（五）项\n"
      "信息内容 本年处理决定数量\n行政许可 5\n第二十条第（六）项\n"
      "信息内容 本年处理决定数量\n行政处罚 7\n行政强制 0\n";
  CHECK(is_report(lines, "lines.txt"));
  CHECK(is_report(
      table("<tr><td colspan=3>一、本年新收政府信息公开申请数量<td>3<td>6"),
      "cut.html"));
}

}  // namespace
}  // namespace gov_report
