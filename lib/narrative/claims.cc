#include "narrative/claims.h"

#include <algorithm>

#include "base/text.h"
#include "narrative/sentence_claims.h"

namespace gov_report {
namespace {

/// Bytes of marked text; a longer one is read in pieces, so that the time it
/// takes grows with its length only.
constexpr std::size_t kLongestSentence = 6000;

class SectionReader {
 public:
  SectionReader(const ClaimFormat& format, const TextSubject& subject)
      : format_(format), subject_(subject), given_(format.kinds.size(), false) {
    const auto context = format.context.find(subject.section);
    if (context == format.context.end()) return;
    for (const WordKindIndex kind : context->second) given_[kind] = true;
  }

  SectionClaims read(const std::vector<TextBlock>& blocks) {
    std::vector<bool> heading = given_;
    for (const TextBlock& block : blocks) {
      for (const auto& item : block.items) {
        // What a text is about stands in it or in the heading above.
        seen_ = block.kind == BlockKind::heading ? given_ : heading;
        read_item(item, block.file);
        if (block.kind == BlockKind::heading) heading = seen_;
      }
    }
    return std::move(result_);
  }

 private:
  void read_item(const std::vector<TextRun>& runs, const std::string& file) {
    const MarkedText marked = mark_text(runs, format_, subject_.year);
    std::size_t begin = 0;
    Sentence sentence;
    sentence.present.assign(seen_.size(), false);
    for (std::size_t byte = 0; byte < marked.text.size();) {
      const char32_t mark = next_code_point(marked.text, byte);
      note(mark, sentence);
      const bool long_enough =
          byte - begin > kLongestSentence && mark == U'\uff0c';
      const bool ends =
          byte == marked.text.size() || long_enough ||
          format_.sentence_ends.find(mark) != std::u32string::npos;
      if (!ends) continue;
      sentence.bytes = {begin, byte};
      sentence.first = sentence.last;
      while (sentence.last < marked.numerals.size() &&
             marked.begins[sentence.last] < byte) {
        ++sentence.last;
      }
      sentence.seen = seen_;
      sentence.agency = subject_.agency;
      SentenceReader(format_, marked, file, sentence, result_).read();
      begin = byte;
      ++sentence_;
      sentence.number = sentence_;
      sentence.present.assign(seen_.size(), false);
    }
  }

  void note(char32_t mark, Sentence& sentence) {
    sentence.number = sentence_;
    if (mark < kFirstWordMark || mark > kLastWordMark) return;
    const WordKind* kind = format_.kind_of(mark);
    if (kind == nullptr) return;
    const auto index = static_cast<std::size_t>(kind - format_.kinds.data());
    seen_[index] = true;
    sentence.present[index] = true;
  }

  const ClaimFormat& format_;
  const TextSubject& subject_;
  std::vector<bool> given_;  // kinds of words that the section is about
  std::vector<bool> seen_;   // those, and the words so far
  std::size_t sentence_ = 0;
  SectionClaims result_;
};

}  // namespace

SectionClaims find_claims(const std::vector<TextBlock>& blocks,
                          const ClaimFormat& format,
                          const TextSubject& subject) {
  return SectionReader(format, subject).read(blocks);
}

std::string folded_text(const std::vector<TextBlock>& blocks) {
  std::string text;
  for (const TextBlock& block : blocks) {
    for (const auto& item : block.items) {
      text += folded_runs(item);
      text += '\n';
    }
  }
  return text;
}

}  // namespace gov_report
