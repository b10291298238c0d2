// Tables of published pages: what is read, and above all what is not.

#include <doctest/doctest.h>

#include "import/read_report.h"
#include "support/published_pages.h"

namespace gov_report {
namespace {

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
        "<td><table><tr><td>54</table>", "<td><a href='#t'>54</a>",
        "<td><a href='b.html'>5</a>4"}) {
    CAPTURE(marked);
    CHECK(decisions(marked) == "54");
  }
  for (const char* unread :
       {"<td><table><tr><td>5<td>4</table>", "<td><input value=54>",
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

TEST_CASE("published tables: words beside or above a row are its own too") {
  const std::string figures = "<td>1<td>0<td>0<td>0<td>0<td>0<td>1";
  const std::string label = "二、上年结转政府信息公开申请数量";
  const auto carried = [&](const std::string& row) {
    const auto report = read(table(kNew + row + figures));
    REQUIRE(report);
    CHECK(cell(*report, "applications.new.natural_person") == "3");
    return cell(*report, "applications.carried_over.natural_person");
  };
  CHECK(carried("<tr><td colspan=3>" + label) == "1");
  CHECK(carried("<tr><td>2023年<td colspan=2>" + label) == "-");
  CHECK(carried("<tr><td colspan=10>2023年<tr><td colspan=3>" + label) == "-");
  CHECK(carried("<tr><td colspan=10>续表<tr><td colspan=3>" + label) == "1");
}

TEST_CASE("published tables: the last row alone behind a page break") {
  const auto line = [](const char* label) {
    return "<tr><td colspan=3>" + std::string(label) +
           "<td>1<td>0<td>0<td>0<td>0<td>0<td>1";
  };
  const auto report = read(
      table(kNew + line("二、上年结转政府信息公开申请数量") +
            "<tr><td rowspan=2>三、本年度办理结果<td colspan=2>（一）予以公开"
            "<td>4<td>2<td>0<td>0<td>0<td>0<td>6") +
      "<table>" + line("四、结转下年度继续办理") + "</table>");
  REQUIRE(report);
  CHECK(row(*report, "carried_forward") == "1,0,0,0,0,0,1");
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
  // Under a header of their own.
  std::string page = table(label + figures + "<td>9<td>8");
  const std::string last = "<td rowspan=2>总计";
  page.replace(page.find(last), last.size(),
               last + "<td colspan=2 rowspan=2>备注");
  const auto remarked = read(page);
  REQUIRE(remarked);
  CHECK(cell(*remarked, "applications.new.natural_person") == "3");
}

TEST_CASE("published tables: a figure behind the one header is another's") {
  const auto decisions = [](const std::string& row) {
    const auto report = read(
        kHead + "<table><tr><td>信息内容<td colspan=3>本年处理决定数量<td>" +
        row + "<tr><td>行政强制<td colspan=3>7<td>6</table>");
    REQUIRE(report);
    return cell(*report, "disclosures.penalties.decisions");
  };
  CHECK(decisions("<tr><td>行政处罚<td colspan=3>5<td>") == "5");
  CHECK(decisions("<tr><td>行政处罚<td><td><td>5<td>") == "5");
  CHECK(decisions("<tr><td>行政处罚<td colspan=3><td>5") == "-");
}

TEST_CASE("published tables: of two rows alike none is read") {
  const auto decisions = [](const std::string& rows) {
    const auto report =
        read(kHead + "<table><tr><td>信息内容<td>本年处理决定数量" + rows +
             "<tr><td>行政强制<td>7</table>");
    REQUIRE(report);
    return cell(*report, "disclosures.penalties.decisions");
  };
  CHECK(decisions("<tr><td>行政处罚（局机关）<td>5") == "5");
  CHECK(decisions(
            "<tr><td>行政处罚（局机关）<td>5<tr><td>行政处罚（大队）<td>8") ==
        "-");
  CHECK(
      decisions("<tr><td>行政处罚（机关）<td>5<tr><td>行政处罚（大队）<td>") ==
      "-");
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
  // One of the two is blank, or has no row in a sheet.
  const std::string labelled = "<tr><td>本年" + line(-1, 0).substr(8);
  CHECK(upheld(headers + line(0, 4) + labelled + end) == "-");
  CHECK(upheld(headers + headers.substr(7) + line(0, 4) + end) == "-");
  CHECK(upheld(headers + line(0, 4) + end) == "4");
  CHECK(upheld(headers + numbers + line(0, 4) + end) == "4");
  CHECK(upheld(headers + numbers + line(-1, 0) + end) == "-");
  CHECK(upheld(headers + line(0, 4) + end + headers + line(0, 0) + end) == "-");
}

}  // namespace
}  // namespace gov_report
