#include "narrative/claims.h"

#include <algorithm>

#include "base/text.h"
#include "narrative/sentence_claims.h"

namespace gov_report {
namespace {

class SectionReader {
 public:
  SectionReader(const ClaimFormat& format, int year)
      : format_(format), year_(year), seen_(format.kinds.size(), false) {}

  SectionClaims read(const std::vector<TextBlock>& blocks) {
    for (const TextBlock& block : blocks) {
      // A new subsection speaks of something else.
      if (block.kind == BlockKind::heading) seen_.assign(seen_.size(), false);
      for (const auto& item : block.items) read_item(item, block.file);
    }
    return std::move(result_);
  }

 private:
  void read_item(const std::vector<TextRun>& runs, const std::string& file) {
    const MarkedText marked = mark_text(runs, format_, year_);
    std::size_t begin = 0;
    Sentence sentence;
    sentence.present.assign(seen_.size(), false);
    for (std::size_t byte = 0; byte < marked.text.size();) {
      const char32_t mark = next_code_point(marked.text, byte);
      note(mark, sentence);
      const bool ends =
          byte == marked.text.size() ||
          format_.sentence_ends.find(mark) != std::u32string::npos;
      if (!ends) continue;
      sentence.bytes = {begin, byte};
      sentence.first = sentence.last;
      while (sentence.last < marked.numerals.size() &&
             marked.begins[sentence.last] < byte) {
        ++sentence.last;
      }
      sentence.seen = seen_;
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
  int year_;
  std::vector<bool> seen_;  // kinds of words since the last heading
  std::size_t sentence_ = 0;
  SectionClaims result_;
};

}  // namespace

SectionClaims find_claims(const std::vector<TextBlock>& blocks,
                          const ClaimFormat& format, int year) {
  return SectionReader(format, year).read(blocks);
}

std::string folded_text(const std::vector<TextBlock>& blocks) {
  std::string text;
  for (const TextBlock& block : blocks) {
    for (const auto& item : block.items) {
      for (const Letter& letter : fold_letters(item)) {
        append_utf8(text, letter.c);
      }
      text += '\n';
    }
  }
  return text;
}

}  // namespace gov_report
