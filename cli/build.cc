// gov-report build YEAR: the report in all formats, or what is wrong.

#include "pipeline/build.h"

#include <cstdio>

#include "base/text.h"
#include "command.h"
#include "progress_line.h"
#include "version.h"

namespace gov_report::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

/// The formats of --to, without repetition; nullopt after a message.
std::optional<std::vector<std::string>> formats_of(const Context& context) {
  const auto& known = output_formats();
  std::vector<std::string> chosen;
  std::string_view rest = context.options.to;
  while (true) {
    const std::size_t comma = rest.find(',');
    const std::string name(trimmed(rest.substr(0, comma)));
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      refuse_value(context, "--to", name, joined(known));
      return std::nullopt;
    }
    if (std::find(chosen.begin(), chosen.end(), name) == chosen.end()) {
      chosen.push_back(name);
    }
    if (comma == std::string_view::npos) return chosen;
    rest.remove_prefix(comma + 1);
  }
}

/// That they are internal, and what of the ledgers is not in them.
void print_workpapers(const Context& context, const BuildResult& result,
                      const BuildRequest& request) {
  const Messages& text = context.messages;
  if (!request.workpapers) return;
  print(stdout, text("build.workpapers") + "\n");
  const bool zh = text.language() == Language::zh;
  for (const LeftOutOf& out : result.left_out) {
    const bool only_long = out.what.rows == out.what.listed;
    print(stderr,
          text(only_long ? "build.workpapers-too-long"
                         : "build.workpapers-left-out",
               {{"ledger", zh ? out.ledger.zh : out.ledger.en},
                {"rows", std::to_string(out.what.rows)},
                {"listed", std::to_string(out.what.listed)},
                {"rest", std::to_string(out.what.rows - out.what.listed)}}) +
              "\n");
  }
}

}  // namespace

int run_build(const Context& context) {
  const auto year = year_request(context);
  if (!year) return kCouldNotRun;
  const auto formats = formats_of(context);
  if (!formats) return kCouldNotRun;
  BuildRequest request;
  request.year = *year;
  request.year.draft = context.options.draft;
  request.formats = *formats;
  request.folder = context.options.out;
  request.workpapers = context.options.workpapers;
  request.strict = context.options.strict;
  request.program = std::string("gov-report ") + kVersion;
  std::optional<ProgressLine> line(std::in_place, context.messages);
  request.year.progress = line->progress();
  const BuildResult result =
      build_report(request, context.data, context.rules, context.messages);
  line.reset();
  const CheckReport report =
      describe(result.check, context.rules, context.messages, request.strict);
  print_findings(stderr, context, report, context.color_err);
  print(stderr, waivers_text(context, report, false));
  print(stderr, summary_text(context, report));
  if (result.check.stopped) return kCouldNotRun;
  const Messages& text = context.messages;
  const std::string errors =
      std::to_string(result.check.count(Severity::error, context.rules));
  if (!result.written) {
    const std::string warnings =
        std::to_string(result.check.count(Severity::warning, context.rules));
    print(stderr, text(errors == "0" ? "build.refused-strict" : "build.refused",
                       {{"errors", errors}, {"warnings", warnings}}) +
                      "\n");
    return kFindings;
  }
  if (request.year.draft && !report.pass) {
    print(stderr, text("build.draft") + "\n");
  }
  print(stdout, text("build.written", {{"folder", result.folder.string()},
                                       {"files", joined(result.files)}}) +
                    "\n");
  print_workpapers(context, result, request);
  if (!result.removed.empty()) {
    print(stdout,
          text("build.removed", {{"files", joined(result.removed)}}) + "\n");
  }
  return report.pass ? kClean : kFindings;
}

}  // namespace gov_report::cli
