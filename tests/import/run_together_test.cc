// Figures without a blank between them.

#include "import/run_together.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

std::string apart(const std::vector<std::string>& figures, std::size_t wanted) {
  std::vector<TextPiece> pieces;
  for (const std::string& figure : figures)
    pieces.push_back({figure, {}, true});
  std::string all;
  for (const TextPiece& piece : taken_apart(pieces, wanted)) {
    all += (all.empty() ? "" : " ") + piece.text;
  }
  return all;
}

TEST_CASE("run together: each digit is a figure if there are as many") {
  CHECK(apart({"7000007"}, 7) == "7 0 0 0 0 0 7");
  CHECK(apart({"０００"}, 3) == "0 0 0");
}

TEST_CASE("run together: what can be cut in several ways stays whole") {
  CHECK(apart({"12000012"}, 7) == "12000012");
  CHECK(apart({"1-2"}, 3) == "1-2");
}

TEST_CASE("run together: blanks say that figures are more than digits") {
  CHECK(apart({"12", "34"}, 4) == "12 34");
  CHECK(apart({"00", "000"}, 5) == "0 0 0 0 0");
}

}  // namespace
}  // namespace gov_report
