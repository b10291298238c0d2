// text_scan.h - a report folded once, and what all rules over its words share.

#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/text_rules.h"
#include "narrative/folded_text.h"
#include "narrative/text_pieces.h"

namespace gov_report {

/// A block of the report with its folded text. Offsets are bytes of that.
struct ScannedBlock {
  const ReportBlock* block = nullptr;
  const ReportSection* section = nullptr;  ///< null: title or preamble
  FoldedText folded;
  /// Spans that a finding was made of, so that others leave them alone.
  std::vector<Span> reported = {};

  const std::string& text() const { return folded.text(); }
  Place place(std::size_t begin, std::size_t end) const;
  /// What stands there in the report, as it is shown in messages.
  std::string shown(std::size_t begin, std::size_t end) const;
  bool is_figure(std::size_t begin, std::size_t end) const;
};

/// What every group of rules is given.
struct TextCheck {
  const ReportText& report;
  const ReportFormat& format;
  const TextFormat& words;
  const TextFacts& facts;
  Coverage& coverage;
  const FindingSink& sink;
  std::deque<ScannedBlock> title;     ///< one block, or none
  std::deque<ScannedBlock> preamble;  ///< in the order of the report,
  std::deque<ScannedBlock> body;      ///< with the sections after it
  std::deque<ScannedBlock> notes = {};
  std::map<std::string, std::size_t> made = {};  ///< findings by rule
  /// All folded text but the notes, a block a line.
  std::string whole = {};
  PatternSet::Found glance = {};  ///< of words.glance in `whole`

  /// Whether one more finding of a rule is wanted. Ask before making one: the
  /// place of each takes time that grows with its block.
  bool wants(const std::string& rule);
  /// Hands a finding on; trial years make it milder.
  void add(Finding finding);
  void finish();

  Finding finding(std::string rule, std::string variant,
                  const ScannedBlock& block, Span span,
                  std::vector<Argument> arguments = {}) const;
  /// Preamble and body.
  std::vector<ScannedBlock*> blocks();
  std::vector<const ScannedBlock*> blocks_of(const ReportSection& section);

  /// A section by id whose text is there; nullptr notes `rules` as not run.
  const ReportSection* section(std::string_view id,
                               const std::vector<std::string>& rules);
};

/// The folded blocks of a section, one a line.
std::string joined(const std::vector<const ScannedBlock*>& blocks);

/// Characters of words: no marks, no blanks.
std::size_t letters(std::string_view folded);
bool is_letter(char32_t c);

/// Those of the wordings that may be in some line of the text they were looked
/// for in.
std::vector<const WrongWording*> that_may_match(
    const std::vector<WrongWording>& wordings, const PatternSet::Found& found);

// The groups of rules, each in a file of its own.
void check_structure(TextCheck& check);    // text_structure.cc
void check_wording(TextCheck& check);      // text_wording.cc
void check_typing(TextCheck& check);       // text_typing.cc
void check_overview(TextCheck& check);     // text_overview.cc
void check_problems(TextCheck& check);     // text_problems.cc
void check_copies(TextCheck& check);       // text_copies.cc
void check_personal(TextCheck& check);     // text_personal.cc
void check_publication(TextCheck& check);  // text_rules.cc

}  // namespace gov_report
