#include "pipeline/texts.h"

#include "narrative/glyphs.h"
#include "narrative/section_text.h"
#include "source/text_file.h"

namespace gov_report {

SectionTexts load_texts(const YearRequest& request, const DataFiles& data,
                        Year& year, const FindingSink& sink) {
  const Workspace workspace(request.workspace);
  const Figures figures{&year.table, year.last ? &*year.last : nullptr};
  SectionTexts texts;
  for (const SectionFormat& section : year.schema.report.sections) {
    const InputFile file = workspace.narrative(request.year, section.id);
    NarrativeFile own{file.name, std::nullopt};
    if (workspace.exists(file)) {
      year.inputs.push_back(file);
      own.text = read_text_file(file.path, file.name, kNarrativeLimit, sink);
    }
    texts.emplace(section.id, section_text(section, own, figures, data,
                                           request.draft, sink));
  }
  for (const std::string rule :
       {"narrative-missing", "narrative-empty", "unsupported-markdown",
        "unknown-figure", "figure-not-known", "unclosed-conditional"}) {
    year.coverage.ran(rule);
  }
  return texts;
}

}  // namespace gov_report
