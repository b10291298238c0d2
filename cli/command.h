// command.h - what every command gets: the words, the rules, the options
// typed. A command makes one pipeline call, prints, and returns the exit code.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/finding_list.h"
#include "pipeline/check.h"
#include "schema/messages.h"

namespace gov_report::cli {

inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kCouldNotRun = 2;

/// What was typed; nothing of it has been looked at yet.
struct Options {
  std::string workspace = ".";
  std::string lang;
  std::string data;
  std::string color = "auto";
  std::string year;
  std::string form;
  std::string as_of;
  std::string encoding;
  std::string to = "md,xlsx,docx,html,json";
  std::string out;
  std::string format = "text";
  bool format_given = false;
  std::string table;
  std::string cell;
  std::string rule;
  std::string folder;
  std::string shell;
  std::string limit = "100";
  std::string jobs = "0";
  std::string ledger;
  std::vector<std::string> files;
  std::string against;
  std::vector<std::string> reports;
  std::vector<std::string> annotations;
  std::string by;
  std::string from;
  bool draft = false;
  bool workpapers = false;
  bool strict = false;
  bool ids = false;
  bool part = false;
  bool replace = false;
  std::string to_year;
  bool all = false;
  bool no_waivers = false;
};

struct Context {
  const Options& options;
  const DataFiles& data;
  const RuleCatalogue& rules;
  const Messages& messages;
  bool color_out = false;
  bool color_err = false;
};

/// The value of an option is none of those allowed: says so on stderr.
int refuse_value(const Context& context, const std::string& option,
                 const std::string& value, const std::string& allowed);

/// The same where a command lists those allowed.
int refuse_unlisted(const Context& context, const std::string& option,
                    const std::string& value, const std::string& command);

/// Whether the file of -o has one of these endings, or none, or --format says
/// what is in it. False after a message.
bool ending_is_known(const Context& context,
                     const std::vector<std::string>& endings);

/// A day that was typed for an option; nullopt after a message.
std::optional<Date> day_of(const Context& context, const std::string& option,
                           const std::string& typed);

/// A whole number that was typed; nullopt if it is none, or above `most`.
std::optional<std::size_t> number_of(const std::string& text, std::size_t most);

/// The year and the other inputs of a run; nullopt after a message.
std::optional<YearRequest> year_request(const Context& context);
/// The same for a year that was typed elsewhere.
std::optional<YearRequest> year_request(const Context& context,
                                        const std::string& typed);

/// --jobs; 0: as many as the machine has cores. nullopt after a message.
std::optional<unsigned> threads_asked_for(const Context& context);

/// --limit. False after a message.
bool read_limit(const Context& context, YearRequest& request);

/// A finding of the program itself, on stderr.
void complain(const Context& context, const Finding& finding);

/// Findings as text, each with its line.
void print_findings(std::FILE* to, const Context& context,
                    const CheckReport& report, bool color);

/// What is waived, and that waivers were left out; a line each if
/// `short_lines`.
std::string waivers_text(const Context& context, const CheckReport& report,
                         bool short_lines);

/// Rules that did not run, by their reasons; one line for each reason.
std::string not_run_text(
    const Messages& text,
    const std::vector<std::pair<std::string, std::string>>& rules_not_run);

/// The coverage and the verdict.
std::string summary_text(const Context& context, const CheckReport& report);

void print(std::FILE* to, std::string_view text);

int run_audit(const Context& context);
int run_import(const Context& context);
int run_init(const Context& context);
int run_build(const Context& context);
int run_check(const Context& context);
int run_close(const Context& context);
int run_diff(const Context& context);
int run_merge(const Context& context);
int run_notice(const Context& context);
int run_show(const Context& context);
int run_tally(const Context& context);
int run_trace(const Context& context);
int run_verify(const Context& context);
int run_rules(const Context& context);
int run_explain(const Context& context);

}  // namespace gov_report::cli
