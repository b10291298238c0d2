// messages.h - every text of the program that is no rule's, in both languages
// (schemas/messages.yaml): help, usage errors, progress, the coverage line.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "schema/data_files.h"

namespace gov_report {

class Messages {
 public:
  Messages(std::map<std::string, Text, std::less<>> texts, Language language)
      : texts_(std::move(texts)), language_(language) {}

  Language language() const { return language_; }

  /// The text of `key` with {name} replaced; the key itself if there is none
  /// (a test finds such keys).
  std::string operator()(std::string_view key,
                         const std::vector<Argument>& arguments = {}) const;

  /// The texts whose key starts with `prefix`, by the rest of it.
  std::map<std::string, Text> all_of(std::string_view prefix) const;

 private:
  std::map<std::string, Text, std::less<>> texts_;
  Language language_;
};

/// nullopt after a finding (schema-error).
std::optional<Messages> load_messages(const DataFiles& files, Language language,
                                      const FindingSink& sink);

}  // namespace gov_report
