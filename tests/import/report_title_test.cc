// Titles as bodies write them: which body, which year.

#include <doctest/doctest.h>

#include "support/published_pages.h"

namespace gov_report {
namespace {

/// Body and year of a page with this above its first section.
std::string said_by(const std::string& head, const std::string& window = "") {
  const auto report = read("<title>" + window + "</title>" + head +
                           "<h2>一、总体情况</h2><p>文字。");
  if (!report) return "none";
  return report->agency + " " + std::to_string(report->year);
}

std::string titled(const std::string& title) {
  return said_by("<h1>" + title + "</h1>");
}

/// What the text of the title is.
std::string title_of(const std::string& head) {
  const auto report = read(head + "<h2>一、总体情况</h2><p>文字。");
  return report && report->text.title ? text_of(*report->text.title) : "";
}

TEST_CASE("report titles: the year stands anywhere") {
  for (const char* title : {
           "青石县教育局2024年政府信息公开工作年度报告",
           "2024年青石县教育局政府信息公开工作年度报告",
           "青石县教育局政府信息公开工作年度报告（2024年）",
           "青石县教育局政府信息公开工作年度报告（2024年度）",
           "青石县教育局政府信息公开工作2024年年度报告",
           "青石县教育局政府信息公开工作2024年度报告",
           "青石县教育局2024年度2024年政府信息公开工作年度报告",
           "青石县教育局2024政府信息公开年报",
           "青石县教育局2024年政府信息公开工作年度报告（2025年1月）",
           "青石县教育局关于2024年度政府信息公开工作情况的报告",
       }) {
    CAPTURE(title);
    CHECK(titled(title) == "青石县教育局 2024");
  }
  // Of two years neither is the report's.
  CHECK(titled("青石县教育局2023年至2024年政府信息公开工作报告") == "none");
  CHECK(titled("2024年1月5日青石县教育局2023年政府信息公开工作年度报告") ==
        "none");
  // A date in front is no name.
  CHECK(titled("2024-01-15青石县教育局2024年政府信息公开工作年度报告") ==
        " 2024");
}

TEST_CASE("report titles: a year in words") {
  for (const char* year : {"二〇二四年", "二○二四年", "二零二四年",
                           "二Ｏ二四年", "二0二四年度", "二〇二四年度"}) {
    CAPTURE(year);
    CHECK(titled(year + std::string("青石县教育局政府信息公开工作年度报告")) ==
          "青石县教育局 2024");
    CHECK(titled("青石县教育局" + std::string(year) + "政府信息公开工作报告") ==
          "青石县教育局 2024");
  }
  CHECK(titled("二〇一九年青石县教育局政府信息公开工作年度报告") ==
        "青石县教育局 2019");
}

TEST_CASE("report titles: the name of a government keeps its last word") {
  CHECK(titled("青石县人民政府2024年信息公开工作年度报告") ==
        "青石县人民政府 2024");
  CHECK(titled("青石县人民政府信息公开工作年度报告（2024年）") ==
        "青石县人民政府 2024");
  CHECK(titled("青石县人民政府办公室2024年政府信息公开工作年度报告") ==
        "青石县人民政府办公室 2024");
}

TEST_CASE("report titles: a notice with the report in it") {
  for (const char* title : {
           "青石县教育局关于印发2024年政府信息公开工作年度报告的通知",
           "青石县教育局关于公布2024年度政府信息公开工作年度报告的通告",
           "青石县教育局关于发布《2024年政府信息公开工作年度报告》的公告",
           "关于公布《青石县教育局2024年政府信息公开工作年度报告》的公告",
           "青石县政务公开办关于公布青石县教育局2024年政府信息公开工作年度报"
           "告的公告",
       }) {
    CAPTURE(title);
    CHECK(titled(title) == "青石县教育局 2024");
  }
  // One that asks for reports has none.
  CHECK(titled("青石县教育局关于做好2024年政府信息公开工作年度报告的通知") ==
        "none");
}

TEST_CASE("report titles: broken over lines") {
  for (const char* title : {
           "青石县教育局<br>2024年政府信息公开工作年度报告",
           "青石县教育局2024年<br>政府信息公开工作年度报告",
           "青石县教育局2024年政府信息公开<br>工作年度报告",
           "青石县教育局<br>2024年<br>政府信息公开工作年度报告",
           "青石县教育局<br>2024年政府信息公开<br>工作年度报告",
           "青石县教育局<br>二〇二四年度<br>政府信息公开工作报告",
           "青石县教育局政府信息公开工作年度报告<br>（2024年）",
           "青石县教育局<br>政府信息公开工作年度报告<br>（2024年度）",
           "青石县教育局关于印发2024年政府信息<br>公开工作年度报告的通知",
       }) {
    CAPTURE(title);
    CHECK(titled(title) == "青石县教育局 2024");
  }
  CHECK(title_of("<h1>青石县教育局<br>2024年<br>政府信息公开工作年度报告"
                 "</h1>") == "青石县教育局2024年政府信息公开工作年度报告");
  // What says where it comes from is no name, nor is a day a part of a title.
  CHECK(said_by("<p>来源：青石县教育局<h1>2024年政府信息公开工作年度报告"
                "</h1>") == " 2024");
  CHECK(title_of("<h1>青石县教育局2024年政府信息公开工作年度报告</h1>"
                 "<p>（2025-01-20）") ==
        "青石县教育局2024年政府信息公开工作年度报告");
}

TEST_CASE("report titles: the window says what the page leaves out") {
  const std::string head = "<h1>2024年政府信息公开工作年度报告</h1>";
  CHECK(
      said_by(head,
              "青石县教育局2024年政府信息公开工作年度报告-青石县人民政府网") ==
      "青石县教育局 2024");
  // But not of another year or body.
  CHECK(said_by(head, "青石县教育局2023年政府信息公开工作年度报告") == " 2024");
  CHECK(said_by("<h1>青石县水利局政府信息公开年报</h1>",
                "青石县教育局2023年政府信息公开工作年度报告") ==
        "青石县水利局 0");
  CHECK(said_by("<h1>青石县教育局政府信息公开年报</h1>",
                "青石县教育局2024年政府信息公开工作年度报告") ==
        "青石县教育局 2024");
}

TEST_CASE("report titles: what stands below a title in a heading is none") {
  const std::string title = "青石乡人民政府2024年政府信息公开工作年度报告";
  for (const char* below : {
           "<p>日期：2025-01-20<p>浏览次数：120<p>分类：政府信息公开年报",
           "<p>2025年1月20日<p>政府信息公开工作年度报告",
           "<p>索引号：000/2025-00012<p>主题分类：政府信息公开年报",
           "<p>发文日期：2025年01月20日<p>名称：政府信息公开年度报告",
           "<p>附件：青石乡人民政府2023年政府信息公开工作年度报告",
           "<p>上一年度：2023年政府信息公开工作年度报告",
           "<p>首页<p>2023年<p>政府信息公开年报",
           "<p>2023年政府信息公开年报<p>2022年政府信息公开年报",
           "<p>青石县2023年政府信息公开工作年度报告",
           "<p>信息来源：青石乡 2025-01-20<p>信息公开年报",
           "<h2>2023年政府信息公开工作年度报告</h2>",
           "<p>根据《条例》编制并公布2024年政府信息公开工作年度报告",
           "<p>现公布青石乡人民政府2024年度政府信息公开年报",
           "<p>标题：青石乡人民政府2024年政府信息公开工作年度报告",
       }) {
    CAPTURE(below);
    CHECK(said_by("<h1>" + title + "</h1>" + below) == "青石乡人民政府 2024");
    CHECK(title_of("<h1>" + title + "</h1>" + below) == title);
  }
  // One heading gives way to another as before.
  CHECK(said_by("<h1>青石县2023年政府信息公开年报</h1><h1>" + title +
                "</h1>") == "青石乡人民政府 2024");
}

TEST_CASE("report titles: particulars are no part of one in a line") {
  const std::string title = "<p>青石乡人民政府2024年政府信息公开工作年度报告";
  for (const char* below : {
           "<p>日期：2025-01-20<p>浏览次数：120<p>分类：政府信息公开年报",
           "<p>2025年1月20日<p>政府信息公开工作年度报告",
           "<p>二〇二五年一月二十日<p>政府信息公开工作年度报告",
           "<p>编号 000/2025-00012<p>政府信息公开年报",
           "<p>2025.01.20<p>政府信息公开年报",
           "<p>上一年度：2023年政府信息公开工作年度报告",
           "<p>附件：青石乡人民政府2023年政府信息公开工作年度报告",
           "<p>根据《条例》编制并公布2024年政府信息公开工作年度报告",
           "<p>标题：青石乡人民政府2024年政府信息公开工作年度报告",
       }) {
    CAPTURE(below);
    CHECK(said_by(title + below) == "青石乡人民政府 2024");
  }
  // Where there is no other, what is listed is the title.
  CHECK(said_by("<p>附件1：青石乡人民政府2024年政府信息公开工作年度报告") ==
        "青石乡人民政府 2024");
  CHECK(said_by("<p>标题：青石乡人民政府2024年政府信息公开工作年度报告") ==
        "青石乡人民政府 2024");
}

TEST_CASE("report titles: numbers in the name of a body") {
  for (const char* name : {
           "北京市12345市民热线服务中心",
           "12345市民热线服务中心",
           "1978文化创意园管委会",
           "青石县1978文化园管委会",
           "青石县1000千瓦电站管理处",
           "中国人民解放军第2001工厂",
           "青石市110指挥中心",
       }) {
    CAPTURE(name);
    CHECK(titled(name + std::string("2024年政府信息公开工作年度报告")) ==
          name + std::string(" 2024"));
  }
  CHECK(titled("青石县G1522高速公路管理处2024年政府信息公开工作年度报告") ==
        "青石县g1522高速公路管理处 2024");
  CHECK(titled("XX县人民政府2024年政府信息公开工作年度报告") ==
        "xx县人民政府 2024");
  // Of two bare numbers either may be the year.
  CHECK(titled("青石县1978文化园管委会2024政府信息公开年报") == "none");
  CHECK(titled("青石县12345热线中心2024政府信息公开年报") ==
        "青石县12345热线中心 2024");
}

TEST_CASE("report titles: marks around the name or the title") {
  for (const char* title : {
           "（青石县教育局）2024年政府信息公开工作年度报告",
           "1.青石县教育局2024年政府信息公开工作年度报告",
           "《青石县教育局2024年政府信息公开工作年度报告》",
           "青石县财政局关于青石县教育局2024年政府信息公开工作年度报告的通知",
           "青石县教育局关于2024年政府信息公开工作年度报告的公告",
       }) {
    CAPTURE(title);
    CHECK(titled(title) == "青石县教育局 2024");
  }
  CHECK(titled("青石县教育局关于开好2024年政府信息公开工作年度报告的通知") ==
        "none");
}

TEST_CASE("report titles: one whose year is misspelled is a title") {
  for (const char* year : {"2O24年", "贰零贰肆年", "２０２l年"}) {
    const std::string title =
        "青石县教育局" + std::string(year) + "政府信息公开工作年度报告";
    CAPTURE(title);
    CHECK(titled(title) == "青石县教育局 0");
    CHECK(title_of("<h1>" + title + "</h1>") == title);
  }
}

TEST_CASE("report titles: the site that a page stands on is no body") {
  CHECK(said_by("<p>青石县人民政府网站<h1>2024年政府信息公开工作年度报告"
                "</h1>") == " 2024");
  CHECK(said_by("<h1>2024年政府信息公开工作年度报告</h1>",
                "青石县教育局2024年政府信息公开工作年度报告_青石县人民政府门"
                "户网站") == "青石县教育局 2024");
}

}  // namespace
}  // namespace gov_report
