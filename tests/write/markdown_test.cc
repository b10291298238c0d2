#include "write/markdown.h"

#include <doctest/doctest.h>

#include "write/html_table.h"
#include "write/sample_document.h"
#include "write/support.h"

using namespace gov_report;

namespace {

std::string one_paragraph(std::vector<Run> runs) {
  Document document;
  document.title = "标题";
  document.preamble = {Paragraph{std::move(runs)}};
  std::string text = write_markdown(document);
  std::string start = "# 标题\n\n";
  REQUIRE(text.starts_with(start));
  return text.substr(start.size());
}

}  // namespace

TEST_CASE("Markdown: headings and text stand in order") {
  std::string text = write_markdown(sample_document());
  std::size_t at = 0;
  for (const char* line :
       {"# 盘龙彝族乡人民政府2021年政府信息公开工作年度报告\n",
        "\n## 一、总体情况\n", "\n### （一）主动公开\n",
        "\n1. 组织业务培训两次。\n2. 开展社会评议，",
        "\n## 二、主动公开政府信息情况\n\n<table>\n",
        "</table>\n\n## 三、收到和处理政府信息公开申请情况\n",
        "\n## 六、其他需要报告的事项\n"}) {
    CAPTURE(line);
    at = text.find(line, at);
    REQUIRE(at != std::string::npos);
  }
  CHECK_FALSE(has(text, "草稿"));
}

TEST_CASE("Markdown: a draft starts with its mark") {
  CHECK(write_markdown(sample_document(true))
            .starts_with("> <strong>草稿</strong>\n\n# 盘龙"));
}

TEST_CASE("Markdown: what would be markup is escaped") {
  struct Case {
    const char* text;
    const char* expected;
  };
  for (const Case& c : {
           Case{"a & b <c>", "a & b \\<c\\>"},
           Case{"&amp; &#60;", "\\&amp; \\&#60;"},
           Case{"*星* _下_ `码` [链](x)",
                "\\*星\\* \\_下\\_ \\`码\\` \\[链\\](x)"},
           Case{"# 井", "\\# 井"},
           Case{"- 横", "\\- 横"},
           Case{"1. 点", "1\\. 点"},
           Case{"1.属于国家秘密", "1.属于国家秘密"},
           Case{"2021年", "2021年"},
           Case{"第一行\n# 第二行", "第一行 # 第二行"},
           Case{"C:\\文件", "C:\\\\文件"},
       }) {
    CAPTURE(c.text);
    CHECK(one_paragraph({Run{c.text, false}}) ==
          std::string(c.expected) + "\n");
  }
}

TEST_CASE("Markdown: bold beside punctuation does not rely on asterisks") {
  CHECK(one_paragraph({Run{"前", false}, Run{"重点", true},
                       Run{"后", false}}) == "前**重点**后\n");
  CHECK(one_paragraph({Run{"一是完善。", true}, Run{"后", false}}) ==
        "<strong>一是完善。</strong>后\n");
  CHECK(one_paragraph({Run{"前", false}, Run{"“引”", true}}) ==
        "前<strong>“引”</strong>\n");
}

TEST_CASE("Markdown: a table has no blank line and one row per line") {
  std::string table = html_table(sample_applications(), HtmlTableStyle::plain);
  CHECK_FALSE(has(table, "\n\n"));
  CHECK(count_of(table, "<tr>") == 28);
  CHECK(count_of(table, "\n") == 28 + 2 + 4);
  CHECK_FALSE(has(table, "class="));
}

TEST_CASE("HTML table: headers have spans and scopes") {
  std::string table = html_table(sample_applications(), HtmlTableStyle::plain);
  for (const char* part : {
           "<thead>\n<tr><td rowspan=\"3\" colspan=\"3\">（本列数据",
           "<th scope=\"colgroup\" colspan=\"7\">申请人情况</th>",
           "<th scope=\"col\" rowspan=\"2\">自然人</th>",
           "<th scope=\"row\" colspan=\"3\">一、本年新收政府信息公开申请数量"
           "</th><td>60</td>",
           "<th scope=\"rowgroup\" rowspan=\"22\">三、本年度办理结果</th>",
           "<th scope=\"row\">3.危及“三安全一稳定”</th>",
       }) {
    CAPTURE(part);
    CHECK(has(table, part));
  }
  CHECK(count_of(table, "<td>") == 175);
  CHECK(is_well_formed(table));
}

TEST_CASE("HTML table: every titled group is a body of its own") {
  std::string table = html_table(sample_disclosures(), HtmlTableStyle::plain);
  CHECK(count_of(table, "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"4\">") ==
        4);
  CHECK_FALSE(has(table, "<thead>"));
  CHECK(is_well_formed(table));
}

TEST_CASE("HTML table: text in cells is escaped") {
  TableBlock table = sample_disputes();
  table.cells.back().text = "a & b <c>\n2";
  std::string html = html_table(table, HtmlTableStyle::plain);
  CHECK(has(html, "<td>a &amp; b &lt;c&gt;<br>2</td>"));
}
