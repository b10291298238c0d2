#include "import/hostile_page.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace gov_report {
namespace {

/// Elements that HTML need not close, sorted.
constexpr std::array<std::string_view, 25> kLeftOpen = {
    "area",  "base",  "br",     "col",   "dd",   "dt",    "embed",
    "hr",    "img",   "input",  "li",    "link", "meta",  "option",
    "p",     "param", "source", "tbody", "td",   "tfoot", "th",
    "thead", "tr",    "track",  "wbr"};

std::string tag_name(std::string_view html, std::size_t at) {
  std::string name;
  for (; at < html.size() && name.size() < 16; ++at) {
    const char c = static_cast<char>(html[at] | 0x20);
    if (c < 'a' || c > 'z') break;
    name += c;
  }
  return name;
}

struct Tag {
  std::size_t end = 0;         ///< behind it
  std::size_t attributes = 0;  ///< at most
};

/// The tag that begins there: a ">" in a quoted value does not end it.
Tag tag_at(std::string_view html, std::size_t at) {
  Tag tag{html.size()};
  char before = ' ';
  while (at < html.size()) {
    const char c = html[at++];
    if (c == '>') {
      tag.end = at;
      break;
    }
    constexpr std::string_view kBetween = " \t\r\n\f/\"'";
    const bool ends = kBetween.find(c) != std::string_view::npos;
    if (ends && kBetween.find(before) == std::string_view::npos) {
      ++tag.attributes;
    }
    before = c;
    if (c != '=') continue;
    at = std::min(html.find_first_not_of(" \t\r\n\f", at), html.size());
    if (at == html.size()) break;
    if (html[at] != '"' && html[at] != '\'') {  // a value without quotes
      at = std::min(html.find_first_of(" \t\r\n\f>", at), html.size());
      continue;
    }
    at = html.find(html[at], at + 1);
    if (at == std::string_view::npos) break;
    before = html[at++];
    ++tag.attributes;
  }
  return tag;
}

/// Elements whose text holds no tags, sorted.
constexpr std::array<std::string_view, 9> kOfText = {
    "iframe", "noembed",  "noframes", "noscript", "script",
    "style",  "textarea", "title",    "xmp"};

/// Where an element of text ends that begins there.
std::size_t end_of_text(std::string_view html, std::size_t at,
                        std::string_view name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (tag_name(html, at + 2) == name) return at;
    at += 2;
  }
  return html.size();
}

/// Tags from the front to the back: how often each element is open.
class TagCount {
 public:
  explicit TagCount(std::string_view html) : html_(html) {}

  bool is_hostile() {
    if (has_crowded_tag()) return true;
    if (opening_tags_at_most() <= kMostOpen) return false;
    constexpr int kMostTags = 500'000;
    int tags = 0;
    for (std::size_t i = 0; (i = html_.find('<', i)) != std::string::npos;) {
      const bool sure = i >= tag_until_ && i >= text_until_;
      if (sure && html_.substr(i, 4) == "<!--") {
        // "<!-->" is a whole comment too.
        i = end_of_comment(i);
        if (++tags > kMostTags) return true;
        continue;
      }
      if (++tags > kMostTags || opens_too_many(i, sure)) return true;
      ++i;
    }
    return false;
  }

 private:
  bool opens_too_many(std::size_t at, bool sure) {
    constexpr int kSure = 10;
    const bool closes = html_.substr(at + 1, 1) == "/";
    const std::string name = tag_name(html_, at + (closes ? 2 : 1));
    if (name.empty()) return false;
    if (at >= tag_until_) tag_until_ = tag_at(html_, at).end;
    if (std::ranges::binary_search(kLeftOpen, name)) return false;
    int& count = open_[name];
    if (closes) {
      if (sure || at == text_until_) count = std::max(0, count - kSure);
      return false;
    }
    if (sure && std::ranges::binary_search(kOfText, name)) {
      text_until_ = end_of_text(html_, tag_until_, name);
    }
    count += sure ? kSure : 1;
    return count > kMostOpen * kSure;
  }

  std::size_t end_of_comment(std::size_t begin) const {
    for (std::size_t at = begin + 2;
         (at = html_.find("--", at)) != std::string_view::npos; ++at) {
      const std::string_view behind = html_.substr(at + 2, 2);
      if (behind.starts_with('>')) return at;
      if (at >= begin + 4 && behind == "!>") return at;
    }
    return html_.size();
  }

  /// The parser looks up each attribute among those before it.
  bool has_crowded_tag() const {
    constexpr std::size_t kLong = 4096;  // bytes
    constexpr std::size_t kMostAttributes = 1000;
    std::size_t at = html_.find('<');
    while (at != std::string::npos) {
      std::size_t next = html_.find('<', at + 1);
      const bool is_long = std::min(next, html_.size()) - at > kLong;
      if (is_long && !tag_name(html_, at + 1).empty()) {
        const Tag tag = tag_at(html_, at + 1);
        if (tag.attributes > kMostAttributes) return true;
        next = html_.find('<', tag.end);  // what stands in it is no tag
      }
      at = next;
    }
    return false;
  }

  /// Few pages have so many that they need a closer look.
  int opening_tags_at_most() const {
    int count = 0;
    for (std::size_t i = 0; (i = html_.find('<', i)) != std::string::npos;) {
      ++i;
      if (i == html_.size() || html_[i] != '/') ++count;
    }
    return count;
  }

  static constexpr int kMostOpen = 2000;  // elements of one name

  std::string_view html_;
  std::map<std::string, int, std::less<>> open_;
  std::size_t tag_until_ = 0;   // behind the tag read last
  std::size_t text_until_ = 0;  // the tag that ends a script and its like
};

}  // namespace

bool is_hostile(std::string_view html) {
  return TagCount(html).is_hostile();
}

}  // namespace gov_report
