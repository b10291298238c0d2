// What of a cell of a Word file is its figure, as a reader sees it.

#include <doctest/doctest.h>

#include "import/docx_page.h"
#include "import/read_page.h"
#include "schema/page_format.h"
#include "support/stored_zip.h"

namespace gov_report {
namespace {

const char* const kStyles =
    "<w:styles xmlns:w=\"w\"><w:style w:type=\"character\" w:styleId=\"note\">"
    "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"struck\"><w:rPr><w:strike/>"
    "</w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"child\">"
    "<w:basedOn w:val=\"struck\"/></w:style><w:style w:type=\"paragraph\" "
    "w:styleId=\"gone\"><w:rPr><w:vanish/></w:rPr></w:style><w:style "
    "w:type=\"paragraph\" w:styleId=\"list\"><w:pPr><w:numPr><w:numId "
    "w:val=\"3\"/></w:numPr></w:pPr></w:style><w:style "
    "w:type=\"paragraph\" w:styleId=\"sublist\"><w:basedOn "
    "w:val=\"list\"/></w:style><w:style "
    "w:type=\"table\" w:styleId=\"grid\"><w:tblStylePr><w:rPr><w:strike/>"
    "</w:rPr></w:tblStylePr></w:style></w:styles>";

/// The cells of the first table: a bar between cells, a line for a row; "?"
/// for one that is not read.
std::string table_of(const std::string& rows,
                     const std::string& styles = kStyles) {
  std::string name = "a.docx";
  const std::string bytes = stored_zip(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/styles.xml", styles},
       {"word/document.xml",
        "<w:document xmlns:w=\"w\" xmlns:m=\"m\" xmlns:v=\"v\"><w:body>"
        "<w:tbl>" +
            rows + "</w:tbl></w:body></w:document>"}});
  auto page = published_page(bytes, name, PageFormat(), [](const Finding&) {});
  REQUIRE(page);
  REQUIRE(!page->blocks.empty());
  std::string all;
  int row = -1;
  for (const TextCell& cell : page->blocks[0].grid.cells) {
    if (row >= 0) all += cell.row == row ? "|" : "\n";
    row = cell.row;
    all += cell.doubt == CellDoubt::unreadable ? "?" : cell.text;
    if (cell.column_span > 1) all += ">" + std::to_string(cell.column_span);
  }
  return all;
}

std::string cell(const std::string& paragraph,
                 const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p>" + paragraph +
         "</w:p></w:tc>";
}

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
}

/// What is read of a cell with that paragraph.
std::string figure(const std::string& paragraph) {
  const std::string all =
      table_of("<w:tr>" + cell(paragraph) + cell(run("x")) + "</w:tr>");
  return all.substr(0, all.find('|'));
}

std::string field(const std::string& code, const std::string& result) {
  const auto mark = [](const std::string& type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
  };
  return mark("begin") + code +
         (result.empty() ? "" : mark("separate") + result) + mark("end");
}

std::string code(const std::string& text) {
  return "<w:r><w:instrText>" + text + "</w:instrText></w:r>";
}

TEST_CASE("docx cells: hyphens that keep a line together are hyphens") {
  CHECK(figure("<w:r><w:noBreakHyphen/><w:t>8</w:t></w:r>") == "-8");
  CHECK(figure("<w:r><w:t>1</w:t><w:softHyphen/><w:t>8</w:t></w:r>") == "18");
}

TEST_CASE("docx cells: how something looked before a change does not count") {
  CHECK(figure(run("8",
                   "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>")) ==
        "8");
  CHECK(table_of("<w:tr><w:trPr><w:trPrChange><w:trPr><w:hidden/></w:trPr>"
                 "</w:trPrChange></w:trPr>" +
                 cell(run("1"),
                      "<w:tcPrChange><w:tcPr><w:gridSpan w:val=\"3\"/>"
                      "</w:tcPr></w:tcPrChange>") +
                 cell("<w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"gone\"/>"
                      "</w:pPr></w:pPrChange></w:pPr>" +
                      run("2")) +
                 "</w:tr>") == "1|2");
}

