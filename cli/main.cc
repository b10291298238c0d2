// gov-report: arguments in, one command, exit code out. Over 400 lines: every
// command and option is in its tables.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <map>
#include <system_error>

#include "base/system_reason.h"
#include "base/text.h"
#include "base/unfinished.h"
#include "command.h"
#include "completion.h"
#include "version.h"

namespace gov_report::cli {
namespace {

constexpr std::string_view kSystemWords = "system.";

/// The environment is read here and nowhere else.
Language language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view(value).starts_with("zh") ? Language::zh
                                                     : Language::en;
  }
  return Language::en;
}

/// Help must be in the right language before anything is parsed.
std::string early_option(int argc, char** argv, std::string_view name) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == name && i + 1 < argc) return argv[i + 1];
    if (word.starts_with(std::string(name) + "=")) {
      return std::string(word.substr(name.size() + 1));
    }
  }
  return {};
}

struct Command {
  const char* name;
  int (*run)(const Context&);
  const char* argument;          ///< its positional; nullptr: none
  std::string Options::*target;  ///< where that goes
  std::vector<std::string> options;
};

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      {"init", run_init, "DIR", &Options::folder, {"YEAR"}},
      {"build",
       run_build,
       "YEAR",
       &Options::year,
       {"--to", "--out", "--draft", "--workpapers", "--form", "--as-of",
        "--strict", "--no-waivers", "--encoding", "--jobs"}},
      {"check",
       run_check,
       "YEAR",
       &Options::year,
       {"--format", "--report", "--annotate", "--limit", "--strict", "--form",
        "--as-of", "--no-waivers", "--encoding", "--jobs"}},
      {"close",
       run_close,
       "YEAR",
       &Options::year,
       {"--replace", "--form", "--as-of", "--strict", "--no-waivers",
        "--encoding", "--jobs"}},
      {"diff",
       run_diff,
       "FROM",
       &Options::year,
       {"TO", "--all", "--format", "--encoding"}},
      {"tally",
       run_tally,
       "YEAR",
       &Options::year,
       {"LEDGER", "-o", "--ledger", "--form", "--as-of", "--limit",
        "--no-waivers", "--encoding", "--jobs"}},
      {"merge",
       run_merge,
       nullptr,
       nullptr,
       {"PART", "-o", "--part", "--draft", "--format", "--report", "--strict"}},
      {"verify", run_verify, "FOLDER", &Options::folder, {"--format"}},
      {"show",
       run_show,
       "YEAR",
       &Options::year,
       {"TABLE", "--ids", "--form", "--encoding", "--jobs"}},
      {"trace",
       run_trace,
       "YEAR",
       &Options::year,
       {"CELL", "--format", "--form", "--encoding"}},
      {"audit",
       run_audit,
       nullptr,
       nullptr,
       {"FILE", "--format", "-o", "--report", "--against", "--strict",
        "--jobs"}},
      {"notice",
       run_notice,
       nullptr,
       nullptr,
       {"FILE", "-o", "--by", "--from", "--strict", "--replace"}},
      {"import", run_import, nullptr, nullptr, {"FILE", "-o"}},
      {"rules", run_rules, nullptr, nullptr, {"--format"}},
      {"explain", run_explain, "RULE", &Options::rule, {}},
      {"completion", run_completion, "SHELL", &Options::shell, {}},
  };
  return kCommands;
}

