#include "command.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <map>

#include "base/text.h"
#include "check_output.h"
#include "ledger/date_text.h"

namespace gov_report::cli {

void print(std::FILE* to, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), to);
}

namespace {

constexpr std::size_t kMostJobs = 256;
constexpr const char* kEncodings = "utf-8, gb18030, utf-16le, utf-16be";

std::vector<std::string> pieces_of(std::string_view list) {
  constexpr std::string_view kBetween = ", ";
  std::vector<std::string> pieces;
  while (true) {
    const std::size_t end = list.find(kBetween);
    pieces.emplace_back(list.substr(0, end));
    if (end == std::string_view::npos) return pieces;
    list.remove_prefix(end + kBetween.size());
  }
}

}  // namespace

int refuse_value(const Context& context, const std::string& option,
                 const std::string& value, const std::string& allowed) {
  Finding finding;
  finding.rule = "unknown-option-value";
  finding.arguments = {
      {"option", option}, {"value", printable(value)}, {"allowed", allowed}};
  if (const auto near = nearest(value, pieces_of(allowed))) {
    finding.variant = "nearest";
    finding.arguments.push_back({"nearest", *near});
  }
  complain(context, finding);
  return kCouldNotRun;
}

bool ending_is_known(const Context& context,
                     const std::vector<std::string>& endings) {
  const std::string ending =
      std::filesystem::path(context.options.out).extension().string();
  const bool known = context.options.format_given || ending.empty() ||
                     std::ranges::find(endings, ending) != endings.end();
  if (!known) refuse_value(context, "-o", ending, listed(endings));
  return known;
}

int refuse_unlisted(const Context& context, const std::string& option,
                    const std::string& value, const std::string& command) {
  Finding finding;
  finding.rule = "unknown-option-value";
  finding.variant = "listed-by";
  finding.arguments = {
      {"option", option}, {"value", printable(value)}, {"command", command}};
  complain(context, finding);
  return kCouldNotRun;
}

std::optional<Date> day_of(const Context& context, const std::string& option,
                           const std::string& typed) {
  if (const auto day = parse_date(typed)) return day;
  Finding finding;
  finding.rule = "unknown-option-value";
  const std::string why = why_no_date(typed).variant;
  const bool has_form = why == "not-in-calendar" || why == "year-out-of-range";
  finding.variant = has_form ? why : "no-day";
  finding.arguments = {{"option", option}, {"value", printable(typed)}};
  complain(context, finding);
  return std::nullopt;
}

void complain(const Context& context, const Finding& finding) {
  const auto words =
      context.rules.describe(finding, context.messages.language());
  print(stderr, finding_text(words, context.color_err));
}

std::optional<std::size_t> number_of(const std::string& text,
                                     std::size_t most) {
  std::size_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number > most) {
    return std::nullopt;
  }
  return number;
}

std::optional<unsigned> threads_asked_for(const Context& context) {
  const std::string& typed = context.options.jobs;
  if (const auto jobs = number_of(typed, kMostJobs)) {
    return static_cast<unsigned>(*jobs);
  }
  refuse_value(context, "--jobs", typed, "0-" + std::to_string(kMostJobs));
  return std::nullopt;
}

std::optional<YearRequest> year_request(const Context& context) {
  return year_request(context, context.options.year);
}

std::optional<YearRequest> year_request(const Context& context,
                                        const std::string& typed) {
  const Options& options = context.options;
  YearRequest request;
  request.workspace = options.workspace;
  request.form = options.form;
  request.no_waivers = options.no_waivers;
  const std::string year = half_width(typed);
  const char* const end = year.data() + year.size();
  const auto [stop, error] = std::from_chars(year.data(), end, request.year);
  if (error != std::errc() || stop != end || request.year < 1949 ||
      request.year > 2198) {
    Finding finding;
    finding.rule = "unknown-option-value";
    finding.variant = "no-year";
    finding.arguments = {{"value", printable(typed)}};
    complain(context, finding);
    return std::nullopt;
  }
  const auto jobs = threads_asked_for(context);
  if (!jobs) return std::nullopt;
  request.jobs = *jobs;
  if (!options.encoding.empty()) {
    request.encoding = encoding_of_name(options.encoding);
    if (!request.encoding) {
      refuse_value(context, "--encoding", options.encoding, kEncodings);
      return std::nullopt;
    }
  }
  if (!options.as_of.empty()) {
    request.as_of = day_of(context, "--as-of", options.as_of);
    if (!request.as_of) return std::nullopt;
  }
  return request;
}

