#include "source/header_rows.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

std::string header_of(const std::vector<std::vector<std::string>>& cells) {
  std::vector<TopRow> rows;
  for (const auto& row : cells) rows.push_back({rows.size() + 1, row});
  const HeaderRows header = find_header(rows, [](std::string_view text) {
    return text == "id" || text == "name" || text == "note";
  });
  std::string found =
      std::to_string(header.first) + "-" + std::to_string(header.last) + ":";
  for (const std::string& name : header.names) found += " " + name;
  return found;
}

TEST_CASE("header: below titles and notes, above records") {
  CHECK(header_of({{"Title"}, {}, {"id", "name"}, {"1", "a"}}) ==
        "3-3: id name");
  CHECK(header_of({{"by: me", "", "on: a day"}, {"id", "name"}, {"1", "a"}}) ==
        "2-2: id name");
}

TEST_CASE("header: groups above, parts below, and headings over both rows") {
  CHECK(header_of({{"id", "who", ""}, {"", "name", "note"}, {"1", "a", "b"}}) ==
        "1-2: id name note");
  CHECK(header_of({{"who", ""}, {"id", "name"}, {"1", "a"}}) == "2-2: id name");
  // A row of values, one of which is the name of a column.
  CHECK(header_of({{"id", "name"}, {"1", "note"}}) == "1-1: id name");
}

TEST_CASE("header: one known heading is none") {
  CHECK(header_of({{"Title"}, {"no", "nme"}, {"1", "note"}}) == "2-2: no nme");
}

TEST_CASE("header: what stands below records is none") {
  CHECK(header_of({{"id", "name"}, {"1", "a"}, {"id", "name", "note"}}) ==
        "1-1: id name");
  CHECK(header_of({{"id", "nme"},
                   {"1", "a"},
                   {"2", "b"},
                   {"3", "c"},
                   {"id", "name"}}) == "1-1: id nme");
}

}  // namespace
}  // namespace gov_report
