#include "write/docx.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "write/openxml.h"
#include "write/sample_document.h"
#include "write/support.h"

using namespace gov_report;

namespace {

using Outcome = DocxResult::Outcome;

struct Made {
  explicit Made(const Document& document, const DocxTools& tools = {}) {
    result = write_docx(document, folder / "report.docx", tools);
  }
  std::string part(const std::string& name) const {
    return zip_part(folder / "report.docx", name);
  }
  TemporaryFolder folder;
  DocxResult result;
};

// The tests that run pandoc are skipped where there is none.
bool has_pandoc() {
  static const bool found =
      run_process({"pandoc", "--version"}, "", {}).started;
  return found;
}

}  // namespace

TEST_CASE("OpenXML: merged cells span columns and rows") {
  std::string table = openxml_table(sample_applications(), kLandscapeWidth);
  CHECK(is_well_formed(table));
  CHECK(count_of(table, "<w:tr>") == 28);
  CHECK(count_of(table, "<w:tblHeader/>") == 3);
  CHECK(count_of(table, "<w:cantSplit/>") == 28);
  // Seven cells span rows: corner 3, two headers 2, and labels 22, 8, 3, 5, 3.
  CHECK(count_of(table, "<w:vMerge w:val=\"restart\"/>") == 8);
  CHECK(count_of(table, "<w:vMerge/>") == 2 + 1 + 1 + 21 + 7 + 2 + 4 + 2);
  CHECK(has(table, "<w:gridSpan w:val=\"7\"/><w:vAlign"));
  CHECK(has(table, "<w:tblW w:w=\"14570\" w:type=\"dxa\"/>"));
  CHECK(count_of(table, "<w:gridCol ") == 10);
  CHECK(has(table, "<w:tblLayout w:type=\"fixed\"/>"));
}

TEST_CASE("OpenXML: text is escaped and has an east asian hint") {
  TableBlock block = sample_disputes();
  block.cells.back().text = "a & b <c>\x02\n2";
  std::string table = openxml_table(block, kPortraitWidth);
  CHECK(is_well_formed(table));
  CHECK(has(table, "a &amp; b &lt;c&gt;</w:t><w:br/><w:t"));
  CHECK(has(table, "<w:rFonts w:hint=\"eastAsia\"/></w:rPr>"));
  CHECK_FALSE(has(table, "\x02"));
}

TEST_CASE("OpenXML: hints have a face of their own") {
  std::string table = openxml_table(sample_applications(), kLandscapeWidth);
  CHECK(count_of(table, "\"TableHint\"") == 2);
}

TEST_CASE("AST: landscape tables take their heading along") {
  std::string ast = pandoc_ast(sample_document());
  std::size_t turn = ast.find("w:footer=\\\"1400\\\"");
  std::size_t heading = ast.find("三、收到和处理");
  std::size_t back = ast.find("w:orient=\\\"landscape\\\"");
  std::size_t next = ast.find("四、政府信息公开");
  REQUIRE(next != std::string::npos);
  CHECK(turn < heading);
  CHECK(heading < back);
  CHECK(back < next);
  CHECK(count_of(ast, "<w:sectPr>") == 2);
}

TEST_CASE("AST: a landscape table at the very end leaves no empty page") {
  Document document = sample_document();
  document.sections.resize(3);
  CHECK_FALSE(has(pandoc_ast(document), "<w:sectPr>"));
}

TEST_CASE("AST: another api version is written as given") {
  std::string ast = pandoc_ast(Document(), "[1, 23,1]");
  ast.erase(std::remove_if(ast.begin(), ast.end(),
                           [](char c) { return c == ' ' || c == '\n'; }),
            ast.end());
  CHECK(ast.starts_with("{\"pandoc-api-version\":[1,23,1],"));
}

TEST_CASE("DOCX: pandoc missing or refusing is a result, not an exception") {
  DocxTools tools;
  tools.pandoc = "no-such-program-here";
  CHECK(Made(sample_document(), tools).result.outcome ==
        Outcome::pandoc_missing);
  if (!has_pandoc()) return;
  tools = {};
  tools.reference = "/nonexistent/reference.docx";
  Made refused(sample_document(), tools);
  CHECK(refused.result.outcome == Outcome::pandoc_failed);
  CHECK(has(refused.result.words, "/nonexistent/reference.docx"));
}

