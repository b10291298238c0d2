#include "import/text_pieces.h"

#include <algorithm>

#include "base/text.h"
#include "import/figure_looks.h"
#include "import/labels.h"

namespace gov_report {
namespace {

bool is_mark(std::string_view text) {
  for (const std::string_view mark : {".", "\u3001", ")", "\uFF0E", "\uFF09"}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

bool is_on_line_of(const TextPiece& a, const TextPiece& b) {
  return a.line == b.line;
}

/// The pieces of one line as they are found, from left to right.
class LineCutter {
 public:
  LineCutter(const std::string& line, const Place& place,
             const std::vector<std::string>& known, const FigureWords& words)
      : line_(line), place_(place), known_(known), words_(words) {}

  std::vector<TextPiece> cut() {
    const bool cells = line_.find('|') != std::string::npos;
    std::size_t begin = 0;
    std::string piece;
    for (std::size_t at = 0; at < line_.size();) {
      const std::size_t from = at;
      const char32_t c = next_code_point(line_, at);
      const bool blank = c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000;
      if (c == '|' || (blank && !cells)) {
        add(trimmed(piece), begin);
        piece.clear();
        if (c == '|') pieces_.push_back({"", place_at(from), false, true});
      } else if (!blank || !piece.empty()) {
        if (piece.empty()) begin = from;
        piece += line_.substr(from, at - from);
      }
    }
    add(trimmed(piece), begin);
    join_units();
    if (cells) find_words_for_figures();
    find_blanks();
    if (cells) drop_serial();
    for (TextPiece& one : pieces_) one.line = place_.at.line;
    return std::move(pieces_);
  }

 private:
  /// REQUIRES: bytes are asked for from left to right.
  Place place_at(std::size_t byte) {
    column_ += static_cast<std::uint32_t>(character_count(
        std::string_view(line_).substr(counted_, byte - counted_)));
    counted_ = byte;
    Place place = place_;
    place.at.column += column_;
    return place;
  }

  void add(std::string_view text, std::size_t begin) {
    if (text.empty()) return;
    Place here = place_at(begin);
    here.width = static_cast<std::uint32_t>(character_count(text));
    if (is_figure(text, words_)) {
      pieces_.push_back({std::string(text), here, true});
    } else {
      split(fold(half_width(text)), here);
    }
  }

  /// "(一)予以公开7000007(二)部分公开" as labels and figures.
  void split(const std::string& folded, const Place& place) {
    std::string rest;
    const auto flush = [&] {
      if (!rest.empty()) {
        pieces_.push_back({rest, place, is_figure(rest, words_)});
      }
      rest.clear();
    };
    for (std::size_t at = 0; at < folded.size();) {
      const std::string* label = label_at(folded, at);
      if (label != nullptr) {
        flush();
        pieces_.push_back({*label, place});
        at += label->size();
      } else {
        const std::size_t from = at;
        next_code_point(folded, at);
        rest += folded.substr(from, at - from);
      }
    }
    flush();
  }

  /// The longest known label there.
  const std::string* label_at(const std::string& text, std::size_t at) const {
    const std::string* found = nullptr;
    for (const std::string& label : known_) {
      const bool here = text.compare(at, label.size(), label) == 0;
      if (here && (found == nullptr || label.size() > found->size())) {
        found = &label;
      }
    }
    return found;
  }

  void join_units() {
    std::vector<TextPiece> joined;
    for (TextPiece& piece : pieces_) {
      if (!joined.empty() && joined.back().figure && !piece.figure &&
          !piece.bar) {
        const std::string both = joined.back().text + " " + piece.text;
        if (is_figure(both, words_)) {
          joined.back().text = both;
          joined.back().place.width += 1 + piece.place.width;
          continue;
        }
      }
      joined.push_back(std::move(piece));
    }
    pieces_ = std::move(joined);
  }

  /// A cell whose words are nothing that the form prints, behind one that it
  /// does print or figures, and before another figure and no more labels.
  void find_words_for_figures() {
    bool figures_follow = false;
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      if (pieces_[i].bar) continue;
      if (pieces_[i].figure) {
        figures_follow = true;
      } else if (figures_follow && is_cell(i) && stands_behind_row(i) &&
                 is_no_label(i)) {
        pieces_[i].figure = true;
        pieces_[i].words = true;
      } else {
        return;
      }
    }
  }

  bool is_cell(std::size_t i) const {
    return i > 0 && pieces_[i - 1].bar && i + 1 < pieces_.size() &&
           pieces_[i + 1].bar;
  }

  /// Not even one that is cut or misprinted.
  bool is_no_label(std::size_t i) const {
    const Label own(pieces_[i].text);
    return own.number().empty() &&
           std::ranges::none_of(known_, [&](const std::string& known) {
             return likeness(own, Label(known)) > 0;
           });
  }

  /// One figure alone may number the row, and the words be its label.
  bool stands_behind_row(std::size_t i) const {
    std::size_t figures = 0;
    while (i-- > 0) {
      if (pieces_[i].bar) continue;
      if (!pieces_[i].figure) {
        return std::ranges::binary_search(known_, fold(pieces_[i].text));
      }
      ++figures;
    }
    return figures > 1;
  }

  /// Bars at the end of a line may be those of cells anywhere in it.
  void find_blanks() {
    std::size_t last = pieces_.size();
    while (last > 0 && !pieces_[last - 1].figure) --last;
    bool figures = false;
    bool words = false;
    for (std::size_t i = 0; i + 1 < last; ++i) {
      figures = figures || pieces_[i].figure;
      words = words || !(pieces_[i].figure || pieces_[i].bar);
      if (!pieces_[i].bar || !pieces_[i + 1].bar) continue;
      if (!figures && (!words || words_follow(i, last))) continue;
      pieces_[i].bar = false;
      pieces_[i].figure = true;
    }
  }

  bool words_follow(std::size_t i, std::size_t last) const {
    while (i < last && (pieces_[i].bar || pieces_[i].figure)) ++i;
    return i < last;
  }

  /// In a cell of its own: "2." may be the mark of the words behind it.
  void drop_serial() {
    if (pieces_.size() < 2 || !pieces_.front().figure || !pieces_[1].bar) {
      return;
    }
    const bool words = std::ranges::any_of(pieces_, [](const TextPiece& piece) {
      return !piece.figure && !piece.bar;
    });
    if (words) pieces_.erase(pieces_.begin());
  }

  const std::string& line_;
  const Place& place_;
  const std::vector<std::string>& known_;
  const FigureWords& words_;
  std::vector<TextPiece> pieces_;
  std::size_t counted_ = 0;  // bytes
  std::uint32_t column_ = 0;
};

}  // namespace

void cut_line(const std::string& line, const Place& place,
              const std::vector<std::string>& known, const FigureWords& words,
              std::vector<TextPiece>& pieces) {
  for (TextPiece& piece : LineCutter(line, place, known, words).cut()) {
    pieces.push_back(std::move(piece));
  }
}

void join_labels(std::vector<TextPiece>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    TextPiece& piece = pieces[i];
    if (!piece.figure) continue;
    const std::string plain = half_width(piece.text);
    const std::size_t digits =
        std::min(plain.find_first_not_of("0123456789"), plain.size());
    const std::string_view rest =
        trimmed(std::string_view(plain).substr(digits));
    const bool marked = rest == "." || rest == "\u3001";
    const bool before_mark = rest.empty() && i + 1 < pieces.size() &&
                             is_mark(pieces[i + 1].text) &&
                             (is_on_line_of(piece, pieces[i + 1]) || i == 0 ||
                              !is_on_line_of(piece, pieces[i - 1]));
    if (digits > 0 && digits < 3 && (marked || before_mark)) {
      piece.figure = false;
    }
  }
}

std::vector<std::string_view> texts_of(const std::vector<TextPiece>& pieces) {
  std::vector<std::string_view> texts;
  texts.reserve(pieces.size());
  for (const TextPiece& piece : pieces) texts.emplace_back(piece.text);
  return texts;
}

}  // namespace gov_report
