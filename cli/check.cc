// gov-report check YEAR: all rules, no rendering; findings are the product.

#include <cstdio>

#include "command.h"

namespace gov_report::cli {

int run_check(const Context& context) {
  const std::string& format = context.options.format;
  if (format != "text" && format != "short" && format != "json") {
    return refuse_value(context, "--format", format, "text, short, json");
  }
  const auto request = year_request(context);
  if (!request) return kCouldNotRun;
  const CheckResult result = check_year(*request, context.data, context.rules);
  CheckReport report =
      describe(result, context.rules, context.messages, context.options.strict);
  report.year = request->year;
  if (format == "json") {
    print(stdout, check_json(report));
  } else {
    for (const Diagnostic& finding : report.findings) {
      print(stdout, format == "short"
                        ? finding_line(finding)
                        : finding_text(finding, context.color_out) + "\n");
    }
    print_summary(stdout, context, result, report);
  }
  if (result.stopped) return kCouldNotRun;
  return report.pass ? kClean : kFindings;
}

}  // namespace gov_report::cli
