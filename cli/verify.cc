// gov-report verify DIR: three questions about a delivered folder.

#include "pipeline/verify.h"

#include <cstdio>

#include "command.h"
#include "write/verify_report.h"

namespace gov_report::cli {
namespace {

VerifyReport report_of(const Context& context, const VerifyResult& result) {
  VerifyReport report{result.year, result.format, result.agency, {}, {}};
  for (const Finding& finding : result.findings.all()) {
    report.findings.push_back(
        context.rules.describe(finding, context.messages.language()));
  }
  if (result.stopped) return report;
  const auto add = [&](const char* question, Answer answer,
                       const std::string& why) {
    const char* word = answer == Answer::yes  ? "yes"
                       : answer == Answer::no ? "no"
                                              : "not_answered";
    report.answers.push_back(
        {question, word, why.empty() ? "" : context.messages(why)});
  };
  add("unedited", result.unedited, "");
  add("consistent", result.consistent, result.why_not_consistent);
  add("from_ledgers", result.from_ledgers, result.why_not_ledgers);
  return report;
}

void print_answers(const Context& context, const VerifyReport& report,
                   const VerifyResult& result) {
  const Messages& text = context.messages;
  for (const Diagnostic& finding : report.findings) {
    print(stdout, finding_text(finding, context.color_out) + "\n");
  }
  if (result.stopped) {
    print(stdout, text("verdict.stopped") + "\n");
    return;
  }
  for (const VerifyAnswer& answer : report.answers) {
    const std::string word = text("verify." + answer.answer);
    print(stdout, text("verify." + answer.question,
                       {{"answer", answer.reason.empty()
                                       ? word
                                       : text("verify.because",
                                              {{"answer", word},
                                               {"reason", answer.reason}})},
                        {"files", std::to_string(result.files_compared)},
                        {"cells", std::to_string(result.cells_compared)}}) +
                      "\n");
  }
}

}  // namespace

int run_verify(const Context& context) {
  const std::string& format = context.options.format;
  if (format != "text" && format != "json") {
    return refuse_value(context, "--format", format, "text, json");
  }
  const VerifyResult result =
      verify_folder({context.options.folder, context.options.workspace},
                    context.data, context.rules, context.messages);
  const VerifyReport report = report_of(context, result);
  if (format == "json") {
    print(stdout, verify_json(report));
  } else {
    print_answers(context, report, result);
  }
  if (result.stopped) return kCouldNotRun;
  const bool differs = result.unedited == Answer::no ||
                       result.consistent == Answer::no ||
                       result.from_ledgers == Answer::no;
  return differs ? kFindings : kClean;
}

}  // namespace gov_report::cli
