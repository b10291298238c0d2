// Numbers of running text. The words around them are those of the program.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ledger/ledger_fixture.h"
#include "narrative/marked_text.h"
#include "schema/load_claims.h"

namespace gov_report {
namespace {

const NumberWords& words() {
  static const ClaimFormat format =
      load_claims(DataFiles(), real_schema(2024).report, real_rules(),
                  [](const Finding&) {})
          .value();
  return format.numbers;
}

std::vector<Letter> letters_of(const std::string& text) {
  return fold_letters({TextRun{text, false, {1, 1}, ""}});
}

std::string bound(const std::optional<Decimal>& limit, bool open) {
  return limit ? limit->text() + (open ? "o" : "") : "-";
}

/// "value unit" of the number at the start, "value unit [low, high]" if it
/// stands for more than itself, "" if there is none.
std::string read(const std::string& text) {
  const auto numeral = read_numeral(letters_of(text), 0, words());
  if (!numeral) return "";
  std::string shown = numeral->value.text() + " " + numeral->unit;
  const NumberRange& range = numeral->range;
  const bool plain = range.low == range.high;
  if (!plain) {
    shown += " [" + bound(range.low, range.low_open) + ", " +
             bound(range.high, range.high_open) + "]";
  }
  return shown;
}

struct Case {
  const char* text;
  const char* read;
};

}  // namespace

TEST_CASE("numerals: what is a number, and which") {
  for (const Case& one : std::vector<Case>{
           {"12件", "12 件"},
           {"0件", "0 件"},
           {"007件", "7 件"},
           {"1,523件", "1523 件"},
           {"1,234,567件", "1234567 件"},
           {"1，523件", "1 "},  // a Chinese comma ends a clause
           {"1,52件", "1 "},
           {"1234,567件", "1234 "},
           {"１５２３条", "1523 条"},
           {"12.5%", "12.5 %"},
           {"12.50％", "12.5 %"},
           {"3.5个百分点", "3.5 百分点"},
           {"百分之三十", "30 %"},
           {"百分之12.5", "12.5 %"},
           {"百分之百", "100 %"},
           {"十二件", "12 件"},
           {"十件", "10 件"},
           {"二十件", "20 件"},
           {"廿三件", "23 件"},
           {"卅件", "30 件"},
           {"两件", "2 件"},
           {"两千零五件", "2005 件"},
           {"一百零五件", "105 件"},
           {"一百二十件", "120 件"},
           {"一百二件", "120 件"},
           {"一千二百件", "1200 件"},
           {"一千零二十件", "1020 件"},
           {"三千件", "3000 件"},
           {"一万两千件", "12000 件"},
           {"三亿五千万元", "350000000 元"},
           {"二〇二四件", "2024 件"},
           {"二○件", "20 件"},
           {"零件", "0 件"},
           {"三万件", "30000 件"},
           {"3万件", "30000 件 [25000, 35000]"},
           {"3.5万条", "35000 条 [34500, 35500]"},
           {"0.5亿元", "50000000 元 [45000000, 55000000]"},
           {"0.06万元", "600 元 [550, 650]"},
           {"18万余条", "180000 条 [180000, 198000o]"},
           {"5500余条", "5500 条 [5500, 6050o]"},
           {"十余件", "10 件 [10, 20o]"},
           {"20多件", "20 件 [20, 30o]"},
           {"百余件", "100 件 [100, 110o]"},
           {"近百件", "100 件 [90, 110]"},
           {"约120件", "120 件 [108, 132]"},
           {"120件左右", "120 件 [108, 132]"},
           {"超过100件", "100 件 [100o, -]"},
           {"100件以上", "100 件 [100, -]"},
           {"不少于100件", "100 件 [100, -]"},
           {"不足100件", "100 件 [-, 100o]"},
           {"100件以下", "100 件 [-, 100]"},
           {"不超过100件", "100 件 [-, 100]"},
           {"7个栏目", "7 个"},
           {"5。", "5 "},
           {"5类案件", "5 类"},
           {"5部门联合", "5 部"},
       }) {
    CAPTURE(one.text);
    CHECK(read(one.text) == one.read);
  }
}

TEST_CASE("numerals: what is none") {
  for (const char* text :
       {"件",       "一是",     "二是加强", "一网通办",
        "十分",     "万众",     "千方百计", "百件",
        "百十一件", "一十百件", "三三两两", "两会",
        "四类",     "约定",     "近年来",   "1234567890123456件",
        "第",       "不足",     "以上",     "",
        "百分之",   "几件",     "二二十件", "十二百件"}) {
    CAPTURE(text);
    CHECK(read(text) == "");
  }
}

TEST_CASE("numerals: ordinals, vague numbers and codes are none") {
  const auto at = [](const std::string& text, std::size_t letter) {
    return read_numeral(letters_of(text), letter, words()).has_value();
  };
  CHECK_FALSE(at("第三项", 1));
  CHECK_FALSE(at("每一件", 1));
  CHECK_FALSE(at("数十件", 1));
  CHECK_FALSE(at("几百件", 1));
  CHECK_FALSE(at("上千件", 1));
  CHECK_FALSE(at("A4件", 1));
  CHECK_FALSE(at("12件", 1));  // the middle of one
  CHECK_FALSE(at("二十件", 1));
  CHECK(at("共十件", 1));
  CHECK(at("数12件", 1));
}

TEST_CASE("numerals: the digits of a placeholder are a number of their own") {
  const std::vector<TextRun> runs = {{"1", false, {1, 1}, ""},
                                     {"23", false, {1, 2}, "a.b"},
                                     {"4件", false, {1, 9}, ""}};
  const auto letters = fold_letters(runs);
  const auto numeral = read_numeral(letters, 1, words());
  REQUIRE(numeral);
  CHECK(numeral->value == Decimal(23));
  CHECK(numeral->cell == "a.b");
}

TEST_CASE("numerals: folding keeps the places of letters") {
  const auto letters = letters_of("　（１） a,b");
  REQUIRE(letters.size() == 6);
  CHECK(letters[0].c == U'\uff08');
  CHECK(letters[0].at == Position{1, 2});
  CHECK(letters[1].c == U'1');
  CHECK(letters[3].c == U'a');
  CHECK(letters[3].at == Position{1, 6});
  CHECK(letters[4].c == U'\uff0c');
  CHECK(letters[4].comma);
}

}  // namespace gov_report
