// What the compiler does not check: which layer may include which, where
// third-party libraries are used, and that the law stays out of the code.

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "paths.h"
#include "system/program.h"

using namespace gov_report::test;

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kLayers = {
    "base",      "source",   "schema", "ledger",   "tally",
    "narrative", "import",   "check",  "document", "write",
    "workspace", "pipeline", "cli"};

/// Layers that may use fewer than those before them.
const std::map<std::string, std::set<std::string>> kOnly = {
    {"write", {"base", "document", "write"}},
    {"document",
     {"base", "source", "schema", "ledger", "tally", "narrative", "import",
      "document"}}};

/// Where each library is at home.
const std::map<std::string, std::set<std::string>> kLibraries = {
    {"yaml.h", {"lib/source/yaml_events.cc"}},
    {"glpk.h", {"lib/check/fewest_changes.cc"}},
    {"xlsxwriter.h", {"lib/write/xlsx_file.cc"}},
    {"nettle/sha2.h", {"lib/base/sha256.cc"}},
    {"expat.h", {"lib/source/xml_events.cc"}},
    {"gumbo.h",
     {"lib/import/html_elements.h", "lib/import/html_looks.h",
      "lib/import/html_page.cc"}},
    {"hwy/foreach_target.h", {"lib/source/csv_index.cc"}},
    {"hwy/highway.h", {"lib/source/csv_index.cc"}},
    {"zip.h", {"lib/source/zip_archive.cc"}},
    {"iconv.h", {"lib/source/gb18030.cc"}},
    {"re2/re2.h", {"lib/base/pattern.cc"}},
    {"re2/set.h", {"lib/base/pattern.cc"}},
    {"simdjson.h", {"lib/base/utf8_check.cc", "lib/pipeline/part_json.h"}},
    {"CLI/CLI.hpp", {"cli/command_line.cc"}}};

const std::set<std::string> kPosix = {"fcntl.h",  "glob.h",  "poll.h",
                                      "signal.h", "spawn.h", "unistd.h"};

/// Everywhere.
const std::regex kCommon("fmt/[a-z]+\\.h");

struct Include {
  std::string file;
  int line = 0;
  std::string target;
  bool quoted = false;
};

std::vector<std::string> sources() {
  std::vector<std::string> files;
  for (const char* top : {"lib", "cli"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(SOURCE_ROOT) / top)) {
      const std::string ending = entry.path().extension().string();
      if (ending == ".h" || ending == ".cc") {
        files.push_back(fs::relative(entry.path(), SOURCE_ROOT).string());
      }
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Include> includes() {
  static const std::regex kInclude(
      "\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"].*");
  std::vector<Include> found;
  for (const std::string& file : sources()) {
    std::istringstream in(text_of(fs::path(SOURCE_ROOT) / file));
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      std::smatch match;
      if (!std::regex_match(line, match, kInclude)) continue;
      found.push_back({file, number, match[2], match[1] == "\""});
    }
  }
  return found;
}

std::string layer_of(const std::string& file) {
  if (file.starts_with("cli/")) return "cli";
  const std::string inside = file.substr(4);
  return inside.substr(0, inside.find('/'));
}

/// The layer of what a file includes; "" for the build's own headers.
std::string layer_included(const Include& include) {
  const std::size_t slash = include.target.find('/');
  if (slash != std::string::npos) return include.target.substr(0, slash);
  return layer_of(include.file) == "cli" ? "cli" : "";
}

/// What is wrong with an include of ours; "" if nothing.
std::string complaint(const std::string& from, const std::string& to) {
  const auto place = std::find(kLayers.begin(), kLayers.end(), from);
  const auto other = std::find(kLayers.begin(), kLayers.end(), to);
  if (place == kLayers.end()) return from + " is no layer";
  if (other == kLayers.end()) return "'" + to + "' is no layer";
  if (other > place) return from + " stands before " + to;
  const auto only = kOnly.find(from);
  if (only != kOnly.end() && !only->second.contains(to)) {
    return from + " must not know " + to;
  }
  return "";
}

/// The source without comments; strings stay.
std::string without_comments(const std::string& text) {
  std::string out;
  char quote = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (quote == 0 && text.compare(at, 2, "//") == 0) {
      at = std::min(text.find('\n', at), text.size() - 1);
    } else if (quote == 0 && text.compare(at, 2, "/*") == 0) {
      at = std::min(text.find("*/", at + 2), text.size() - 2) + 1;
      continue;
    } else if (quote != 0 && text[at] == '\\') {
      out += text[at++];
    } else if (text[at] == quote) {
      quote = 0;
    } else if (quote == 0 && text[at] == '"') {
      quote = '"';
    } else if (quote == 0 && text[at] == '\'' &&
               (at == 0 ||
                isalnum(static_cast<unsigned char>(text[at - 1])) == 0)) {
      quote = '\'';
    }
    out += text[at];
  }
  return out;
}

