#include "base/pattern.h"

#include <re2/re2.h>

namespace gov_report {

struct Pattern::Compiled {
  Compiled(std::string_view pattern, const re2::RE2::Options& options)
      : re(re2::StringPiece(pattern.data(), pattern.size()), options) {}

  re2::RE2 re;
};

std::optional<Pattern> Pattern::compile(std::string_view pattern,
                                        std::string* error) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  Pattern made;
  made.compiled_ = std::make_shared<const Compiled>(pattern, options);
  if (made.compiled_->re.ok()) return made;
  if (error != nullptr) *error = made.compiled_->re.error();
  return std::nullopt;
}

std::vector<MatchSpan> Pattern::find(std::string_view text,
                                     std::size_t from) const {
  if (compiled_ == nullptr || from > text.size()) return {};
  std::vector<re2::StringPiece> pieces(groups() + 1);
  const re2::StringPiece whole(text.data(), text.size());
  if (!compiled_->re.Match(whole, from, text.size(), re2::RE2::UNANCHORED,
                           pieces.data(), static_cast<int>(pieces.size()))) {
    return {};
  }
  std::vector<MatchSpan> spans(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].data() == nullptr) continue;
    spans[i].begin = static_cast<std::size_t>(pieces[i].data() - text.data());
    spans[i].end = spans[i].begin + pieces[i].size();
  }
  return spans;
}

bool Pattern::matches(std::string_view text) const {
  return compiled_ != nullptr &&
         re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()),
                                compiled_->re);
}

std::size_t Pattern::groups() const {
  return compiled_ == nullptr ? 0
                              : static_cast<std::size_t>(
                                    compiled_->re.NumberOfCapturingGroups());
}

}  // namespace gov_report
