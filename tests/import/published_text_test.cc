// Reports in lines of text: what is read, and above all what is not.

#include <doctest/doctest.h>

#include "import/read_report.h"
#include "support/published_pages.h"

namespace gov_report {
namespace {

/// Table 二 of 2021 with a number in front of each row, in a line of its own;
/// `regulations` are the lines of the figures of the first row.
std::string numbered_lines(const std::string& regulations) {
  return "青石乡人民政府2024年政府信息公开工作年度报告\n"
         "二、主动公开政府信息情况\n序号\n第二十条第（一）项\n信息内容\n"
         "本年制发件数\n本年废止件数\n现行有效件数\n1\n规章\n" +
         regulations +
         "2\n行政规范性文件\n4\n0\n3\n第二十条第（五）项\n信息内容\n"
         "本年处理决定数量\n3\n行政许可\n15\n第二十条第（六）项\n信息内容\n"
         "本年处理决定数量\n4\n行政处罚\n16\n5\n行政强制\n6\n"
         "第二十条第（八）项\n信息内容\n本年收费金额（单位：万元）\n6\n"
         "行政事业性收费\n0\n四、政府信息公开行政复议、行政诉讼情况\n";
}

/// The lines of a table of requests after its headers.
std::string lines(const std::string& rows) {
  return "青石乡人民政府2024年政府信息公开工作年度报告\n"
         "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n"
         "法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n"
         "法律服务机构\n其他\n" +
         rows;
}

TEST_CASE("published lines: serial numbers are no figures of the line before") {
  const auto report = read(
      "青石乡人民政府2024年政府信息公开工作年度报告\n"
      "二、主动公开政府信息情况\n第二十条第（五）项\n"
      "信息内容 本年处理决定数量\n1 行政许可\n第二十条第（六）项\n"
      "信息内容 本年处理决定数量\n1 行政处罚\n2 行政强制\n"
      "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n"
      "1 行政事业性收费\n四、政府信息公开行政复议、行政诉讼情况\n",
      "page.txt");
  REQUIRE(report);
  for (const char* id : {"licences.decisions", "penalties.decisions",
                         "coercive_measures.decisions", "fees.amount"}) {
    CAPTURE(id);
    CHECK(cell(*report, std::string("disclosures.") + id) == "-");
  }
}

TEST_CASE("published lines: serial numbers in lines of their own") {
  const auto report = read(numbered_lines("0\n0\n2\n"), "page.txt");
  REQUIRE(report);
  const auto figure = [&](const char* id) {
    return cell(*report, std::string("disclosures.") + id);
  };
  CHECK(figure("regulations.in_force") == "2");
  CHECK(figure("normative_documents.issued") == "4");
  CHECK(figure("normative_documents.in_force") == "3");
  CHECK(figure("licences.decisions") == "15");
  CHECK(figure("penalties.decisions") == "16");
  CHECK(figure("coercive_measures.decisions") == "6");
  CHECK(figure("fees.amount") == "0");
  CHECK(report->readings.unread.empty());
  // A blank cell has left no trace: the number of the next row is no figure.
  const auto blank = read(numbered_lines("0\n7\n"), "page.txt");
  REQUIRE(blank);
  for (const char* column : {"issued", "repealed", "in_force"}) {
    CAPTURE(column);
    CHECK(cell(*blank, std::string("disclosures.regulations.") + column) ==
          "-");
  }
  CHECK(cell(*blank, "disclosures.penalties.decisions") == "16");
}

TEST_CASE("published lines: the number of a label without its mark") {
  const auto report = read(
      "青石乡人民政府2024年政府信息公开工作年度报告\n"
      "三、收到和处理政府信息公开申请情况\n自然人\n商业企业\n科研机构\n"
      "社会公益组织\n法律服务机构\n其他\n总计\n（三）不予公开\n"
      "1 属于国家秘密\n1\n0\n0\n0\n0\n0\n1\n"
      "2 其他法律行政法规禁止公开\n2\n0\n0\n0\n0\n0\n2\n"
      "4 保护第三方合法权益\n3\n0\n0\n0\n0\n3\n"
      "3 属于三类内部事务信息\n5\n0\n0\n0\n0\n0\n5\n",
      "page.txt");
  REQUIRE(report);
  CHECK(row(*report, "denied.state_secret") == "1,0,0,0,0,0,1");
  CHECK(row(*report, "denied.prohibited_by_law") == "2,0,0,0,0,0,2");
  // A figure is missing, and the number of the next row is another than the
  // form has: it is no figure.
  CHECK(row(*report, "denied.third_party_rights") == "-,-,-,-,-,-,-");
}

TEST_CASE("published text: figures behind their label, as many as columns") {
  const auto report =
      read(lines("一、本年新收政府信息公开申请数量 3 2 0 0 1 0 6\n"
                 "二、上年结转政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
                 "三、本年度办理结果（一）予以公开 | 4 | 2 | | | | | 6 |\n"),
           "report.txt");
  REQUIRE(report);
  CHECK(row(*report, "new") == "3,2,0,0,1,0,6");
  CHECK(row(*report, "carried_over") == "1,0,0,0,0,0,1");
  CHECK(row(*report, "granted") == "4,2,,,,,6");
}

TEST_CASE(
    "published text: a full line that begins with a number behind a stop") {
  const auto paragraphs = [](const std::string& stop) {
    const auto report = read(
        "青石乡人民政府2024年政府信息公开工作年度报告\n一、总体情况\n"
        "（一）政府信息管理方面。建立已公开文件的目录，标明文号和效力，失效的"
        "移入历史库" +
            stop +
            "\n（二）信息公开平台建设方面。政务新媒体由专人值守，留言两日内"
            "回应，不更新的账号已\n经注销。\n",
        "report.txt");
    REQUIRE(report);
    REQUIRE_FALSE(report->text.sections.empty());
    return report->text.sections.front().blocks.size();
  };
  CHECK(paragraphs("。") == 2);
  CHECK(paragraphs("，") == 1);
}

TEST_CASE("published text: a misprinted label before another is one") {
  const auto issued = [](const std::string& after) {
    const auto report = read(
        "青石乡人民政府2024年政府信息公开工作年度报告\n"
        "二、主动公开政府信息情况\n信息内容\n本年制发件数\n本年废止件数\n"
        "现行有效件数\n规章\n0\n0\n1\n的政规范性文件\n4\n0\n3\n" +
            after + "\n信息内容\n本年处理决定数量\n行政许可\n15\n",
        "page.txt");
    REQUIRE(report);
    return cell(*report, "disclosures.normative_documents.issued");
  };
  CHECK(issued("第二十条第（五）项") == "4");
  CHECK(issued("第二十条（五）项") == "4");
  CHECK(issued("和其他文件") == "-");  // it may go on there
}

TEST_CASE("published text: what has lost its places is not read") {
  const auto report =
      read(lines("一、本年新收政府信息公开申请数量 | 3 | 3 | |||||||\n"
                 "二、上年结转政府信息公开申请数量 1 0 1\n"),
           "report.txt");
  REQUIRE(report);
  CHECK(row(*report, "new") == "-,-,-,-,-,-,-");
  CHECK(row(*report, "carried_over") == "-,-,-,-,-,-,-");
}

TEST_CASE(
    "published text: figures run together are read where there is one way") {
  const auto report = read(
      lines("一、本年新收政府信息公开申请数量7000007"
            "二、上年结转政府信息公开申请数量0000000三、本年度办理结果"
            "（一）予以公开1200012（二）部分公开（区分处理的，只计这一情形，"
            "不计其他情形）22000022\n"),
      "report.txt");
  REQUIRE(report);
  CHECK(row(*report, "new") == "7,0,0,0,0,0,7");
  CHECK(row(*report, "carried_over") == "0,0,0,0,0,0,0");
  // 1, 2, 0, 0, 0, 1, 2 does not add up: blank cells may have been lost.
  CHECK(row(*report, "granted") == "-,-,-,-,-,-,-");
  CHECK(row(*report, "partially_granted") == "-,-,-,-,-,-,-");
}

TEST_CASE("published text: figures in front of two labels belong to neither") {
  const auto report =
      read(lines("一、本年新收政府信息公开申请数量 3 2 0 0 1 0 6\n"
                 "二、上年结转政府信息公开申请数量\n（一）予以公开\n"
                 "1 0 0 0 0 0 1 4 2 0 0 0 0 6\n"),
           "report.txt");
  REQUIRE(report);
  CHECK(row(*report, "new") == "3,2,0,0,1,0,6");
  CHECK(row(*report, "carried_over") == "-,-,-,-,-,-,-");
  CHECK(row(*report, "granted") == "-,-,-,-,-,-,-");
}

TEST_CASE("published text: the number of a page is no figure") {
  const auto report = read(
      "青石乡人民政府2024年政府信息公开工作年度报告\n"
      "二、主动公开政府信息情况\n信息内容    本年处理决定数量\n"
      "行政许可    12\n行政处罚    5\n行政强制\n          3\n\f",
      "report.txt");
  REQUIRE(report);
  CHECK(cell(*report, "disclosures.penalties.decisions") == "5");
  CHECK(cell(*report, "disclosures.coercive_measures.decisions") == "-");
}

TEST_CASE("published text: figures above their labels are not read") {
  const std::string headers =
      kTextHead + "二、主动公开政府信息情况\n信息内容    本年处理决定数量\n";
  const auto beside =
      read(headers + "行政许可\n12\n行政处罚\n5\n行政强制\n7\n", "a.txt");
  REQUIRE(beside);
  CHECK(cell(*beside, "disclosures.penalties.decisions") == "5");
  const auto above =
      read(headers + "12\n行政许可\n5\n行政处罚\n7\n行政强制\n", "a.txt");
  REQUIRE(above);
  CHECK(cell(*above, "disclosures.licences.decisions") == "-");
  CHECK(cell(*above, "disclosures.penalties.decisions") == "-");
}

TEST_CASE("published text: sums tell which figure is of a column more") {
  const auto granted = [](const std::vector<std::string>& figures) {
    const std::vector<std::string> labels = {
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量",
        "（一）予以公开", "四、结转下年度继续办理"};
    std::string text = kTextHead + "三、收到和处理政府信息公开申请情况\n" +
                       "自然人 商业企业 科研机构 社会公益组织 法律服务机构 "
                       "其他 总计\n";
    for (std::size_t i = 0; i < labels.size(); ++i) {
      text += labels[i] + " " + figures[i] + "\n";
    }
    const auto report = read(text, "a.txt");
    REQUIRE(report);
    return row(*report, "granted");
  };
  const std::string zeros = "0 0 0 0 0 0 0 0";
  const std::string none = "-,-,-,-,-,-,-";
  CHECK(granted({"9 3 2 0 0 1 0 6", "8 1 0 0 0 0 0 1", zeros,
                 "7 1 2 0 0 0 0 3"}) == "0,0,0,0,0,0,0");
  CHECK(granted({"9 3 2 0 0 1 0 6", "8 1 0 0 0 0 0 1", "5 2 2 0 0 0 0 4",
                 "7 1 2 0 0 0 0 3"}) == "2,2,0,0,0,0,4");
  CHECK(granted({"3 2 0 0 1 0 6 5", "1 0 0 0 0 0 1 8", "2 2 0 0 0 0 4 1",
                 "1 2 0 0 0 0 3 7"}) == "2,2,0,0,0,0,4");
  // One that holds neither way; and a kind of applicant more, in the middle.
  CHECK(granted({"9 3 2 0 0 1 0 6", "8 1 0 0 0 0 0 1", "5 2 2 0 0 0 0 5",
                 "7 1 2 0 0 0 0 3"}) == none);
  CHECK(granted({"0 3 0 0 0 0 0 3", "0 1 0 0 0 0 0 1", "0 2 0 0 0 0 0 2",
                 "0 5 0 0 0 0 0 5"}) == none);
  // Two say the first, one the last.
  CHECK(granted({"9 3 2 0 0 1 0 6", "8 1 0 0 0 0 0 1", "5 2 2 0 0 0 0 4",
                 "1 2 0 0 0 0 3 7"}) == none);
}

TEST_CASE("published text: a number in the last line of a page is the page's") {
  const auto total = [](const std::string& figures) {
    const auto report =
        read(kTextHead + "三、收到和处理政府信息公开申请情况\n" +
                 "自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n"
                 "社会公益组织\n法律服务机构\n其他\n"
                 "一、本年新收政府信息公开申请数量\n" +
                 figures +
                 "二、上年结转政府信息公开申请数量\n"
                 "1\n0\n0\n0\n0\n0\n1\n",
             "a.txt");
    REQUIRE(report);
    return cell(*report, "applications.new.total");
  };
  CHECK(total("3\n2\n0\n0\n1\n0\n6\n") == "6");
  CHECK(total("3\n2\n0\n0\n1\n0\n6\n 12\n\f") == "6");
  CHECK(total("3\n2\n0\n0\n1\n6\n12\n\f") == "-");
  // Of the last page too, if there are several.
  const auto coercion = [](const std::string& end) {
    const auto report = read(kTextHead + "二、主动公开政府信息情况\n\f" +
                                 "信息内容\n本年处理决定数量\n行政处罚\n5\n"
                                 "行政强制\n" +
                                 end,
                             "a.txt");
    REQUIRE(report);
    return cell(*report, "disclosures.coercive_measures.decisions");
  };
  CHECK(coercion("7\n2\n") == "7");
  CHECK(coercion("2\n") == "-");
}

TEST_CASE("published text: headers in another order are not read by number") {
  const auto person = [](const std::string& headers) {
    const std::string text = kTextHead +
                             "三、收到和处理政府信息公开申请情况\n" + headers +
                             "一、本年新收政府信息公开申请数量 3 2 0 0 1 0 6\n"
                             "二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n";
    const auto report = read(text, "a.txt");
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  const std::string classes =
      "商业企业 科研机构 社会公益组织 法律服务机构 其他";
  const std::string down =
      "商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n";
  CHECK(person("自然人 法人或其他组织 总计\n" + classes + "\n") == "3");
  CHECK(person("法人或其他组织 自然人 总计\n" + classes + "\n") == "-");
  CHECK(person("自然人 " + classes + " 总计\n") == "3");
  CHECK(person(classes + " 自然人 总计\n") == "-");
  CHECK(person("自然人\n法人或其他组织\n总计\n" + down) == "3");
  CHECK(person("自然人\n法人或其他组织\n" + down + "总计\n") == "3");
  CHECK(person("法人或其他组织\n自然人\n总计\n" + down) == "-");
  CHECK(person("自然人\n" + down + "总计\n") == "3");
  CHECK(person(down + "自然人\n总计\n") == "-");
  // Cells over two lines stand between them.
  CHECK(person("法人或其他组织\n自然人 总计\n" + classes + "\n") == "3");
}

TEST_CASE("published text: headers of disputes in another order, or lost") {
  const auto total = [](const std::vector<std::string>& headers) {
    std::string text = kTextHead + "四、政府信息公开行政复议、行政诉讼情况\n";
    for (const std::string& line : headers) text += line + "\n";
    const auto report = read(text + "1 0 0 0 1 2 0 0 0 2 3 0 0 0 3\n", "a.txt");
    REQUIRE(report);
    return cell(*report, "disputes.reviews.total");
  };
  const std::string five = "结果维持 结果纠正 其他结果 尚未审结 总计 ";
  const std::string first = "总计 结果维持 结果纠正 其他结果 尚未审结 ";
  const std::string other = "结果纠正 结果维持 其他结果 尚未审结 总计 ";
  const std::string suits = "未经复议直接起诉 复议后起诉";
  CHECK(total({"行政复议 行政诉讼", five + suits, five + five}) == "1");
  CHECK(total({"行政复议 行政诉讼", suits, five + five + five}) == "1");
  CHECK(total({"行政复议 行政诉讼", other + suits, five + five}) == "-");
  CHECK(total({"行政复议 行政诉讼", suits, other + other + other}) == "-");
  CHECK(total({"行政复议 行政诉讼", first + suits, first + first}) == "-");
  CHECK(total({"行政诉讼 行政复议", suits + " " + five, five + five}) == "-");
  CHECK(total({"行政复议 行政诉讼", five + "复议后起诉 未经复议直接起诉",
               five + five}) == "-");
}

TEST_CASE("published text: where no sum of a table holds it is not read") {
  const auto person = [](const std::string& last) {
    const std::string text =
        kTextHead + "三、收到和处理政府信息公开申请情况\n" +
        "单位 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
        "一、本年新收政府信息公开申请数量 0 3 2 0 0 1 0\n"
        "二、上年结转政府信息公开申请数量 0 1 0 0 0 0 0\n"
        "（一）予以公开 0 0 0 0 0 0 0\n"
        "四、结转下年度继续办理 " +
        last + "\n";
    const auto report = read(text, "a.txt");
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  CHECK(person("0 2 0 0 0 0 0") == "-");
  // One holds: the others are wrong. Two that do not say nothing yet.
  CHECK(person("1 1 0 0 0 0 2") == "0");
  CHECK(person("0 0 0 0 0 0 0") == "0");
}

TEST_CASE("published text: one figure below two headers is that of neither") {
  const auto decisions = [](const std::string& headers) {
    const auto report = read(kTextHead + "二、主动公开政府信息情况\n" +
                                 "第二十条第（五）项\n" + headers +
                                 "行政许可 | 7 |\n第二十条第（六）项\n"
                                 "信息内容 | 本年处理决定数量 |\n"
                                 "行政处罚 | 5 |\n行政强制 | 6 |\n",
                             "a.txt");
    REQUIRE(report);
    return cell(*report, "disclosures.licences.decisions");
  };
  CHECK(decisions("信息内容 | 本年处理决定数量 |\n") == "7");
  CHECK(decisions("信息内容 | 上年处理决定数量 | 本年处理决定数量 |\n") == "-");
  CHECK(decisions("信息内容\n上年处理决定数量\n本年处理决定数量\n") == "-");
  CHECK(decisions("信息内容\n本年处理\n决定数量\n") == "7");  // one, in two
  CHECK(decisions("信息内容 | 上年本年处理决定数量 | 本年处理决定数量 |\n") ==
        "-");
  CHECK(decisions("信息内容 | 本年处理决定数量 | 其中网上 |\n") == "-");
  CHECK(decisions("信息内容\n其中网上\n本年处理决定数量\n") == "-");
  CHECK(decisions("序号 信息内容 本年处理决定数量\n") == "7");
}

TEST_CASE("published text: rows of last year are not read for blank ones") {
  const auto person = [](const std::string& rows) {
    const auto report =
        read(kTextHead + "三、收到和处理政府信息公开申请情况\n" +
                 "自然人\n法人或其他组织\n总计\n商业企业\n科研机构\n"
                 "社会公益组织\n法律服务机构\n其他\n" +
                 rows,
             "a.txt");
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  const std::string label = "一、本年新收政府信息公开申请数量\n";
  const std::string figures = "3\n2\n0\n0\n1\n0\n6\n";
  const std::string next = "二、上年结转政府信息公开申请数量\n";
  CHECK(person(label + figures + next + figures) == "3");
  CHECK(person(label + next + "上年\n" + label + figures + next + figures) ==
        "-");
  CHECK(person(label + "上年\n" + figures + next + figures) == "-");
  CHECK(person("一、本年新收政府信息公开申请数量 | | | |\n上年 | 3 | 2 | 0 | 0 "
               "| 1 | 0 | 6 |\n" +
               next + figures) == "-");
}

TEST_CASE("published text: a page in one line has its paragraphs for lines") {
  const auto carried = [](const std::string& header) {
    const auto report = read(kHead + "<p>" + header +
                             " 商业企业 科研机构 社会公益组织 法律服务机构 "
                             "其他 总计<p>一、本年新收政府信息公开申请数量 "
                             "3 2 0 0 1 0 6<p>二、上年结转政府信息公开申请数量 "
                             "1 0 0 0 0 0 1");
    REQUIRE(report);
    return cell(*report, "applications.carried_over.natural_person");
  };
  CHECK(carried("自然人") == "1");
  CHECK(carried("2023年自然人") == "-");
}

TEST_CASE("published text: words between rows may be of those below") {
  const auto forward = [](const std::string& between) {
    const auto report = read(
        kTextHead + "三、收到和处理政府信息公开申请情况\n" +
            "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
            "一、本年新收政府信息公开申请数量 3 2 0 0 1 0 6\n" +
            between + "四、结转下年度继续办理 1 0 0 0 0 0 1\n",
        "a.txt");
    REQUIRE(report);
    return cell(*report, "applications.carried_forward.natural_person");
  };
  CHECK(forward("") == "1");
  CHECK(forward("续表\n") == "1");
  CHECK(forward("同期\n") == "-");
}

TEST_CASE("published text: lines below a picture of the table are another's") {
  const std::string rows =
      "<p>自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"
      "<p>一、本年新收政府信息公开申请数量 3 2 0 0 1 0 6"
      "<p>二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1";
  const auto person = [](const std::string& page) {
    const auto report = read(page);
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  CHECK(person(kHead + rows) == "3");
  CHECK(person(kHead + "<p><img src=table.png>" + rows) == "-");
}

TEST_CASE("published text: of two years without labels none is read") {
  std::string headers = kTextHead + "四、政府信息公开行政复议、行政诉讼情况\n";
  for (const char* header :
       {"行政复议", "行政诉讼", "结果维持", "结果纠正", "其他结果", "尚未审结",
        "总计", "未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正",
        "其他结果", "尚未审结", "总计", "结果维持", "结果纠正", "其他结果",
        "尚未审结", "总计"}) {
    headers += header + std::string("\n");
  }
  std::string zeros;
  std::string sevens;
  for (int i = 0; i < 15; ++i) {
    zeros += "0\n";
    sevens += "7\n";
  }
  const auto upheld = [&](const std::string& figures) {
    const auto report = read(headers + figures, "a.txt");
    REQUIRE(report);
    return cell(*report, "disputes.reviews.upheld");
  };
  CHECK(upheld(zeros) == "0");
  CHECK(upheld("上年\n" + sevens + "本年\n" + zeros) == "-");
  CHECK(upheld("本年\n上年\n" + sevens) == "-");
  CHECK(upheld("2023年\n" + sevens + "2024年\n" + zeros) == "-");
  std::string row = "0";
  std::string blank;
  for (int i = 0; i < 14; ++i) row += " | 0";
  for (int i = 0; i < 15; ++i) blank += "| ";
  CHECK(upheld(row + " |\n") == "0");
  CHECK(upheld(row + " |\n " + blank + "\n") == "-");
  CHECK(upheld("上年 | " + row + " |\n本年 | " + blank + "\n") == "-");
  CHECK(upheld(zeros + "五、存在的主要问题及改进情况\n见附表\n" + sevens) ==
        "0");
}

}  // namespace
}  // namespace gov_report
