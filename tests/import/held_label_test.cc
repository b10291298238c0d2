// Labels of the form, found in the words of a line.

#include "import/held_label.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace gov_report {
namespace {

FormRow row(const std::string& label) {
  FormRow row;
  row.printed = label;
  row.label = Label(label);
  row.whole = row.label;
  return row;
}

HeldLabel held(const std::string& words, const std::string& label) {
  return held_label(fold(words), row(label));
}

TEST_CASE("held label: behind its number, however that is marked") {
  for (const char* words : {"3.其他处理", "（3）其他处理", "3、其他处理"}) {
    CAPTURE(words);
    const HeldLabel label = held(words, "3.其他处理");
    CHECK(label.percent == 100);
    CHECK(label.whole);
    CHECK(label.end == fold(words).size());
  }
}

TEST_CASE("held label: short words are nothing without their number") {
  CHECK(held("其他", "3.其他").percent == 0);
  CHECK(held("其他处理", "3.其他处理").percent == 92);
}

TEST_CASE("held label: its beginning, and what is left of it") {
  const HeldLabel label = held("（三）不予公", "（三）不予公开");
  CHECK(label.percent > 0);
  CHECK_FALSE(label.whole);
  CHECK(label.rest == "开");
}

TEST_CASE("held label: misprinted words behind its own number") {
  const std::string label = "2.其他法律行政法规禁止公开";
  const HeldLabel alone = held("2.其他法律行政止公开", label);
  CHECK(alone.percent == 75);  // 3 of 12 characters are gone
  CHECK_FALSE(alone.whole);
  CHECK(alone.begin == 2);
  const HeldLabel behind = held("（三）不予公开2、其他法律行政止公开", label);
  CHECK(behind.percent == 75);
  CHECK(behind.begin == fold("（三）不予公开2、").size());
  CHECK(held("6.属于四类过程程程性信息", "6.属于四类过程性信息").percent == 81);
}

TEST_CASE("held label: another number speaks against likeness") {
  const std::string other = "二、上年结转政府信息公开申请数量";
  // 3 of 14 characters differ.
  CHECK(held("本年新收政府信息公开申请数量", other).percent == 78);
  CHECK(held("一、本年新收政府信息公开申请数量", other).percent == 0);
  CHECK(held("二、上结转政为信息公开申请数量", other).percent == 85);
}

TEST_CASE("held label: other words hold none") {
  CHECK(held("行政处罚", "行政许可").percent == 0);
}

TEST_CASE("held label: the first characters of a label that goes on below") {
  const FormRow numbered = row("1.属于国家秘密");
  CHECK(is_beginning(fold("1.属"), numbered));
  CHECK(is_beginning(fold("1.属于国家"), numbered));
  CHECK_FALSE(is_beginning(fold("属"), numbered));
  CHECK_FALSE(is_beginning(fold("2.属"), numbered));
  CHECK_FALSE(is_beginning(fold("1.属于国家秘密"), numbered));
  CHECK(is_beginning("行政", row("行政许可")));
  CHECK_FALSE(is_beginning("行", row("行政许可")));
}

}  // namespace
}  // namespace gov_report
