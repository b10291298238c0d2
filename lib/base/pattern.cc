#include "base/pattern.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
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

struct PatternSet::Together {
  std::vector<Pattern> patterns;
  std::atomic<std::uint64_t> texts = 0;  // looked at
  std::once_flag used;                   // several threads may be the first
  std::unique_ptr<RE2::Set> set;
  std::vector<const void*> always;  // what the set cannot tell
  std::vector<const void*> in_set;  // by its number there

  void compile() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(32 << 20);
    set = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    for (const Pattern& pattern : patterns) {
      const bool added =
          !asks_for_ends_of_text(pattern.expression()) &&
          set->Add("(?m:" + pattern.expression() + ")", nullptr) >= 0;
      (added ? in_set : always).push_back(pattern.compiled_.get());
    }
    if (!set->Compile()) set.reset();  // it takes too much memory
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

PatternSet::PatternSet() : together_(std::make_shared<Together>()) {}

void PatternSet::add(const Pattern& pattern) {
  together_->patterns.push_back(pattern);
}

PatternSet::Found PatternSet::in(std::string_view text) const {
  Together& all = *together_;
  if (all.texts.fetch_add(1, std::memory_order_relaxed) < kFirstTexts) {
    return {};
  }
  std::call_once(all.used, [&all] { all.compile(); });
  if (all.set == nullptr) return {};
  std::vector<int> numbers;
  RE2::Set::ErrorInfo error{RE2::Set::kNoError};
  all.set->Match(re2::StringPiece(text.data(), text.size()), &numbers, &error);
  Found found;
  if (error.kind != RE2::Set::kNoError) return found;
  found.all_ = false;
  found.compiled_ = all.always;
  for (const int number : numbers) {
    found.compiled_.push_back(all.in_set[static_cast<std::size_t>(number)]);
  }
  std::ranges::sort(found.compiled_);
  return found;
}

bool PatternSet::Found::contains(const Pattern& pattern) const {
  return all_ ||
         std::ranges::binary_search(
             compiled_, static_cast<const void*>(pattern.compiled_.get()));
}

}  // namespace gov_report
