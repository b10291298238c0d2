#include "source/ledger_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "base/temporary_folder.h"
#include "base/text.h"
#include "source/text_file.h"
#include "source/yaml.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

fs::path file_in(const TemporaryFolder& folder, const std::string& name,
                 const std::string& bytes) {
  put_file(folder / name, bytes);
  return folder / name;
}

/// "rule/variant 3:0 name=value …" for each.
struct Findings {
  std::string text;
  FindingSink sink = [this](const Finding& finding) {
    CHECK(finding.place.file == "shown");
    text += finding.rule + "/" + finding.variant + " " +
            std::to_string(finding.place.at.line) + ":" +
            std::to_string(finding.place.at.column);
    for (const auto& argument : finding.arguments) {
      text += " " + argument.name + "=" + argument.value.en;
    }
    text += "\n";
  };
};

/// Of characters of the basic plane.
std::string utf16le(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    out += static_cast<char>(c & 0xFF);
    out += static_cast<char>(c >> 8);
  }
  return out;
}

TEST_CASE("open_ledger: by extension, in UTF-8, GBK and UTF-16") {
  const TemporaryFolder folder;
  const std::string gbk_csv =
      "\xB1\xE0\xBA\xC5,\xD0\xD5\xC3\xFB\r\n1,\xD5\xC5\xC8\xFD\r\n";
  const std::string gbk_yaml =
      "- \xB1\xE0\xBA\xC5: 1\n  \xD0\xD5\xC3\xFB: \xD5\xC5\xC8\xFD\n";
  const struct {
    const char* name;
    std::string bytes;
  } cases[] = {
      {"a.csv", "编号,姓名\n1,张三\n"},
      {"a.CSV", "\xEF\xBB\xBF编号,姓名\n1,张三\n"},
      {"b.tsv", "编号\t姓名\n1\t张三\n"},
      {"c.csv", gbk_csv},
      {"d.yaml", "- 编号: 1\n  姓名: 张三\n"},
      {"e.yml", "\xEF\xBB\xBF- {编号: 1, 姓名: 张三}\n"},
      {"f.yaml", gbk_yaml},
      {"g.csv", "\xFF\xFE" + utf16le("编号,姓名\n1,张三\n")},
      {"h.tsv", utf16le("编号\t姓名\n1\t张三\n")},
      {"i.yaml", utf16le("- 编号: 1\n  姓名: 张三\n")},
  };
  for (const auto& [name, bytes] : cases) {
    CAPTURE(name);
    Findings findings;
    const auto rows =
        open_ledger(file_in(folder, name, bytes), "shown", findings.sink);
    REQUIRE(rows);
    Row row;
    REQUIRE(rows->next(row));
    REQUIRE(rows->columns().size() == 2);
    CHECK(rows->columns()[0].name == "编号");
    CHECK(rows->columns()[1].name == "姓名");
    CHECK(row.fields[0].text == "1");
    CHECK(row.fields[1].text == "张三");
    CHECK_FALSE(rows->next(row));
    CHECK(findings.text == "");
  }
}

