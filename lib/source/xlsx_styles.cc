#include "source/xlsx_styles.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace gov_report {
namespace {

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// The first section of a format code in pieces.
struct FormatCode {
  std::string marks;            // what formats the number, in small letters
  std::string literal;          // text before the first mark
  bool literal_behind = false;  // text after it
  bool elapsed = false;         // [h], [mm], [ss]
};

class CodeReader {
 public:
  explicit CodeReader(std::string_view code) : code_(code) {}

  FormatCode read() {
    while (at_ < code_.size() && code_[at_] != ';') step();
    return std::move(format_);
  }

 private:
  void step() {
    const char c = code_[at_++];
    if (c == '"') {
      const std::size_t end = std::min(code_.find('"', at_), code_.size());
      literal(code_.substr(at_, end - at_));
      at_ = std::min(end + 1, code_.size());
    } else if (c == '\\') {
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
    } else if (static_cast<unsigned char>(c) >= 0x80 || c == '-' || c == '/' ||
               c == ' ' || c == ':' || c == '(' || c == ')') {
      literal(code_.substr(at_ - 1, 1));
    } else {
      format_.marks += lower(c);
    }
  }

  void bracket(std::string_view inside) {
    const bool is_time =
        !inside.empty() && std::ranges::all_of(inside, [&](char c) {
          return lower(c) == lower(inside[0]);
        });
    if (is_time && std::string_view("hms").find(lower(inside[0])) !=
                       std::string_view::npos) {
      format_.elapsed = true;
    }
  }

  void literal(std::string_view text) {
    if (format_.marks.empty()) {
      format_.literal += text;
    } else if (!text.empty()) {
      format_.literal_behind = true;
    }
  }

  std::string_view code_;
  std::size_t at_ = 0;
  FormatCode format_;
};

bool has_any(std::string_view text, std::string_view of) {
  return text.find_first_of(of) != std::string_view::npos;
}

}  // namespace

NumberStyle number_style(std::string_view code) {
  NumberStyle style;
  std::string start;
  for (const char c : code.substr(0, 7)) start += lower(c);
  if (start == "general" || start.starts_with("g/")) return style;
  const FormatCode format = CodeReader(code).read();
  std::string marks = format.marks;
  for (const std::string_view noon : {"am/pm", "a/p", "ampm", "ap"}) {
    const std::size_t at = marks.find(noon);
    if (at == std::string::npos) continue;
    marks.erase(at, noon.size());
    marks += 'h';
  }
  if (format.elapsed) {
    style.kind = NumberStyle::Kind::time;
    return style;
  }
  if (has_any(marks, "0#?@%")) {
    const bool zeros = marks.find_first_not_of('0') == std::string::npos;
    if (!zeros || format.literal_behind || marks.size() < 2) return style;
    style.kind = NumberStyle::Kind::digits;
    style.prefix = format.literal;
    style.width = marks.size();
    return style;
  }
  const bool clock = has_any(marks, "hs");
  if (has_any(marks, "yde") || marks.find("aaa") != std::string::npos ||
      (has_any(marks, "m") && !clock)) {
    style.kind = NumberStyle::Kind::date;
  } else if (clock) {
    style.kind = NumberStyle::Kind::time;
  }
  return style;
}

NumberStyle built_in_style(int id) {
  // Ids above 26 are those that Chinese programs use (ECMA-376 18.8.30).
  const auto within = [id](int first, int last) {
    return id >= first && id <= last;
  };
  NumberStyle style;
  if (within(14, 17) || id == 22 || within(27, 31) || within(50, 54) ||
      within(57, 58) || id == 36) {
    style.kind = NumberStyle::Kind::date;
  } else if (within(18, 21) || within(45, 47) || within(32, 35) ||
             within(55, 56)) {
    style.kind = NumberStyle::Kind::time;
  }
  return style;
}

void NumberStyles::open(std::string_view name,
                        const XmlAttributes& attributes) {
  if (name == "numFmt") {
    custom_[number_in(attributes.get("numFmtId"))] =
        number_style(attributes.get("formatCode"));
  } else if (name == "cellXfs") {
    in_cell_styles_ = true;
  } else if (name == "xf" && in_cell_styles_) {
    const int id = number_in(attributes.get("numFmtId"));
    formats_.push_back(id);
    const auto custom = custom_.find(id);
    used_.try_emplace(
        id, custom == custom_.end() ? built_in_style(id) : custom->second);
  }
}

void NumberStyles::close(std::string_view name) {
  if (name == "cellXfs") in_cell_styles_ = false;
}

const NumberStyle& NumberStyles::of(std::size_t style) const {
  if (style >= formats_.size()) return plain_;
  return used_.at(formats_[style]);
}

}  // namespace gov_report
