#include "write/html.h"

#include <doctest/doctest.h>

#include "base/resources.h"
#include "write/sample_document.h"
#include "write/support.h"

using namespace gov_report;

namespace {

// Void elements have no end tag in HTML.
std::string as_xml(std::string html) {
  for (const char* name : {"<meta ", "<col "}) {
    for (std::size_t at = 0; (at = html.find(name, at)) != std::string::npos;
         ++at)
      html.insert(html.find('>', at), "/");
  }
  return html;
}

}  // namespace

TEST_CASE("HTML: one self-contained page in Chinese, without script") {
  std::string page =
      write_html(sample_document(), *embedded("report-templates/report.css"));
  CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n"));
  CHECK(has(page, "<meta charset=\"utf-8\">"));
  CHECK(has(page, "<h1>盘龙彝族乡人民政府2021年政府信息公开工作年度报告</h1>"));
  CHECK(has(page, "@media print"));
  for (const char* outside : {"<script", "<link", "src=", "http", "@import"}) {
    CAPTURE(outside);
    CHECK_FALSE(has(page, outside));
  }
  CHECK(is_well_formed(as_xml(page)));
}

TEST_CASE("HTML: sections are named by their headings, figures by their ids") {
  std::string page = write_html(sample_document(), "");
  CHECK(has(page,
            "<section id=\"applications\" class=\"wide\" "
            "aria-labelledby=\"applications-heading\">\n"
            "<h2 id=\"applications-heading\">三、收到和处理"));
  CHECK(has(page, "<td data-cell=\"applications.new.natural_person\">60</td>"));
  CHECK(count_of(page, "data-cell=") == 10 + 175 + 15);
  CHECK(has(page, "<span class=\"hint\">（区分处理的，"));
  CHECK(has(page, "<strong>一是完善制度。</strong>"));
  CHECK(has(page, "a &amp; b &lt;c&gt; 类信息"));
}

TEST_CASE("HTML: only a draft has the mark") {
  const char* mark = "<div class=\"draft\">草稿</div>";
  CHECK(has(write_html(sample_document(true), ""), mark));
  CHECK_FALSE(has(write_html(sample_document(false), ""), "草稿"));
}

TEST_CASE("HTML: a stylesheet cannot end its element") {
  std::string page = write_html(Document(), "a{}</style><script>");
  CHECK(count_of(page, "</style>") == 1);
}