/// Whether UTF-8 text has a character of U+2E80 to U+9FFF, of the
/// compatibility blocks at U+F900 and U+FF00, or of the planes above.
bool has_chinese(std::string_view text) {
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const auto byte = [&](std::size_t i) {
      return static_cast<unsigned char>(text[at + i]);
    };
    if (byte(0) >= 0xf0) return true;
    if (byte(0) < 0xe2) continue;
    const unsigned letter = ((byte(0) & 0xfU) << 12U) |
                            ((byte(1) & 0x3fU) << 6U) | (byte(2) & 0x3fU);
    const bool is_it = (letter >= 0x2e80 && letter <= 0x9fff) ||
                       (letter >= 0xf900 && letter <= 0xfaff) ||
                       (letter >= 0xff00 && letter <= 0xffef);
    if (is_it && byte(0) < 0xf0) return true;
  }
  return false;
}

}  // namespace

TEST_SUITE_BEGIN("source-tree");

TEST_CASE("these tests see what they look for") {
  CHECK(complaint("base", "source") == "base stands before source");
  CHECK(complaint("write", "tally") == "write must not know tally");
  CHECK(complaint("document", "check") == "document must not know check");
  CHECK(complaint("write", "write") == "");
  CHECK(complaint("cli", "pipeline") == "");
  CHECK(complaint("base", "utils") == "'utils' is no layer");
  CHECK(has_chinese("\"申请\""));
  CHECK(has_chinese("（"));
  CHECK_FALSE(has_chinese("§ … “quoted” — ·"));
  CHECK(without_comments("a /* 申 */ b // 请\nc") == "a  b \nc");
  CHECK(without_comments("\"// 申\" '\"' // 请\n") == "\"// 申\" '\"' \n");
  CHECK(without_comments("1'000 \"//\"") == "1'000 \"//\"");
  CHECK(includes().size() > 300);
}

TEST_CASE("a layer includes only layers before it") {
  for (const Include& include : includes()) {
    if (!include.quoted) continue;
    const std::string to = layer_included(include);
    CAPTURE(include.file);
    CAPTURE(include.line);
    CAPTURE(include.target);
    CHECK(complaint(layer_of(include.file), to) == "");
  }
}

// Two classes of one name link without a word, and one program then has the
// functions of either for both.
TEST_CASE("no two headers define a class of one name") {
  std::map<std::string, std::string> homes;
  const std::regex definition("^(?:struct|class) (\\w+)[^;]*[{:]");
  for (const char* top : {"lib", "cli"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(SOURCE_ROOT) / top)) {
      if (entry.path().extension() != ".h") continue;
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        std::smatch match;
        if (!std::regex_search(line, match, definition)) continue;
        const auto [home, is_new] =
            homes.emplace(match[1], entry.path().string());
        CAPTURE(home->second);
        CAPTURE(entry.path());
        CHECK((is_new || home->second == entry.path().string()));
      }
    }
  }
  CHECK(homes.size() > 200);
}

TEST_CASE("every included header of ours is there") {
  for (const Include& include : includes()) {
    if (!include.quoted) continue;
    // Made by the build.
    if (include.target == "version.h") continue;
    CAPTURE(include.file);
    CAPTURE(include.target);
    const fs::path top = SOURCE_ROOT;
    CHECK((fs::exists(top / "lib" / include.target) ||
           fs::exists(top / "cli" / include.target)));
  }
}

TEST_CASE("a library is included where it is at home and nowhere else") {
  std::map<std::string, std::set<std::string>> users;
  for (const Include& include : includes()) {
    if (include.quoted) continue;
    const bool is_language = include.target.find('.') == std::string::npos;
    const bool is_system =
        kPosix.contains(include.target) || include.target.starts_with("sys/");
    const bool known = kLibraries.contains(include.target) ||
                       std::regex_match(include.target, kCommon);
    CAPTURE(include.file);
    CAPTURE(include.target);
    CHECK((is_language || is_system || known));
    if (kLibraries.contains(include.target)) {
      users[include.target].insert(include.file);
    }
  }
  for (const auto& [header, homes] : kLibraries) {
    CAPTURE(header);
    CHECK(users[header] == homes);
  }
}

TEST_CASE("no code holds Chinese text: it stands in the data files") {
  for (const std::string& file : sources()) {
    const std::string code =
        without_comments(text_of(fs::path(SOURCE_ROOT) / file));
    std::istringstream in(code);
    for (std::string line; std::getline(in, line);) {
      CAPTURE(file);
      CAPTURE(line);
      CHECK_FALSE(has_chinese(line));
    }
  }
}

TEST_SUITE_END();
