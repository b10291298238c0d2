// gov-report init DIR: a new workspace to fill in.

#include "pipeline/init.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <string_view>

#include "command.h"
#include "schema/schema.h"

namespace gov_report::cli {
namespace {

/// A text as one word of a command line.
std::string shell_word(const std::string& text) {
  const auto is_plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 ||
           std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view("/._-+,:@%=").find(c) != std::string_view::npos;
  };
  if (std::ranges::all_of(text, is_plain)) return text;
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? "'\\''" : std::string(1, c);
  return word + "'";
}

/// Whether there is a form for the year; else says which is the first.
bool has_form(const Context& context, int year) {
  FindingList findings;
  const bool found =
      load_schema(context.data, year, "", context.rules, findings.sink())
          .has_value();
  for (const Finding& finding : findings.all()) complain(context, finding);
  return found;
}

}  // namespace

int run_init(const Context& context) {
  // Without a year the user renames the folder: the clock is not asked.
  std::string year = context.options.year;
  if (year.empty()) {
    year = "YEAR";
  } else if (const auto request = year_request(context)) {
    if (!has_form(context, request->year)) return kCouldNotRun;
    year = std::to_string(request->year);
  } else {
    return kCouldNotRun;
  }
  FindingList findings;
  const bool made = create_workspace(context.options.folder, year, context.data,
                                     findings.sink());
  for (const Finding& finding : findings.all()) complain(context, finding);
  if (!made) return kCouldNotRun;
  print(stdout, context.messages("init.done",
                                 {{"folder", context.options.folder},
                                  {"word", shell_word(context.options.folder)},
                                  {"year", year}}) +
                    "\n");
  return kClean;
}

}  // namespace gov_report::cli
