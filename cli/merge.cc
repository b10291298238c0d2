// gov-report merge PART… -o FILE: the parts of a year as its report, or as one
// part again.

#include <cstdio>

#include "base/output_file.h"
#include "check_output.h"
#include "command.h"
#include "pipeline/build.h"
#include "pipeline/merge_parts.h"
#include "pipeline/part_file.h"
#include "version.h"

namespace gov_report::cli {
namespace {

int write_as_part(const Context& context,
                  const std::vector<std::filesystem::path>& paths,
                  const FindingSink& sink) {
  const auto part = merged_part(paths, context.rules, sink);
  if (!part) return kCouldNotRun;
  write_output_file(context.options.out, write_part(*part));
  return kClean;
}

/// Writes report.json unless errors are in the way and no draft is asked for.
void write_report(const Context& context, const YearRequest& request,
                  const CheckResult& check) {
  const bool in_the_way = check.fails(context.rules, context.options.strict);
  if (check.stopped || (in_the_way && !request.draft)) {
    print(stderr,
          context.messages("merge.refused", {{"file", context.options.out}}) +
              "\n");
    return;
  }
  const Document document =
      document_of(check, request, context.rules, context.messages);
  write_output_file(context.options.out, report_json(check, request, document));
  print(stderr,
        context.messages("merge.written", {{"file", context.options.out}}) +
            "\n");
}

}  // namespace

int run_merge(const Context& context) {
  const std::string& format = context.options.format;
  const auto& known = check_formats();
  if (std::find(known.begin(), known.end(), format) == known.end()) {
    return refuse_value(context, "--format", format, listed(known));
  }
  const FindingSink sink = [&](const Finding& finding) {
    complain(context, finding);
  };
  const std::vector<std::filesystem::path> paths(context.options.files.begin(),
                                                 context.options.files.end());
  if (context.options.part) return write_as_part(context, paths, sink);
  const auto reports = report_requests(context, check_formats());
  if (!reports) return kCouldNotRun;
  auto parts = MergedParts::read_all(paths, context.rules, sink);
  if (!parts) return kCouldNotRun;
  YearRequest request;
  request.workspace = context.options.workspace;
  request.draft = context.options.draft;
  const bool good =
      parts->complete(request, context.data, context.rules,
                      std::string("gov-report ") + kVersion, sink);
  if (!good) return kCouldNotRun;
  const CheckResult result = check_year(request, context.data, context.rules);
  CheckReport report =
      describe(result, context.rules, context.messages, context.options.strict);
  report.year = request.year;
  const bool written = write_reports(
      context, *reports, [&](const std::string& of, const WriteBytes& write) {
        write(rendered(context, report, of, false));
      });
  print(stdout, rendered(context, report, format, context.color_out));
  write_report(context, request, result);
  if (result.stopped || !written) return kCouldNotRun;
  return report.pass ? kClean : kFindings;
}

}  // namespace gov_report::cli
