// What an element's own style says of how it is shown.

#include "import/html_style.h"

#include <doctest/doctest.h>

#include <string>

namespace gov_report {
namespace {

std::string shown(const char* style) {
  const ShownAs as = shown_by(style);
  const auto ink = [](Ink one, const std::string& of) {
    if (one == Ink::as_around) return std::string();
    return (one == Ink::hidden ? "no " : "some ") + of + " ";
  };
  return std::string(as.gone ? "gone " : "") + (as.blank ? "blank " : "") +
         (as.clipped ? "clipped " : "") + (as.raised ? "raised " : "") +
         (as.shifted ? "shifted " : "") + ink(as.visibility, "ink") +
         ink(as.size, "size");
}

TEST_CASE("html style: gone, in its place but blank, raised") {
  CHECK(shown("display:none") == "gone ");
  CHECK(shown("color: red; DISPLAY : none;") == "gone ");
  CHECK(shown("visibility:hidden") == "no ink ");
  CHECK(shown("visibility: collapse") == "no ink ");
  CHECK(shown("visibility:visible") == "some ink ");
  CHECK(shown("text-decoration: underline line-through") == "blank ");
  CHECK(shown("text-line-through:double") == "blank ");
  CHECK(shown("opacity:0") == "blank ");
  CHECK(shown("opacity: .00") == "blank ");
  CHECK(shown("opacity:0%") == "blank ");
  CHECK(shown("transform: scale(0)") == "blank ");
  CHECK(shown("vertical-align:super") == "raised ");
  CHECK(shown("vertical-align: sub") == "raised ");
}

TEST_CASE("html style: letters without a size") {
  CHECK(shown("font-size:0") == "no size ");
  CHECK(shown("font-size:0pt") == "no size ");
  CHECK(shown("font-size:1px") == "no size ");
  CHECK(shown("font: 0/0 a") == "no size ");
  CHECK(shown("font-size:0em") == "no size ");
  CHECK(shown("font-size:1em") == "");
  CHECK(shown("font-size:120%") == "");
  CHECK(shown("font-size:1rem") == "some size ");
  CHECK(shown("font-size:10.5pt") == "some size ");
  CHECK(shown("font: bold 700 12px/1.5 serif") == "some size ");
}

TEST_CASE("html style: out of sight") {
  CHECK(shown("position:absolute;left:-9999px") == "gone ");
  CHECK(shown("position:fixed;top:-999em") == "gone ");
  CHECK(shown("position:relative;left:-9999px") == "blank ");
  CHECK(shown("text-indent:-9999px") == "clipped ");
  CHECK(shown("margin-left:-9999px") == "clipped ");
  CHECK(shown("height:0;overflow:hidden") == "clipped ");
  CHECK(shown("max-height:0px;overflow-y:hidden") == "clipped ");
  CHECK(shown("position:absolute;clip: rect( 0 0 0 0)") == "clipped ");
  CHECK(shown("left:-9999px") == "");
  CHECK(shown("position:absolute;left:-20px") == "");
  CHECK(shown("text-indent:-21pt") == "");
  CHECK(shown("height:0") == "");
  CHECK(shown("height:0;overflow:auto") == "");
  CHECK(shown("height:0;min-height:100%;overflow:hidden") == "");
  CHECK(shown("height:0;overflow:hidden;padding-bottom:56%") == "");
}

TEST_CASE("html style: a little up or down") {
  CHECK(shown("position:relative;top:-4.0pt;mso-text-raise:4.0pt") ==
        "shifted ");
  CHECK(shown("mso-text-raise:-2pt") == "shifted ");
  CHECK(shown("position:relative;bottom:.3em") == "shifted ");
  CHECK(shown("vertical-align:30%") == "shifted ");
  CHECK(shown("vertical-align:0") == "");
  CHECK(shown("position:relative;top:0") == "");
  CHECK(shown("position:relative;left:2px") == "");
  CHECK(shown("top:-4.0pt") == "");
}

TEST_CASE("html style: which of several declarations counts") {
  CHECK(shown("display:none;display:inline") == "");
  CHECK(shown("display:inline;display:none") == "gone ");
  CHECK(shown("display:none!important;display:inline") == "gone ");
  CHECK(shown("display:none ! IMPORTANT ; display:block") == "gone ");
  CHECK(shown("display:none!important;display:block!important") == "");
  CHECK(shown("display:none;display:nothing") == "gone ");
  CHECK(shown("display:none !importent") == "");
  CHECK(shown("visibility:hidden;visibility:inherit") == "");
  CHECK(shown("text-decoration:line-through;text-decoration:none") == "");
}

TEST_CASE("html style: white space, comments, quotes and brackets") {
  CHECK(shown("display:\nnone") == "gone ");
  CHECK(shown("\tDisplay\f:\r\n NONE\n") == "gone ");
  CHECK(shown("/*x*/display:none") == "gone ");
  CHECK(shown("display:/* : ; */none/**/") == "gone ");
  CHECK(shown("/* display:none */") == "");
  CHECK(shown("color:red/* ; display:none") == "");
  CHECK(shown("background:url(a;display:none)") == "");
  CHECK(shown("content:';display:none;'") == "");
  CHECK(shown("content:\"}\";display:none") == "gone ");
}

TEST_CASE("html style: what only looks like it") {
  CHECK(shown("") == "");
  CHECK(shown("border:none") == "");
  CHECK(shown("overflow:hidden") == "");
  CHECK(shown("-webkit-backface-visibility:hidden") == "");
  CHECK(shown("border-collapse:collapse") == "");
  CHECK(shown("vertical-align:middle") == "");
  CHECK(shown("opacity:0.9") == "");
  CHECK(shown("display") == "");
  CHECK(shown(";;:;display:") == "");
}

}  // namespace
}  // namespace gov_report