TEST_CASE("docx cells: what is switched off is not struck out") {
  for (const char* off : {"off", "0", "false"}) {
    for (const char* name : {"strike", "dstrike", "vanish"}) {
      CHECK(figure(run("8", "<w:" + std::string(name) + " w:val=\"" + off +
                                "\"/>")) == "8");
    }
  }
  CHECK(figure(run("1", "<w:strike w:val=\"on\"/>") + run("8")) == "8");
  CHECK(figure(run("1", "<w:strike/><w:dstrike w:val=\"0\"/>") + run("8")) ==
        "8");
}

TEST_CASE("docx cells: marks of notes are no part of a figure") {
  const std::string mark =
      "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/>"
      "<w:t>1</w:t></w:r>";
  CHECK(figure(run("8") + mark) == "8");
  CHECK(figure(run("8") + run("1", "<w:rStyle w:val=\"note\"/>")) == "8");
  CHECK(figure(run("8") + run("1", "<w:vertAlign w:val=\"subscript\"/>")) ==
        "8");
  CHECK(figure(run("8") + run("1", "<w:vertAlign w:val=\"baseline\"/>")) ==
        "81");
  CHECK(figure(run("8") + run("1", "<w:position w:val=\"10\"/>")) == "8");
  CHECK(figure(run("8") + run("1", "<w:position w:val=\"-6\"/>")) == "8");
  // A mark alone may be the figure or not.
  CHECK(figure(mark) == "?");
  // A whole figure above the line is one that was moved to the middle.
  CHECK(figure(run("1", "<w:position w:val=\"4\"/>") +
               run("2", "<w:position w:val=\"4\"/>")) == "12");
}

TEST_CASE("docx cells: white digits are seen on another colour") {
  const std::string white = "<w:color w:val=\"FFFFFF\"/>";
  CHECK(figure(run("8") + run("7", white)) == "?");
  CHECK(figure(run("8") + run("7", "<w:color w:val=\"FF0000\"/>")) == "87");
  CHECK(figure(run("x", white)) == "x");
  const auto shaded = [&](const std::string& fill) {
    return table_of("<w:tr>" +
                    cell(run("8", white),
                         "<w:shd w:val=\"clear\" w:fill=\"" + fill + "\"/>") +
                    "</w:tr>");
  };
  CHECK(shaded("1F4E79") == "8");
  CHECK(shaded("auto") == "?");
  CHECK(shaded("FFFFFF") == "?");
}

TEST_CASE("docx cells: styles strike out and hide as properties do") {
  CHECK(figure(run("1", "<w:rStyle w:val=\"struck\"/>") + run("8")) == "8");
  CHECK(figure(run("1", "<w:rStyle w:val=\"child\"/>") + run("8")) == "8");
  CHECK(
      figure(run("8", "<w:rStyle w:val=\"struck\"/><w:strike w:val=\"0\"/>")) ==
      "8");
  CHECK(figure("<w:pPr><w:pStyle w:val=\"gone\"/></w:pPr>" + run("8")) == "");
  CHECK(figure("<w:pPr><w:pStyle w:val=\"gone\"/></w:pPr>" +
               run("8", "<w:vanish w:val=\"0\"/>")) == "8");
  CHECK(figure("<w:pPr><w:pStyle w:val=\"grid\"/></w:pPr>" + run("8")) == "8");
}

TEST_CASE("docx cells: a box over a cell is none of it") {
  const std::string box = "<w:r><w:pict><v:textbox><w:txbxContent><w:p>" +
                          run("99") +
                          "</w:p></w:txbxContent></v:textbox></w:pict></w:r>";
  CHECK(figure(run("8") + box) == "8");
  CHECK(figure(box) == "?");
  CHECK(figure("<w:r><w:pict><v:imagedata/></w:pict></w:r>") == "?");
}

TEST_CASE("docx cells: what is shown and not in the text leaves it unread") {
  CHECK(figure("<w:r><w:sym w:font=\"Arial\" w:char=\"F038\"/></w:r>") == "?");
  CHECK(figure(run("1") + "<w:r><w:sym w:char=\"F038\"/></w:r>") == "?");
  CHECK(figure("<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den>"
               "<m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>") == "?");
  CHECK(figure(field(code(" FORMDROPDOWN "), "")) == "?");
  CHECK(figure(field(code(" EQ \\o\\ac(○,8) "), "")) == "?");
  CHECK(figure(field(code(" EQ \\x(8)"), run("1"))) == "?");
  CHECK(figure("<w:del>" + field(code(" EQ \\x(8)"), "") + "</w:del>") == "");
  const std::string table =
      "<w:tbl><w:tr>" + cell(run("8")) + "</w:tr></w:tbl>";
  CHECK(table_of("<w:tr><w:tc>" + table + "<w:p/></w:tc>" + cell(run("1")) +
                 "</w:tr>") == "?|1");
}

