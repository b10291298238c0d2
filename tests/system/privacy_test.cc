// Nothing that a ledger says of people reaches a published file.

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "base/temporary_folder.h"
#include "paths.h"
#include "support/naive_reader.h"
#include "support/vocabulary.h"
#include "system/program.h"
#include "system/read_back.h"

using namespace gov_report;
using namespace gov_report::test;

namespace fs = std::filesystem;

namespace {

const std::set<std::string> kFreeText = {"id",
                                         "applicant",
                                         "subject",
                                         "application",
                                         "handled_by",
                                         "note",
                                         "earlier_reply",
                                         "title",
                                         "document_number",
                                         "url",
                                         "review_decision",
                                         "court"};

/// The ledger with every free text replaced by one that stands nowhere else;
/// equal texts stay equal, as some rules compare them.
class Marker {
 public:
  std::string marked(const std::string& ledger, const std::string& csv) {
    std::set<std::size_t> columns;
    const auto lines = read_csv(csv);
    for (std::size_t i = 0; i < lines[0].size(); ++i) {
      for (const Column& column : columns_of(ledger)) {
        const bool is_it = column.heading == lines[0][i];
        if (is_it && kFreeText.contains(column.id)) columns.insert(i);
      }
    }
    std::string out;
    for (std::size_t line = 0; line < lines.size(); ++line) {
      for (std::size_t i = 0; i < lines[line].size(); ++i) {
        const bool marks = line > 0 && columns.contains(i);
        out += (i == 0 ? "" : ",");
        out +=
            marks ? mark(lines[line][i], is_note(lines[0][i])) : lines[line][i];
      }
      out += '\n';
    }
    return out;
  }

  int count() const { return static_cast<int>(marks_.size()); }

 private:
  static bool is_note(const std::string& heading) { return heading == "备注"; }

  /// Notes are filled where they are empty.
  std::string mark(const std::string& text, bool is_a_note) {
    if (text.empty() && !is_a_note) return text;
    const std::string key = text.empty() ? std::to_string(count()) : text;
    const auto found = marks_.emplace(
        key, "秘而不宣13800" + std::to_string(100000 + count()) + "勿公开");
    return found.first->second;
  }

  std::map<std::string, std::string> marks_;
};

std::string unpacked(const fs::path& file) {
  const std::string ending = file.extension().string();
  if (ending != ".xlsx" && ending != ".docx") return text_of(file);
  std::string all;
  for (const auto& [name, bytes] : zip_parts(file)) all += name + "\n" + bytes;
  return all;
}

}  // namespace

TEST_CASE("no free text of a ledger is published" *
          doctest::test_suite("privacy")) {
  TemporaryFolder folder;
  Files files = read_files(SOURCE_ROOT "/examples/department-2024");
  Marker marker;
  for (const char* ledger :
       {"applications", "disclosures", "reviews", "lawsuits"}) {
    std::string& csv = files.at(std::string("ledgers/") + ledger + ".csv");
    csv = marker.marked(ledger, csv);
  }
  CHECK(marker.count() > 200);
  write_files(folder.path(), files);
  fs::remove_all(folder / "out");
  const ProcessResult result = build(folder.path(), 2024);
  CAPTURE(result.errors);
  REQUIRE(result.exit_code == 0);
  int published = 0;
  for (const auto& file : fs::directory_iterator(folder / "out/2024")) {
    CAPTURE(file.path().filename());
    const std::string text = unpacked(file.path());
    CHECK(text.size() > 500);
    for (const char* mark : {"秘而不宣", "13800", "勿公开"}) {
      CHECK(text.find(mark) == std::string::npos);
    }
    ++published;
  }
  CHECK(published == (without_office() ? 5 : 6));
}

TEST_CASE("no name, subject or note of the examples is published" *
          doctest::test_suite("privacy")) {
  TemporaryFolder folder;
  const Files files = read_files(SOURCE_ROOT "/examples/department-2024");
  write_files(folder.path(), files);
  fs::remove_all(folder / "out");
  REQUIRE(build(folder.path(), 2024).exit_code == 0);
  std::set<std::string> words;
  for (const Row& row :
       read_ledger("applications", files.at("ledgers/applications.csv"))) {
    for (const char* field : {"id", "applicant", "subject", "handled_by"}) {
      if (row.contains(field)) words.insert(row.at(field));
    }
  }
  CHECK(words.size() > 50);
  for (const auto& file : fs::directory_iterator(folder / "out/2024")) {
    const std::string text = unpacked(file.path());
    for (const std::string& word : words) {
      CAPTURE(file.path().filename());
      CAPTURE(word);
      CHECK(text.find(word) == std::string::npos);
    }
  }
}
