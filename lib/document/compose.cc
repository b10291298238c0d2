#include "document/compose.h"

#include "document/compose_table.h"
#include "document/letterhead.h"

namespace gov_report {
namespace {

LetterheadValues values_of(const Table& table, const Letterhead& letterhead) {
  LetterheadValues values;
  values["agency"] = letterhead.agency;
  values["year"] = std::to_string(table.year);
  values["next_year"] = std::to_string(table.year + 1);
  values["legal_basis"] = table.format->legal_basis;
  for (const auto& [name, value] : letterhead.contact) {
    values["contact." + name] = value;
  }
  return values;
}

/// Runs of one face become one.
std::vector<Run> runs_of(const std::vector<TextRun>& text) {
  std::vector<Run> runs;
  for (const TextRun& piece : text) {
    if (runs.empty() || runs.back().bold != piece.bold) {
      runs.push_back({"", piece.bold});
    }
    runs.back().text += piece.text;
  }
  return runs;
}

Block block_of(const TextBlock& text) {
  if (text.kind == BlockKind::list) {
    List list{text.ordered, {}};
    for (const auto& item : text.items) list.items.push_back(runs_of(item));
    return list;
  }
  if (text.kind == BlockKind::heading) {
    return Heading{text.level, runs_of(text.items.front())};
  }
  return Paragraph{runs_of(text.items.front())};
}

Section section_of(const Table& table, const SectionFormat& format,
                   const SectionTexts& texts, const ComposeOptions& options) {
  Section section{format.id, format.heading, {}};
  if (format.table) {
    section.blocks.emplace_back(compose_table(table, *format.table, options));
  }
  const auto text = texts.find(format.id);
  if (text == texts.end()) return section;
  for (const TextBlock& block : text->second) {
    section.blocks.push_back(block_of(block));
  }
  return section;
}

}  // namespace

Head compose_head(const Table& table, const Letterhead& letterhead) {
  const LetterheadValues values = values_of(table, letterhead);
  Head head;
  head.title = fill_in(table.format->title, values);
  for (std::size_t i = 0; i < table.format->preamble.size(); ++i) {
    std::string text = fill_in(table.format->preamble[i], values);
    if (!text.empty()) head.preamble.emplace_back(i, std::move(text));
  }
  return head;
}

Document compose(const Table& table, const Letterhead& letterhead,
                 const SectionTexts& texts, const ComposeOptions& options) {
  const ReportFormat& format = *table.format;
  Head head = compose_head(table, letterhead);
  Document document;
  document.title = std::move(head.title);
  document.agency = letterhead.agency;
  document.year = table.year;
  document.format = format.id;
  document.draft = options.draft;
  if (options.draft) document.draft_mark = options.draft_mark;
  document.date = options.date;
  for (auto& [number, text] : head.preamble) {
    document.preamble.push_back({{{std::move(text), false}}});
  }
  for (const SectionFormat& section : format.sections) {
    document.sections.push_back(section_of(table, section, texts, options));
  }
  return document;
}

}  // namespace gov_report
