#include "import/own_output.h"

#include <doctest/doctest.h>

#include <fstream>

#include "../base/temporary_folder.h"
#include "write/xlsx_file.h"

namespace gov_report {
namespace {

TEST_CASE("own outputs: what says that it is the result of an audit") {
  const TemporaryFolder folder;
  const auto is_own = [&](const std::string& bytes) {
    const auto file = folder.path() / "a.html";
    std::ofstream(file, std::ios::binary) << bytes;
    return is_own_output(file);
  };
  const std::string mark =
      "<meta name=\"generator\" content=\"gov-report audit\">";
  CHECK(is_own("<!DOCTYPE html>\n<html><head>" + mark));
  CHECK(is_own("<!-- saved from url=(0014)about:internet -->\n<head>" + mark));
  CHECK(is_own("<head><meta name=generator content=\"gov-report audit\">"));
  // Words about it are none, nor is what stands in the text.
  CHECK_FALSE(is_own("<title>gov-report audit</title>"));
  CHECK_FALSE(is_own(std::string(8000, ' ') + mark));
  CHECK_FALSE(is_own(""));
  CHECK_FALSE(is_own("PK\x03\x04"));
  CHECK_FALSE(is_own_output(folder.path() / "absent.xlsx"));
  CHECK_FALSE(is_own_output(folder.path()));
}

TEST_CASE("own outputs: workbooks by their keywords") {
  const TemporaryFolder folder;
  const auto is_own = [&](const std::string& title,
                          const std::string& keywords) {
    const auto file = folder.path() / "a.xlsx";
    XlsxFile book(
        file,
        {.title = title, .author = {}, .created = {}, .keywords = keywords});
    book.add_sheet("a");
    book.close();
    return is_own_output(file);
  };
  CHECK(is_own("a", "gov-report audit"));
  CHECK_FALSE(is_own("gov-report audit", ""));
}

}  // namespace
}  // namespace gov_report
