#include "base/json_writer.h"

#include <doctest/doctest.h>

namespace gov_report {
namespace {

TEST_CASE("json: true and false are no numbers") {
  JsonWriter json;
  json.object();
  json.key("a").boolean(true);
  json.key("b").boolean(false);
  json.end();
  CHECK(json.take() == "{\n  \"a\": true,\n  \"b\": false\n}");
}

TEST_CASE("json: nesting, order and indentation are as written") {
  JsonWriter json;
  json.object();
  json.key("schema").value("gov-report/report/1");
  json.key("year").value(2019);
  json.key("cells").object();
  json.key("b").value(Decimal::parse("7539.443252").value());
  json.key("a").null();
  json.end();
  json.key("list").array().value("x").value(-8).array().end().end();
  json.key("none").object().end();
  json.end();
  CHECK(json.take() == R"({
  "schema": "gov-report/report/1",
  "year": 2019,
  "cells": {
    "b": 7539.443252,
    "a": null
  },
  "list": [
    "x",
    -8,
    []
  ],
  "none": {}
})");
}

TEST_CASE("json: a list of objects") {
  JsonWriter json;
  json.array();
  json.object().key("n").value(1).end();
  json.object().key("n").value(2).end();
  json.end();
  CHECK(json.take() == "[\n  {\n    \"n\": 1\n  },\n  {\n    \"n\": 2\n  }\n]");
}

TEST_CASE("json: a writer can be used again after take()") {
  JsonWriter json;
  CHECK(json.value("a").take() == "\"a\"");
  CHECK(json.array().value(1).end().take() == "[\n  1\n]");
}

TEST_CASE("json writer: what has been written can be taken away early") {
  JsonWriter json;
  json.object().key("a").array().value(Decimal(1));
  const std::string first = json.drain();
  json.value(Decimal(2));
  const std::string second = json.drain();
  json.end().end();
  CHECK(first + second + json.take() == "{\n  \"a\": [\n    1,\n    2\n  ]\n}");
}

TEST_CASE("json: text is quoted, and Chinese text stays readable") {
  CHECK(json_quoted("") == "\"\"");
  CHECK(json_quoted("信息公开") == "\"信息公开\"");
  CHECK(json_quoted("a\"b\\c/d") == R"("a\"b\\c/d")");
  CHECK(json_quoted("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(json_quoted(std::string_view("\0\x1F\x1B", 3)) ==
        R"("\u0000\u001f\u001b")");
  JsonWriter json;
  CHECK(json.object().key("a\n").value("\"").end().take() ==
        "{\n  \"a\\n\": \"\\\"\"\n}");
}

}  // namespace
}  // namespace gov_report
