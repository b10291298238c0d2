#include <doctest/doctest.h>

#include "narrative/glyphs.h"
#include "narrative/narrative_support.h"

namespace gov_report {
namespace {

struct Reading {
  std::string text;
  std::string findings;
};

/// The text with no figures at all, and everything found in it.
Reading read(const std::string& text) {
  static const ReportFormat format;
  const Table table = make_table(format, 2019, "某某局");
  std::vector<Finding> findings;
  const FindingSink sink = [&](Finding finding) {
    findings.push_back(std::move(finding));
  };
  const Narrative narrative = parse_narrative(text, "overview.md", sink);
  const auto blocks = resolve(narrative, {&table, nullptr}, sink);
  return {shown(blocks), shown(findings)};
}

TEST_CASE("narrative: good texts") {
  const struct {
    std::string text;
    std::string expected;
  } cases[] = {
      {"", ""},
      {"\n \n\t\n　\n", ""},
      {"一段", "p(一段)"},
      {"\xEF\xBB\xBF一段\r\n\r\n二段\r\n", "p(一段)p(二段)"},
      {"一段\r\r二段", "p(一段)p(二段)"},
      // Lines of a paragraph
      {"主动公开\n政府信息。\n", "p(主动公开政府信息。)"},
      {"“引文”\n“再引”", "p(“引文”“再引”)"},
      {"one\ntwo", "p(one two)"},
      {"公开\nAPI", "p(公开 API)"},
      {"公开\n12\n件", "p(公开12件)"},
      {"　　首行缩进\n　　又一行　", "p(首行缩进又一行)"},
      {"   三个空格", "p(三个空格)"},
      {"行末两个空格  \n不换行", "p(行末两个空格不换行)"},
      // Headings
      {"## 主动公开", "h2(主动公开)"},
      {"### 一 ##\n正文", "h3(一)p(正文)"},
      {"正文\n## 标题\n正文", "p(正文)h2(标题)p(正文)"},
      {"## C#", "h2(C#)"},
      // Lists
      {"- 甲\n- 乙", "ul(甲;乙)"},
      {"* 甲\n\n* 乙", "ul(甲;乙)"},
      {"1. 甲\n2. 乙\n3. 丙", "ol(甲;乙;丙)"},
      {"1. 甲\n1. 乙\n1. 丙", "ol(甲;乙;丙)"},
      {"正文：\n- 甲\n  续行\n- 乙\n\n正文", "p(正文：)ul(甲续行;乙)p(正文)"},
      {"- 甲\n1. 乙", "ul(甲)ol(乙)"},
      {"- 甲\n-\n- 乙", "ul(甲;乙)"},
      {"全年\n2019. 共", "p(全年2019. 共)"},
      {"1.无空格不是列表", "p(1.无空格不是列表)"},
      {"-5 件", "p(-5 件)"},
      // Bold and escapes
      {"前**加粗。**后", "p(前<加粗。>后)"},
      {"**甲\n乙**", "p(<甲><乙>)"},
      {"- **甲**：乙", "ul(<甲>：乙)"},
      {"\\*\\*不加粗\\*\\*", "p(**不加粗**)"},
      {"\\# 井号", "p(# 井号)"},
      {"2019\\. 年", "p(2019. 年)"},
      {"\\- 横", "p(- 横)"},
      {"C:\\目录\\\\x", "p(C:\\目录\\x)"},
      {"\\{{year}} {year}", "p({{year}} {year})"},
      {"\\<b>", "p(<b>)"},
      // Marks that mean nothing
      {"国办公开办函[2021]30号（试行）", "p(国办公开办函[2021]30号（试行）)"},
      {"a_b_c@d_e.cn", "p(a_b_c@d_e.cn)"},
      {"3 * 5，4*5，138****1234", "p(3 * 5，4*5，138****1234)"},
      {"____年____月", "p(____年____月)"},
      {"1~5件，a < b & c", "p(1~5件，a < b & c)"},
      {"甲 | 乙", "p(甲 | 乙)"},
      {"网址 https://www.example.gov.cn/a_b",
       "p(网址 "
       "https://www.example.gov.cn/a_b)"},
      // Comments
      {"<!-- 说明 -->", ""},
      {"甲<!-- 说明 -->乙", "p(甲乙)"},
      {"甲\n<!-- 一行\n\n# 又一行 -->\n乙", "p(甲乙)"},
      {"- 甲\n<!-- x -->\n- 乙", "ul(甲;乙)"},
      {"\\<!-- 文字 -->", "p(<!-- 文字 -->)"},
      // Placeholders without figures
      {"{{agency}}{{ year }}", "p(某某局2019)"},
      {"{{last_year}}-{{next_year}}", "p(2018-2020)"},
      {"**{{year}}**年", "p(<2019>年)"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const Reading reading = read(text);
    CHECK(reading.text == expected);
    CHECK(reading.findings == "");
  }
}

TEST_CASE("narrative: what is not supported is found where it stands") {
  const struct {
    std::string text;
    std::string findings;
    std::string kept;
  } cases[] = {
      {"# 总体情况\n正文", "top-heading 1:1+1", "h2(总体情况)p(正文)"},
      {"#### 四级", "deep-heading 1:1+4", "h3(四级)"},
      {"##标题", "heading-blank 1:1+2", "h2(标题)"},
      {"标题\n===", "setext-heading 2:1+3", "p(标题)"},
      {"标题\n---\n后", "setext-heading 2:1+3", "p(标题)p(后)"},
      {"甲\n\n* * *\n乙", "rule 3:1+5", "p(甲)p(乙)"},
      {"| 甲 | 乙 |\n|----|----|\n| 1 | 2 |\n\n正文", "table 1:1+9",
       "p(| 甲 | 乙 | |----|----| | 1 | 2 |)p(正文)"},
      {"甲 | 乙\n--- | ---\n1 | 2", "table 2:1+9",
       "p(甲 | 乙)p(--- | --- 1 | 2)"},
      {"文![图](a.png)字", "image 1:2+11", "p(文![图](a.png)字)"},
      {"见[网站](http://a)。", "link 1:2+14", "p(见[网站](http://a)。)"},
      {"<http://a.cn>", "link 1:1+13", "p(<http://a.cn>)"},
      {"[1]: http://a.cn", "link 1:1+16", "p([1]: http://a.cn)"},
      {"用`代码`写", "code 1:2+4", "p(用`代码`写)"},
      {"只有一个`", "code 1:5+1", "p(只有一个`)"},
      {"    四个空格\n    又一行", "code 1:5+4", "p(四个空格又一行)"},
      {"```\n# 注\n*a* b\n```\n正文", "code 1:1+3", "p(# 注 *a* b)p(正文)"},
      {"```\n正文\n# 题", "code 1:1+3, top-heading 3:1+1", "p(正文)h2(题)"},
      {"> 引用\n> 又一行\n\n> 再引", "quote 1:1+1, quote 4:1+1",
       "p(引用又一行)p(再引)"},
      {"换行<br>后", "html 1:3+4", "p(换行<br>后)"},
      {"</div>", "html 1:1+6", "p(</div>)"},
      {"甲&nbsp;乙&#160;", "entity 1:2+6, entity 1:9+6", "p(甲&nbsp;乙&#160;)"},
      {"- 甲\n  - 乙\n- 丙", "nested-list 2:3+1", "ul(甲;乙;丙)"},
      {"1. 甲\n   1. 乙", "nested-list 2:4+2", "ol(甲;乙)"},
      {"- 甲\n\n  第二段", "item-paragraph 3:3+3", "ul(甲)p(第二段)"},
      {"- 甲\n正文", "list-line 2:1+2", "ul(甲)p(正文)"},
      {"+ 甲\n1) 乙", "list-mark 1:1+1, list-mark 2:1+2", "ul(甲)ol(乙)"},
      {"2019. 全年", "list-number 1:1+5", "ol(全年)"},
      {"1. 甲\n3. 乙", "list-number 2:1+2", "ol(甲;乙)"},
      {"1. 甲\n2. 乙\n1. 丙", "list-number 3:1+2", "ol(甲;乙;丙)"},
      {"*斜* 和 _斜_", "emphasis 1:1+3, emphasis 1:7+3", "p(*斜* 和 _斜_)"},
      {"***都***，__粗__，~~删~~",
       "emphasis 1:1+7, emphasis 1:9+5, emphasis 1:15+5",
       "p(***都***，__粗__，~~删~~)"},
      {"*跨\n行*", "emphasis 1:1+1", "p(*跨行*)"},
      {"138****1234，139****5678", "emphasis 1:4+16",
       "p(138****1234，139****5678)"},
      {"**没有结束\n\n下一段**", "unclosed-bold 1:1+2, unclosed-bold 3:4+2",
       "p(**没有结束)p(下一段**)"},
      {"** 空格 **", "unclosed-bold 1:1+2, unclosed-bold 1:7+2",
       "p(** 空格 **)"},
      {"甲{{year\n}}", "unclosed-placeholder 1:2+2", "p(甲{{year }})"},
      {"甲<!-- 没有结束\n乙", "unclosed-comment 1:2+4", "p(甲<!-- 没有结束乙)"},
      {"甲\\\n乙", "line-break 1:2+1", "p(甲乙)"},
      {"甲\x01乙", "control-character 1:2+1", "p(甲乙)"},
      // All of them in one run
      {"# 题\n\n[a](b) `c`\n\n> d",
       "top-heading 1:1+1, link 3:1+6, code 3:8+3, quote 5:1+1",
       "h2(题)p([a](b) `c`)p(d)"},
  };
  for (const auto& [text, findings, kept] : cases) {
    CAPTURE(text);
    const Reading reading = read(text);
    CHECK(reading.findings == findings);
    CHECK(reading.text == kept);
  }
}

TEST_CASE("narrative: every finding has its own words") {
  const auto rules = load_rule_catalogue(DataFiles{}, [](Finding) {});
  REQUIRE(rules);
  const struct {
    const char* rule;
    std::vector<std::string> variants;
  } cases[] = {
      {"unsupported-markdown",
       {"table",
        "image",
        "link",
        "code",
        "quote",
        "html",
        "entity",
        "nested-list",
        "item-paragraph",
        "list-line",
        "list-mark",
        "list-number",
        "top-heading",
        "deep-heading",
        "heading-blank",
        "setext-heading",
        "rule",
        "emphasis",
        "unclosed-bold",
        "unclosed-placeholder",
        "unclosed-comment",
        "line-break",
        "control-character",
        "long-line",
        "too-long",
        "more"}},
      {"unclosed-conditional", {"default", "not-open", "too-deep"}},
      {"unknown-figure", {"default", "nearest"}},
      {"figure-not-known", {"default", "last-year"}},
      {"narrative-missing", {"default"}},
      {"narrative-empty", {"default"}},
  };
  for (const auto& [rule, variants] : cases) {
    const Rule* found = rules->find(rule);
    REQUIRE(found != nullptr);
    for (const std::string& variant : variants) {
      CAPTURE(variant);
      CHECK(rules->words(*found).messages.contains(variant));
    }
  }
}

TEST_CASE("narrative: conditionals without a partner are found") {
  const struct {
    std::string text;
    std::string findings;
  } cases[] = {
      {"甲{{#a}}乙", "unclosed-conditional/ 1:2+6"},
      {"甲{{/a}}乙", "unclosed-conditional/not-open 1:2+6"},
      {"{{#a}}{{^b}}甲\n\n{{/a}}", "unclosed-conditional/ 1:7+6"},
      {"{{#a}}\n{{/b}}\n{{/a}}", "unclosed-conditional/not-open 2:1+6"},
      {"{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}"
       "{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}",
       ""},
      {"{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{^a}}"
       "{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}",
       "unclosed-conditional/too-deep 1:49+6"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    std::vector<Finding> findings;
    parse_narrative(text, "a.md", [&](Finding finding) {
      findings.push_back(std::move(finding));
    });
    CHECK(shown(findings) == expected);
  }
}

TEST_CASE("narrative: a finding shows its line as it stands in the file") {
  std::vector<Finding> findings;
  parse_narrative("第一行\r\n　　见 **[链接](x)** 。\r\n", "overview.md",
                  [&](Finding finding) { findings.push_back(finding); });
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "unsupported-markdown");
  CHECK(findings[0].variant == "link");
  CHECK(findings[0].place.file == "overview.md");
  CHECK(findings[0].place.at == Position{2, 7});
  CHECK(findings[0].place.width == 7);
  CHECK(findings[0].place.excerpt == "　　见 **[链接](x)** 。");
}

TEST_CASE("narrative: every piece of text knows where it stands") {
  const Narrative narrative =
      parse_narrative("<!-- x\n--> - 甲\\*乙**丙**{{year}}丁\n  戊", "a.md",
                      [](Finding) { CHECK(false); });
  REQUIRE(narrative.blocks.size() == 1);
  REQUIRE(narrative.blocks[0].items.size() == 1);
  std::vector<std::string> pieces;
  for (const Inline& piece : narrative.blocks[0].items[0]) {
    pieces.push_back(piece.text + " " + std::to_string(piece.at.line) + ":" +
                     std::to_string(piece.at.column));
  }
  CHECK(pieces == std::vector<std::string>{"甲 2:7", "*乙 2:9", "丙 2:13",
                                           "year 2:16", "丁 2:24", " 2:25",
                                           "戊 3:3"});
}

TEST_CASE("narrative: long lines and files are read in part") {
  std::vector<Finding> findings;
  const FindingSink sink = [&](Finding finding) {
    findings.push_back(std::move(finding));
  };
  parse_narrative("甲\n" + std::string(kNarrativeLineLimit + 1, 'a'), "a.md",
                  sink);
  CHECK(shown(findings) == "long-line 2:0+1");
  findings.clear();
  std::string lines;
  while (lines.size() < kNarrativeLimit) lines += "text\n";
  const auto count = static_cast<std::uint64_t>(lines.size() / 5);
  parse_narrative(lines + "*a* b", "a.md", sink);
  CHECK(shown(findings) == "too-long " + std::to_string(count + 1) + ":0+1");
}

TEST_CASE("narrative: hostile texts end soon, with a bounded report") {
  const std::size_t size = kNarrativeLimit / 2;
  for (const std::string piece :
       {"[",    "(",      "[a](b) ", "`",    "*a ",          "**a ",   "_a ",
        " a*",  "<a",     "&a",      "{{",   "{{{{x}}",      "{{#a}}", "{{/a}}",
        "<!--", "```a\n", "~~~\n",   "\\",   "- \n",         "1. a\n", "> ",
        "|\n",  "a\n",    "\n",      "\x01", "{{#a}}{{/a}} "}) {
    CAPTURE(piece);
    std::string text;
    for (int line = 0; text.size() < size; ++line) {
      text += piece;
      if (line % 1000 == 999) text += "\n";
    }
    std::vector<Finding> findings;
    const FindingSink sink = [&](Finding finding) {
      findings.push_back(std::move(finding));
    };
    static const ReportFormat format;
    const Table table = make_table(format, 2019, "");
    resolve(parse_narrative(text, "a.md", sink), {&table, nullptr}, sink);
    CHECK(findings.size() <= 2 * (kFaultLimit + 1));
  }
}

}  // namespace
}  // namespace gov_report
