#include "narrative/report_text.h"

#include <algorithm>

#include "base/text.h"

namespace gov_report {
namespace {

constexpr std::size_t kLongestHeading = 100;  // more is no heading

std::uint32_t characters(std::string_view text) {
  return static_cast<std::uint32_t>(character_count(text));
}

/// Columns that characters [from, to) of a run take in its file.
std::uint32_t columns(const TextRun& run, std::uint32_t from,
                      std::uint32_t to) {
  return run.width == 0 ? to - from : run.width;
}

Position position_in(const TextRun& run, std::uint32_t character) {
  Position at = run.at;
  if (run.width == 0 && at.column != 0) at.column += character;
  return at;
}

}  // namespace

std::string text_of(const ReportBlock& block) {
  std::string text;
  for (const TextRun& run : block.runs) text += run.text;
  return text;
}

Place place_of(const ReportBlock& block, std::uint32_t from, std::uint32_t to) {
  Place place;
  place.file = block.file;
  bool found = false;
  std::uint32_t begin = 0;
  for (const TextRun& run : block.runs) {
    const std::uint32_t end = begin + characters(run.text);
    const std::uint32_t first = std::max(from, begin);
    const std::uint32_t last = std::min(to, end);
    if (first < last) {
      const Position at = position_in(run, first - begin);
      const std::uint32_t width = columns(run, first - begin, last - begin);
      if (!found) {
        place.at = at;
        place.width = width;
        found = true;
      } else if (at.line == place.at.line && at.column >= place.at.column) {
        place.width = at.column + width - place.at.column;
      }
    }
    begin = end;
  }
  if (!found && !block.runs.empty()) place.at = block.runs.front().at;
  return place;
}

bool is_figure(const ReportBlock& block, std::uint32_t from, std::uint32_t to) {
  std::uint32_t begin = 0;
  for (const TextRun& run : block.runs) {
    const std::uint32_t end = begin + characters(run.text);
    if (from < end && begin < to && run.cell.empty()) return false;
    begin = end;
  }
  return true;
}

std::string heading_words(std::string_view heading) {
  const std::string folded = fold(heading);
  // A number of a few characters and its mark: "\u4E00\u3001", "(1)", "1.".
  std::size_t at = 0;
  for (int i = 0; i < 5 && at < folded.size(); ++i) {
    const char32_t c = next_code_point(folded, at);
    if (c == 0x3001 || c == '.' || c == ')') return folded.substr(at);
  }
  return folded;
}

SectionHeadings::SectionHeadings(const ReportFormat& format) {
  const auto add = [&](const SectionFormat& section, const std::string& heading,
                       bool own) {
    known_.push_back({section.id, fold(heading), own});
    words_.push_back(heading_words(heading));
  };
  for (const SectionFormat& section : format.sections) {
    add(section, section.heading, true);
    for (const std::string& heading : section.accepted) {
      add(section, heading, false);
    }
    const std::string own = fold(section.heading);
    const std::size_t words = heading_words(section.heading).size();
    meant_.push_back(
        {section.id, own.substr(0, own.size() - words), section.meant_by});
  }
}

std::string SectionHeadings::section(std::string_view heading) const {
  heading = first_characters(heading, kLongestHeading);
  const std::string folded = fold(heading);
  const auto same = std::ranges::find(known_, folded, &Known::folded);
  if (same != known_.end()) return same->id;
  const std::string words = heading_words(heading);
  auto found = std::ranges::find(words_, words);
  if (found == words_.end()) {
    const auto near = nearest(words, words_);
    if (!near) return {};
    found = std::ranges::find(words_, *near);
  }
  return known_[static_cast<std::size_t>(found - words_.begin())].id;
}

std::string SectionHeadings::section_meant(std::string_view heading) const {
  const std::string folded = fold(heading);
  const bool is_sentence = character_count(folded) > kLongestHeading ||
                           folded.find_first_of(",;") != std::string::npos ||
                           contains(folded, "\u3002");
  if (is_sentence) return {};
  for (const Meant& meant : meant_) {
    if (meant.number.empty() || !folded.starts_with(meant.number)) continue;
    const bool any = std::ranges::any_of(
        meant.words,
        [&](const std::string& word) { return contains(folded, word); });
    if (any) return meant.id;
  }
  return {};
}

std::string SectionHeadings::section_printed(std::string_view folded) const {
  for (const Known& known : known_) {
    if (known.own && known.folded == folded) return known.id;
  }
  return {};
}

std::string recognised_section(std::string_view heading,
                               const ReportFormat& format) {
  return SectionHeadings(format).section(heading);
}

void add_blocks(const std::vector<TextBlock>& text,
                std::vector<ReportBlock>& blocks) {
  for (const TextBlock& block : text) {
    for (const auto& item : block.items) {
      blocks.push_back({block.kind, block.level, block.file, item});
    }
  }
}

}  // namespace gov_report
