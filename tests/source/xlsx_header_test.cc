#include "source/xlsx_header.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

std::string header_of(const std::vector<std::vector<std::string>>& cells) {
  std::vector<TopRow> rows;
  for (const auto& row : cells) rows.push_back({rows.size() + 1, row});
  const SheetHeader header = find_header(rows, [](std::string_view text) {
    return text == "id" || text == "name" || text == "note";
  });
  std::string found =
      std::to_string(header.first) + "-" + std::to_string(header.last) + ":";
  for (const std::string& name : header.names) found += " " + name;
  return found;
}

TEST_CASE("sheet header: below titles and notes, above records") {
  CHECK(header_of({{"Title"}, {}, {"id", "name"}, {"1", "a"}}) ==
        "2-3: id name");
  CHECK(header_of({{"by: me", "", "on: a day"}, {"id", "name"}, {"1", "a"}}) ==
        "1-2: id name on: a day");  // groups above, as far as can be seen
}

TEST_CASE("sheet header: what stands below records is none") {
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
