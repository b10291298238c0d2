#include "command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <utility>
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

template <typename Type>
struct OptionOf {
  const char* name;
  Type Options::*target;
  const char* help;  ///< of most commands
  bool required = false;
};

constexpr OptionOf<std::string> kValues[] = {
    {"--to", &Options::to, "to"},
    {"--out", &Options::out, "out"},
    {"--by", &Options::by, "by"},
    {"--from", &Options::from, "from"},
    {"--ledger", &Options::ledger, "ledger"},
    {"--form", &Options::form, "form"},
    {"--as-of", &Options::as_of, "as-of"},
    {"--encoding", &Options::encoding, "encoding"},
    {"--against", &Options::against, "against"},
    {"--jobs", &Options::jobs, "jobs"},
    {"--limit", &Options::limit, "limit"},
    {"TO", &Options::to_year, "to-year", true},
    {"YEAR", &Options::year, "stub-year"},
    {"CELL", &Options::cell, "cell", true},
    {"TABLE", &Options::table, "table"},
};

constexpr OptionOf<bool> kFlags[] = {
    {"--part", &Options::part, "part"},
    {"--draft", &Options::draft, "draft"},
    {"--workpapers", &Options::workpapers, "workpapers"},
    {"--ids", &Options::ids, "ids"},
    {"--all", &Options::all, "all"},
    {"--replace", &Options::replace, "replace-files"},
    {"--strict", &Options::strict, "strict"},
    {"--no-waivers", &Options::no_waivers, "no-waivers"},
};

constexpr OptionOf<std::vector<std::string>> kLists[] = {
    {"LEDGER", &Options::files, "ledger-files", true},
    {"PART", &Options::files, "parts", true},
    {"FILE", &Options::files, "files", true},
    {"--report", &Options::reports, "report"},
    {"--annotate", &Options::annotations, "annotate"},
};

/// The help of an option that means another thing in a command.
std::string help_key(const std::string& command, const std::string& option,
                     const std::string& otherwise) {
  static const std::map<std::pair<std::string, std::string>, std::string> kOwn =
      {{{"tally", "-o"}, "o"},
       {{"merge", "-o"}, "o"},
       {{"notice", "-o"}, "notice-out"},
       {{"import", "-o"}, "import-out"},
       {{"import", "FILE"}, "import-file"},
       {{"close", "--replace"}, "replace"},
       {{"audit", "--report"}, "audit-report"},
       {{"audit", "--format"}, "audit-format"},
       {{"rules", "--format"}, "rules-format"},
       {{"diff", "--format"}, "rules-format"},
       {{"verify", "--format"}, "rules-format"},
       {{"trace", "--format"}, "trace-format"}};
  const auto own = kOwn.find({command, option});
  return "help.option." + (own == kOwn.end() ? otherwise : own->second);
}

/// The option of a table that has a name; null: it is not there.
template <typename Type, std::size_t size>
const OptionOf<Type>* named(const OptionOf<Type> (&table)[size],
                            const std::string& name) {
  const auto* const found = std::ranges::find_if(
      table, [&](const auto& option) { return name == option.name; });
  return found == std::end(table) ? nullptr : found;
}

void add_list(CLI::App& app, const OptionOf<std::vector<std::string>>& list,
              Options& options, const std::string& help) {
  auto* const added = app.add_option(list.name, options.*list.target, help);
  added->required(list.required);
  const std::string name = list.name;
  if (name == "FILE" && app.get_name() == "import") added->expected(1);
  // One value each time: what follows may be the year.
  if (name.starts_with("--")) added->allow_extra_args(false);
}

void add_option(CLI::App& app, const std::string& name, Options& options,
                const Messages& text) {
  const std::string& command = app.get_name();
  const auto help = [&](const std::string& otherwise) {
    return text(help_key(command, name, otherwise));
  };
  if (const auto* const value = named(kValues, name)) {
    app.add_option(name, options.*value->target, help(value->help))
        ->required(value->required);
  } else if (const auto* const flag = named(kFlags, name)) {
    app.add_flag(name, options.*flag->target, help(flag->help));
  } else if (const auto* const list = named(kLists, name)) {
    add_list(app, *list, options, help(list->help));
  } else if (name == "-o") {
    const bool must = command == "tally" || command == "merge";
    app.add_option(must ? "-o" : "-o,--out", options.out, help("output"))
        ->required(must);
  } else if (name == "--format") {
    app.add_option(name, options.format, help("format"))
        ->each([&](const std::string&) { options.format_given = true; });
  }
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

/// An option without its value, or two of what there is one of.
int report_mismatch(const std::vector<CLI::App*>& chosen,
                    const std::string& words, const Messages& text) {
  const std::string option = words.substr(0, words.find_first_of(": "));
  if (option.starts_with('-') || chosen.empty()) {
    return usage_error(text, text("usage.needs-value", {{"option", option}}));
  }
  return usage_error(
      text, text("usage.one-only",
                 {{"command", chosen.front()->get_name()}, {"what", option}}));
}

int report_parse_error(const CLI::App& app, const CLI::ParseError& error,
                       const Messages& text) {
  if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr) {
    print(stdout, std::string("gov-report ") + kVersion + "\n");
    return kClean;
  }
  const auto chosen = app.get_subcommands();
  if (dynamic_cast<const CLI::CallForHelp*>(&error) != nullptr) {
    print(stdout,
          chosen.empty() ? app.help() : chosen.front()->help("gov-report"));
    return kClean;
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return report_mismatch(chosen, error.what(), text);
  }
  if (!app.remaining(true).empty()) return report_extras(app, text);
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

CommandLine read_command_line(int argc, char** argv, const Messages& text) {
  CommandLine line;
  CLI::App app(text("help.program"), "gov-report");
  set_up(app, line.options, text);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    line.ended = report_parse_error(app, error, text);
    return line;
  }
  for (const Command& command : commands()) {
    if (app.got_subcommand(command.name)) line.run = command.run;
  }
  return line;
}

}  // namespace gov_report::cli
