// choice_words.h - the words that stand for the values of a class or flag.
//
//   in      a text of a ledger, trimmed
//   out     the one value that it names: by id, label or alias, folded; then
//           without the marks between and after its parts, so that
//           "三、（三）、1" is "三(三)1"; then by words that are a judgement;
//           also behind a word for several values of which it names one
//   absent  a text that names none, or may name several

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/ledger_format.h"

namespace gov_report {

struct Choice {
  ValueIndex value = 0;
  const JudgedWords* judged = nullptr;  ///< not null: it is a judgement
  bool has_unseen = false;  ///< first_unseen() of the text; kept by the reader
};

class ChoiceWords {
 public:
  /// `field` must outlive this.
  explicit ChoiceWords(const FieldFormat& field);

  std::optional<Choice> find(std::string_view text) const;
  /// nullptr unless the schema says that the text may name several.
  const AmbiguousWords* ambiguous(std::string_view text) const;
  /// Whether a text lists at least two different values and nothing else.
  bool has_several(std::string_view text) const;
  /// The value that a text must mean, if only one can be. A word more or less
  /// often turns a result into its opposite, so only a text that is part of
  /// one value, or one wrong character, is enough.
  std::optional<std::string> meant(std::string_view text) const;

  /// The values of the field; of a long list the first few.
  Text labels() const;
  Text labels(const std::vector<ValueIndex>& values) const;

 private:
  void add(const std::string& word, Choice choice);
  std::optional<Choice> within_group(std::string_view bare) const;

  /// What a mistyped text may have meant.
  struct Name {
    std::string text;
    std::string folded;
    std::size_t characters = 0;  ///< of `folded`
    ValueIndex value = 0;
    bool is_label = false;
  };

  const FieldFormat& field_;
  std::vector<Name> names_;
  std::map<std::string, Choice, std::less<>> exact_;  // folded
  /// Without marks; nullopt if that makes two values alike.
  std::map<std::string, std::optional<Choice>, std::less<>> loose_;
  std::map<std::string, const AmbiguousWords*, std::less<>> ambiguous_;
};

}  // namespace gov_report
