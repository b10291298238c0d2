#include "import/pdf_page.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "import/text_page.h"
#include "source/xml_events.h"

namespace gov_report {
namespace {

// Hundredths of a point, from the left and the upper edge of the page.
struct Word {
  std::string text;
  std::int64_t left = 0;
  std::int64_t right = 0;
  std::int64_t middle = 0;  ///< between its upper and lower edge
  std::int64_t size = 0;    ///< width of a wide character of it, about
  std::int64_t height = 0;  ///< of its box: that of the font

  std::int64_t width() const { return right - left; }
};
using Line = std::vector<Word>;      // from left to right
using PdfSheet = std::vector<Line>;  // from the top down
using PdfSheets = std::vector<PdfSheet>;

/// 0 for what is no number; a page is at most some 200 inches.
std::int64_t hundredths(std::string_view points) {
  constexpr double kMost = 1e6;
  double value = 0;
  std::from_chars(points.data(), points.data() + points.size(), value);
  if (!(value > -kMost && value < kMost)) return 0;
  return static_cast<std::int64_t>(value * 100);
}

/// The words of each page, in the order of the file.
class WordsOfBoxes : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "page") {
      pages_.emplace_back();
    } else if (name == "word") {
      word_ = Word();
      word_.left =
          std::max<std::int64_t>(hundredths(attributes.get("xMin")), 0);
      word_.right = hundredths(attributes.get("xMax"));
      const std::int64_t top = hundredths(attributes.get("yMin"));
      const std::int64_t foot = hundredths(attributes.get("yMax"));
      word_.middle = (top + foot) / 2;
      word_.height = std::max<std::int64_t>(foot - top, 0);
      inside_ = true;
    }
  }

  void close(std::string_view name) override {
    if (name != "word" || !inside_) return;
    inside_ = false;
    word_.text = std::string(trimmed(word_.text));
    const std::size_t columns = display_width(word_.text);
    if (pages_.empty() || columns == 0) return;
    word_.right = std::max(word_.right, word_.left);
    // Boxes of some fonts are twice as high as their characters.
    const auto width = word_.width() * 2 / static_cast<std::int64_t>(columns);
    word_.size = std::min(word_.height, width);
    pages_.back().push_back(std::move(word_));
  }

  void text(std::string_view piece) override {
    if (inside_) word_.text += piece;
  }

  std::vector<std::vector<Word>> take() { return std::move(pages_); }

 private:
  std::vector<std::vector<Word>> pages_;
  Word word_;
  bool inside_ = false;
};

/// Digits of two figures that stand so close that they were taken for one word:
/// it is wider than its digits are, by those of the same font. Where the gap is
/// cannot be told, so that there is no figure.
void mark_joined(std::vector<Word>& words) {
  constexpr std::size_t kFew = 8;  // to know a font by
  std::map<std::int64_t, std::vector<std::int64_t>> widths;  // by heights
  const auto digits_in = [](const Word& word) {
    return all_digits(word.text) ? std::ssize(word.text) : 0;
  };
  for (const Word& word : words) {
    const auto digits = digits_in(word);
    if (digits > 0) widths[word.height].push_back(word.width() / digits);
  }
  for (auto& [height, all] : widths) std::ranges::sort(all);
  for (Word& word : words) {
    const auto digits = digits_in(word);
    if (digits < 2 || widths[word.height].size() < kFew) continue;
    const auto& all = widths[word.height];
    const std::int64_t usual = all[all.size() / 2];
    // Not all digits of a font need be as wide.
    const std::int64_t gap = usual * std::max<std::ptrdiff_t>(4, digits) / 10;
    if (word.width() - usual * digits <= gap) continue;
    std::string apart;
    for (const char digit : word.text) {
      if (!apart.empty()) apart += '?';
      apart += digit;
    }
    word.text = std::move(apart);
  }
}

/// Words whose middles are within a third of a character.
PdfSheet lines_of(std::vector<Word> words) {
  std::ranges::stable_sort(words, {}, &Word::middle);
  PdfSheet lines;
  for (Word& word : words) {
    const bool below =
        lines.empty() || (word.middle - lines.back().front().middle) * 3 >
                             std::min(word.size, lines.back().front().size);
    if (below) lines.emplace_back();
    lines.back().push_back(std::move(word));
  }
  for (Line& line : lines) std::ranges::stable_sort(line, {}, &Word::left);
  return lines;
}

