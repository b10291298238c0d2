// Published pages as reports: what is read, and above all what is not.

#include "import/read_report.h"

#include <doctest/doctest.h>

#include "import/html_page.h"
#include "import/read_page.h"
#include "support/real_law.h"

namespace gov_report {
namespace {

std::optional<PublishedReport> read(const std::string& bytes,
                                    const std::string& name = "page.html") {
  auto page =
      published_page(bytes, name, real_law().pages(), [](const Finding&) {});
  if (!page) return std::nullopt;
  return read_report(std::move(*page), real_law().words());
}

/// A cell as it is written: "-" not there, "" blank.
std::string cell(const PublishedReport& report, const std::string& id) {
  const Cell& found = report.table.cells[report.format->cell(id).value()];
  if (found.state == CellState::missing) return "-";
  return found.text;
}

/// The cells of a row of the table of requests, with commas between.
std::string row(const PublishedReport& report, const std::string& id) {
  std::string all;
  for (const char* column :
       {"natural_person", "business", "research", "public_welfare",
        "legal_service", "other_organisation", "total"}) {
    const std::string text = cell(report, "applications." + id + "." + column);
    all += (all.empty() ? "" : ",") + text;
  }
  return all;
}

const std::string kHead =
    "<h1>青石乡人民政府2024年政府信息公开工作年度报告</h1>"
    "<h2>三、收到和处理政府信息公开申请情况</h2>";

/// The header of the table of requests.
const std::string kHeader =
    "<tr><td rowspan=3 colspan=3>（本列数据的勾稽关系为：第一项加第二项之和，"
    "等于第三项加第四项之和）<td colspan=7>申请人情况"
    "<tr><td rowspan=2>自然人<td colspan=5>法人或其他组织<td rowspan=2>总计"
    "<tr><td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他";

std::string table(const std::string& rows) {
  return kHead + "<table>" + kHeader + rows + "</table>";
}

const std::string kNew =
    "<tr><td colspan=3>一、本年新收政府信息公开申请数量"
    "<td>3<td>2<td>0<td>0<td>1<td>0<td>6";

TEST_CASE("published tables: rows by their labels, columns by their number") {
  const auto report = read(
      table(kNew +
            "<tr><td colspan=3>二、上年结转政府信息公开申请数量"
            "<td>1<td>0<td>0<td>0<td>0<td>0<td>1"
            "<tr><td rowspan=2>三、本年度办理结果<td colspan=2>（一）予以公开"
            "<td>4<td>2<td>0<td>0<td>0<td>0<td>6"
            "<tr><td rowspan=1>（三）不予公开<td>1.属于国家秘密"
            "<td>0<td>0<td>0<td>0<td>1<td>0<td>1"));
  REQUIRE(report);
  CHECK(report->format->id == "cn-2021");
  CHECK(report->year == 2024);
  CHECK(report->agency == "青石乡人民政府");
  CHECK(row(*report, "new") == "3,2,0,0,1,0,6");
  CHECK(row(*report, "carried_over") == "1,0,0,0,0,0,1");
  CHECK(row(*report, "granted") == "4,2,0,0,0,0,6");
  CHECK(row(*report, "denied.state_secret") == "0,0,0,0,1,0,1");
  CHECK(row(*report, "carried_forward") == "-,-,-,-,-,-,-");
}

TEST_CASE("published tables: blank cells that stand for spans") {
  const auto report = read(
      kHead +
      "<table><tr><td>（本列数据…）<td><td><td>申请人情况<td><td><td><td><td><"
      "td>"
      "<tr><td><td><td><td>自然人<td>法人或其他组织<td><td><td><td><td>总计"
      "<tr><td><td><td><td><td>商业企业<td>科研机构<td>社会公益组织"
      "<td>法律服务机构<td>其他<td>"
      "<tr><td>一、本年新收政府信息公开申请数量<td><td>"
      "<td>3<td>2<td><td><td>1<td><td>6</table>");
  REQUIRE(report);
  CHECK(row(*report, "new") == "3,2,,,1,,6");
}

TEST_CASE("published tables: a row that has lost cells is not read") {
  const auto report = read(table(
      kNew + "<tr><td colspan=3>二、上年结转政府信息公开申请数量<td>1<td>1"));
  REQUIRE(report);
  CHECK(row(*report, "new") == "3,2,0,0,1,0,6");
  CHECK(row(*report, "carried_over") == "-,-,-,-,-,-,-");
  REQUIRE(report->readings.unread.size() == 1);
  CHECK(report->readings.unread[0].printed == "1 1");
}

TEST_CASE("published tables: a merged figure is not read, its neighbours are") {
  const auto report =
      read(table("<tr><td colspan=3>一、本年新收政府信息公开申请数量"
                 "<td>3<td colspan=5>3<td>6"));
  REQUIRE(report);
  CHECK(row(*report, "new") == "3,-,-,-,-,-,6");
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

TEST_CASE("published tables: labels that are cut or misprinted are told") {
  const auto report =
      read(table(kNew +
                 "<tr><td>三、本年度办理结果<td>（五）不予处理"
                 "<td>3.要求提供已公开出版物<td>1<td>0<td>0<td>0<td>0<td>0<td>1"
                 "<tr><td><td><td>4.无正当理由大量"
                 "<td>2<td>0<td>0<td>0<td>0<td>0<td>2"));
  REQUIRE(report);
  CHECK(row(*report, "not_processed.published_material") == "1,0,0,0,0,0,1");
  CHECK(row(*report, "not_processed.excessive") == "2,0,0,0,0,0,2");
  REQUIRE(report->readings.labels.size() == 2);
  CHECK(report->readings.labels[0].printed == "3.要求提供已公开出版物");
  CHECK(report->readings.labels[0].of_form == "3.要求提供公开出版物");
}

TEST_CASE("published tables: one row for a group is the group's own figure") {
  const auto report = read(table(
      kNew +
      "<tr><td>三、本年度办理结果<td colspan=2>（六）其他处理"
      "<td>1<td>0<td>0<td>0<td>0<td>0<td>1"
      "<tr><td><td colspan=2>（七）总计<td>1<td>0<td>0<td>0<td>0<td>0<td>1"));
  REQUIRE(report);
  CHECK(row(*report, "other_handling") == "1,0,0,0,0,0,1");
  CHECK(row(*report, "other_handling.other") == "-,-,-,-,-,-,-");
  const auto total = report->format->cell("applications.resolved.total");
  const auto group = report->format->cell("applications.other_handling.total");
  const auto& parts = report->format->cells[*total].parts;
  CHECK(std::ranges::find(parts, *group) != parts.end());
}

TEST_CASE("published tables: a row the form does not have is told") {
  const auto report = read(kHead +
                           "<table><tr><td>信息内容<td>本年处理决定数量"
                           "<tr><td>行政处罚<td>5<tr><td>其他主动公开文件<td>38"
                           "<tr><td>行政强制<td>7</table>");
  REQUIRE(report);
  CHECK(cell(*report, "disclosures.penalties.decisions") == "5");
  CHECK(cell(*report, "disclosures.coercive_measures.decisions") == "7");
  REQUIRE(report->readings.added.size() == 1);
  CHECK(report->readings.added[0].printed == "其他主动公开文件");
}

TEST_CASE("published tables: a sentence with figures beside it is no row") {
  const auto report = read(kHead +
                           "<table><tr><td>信息内容<td>本年处理决定数量"
                           "<tr><td>行政处罚<td>5<tr><td>两行之和为总数。<td>12"
                           "<tr><td>行政强制<td>7</table>");
  REQUIRE(report);
  CHECK(report->readings.added.empty());
}

/// The lines of a table of requests after its headers.
std::string lines(const std::string& rows) {
  return "青石乡人民政府2024年政府信息公开工作年度报告\n"
         "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n"
         "法人或其他组织\n总计\n商业企业\n科研机构\n社会公益组织\n"
         "法律服务机构\n其他\n" +
         rows;
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

TEST_CASE("published tables: columns in another order are not read by number") {
  const auto report = read(
      kHead +
      "<table><tr><td>信息内容<td>现行有效件数<td>本年废止件数"
      "<td>本年制发件数<tr><td>行政规范性文件<td>470<td>132<td>77</table>");
  REQUIRE(report);
  CHECK(cell(*report, "disclosures.normative_documents.issued") == "-");
  CHECK(cell(*report, "disclosures.normative_documents.in_force") == "-");
}

TEST_CASE("published tables: a cell over several rows is the figure of none") {
  const auto report =
      read(kHead +
           "<table><tr><td>信息内容<td>本年处理决定数量"
           "<tr><td>行政处罚<td rowspan=2>1384<tr><td>行政强制</table>");
  REQUIRE(report);
  CHECK(cell(*report, "disclosures.penalties.decisions") == "-");
  CHECK(cell(*report, "disclosures.coercive_measures.decisions") == "-");
}

TEST_CASE("published tables: what is struck out, hidden or below is no digit") {
  const auto decisions = [](const std::string& figure) {
    const auto report = read(kHead +
                             "<table><tr><td>信息内容<td>本年处理决定数量"
                             "<tr><td>行政处罚<td>" +
                             figure + "<tr><td>行政强制<td>7</table>");
    REQUIRE(report);
    return cell(*report, "disclosures.penalties.decisions");
  };
  CHECK(decisions("<s>45</s>54") == "54");
  CHECK(decisions("<span style='display: none'>45</span>54") == "54");
  CHECK(decisions("45<div>54</div>") == "45\n54");
}

TEST_CASE("published tables: what is not the text of a cell is not read") {
  const auto decisions = [](const std::string& cell_of_figure) {
    const auto report = read(kHead +
                             "<table><tr><td>信息内容<td>本年处理决定数量"
                             "<tr><td>行政处罚" +
                             cell_of_figure + "<tr><td>行政强制<td>7</table>");
    REQUIRE(report);
    CHECK(cell(*report, "disclosures.coercive_measures.decisions") == "7");
    return cell(*report, "disclosures.penalties.decisions");
  };
  for (const char* marked :
       {"<td>54<sub>1</sub>", "<td>54<a href='#n1'>1</a>",
        "<td>54<span style='vertical-align:super'>1</span>",
        "<td><span style='text-decoration:line-through'>45</span>54",
        "<td><span style='visibility:hidden'>45</span>54",
        "<td><a href='#t'>54</a>", "<td><a href='b.html'>5</a>4"}) {
    CAPTURE(marked);
    CHECK(decisions(marked) == "54");
  }
  for (const char* unread :
       {"<td><table><tr><td>54</table>", "<td><input value=54>",
        "<td><select><option>54</select>", "<td><img src=54.png>",
        "<td><a href='#n1'>1</a>54", "<td><sup>54</sup>",
        "<td style='visibility:hidden'>54",
        "<td style='text-decoration:line-through'>54"}) {
    CAPTURE(unread);
    CHECK(decisions(unread) == "-");
  }
  CHECK(decisions("<td><input type=hidden value=54>") == "");
  CHECK(decisions("<td>") == "");
}

TEST_CASE("published tables: a row that stands twice is not read") {
  const auto report =
      read(kHead +
           "<table><tr><td>信息内容<td>本年处理决定数量"
           "<tr><td>行政许可<td>2000<tr><td>行政许可<td>2629"
           "<tr><td>行政处罚<td>5<tr><td>行政强制<td>7</table>");
  REQUIRE(report);
  CHECK(cell(*report, "disclosures.licences.decisions") == "-");
  CHECK(cell(*report, "disclosures.penalties.decisions") == "5");
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

const std::string kTextHead = "青石乡人民政府2024年政府信息公开工作年度报告\n";

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

TEST_CASE("published tables: a blank row of the form is its row") {
  const auto line = [](const std::string& label, const std::string& figure) {
    std::string cells;
    for (int i = 0; i < 7; ++i) cells += "<td>" + figure;
    return "<tr><td colspan=3>" + label + cells;
  };
  const std::string label = "一、本年新收政府信息公开申请数量";
  const auto person = [&](const std::string& other) {
    const auto report =
        read(table(line(label, "") + line(other, "3") +
                   line("二、上年结转政府信息公开申请数量", "0") +
                   line("四、结转下年度继续办理", "0")));
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  CHECK(person("一、累计新收政府信息公开申请数量") == "");
  CHECK(person(label + "（街道）") == "");
  CHECK(person("上年") == "");
  // Twice, and nothing says which.
  CHECK(person(label) == "-");
}

TEST_CASE("published tables: what speaks of another year is not read") {
  const auto person = [](const std::string& label, const std::string& header) {
    std::string page = table("<tr><td colspan=3>" + label +
                             "<td>3<td>2<td>0<td>0<td>1<td>0<td>6");
    const std::string own = "申请人情况";
    page.replace(page.find(own), own.size(), header);
    const auto report = read(page);
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  const std::string own = "一、本年新收政府信息公开申请数量";
  CHECK(person(own, "申请人情况") == "3");
  CHECK(person(own, "2024年申请人情况") == "3");
  CHECK(person(own, "上年申请人情况") == "-");
  CHECK(person(own, "2023年申请人情况") == "-");
  CHECK(person("一、上年新收政府信息公开申请数量", "申请人情况") == "-");
}

TEST_CASE("published tables: figures out of line with headers are not read") {
  const std::string label =
      "<tr><td colspan=3>一、本年新收政府信息公开申请数量";
  const auto person = [](const std::string& row) {
    const auto report = read(table(row));
    REQUIRE(report);
    return cell(*report, "applications.new.natural_person");
  };
  const std::string figures = "<td>3<td>2<td>0<td>0<td>1<td>0<td>6";
  CHECK(person(label + figures) == "3");
  CHECK(person(label + "<td>1" + figures) == "-");
}

TEST_CASE("published tables: the disputes of two years, numbers of columns") {
  std::string headers = "<table><tr>";
  std::string five;
  for (const char* header :
       {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}) {
    five += std::string("<td>") + header;
  }
  headers +=
      "<td colspan=5>行政复议<td colspan=10>行政诉讼<tr>"
      "<td colspan=5><td colspan=5>未经复议直接起诉<td "
      "colspan=5>复议后起诉<tr>" +
      five + five + five;
  const auto line = [](int step, int from) {
    std::string cells = "<tr>";
    for (int i = 0; i < 15; ++i) {
      cells += "<td>" + (step < 0 ? "" : std::to_string(from + step * i));
    }
    return cells;
  };
  const auto upheld = [&](const std::string& tables) {
    const auto report = read(kHead +
                             "<h2>四、政府信息公开行政复议、行政诉讼情况"
                             "</h2>" +
                             tables);
    REQUIRE(report);
    return cell(*report, "disputes.reviews.upheld");
  };
  const std::string numbers = line(1, 1);
  const std::string end = "</table>";
  CHECK(upheld(headers + line(0, 4) + end) == "4");
  CHECK(upheld(headers + numbers + line(0, 4) + end) == "4");
  CHECK(upheld(headers + numbers + line(-1, 0) + end) == "-");
  CHECK(upheld(headers + line(0, 4) + end + headers + line(0, 0) + end) == "-");
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
