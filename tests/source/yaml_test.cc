#include "source/yaml.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace gov_report {
namespace {

/// A node as one line: mappings {k: v}, sequences [a], quoted scalars "x".
std::string shown(const YamlNode& node) {
  if (node.kind == YamlNode::Kind::scalar) {
    return node.quoted ? '"' + node.text + '"' : node.text;
  }
  std::string out;
  for (const auto& item : node.items) {
    out += (out.empty() ? "" : ", ") + shown(item);
  }
  for (const auto& [key, value] : node.entries) {
    out += (out.empty() ? "" : ", ") + shown(key) + ": " + shown(value);
  }
  return node.kind == YamlNode::Kind::mapping ? "{" + out + "}"
                                              : "[" + out + "]";
}

std::string place(Position at) {
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

TEST_CASE("yaml: good texts") {
  const struct {
    std::string text;
    const char* expected;
  } cases[] = {
      {"", "{}"},
      {"# only a comment\n", "{}"},
      {"\n\n", "{}"},
      {"---\n", ""},
      {"a: 1", "{a: 1}"},
      {"%YAML 1.2\n---\na: 1\n", "{a: 1}"},
      {"\xEF\xBB\xBF"
       "a: 1\r\nb: 2\r\n",
       "{a: 1, b: 2}"},
      {"a: 1\rb: 2\r", "{a: 1, b: 2}"},
      {"a:\nb: ~\nc: null\n", "{a: , b: ~, c: null}"},
      {"a: 010\nb: 0x10\nc: yes\nd: 1.50\n",
       "{a: 010, b: 0x10, c: yes, d: 1.50}"},
      {"- 1\n- [2, '3']\n- {a: \"4\"}\n", "[1, [2, \"3\"], {a: \"4\"}]"},
      {"单位: 某局 # 说明\n", "{单位: 某局}"},
      {"a: |\n  x\n  y\nb: >\n  p\n  q\n", "{a: x\ny\n, b: p q\n}"},
      {"a: \"中\n  文\"\n", "{a: \"中 文\"}"},
      {"a: {\n  b: 1\n}\n", "{a: {b: 1}}"},
      {"{\"a\": [1, 2.5, null, \"x\\u4e2d\"], \"b\": {\"c\": \"d\\/e\"}}",
       "{\"a\": [1, 2.5, null, \"x中\"], \"b\": {\"c\": \"d/e\"}}"},
      {"{\n\t\"a\": \"\\U0001f600\"\n}\n", "{\"a\": \"😀\"}"},
      {"holds: new + carried_over = resolved\n",
       "{holds: new + carried_over = resolved}"},
      {"a: ''\nb: \"\"\n", "{a: \"\", b: \"\"}"},
      {"a: 1\n...\n", "{a: 1}"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    YamlError error;
    const auto node = parse_yaml(text, error);
    CAPTURE(error.variant);
    CAPTURE(error.detail);
    REQUIRE(node);
    CHECK(shown(*node) == expected);
  }
}

TEST_CASE("yaml: bad texts, with the place and the kind of the fault") {
  const struct {
    std::string text;
    const char* at;
    const char* variant;
    const char* detail;
  } cases[] = {
      {"a: \"未闭合\nb: 1\n", "1:4", "unclosed-quote", ""},
      {"a: 1\nb:\n  中: 'x\n  d: 'y'\n", "3:6", "unclosed-quote", ""},
      {"a: 1\nb: \"x", "2:4", "unclosed-quote", ""},
      {"a: 1\nb: 2\na: 3\n", "3:1", "duplicate-key", "a"},
      {"{中: 1, 文: 2, 中: 3}", "1:14", "duplicate-key", "中"},
      {"\"a\": 1\na: 2\n", "2:1", "duplicate-key", "a"},
      {"a:\n\tb: 1\n", "2:1", "tab", ""},
      {"a:\n  b: 1\n\tc: 2\n", "3:1", "tab", ""},
      {"中文: &x 1\n", "1:5", "alias", ""},
      {"a: *x\n", "1:4", "alias", ""},
      {"*x : 1\n", "1:1", "alias", ""},
      {"a: &x\nb: 1\n", "1:4", "alias", ""},
      {"a: !!str 1\n", "1:4", "tag", ""},
      {"a: !t\n", "1:4", "tag", ""},
      {"!t {a: 1}", "1:1", "tag", ""},
      {"a: 1\n---\nb: 2\n", "2:1", "several-documents", ""},
      {"a: [1, 2\nb: 3\n", "2:2", "syntax", "did not find expected ',' or ']'"},
      {"{\"a\": 1\n \"b\": 2}", "2:5", "syntax",
       "did not find expected ',' or '}'"},
      {"a: 1\nb: {c: 1\n", "2:4", "unclosed-bracket", ""},
      {"{", "1:1", "unclosed-bracket", ""},
      {"a: b: c\n", "1:5", "colon-in-value", ""},
      {"a: 1\n b: 2\n", "2:3", "indentation", ""},
      {"{\"a\": \"b,\n \"c\": 1}", "1:7", "unclosed-quote", ""},
      {"? [1, 2]\n: 3\n", "1:3", "key-not-text", ""},
      {"a: \xFF\n", "1:4", "encoding", ""},
      {std::string("甲: 1\n乙: \0", 14), "2:4", "control-character", ""},
      {"a: x\x01y\n", "1:5", "control-character", ""},
      {"a: @x\n", "1:4", "syntax",
       "found character that cannot start any token"},
      {"a: \"x\\qz\"\n", "1:6", "syntax", "found unknown escape character"},
      {"\"\\ud83d\\ude00\"", "1:4", "syntax",  // halves, as in JSON
       "found invalid Unicode character escape code"},
      {"- a\nb: c\n", "2:1", "syntax", "did not find expected '-' indicator"},
  };
  for (const auto& [text, at, variant, detail] : cases) {
    CAPTURE(text);
    YamlError error;
    CHECK_FALSE(parse_yaml(text, error));
    CHECK(error.variant == variant);
    CHECK(place(error.at) == at);
    CHECK(error.detail == detail);
  }
}

TEST_CASE("yaml: every value has its place, counted in characters") {
  YamlError error;
  const auto root = parse_yaml(
      "单位: 某局\n联系: {电话: '1', 邮箱: }\n说明: |\n  两行\n空:\n", error);
  REQUIRE(root);
  CHECK(place(root->at) == "1:1");
  CHECK(place(root->entries[0].first.at) == "1:1");
  CHECK(place(root->find("单位")->at) == "1:5");
  const YamlNode* contact = root->find("联系");
  REQUIRE(contact != nullptr);
  CHECK(place(contact->at) == "2:5");
  CHECK(place(contact->find("电话")->at) == "2:10");
  CHECK(place(contact->entries[1].first.at) == "2:15");
  CHECK(place(contact->find("邮箱")->at) == "2:17");
  CHECK(contact->find("邮箱")->is_null());
  CHECK(contact->find("电话")->quoted);
  CHECK(place(root->find("说明")->at) == "3:5");
  CHECK(place(root->find("空")->at) == "5:2");
  CHECK(root->find("无") == nullptr);
  CHECK(root->find("单位")->find("x") == nullptr);
}

TEST_CASE("yaml: null is an unquoted ~, null or nothing") {
  YamlError error;
  const auto root = parse_yaml("[~, null, , '~', 'null', '', NULL]", error);
  CHECK_FALSE(root);  // two commas with nothing between are no value
  const auto list = parse_yaml("[~, null, '~', 'null', '', x]", error);
  REQUIRE(list);
  std::string nulls;
  for (const auto& item : list->items) nulls += item.is_null() ? 'n' : '.';
  CHECK(nulls == "nn....");
}

TEST_CASE("yaml: 32 levels are read, one more is refused") {
  YamlError error;
  const std::string deepest(32, '[');
  CHECK(parse_yaml(deepest + std::string(32, ']'), error));
  CHECK_FALSE(parse_yaml(deepest + "[1]" + std::string(32, ']'), error));
  CHECK(error.variant == "depth");
  CHECK(place(error.at) == "1:33");
  CHECK(error.detail == "32");
}

TEST_CASE("yaml: nesting bombs are refused at once") {
  std::string dashes;
  for (int i = 0; i < 100000; ++i) dashes += "- ";
  for (const std::string& bomb : {std::string(200000, '['), dashes}) {
    YamlError error;
    CHECK_FALSE(parse_yaml(bomb, error));
    CHECK(error.variant == "depth");
  }
}

TEST_CASE("yaml: lines are those of an editor, also where YAML sees others") {
  YamlError error;  // U+2028 and U+0085 end lines in YAML 1.1
  const auto root = parse_yaml(
      "\xEF\xBB\xBF"
      "a: 'x\xE2\x80\xA8 y'\r\nb: [中, \"\xC2\x85\", z]\rc: 1\n"
      "d:\n- e: 1\n  f:\n- g:\n",
      error);
  REQUIRE(root);
  CHECK(place(root->find("a")->at) == "1:4");
  CHECK(place(root->find("b")->at) == "2:4");
  CHECK(place(root->find("b")->items[2].at) == "2:13");
  CHECK(place(root->entries[2].first.at) == "3:1");
  const YamlNode* list = root->find("d");
  REQUIRE(list != nullptr);
  CHECK(place(list->items[0].find("f")->at) == "6:4");
  CHECK(place(list->items[1].find("g")->at) == "7:4");
}

TEST_CASE("yaml: texts that have broken other parsers are only refused") {
  YamlError error;
  CHECK_FALSE(parse_yaml("? \\% \\%b---  \",: \t- ", error));
  CHECK_FALSE(parse_yaml("? a\n\t:\t\t- b", error));
}

TEST_CASE("yaml: the finding of a fault shows its line") {
  const std::string text = "甲: 1\r\n乙: @x\r\n";
  YamlError error;
  REQUIRE_FALSE(parse_yaml(text, error));
  const Finding finding = yaml_finding(error, "counts/2019.yaml", text);
  CHECK(finding.rule == "yaml-error");
  CHECK(finding.variant == "syntax");
  CHECK(finding.severity.value_or(Severity::error) == Severity::error);
  CHECK(finding.place.file == "counts/2019.yaml");
  CHECK(place(finding.place.at) == "2:4");
  CHECK(finding.place.excerpt == "乙: @x");
  REQUIRE(finding.arguments.size() == 1);
  CHECK(finding.arguments[0].name == "detail");
}

}  // namespace
}  // namespace gov_report
