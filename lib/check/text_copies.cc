// Text that stood in last year's report, or stands twice in this one.

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "check/shingles.h"
#include "check/text_scan.h"

namespace gov_report {
namespace {

class Copies {
 public:
  explicit Copies(TextCheck& check)
      : check_(check), limits_(check.words.copies) {}

  void check_last_year() {
    const std::string year = std::to_string(check_.facts.year - 1);
    check_.coverage.not_run("copied-from-last-year",
                            {"no-last-text", {{"year", year}}});
    for (const ReportSection& section : check_.report.sections) {
      const auto last = check_.facts.before.find(section.id);
      if (section.missing || !limits_.sections.contains(section.id) ||
          last == check_.facts.before.end()) {
        continue;
      }
      check_.coverage.ran("copied-from-last-year");
      compare(section, last->second, year);
    }
  }

  void check_paragraphs() {
    check_.coverage.ran("copied-from-other-body");
    std::unordered_map<std::string_view, const ScannedBlock*> seen;
    for (const ScannedBlock& block : check_.body) {
      const auto least = static_cast<std::size_t>(limits_.paragraph);
      if (letters(block.text()) < least) continue;
      const auto [first, is_new] = seen.emplace(block.text(), &block);
      if (is_new || !check_.wants("copied-from-other-body")) continue;
      const Place there = first->second->place(0, 1);
      Finding finding = check_.finding("copied-from-other-body", "", block,
                                       {0, block.text().size()});
      finding.arguments.push_back({"file", there.file});
      finding.arguments.push_back({"line", std::to_string(there.at.line)});
      check_.add(std::move(finding));
    }
  }

 private:
  /// The statutory headings are the same every year and do not count.
  void compare(const ReportSection& section, const LastText& last,
               const std::string& year) {
    std::string text;
    for (const ScannedBlock* block : check_.blocks_of(section)) {
      if (block->block->kind != BlockKind::heading) text += block->text();
    }
    const auto size = static_cast<std::size_t>(limits_.shingle);
    const Shingles now(text, size);
    const Shingles then(FoldedText(last.text).text(), size);
    const auto least = static_cast<std::size_t>(limits_.shortest);
    if (now.letters() < least) return;
    const std::size_t percent = now.share_in(then);
    if (percent < static_cast<std::size_t>(limits_.alike)) return;
    Finding finding;
    finding.rule = "copied-from-last-year";
    finding.place = section.place;
    if (percent >= static_cast<std::size_t>(limits_.same) &&
        limits_.same_in.contains(section.id)) {
      finding.severity = Severity::error;
    }
    finding.arguments = {{"section", printable(section.heading)},
                         {"percent", std::to_string(percent)},
                         {"limit", std::to_string(limits_.alike)},
                         {"file", last.file},
                         {"year", year}};
    check_.add(std::move(finding));
  }

  TextCheck& check_;
  const CopyLimits& limits_;
};

}  // namespace

void check_copies(TextCheck& check) {
  Copies copies(check);
  copies.check_last_year();
  copies.check_paragraphs();
}

}  // namespace gov_report
