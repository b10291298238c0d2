// Files as offices write them, made by iconv: what they are taken for, and
// what is said of those that are damaged or mixed.

#include <doctest/doctest.h>
#include <iconv.h>

#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/text.h"
#include "source/encoding.h"
#include "source/small_pieces.h"
#include "support/dice.h"

namespace gov_report {
namespace {

using Look = DecodingError::Look;

constexpr int kSamples = 300;

std::string in_encoding(const std::string& text, const char* encoding) {
  const iconv_t handle = iconv_open(encoding, "UTF-8");
  if (handle == reinterpret_cast<iconv_t>(-1)) {
    throw std::runtime_error(std::string("no converter to ") + encoding);
  }
  std::string out(text.size() * 4 + 16, ' ');
  char* from = const_cast<char*>(text.data());
  std::size_t from_left = text.size();
  char* to = out.data();
  std::size_t to_left = out.size();
  const std::size_t result = iconv(handle, &from, &from_left, &to, &to_left);
  iconv_close(handle);
  if (result == static_cast<std::size_t>(-1)) {
    throw std::runtime_error("cannot convert to " + std::string(encoding));
  }
  out.resize(out.size() - to_left);
  return out;
}

std::string taken_for(const std::string& bytes, DecodingError& error,
                      std::size_t piece = 1 << 20) {
  SmallPieces stream(bytes, piece);
  const auto encoding = detect_encoding(stream, error);
  return encoding ? encoding_name(*encoding) : "unsure";
}

std::string taken_for(const std::string& bytes) {
  DecodingError error;
  return taken_for(bytes, error);
}

Look look_of(const std::string& bytes) {
  DecodingError error;
  REQUIRE(taken_for(bytes, error) == "unsure");
  return error.look;
}

const std::vector<std::string> kSurnames = {
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
    "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
    "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧",
    "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕",
    "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎"};
const std::vector<std::string> kGiven = {
    "伟",   "芳",   "娜",   "敏",   "静",   "丽",   "强",   "磊",
    "军",   "洋",   "勇",   "艳",   "杰",   "娟",   "涛",   "明",
    "超",   "霞",   "平",   "刚",   "桂英", "建国", "秀兰", "志强",
    "国庆", "淑珍", "海燕", "文博", "子涵", "浩然"};
const std::vector<std::string> kTopics = {
    "征地补偿标准",   "拆迁安置方案", "财政预算", "环评批复",
    "行政处罚决定书", "低保名单",     "招标结果", "土地利用规划",
    "会议纪要",       "学区划分"};
// The same in the full forms that Big5 has.
const std::vector<std::string> kFullForms = {
    "徵地補償標準",   "拆遷安置方案", "財政預算", "環評批覆",
    "行政處罰決定書", "低保名單",     "招標結果", "土地利用規劃",
    "會議紀要",       "學區劃分"};

std::string rows_of(test::Dice& dice, int rows,
                    const std::vector<std::string>& topics, int first = 1) {
  std::string text;
  for (int row = first; row < first + rows; ++row) {
    text += std::to_string(row) + ",2019-03-" + std::to_string(10 + row % 19) +
            "," + dice.pick(kSurnames) + dice.pick(kGiven) + "," +
            dice.pick(topics) + "\r\n";
  }
  return text;
}

std::string ledger_of(test::Dice& dice, int rows) {
  return "编号,收到日期,申请人,申请内容\r\n" + rows_of(dice, rows, kTopics);
}

std::string tiny_of(test::Dice& dice) {
  return "编号,姓名,备注\r\n1," + dice.pick(kSurnames) + dice.pick(kGiven) +
         "\r\n";
}

TEST_CASE("detection: GBK, tiny and of up to 50 rows") {
  test::Dice dice(1);
  for (int i = 0; i < kSamples; ++i) {
    for (const std::string& text : {tiny_of(dice), ledger_of(dice, 1),
                                    ledger_of(dice, 10), ledger_of(dice, 50)}) {
      CAPTURE(text);
      CHECK(taken_for(in_encoding(text, "GBK")) == "gb18030");
      CHECK(taken_for(in_encoding(text, "GB18030")) == "gb18030");
      CHECK(taken_for(text) == "utf-8");
      CHECK(taken_for("\xEF\xBB\xBF" + text) == "utf-8");
    }
  }
}

TEST_CASE("detection: UTF-16 in both orders, with and without mark") {
  test::Dice dice(2);
  for (int i = 0; i < kSamples; ++i) {
    for (const std::string& text :
         {tiny_of(dice), ledger_of(dice, 1), ledger_of(dice, 50)}) {
      CAPTURE(text);
      const std::string little = in_encoding(text, "UTF-16LE");
      const std::string big = in_encoding(text, "UTF-16BE");
      CHECK(taken_for(little) == "utf-16le");
      CHECK(taken_for(big) == "utf-16be");
      CHECK(taken_for("\xFF\xFE" + little) == "utf-16le");
      CHECK(taken_for("\xFE\xFF" + big) == "utf-16be");
    }
  }
  CHECK(taken_for(in_encoding("id,received\n1,2019-03-01\n", "UTF-16LE")) ==
        "utf-16le");
  CHECK(taken_for(in_encoding("id,received\n1,2019-03-01\n", "UTF-16BE")) ==
        "utf-16be");
  // A text of hanzi alone has no zero byte; only the mark tells.
  CHECK(taken_for("\xFF\xFE" + in_encoding("无其他事项。", "UTF-16LE")) ==
        "utf-16le");
  CHECK(taken_for(in_encoding("无其他事项。", "UTF-16LE")) == "unsure");
}

TEST_CASE("detection: Big5 is never taken for anything") {
  test::Dice dice(3);
  for (int i = 0; i < kSamples; ++i) {
    for (const int rows : {1, 10, 50}) {
      std::string text = "編號,收到日期,申請人,申請內容\r\n";
      for (int row = 0; row < rows; ++row) {
        text += std::to_string(row) + ",2019-03-01," + dice.pick(kFullForms) +
                "," + dice.pick(kFullForms) + "\r\n";
      }
      CAPTURE(text);
      CHECK(look_of(in_encoding(text, "BIG5")) == Look::big5);
    }
  }
  CHECK(look_of(in_encoding("編號,收到日期,申請人類型\n", "BIG5")) ==
        Look::big5);
}

TEST_CASE("detection: a line of another encoding is named") {
  test::Dice dice(4);
  for (int i = 0; i < kSamples; ++i) {
    const int above = dice.between(1, 40);
    const int below = dice.between(0, 40);
    const std::string start = ledger_of(dice, above);
    const std::string line = rows_of(dice, 1, kTopics, above + 1);
    const std::string end = rows_of(dice, below, kTopics, above + 2);
    CAPTURE(start);
    CAPTURE(line);
    DecodingError error;
    const std::string gbk_line = in_encoding(line, "GBK");
    REQUIRE(taken_for(start + gbk_line + end, error) == "unsure");
    CHECK(error.look == Look::gbk_line);
    CHECK(error.line == static_cast<std::uint64_t>(above) + 2);
    CHECK(error.offset >= start.size());
    CHECK(error.offset < start.size() + gbk_line.size());

    const std::string gbk = in_encoding(start, "GBK");
    REQUIRE(taken_for(gbk + line + in_encoding(end, "GBK"), error) == "unsure");
    CHECK(error.look == Look::utf8_line);
    CHECK(error.line == static_cast<std::uint64_t>(above) + 2);
    CHECK(error.offset == gbk.size() + line.find_first_of("\xE4\xE5\xE6\xE7"
                                                          "\xE8\xE9"));
  }
}

TEST_CASE("detection: a byte lost or changed is named, or does no harm") {
  test::Dice dice(5);
  for (int i = 0; i < kSamples; ++i) {
    const std::string text = ledger_of(dice, 20);
    const auto at = static_cast<std::size_t>(
        dice.between(0, static_cast<int>(text.size()) - 1));
    std::string damaged = text;
    damaged.erase(at, 1);
    CAPTURE(at);
    DecodingError error;
    const bool ascii = static_cast<unsigned char>(text[at]) < 0x80;
    CHECK(taken_for(damaged, error) == (ascii ? "utf-8" : "unsure"));
    if (!ascii) {
      CHECK(error.offset + 3 > at);
      CHECK(error.offset <= at);
    }
    damaged = text;
    damaged[at] = '\xFF';
    REQUIRE(taken_for(damaged, error) == "unsure");
    CHECK(error.offset + 3 > at);
    CHECK(error.offset <= at);

    damaged = in_encoding(text, "GBK");
    damaged[at % damaged.size()] = '\xFF';
    DecodingError gbk;
    const std::string found = taken_for(damaged, gbk);
    if (found != "gb18030") CHECK(found == "unsure");
  }
}

TEST_CASE("detection: half a unit, half a pair and their places") {
  const std::string text = "编号,上\n1,𠀀\n";  // U+4E0A has a byte 0x0A
  for (const bool little : {true, false}) {
    const std::string bytes =
        in_encoding(text, little ? "UTF-16LE" : "UTF-16BE");
    DecodingError error;
    CHECK(taken_for(bytes.substr(0, bytes.size() - 1), error) == "unsure");
    CHECK(error.look == Look::utf16_cut);
    CHECK(error.offset == bytes.size() - 2);
    CHECK(error.line == 2);
    std::string broken = bytes;
    broken.erase(bytes.size() - 4, 2);  // the second half of the pair
    CHECK(taken_for(broken, error) == "unsure");
    CHECK(error.look == Look::utf16_broken);
    CHECK(error.offset == bytes.size() - 6);
    CHECK(error.line == 2);
    CHECK(error.bytes ==
          (little ? "0x40 0xD8 0x0A 0x00" : "0xD8 0x40 0x00 0x0A"));
  }
}

TEST_CASE("detection: what is no text") {
  CHECK(look_of("PK\x03\x04 and more") == Look::zip);
  CHECK(look_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more") == Look::zip);
  CHECK(look_of(std::string("\xFF\x01\0\0\x80\xF5\0\0", 8)) == Look::binary);
  // A few zero bytes in a plain file are damage, told cell by cell.
  CHECK(taken_for(std::string("id,received\n1,\0\n", 15)) == "utf-8");
  CHECK(taken_for(std::string(100, '\0')) == "utf-8");
}

TEST_CASE("detection: the same in pieces of any size, and over their ends") {
  test::Dice dice(6);
  const std::string text = ledger_of(dice, 9000);  // longer than a piece
  for (const char* encoding : {"UTF-8", "GBK", "UTF-16LE", "UTF-16BE"}) {
    const std::string bytes = in_encoding(text, encoding);
    REQUIRE(bytes.size() > 300'000);
    DecodingError error;
    const std::string whole = taken_for(bytes, error);
    CHECK(taken_for(bytes, error, 4097) == whole);
    const auto found = encoding_of_name(whole);
    REQUIRE(found.has_value());
    const auto stream =
        decoded(std::make_unique<SmallPieces>(bytes, 4097), *found);
    std::string read;
    std::string piece(1000, ' ');
    while (const std::size_t got = stream->read(piece.data(), piece.size())) {
      read.append(piece, 0, got);
    }
    CHECK(read == text);
  }
  const std::string gbk = in_encoding(text, "GBK");
  DecodingError error;
  REQUIRE(taken_for(gbk + "9001,中文的一行\n" + gbk, error) == "unsure");
  CHECK(error.look == Look::utf8_line);
  CHECK(error.line == 9002);
  REQUIRE(taken_for(text + gbk, error) == "unsure");
  CHECK(error.look == Look::gbk_line);
  CHECK(error.line == 9002);
}

TEST_CASE("told: bytes that are not in the encoding are named") {
  const std::string text = "编号,姓名\n1,张三\n";
  const struct {
    std::string bytes;
    Encoding told;
    bool fits;
    std::uint64_t offset;
  } cases[] = {
      {text, Encoding::utf8, true, 0},
      {"\xEF\xBB\xBF" + text, Encoding::utf8, true, 0},
      {text, Encoding::gb18030, false, 0},
      {in_encoding(text, "GBK"), Encoding::gb18030, true, 0},
      {in_encoding(text, "GBK"), Encoding::utf8, false, 0},
      {in_encoding(text, "UTF-16LE"), Encoding::utf16le, true, 0},
      {"\xFF\xFE" + in_encoding(text, "UTF-16LE"), Encoding::utf16le, true, 0},
      {"\xFF\xFE" + in_encoding(text, "UTF-16LE"), Encoding::utf16be, false, 0},
      {"\xEF\xBB\xBF" + text, Encoding::gb18030, false, 0},
      {in_encoding(text, "UTF-16BE") + "x", Encoding::utf16be, false, 22},
      {"", Encoding::utf16le, true, 0},
      {"a\n", Encoding::utf16le, false, 0},
      {"a\n", Encoding::gb18030, true, 0},
      {text, Encoding::utf16be, false, 22},  // odd in length
      // Rare characters are nobody's fault when the encoding is known.
      {"\xE6\xC3\xE6\xC4", Encoding::gb18030, true, 0},
  };
  for (const auto& [bytes, told, fits, offset] : cases) {
    CAPTURE(bytes);
    DecodingError error;
    SmallPieces stream(bytes, 7);
    CHECK(is_in_encoding(stream, told, error) == fits);
    if (fits) continue;
    CHECK(error.look == Look::not_as_told);
    CHECK(error.told == told);
    CHECK(error.offset == offset);
  }
}

}  // namespace
}  // namespace gov_report
