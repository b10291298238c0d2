#include "write/xml.h"

#include <cstddef>

namespace gov_report {

std::string xml_characters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = static_cast<unsigned char>(text[i]);
    bool control = (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 127;
    std::string_view rest = text.substr(i, 3);
    if (rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF") {
      i += 2;
    } else if (!control) {
      out += text[i];
    }
  }
  return out;
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (char c : xml_characters(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace gov_report
