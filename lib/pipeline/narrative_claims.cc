#include "pipeline/narrative_claims.h"

#include <algorithm>

#include "check/narrative_claims.h"
#include "narrative/claims.h"
#include "narrative/glyphs.h"
#include "schema/load_claims.h"
#include "source/text_file.h"

namespace gov_report {

void check_narrative(const YearRequest& request, const DataFiles& data,
                     const RuleCatalogue& rules, const SectionTexts& texts,
                     Year& year, SuspectedFigures& suspected,
                     const FindingSink& sink) {
  const auto format = load_claims(data, year.schema.report, rules, sink);
  if (!format) return;
  ClaimRules claims(*format, year.table, year.last ? &*year.last : nullptr,
                    year.coverage, sink, &suspected);
  const Workspace workspace(request.workspace);
  bool any_text = false;
  for (const SectionFormat& section : year.schema.report.sections) {
    const auto found = texts.find(section.id);
    if (found == texts.end()) continue;
    std::vector<TextBlock> blocks;
    std::ranges::copy_if(
        found->second, std::back_inserter(blocks),
        [](const TextBlock& block) { return !block.file.empty(); });
    if (blocks.empty()) continue;
    any_text = true;
    const InputFile own = workspace.narrative(request.year, section.id);
    // A file that could not be read says nothing about what is in it.
    const bool known =
        blocks.front().file == own.name || !workspace.exists(own) ||
        read_text_file(own.path, own.name, kNarrativeLimit, [](Finding) {});
    if (known) claims.check_mentions(section.id, folded_text(blocks), own.name);
    const bool looked_at = std::ranges::find(format->sections, section.id) !=
                           format->sections.end();
    if (!looked_at) continue;
    claims.check(find_claims(blocks, *format,
                             {year.table.year, year.table.agency, section.id}));
  }
  claims.finish(any_text);
}

}  // namespace gov_report
