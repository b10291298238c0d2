// A file read in pieces gives what the careful reader gives: rows, lines,
// places, findings. Where they part, one of them is wrong.

#include "source/csv_file.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/properties.h"

namespace gov_report {
namespace {

/// CSV as offices have it, and what can be wrong with it.
class Generator {
 public:
  explicit Generator(unsigned seed, bool faults)
      : random_(seed), faults_(faults) {}

  std::string file() {
    line_end_ = one_of(2) ? "\n" : "\r\n";
    std::string text = "id,name,note" + line_end_;
    const unsigned rows = one_of(12);
    for (unsigned i = 0; i < rows; ++i) text += row();
    if (one_of(4) == 0 && text.ends_with(line_end_)) {
      text.resize(text.size() - line_end_.size());
    }
    return text;
  }

 private:
  unsigned one_of(unsigned count) {
    return std::uniform_int_distribution<unsigned>(0, count - 1)(random_);
  }

  std::string row() {
    if (one_of(15) == 0) return one_of(2) ? line_end_ : " , ," + line_end_;
    std::string text;
    const unsigned fields = one_of(10) == 0 ? one_of(6) + 1 : 3;
    for (unsigned f = 0; f < fields; ++f) {
      if (f > 0) text += ',';
      text += field();
    }
    return text + line_end_;
  }

  std::string field() {
    const unsigned kind = one_of(faults_ ? 24 : 12);
    switch (kind) {
      case 0:
        return "\"a,b\"";
      case 1:
        return "\"a\"\"b\"";
      case 2:
        return "\"two" + line_end_ + "lines\"";
      case 3:
        return "\"\"";
      case 4:
        return "";
      case 5:
        return "\"\"\"\"";
      case 6:
        return "\u7532\u4E59";
      case 7:
        return "\"\u7532,\u4E59\"\"\u4E19\"";
      case 12:
        return "a\"b";
      case 13:
        return "\"a\"b";
      case 14:
        return "\"open";
      case 15:
        return "\"a\" ";
      case 16:
        return std::string("nul\0", 4);
      case 17:
        return "\"a\"\rb";
      case 18:
        return "\"two" + line_end_ + "\"x";
      case 19:
        return std::string(300, 'l');
      case 20:
        return "a\"\"b";
      default:
        return std::string(one_of(9), 'x');
    }
  }

  std::mt19937 random_;
  bool faults_;
  std::string line_end_;
};

TEST_CASE("CSV in pieces: the same as with care, well-formed and broken") {
  std::size_t with_rows = 0;
  for (unsigned seed = 0; seed < 6000; ++seed) {
    const std::string text = Generator(seed, seed % 2 == 1).file();
    const std::string expected = test::careful_reading(text);
    if (expected.find("<") != std::string::npos) ++with_rows;
    for (const std::size_t size : {std::size_t{40}, std::size_t{130},
                                   std::size_t{1000}, CsvPieces::kPiece}) {
      INFO("seed ", seed, ", pieces of ", size, ":\n", text);
      REQUIRE(test::reading_in_pieces(text, false, size) == expected);
    }
  }
  CHECK(with_rows > 4000);
}

TEST_CASE("CSV in pieces: GB18030 has the places of its UTF-8") {
  const std::string text =
      "\u7F16\u53F7,\u59D3\u540D\n1,\u7532\u4E59\n"
      "2,\"\u4E19,\"\"\u4E01\n\u620A\"\n3,\u5DF1,\u5E9A\n4,x\n";
  // The same in GB18030, from its code table.
  const std::string gb =
      "\xB1\xE0\xBA\xC5,\xD0\xD5\xC3\xFB\n1,\xBC\xD7\xD2\xD2\n"
      "2,\"\xB1\xFB,\"\"\xB6\xA1\n\xCE\xEC\"\n3,\xBC\xBA,\xB8\xFD\n4,x\n";
  for (const std::size_t size : {std::size_t{20}, std::size_t{1000}}) {
    CHECK(test::reading_in_pieces(gb, true, size) ==
          test::careful_reading(text));
  }
}

/// The hanzi of Generator in GB18030.
std::string in_gb18030(std::string text) {
  const std::pair<std::string_view, std::string_view> kHanzi[] = {
      {"\u7532", "\xBC\xD7"}, {"\u4E59", "\xD2\xD2"}, {"\u4E19", "\xB1\xFB"}};
  for (const auto& [utf8, gb] : kHanzi) {
    for (std::size_t at = 0; (at = text.find(utf8, at)) != std::string::npos;) {
      text.replace(at, utf8.size(), gb);
    }
  }
  return text;
}

TEST_CASE("CSV in pieces: GB18030 that is broken reads as its UTF-8 does") {
  for (unsigned seed = 0; seed < 1000; ++seed) {
    const std::string text = Generator(seed, true).file();
    const std::string expected = test::careful_reading(text);
    for (const std::size_t size : {std::size_t{40}, CsvPieces::kPiece}) {
      INFO("seed ", seed, ", pieces of ", size, ":\n", text);
      REQUIRE(test::reading_in_pieces(in_gb18030(text), true, size) ==
              expected);
    }
  }
}

TEST_CASE("CSV in pieces: an odd quote costs one record, not the rest") {
  std::string text;
  for (int i = 0; i < 30'000; ++i) {
    text += std::to_string(i) + ",\"a, b\",some words of text here\n";
    if (i % 1000 == 0) text += "5\" tube,\"open,\"a\"b\n";
  }
  text += "1,\"never closed,x\n";  // and no quote for more than a MiB
  while (text.size() < 4 << 20) text += "1,2,three words of text\n";
  text += "1,\"open at the end,x\n1,2,3";
  for (const std::size_t size : {std::size_t{5000}, CsvPieces::kPiece}) {
    CsvPieces pieces(open_memory(text), {}, ',', size);
    CsvPiece piece;
    std::size_t read = 0;
    while (pieces.take(piece)) read += piece.size;
    CHECK(pieces.ended());
    CHECK(read == text.size() + 1);  // with the line end that it lacks
  }
  const std::string whole = "id,name,note\n" + text;
  CHECK(test::reading_in_pieces(whole, false, CsvPieces::kPiece) ==
        test::careful_reading(whole));
}

TEST_CASE("CSV in pieces: a byte order mark, blank lines before the header") {
  const std::string text = "\xEF\xBB\xBF\n , ,\nid,\"na\nme\"\n1,2\n";
  CHECK(test::reading_in_pieces(text, false, 100) ==
        "[id 3:1][na\nme 3:4]\n5: <1> 5:1~1|1,2| <2> 5:3~1|1,2|\n0\n");
}

TEST_CASE("CSV in pieces: lines that end in CR alone have none") {
  CHECK(test::reading_in_pieces("id,name\r1,2\r", false, 100) == "no pieces");
}

}  // namespace
}  // namespace gov_report
