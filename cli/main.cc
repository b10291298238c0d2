// gov-report: arguments in, one command, exit code out.

#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "base/system_reason.h"
#include "base/unfinished.h"
#include "command_line.h"

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
  const CommandLine line = read_command_line(argc, argv, text);
  if (line.ended) return *line.ended;
  const Options& options = line.options;
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
  if (line.run != nullptr) return line.run(context);
  return usage_error(text, text("usage.missing-command"));
}

/// As `head` does when it has seen enough.
bool reader_has_gone() {
  pollfd out = {STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&out, 1, 0) > 0 && (out.revents & POLLERR) != 0;
}

/// A product that could not be printed whole is no success.
int with_stdout_flushed(int code, const Messages& text) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
  if (reader_has_gone()) return kCouldNotRun;
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