TEST_CASE("DOCX: parts are those that the section ends refer to") {
  if (!has_pandoc()) return;
  Made made(sample_document());
  REQUIRE(made.result.outcome == Outcome::written);
  std::string relations = made.part("word/_rels/document.xml.rels");
  const char* parts[] = {"header1", "header2", "footer1", "footer2"};
  for (int i = 0; i < 4; ++i) {
    std::string id = "\"rId" + std::to_string(9 + i) + "\"";
    std::size_t at = relations.find("Id=" + id);
    REQUIRE(at != std::string::npos);
    std::string relation = relations.substr(at, relations.find('>', at) - at);
    CAPTURE(relation);
    CHECK(has(relation, parts[i]));
  }
  std::string body = made.part("word/document.xml");
  CHECK(count_of(body, "<w:headerReference") == 6);
  CHECK(count_of(body, "<w:footerReference") == 6);
  CHECK(count_of(body, "<w:sectPr") == 3);
  CHECK(has(made.part("word/settings.xml"), "<w:evenAndOddHeaders"));
}

TEST_CASE("DOCX: the body is well-formed and holds every figure") {
  if (!has_pandoc()) return;
  Made made(sample_document());
  std::string body = made.part("word/document.xml");
  CHECK(is_well_formed(body));
  CHECK(has(body, ">7539.443252<"));
  CHECK(has(body, "a &amp; b &lt;c&gt;"));
  CHECK(count_of(body, "<w:tbl>") == 3);
}

TEST_CASE("DOCX: a line before a long address is not drawn apart") {
  if (!has_pandoc()) return;
  Document document = sample_document();
  document.preamble.push_back(
      paragraph("联系电话：0000-1234567。电子邮箱：info@yunchuan.example。"));
  Made made(document);
  const std::string body = made.part("word/document.xml");
  CHECK(count_of(body, "<w:pStyle w:val=\"RaggedText\"") == 1);
  const std::string styles = made.part("word/styles.xml");
  CHECK(count_of(styles, "w:styleId=\"RaggedText\"") == 1);
  CHECK(has(styles, "<w:jc w:val=\"left\""));
}

TEST_CASE("DOCX: properties come from the document") {
  if (!has_pandoc()) return;
  std::string core = Made(sample_document()).part("docProps/core.xml");
  CHECK(has(core,
            "<dc:title>盘龙彝族乡人民政府2021年政府信息公开工作年度报告"
            "</dc:title>"));
  CHECK(has(core, "<dc:creator>盘龙彝族乡人民政府</dc:creator>"));
  CHECK(has(core, "2022-01-31T00:00:00Z</dcterms:created>"));
}

TEST_CASE("DOCX: numbers are not Chinese text, so lines do not break in them") {
  if (!has_pandoc()) return;
  std::string styles = Made(sample_document()).part("word/styles.xml");
  CHECK(has(styles, "w:eastAsia=\"zh-CN\""));
  CHECK(has(styles, "w:val=\"en-US\""));
  CHECK_FALSE(has(styles, "w:val=\"zh-CN\""));
}

TEST_CASE("DOCX: only a draft has the mark, in all its headers") {
  if (!has_pandoc()) return;
  Made draft(sample_document(true));
  Made final_one(sample_document(false));
  for (const char* part : {"word/header1.xml", "word/header2.xml"}) {
    CAPTURE(part);
    CHECK(has(draft.part(part), "草稿"));
    CHECK_FALSE(has(final_one.part(part), "草稿"));
  }
}

TEST_CASE("DOCX: equal documents give equal bytes and nothing beside them") {
  if (!has_pandoc()) return;
  Made first(sample_document());
  TimeZone zone("Pacific/Kiritimati");
  Made second(sample_document());
  CHECK(file_bytes(first.folder / "report.docx") ==
        file_bytes(second.folder / "report.docx"));
  CHECK_FALSE(std::filesystem::exists(first.folder / "report.docx.reference"));
}

TEST_CASE("DOCX: a pandoc of another generation is asked for its version") {
  TemporaryFolder folder;
  DocxTools tools;
  tools.pandoc = (folder / "pandoc").string();
  std::ofstream(tools.pandoc)
      << "#!/bin/sh\n"
         "case \"$*\" in *--to=json*)\n"
         "  echo '{\"pandoc-api-version\":[1,23,1],\"blocks\":[]}'; exit;;\n"
         "esac\n"
         "case $(cat) in *23*) exit 0;; esac\n"
         "echo 'Incompatible API versions: encoded with [1,22]' >&2\n"
         "exit 64\n";
  std::filesystem::permissions(tools.pandoc, std::filesystem::perms::owner_all);
  DocxResult result = write_docx(Document(), folder / "report.docx", tools);
  CAPTURE(result.words);
  CHECK(result.outcome == Outcome::written);
}