bool read_limit(const Context& context, YearRequest& request) {
  const std::string& text = context.options.limit;
  if (const auto limit = number_of(text, SIZE_MAX)) {
    request.limit = *limit;
    return true;
  }
  refuse_value(context, "--limit", text, context.messages("limit.allowed"));
  return false;
}

void print_findings(std::FILE* to, const Context&, const CheckReport& report,
                    bool color) {
  for_each_line(report, [&](const Diagnostic* finding,
                            const std::string& more) {
    print(to,
          (finding != nullptr ? finding_text(*finding, color) : more + "\n") +
              "\n");
  });
}

namespace {

constexpr std::size_t kNotVerifiedShown = 10;

/// Numbers of the texts that nothing could attach to a figure.
std::string not_verified_text(const Messages& text, const CheckReport& report) {
  const auto& numbers = report.claims_not_verified;
  const std::size_t shown = std::min(kNotVerifiedShown, numbers.size());
  std::string lines;
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [place, words] = numbers[i];
    lines += text("coverage.not-verified",
                  {{"place", place.file + ":" + std::to_string(place.at.line) +
                                 ":" + std::to_string(place.at.column)},
                   {"text", words}}) +
             "\n";
  }
  if (shown == numbers.size()) return lines;
  return lines +
         text("coverage.not-verified-more",
              {{"count", std::to_string(numbers.size())},
               {"more", std::to_string(numbers.size() - shown)}}) +
         "\n";
}

}  // namespace

std::string not_run_text(
    const Messages& text,
    const std::vector<std::pair<std::string, std::string>>& rules_not_run) {
  std::map<std::string, std::string> reasons;
  for (const auto& [rule, reason] : rules_not_run) {
    std::string& rules = reasons[reason];
    rules += (rules.empty() ? "" : ", ") + rule;
  }
  std::string lines;
  for (const auto& [reason, rules] : reasons) {
    // What this version or this form has nothing to do with is only counted.
    const bool only_counted = reason == text("not-run.planned") ||
                              reason == text("not-run.retired") ||
                              reason == text("not-run.other-format") ||
                              reason == text("not-run.delivery") ||
                              reason == text("not-run.other-years");
    if (only_counted) continue;
    lines +=
        text("coverage.not-run", {{"reason", reason}, {"rules", rules}}) + "\n";
  }
  return lines;
}

std::string waivers_text(const Context& context, const CheckReport& report,
                         bool short_lines) {
  const Messages& text = context.messages;
  std::string lines;
  if (report.waivers_ignored) lines += text("waived.ignored") + "\n";
  if (report.waived.empty()) return lines;
  const std::string count = std::to_string(report.waived.size());
  if (!short_lines) lines += text("waived", {{"count", count}}) + "\n";
  for (const WaivedDiagnostic& one : report.waived) {
    lines += short_lines ? waived_line(one) : waived_text(one);
  }
  return lines + (short_lines ? "" : "\n");
}

std::string summary_text(const Context& context, const CheckReport& report) {
  const Messages& text = context.messages;
  if (report.stopped) return verdict_text(report, text) + "\n";
  std::string lines = not_run_text(text, report.rules_not_run);
  lines += text("coverage",
                {{"cells", std::to_string(report.cells_checked)},
                 {"equations", std::to_string(report.equations_checked)},
                 {"records", std::to_string(report.records_checked)},
                 {"claims", std::to_string(report.claims_checked)},
                 {"run", std::to_string(report.rules_run)},
                 {"not_run", std::to_string(report.rules_not_run.size())}}) +
           "\n";
  if (report.rows_rejected > 0) {
    lines += text("coverage.rejected",
                  {{"rows", std::to_string(report.rows_rejected)}}) +
             "\n";
  }
  lines += not_verified_text(text, report);
  return lines + verdict_text(report, text) + "\n";
}

}  // namespace gov_report::cli
