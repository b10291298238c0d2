// Tables of other reports in one file: blank ones, copies, those of another
// year.

#include <doctest/doctest.h>

#include "import/read_report.h"
#include "support/published_pages.h"
#include "support/real_law.h"
#include "support/stored_zip.h"

namespace gov_report {
namespace {

const std::vector<std::string> kLabels = {
    "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量",
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "四、结转下年度继续办理"};

/// Table 三 with a figure in all of its cells.
std::string requests(const std::string& figure) {
  std::string all = "<table>" + kHeader;
  for (const std::string& label : kLabels) {
    all += "<tr><td colspan=3>" + label;
    for (int i = 0; i < 7; ++i) all += "<td>" + figure;
  }
  return all + "</table>";
}

std::string forward(const std::string& page) {
  const auto report = read(page);
  if (!report) return "none";
  return report->several ? "several"
                         : row(*report, "carried_forward") + " " +
                               row(*report, "partially_granted");
}

TEST_CASE("other reports: the same table twice is read once") {
  CHECK(forward(kHead + requests("3") + requests("3")) ==
        "3,3,3,3,3,3,3 3,3,3,3,3,3,3");
  CHECK(forward(kHead + requests("3") + requests("4")) == "several");
}

TEST_CASE("other reports: a table whose caption names another year") {
  const std::string read_one = "3,3,3,3,3,3,3 3,3,3,3,3,3,3";
  CHECK(forward(kHead + "<p>2023年</p>" + requests("4") + "<p>2024年</p>" +
                requests("3")) == read_one);
  CHECK(forward(kHead + "<p>本年</p>" + requests("3") + "<p>上年</p>" +
                requests("4")) == read_one);
  CHECK(forward(kHead + "<p>甲表</p>" + requests("3") + "<p>乙表</p>" +
                requests("4")) == "several");
  // Which is whose is said of neither, or of both the same.
  CHECK(forward(kHead + "<p>上年</p>" + requests("3") + "<p>2023年</p>" +
                requests("4")) == "several");
}

std::string cells_of(const FormRow& row, const std::string& figure) {
  std::string all;
  for (std::size_t i = 0; i < row.cells.size(); ++i) all += "<td>" + figure;
  return all;
}

/// A report with all tables of 2021 and the same in all of its cells.
std::string whole(const std::string& figure) {
  const auto& forms = real_law().words().forms;
  const auto form = std::ranges::find_if(
      forms, [](const auto& one) { return one->format->id == "cn-2021"; });
  std::vector<std::string> rows(3);
  std::size_t block = 0;
  for (const FormRow& row : (*form)->rows) {
    if (row.parts > 0) continue;
    if (row.table == 0 && row.block != block) {
      rows[0] += "<tr><td>信息内容";
      for (const std::string& header : row.headers) rows[0] += "<td>" + header;
    }
    block = row.block;
    const bool labelled = row.table < 2;
    rows[row.table] += "<tr>";
    if (labelled) rows[row.table] += "<td colspan=3>" + row.printed;
    rows[row.table] += cells_of(row, figure);
  }
  std::string five;
  for (const char* header :
       {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}) {
    five += "<td>" + std::string(header);
  }
  return "<h2>二、主动公开政府信息情况</h2><table>" + rows[0] +
         "</table><h2>三、收到和处理政府信息公开申请情况</h2><table>" +
         kHeader + rows[1] +
         "</table><h2>四、政府信息公开行政复议、行政诉讼情况</h2><table><tr>"
         "<td colspan=5>行政复议<td colspan=10>行政诉讼<tr><td colspan=5>"
         "<td colspan=5>未经复议直接起诉<td colspan=5>复议后起诉<tr>" +
         five + five + five + rows[2] + "</table>";
}

TEST_CASE("other reports: a blank form beside the report") {
  const std::string title =
      "<h1>青石乡人民政府2024年政府信息公开工作年度报告</h1>";
  const auto upheld = [&](const std::string& page) {
    const auto report = read(title + page);
    if (!report) return std::string("none");
    return report->several
               ? "several"
               : row(*report, "carried_forward") + " " +
                     cell(*report, "disputes.reviews.upheld") +
                     cell(*report, "disclosures.licences.decisions");
  };
  CHECK(upheld(whole("3")) == "3,3,3,3,3,3,3 33");
  CHECK(upheld(whole("") + whole("3")) == "3,3,3,3,3,3,3 33");
  CHECK(upheld(whole("3") + whole("")) == "3,3,3,3,3,3,3 33");
  CHECK(upheld(whole("3") + whole("4")) == "several");
  CHECK(upheld(whole("3") + whole("") + whole("4")) == "several");
  // One table alone: this year's may be the blank one.
  CHECK(upheld(whole("3") + requests("")) == "several");
}

/// A sheet with these lines, cells between bars.
std::string sheet(const std::string& lines) {
  std::string rows = "<row><c t=\"inlineStr\"><is><t>";
  for (const char c : lines) {
    if (c == '|') {
      rows += "</t></is></c><c t=\"inlineStr\"><is><t>";
    } else if (c == '\n') {
      rows += "</t></is></c></row><row><c t=\"inlineStr\"><is><t>";
    } else {
      rows += c;
    }
  }
  return rows + "</t></is></c></row>";
}

/// A workbook with two sheets of these names.
std::string book(const std::vector<std::string>& names,
                 const std::vector<std::string>& lines) {
  ZipParts parts = small_book(sheet(lines[0]));
  for (auto& [name, text] : parts) {
    const auto put = [&](const std::string& behind, const std::string& more) {
      const std::size_t at = text.find(behind);
      if (at != std::string::npos) text.insert(at + behind.size(), more);
    };
    if (name == "xl/workbook.xml") {
      put("r:id=\"rId1\"/>",
          "<sheet name=\"" + names[1] + "\" sheetId=\"2\" r:id=\"rId9\"/>");
      text.replace(text.find("Sheet1"), 6, names[0]);
    }
    if (name == "xl/_rels/workbook.xml.rels") {
      put("<Relationships>",
          "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/"
          "officeDocument/2006/relationships/worksheet\" "
          "Target=\"worksheets/sheet2.xml\"/>");
    }
  }
  parts.emplace_back(
      "xl/worksheets/sheet2.xml",
      "<worksheet><sheetData>" + sheet(lines[1]) + "</sheetData></worksheet>");
  return stored_zip(parts);
}

TEST_CASE("other reports: sheets of two years") {
  const auto lines = [](const std::string& figure) {
    std::string all =
        "项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|"
        "其他|总计";
    for (const std::string& label : kLabels) {
      all += "\n" + label;
      for (int i = 0; i < 7; ++i) all += "|" + figure;
    }
    return all;
  };
  const auto forwarded = [&](const std::vector<std::string>& names,
                             const std::string& caption) {
    const auto report =
        read(book(names, {kTextHead + caption + lines("3"), lines("4")}),
             "book.xlsx");
    if (!report) return std::string("none");
    return report->several ? "several" : row(*report, "carried_forward");
  };
  CHECK(forwarded({"2024年", "2023年"}, "") == "3,3,3,3,3,3,3");
  CHECK(forwarded({"本年", "上年"}, "") == "3,3,3,3,3,3,3");
  CHECK(forwarded({"2024", "2023"}, "") == "3,3,3,3,3,3,3");
  CHECK(forwarded({"2023年", "2024年"}, "") == "4,4,4,4,4,4,4");
  CHECK(forwarded({"Sheet1", "Sheet2"}, "上年\n") == "4,4,4,4,4,4,4");
  CHECK(forwarded({"Sheet1", "Sheet2"}, "") == "several");
  CHECK(forwarded({"2024年", "2025年"}, "") == "several");
}

}  // namespace
}  // namespace gov_report
