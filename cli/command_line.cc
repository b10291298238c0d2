#include "command_line.h"

#include <CLI/CLI.hpp>
#include <map>
#include <vector>

#include "base/text.h"
#include "completion.h"
#include "version.h"

namespace gov_report::cli {
namespace {

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
      {"import", run_import, nullptr, nullptr, {"FILE", "-o", "--replace"}},
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
  if (name == "--replace") {
    const bool of_seal = app.get_name() == "close";
    app.add_flag(name, options.replace,
                 help(of_seal ? "replace" : "replace-files"));
  }
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
                                                  : "format"))
        ->each([&](const std::string&) { options.format_given = true; });
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

}  // namespace

int usage_error(const Messages& text, const std::string& message) {
  print(stderr,
        "gov-report: " + message + "\n" + text("usage.see-help") + "\n");
  return kCouldNotRun;
}

std::optional<CommandLine> read_command_line(int argc, char** argv,
                                             const Messages& text,
                                             int& exit_code) {
  CommandLine line;
  CLI::App app(text("help.program"), "gov-report");
  set_up(app, line.options, text);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = report_parse_error(app, error, text);
    return std::nullopt;
  }
  for (const Command& command : commands()) {
    if (app.got_subcommand(command.name)) line.run = command.run;
  }
  return line;
}

}  // namespace gov_report::cli
