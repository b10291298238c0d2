#include "system/read_back.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <stdexcept>

#include "base/child_process.h"
#include "support/naive_reader.h"
#include "system/program.h"

namespace gov_report::test {

namespace fs = std::filesystem;
using nlohmann::json;

const char* const kEverySheet =
    "csv:Text - txt - csv (StarCalc):"
    "44,34,76,1,,0,false,true,false,false,false,-1";

namespace {

std::string replaced(std::string text, std::string_view what,
                     std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

/// Without what is raised: a mark behind a figure is no part of it.
std::string without_raised(std::string_view html) {
  static const std::regex kRaised("<(sup|SUP)[ >][^]*?</(sup|SUP)>");
  return std::regex_replace(std::string(html), kRaised, "");
}

/// The text between tags, without blanks and line breaks.
std::string bare_text(std::string_view marked) {
  const std::string html = without_raised(marked);
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag && c != ' ' && c != '\n' && c != '\r' && c != '\t') text += c;
    if (c == '>') in_tag = false;
  }
  const std::array<std::pair<const char*, const char*>, 9> kEntities = {
      {{"&nbsp;", ""},
       {"\u00a0", ""},
       {"&lt;", "<"},
       {"&gt;", ">"},
       {"&quot;", "\""},
       {"&ldquo;", "“"},
       {"&rdquo;", "”"},
       {"&#39;", "'"},
       {"&amp;", "&"}}};
  for (const auto& [entity, letter] : kEntities) {
    text = replaced(std::move(text), entity, letter);
  }
  return text;
}

int attribute(const std::string& tag, const std::string& name) {
  std::smatch found;
  const std::regex pattern(name + "=\"?([0-9]+)",
                           std::regex::ECMAScript | std::regex::icase);
  return std::regex_search(tag, found, pattern) ? std::stoi(found[1]) : 1;
}

bool is_tag(std::string_view tag, std::string_view name) {
  if (tag.size() < name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if ((tag[i] | 0x20) != name[i]) return false;
  }
  const std::string_view after = tag.substr(name.size(), 1);
  return after.empty() || after.find_first_of(" \n\r\t/") == 0;
}

class TableReader {
 public:
  explicit TableReader(std::string_view html) : html_(html) {}

  std::vector<Grid> read() {
    for (std::size_t at = html_.find('<'); at != std::string_view::npos;
         at = html_.find('<', at + 1)) {
      const std::size_t end = html_.find('>', at);
      if (end == std::string_view::npos) break;
      tag(html_.substr(at + 1, end - at - 1), at, end + 1);
      at = end;
    }
    return std::move(tables_);
  }

 private:
  void tag(std::string_view name, std::size_t start, std::size_t end) {
    if (is_tag(name, "table")) builder_ = GridBuilder();
    if (is_tag(name, "tr")) builder_.start_row();
    if (is_tag(name, "td") || is_tag(name, "th")) {
      cell_ = std::string(name);
      text_from_ = end;
    }
    if (name == "/td" || name == "/th" || name == "/TD" || name == "/TH") {
      builder_.add(attribute(cell_, "rowspan"), attribute(cell_, "colspan"),
                   bare_text(html_.substr(text_from_, start - text_from_)));
    }
    if (name == "/table" || name == "/TABLE")
      tables_.push_back(builder_.take());
  }

  std::string_view html_;
  std::vector<Grid> tables_;
  GridBuilder builder_;
  std::string cell_;
  std::size_t text_from_ = 0;
};

void append_text(const json& node, std::string& out) {
  if (node.is_object() && node.value("t", "") == "Superscript") return;
  if (node.is_object() && node.value("t", "") == "Str") {
    out += node["c"].get<std::string>();
  } else if (node.is_structured()) {
    for (const json& child : node) append_text(child, out);
  }
}

void add_rows(const json& rows, GridBuilder& builder) {
  for (const json& row : rows) {
    builder.start_row();
    for (const json& cell : row[1]) {
      std::string text;
      append_text(cell[4], text);
      builder.add(cell[2], cell[3], replaced(text, "\u00a0", ""));
    }
  }
}

Grid pandoc_table(const json& table) {
  GridBuilder builder;
  add_rows(table[3][1], builder);
  for (const json& body : table[4]) {
    add_rows(body[2], builder);
    add_rows(body[3], builder);
  }
  add_rows(table[5][1], builder);
  return builder.take();
}

void find_tables(const json& node, std::vector<Grid>& tables) {
  if (node.is_object() && node.value("t", "") == "Table") {
    tables.push_back(pandoc_table(node["c"]));
  } else if (node.is_structured()) {
    for (const json& child : node) find_tables(child, tables);
  }
}

constexpr std::string_view kRecalculate =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop
 oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
)";

