#include "import/markdown_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "import/html_page.h"

namespace gov_report {
namespace {

constexpr auto kNone = std::string_view::npos;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z');
}

/// The words with their marks as HTML.
class HtmlWriter {
 public:
  explicit HtmlWriter(std::string_view text) : text_(text) {}

  std::string write() {
    while (at_ < text_.size()) step();
    return std::move(html_);
  }

 private:
  /// What is between two of a mark, as "**"; where the second stands.
  struct Pair {
    std::string_view mark;
    std::size_t end = 0;  ///< 0: none is open
    bool none_left = false;
  };

  char at(std::size_t i) const { return i < text_.size() ? text_[i] : ' '; }
  std::string_view rest() const { return text_.substr(at_); }

  /// Where the next one is; where none is left nobody looks again.
  std::size_t next(char c, std::size_t from) {
    if (gone_.find(c) != std::string::npos) return kNone;
    const std::size_t found = text_.find(c, from);
    if (found == kNone) gone_ += c;
    return found;
  }

  void step() {
    const char c = text_[at_];
    const bool taken = (c == '\\' && escaped()) || (c == '`' && code()) ||
                       (c == '<' && tag()) ||
                       (c == '[' && (note() || link())) ||
                       (c == '!' && picture()) || (c == '$' && formula()) ||
                       (c == '~' && struck_out()) ||
                       ((c == '~' || c == '^') && raised()) || emphasis();
    if (!taken) html_ += text_[at_++];
  }

  void literal(std::string_view text) {
    for (const char c : text) {
      if (c == '<') {
        html_ += "&lt;";
      } else if (c == '&') {
        html_ += "&amp;";
      } else if (c == '"') {
        html_ += "&quot;";
      } else {
        html_ += c;
      }
    }
  }

  /// A mark; in front of a letter or digit it stands for itself.
  bool escaped() {
    const auto c = static_cast<unsigned char>(at(at_ + 1));
    if (c <= 0x20 || c >= 0x7F || is_letter(at(at_ + 1))) return false;
    literal(text_.substr(at_ + 1, 1));
    at_ += 2;
    return true;
  }

  /// Between as many marks.
  bool code() {
    const std::size_t first =
        std::min(text_.find_first_not_of('`', at_), text_.size());
    const std::size_t marks = first - at_;
    std::size_t end = text_.find('`', first);
    while (end != kNone) {
      const std::size_t behind =
          std::min(text_.find_first_not_of('`', end), text_.size());
      if (behind - end == marks) break;
      end = text_.find('`', behind);
    }
    if (end == kNone) {
      literal(text_.substr(at_, marks));
      at_ = first;
      return true;
    }
    literal(trimmed(text_.substr(first, end - first)));
    at_ = end + marks;
    return true;
  }

  /// Of HTML; "<http://a>" is an address.
  bool tag() {
    const char first = at(at_ + 1);
    const std::size_t end = next('>', at_);
    const bool is_tag = is_letter(first) || first == '/';
    if (!is_tag || end == kNone) {
      literal("<");
      ++at_;
      return true;
    }
    const std::string_view whole = text_.substr(at_, end + 1 - at_);
    const std::string_view name = whole.substr(0, whole.find_first_of(" \t\""));
    const bool address = name.find("://") != kNone || name.find('@') != kNone;
    if (address) {
      literal(whole.substr(1, whole.size() - 2));
    } else {
      html_ += whole;
    }
    at_ = end + 1;
    return true;
  }

  /// "[^2]"
  bool note() {
    const std::size_t end = text_.find_first_of("[] \t", at_ + 1);
    if (at(at_ + 1) != '^' || end == kNone || text_[end] != ']') return false;
    html_ += "<sup>note</sup>";
    at_ = end + 1;
    return true;
  }

