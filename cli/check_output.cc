#include "check_output.h"

#include <algorithm>
#include <system_error>

#include "base/output_file.h"
#include "base/system_reason.h"
#include "version.h"
#include "write/sarif.h"

namespace gov_report::cli {
namespace {

/// With a suffix for each, "text=FILE, short=FILE".
std::string report_forms(std::vector<std::string> forms) {
  for (std::string& form : forms) form += "=FILE";
  return listed(forms);
}

bool refuse_no_path(const Context& context, const std::string& word,
                    const std::string& format) {
  Finding finding;
  finding.rule = "unknown-option-value";
  finding.variant = "no-path";
  finding.arguments = {
      {"option", "--report"}, {"value", word}, {"allowed", format + "=FILE"}};
  complain(context, finding);
  return false;
}

/// False after a message.
bool read_request(const Context& context, const std::string& word,
                  const std::vector<std::string>& known,
                  std::vector<ReportRequest>& requests) {
  const std::size_t sign = word.find('=');
  const std::string format = word.substr(0, sign);
  if (std::ranges::find(known, format) == known.end()) {
    refuse_value(
        context, "--report", format,
        sign == std::string::npos ? report_forms(known) : listed(known));
    return false;
  }
  if (sign == std::string::npos || sign + 1 == word.size()) {
    return refuse_no_path(context, word, format);
  }
  requests.push_back({format, word.substr(sign + 1)});
  return true;
}

std::string text_report(const Context& context, const CheckReport& report,
                        bool one_line_each, bool color) {
  std::string all;
  for_each_line(report,
                [&](const Diagnostic* finding, const std::string& more) {
                  if (finding == nullptr) {
                    all += more + (one_line_each ? "\n" : "\n\n");
                  } else {
                    all += one_line_each ? finding_line(*finding)
                                         : finding_text(*finding, color) + "\n";
                  }
                });
  return all + waivers_text(context, report, one_line_each) +
         summary_text(context, report);
}

}  // namespace

const std::vector<std::string>& check_formats() {
  static const std::vector<std::string> kFormats = {"text", "short", "json",
                                                    "sarif"};
  return kFormats;
}

std::string listed(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::optional<std::vector<ReportRequest>> report_requests(
    const Context& context, const std::vector<std::string>& known) {
  std::vector<ReportRequest> requests;
  bool good = true;
  for (const std::string& word : context.options.reports) {
    good = read_request(context, word, known, requests) && good;
  }
  if (!good) return std::nullopt;
  return requests;
}

std::string rendered(const Context& context, const CheckReport& report,
                     const std::string& format, bool color) {
  if (format == "json") return check_json(report);
  if (format == "sarif") {
    const Messages& text = context.messages;
    return check_sarif(
        report, {kVersion, text.language() == Language::zh ? "zh-CN" : "en-US",
                 text("help.program")});
  }
  return text_report(context, report, format == "short", color);
}

bool write_reports(const Context& context,
                   const std::vector<ReportRequest>& requests,
                   const std::function<void(const std::string& format,
                                            const WriteBytes&)>& render) {
  bool all = true;
  for (const ReportRequest& request : requests) {
    try {
      OutputFile file(request.path);
      render(request.format,
             [&](std::string_view bytes) { file.write(bytes); });
      file.commit();
    } catch (const std::system_error& error) {
      Finding finding;
      finding.rule = "output-not-writable";
      finding.variant = "file";
      finding.arguments = reason_arguments(error, request.path.string());
      finding.arguments.push_back({"file", request.path.string()});
      complain(context, finding);
      all = false;
    }
  }
  return all;
}

}  // namespace gov_report::cli
