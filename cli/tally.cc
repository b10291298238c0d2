// gov-report tally YEAR LEDGER… -o FILE: some ledger files, as a part to be
// merged.

#include <cstdio>

#include "base/output_file.h"
#include "command.h"
#include "pipeline/part_file.h"
#include "pipeline/tally_part.h"
#include "progress_line.h"
#include "version.h"

namespace gov_report::cli {

int run_tally(const Context& context) {
  auto year = year_request(context);
  if (!year || !read_limit(context, *year)) return kCouldNotRun;
  TallyRequest request;
  request.year = *year;
  request.files.assign(context.options.files.begin(),
                       context.options.files.end());
  request.ledger = context.options.ledger;
  request.program = std::string("gov-report ") + kVersion;
  std::optional<ProgressLine> line(std::in_place, context.messages);
  request.year.progress = line->progress();
  const auto part =
      tally_part(request, context.data, context.rules,
                 [&](const Finding& finding) { complain(context, finding); });
  line.reset();
  if (!part) return kCouldNotRun;
  write_output_file(context.options.out, write_part(*part));
  std::uint64_t rows = 0;
  std::uint64_t rejected = 0;
  for (const PartFile& file : part->files) {
    rows += file.coverage.records_checked;
    rejected += file.coverage.rows_rejected;
  }
  print(stderr, context.messages("tally.written",
                                 {{"file", context.options.out},
                                  {"files", std::to_string(part->files.size())},
                                  {"rows", std::to_string(rows)},
                                  {"rejected", std::to_string(rejected)}}) +
                    "\n");
  return kClean;
}

}  // namespace gov_report::cli