  /// Brackets in pairs are part of an address.
  std::size_t address_end(std::size_t begin) const {
    constexpr std::size_t kLongest = 2'000;
    const std::size_t end = std::min(text_.size(), begin + kLongest);
    int open = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '(') {
        ++open;
      } else if (text_[i] == ')' && open-- == 0) {
        return i;
      }
    }
    return kNone;
  }

  /// "[words](address)"
  bool link() {
    const std::size_t end = text_.find_first_of("[]", at_ + 1);
    if (end == kNone || text_[end] != ']' || at(end + 1) != '(') return false;
    const std::size_t close = address_end(end + 2);
    if (close == kNone) return false;
    const std::string_view words = text_.substr(at_ + 1, end - at_ - 1);
    html_ += "<a href=\"";
    literal(text_.substr(end + 2, close - end - 2));
    html_ += "\">" + HtmlWriter(words).write() + "</a>";
    at_ = close + 1;
    return true;
  }

  bool picture() {
    if (at(at_ + 1) != '[') return false;
    const std::size_t end = text_.find_first_of("[]", at_ + 2);
    if (end == kNone || text_[end] != ']' || at(end + 1) != '(') return false;
    const std::size_t close = address_end(end + 2);
    if (close == kNone) return false;
    html_ += "<img>";
    at_ = close + 1;
    return true;
  }

  /// A number alone, or one that is raised.
  bool formula() {
    if (rest().starts_with("$^")) {
      const std::size_t last = text_.find_first_of("$ \t", at_ + 1);
      if (last == kNone || text_[last] != '$') return false;
      html_ += "<sup>mark</sup>";
      at_ = last + 1;
      return true;
    }
    const std::size_t end = text_.find_first_not_of("0123456789.,+-", at_ + 1);
    if (end == kNone || text_[end] != '$' || end == at_ + 1) return false;
    // "$$" is neither the end of one nor the beginning of another.
    if (at(end + 1) == '$' || (at_ > 0 && text_[at_ - 1] == '$')) return false;
    html_ += text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return true;
  }

  bool struck_out() {
    if (!rest().starts_with("~~")) return false;
    const std::size_t end = text_.find("~~", at_ + 2);
    if (end == kNone) return false;
    html_ += "<del>";
    literal(text_.substr(at_ + 2, end - at_ - 2));
    html_ += "</del>";
    at_ = end + 2;
    return true;
  }

  /// "^2^", or lowered: "~2~".
  bool raised() {
    const std::size_t end = text_.find_first_of("~^ \t", at_ + 1);
    const bool ends = end != kNone && end > at_ + 1 && text_[end] == text_[at_];
    if (!ends) return false;
    html_ += "<sup>mark</sup>";
    at_ = end + 1;
    return true;
  }

  bool emphasis() {
    if (rest().starts_with("**") || rest().starts_with("__")) {
      if (is_in_word()) html_ += rest().substr(0, 2);
      at_ += 2;
      return true;
    }
    return std::ranges::any_of(pairs_,
                               [this](Pair& pair) { return half_of(pair); });
  }

  /// Between letters or digits, and no mark: of stars the only two.
  bool is_in_word() const {
    const bool inside =
        at_ > 0 && is_letter(at(at_ - 1)) && is_letter(at(at_ + 2));
    return inside &&
           (text_[at_] == '_' || text_.find("**") == text_.rfind("**"));
  }

  bool half_of(Pair& pair) {
    if (!rest().starts_with(pair.mark)) return false;
    const std::size_t size = pair.mark.size();
    if (pair.end > 0 && at_ == pair.end) {
      at_ += size;
      pair.end = 0;
      return true;
    }
    if (at_ < pair.end) return false;
    const bool in_word = pair.mark == "_" && at_ > 0 && is_letter(at(at_ - 1));
    if (pair.none_left || in_word || is_blank(at(at_ + size))) return false;
    const std::size_t end = end_of(pair.mark, at_ + size);
    pair.none_left = end == kNone;
    if (pair.none_left) return false;
    pair.end = end;
    at_ += size;
    return true;
  }

  /// The next of a mark that may end something.
  std::size_t end_of(std::string_view mark, std::size_t from) const {
    const bool single = mark.size() == 1;
    for (std::size_t i = from; i < text_.size(); ++i) {
      if (text_[i] == '\\' ||
          (single && text_[i] == mark[0] && at(i + 1) == mark[0])) {
        ++i;  // with the one behind it
        continue;
      }
      if (!text_.substr(i).starts_with(mark)) continue;
      const bool in_word = mark == "_" && is_letter(at(i + 1));
      if (i > from && !is_blank(text_[i - 1]) && !in_word) return i;
    }
    return kNone;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string html_;
  std::string gone_;  // of what none is left
  std::array<Pair, 3> pairs_ = {{{"*"}, {"_"}, {"=="}}};
};

/// A figure with marks around it, or a part of it.
bool is_marked_up(std::string_view text) {
  bool digits = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && (is_letter(c) || static_cast<unsigned char>(c) >= 0x80)) {
      return false;
    }
    digits = digits || is_digit;
  }
  const bool twice = std::ranges::any_of(
      std::string_view("`~^$*_="),
      [&](char mark) { return std::ranges::count(text, mark) > 1; });
  return digits && (twice || text.find("][") != kNone);
}

/// As a cell of a table of a web page.
MarkdownWords shown_by(const std::string& html) {
  ReadFault fault;
  const auto grids = read_html_tables(
      "<table><tr><td>" + html + "</td><td></td></tr></table>", fault);
  if (grids.size() != 1 || grids[0].cells.size() != 2) return {html, true};
  const TextCell& cell = grids[0].cells[0];
  return {cell.text, cell.doubt != CellDoubt::none};
}

}  // namespace

MarkdownWords words_of_markdown(std::string_view printed) {
  std::string html = HtmlWriter(printed).write();
  const bool plain = html.find_first_of("<&") == std::string::npos;
  MarkdownWords words =
      plain ? MarkdownWords{std::move(html), false} : shown_by(html);
  words.text = trimmed(words.text);
  // What it shows is not its text.
  if (is_marked_up(words.text)) words = {{}, true};
  return words;
}

}  // namespace gov_report
