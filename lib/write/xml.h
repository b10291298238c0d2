// xml.h - text made safe for XML and HTML.
//
//   in      UTF-8 text of any content
//   out     the same text without the characters that XML 1.0 cannot hold

#pragma once

#include <string>
#include <string_view>

namespace gov_report {

/// `text` without control characters (tab and line feed stay) and without
/// U+FFFE and U+FFFF.
std::string xml_characters(std::string_view text);

/// For element content and double-quoted attributes.
///   xml_escaped("a & b <c>") == "a &amp; b &lt;c&gt;"
std::string xml_escaped(std::string_view text);

}  // namespace gov_report
