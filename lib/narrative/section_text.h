// section_text.h - which text a section prints: the body's own, the default
// wording of report-templates/FORMAT/SECTION.md or, in a draft, what is still
// to be written.
//
//   absent  no file, or a file without text, means the default wording; for a
//           section that the body must write itself it is a finding

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "narrative/narrative.h"
#include "schema/data_files.h"

namespace gov_report {

/// A narrative file of the workspace.
struct NarrativeFile {
  std::string name;                 ///< narrative/2019/overview.md
  std::optional<std::string> text;  ///< UTF-8; nullopt: there is no such file
};

/// The text under the heading of a narrative section, or below the table of a
/// table section. In a draft a required text that is not there yet is the text
/// of its stub.
///
///   findings  narrative-missing {section, file}, narrative-empty {section,
///             file} and those of parse_narrative() and resolve()
std::vector<TextBlock> section_text(const SectionFormat& section,
                                    const NarrativeFile& own,
                                    const Figures& figures,
                                    const DataFiles& files, bool draft,
                                    const FindingSink& sink);

/// What `init` puts into the narrative file of a section: a comment that says
/// what to write. Empty if there is no stub.
std::string narrative_stub(std::string_view section, const DataFiles& files);

}  // namespace gov_report