TEST_CASE("open_ledger: files that cannot be read") {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "folder.csv");
  const struct {
    const char* name;
    const char* bytes;  // nullptr: not written
    const char* expected;
  } cases[] = {
      {"none.csv", nullptr, "file-missing/ 0:0 file=shown\n"},
      {"none.yaml", nullptr, "file-missing/ 0:0 file=shown\n"},
      {"none.xlsx", nullptr, "file-missing/ 0:0 file=shown\n"},
      {"folder.csv/x.csv", nullptr, "file-missing/ 0:0 file=shown\n"},
      {"folder.csv", nullptr,
       "file-unreadable/ 0:0 file=shown reason=Is a directory errno=21\n"},
      {"a.xlsx", "PK",
       "unreadable-workbook/not-a-workbook 0:0 file=shown detail=Not a zip "
       "archive\n"},
      {"b.xlsx", "",
       "unreadable-workbook/not-a-workbook 0:0 file=shown "
       "detail=\n"},
      {"c.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 Workbook",
       "unreadable-workbook/old-format 0:0 file=shown detail=\n"},
      {"a.xls", "x",
       "unknown-file-type/spreadsheet 0:0 file=shown extension=.xls\n"},
      {"a.et", "x",
       "unknown-file-type/spreadsheet 0:0 file=shown extension=.et\n"},
      {"a.ods", "x",
       "unknown-file-type/spreadsheet 0:0 file=shown extension=.ods\n"},
      {"a.txt", "x", "unknown-file-type/ 0:0 file=shown extension=.txt\n"},
      {"a", "x", "unknown-file-type/ 0:0 file=shown extension=\n"},
      {"e.csv", "", "empty-file/ 0:0 file=shown\n"},
      {"f.csv", "\xEF\xBB\xBF\r\n , \r\n", "empty-file/ 0:0 file=shown\n"},
      {"e.yaml", "", "empty-file/ 0:0 file=shown\n"},
      {"f.yml", " \n\n", "empty-file/ 0:0 file=shown\n"},
      {"g.csv", "a\nb\n\xFF\n",
       "invalid-encoding/ 3:0 offset=4 line=3 bytes=0xFF 0x0A\n"},
      {"g.yaml", "- a: 1\n- a: \xFF\n",
       "invalid-encoding/ 2:0 offset=12 line=2 bytes=0xFF 0x0A\n"},
      {"h.csv", "\xFF\xFE\x31\x4E,",
       "invalid-encoding/utf-16-cut 1:0 offset=4 line=1 bytes=0x2C\n"},
      {"h.yaml", "\xFE\xFF\xDC\x01\x4E\x31",
       "invalid-encoding/utf-16-broken 1:0 offset=2 line=1 bytes=0xDC 0x01 "
       "0x4E 0x31\n"},
  };
  for (const auto& [name, bytes, expected] : cases) {
    CAPTURE(name);
    if (bytes != nullptr) file_in(folder, name, bytes);
    Findings findings;
    CHECK(open_ledger(folder.path() / name, "shown", findings.sink) == nullptr);
    CHECK(findings.text == expected);
  }
}

TEST_CASE("open_ledger: a header that cannot be read gives no rows") {
  const TemporaryFolder folder;
  Findings findings;
  CHECK(open_ledger(file_in(folder, "a.csv", "a,\"b\n1,2\n"), "shown",
                    findings.sink) == nullptr);
  CHECK(findings.text == "unclosed-quote/header 1:3 line=1\n");
}

TEST_CASE("read_yaml_file: the tree, or one finding") {
  const TemporaryFolder folder;
  Findings findings;
  const auto node = read_yaml_file(
      file_in(folder, "a.yaml", "\xB5\xA5\xCE\xBB: \xC4\xB3\xBE\xD6\n"),
      "shown", findings.sink);
  REQUIRE(node);
  REQUIRE(node->find("单位") != nullptr);
  CHECK(node->find("单位")->text == "某局");
  CHECK(findings.text == "");

  CHECK_FALSE(
      read_yaml_file(folder.path() / "no.yaml", "shown", findings.sink));
  CHECK(findings.text == "file-missing/ 0:0 file=shown\n");
  findings.text.clear();
  CHECK_FALSE(read_yaml_file(file_in(folder, "b.yaml", "a: 1\na: 2\n"), "shown",
                             findings.sink));
  CHECK(findings.text == "yaml-error/duplicate-key 2:1 detail=a\n");
  findings.text.clear();
  CHECK_FALSE(read_yaml_file(folder.path(), "shown", findings.sink));
  CHECK(findings.text ==
        "file-unreadable/ 0:0 file=shown reason=Is a directory errno=21\n");
}

TEST_CASE("read_text_file: a file of the limit is read, a longer one is not") {
  const TemporaryFolder folder;
  Findings findings;
  CHECK(read_text_file(file_in(folder, "a", "12345"), "shown", 5,
                       findings.sink) == "12345");
  CHECK(findings.text == "");
  CHECK_FALSE(read_text_file(file_in(folder, "b", "123456"), "shown", 5,
                             findings.sink));
  CHECK(findings.text == "file-too-large/ 0:0 file=shown limit=5\n");
}

}  // namespace
}  // namespace gov_report
