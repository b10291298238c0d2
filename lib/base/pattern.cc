#include "base/pattern.h"

#include <re2/re2.h>

namespace gov_report {

struct Pattern::Compiled {
  explicit Compiled(const std::string& expression)
      : regex(expression, options()) {}

  static RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(8 << 20);
    return options;
  }

  RE2 regex;
};

Pattern::Pattern(std::string expression) : expression_(std::move(expression)) {}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

const Pattern::Compiled& Pattern::compiled() const {
  if (!compiled_) compiled_ = std::make_unique<Compiled>(expression_);
  return *compiled_;
}

std::optional<std::string> Pattern::error() const {
  const RE2& regex = compiled().regex;
  if (regex.ok()) return std::nullopt;
  return regex.error();
}

std::optional<PatternMatch> Pattern::find(std::string_view text,
                                          std::size_t from) const {
  const RE2& regex = compiled().regex;
  if (!regex.ok() || from > text.size()) return std::nullopt;
  const re2::StringPiece piece(text.data(), text.size());
  std::vector<re2::StringPiece> pieces(
      static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1);
  if (!regex.Match(piece, from, text.size(), RE2::UNANCHORED, pieces.data(),
                   static_cast<int>(pieces.size()))) {
    return std::nullopt;
  }
  PatternMatch match;
  for (const re2::StringPiece& group : pieces) {
    if (group.data() == nullptr) {
      match.groups.emplace_back();
      continue;
    }
    const auto begin = static_cast<std::size_t>(group.data() - text.data());
    match.groups.push_back(Span{begin, begin + group.size()});
  }
  return match;
}

}  // namespace gov_report