TEST_CASE("docx cells: of a field the result is shown, not its code") {
  CHECK(figure(field(code(" REF x "), run("8"))) == "8");
  CHECK(figure(field(
            code(" = ") + field(code(" REF x "), run("5")) + code(" + 3 "),
            run("8"))) == "8");
  // One that never ends takes nothing with it but its paragraph.
  CHECK(figure("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p><w:p>" +
               run("8")) == "\n8");
}

TEST_CASE("docx cells: how a word is spoken is no part of it") {
  CHECK(figure("<w:r><w:ruby><w:rt>" + run("1") + "</w:rt><w:rubyBase>" +
               run("8") + "</w:rubyBase></w:ruby></w:r>") == "8");
}

TEST_CASE("docx cells: what is deleted is gone, whatever it holds") {
  CHECK(figure("<w:del><w:r><w:noBreakHyphen/><w:t>1</w:t></w:r></w:del>" +
               run("8")) == "8");
}

TEST_CASE("docx cells: one taken out by a marked change is no cell") {
  CHECK(table_of("<w:tr>" + cell(run("99"), "<w:cellDel w:id=\"1\"/>") +
                 cell(run("1")) + cell(run("2")) + "</w:tr>") == "1|2");
  CHECK(table_of("<w:tr>" + cell(run("1")) +
                 cell(run("2"), "<w:cellMerge w:vMerge=\"cont\"/>") +
                 "</w:tr>") == "1|?");
}

std::string control(const std::string& properties, const std::string& text) {
  return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + text +
         "</w:sdtContent></w:sdt>";
}

TEST_CASE("docx cells: the placeholder of a content control is no content") {
  const std::string asks = "<w:showingPlcHdr/>";
  CHECK(figure(control(asks, run("单击此处输入文字"))) == "");
  CHECK(figure(control("", run("8"))) == "8");
  CHECK(figure(control("<w:showingPlcHdr w:val=\"0\"/>", run("8"))) == "8");
  CHECK(figure(control(asks, run("单击")) + run("8")) == "8");
  // A program may have filled it in.
  CHECK(figure(control(asks, run("8"))) == "?");
  CHECK(table_of("<w:tr>" + control("", cell(run("1"))) +
                 control(asks, cell(run("输入"))) + cell(run("2")) +
                 "</w:tr>") == "1||2");
  CHECK(table_of(control("", "<w:tr>" + cell(run("1")) + cell(run("2")) +
                                 "</w:tr>") +
                 "<w:tr>" + cell(run("3")) + cell(run("4")) + "</w:tr>") ==
        "1|2\n3|4");
}

