// report_text.h - the words of a report, whatever they were read from: the
// texts of a workspace or a published page.
//
//   out     title, preamble and sections in the order of the report, without
//           tables; every piece of text knows where it stands
//   absent  a title that the source does not show is nullopt; a section whose
//           heading says nothing known has no id; a text that was never
//           written is marked, so that only its absence is reported

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "narrative/narrative.h"
#include "schema/report_format.h"

namespace gov_report {

/// A paragraph, heading or item of a list.
struct ReportBlock {
  BlockKind kind = BlockKind::paragraph;
  int level = 2;     ///< of a heading
  std::string file;  ///< how messages name it
  std::vector<TextRun> runs;
};

struct ReportSection {
  std::string id;       ///< of the format; empty: not recognised
  std::string heading;  ///< as printed
  Place place;          ///< of the heading, else the file of the text
  bool missing = false;
  std::vector<ReportBlock> blocks;
};

struct ReportText {
  std::optional<ReportBlock> title;
  std::vector<ReportBlock> preamble;
  std::vector<ReportSection> sections;
  std::vector<ReportBlock> notes = {};  ///< printed under the tables
  /// Sections whose heading stands in a table: they are not among `sections`.
  std::set<std::string> headings_in_tables = {};
};

/// The text of a block.
std::string text_of(const ReportBlock& block);

/// The place of characters [from, to) of the text of a block. What goes on in
/// another line of the file is marked up to the end of the first.
Place place_of(const ReportBlock& block, std::uint32_t from, std::uint32_t to);

/// Whether characters [from, to) are figures that a placeholder prints.
bool is_figure(const ReportBlock& block, std::uint32_t from, std::uint32_t to);

/// The headings of a form, folded once.
class SectionHeadings {
 public:
  explicit SectionHeadings(const ReportFormat& format);

  /// The section that a heading means: its own or an accepted one after
  /// folding, else one whose words without the number are as good as equal.
  /// Empty: none.
  std::string section(std::string_view heading) const;
  /// The section that a heading means by its number and a word, though it is
  /// neither. Empty: none, or it is a sentence.
  std::string section_meant(std::string_view heading) const;
  /// The section whose own heading this is, as it is printed; `folded` is
  /// folded already. Empty: none.
  std::string section_printed(std::string_view folded) const;

 private:
  struct Known {
    std::string id;
    std::string folded;
    bool own = false;  // not only accepted
  };

  struct Meant {
    std::string id;
    std::string number;  // with its mark
    std::vector<std::string> words;
  };

  std::vector<Known> known_;  // by section, its own first
  std::vector<Meant> meant_;
  std::vector<std::string> words_;  // of each, without its number
};

/// As SectionHeadings::section, for one heading.
std::string recognised_section(std::string_view heading,
                               const ReportFormat& format);

/// The words of a section heading, folded, without its number.
std::string heading_words(std::string_view heading);

/// Adds the blocks of a narrative text; each item of a list becomes one.
void add_blocks(const std::vector<TextBlock>& text,
                std::vector<ReportBlock>& blocks);

}  // namespace gov_report
