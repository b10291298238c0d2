#include "schema/claim_pattern.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"

namespace gov_report {
namespace {

std::string utf8(char32_t c) {
  std::string text;
  append_utf8(text, c);
  return text;
}

std::string range(char32_t first, char32_t last) {
  return first == last ? utf8(first) : utf8(first) + "-" + utf8(last);
}

class Expander {
 public:
  Expander(std::string_view pattern, const std::vector<WordKind>& kinds)
      : pattern_(pattern), kinds_(kinds) {}

  ExpandedPattern expand() {
    for (std::size_t at = 0; at < pattern_.size();) {
      const char c = pattern_[at];
      const std::size_t close = pattern_.find('>', at);
      // (?P<name>…) is not ours.
      const bool name = c == '<' && close != std::string_view::npos &&
                        (at == 0 || pattern_[at - 1] != 'P');
      if (name) {
        put(pattern_.substr(at + 1, close - at - 1),
            pattern_.substr(close + 1, 1));
        at = close + 1;
        continue;
      }
      if (c == '\\') result_.expression += pattern_[at++];
      if (at < pattern_.size() && (at == 0 || pattern_[at - 1] != '\\')) {
        note(pattern_.substr(at));
      }
      if (at < pattern_.size()) result_.expression += pattern_[at++];
    }
    if (alternatives_) result_.requires_.clear();
    return std::move(result_);
  }

 private:
  void note(std::string_view rest) {
    if (rest[0] == '(') ++depth_;
    if (rest[0] == ')') --depth_;
    if (rest[0] == '|' && depth_ == 0) alternatives_ = true;
    if (rest[0] == '(' &&
        (!rest.starts_with("(?") || rest.starts_with("(?P"))) {
      ++groups_;
    }
  }

  void put(std::string_view name, std::string_view next) {
    static const std::map<std::string_view, std::string_view> kGaps = {
        {"gap", "*"}, {"slim", "{0,4}"}, {"tight", "{0,2}"}};
    const auto gap = kGaps.find(name);
    if (gap != kGaps.end()) {
      result_.expression += gap_class() + std::string(gap->second);
      return;
    }
    if (name == "far") {
      result_.expression += far_class() + "*?";
      return;
    }
    const std::size_t equals = name.find('=');
    const std::string_view value =
        equals == std::string_view::npos ? "" : name.substr(equals + 1);
    std::string_view id = name.substr(0, equals);
    const bool list = id.ends_with('+');
    if (list) id.remove_suffix(1);
    const auto kind = std::ranges::find(kinds_, id, &WordKind::id);
    if (kind == kinds_.end()) {
      result_.unknown.emplace_back(id);
      return;
    }
    if (depth_ == 0 && next != "?" && next != "*") {
      result_.requires_.push_back(
          static_cast<WordKindIndex>(kind - kinds_.begin()));
    }
    put_words(*kind, list, value);
  }

  void put_words(const WordKind& kind, bool list, std::string_view value) {
    std::string marks = range(kind.first, kind.last);
    if (!value.empty()) {
      const auto one = std::ranges::find(
          kind.values, std::vector<std::string>{std::string(value)});
      if (one == kind.values.end()) {
        result_.unknown.push_back(kind.id + "=" + std::string(value));
        return;
      }
      marks =
          utf8(kind.first + static_cast<char32_t>(one - kind.values.begin()));
    }
    const std::string one = "[" + marks + "]";
    const bool first = captured_.insert(kind.id).second;
    if (first) {
      result_.groups.emplace_back(
          static_cast<WordKindIndex>(&kind - kinds_.data()), ++groups_);
    }
    result_.expression += first ? "(" : "(?:";
    result_.expression += one;
    // 、 and 和 及 与 或
    if (list) {
      result_.expression += "(?:[\u3001\u548c\u53ca\u4e0e\u6216]+" + one + ")*";
    }
    result_.expression += ")";
    seen_ += marks;
  }

  /// No end of a clause, no number and no word but fillers.
  std::string gap_class() const {
    std::string fillers;
    char32_t from = kFirstWordMark;
    for (const WordKind& kind : kinds_) {
      if (!kind.filler) continue;
      if (from < kind.first) fillers += range(from, kind.first - 1);
      from = kind.last + 1;
    }
    // 。 ； ，
    return "[^\u3002\uff1b\uff0c" + fillers + range(from, kNumberMark) + "]";
  }

  /// Anything in the sentence but words of the kinds named before.
  std::string far_class() const { return "[^\u3002" + seen_ + "]"; }

  std::string_view pattern_;
  const std::vector<WordKind>& kinds_;
  ExpandedPattern result_;
  std::set<std::string> captured_;
  std::string seen_;  // marks of the words so far
  std::size_t groups_ = 0;
  int depth_ = 0;
  bool alternatives_ = false;  // at the top level
};

}  // namespace

ExpandedPattern expand_pattern(std::string_view pattern,
                               const std::vector<WordKind>& kinds) {
  return Expander(pattern, kinds).expand();
}

}  // namespace gov_report
