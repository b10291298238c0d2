#include "command.h"

#include <charconv>
#include <cstdio>
#include <map>

#include "base/text.h"

namespace gov_report::cli {

void print(std::FILE* to, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), to);
}

namespace {

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
  const auto words =
      context.rules.describe(finding, context.messages.language());
  print(stderr, finding_text(words, context.color_err));
  return kCouldNotRun;
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
  const std::string year = half_width(typed);
  const char* const end = year.data() + year.size();
  const auto [stop, error] = std::from_chars(year.data(), end, request.year);
  if (error != std::errc() || stop != end || request.year < 1949 ||
      request.year > 2198) {
    refuse_value(context, "YEAR", typed, "YYYY");
    return std::nullopt;
  }
  if (!options.as_of.empty()) {
    request.as_of = parse_date(options.as_of);
    if (!request.as_of) {
      refuse_value(context, "--as-of", options.as_of, "YYYY-MM-DD");
      return std::nullopt;
    }
  }
  return request;
}

void print_findings(std::FILE* to, const Context&, const CheckReport& report,
                    bool color) {
  for (const Diagnostic& finding : report.findings) {
    print(to, finding_text(finding, color) + "\n");
  }
}

namespace {

std::string count_of(const CheckReport& report, Severity severity) {
  std::size_t count = 0;
  for (const Diagnostic& finding : report.findings) {
    if (finding.severity == severity) ++count;
  }
  return std::to_string(count);
}

constexpr std::size_t kNotVerifiedShown = 10;

void print_not_verified(std::FILE* to, const Context& context,
                        const CheckReport& report) {
  const Messages& text = context.messages;
  const auto& numbers = report.claims_not_verified;
  const std::size_t shown = std::min(kNotVerifiedShown, numbers.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [place, words] = numbers[i];
    print(to, text("coverage.not-verified",
                   {{"place", place.file + ":" + std::to_string(place.at.line) +
                                  ":" + std::to_string(place.at.column)},
                    {"text", words}}) +
                  "\n");
  }
  if (shown == numbers.size()) return;
  print(to, text("coverage.not-verified-more",
                 {{"count", std::to_string(numbers.size())},
                  {"more", std::to_string(numbers.size() - shown)}}) +
                "\n");
}

}  // namespace

void print_summary(std::FILE* to, const Context& context,
                   const CheckResult& result, const CheckReport& report) {
  const Messages& text = context.messages;
  if (result.year == nullptr || result.stopped) {
    print(to, text("verdict.stopped") + "\n");
    return;
  }
  std::map<std::string, std::string> reasons;
  for (const auto& [rule, reason] : report.rules_not_run) {
    std::string& rules = reasons[reason];
    rules += (rules.empty() ? "" : ", ") + rule;
  }
  for (const auto& [reason, rules] : reasons) {
    // What this version or this form has nothing to do with is only counted.
    const bool only_counted = reason == text("not-run.planned") ||
                              reason == text("not-run.other-format") ||
                              reason == text("not-run.delivery") ||
                              reason == text("not-run.other-years");
    if (only_counted) continue;
    print(to, text("coverage.not-run", {{"reason", reason}, {"rules", rules}}) +
                  "\n");
  }
  print(to, text("coverage",
                 {{"cells", std::to_string(report.cells_checked)},
                  {"equations", std::to_string(report.equations_checked)},
                  {"records", std::to_string(report.records_checked)},
                  {"claims", std::to_string(report.claims_checked)},
                  {"run", std::to_string(report.rules_run)},
                  {"not_run", std::to_string(report.rules_not_run.size())}}) +
                "\n");
  if (report.rows_rejected > 0) {
    print(to, text("coverage.rejected",
                   {{"rows", std::to_string(report.rows_rejected)}}) +
                  "\n");
  }
  print_not_verified(to, context, report);
  print(to, text(report.pass ? "verdict.pass" : "verdict.fail",
                 {{"year", std::to_string(report.year)},
                  {"format", report.format},
                  {"errors", count_of(report, Severity::error)},
                  {"warnings", count_of(report, Severity::warning)},
                  {"infos", count_of(report, Severity::info)}}) +
                "\n");
}

}  // namespace gov_report::cli