std::uint32_t crc32(std::string_view bytes) {
  std::uint32_t crc = ~0U;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
  }
  return ~crc;
}

std::string little_endian(std::uint64_t value, int bytes) {
  std::string out;
  for (; bytes > 0; --bytes, value >>= 8U) out += static_cast<char>(value);
  return out;
}

/// A zip file of the parts, not compressed.
std::string zip_of(const std::map<std::string, std::string>& parts) {
  std::string zip;
  std::string directory;
  for (const auto& [name, bytes] : parts) {
    const std::string facts =
        little_endian(20, 2) + little_endian(0, 2) + little_endian(0, 2) +
        little_endian(0, 2) + little_endian(0x21, 2) +
        little_endian(crc32(bytes), 4) + little_endian(bytes.size(), 4) +
        little_endian(bytes.size(), 4) + little_endian(name.size(), 2) +
        little_endian(0, 2);
    directory += "PK\x01\x02" + little_endian(20, 2) + facts +
                 little_endian(0, 6) + little_endian(0, 4) +
                 little_endian(zip.size(), 4) + name;
    zip += "PK\x03\x04" + facts + name + bytes;
  }
  const std::string count = little_endian(parts.size(), 2);
  return zip + directory + "PK\x05\x06" + little_endian(0, 4) + count + count +
         little_endian(directory.size(), 4) + little_endian(zip.size(), 4) +
         little_endian(0, 2);
}

}  // namespace

std::vector<Grid> html_tables(std::string_view html) {
  return TableReader(html).read();
}

std::vector<Grid> pandoc_tables(std::string_view text) {
  std::vector<Grid> tables;
  find_tables(json::parse(text)["blocks"], tables);
  return tables;
}

std::string sheet_differences(std::string_view csv, const Grid& expected) {
  constexpr int kTitleRows = 1;
  const auto lines = read_csv(csv);
  const auto text_at = [&](int row, int column) -> std::string {
    const auto line = static_cast<std::size_t>(row + kTitleRows);
    const auto field = static_cast<std::size_t>(column);
    if (line >= lines.size() || field >= lines[line].size()) return "?";
    return bare_text(lines[line][field]);
  };
  std::string out;
  for (const Placed& cell : expected.cells) {
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (int column = cell.column; column < cell.column + cell.column_span;
           ++column) {
        const bool first = row == cell.row && column == cell.column;
        const std::string should = first ? cell.text : "";
        const std::string is = text_at(row, column);
        if (is == should) continue;
        out += "row " + std::to_string(row) + " column " +
               std::to_string(column) + ": \"" + is + "\" but should be \"" +
               should + "\"\n";
      }
    }
  }
  return out;
}

Office::Office(fs::path folder) : folder_(std::move(folder)) {
  write_files(folder_, {{"profile/user/registrymodifications.xcu",
                         std::string(kRecalculate)}});
}

bool Office::convert(const std::vector<fs::path>& files, const std::string& to,
                     const fs::path& target) {
  std::vector<std::string> words = {
      "soffice",
      "--headless",
      "-env:UserInstallation=file://" + (folder_ / "profile").string(),
      "--convert-to",
      to,
      "--outdir",
      target.string()};
  for (const fs::path& file : files) words.push_back(file.string());
  const ProcessResult result = run_process(
      words, "", {{"HOME", folder_.string()}, {"LC_ALL", "C.UTF-8"}});
  return result.started && result.exit_code == 0;
}

std::map<std::string, std::string> zip_parts(const fs::path& file) {
  const auto names = run_process({"unzip", "-Z1", file.string()}, "", {});
  if (names.exit_code != 0)
    throw std::runtime_error("no zip: " + file.string());
  std::map<std::string, std::string> parts;
  std::istringstream lines(names.output);
  for (std::string name; std::getline(lines, name);) {
    // unzip takes [ for a pattern.
    parts[name] =
        run_process({"unzip", "-p", file.string(), replaced(name, "[", "[[]")},
                    "", {})
            .output;
  }
  return parts;
}

void write_zip(const fs::path& file,
               const std::map<std::string, std::string>& parts) {
  std::ofstream(file, std::ios::binary) << zip_of(parts);
}

int forget_values(const fs::path& workbook, const fs::path& copy) {
  auto parts = zip_parts(workbook);
  int formulas = 0;
  for (auto& [name, xml] : parts) {
    if (!name.starts_with("xl/worksheets/")) continue;
    for (std::size_t at = xml.find("</f><v>"); at != std::string::npos;
         at = xml.find("</f><v>", at + 1)) {
      const std::size_t start = at + 7;
      xml.replace(start, xml.find("</v>", start) - start, "987654321");
      ++formulas;
    }
  }
  write_zip(copy, parts);
  return formulas;
}

}  // namespace gov_report::test
