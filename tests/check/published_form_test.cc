// What is said of the form of a published report.

#include "check/published_form.h"

#include <doctest/doctest.h>

#include <map>

#include "import/read_page.h"
#include "support/real_law.h"
#include "support/stored_zip.h"

namespace gov_report {
namespace {

TEST_CASE("published form: the limit that ended the reading is named") {
  const PublishedLaw& law = real_law();
  auto page = published_page(
      "<p>青石乡人民政府2024年政府信息公开工作年度报告"
      "</p><h2>一、总体情况</h2><p>文字。",
      "page.html", law.pages(), [](const Finding&) {});
  auto report = read_report(std::move(page.value()), law.words()).value();
  const auto notes = [&](ReadLimit limit) {
    report.cut = limit;
    std::string all;
    Coverage coverage;
    check_published_form(
        report, law.words().forms, coverage, [&](const Finding& finding) {
          if (finding.rule != "table-shape-wrong") return;
          all += all_rules().describe(finding, Language::en).note;
        });
    return all;
  };
  const std::map<ReadLimit, std::string> named = {
      {ReadLimit::grid_size, "4000 rows and 400 columns"},
      {ReadLimit::grid_cells, "200000 cells"},
      {ReadLimit::sheet_text, "16 MiB"},
      {ReadLimit::html_depth, "400 elements"},
      {ReadLimit::no_address, "which row and column"}};
  for (const auto& [limit, words] : named) {
    CAPTURE(words);
    const std::string note = notes(limit);
    CHECK(note.find(words) != std::string::npos);
  }
  CHECK(notes(ReadLimit::none) == "");
}

/// The rules and variants that an unread row breaks.
std::string said_of(UnreadRow::Doubt doubt, const std::string& printed,
                    std::size_t count = 2) {
  const PublishedLaw& law = real_law();
  auto page = published_page(
      "<h1>青石乡人民政府2024年政府信息公开工作年度报告</h1><h2>一、总体情况"
      "</h2><h2>三、收到和处理政府信息公开申请情况</h2><table><tr><td>"
      "一、本年新收政府信息公开申请数量<td>1<td>0<td>0<td>0<td>0<td>0<td>1"
      "</table>",
      "page.html", law.pages(), [](const Finding&) {});
  auto report = read_report(std::move(page.value()), law.words()).value();
  report.readings.unread.push_back({0, printed, {}, doubt, count});
  std::string all;
  Coverage coverage;
  check_published_form(
      report, law.words().forms, coverage, [&](const Finding& finding) {
        if (finding.rule != "ambiguous-row" && finding.rule != "row-unread") {
          return;
        }
        all += finding.rule + "/" + finding.variant;
        CHECK(all_rules().describe(finding, Language::zh).headline.find("{") ==
              std::string::npos);
      });
  return all;
}

TEST_CASE("published form: a doubt of reading is no error of the row") {
  using Doubt = UnreadRow::Doubt;
  CHECK(said_of(Doubt::cells, "1 2") == "ambiguous-row/");
  CHECK(said_of(Doubt::cells, "") == "ambiguous-row/empty");
  CHECK(said_of(Doubt::lines, "1 2") == "row-unread/");
  CHECK(said_of(Doubt::lines, "") == "ambiguous-row/empty");
  // Its figures are there, in front of the label, or in a row beside it.
  CHECK(said_of(Doubt::above, "") == "row-unread/");
  CHECK(said_of(Doubt::beside, "") == "row-unread/");
  CHECK(said_of(Doubt::shown, "1 2") == "row-unread/shown");
}

TEST_CASE("published form: a row with as many figures does not lack any") {
  // The first row of the form, of regulations, has three.
  CHECK(said_of(UnreadRow::Doubt::cells, "1 2 3", 3) ==
        "ambiguous-row/as-many");
  CHECK(said_of(UnreadRow::Doubt::lines, "1 2 3", 3) == "row-unread/");
}

TEST_CASE("published form: formulas without results are told once of a table") {
  const PublishedLaw& law = real_law();
  const auto text = [](const std::string& words) {
    return "<row><c t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
  };
  std::string figures;
  for (int i = 0; i < 6; ++i) figures += "<c><v>0</v></c>";
  figures += "<c><f>SUM(B2:G2)</f></c></row>";
  auto page = published_page(
      stored_zip(small_book(
          text("青石乡人民政府2024年政府信息公开工作年度报告") + "</row>" +
          text("一、本年新收政府信息公开申请数量") + figures +
          text("二、上年结转政府信息公开申请数量") + figures)),
      "book.xlsx", law.pages(), [](const Finding&) {});
  const auto report = read_report(std::move(page.value()), law.words()).value();
  std::string all;
  Coverage coverage;
  check_published_form(
      report, law.words().forms, coverage, [&](const Finding& finding) {
        if (finding.rule != "row-unread") return;
        all += finding.cell + " " + std::to_string(finding.place.at.line) +
               ":" + std::to_string(finding.place.at.column) + " " +
               all_rules().describe(finding, Language::en).headline + "\n";
      });
  CHECK(all ==
        "applications.new.total 2:8 2 formulas of the table applications have "
        "no stored results; they were not read\n");
}

/// A row of the table of requests, in a line of its own.
std::string row_of(const std::string& label) {
  std::string row = "<tr><td>" + label;
  for (int i = 0; i < 7; ++i) row += "<td>0";
  return row + "\n";
}

/// Where the rows that are missing are told: line, and the note.
std::string told_at(const std::string& rows, const std::string& name) {
  const PublishedLaw& law = real_law();
  auto page = published_page(rows, name, law.pages(), [](const Finding&) {});
  const auto report = read_report(std::move(page.value()), law.words()).value();
  std::string all;
  Coverage coverage;
  check_published_form(
      report, law.words().forms, coverage, [&](const Finding& finding) {
        if (finding.rule != "table-shape-wrong") return;
        all += std::to_string(finding.place.at.line) + " " +
               all_rules().describe(finding, Language::en).note + "\n";
      });
  return all;
}

TEST_CASE("published form: a missing row is told where it should stand") {
  const std::string head =
      "<h1>青石乡人民政府2024年政府信息公开工作年度报告</h1>"
      "<h2>三、收到和处理政府信息公开申请情况</h2><table>\n";
  const std::string first = row_of("一、本年新收政府信息公开申请数量");
  const std::string second = row_of("二、上年结转政府信息公开申请数量");
  const std::string third = row_of("（一）予以公开");
  // Lines 2, 3, 4; all behind （一）予以公开 are missing.
  CHECK(told_at(head + first + second + third + "</table>", "a.html") ==
        "4 the first of them belongs after this row\n");
  CHECK(told_at(head + first + third + "</table>", "a.html") ==
        "2 the first of them belongs after this row\n");
  // In front of all others: where the table begins.
  CHECK(told_at(head + second + third + "</table>", "a.html") == "2 \n");
  const std::string lines =
      "青石乡人民政府2024年政府信息公开工作年度报告\n"
      "三、收到和处理政府信息公开申请情况\n"
      "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
      "一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0\n"
      "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n";
  CHECK(told_at(lines, "a.txt") ==
        "5 the first of them belongs after this row\n");
}

}  // namespace
}  // namespace gov_report
