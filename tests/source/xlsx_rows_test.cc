// Sheets of workbooks as rows, from parts made by hand.

#include "source/xlsx_rows.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "source/header_rows.h"
#include "support/stored_zip.h"

namespace gov_report {
namespace {

bool is_known(std::string_view text) {
  static const std::set<std::string_view> known = {
      "编号", "姓名", "日期", "结果", "收费通知日期", "备注"};
  return known.contains(text);
}

/// The names of the columns, then "row: a|b" for each record, then findings
/// as "rule/variant A1 name=value".
std::string read(const ZipParts& parts, const std::string& sheet = "",
                 RowChoice choice = RowChoice::records) {
  std::string text;
  const FindingSink sink = [&](const Finding& finding) {
    text += finding.rule + "/" + finding.variant + " " +
            std::to_string(finding.place.at.line) + finding.place.address;
    for (const Argument& argument : finding.arguments) {
      if (argument.name != "file" && argument.name != "address") {
        text += " " + argument.name + "=" + argument.value.zh;
      }
    }
    text += "\n";
  };
  BookFault fault;
  auto book = XlsxBook::open_bytes(stored_zip(parts), fault);
  if (book == nullptr) return fault.variant + " " + fault.detail;
  const auto rows =
      open_xlsx_rows(std::move(book), "f", {sheet, is_known}, sink, choice);
  if (rows == nullptr) return text;
  for (const Column& column : rows->columns()) text += column.name + "|";
  text += "\n";
  for (Row row; rows->next(row);) {
    text += (row.kind == Row::Kind::rejected ? "rejected " : "") +
            std::to_string(row.line) + ": ";
    for (const Field& field : row.fields) text += std::string(field.text) + "|";
    text += "\n";
  }
  if (rows->rows_rejected() > 0) {
    text += std::to_string(rows->rows_rejected()) + " rejected\n";
  }
  return text;
}

std::string inline_cell(const std::string& text) {
  return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

std::string inline_row(std::initializer_list<const char*> texts) {
  std::string row = "<row>";
  for (const char* text : texts) row += inline_cell(text);
  return row + "</row>";
}

const std::string kHeader = inline_row({"编号", "姓名", "日期"});

TEST_CASE("xlsx: shared, inline, rich and formula strings, phonetic left out") {
  CHECK(
      read(small_book(
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
          "<c r=\"B1\" t=\"s\"><v>1</v></c></row>"
          "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>甲</t></r>"
          "<r><t xml:space=\"preserve\"> "
          "乙</t></r><rPh><t>ja</t></rPh></is></c>"
          "<c r=\"B3\" t=\"str\"><f>A1&amp;\"x\"</f><v>a&lt;b</v></c></row>",
          "<si><t>编号</t></si><si><r><t>姓</t></r><r><rPr><b/></rPr><t>名</t>"
          "</r><rPh sb=\"0\" eb=\"1\"><t>XM</t></rPh></si>")) ==
      "编号|姓名|\n3: 甲 乙|a<b|\n");
}

TEST_CASE("xlsx: numbers, dates by format, booleans, escapes") {
  CHECK(
      read(small_book(
          kHeader +
              "<row><c><v>1.2345678901234E+13</v></c><c t=\"b\"><v>1</v></c>"
              "<c s=\"1\"><v>45356.5</v></c></row>"
              "<row><c s=\"3\"><v>7</v></c><c t=\"inlineStr\"><is>"
              "<t>a_x000D_\nb</t></is></c><c s=\"2\"><v>45356</v></c></row>"
              "<row><c t=\"inlineStr\"><is><t>007</t></is></c><c s=\"4\"><v>"
              "0.5</v></c><c t=\"d\"><v>2024-03-05T00:00:00</v></c></row>",
          "",
          "<xf numFmtId=\"14\"/><xf numFmtId=\"176\"/><xf numFmtId=\"177\"/>"
          "<xf numFmtId=\"20\"/>",
          "<numFmt numFmtId=\"176\" formatCode=\"[$-804]yyyy&quot;年&quot;m"
          "&quot;月&quot;d&quot;日&quot;;@\"/>"
          "<numFmt numFmtId=\"177\" formatCode=\"&quot;2024-&quot;000\"/>")) ==
      "编号|姓名|日期|\n"
      "2: 12345678901234|TRUE|2024-03-05|\n"
      "3: 2024-007|a\r\nb|2024-03-05|\n"
      "4: 007|12:00:00|2024-03-05|\n");
}

TEST_CASE("xlsx: the system of 1904") {
  ZipParts parts = small_book(
      kHeader + "<row><c><v>1</v></c><c/><c s=\"1\"><v>43894</v></c></row>", "",
      "<xf numFmtId=\"14\"/>");
  parts[1].second.insert(parts[1].second.find("<sheets>"),
                         "<workbookPr date1904=\"1\"/>");
  CHECK(read(parts) == "编号|姓名|日期|\n2: 1||2024-03-05|\n");
}

TEST_CASE("xlsx: errors, formulas without value, repeated cells cost the row") {
  const std::string rows =
      inline_row({"编号", "别的", "日期"}) +
      "<row><c><v>1</v></c><c t=\"e\"><v>#REF!</v></c></row>"
      "<row><c><v>2</v></c><c/><c t=\"e\"><f>X</f><v>#N/A</v></c></row>"
      "<row><c><f>A1+1</f></c></row>"
      "<row><c><f>A1+1</f><v></v></c></row>"
      "<row r=\"6\"><c r=\"C6\"><v>8</v></c><c r=\"A6\"><v>9</v></c></row>"
      "<row r=\"7\"><c r=\"A7\"><v>1</v></c><c r=\"A7\"><v>2</v></c></row>"
      "<row><c t=\"s\"><v>5</v></c></row>"
      "<row><c><v>3</v></c></row>";
  CHECK(read(small_book(rows)) ==
        "编号|别的|日期|\n"
        "2: 1|#REF!||\n"
        "unreadable-cell/error 3C3 field=日期 value=#N/A\n"
        "unreadable-cell/formula 4A4 field=编号 value=\n"
        "unreadable-cell/formula 5A5 field=编号 value=\n"
        "6: 9||8|\n"
        "unreadable-cell/twice 7A7 field=编号 value=1\n"
        "unreadable-cell/ 8A8 field=编号 value=5\n"
        "9: 3|||\n"
        "5 rejected\n");
  CHECK(read(small_book(rows), "", RowChoice::all)
            .find("rejected 3: 2||#N/A|\n") != std::string::npos);
}

TEST_CASE("xlsx: titles above, blank formatted rows, notes at the side") {
  CHECK(read(small_book("<row>" + inline_cell("某单位台账") +
                        "</row>"
                        "<row r=\"3\">" +
                        inline_cell("单位：") + inline_cell("日期") + "</row>" +
                        kHeader + "<row hidden=\"1\">" + inline_cell("1") +
                        "</row>"
                        "<row><c s=\"1\"/><c s=\"1\"/></row>"
                        "<row><c s=\"1\"/>" +
                        inline_cell("  ") +
                        "</row>"
                        "<row r=\"9\"><c r=\"H9\"><v>1</v></c></row>"
                        "<row>" +
                        inline_cell("2") + "</row>")) ==
        "编号|姓名|日期|\n5: 1|||\n10: 2|||\n");
}

TEST_CASE("xlsx: two rows of headings, groups above and parts below") {
  CHECK(read(small_book(
            "<row>" + inline_cell("编号") + inline_cell("申请人") + "<c/>" +
            inline_cell("收费") + "<c/>" + inline_cell("结果") +
            "</row>"
            "<row><c/>" +
            inline_cell("姓名") + inline_cell("电话") +
            inline_cell("通知日期") + inline_cell("备注") + "<c/></row>" +
            inline_row({"1", "甲", "5", "2024-1-2", "x", "公开"}))) ==
        "编号|姓名|电话|收费通知日期|备注|结果|\n3: 1|甲|5|2024-1-2|x|公开|\n");
  // A row of values is no row of parts.
  CHECK(read(small_book(kHeader + inline_row({"1", "备注", ""}))) ==
        "编号|姓名|日期|\n2: 1|备注||\n");
}

TEST_CASE("xlsx: sheets by name") {
  const ZipParts parts = small_book(kHeader);
  CHECK(read(parts, "Sheet1") == "编号|姓名|日期|\n");
  CHECK(read(parts, "sheet1 ") == "编号|姓名|日期|\n");
  CHECK(read(parts, "Sheet2") ==
        "sheet-missing/nearest 0 sheet=Sheet2 allowed=Sheet1 nearest=Sheet1\n");
  CHECK(read(parts, "台账") == "sheet-missing/ 0 sheet=台账 allowed=Sheet1\n");
  CHECK(read(small_book("")) == "empty-file/ 0\n");
  CHECK(read(small_book("<row><c s=\"1\"/></row>")) == "empty-file/ 0\n");
}

TEST_CASE("xlsx: parts that are missing, broken or hostile") {
  const ZipParts whole = small_book(kHeader);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    ZipParts parts = whole;
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
    const std::string said = read(parts);
    CAPTURE(whole[i].first);
    CAPTURE(said);
    const bool found =
        i == 0 ? said == "编号|姓名|日期|\n"
               : said.find(i == 1 ? "not-a-workbook" : "part-missing") !=
                     std::string::npos;
    CHECK(found);
    parts = whole;
    parts[i].second = "<!DOCTYPE x [<!ENTITY a \"b\">]>" + parts[i].second;
    if (i > 0) {
      CHECK(read(parts).find("broken-xml") != std::string::npos);
    }
    parts[i].second = whole[i].second.substr(0, whole[i].second.size() / 2);
    if (i > 0) {
      CHECK(read(parts).find("broken-xml") != std::string::npos);
    }
  }
  std::string names;
  for (int i = 0; i < 2000; ++i) names += "<n" + std::to_string(i) + "/>";
  const struct {
    std::string rows;
    const char* expected;
  } cases[] = {
      {kHeader + names, "broken-xml 1"},
      {kHeader + "<row r=\"2\"/><row r=\"2\"/>", "row-order 2"},
      {kHeader + "<row r=\"5\"/><row r=\"4\"/>", "row-order 5"},
      // Read on, the inner row would come twice and 1 would be lost.
      {kHeader + "<row r=\"2\"><c r=\"A2\"><v>1</v></c>"
                 "<row r=\"3\"><c r=\"A3\"><v>2</v></c></row></row>",
       "broken-xml 2"},
      {kHeader + "<row r=\"2\"><c r=\"A2\"><v>1</v>"
                 "<c r=\"B2\"><v>2</v></c></c></row>",
       "broken-xml 2"},
      {kHeader + "<c r=\"A2\"><v>1</v></c>", "broken-xml 1"},
      {kHeader + "<row r=\"1048577\"/>", "bad-address 1"},
      {kHeader + "<row r=\"x\"/>", "bad-address 1"},
      {kHeader + "<row r=\"2\"><c r=\"B3\"/></row>", "bad-address 2"},
      {kHeader + "<row><c r=\"XFE2\"/></row>", "bad-address 2"},
      {kHeader + "<row><c r=\"" + std::string(3 << 20, 'A') + "\"/></row>",
       "broken-xml 2"},
      {kHeader + "<row><c t=\"str\"><v>" + std::string(kRowLimit + 1, 'x') +
           "</v></c></row><row><c><v>1</v></c></row>",
       "row-too-long/ 2 limit=1048576\n3: 1|||\n1 rejected"},
  };
  for (const auto& [rows, expected] : cases) {
    const std::string said = read(small_book(rows));
    CAPTURE(said.substr(0, 300));
    CAPTURE(expected);
    std::string wanted = expected;
    if (!wanted.starts_with("row-too"))
      wanted = "unreadable-workbook/" + wanted;
    CHECK(said.find(wanted) != std::string::npos);
  }
  BookFault fault;
  CHECK(XlsxBook::open_bytes("", fault) == nullptr);
  CHECK(fault.variant == "not-a-workbook");
  CHECK(XlsxBook::open_bytes("PK\x03\x04", fault) == nullptr);
  const std::string bytes = stored_zip(whole);
  for (std::size_t size = 0; size < bytes.size(); size += 97) {
    CHECK(XlsxBook::open_bytes(bytes.substr(0, size), fault) == nullptr);
  }
}

TEST_CASE("xlsx: places have an address, the row as one line and a mark") {
  BookFault fault;
  auto book = XlsxBook::open_bytes(
      stored_zip(small_book(kHeader + inline_row({"1", "甲\n乙", "x"}))),
      fault);
  REQUIRE(book);
  const auto rows = open_xlsx_rows(std::move(book), "f", {"", is_known},
                                   [](const Finding&) {});
  REQUIRE(rows);
  Row row;
  REQUIRE(rows->next(row));
  const Place place = rows->place("f", 2);
  CHECK(place.at == Position{2, 3});
  CHECK(place.address == "C2");
  CHECK(place.excerpt == "1 | 甲 乙 | x");
  CHECK(place.mark == 11);
  CHECK(place.width == 1);
  const Place heading = rows->header_place("f", 1);
  CHECK(heading.address == "B1");
  CHECK(heading.excerpt == "编号 | 姓名 | 日期");
  CHECK(heading.mark == 6);
  CHECK(heading.width == 2);
}

TEST_CASE("xlsx: a number of days is a date where a date is wanted") {
  BookFault fault;
  auto book = XlsxBook::open_bytes(
      stored_zip(small_book(kHeader + "<row><c><v>2024</v></c>" +
                            inline_cell("45356") +
                            "<c><v>45356</v></c></row>")),
      fault);
  REQUIRE(book);
  const auto rows = open_xlsx_rows(std::move(book), "f", {"", is_known},
                                   [](const Finding&) {});
  Row row;
  REQUIRE(rows->next(row));
  CHECK_FALSE(rows->number_as_date(0));
  CHECK_FALSE(rows->number_as_date(1));
  REQUIRE(rows->number_as_date(2));
  CHECK(iso_text(*rows->number_as_date(2)) == "2024-03-05");
  CHECK(row.fields[2].text == "45356");
}

}  // namespace
}  // namespace gov_report
