// finding.h - one thing that is wrong, or worth knowing, as data.
//
// Code that finds a problem fills a Finding and hands it to a FindingSink; it
// never formats or prints. The words come from the rule catalogue
// (schema/rule_catalogue.h), in both languages, at the very end.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gov_report {

/// A piece of text in the two languages of the program.
struct Text {
  std::string zh;
  std::string en;

  Text() = default;
  /// The same in both: names, numbers, quotations.
  Text(std::string both) : zh(both), en(std::move(both)) {}  // NOLINT
  Text(const char* both) : Text(std::string(both)) {}        // NOLINT
  Text(std::string chinese, std::string english)
      : zh(std::move(chinese)), en(std::move(english)) {}

  friend bool operator==(const Text&, const Text&) = default;
};

/// Where something stands. Lines and columns count from 1, columns in
/// characters; 0 means "the whole line" or "the whole file".
struct Position {
  std::uint64_t line = 0;
  std::uint32_t column = 0;

  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Place {
  std::string file;  ///< relative to the workspace; empty: no file
  Position at;
  std::uint32_t width = 1;  ///< characters to mark under the excerpt
  std::string excerpt;      ///< the original line, decoded; may be empty
  std::string address;      ///< A1 form, for spreadsheets only
  /// Character of the excerpt, from 1, that the mark begins at; 0: at.column.
  std::uint32_t mark = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

enum class Severity { info, warning, error };

/// A named value that a message template may show as {name}.
struct Argument {
  std::string name;
  Text value;

  friend bool operator==(const Argument&, const Argument&) = default;
};

struct Finding {
  std::string rule;  ///< id in schemas/rules.yaml
  /// Which of the rule's messages, or of those shared by all rules; empty:
  /// "default".
  std::string variant;
  std::optional<Severity> severity;  ///< absent: that of the rule
  Place place;
  std::string cell;    ///< id of the figure concerned; may be empty
  std::string table;   ///< id of the table, if the whole of it is concerned
  std::string record;  ///< name of the record concerned, in full; may be empty
  std::vector<Argument> arguments;
  /// What could explain or mend it, the likeliest first: a change of a cell, a
  /// record. One alone is a suggestion. Nothing is ever changed by itself.
  std::vector<Finding> candidates;
  /// Findings that would not be there without this one; shown under it.
  std::vector<Finding> consequences;

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// Takes findings as they turn up. The order of calls does not matter.
using FindingSink = std::function<void(Finding)>;

}  // namespace gov_report
