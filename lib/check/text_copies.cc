// Text that stood in last year's report, or stands twice in this one.

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "check/text_scan.h"

namespace gov_report {
namespace {

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

/// Letters alone, each row of digits one 0.
std::u32string masked(std::string_view folded) {
  std::u32string out;
  bool in_digits = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    const bool digit = is_digit(c);
    if (is_letter(c) && !(digit && in_digits)) out += digit ? U'0' : c;
    in_digits = digit;
  }
  return out;
}

/// The hashes of all pieces of `size` letters, sorted, each once.
std::vector<std::uint64_t> shingles(const std::u32string& text,
                                    std::size_t size) {
  std::vector<std::uint64_t> all;
  for (std::size_t i = 0; i + size <= text.size(); ++i) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (std::size_t k = 0; k < size; ++k) {
      hash = (hash ^ text[i + k]) * 0x100000001b3U;
    }
    all.push_back(hash);
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// How many percent of `now` are in `then`, rounded down.
std::size_t share(const std::vector<std::uint64_t>& now,
                  const std::vector<std::uint64_t>& then) {
  if (now.empty()) return 0;
  std::size_t common = 0;
  for (const std::uint64_t hash : now) {
    common += std::ranges::binary_search(then, hash) ? 1 : 0;
  }
  return common * 100 / now.size();
}

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
    const std::u32string now = masked(text);
    const std::u32string then = masked(FoldedText(last.text).text());
    const auto least = static_cast<std::size_t>(limits_.shortest);
    if (now.size() < least) return;
    const std::size_t percent =
        share(shingles(now, size), shingles(then, size));
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
