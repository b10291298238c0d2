#include "ledger/record_number.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"

namespace gov_report {
namespace {

TEST_CASE("record numbers: of every width and with any dash they are one") {
  for (const std::string number :
       {"YSQ-001", "\uFF39\uFF33\uFF31\uFF0D\uFF10\uFF10\uFF11", "ysq\u2010001",
        "ysq\u2011001", "YSQ\u2012001", "ysq\u2013001", "ysq\u2014001",
        "ysq\u2015001", "ysq\u2212001", "ysq\uFE63001", " ysq \u2014 001"}) {
    CAPTURE(number);
    CHECK(fold_number(number) == "ysq-001");
  }
}

TEST_CASE("record numbers: other marks and characters stay") {
  for (const std::string number :
       {"", "2024-001", "2024_001", "2024/001",
        "\u4F9D\u7533\u8BF7\u4E00\u53F7", "2024\u30FC001", "2024~001",
        "\u201C2024\u201D"}) {
    CAPTURE(number);
    CHECK(fold_number(number) == fold(number));
  }
}

}  // namespace
}  // namespace gov_report
