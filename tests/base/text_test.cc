#include "base/text.h"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

namespace gov_report {
namespace {

using Cases = std::vector<std::pair<std::string_view, std::string_view>>;

TEST_CASE("text: the first invalid byte of UTF-8 is found") {
  const std::vector<std::pair<std::string, std::size_t>> bad = {
      {"\x80", 0},
      {"abc\xFF", 3},
      {"12345678\xC3", 8},
      {"中\xE4\xB8", 3},
      {"\xC0\xAF", 0},          // overlong
      {"\xC1\xBF", 0},          // overlong
      {"\xE0\x9F\xBF", 0},      // overlong
      {"\xF0\x8F\xBF\xBF", 0},  // overlong
      {"a\xED\xA0\x80", 1},     // a surrogate
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},
      {"\xE4\x41\x42", 0},
      {"1234567\xE4\xB8\xAD\xB8", 10},
  };
  for (const auto& [input, at] : bad) {
    CAPTURE(at);
    CAPTURE(input.size());
    CHECK(first_invalid_utf8(input) == at);
  }
  for (const std::string_view good :
       {"", "abc", "政府信息公开", "\xF0\x9F\x93\x84", "\xEF\xBF\xBF",
        "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "12345678中", "1234567中8901234"}) {
    CAPTURE(good);
    CHECK(first_invalid_utf8(good) == std::nullopt);
  }
  CHECK(first_invalid_utf8(std::string_view("a\0b", 3)) == std::nullopt);
}

TEST_CASE("text: code points are decoded and encoded alike") {
  std::string all;
  const std::vector<char32_t> code_points = {'a',    0x7F,    0x80,    0x7FF,
                                             0x800,  0x4E2D,  0xD7FF,  0xE000,
                                             0xFFFF, 0x10000, 0x10FFFF};
  for (const char32_t c : code_points) append_utf8(all, c);
  CHECK(all.size() == 2 + 2 * 2 + 5 * 3 + 2 * 4);
  CHECK(first_invalid_utf8(all) == std::nullopt);
  std::size_t at = 0;
  for (const char32_t c : code_points) CHECK(next_code_point(all, at) == c);
  CHECK(at == all.size());
}

TEST_CASE("text: a byte that is not UTF-8 is one replacement character") {
  std::size_t at = 0;
  CHECK(next_code_point("\xE4\xB8", at) == 0xFFFD);
  CHECK(at == 1);
}

TEST_CASE("text: characters are code points") {
  CHECK(character_count("") == 0);
  CHECK(character_count("a中\xF0\x9F\x93\x84") == 3);
  CHECK(first_characters("信息公开", 2) == "信息");
  CHECK(first_characters("信息", 5) == "信息");
  CHECK(first_characters("信息", 0).empty());
}

TEST_CASE("text: widths are terminal columns") {
  const std::vector<std::pair<std::string_view, std::size_t>> cases = {
      {"", 0},         {"abc", 3},
      {"信息公开", 8}, {"（三）", 6},
      {"２０１９", 8}, {"，。、", 6},
      {"〔2019〕", 8}, {"\u3000", 2},
      {"“”", 2},                        // ambiguous width counts as one
      {"①", 1},                         // the same
      {"—", 1},                         // the same
      {"é", 1},        {"e\u0301", 1},  // a combining acute
      {"a\u200Bb", 2}, {"\uFEFFa", 1},
      {"カ\u3099", 2}, {"ｱ", 1},             // half-width katakana
      {"한", 2},       {"\u1100\u1161", 2},  // the same syllable in parts
      {"𠀀", 2},                             // CJK extension B
      {"📄", 2},        {"￥", 2},
      {"¥", 1},        {"\uFFFD", 1},
  };
  for (const auto& [input, expected] : cases) {
    CAPTURE(input);
    CHECK(display_width(input) == expected);
  }
}

TEST_CASE("text: fold makes the writings of a label one") {
  const Cases cases = {
      {"", ""},
      {"（三）不予公开　1．属于国家秘密", "(三)不予公开1.属于国家秘密"},
      {"商业\r\n企业", "商业企业"},
      {"商 业\u00A0企\t业", "商业企业"},
      {"科研\u200B机\u200C构\u200D\uFEFF\u2060", "科研机构"},
      {"〔2019〕60号", "[2019]60号"},
      {"【2019】60号", "[2019]60号"},
      {"［2019］６０号", "[2019]60号"},
      {"[2019]60号", "[2019]60号"},
      {"“三安全一稳定”", "\"三安全一稳定\""},
      {"‘x’", "'x'"},
      {"1、属于国家秘密", "1.属于国家秘密"},
      {"１ 、属于国家秘密", "1.属于国家秘密"},
      {"1．属于国家秘密", "1.属于国家秘密"},
      {"①属于国家秘密", "1.属于国家秘密"},
      {"⑩其他", "10.其他"},
      {"⒈属于国家秘密", "1.属于国家秘密"},
      {"一、总体情况", "一、总体情况"},
      {"3、4 月", "3、4月"},
      {"本年增／减", "本年增/减"},
      {"收费，：；", "收费,:;"},
      {"ＣＮ Report", "cnreport"},
      {"É", "É"},
  };
  for (const auto& [input, expected] : cases) {
    CAPTURE(input);
    CHECK(fold(input) == expected);
    CHECK(fold(fold(input)) == expected);
  }
}

TEST_CASE("text: numbers and dates become half-width, and keep their case") {
  const Cases cases = {
      {"１２３", "123"},
      {"－８", "-8"},
      {"１，２３４．５０", "1,234.50"},
      {"\u3000 12 \u00A0", "12"},
      {"\uFEFF12\u200B", "12"},
      {"Ａ1　2", "A1 2"},
      {"２０１９年", "2019年"},
      {" ", ""},
  };
  for (const auto& [input, expected] : cases) {
    CAPTURE(input);
    CHECK(half_width(input) == expected);
  }
}

TEST_CASE("text: blanks around are trimmed, those within stay") {
  CHECK(trimmed(" \t a b \r\n") == "a b");
  CHECK(trimmed("\u3000信 息\u00A0\u2003") == "信 息");
  CHECK(trimmed("") == "");
  CHECK(trimmed(" \u3000 ") == "");
  CHECK(trimmed("\xB8") == "\xB8");
}

TEST_CASE("text: the nearest name is offered, if it is near") {
  const std::vector<std::string> names = {"applications", "disclosures",
                                          "reviews", "lawsuits"};
  CHECK(nearest("aplications", names) == "applications");
  CHECK(nearest("disclousre", names) == "disclosures");
  CHECK(nearest("review", names) == "reviews");
  CHECK(nearest("lawsuits", names) == std::nullopt);  // it is that name
  CHECK(nearest("counts", names) == std::nullopt);
  CHECK(nearest("", names) == std::nullopt);
  CHECK(nearest("x", {}) == std::nullopt);

  const std::vector<std::string> chinese = {"自然人", "商业企业", "科研机构"};
  CHECK(nearest("自然入", chinese) == "自然人");
  CHECK(nearest("科研机购", chinese) == "科研机构");
  CHECK(nearest("法律服务", chinese) == std::nullopt);

  const std::vector<std::string> ties = {"cat", "car"};
  CHECK(nearest("cas", ties) == "cat");
  const std::vector<std::string> letters = {"a", "b"};
  CHECK(nearest("x", letters) == std::nullopt);
}

TEST_CASE("text: what would steer a terminal is replaced") {
  CHECK(printable("信息 abc") == "信息 abc");
  CHECK(printable("a\x1B[31mb") == "a\uFFFD[31mb");
  CHECK(printable("a\tb\nc\x7F") == "a\uFFFDb\uFFFDc\uFFFD");
  CHECK(printable("\u009B\u202Ex\u2066") == "\uFFFD\uFFFDx\uFFFD");
  CHECK(printable(std::string_view("\0", 1)) == "\uFFFD");
  CHECK(printable("\xFF") == "\uFFFD");
}

TEST_CASE("contains: an empty text is in every text") {
  CHECK(contains("", ""));
  CHECK(contains({}, {}));
  CHECK(contains("abc", {}));
  CHECK(contains("abc", "bc"));
  CHECK_FALSE(contains({}, "a"));
  CHECK_FALSE(contains("ab", "abc"));
}

}  // namespace
}  // namespace gov_report
