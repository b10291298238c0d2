#include "source/format_code.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"

namespace gov_report {
namespace {

class CodeReader {
 public:
  explicit CodeReader(std::string_view code) : code_(code) {}

  /// What is behind a semicolon may be empty.
  bool has_more() const { return at_ <= code_.size(); }

  FormatSection read() {
    section_ = {};
    while (at_ < code_.size() && code_[at_] != ';') step();
    ++at_;
    return std::move(section_);
  }

 private:
  void step() {
    if (general()) return;
    const char c = code_[at_++];
    if (c == '"') {
      const std::size_t end = std::min(code_.find('"', at_), code_.size());
      literal(code_.substr(at_, end - at_));
      at_ = std::min(end + 1, code_.size());
    } else if (c == '\\' || c == '!') {  // Chinese programs write the latter
      std::size_t end = at_;
      if (end < code_.size()) next_code_point(code_, end);
      literal(code_.substr(at_, end - at_));
      at_ = end;
    } else if (c == '_' || c == '*') {
      if (at_ < code_.size()) next_code_point(code_, at_);  // room or filling
    } else if (c == '[') {
      const std::size_t end = std::min(code_.find(']', at_), code_.size());
      bracket(code_.substr(at_, end - at_));
      at_ = std::min(end + 1, code_.size());
    } else if (static_cast<unsigned char>(c) >= 0x80 ||
               std::string_view("-/ :()").find(c) != std::string_view::npos) {
      literal(code_.substr(at_ - 1, 1));
    } else {
      mark(small_letter(c));
    }
  }

  /// "General", or what Chinese programs call it.
  bool general() {
    constexpr std::string_view kOther = "G/\u901A\u7528\u683C\u5F0F";
    const std::string_view rest = code_.substr(at_);
    const bool other = rest.starts_with(kOther);
    if (!other && small_letters(rest.substr(0, 7)) != "general") return false;
    at_ += other ? kOther.size() : 7;
    mark('@');
    return true;
  }

  void bracket(std::string_view inside) {
    if (inside.empty()) return;
    if (inside.front() == '$') {  // a currency, and a language behind it
      literal(inside.substr(1, inside.find('-') - 1));
      return;
    }
    if (std::string_view("<>=").find(inside.front()) !=
        std::string_view::npos) {
      section_.condition = inside;
    }
    const std::string name = small_letters(inside);
    if (name == "white" || name == "color2" || name == "color 2") {
      section_.white = true;
    }
    const bool is_time =
        std::ranges::all_of(name, [&](char c) { return c == name[0]; });
    if (is_time &&
        std::string_view("hms").find(name[0]) != std::string_view::npos) {
      section_.elapsed = true;
    }
  }

  void mark(char c) {
    section_.cut_up = section_.cut_up || !section_.behind.empty();
    section_.marks += c;
  }

  void literal(std::string_view text) {
    (section_.marks.empty() ? section_.before : section_.behind) += text;
  }

  std::string_view code_;
  std::size_t at_ = 0;
  FormatSection section_;
};

}  // namespace

FormatSection first_section(std::string_view code) {
  return CodeReader(code).read();
}

std::vector<FormatSection> format_sections(std::string_view code) {
  constexpr std::size_t kMost = 5;  // one more than there are
  std::vector<FormatSection> sections;
  CodeReader reader(code);
  while (reader.has_more() && sections.size() < kMost) {
    sections.push_back(reader.read());
  }
  return sections;
}

}  // namespace gov_report
