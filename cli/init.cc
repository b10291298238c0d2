// gov-report init DIR: a new workspace to fill in.

#include "pipeline/init.h"

#include <cstdio>

#include "command.h"

namespace gov_report::cli {

int run_init(const Context& context) {
  // Without a year the user renames the folder: the clock is not asked.
  std::string year = context.options.year;
  if (year.empty()) {
    year = "YEAR";
  } else if (const auto request = year_request(context)) {
    year = std::to_string(request->year);
  } else {
    return kCouldNotRun;
  }
  FindingList findings;
  const bool made = create_workspace(context.options.folder, year, context.data,
                                     findings.sink());
  for (const Finding& finding : findings.all()) {
    print(stderr, finding_text(context.rules.describe(
                                   finding, context.messages.language()),
                               context.color_err));
  }
  if (!made) return kCouldNotRun;
  print(stdout,
        context.messages("init.done",
                         {{"folder", context.options.folder}, {"year", year}}) +
            "\n");
  return kClean;
}

}  // namespace gov_report::cli
