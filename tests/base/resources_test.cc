#include "base/resources.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "paths.h"

using namespace gov_report;

TEST_CASE("an embedded file has the bytes of the source tree") {
  const std::string path = "report-templates/report.css";
  std::ifstream in(std::string(SOURCE_ROOT) + "/" + path, std::ios::binary);
  std::stringstream expected;
  expected << in.rdbuf();
  REQUIRE(embedded(path).has_value());
  CHECK(*embedded(path) == expected.str());
}

TEST_CASE("a file that is not embedded is absent") {
  CHECK_FALSE(embedded("report-templates/none.css").has_value());
  CHECK_FALSE(embedded("").has_value());
  CHECK_FALSE(embedded("report-templates").has_value());
}

TEST_CASE("the files under a folder are listed without its neighbours") {
  auto paths = embedded_under("report-templates");
  CHECK(!paths.empty());
  for (std::string_view path : paths) {
    CAPTURE(path);
    CHECK(path.starts_with("report-templates/"));
    CHECK(embedded(path).has_value());
    CHECK(path.find("/reference/") == std::string_view::npos);
  }
  CHECK(embedded_under("report-template").empty());
}

TEST_CASE("reference documents are embedded as zip files") {
  for (const char* path : {"report-templates/reference.docx",
                           "report-templates/reference-draft.docx"}) {
    CAPTURE(path);
    REQUIRE(embedded(path).has_value());
    CHECK(embedded(path)->starts_with("PK\x03\x04"));
    CHECK(embedded(path)->substr(30, 19) == "[Content_Types].xml");
  }
}
