// Where findings say that a cell stands.

#include "import/grid_places.h"

#include <doctest/doctest.h>

#include "support/small_form.h"

namespace gov_report {
namespace {

Place place_in(PublishedPage::Kind kind, const std::string& sheet = "") {
  PublishedPage page = tables_page({{"a|b"}, {"规章| 12 |3", "许可|4|5"}});
  page.kind = kind;
  page.blocks[1].grid.name = sheet;
  std::vector<const CellGrid*> grids;
  for (const PageBlock& block : page.blocks) grids.push_back(&block.grid);
  GridPlaces places(page, grids);
  return places.of(1, *grids[1]->at(0, 1));
}

TEST_CASE("grid places: line and character, address, or table and row") {
  const Place html = place_in(PublishedPage::Kind::html);
  CHECK(html.file == "page.html");
  CHECK(html.at.line == 1);
  CHECK(html.at.column == 2);
  CHECK(html.address == "");
  CHECK(place_in(PublishedPage::Kind::xlsx).address == "B1");
  CHECK(place_in(PublishedPage::Kind::xlsx, "表2").address == "表2!B1");
  CHECK(place_in(PublishedPage::Kind::docx).address == "T2:R1C2");
}

TEST_CASE("grid places: a row of a Word table stands in one line") {
  PublishedPage page = tables_page({{"规章|12", "许可|4"}});
  page.kind = PublishedPage::Kind::docx;
  auto& cells = page.blocks[0].grid.cells;
  // Each cell has a paragraph of its own, whose characters are not counted.
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i].at = {24 + i, 0};
  const std::vector<const CellGrid*> grids = {&page.blocks[0].grid};
  GridPlaces places(page, grids);
  CHECK(places.of(0, cells[0]).at.line == 24);
  CHECK(places.of(0, cells[1]).at.line == 24);
  CHECK(places.of(0, cells[3]).at.line == 26);
  CHECK(places.of(0, cells[1]).at.column == 2);  // a mark needs one
}

TEST_CASE("grid places: the excerpt is the row, with a mark at the cell") {
  const Place place = place_in(PublishedPage::Kind::html);
  CHECK(place.excerpt == "规章 | 12 | 3");
  CHECK(place.mark == 6);   // characters, not bytes
  CHECK(place.width == 2);  // without its blanks
}

TEST_CASE("grid places: a blank cell is marked, a long row cut") {
  std::string line = "规章|";
  for (int i = 0; i < 2000; ++i) line += "|1234";
  const PublishedPage page = tables_page({{line}});
  const std::vector<const CellGrid*> grids = {&page.blocks[0].grid};
  GridPlaces places(page, grids);
  CHECK(places.of(0, grids[0]->cells[1]).width == 1);
  CHECK(places.of(0, grids[0]->cells[1]).mark > 0);
  const Place last = places.of(0, grids[0]->cells.back());
  CHECK(last.mark == 0);  // beyond what is shown
  CHECK(last.excerpt.size() < 2100);
}

TEST_CASE("grid places: rows are asked for in any order") {
  const PublishedPage page = tables_page({{"规章|1", "许可|2"}, {"处罚|3"}});
  const std::vector<const CellGrid*> grids = {&page.blocks[0].grid,
                                              &page.blocks[1].grid};
  GridPlaces places(page, grids);
  CHECK(places.of(0, *grids[0]->at(1, 1)).excerpt == "许可 | 2");
  CHECK(places.of(1, *grids[1]->at(0, 0)).excerpt == "处罚 | 3");
  CHECK(places.of(0, *grids[0]->at(0, 1)).excerpt == "规章 | 1");
}

}  // namespace
}  // namespace gov_report
