// What an element's own style says of how it is shown.

#include "import/html_style.h"

#include <doctest/doctest.h>

#include <string>

namespace gov_report {
namespace {

std::string shown(const char* style) {
  const ShownAs as = shown_by(style);
  return std::string(as.gone ? "gone " : "") + (as.blank ? "blank " : "") +
         (as.raised ? "raised " : "");
}

TEST_CASE("html style: gone, in its place but blank, raised") {
  CHECK(shown("display:none") == "gone ");
  CHECK(shown("color: red; DISPLAY : none;") == "gone ");
  CHECK(shown("visibility:hidden") == "blank ");
  CHECK(shown("visibility: collapse") == "blank ");
  CHECK(shown("text-decoration: underline line-through") == "blank ");
  CHECK(shown("vertical-align:super") == "raised ");
  CHECK(shown("font-size:9pt;vertical-align: sub") == "raised ");
}

TEST_CASE("html style: what only looks like it") {
  CHECK(shown("") == "");
  CHECK(shown("border:none") == "");
  CHECK(shown("overflow:hidden") == "");
  CHECK(shown("-webkit-backface-visibility:hidden") == "");
  CHECK(shown("border-collapse:collapse") == "");
  CHECK(shown("vertical-align:middle") == "");
}

}  // namespace
}  // namespace gov_report
