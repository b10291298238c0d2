#include "fuzz/whole_xml.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/text.h"

namespace gov_report::test {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::size_t name_end(std::string_view text) {
  std::size_t at = 0;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  const auto goes_on = [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':';
  };
  if (text.empty() || !is_letter(text[0])) return 0;
  while (at < text.size() && goes_on(text[at])) ++at;
  return at;
}

bool is_reference(std::string_view text) {
  const std::string_view word = text.substr(0, text.find(';') + 1);
  if (word.starts_with("&#")) {
    return word.size() > 3 && word.size() < 9 &&
           word.find_first_not_of("0123456789;", 2) == std::string_view::npos;
  }
  return word == "&amp;" || word == "&lt;" || word == "&gt;" ||
         word == "&quot;" || word == "&apos;";
}

/// name="value" with blanks before each, no name twice.
bool are_attributes(std::string_view text) {
  std::set<std::string_view> names;
  while (!text.empty()) {
    const std::size_t ink = text.find_first_not_of(kBlanks);
    if (ink == std::string_view::npos) return true;
    if (ink == 0) return false;
    text.remove_prefix(ink);
    const std::size_t end = name_end(text);
    if (end == 0 || !names.insert(text.substr(0, end)).second) return false;
    text.remove_prefix(end);
    if (!text.starts_with("=\"")) return false;
    const std::size_t close = text.find('"', 2);
    if (close == std::string_view::npos) return false;
    for (std::size_t at = 2; at < close; ++at) {
      if (text[at] == '<') return false;
      if (text[at] == '&' && !is_reference(text.substr(at))) return false;
    }
    text.remove_prefix(close + 1);
  }
  return true;
}

class Mender {
 public:
  std::string mend(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::string_view rest = text.substr(at);
      at += rest[0] == '<' ? take_tag(rest) : take_text(rest);
    }
    while (!open_.empty()) close();
    return std::move(out_);
  }

 private:
  /// The same for comments and the like: up to `end`, or all.
  std::size_t take_through(std::string_view text, std::string_view end) {
    const std::size_t found = text.find(end);
    if (found == std::string_view::npos) return text.size();
    if (!open_.empty() && end == "]]>") out_ += text.substr(0, found + 3);
    return found + end.size();
  }

  std::size_t take_tag(std::string_view text) {
    if (text.starts_with("<!--")) return take_through(text, "-->");
    if (text.starts_with("<![CDATA[")) return take_through(text, "]]>");
    const std::size_t end = std::min(text.find('>'), text.size() - 1);
    std::string_view inside = text.substr(1, end - 1);
    if (inside.starts_with('/')) {
      const std::string name(inside.substr(1));
      const bool is_open = std::ranges::find(open_, name) != open_.end();
      while (is_open && open_.back() != name) close();
      if (is_open) close();
      return end + 1;
    }
    const std::string name(inside.substr(0, name_end(inside)));
    if (name.empty() || (open_.empty() && has_root_)) return end + 1;
    inside.remove_prefix(name.size());
    const bool empty = inside.ends_with('/');
    if (empty) inside.remove_suffix(1);
    out_ += "<" + name;
    if (are_attributes(inside)) out_ += inside;
    out_ += ">";
    open_.push_back(name);
    has_root_ = true;
    if (empty) close();
    return end + 1;
  }

  std::size_t take_text(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text[0]);
    const bool control = byte < 0x20 && kBlanks.find(text[0]) == kBlanks.npos;
    if (open_.empty() || control) return 1;
    if (text[0] == '&' && !is_reference(text)) {
      out_ += "&amp;";
    } else if (text.starts_with("]]>")) {
      out_ += "]]";
      return 3;
    } else {
      out_ += text[0];
    }
    return 1;
  }

  void close() {
    out_ += "</" + open_.back() + ">";
    open_.pop_back();
  }

  std::string out_;
  std::vector<std::string> open_;
  bool has_root_ = false;
};

}  // namespace

std::string whole_xml(std::string_view text) {
  std::string valid;
  while (const auto bad = first_invalid_utf8(text)) {
    valid += text.substr(0, *bad);
    text.remove_prefix(*bad + 1);
  }
  valid += text;
  return Mender().mend(valid);
}

}  // namespace gov_report::test
