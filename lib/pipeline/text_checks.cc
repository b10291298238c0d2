#include "pipeline/text_checks.h"

#include "base/text.h"
#include "check/text_rules.h"
#include "narrative/glyphs.h"
#include "source/text_file.h"

namespace gov_report {
namespace {

/// A text that the program wrote, as one piece of the file it comes from.
ReportBlock generated(std::string text, std::string file, Position at,
                      std::size_t width) {
  ReportBlock block;
  block.file = std::move(file);
  block.runs.push_back(
      {std::move(text), false, at, {}, static_cast<std::uint32_t>(width)});
  return block;
}

ReportSection section_of(const SectionFormat& format, const SectionTexts& texts,
                         std::string file) {
  ReportSection section;
  section.id = format.id;
  section.heading = format.heading;
  section.place.file = std::move(file);
  const auto text = texts.find(format.id);
  if (text != texts.end()) add_blocks(text->second, section.blocks);
  // A draft prints the stub of a text that is still to be written.
  const bool is_stub =
      section.blocks.empty() || section.blocks.front().file.empty();
  section.missing = format.required && is_stub;
  return section;
}

/// Title, preamble, texts and notes as they will be printed.
ReportText report_text(const YearRequest& request, const SectionTexts& texts,
                       const Year& year) {
  const ReportFormat& format = year.schema.report;
  const Workspace workspace(request.workspace);
  const Head head =
      compose_head(year.table, {year.config.agency, year.config.contact});
  ReportText report;
  report.title =
      generated(head.title, std::string(kConfigName), year.config.agency_at,
                character_count(year.config.agency));
  for (const auto& [number, text] : head.preamble) {
    report.preamble.push_back(
        generated(text, format.file, format.preamble_at[number], 1));
  }
  for (const SectionFormat& section : format.sections) {
    report.sections.push_back(section_of(
        section, texts, workspace.narrative(request.year, section.id).name));
  }
  for (const PublicReason& reason : year.public_reasons) {
    report.notes.push_back(generated(reason.text, reason.place.file,
                                     reason.place.at, reason.place.width));
  }
  return report;
}

/// The words of a text as written: placeholders as a figure, all branches of
/// its conditions.
std::string words_of(const Narrative& narrative) {
  std::string words;
  for (const NarrativeBlock& block : narrative.blocks) {
    if (block.kind == BlockKind::heading) continue;
    for (const auto& item : block.items) {
      for (const Inline& piece : item) {
        if (piece.kind == Inline::Kind::text) words += piece.text;
        if (piece.kind == Inline::Kind::value) words += '0';
      }
      words += '\n';
    }
  }
  return words;
}

/// What the body itself wrote a year ago; what cannot be read is left out.
std::map<std::string, LastText> texts_before(const YearRequest& request,
                                             Year& year) {
  const Workspace workspace(request.workspace);
  const FindingSink ignore = [](const Finding&) {};
  std::map<std::string, LastText> before;
  for (const SectionFormat& section : year.schema.report.sections) {
    const InputFile file = workspace.narrative(request.year - 1, section.id);
    if (!workspace.exists(file)) continue;
    const auto text =
        read_text_file(file.path, file.name, kNarrativeLimit, ignore);
    if (!text) continue;
    year.inputs.push_back(file);
    before[section.id] = {file.name,
                          words_of(parse_narrative(*text, file.name, ignore))};
  }
  return before;
}

TextFacts facts_of(const YearRequest& request, Year& year) {
  TextFacts facts;
  facts.year = request.year;
  facts.agency = year.config.agency;
  facts.short_names = year.config.short_names;
  facts.kind = year.config.kind;
  facts.level = year.config.level;
  facts.neighbours = year.config.neighbours;
  const auto published = year.config.published.find(request.year);
  if (published != year.config.published.end()) {
    const auto& [date, at] = published->second;
    facts.published = date;
    facts.published_at = {std::string(kConfigName), at, 10, {}, {}};
  }
  facts.before = texts_before(request, year);
  facts.applicants = year.applicants;
  facts.applicants_complete = year.applicants_complete;
  return facts;
}

}  // namespace

void check_texts(const YearRequest& request, const SectionTexts& texts,
                 Year& year, const FindingSink& sink) {
  check_text(report_text(request, texts, year), year.schema.report,
             year.schema.texts, facts_of(request, year), year.coverage, sink);
}

}  // namespace gov_report