void add_option(CLI::App& app, const std::string& name, Options& options,
                const Messages& text) {
  const auto help = [&](const std::string& key) {
    return text("help.option." + key);
  };
  if (name == "--to") app.add_option(name, options.to, help("to"));
  if (name == "--out") app.add_option(name, options.out, help("out"));
  if (name == "-o" &&
      (app.get_name() == "tally" || app.get_name() == "merge")) {
    app.add_option(name, options.out, help("o"))->required();
  } else if (name == "-o") {
    const std::string& of = app.get_name();
    app.add_option("-o,--out", options.out,
                   help(of == "notice"   ? "notice-out"
                        : of == "import" ? "import-out"
                                         : "output"));
  }
  if (name == "--by") app.add_option(name, options.by, help("by"));
  if (name == "--from") app.add_option(name, options.from, help("from"));
  if (name == "LEDGER" || name == "PART") {
    app.add_option(name, options.files,
                   help(name == "LEDGER" ? "ledger-files" : "parts"))
        ->required();
  }
  if (name == "--ledger") {
    app.add_option(name, options.ledger, help("ledger"));
  }
  if (name == "--part") app.add_flag(name, options.part, help("part"));
  if (name == "--draft") app.add_flag(name, options.draft, help("draft"));
  if (name == "--workpapers") {
    app.add_flag(name, options.workpapers, help("workpapers"));
  }
  if (name == "--form") app.add_option(name, options.form, help("form"));
  if (name == "--as-of") app.add_option(name, options.as_of, help("as-of"));
  if (name == "--encoding") {
    app.add_option(name, options.encoding, help("encoding"));
  }
  if (name == "--ids") app.add_flag(name, options.ids, help("ids"));
  if (name == "FILE") {
    auto* files = app.add_option(name, options.files, help("files"));
    files->required();
    if (app.get_name() == "import") files->expected(1);
  }
  if (name == "--against") {
    app.add_option(name, options.against, help("against"));
  }
  if (name == "--all") app.add_flag(name, options.all, help("all"));
  if (name == "TO") {
    app.add_option(name, options.to_year, help("to-year"))->required();
  }
  if (name == "--replace") app.add_flag(name, options.replace, help("replace"));
  if (name == "--strict") app.add_flag(name, options.strict, help("strict"));
  if (name == "--jobs") app.add_option(name, options.jobs, help("jobs"));
  if (name == "--limit") app.add_option(name, options.limit, help("limit"));
  // One value each time: what follows may be the year.
  if (name == "--report") {
    const bool of_audit = app.get_name() == "audit";
    app.add_option(name, options.reports,
                   help(of_audit ? "audit-report" : "report"))
        ->allow_extra_args(false);
  }
  if (name == "--annotate") {
    app.add_option(name, options.annotations, help("annotate"))
        ->allow_extra_args(false);
  }
  if (name == "--no-waivers") {
    app.add_flag(name, options.no_waivers, help("no-waivers"));
  }
  if (name == "--format") {
    const std::string& of = app.get_name();
    const bool is_two = of == "diff" || of == "verify";
    app.add_option(name, options.format,
                   help(of == "audit"             ? "audit-format"
                        : of == "rules" || is_two ? "rules-format"
                        : of == "trace"           ? "trace-format"
                                                  : "format"));
  }
  if (name == "YEAR") app.add_option(name, options.year, help("stub-year"));
  if (name == "CELL")
    app.add_option(name, options.cell, help("cell"))->required();
  if (name == "TABLE") app.add_option(name, options.table, help("table"));
}

std::string argument_key(const std::string& argument) {
  static const std::map<std::string, std::string> kKeys = {
      {"DIR", "folder"},       {"YEAR", "year"}, {"FROM", "from-year"},
      {"FOLDER", "delivered"}, {"RULE", "rule"}, {"SHELL", "shell"}};
  return "help.option." + kKeys.at(argument);
}

/// The words of CLI11 itself.
void set_labels(CLI::App& app, const Messages& text) {
  const auto formatter = app.get_formatter();
  for (const std::string label :
       {"Usage", "OPTIONS", "SUBCOMMAND", "Positionals"}) {
    formatter->label(label, text("help.label." + label));
  }
  // The names of the options say as much.
  for (const std::string label : {"REQUIRED", "TEXT"}) {
    formatter->label(label, "");
  }
  app.option_defaults()->group(text("help.label.Options"));
}

void set_up(CLI::App& app, Options& options, const Messages& text) {
  set_labels(app, text);
  app.set_help_flag("-h,--help", text("help.option.help"));
  app.set_version_flag("--version", std::string("gov-report ") + kVersion,
                       text("help.option.version"));
  app.add_option("-C", options.workspace, text("help.option.workspace"));
  app.add_option("--lang", options.lang, text("help.option.lang"));
  app.add_option("--data", options.data, text("help.option.data"));
  app.add_option("--color", options.color, text("help.option.color"));
  app.footer(text("help.footer"));
  app.fallthrough();
  for (const Command& command : commands()) {
    const std::string name = command.name;
    CLI::App* sub = app.add_subcommand(name, text("help." + name));
    sub->group(text("help.label.Subcommands"));
    sub->set_help_flag("-h,--help", text("help.option.help"));
    sub->footer(text("help." + name + ".footer"));
    sub->fallthrough();
    if (command.argument != nullptr) {
      sub->add_option(command.argument, options.*command.target,
                      text(argument_key(command.argument)))
          ->required();
    }
    for (const std::string& option : command.options) {
      add_option(*sub, option, options, text);
    }
  }
}

int usage_error(const Messages& text, const std::string& message) {
  print(stderr,
        "gov-report: " + message + "\n" + text("usage.see-help") + "\n");
  return kCouldNotRun;
}

/// Words that nothing took: a misspelled command or option.
int report_extras(const CLI::App& app, const Messages& text) {
  const std::string word = app.remaining(true).front();
  const bool has_command = !app.get_subcommands().empty();
  std::vector<std::string> known;
  if (word.starts_with('-')) {
    const auto add = [&](const CLI::App& from) {
      for (const CLI::Option* option : from.get_options()) {
        for (const std::string& name : option->get_lnames()) {
          known.push_back("--" + name);
        }
      }
    };
    add(app);
    for (const CLI::App* sub : app.get_subcommands()) add(*sub);
  } else if (!has_command) {
    for (const Command& command : commands()) known.emplace_back(command.name);
  }
  const auto near = nearest(word, known);
  std::string key = has_command || word.starts_with('-')
                        ? "usage.unknown-word"
                        : "usage.unknown-command";
  if (near) key += "-nearest";
  return usage_error(text, text(key, {{"word", printable(word)},
                                      {"nearest", near.value_or("")}}));
}