/// The last line, well below the one above it: nearer, a number would be the
/// end of a figure.
bool is_foot(const PdfSheet& sheet, const Line& line) {
  if (&line != &sheet.back()) return false;
  if (sheet.size() == 1) return true;
  const Word& above = sheet[sheet.size() - 2].front();
  return line.front().middle - above.middle > above.size * 3;
}

/// Where lines begin that are not set in: the leftmost place that some share.
std::int64_t margin_of(const PdfSheets& sheets) {
  constexpr std::int64_t kNear = 500;
  std::map<std::int64_t, std::size_t> begins;
  std::size_t lines = 0;
  for (const PdfSheet& sheet : sheets) {
    for (const Line& line : sheet) ++begins[line.front().left / kNear];
    lines += sheet.size();
  }
  for (const auto& [place, count] : begins) {
    if (count * 20 >= lines) return place * kNear;
  }
  return 0;
}

/// A line of text with blanks as wide as the gaps.
class LineOfWords {
 public:
  LineOfWords(const Line& line, std::int64_t margin) {
    end_ = margin;
    for (const Word& word : line) add(word);
    across_.push_back(static_cast<std::uint32_t>(std::max(end_, margin)));
  }

  const std::string& text() const { return text_; }
  std::vector<std::uint32_t> take_across() { return std::move(across_); }

 private:
  void add(const Word& word) {
    constexpr std::int64_t kMost = 200;
    const std::int64_t half = std::max<std::int64_t>(word.size / 2, 1);
    const std::int64_t gap = (word.left - end_) / half;
    const std::int64_t least = text_.empty() ? 0 : 1;
    for (std::int64_t i = 0; i < std::clamp(gap, least, kMost); ++i) {
      text_ += ' ';
      across_.push_back(static_cast<std::uint32_t>(
          std::max<std::int64_t>(std::min(end_ + i * half, word.left), 0)));
    }
    const auto all = static_cast<std::int64_t>(character_count(word.text));
    for (std::int64_t i = 0; i < all; ++i) {
      across_.push_back(
          static_cast<std::uint32_t>(word.left + word.width() * i / all));
    }
    text_ += word.text;
    end_ = word.right;
  }

  std::string text_;
  std::vector<std::uint32_t> across_;
  std::int64_t end_ = 0;
};

/// Control characters stand for those of fonts without a table of characters.
void blank_controls(std::string& boxes) {
  for (char& c : boxes) {
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n') c = ' ';
  }
}

}  // namespace

PublishedPage read_pdf_page(std::string boxes, const PageFormat& format,
                            ReadFault& fault) {
  blank_controls(boxes);
  // In front of it stands a document type.
  const std::size_t begin = boxes.find("<html");
  WordsOfBoxes words;
  XmlError error;
  if (begin == std::string::npos ||
      !read_xml(std::string_view(boxes).substr(begin), words, error)) {
    fault = {"broken-xml", error.words};
    return {};
  }
  PdfSheets sheets;
  for (std::vector<Word>& page : words.take()) {
    mark_joined(page);
    sheets.push_back(lines_of(std::move(page)));
  }
  const std::int64_t margin = margin_of(sheets);
  PublishedPage page;
  page.kind = PublishedPage::Kind::text;
  std::uint64_t number = 0;
  for (const PdfSheet& sheet : sheets) {
    for (const Line& line : sheet) {
      ++number;
      LineOfWords words_of_line(line, margin);
      if (is_page_number(words_of_line.text(), is_foot(sheet, line), format)) {
        continue;
      }
      PageBlock block;
      block.at = {number, 1};
      block.runs.push_back({words_of_line.text(), false, block.at, {}, 0});
      block.across = words_of_line.take_across();
      page.blocks.push_back(std::move(block));
    }
  }
  if (page.blocks.empty()) fault = {"pdf-pictures", {}};
  return page;
}

}  // namespace gov_report