TEST_CASE("docx cells: a number that the program puts in front is shown") {
  const auto number = [](const std::string& id) {
    return "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + id +
           "\"/></w:numPr></w:pPr>";
  };
  const auto styled = [](const std::string& style, const std::string& more) {
    return "<w:pPr><w:pStyle w:val=\"" + style + "\"/>" + more + "</w:pPr>";
  };
  CHECK(figure(number("2")) == "?");
  CHECK(figure(number("2") + run("5")) == "?");
  CHECK(figure(number("2") + run("予以公开")) == "予以公开");
  CHECK(figure(number("0") + run("5")) == "5");
  CHECK(figure(number("0")) == "");
  CHECK(figure(styled("list", "")) == "?");
  CHECK(figure(styled("sublist", "") + run("5")) == "?");
  CHECK(figure(styled("sublist", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
               run("5")) == "5");
}

TEST_CASE("docx cells: digits of two sizes are no figure") {
  const std::string small = "<w:sz w:val=\"12\"/>";
  const std::string plain = "<w:sz w:val=\"21\"/>";
  CHECK(figure(run("8", plain) + run("1", small)) == "?");
  CHECK(figure(run("8", small) + run("1", small)) == "81");
  CHECK(figure(run("8", plain) + run("1", "<w:sz w:val=\"20\"/>")) == "81");
  CHECK(figure(run("8", plain) + run("件", small)) == "8件");
  CHECK(figure(run("8", plain) +
               run("1", small + "<w:vertAlign w:val=\"superscript\"/>")) ==
        "8");
}

TEST_CASE("docx cells: digits smaller than those of the file or a style") {
  const auto figure_by = [](const std::string& styles, const char* size) {
    const std::string small = "<w:sz w:val=\"" + std::string(size) + "\"/>";
    return table_of("<w:tr>" + cell(run("8") + run("1", small)) + "</w:tr>",
                    "<w:styles xmlns:w=\"w\">" + styles + "</w:styles>");
  };
  const std::string defaults =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"28\"/></w:rPr>"
      "</w:rPrDefault><w:pPrDefault/></w:docDefaults>";
  CHECK(figure_by(defaults, "18") == "?");
  CHECK(figure_by(defaults, "28") == "81");
  const auto style = [](const std::string& more) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"a\"" + more +
           "><w:rPr><w:sz w:val=\"18\"/></w:rPr></w:style>";
  };
  CHECK(figure_by(defaults + style(" w:default=\"1\""), "18") == "81");
  CHECK(figure_by(defaults + style(" w:default=\"1\""), "12") == "?");
  CHECK(figure_by(defaults + style(" w:default=\"0\""), "18") == "?");
  CHECK(figure_by(defaults + style(""), "18") == "?");
  // Ten points, where nothing is said.
  CHECK(figure_by("", "12") == "?");
  CHECK(figure_by("", "21") == "81");
}

TEST_CASE("docx cells: what stands between figures keeps them apart") {
  CHECK(figure(run("1") + "<w:r><w:ptab/></w:r>" + run("2")) == "1\t2");
  CHECK(figure(run("1") + "<w:r><w:tab/></w:r>" + run("2")) == "1\t2");
}

TEST_CASE("docx cells: fields in one piece") {
  const auto simple = [](const std::string& code) {
    return "<w:fldSimple w:instr=\"" + code + "\">" + run("8") +
           "</w:fldSimple>";
  };
  CHECK(figure(simple(" REF x ")) == "8");
  CHECK(figure(simple(" EQ \\x(8)")) == "?");
}

TEST_CASE("docx cells: of several ways to show something the first is read") {
  const std::string choices = "<w:AlternateContent><w:Choice>" + run("1") +
                              "</w:Choice><w:Choice>" + run("1") +
                              "</w:Choice><w:Fallback>" + run("1") +
                              "</w:Fallback></w:AlternateContent>";
  CHECK(figure(choices + run("2")) == "12");
  CHECK(figure(choices + choices) == "11");
}

TEST_CASE("docx cells: cells merged downwards without a beginning") {
  const std::string on = "<w:vMerge/>";
  const std::string begin = "<w:vMerge w:val=\"restart\"/>";
  CHECK(table_of("<w:tr>" + cell(run("1"), on) + cell(run("2")) +
                 "</w:tr><w:tr>" + cell("", on) + cell(run("3")) + "</w:tr>") ==
        "1|2\n3");
  // A row between that has other cells ends what was merged.
  CHECK(table_of("<w:tr>" + cell(run("x"), "") + cell(run("1"), begin) +
                 "</w:tr><w:tr>" + cell(run("2"), "<w:gridSpan w:val=\"2\"/>") +
                 "</w:tr><w:tr>" + cell(run("3")) + cell(run("4"), on) +
                 "</w:tr>") == "x|1\n2>2\n3|4");
}

TEST_CASE("docx cells: a hidden row is not read") {
  CHECK(table_of("<w:tr><w:trPr><w:hidden/></w:trPr>" + cell(run("1")) +
                 cell("") +
                 "</w:tr><w:tr><w:trPr><w:hidden w:val=\"0\"/>"
                 "</w:trPr>" +
                 cell(run("2")) + cell(run("3")) + "</w:tr>") == "?|\n2|3");
}

TEST_CASE("docx cells: cells merged in the old way are one") {
  CHECK(table_of("<w:tr>" + cell(run("42"), "<w:hMerge w:val=\"restart\"/>") +
                 cell(run("99"), "<w:hMerge/>") +
                 cell(run("98"), "<w:hMerge w:val=\"continue\"/>") +
                 cell(run("5")) + "</w:tr>") == "42>3|5");
}

}  // namespace
}  // namespace gov_report