int report_parse_error(const CLI::App& app, const CLI::ParseError& error,
                       const Messages& text) {
  if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr) {
    print(stdout, std::string("gov-report ") + kVersion + "\n");
    return kClean;
  }
  if (dynamic_cast<const CLI::CallForHelp*>(&error) != nullptr) {
    const auto chosen = app.get_subcommands();
    print(stdout,
          chosen.empty() ? app.help() : chosen.front()->help("gov-report"));
    return kClean;
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const std::string words = error.what();
    return usage_error(
        text, text("usage.needs-value",
                   {{"option", words.substr(0, words.find_first_of(": "))}}));
  }
  if (!app.remaining(true).empty()) return report_extras(app, text);
  const auto chosen = app.get_subcommands();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr &&
      !chosen.empty()) {
    const std::string words = error.what();
    return usage_error(text,
                       text("usage.missing-argument",
                            {{"command", chosen.front()->get_name()},
                             {"what", words.substr(0, words.find(' '))}}));
  }
  return usage_error(text, error.what());
}

struct Started {
  DataFiles data;
  std::optional<RuleCatalogue> rules;
  std::optional<Messages> messages;
};

/// The words of --data are of no use: the built-in ones say why.
std::nullopt_t refuse_data(const std::vector<Finding>& findings,
                           Language language) {
  const auto rules = load_rule_catalogue(DataFiles(), [](const Finding&) {});
  for (const Finding& finding : findings) {
    print(stderr, finding_line(rules->describe(finding, language)));
  }
  return std::nullopt;
}

/// Loads the words. If those of --data are broken, the built-in ones say so.
std::optional<Started> start(const std::string& folder, Language language) {
  Started started;
  FindingList findings;
  if (!folder.empty()) started.data = DataFiles(folder);
  if (!folder.empty() && !std::filesystem::is_directory(folder)) {
    Finding missing;
    missing.rule = "file-missing";
    missing.place.file = folder;
    missing.arguments = {{"file", folder}};
    return refuse_data({std::move(missing)}, language);
  }
  started.rules = load_rule_catalogue(started.data, findings.sink());
  started.messages = load_messages(started.data, language, findings.sink());
  if (started.rules && started.messages) {
    started.rules->name_system_errors(started.messages->all_of(kSystemWords));
    return started;
  }
  return refuse_data(findings.all(), language);
}

bool wants_color(const std::string& when, int descriptor) {
  return when == "always" || (when == "auto" && isatty(descriptor) == 1);
}

int run_chosen(int argc, char** argv, const Started& started) {
  const Messages& text = *started.messages;
  Options options;
  CLI::App app(text("help.program"), "gov-report");
  set_up(app, options, text);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return report_parse_error(app, error, text);
  }
  const Context context{options,
                        started.data,
                        *started.rules,
                        text,
                        wants_color(options.color, STDOUT_FILENO),
                        wants_color(options.color, STDERR_FILENO)};
  if (!options.lang.empty() && options.lang != "zh" && options.lang != "en") {
    return refuse_value(context, "--lang", options.lang, "zh, en");
  }
  if (options.color != "auto" && options.color != "always" &&
      options.color != "never") {
    return refuse_value(context, "--color", options.color,
                        "auto, always, never");
  }
  for (const Command& command : commands()) {
    if (!app.got_subcommand(command.name)) continue;
    return command.run(context);
  }
  return usage_error(text, text("usage.missing-command"));
}

/// A product that could not be printed whole is no success.
int with_stdout_flushed(int code, const Messages& text) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
  print(stderr, "gov-report: " + text("usage.stdout-broken") + "\n");
  return kCouldNotRun;
}

/// A disk that is full, a file that vanishes while it is read.
int report_system_error(const std::system_error& error, const Messages& text) {
  const int number = error.code().value();
  std::string reason = reason_arguments(error, "").front().value.zh;
  const std::string key = std::string(kSystemWords) + errno_name(number);
  const std::string words = text(key);
  if (words != key) reason = with_words(reason, number, words);
  print(stderr, "gov-report: " + reason + "\n");
  return kCouldNotRun;
}

int run(int argc, char** argv) {
  const std::string lang = early_option(argc, argv, "--lang");
  Language language = language_of_locale();
  if (lang == "zh") language = Language::zh;
  if (lang == "en") language = Language::en;
  clean_up_when_interrupted();
  // A reader that closes its end is noticed where we write, not by a signal.
  std::signal(SIGPIPE, SIG_IGN);
  const auto started = start(early_option(argc, argv, "--data"), language);
  if (!started) return kCouldNotRun;
  try {
    return with_stdout_flushed(run_chosen(argc, argv, *started),
                               *started->messages);
  } catch (const std::system_error& error) {
    return report_system_error(error, *started->messages);
  }
}

}  // namespace
}  // namespace gov_report::cli

int main(int argc, char** argv) {
  try {
    return gov_report::cli::run(argc, argv);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "gov-report: %s\n", error.what());
    return gov_report::cli::kCouldNotRun;
  }
}
