#include "base/pattern.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <utility>

namespace gov_report {

struct Pattern::Compiled {
  explicit Compiled(std::string text) : expression(std::move(text)) {}

  std::string expression;
  std::once_flag used;  // several threads may be the first
  std::unique_ptr<RE2> made;

  const RE2& regex() {
    std::call_once(used, [this] {
      RE2::Options options;
      options.set_log_errors(false);
      options.set_max_mem(8 << 20);
      made = std::make_unique<RE2>(expression, options);
    });
    return *made;
  }
};

Pattern::Pattern(std::string expression)
    : compiled_(std::make_shared<Compiled>(std::move(expression))) {}

std::optional<Pattern> Pattern::compile(std::string_view expression,
                                        std::string* error) {
  Pattern made{std::string(expression)};
  const auto wrong = made.error();
  if (!wrong) return made;
  if (error != nullptr) *error = *wrong;
  return std::nullopt;
}

const std::string& Pattern::expression() const {
  static const std::string kNone;
  return compiled_ == nullptr ? kNone : compiled_->expression;
}

std::optional<std::string> Pattern::error() const {
  if (compiled_ == nullptr || compiled_->regex().ok()) return std::nullopt;
  return compiled_->regex().error();
}

std::optional<PatternMatch> Pattern::find(std::string_view text,
                                          std::size_t from) const {
  auto found = spans(text, from);
  if (found.empty()) return std::nullopt;
  return PatternMatch{std::move(found)};
}

std::vector<Span> Pattern::spans(std::string_view text,
                                 std::size_t from) const {
  if (compiled_ == nullptr || from > text.size()) return {};
  const RE2& regex = compiled_->regex();
  if (!regex.ok()) return {};
  const re2::StringPiece whole(text.data(), text.size());
  constexpr std::size_t kMostOnStack = 8;
  const std::size_t count =
      static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1;
  std::array<re2::StringPiece, kMostOnStack> few;
  std::vector<re2::StringPiece> many(count > kMostOnStack ? count : 0);
  const std::span pieces(many.empty() ? few.data() : many.data(), count);
  if (!regex.Match(whole, from, text.size(), RE2::UNANCHORED, pieces.data(),
                   static_cast<int>(pieces.size()))) {
    return {};
  }
  std::vector<Span> spans(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].data() == nullptr) continue;
    spans[i].begin = static_cast<std::size_t>(pieces[i].data() - text.data());
    spans[i].end = spans[i].begin + pieces[i].size();
  }
  return spans;
}

bool Pattern::matches(std::string_view text) const {
  if (compiled_ == nullptr) return false;
  const RE2& regex = compiled_->regex();
  return regex.ok() && regex.Match(re2::StringPiece(text.data(), text.size()),
                                   0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

std::size_t Pattern::groups() const {
  if (compiled_ == nullptr || !compiled_->regex().ok()) return 0;
  return static_cast<std::size_t>(compiled_->regex().NumberOfCapturingGroups());
}

struct PatternsTogether {
  std::vector<Pattern> patterns;
  std::atomic<std::uint64_t> texts = 0;  // looked at
  std::once_flag used;                   // several threads may be the first
  std::unique_ptr<RE2::Set> set;
  std::map<const void*, std::size_t> numbers;  // of those in `set`

  explicit PatternsTogether(std::vector<Pattern> all)
      : patterns(std::move(all)) {}

  void compile() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(32 << 20);
    set = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    for (const Pattern& pattern : patterns) {
      if (asks_for_ends_of_text(pattern.expression())) continue;
      const int number = set->Add("(?m:" + pattern.expression() + ")", nullptr);
      if (number < 0) continue;  // it does not compile
      numbers[identity(pattern)] = static_cast<std::size_t>(number);
    }
    if (!set->Compile()) set.reset();  // it takes too much memory
  }

  static const void* identity(const Pattern& pattern) {
    return pattern.compiled_.get();
  }

  static bool asks_for_ends_of_text(const std::string& expression) {
    for (std::size_t i = 0; i + 1 < expression.size(); ++i) {
      if (expression[i] != '\\') continue;
      ++i;
      if (expression[i] == 'A' || expression[i] == 'z') return true;
    }
    return false;
  }
};

PatternSet::PatternSet(std::vector<Pattern> patterns)
    : together_(std::make_shared<PatternsTogether>(std::move(patterns))) {}

PatternSet::Found PatternSet::in(std::string_view text) const {
  if (together_ == nullptr) return {};
  PatternsTogether& all = *together_;
  if (all.texts.fetch_add(1, std::memory_order_relaxed) < kFirstTexts) {
    return {};
  }
  std::call_once(all.used, [&all] { all.compile(); });
  if (all.set == nullptr) return {};
  std::vector<int> numbers;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  all.set->Match(re2::StringPiece(text.data(), text.size()), &numbers, &error);
  if (error.kind != RE2::Set::kNoError) return {};
  Found found;
  found.set_ = together_;
  found.matched_.resize(all.patterns.size());
  for (const int number : numbers) {
    found.matched_[static_cast<std::size_t>(number)] = true;
  }
  return found;
}

bool PatternSet::Found::may_match(const Pattern& pattern) const {
  if (set_ == nullptr) return true;
  const auto known = set_->numbers.find(PatternsTogether::identity(pattern));
  return known == set_->numbers.end() || matched_[known->second];
}

}  // namespace gov_report
