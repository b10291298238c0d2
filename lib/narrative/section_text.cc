#include "narrative/section_text.h"

namespace gov_report {
namespace {

std::vector<TextBlock> filled_text(std::string_view text, std::string file,
                                   const Figures& figures,
                                   const FindingSink& sink) {
  return resolve(parse_narrative(text, std::move(file), sink), figures, sink);
}

std::vector<TextBlock> default_text(const SectionFormat& section,
                                    const Figures& figures,
                                    const DataFiles& files,
                                    const FindingSink& sink) {
  const std::string path = "report-templates/" + figures.table->format->id +
                           "/" + section.id + ".md";
  const auto text = files.read(path);
  if (!text) return {};
  return filled_text(*text, files.shown_name(path), figures, sink);
}

/// A stub is one comment; a draft prints what the comment says. Figures that
/// are not known yet are reported where they belong, not here.
std::vector<TextBlock> stub_text(const SectionFormat& section,
                                 const Figures& figures,
                                 const DataFiles& files) {
  std::string text = narrative_stub(section.id, files);
  for (const std::string_view mark : {"<!--", "-->"}) {
    const std::size_t at = text.find(mark);
    if (at != std::string::npos) text.erase(at, mark.size());
  }
  return filled_text(text, {}, figures, [](Finding) {});
}

void report(const char* rule, const SectionFormat& section,
            const NarrativeFile& own, const FindingSink& sink) {
  Finding finding;
  finding.rule = rule;
  finding.place.file = own.name;
  finding.arguments = {{"section", section.heading}, {"file", own.name}};
  sink(std::move(finding));
}

}  // namespace

std::vector<TextBlock> section_text(const SectionFormat& section,
                                    const NarrativeFile& own,
                                    const Figures& figures,
                                    const DataFiles& files, bool draft,
                                    const FindingSink& sink) {
  if (own.text) {
    auto text = filled_text(*own.text, own.name, figures, sink);
    if (!text.empty()) return text;
  }
  if (!section.required) return default_text(section, figures, files, sink);
  report(own.text ? "narrative-empty" : "narrative-missing", section, own,
         sink);
  return draft ? stub_text(section, figures, files) : std::vector<TextBlock>();
}

std::string narrative_stub(std::string_view section, const DataFiles& files) {
  return files.read("report-templates/stubs/" + std::string(section) + ".md")
      .value_or("");
}

}  // namespace gov_report
