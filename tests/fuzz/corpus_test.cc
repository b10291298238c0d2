// The inputs that fuzzers have kept hold the properties.

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/temporary_folder.h"
#include "fuzz/parts_text.h"
#include "fuzz/properties.h"
#include "fuzz/whole_xml.h"
#include "paths.h"

namespace gov_report::test {
namespace {

template <typename Property>
void check_corpus(const std::string& name, const Property& property) {
  std::size_t inputs = 0;
  const auto folder =
      std::filesystem::path(SOURCE_ROOT) / "tests/fuzz/corpus" / name;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    INFO(entry.path());
    ++inputs;
    CHECK_NOTHROW(property(file_text(entry.path())));
  }
  CHECK(inputs > 10);
}

TEST_CASE("corpus: CSV in pieces equals CSV with care") {
  check_corpus("csv", csv_in_pieces_equals_careful);
}

TEST_CASE("corpus: encodings are consistent") {
  check_corpus("encoding", encoding_is_consistent);
}

TEST_CASE("corpus: rows of sheets add up") {
  check_corpus("sheet", sheet_rows_add_up);
}

TEST_CASE("corpus: published pages are sound") {
  check_corpus("html", html_page_is_sound);
  check_corpus("xlsx", xlsx_page_is_sound);
  check_corpus("docx", docx_page_is_sound);
  check_corpus("text", text_page_is_sound);
  check_corpus("pdf", pdf_page_is_sound);
}

TEST_CASE("fuzzing: whole XML stays, broken XML is made whole") {
  const std::string whole =
      "<a:b x=\"1\" c:y=\"&gt;\"><d>1 &lt; 2 &#20108;</d><e></e>"
      "<![CDATA[<]]></a:b>";
  CHECK(whole_xml("<?xml version=\"1.0\"?>\n" + whole) == whole);
  const std::vector<std::pair<std::string, std::string>> broken = {
      {"", ""},
      {"text", ""},
      {"<a><b>1</a>", "<a><b>1</b></a>"},
      {"<a>1</b></a>", "<a>1</a>"},
      {"<a/><b/>", "<a></a>"},
      {"<a x=1>2", "<a>2</a>"},
      {"<a x=\"1\" x=\"2\"/>", "<a></a>"},
      {"<a>&b; & \x01]]></a", "<a>&amp;b; &amp; ]]</a>"},
      {"<a>\xFF\u4E8C<!-- b", "<a>\u4E8C</a>"},
      {"<!DOCTYPE x><a>1", "<a>1</a>"},
  };
  for (const auto& [text, mended] : broken) {
    CAPTURE(text);
    CHECK(whole_xml(text) == mended);
  }
}

TEST_CASE("fuzzing: parts of a text take the place of others") {
  const ZipParts others = {{"a", "<a></a>"}, {"b", "<b></b>"}};
  CHECK(zip_of_parts("", "a", others) == stored_zip(others));
  CHECK(zip_of_parts("<x></x>", "a", others) ==
        stored_zip({{"a", "<x></x>"}, {"b", "<b></b>"}}));
  CHECK(zip_of_parts("<x>\n== c\n<c></c>\n== b\n<y></y>", "a", others) ==
        stored_zip({{"a", "<x></x>"}, {"b", "<y></y>"}, {"c", "<c></c>"}}));
  CHECK(zip_of_parts("== b\n<y></y>", "a", others) ==
        stored_zip({{"a", "<a></a>"}, {"b", "<y></y>"}}));
  // A length of four times something is as it is.
  CHECK(zip_of_parts("<xy>", "a", others) ==
        stored_zip({{"a", "<xy>"}, {"b", "<b></b>"}}));
  CHECK(zip_of_parts("PK\x03", "a", others) == "PK\x03");
}

}  // namespace
}  // namespace gov_report::test
