// whole_xml.h - XML that a fuzzer has broken, made whole again: or nearly all
// that it tries would end at the first tag.

#pragma once

#include <string>
#include <string_view>

namespace gov_report::test {

/// Tags are closed, closing tags of nothing, attributes that are none, stray
/// marks and bytes that are no UTF-8 left out. Well-formed XML of one root
/// without a document type stays as it is, but for what is around the root.
std::string whole_xml(std::string_view text);

}  // namespace gov_report::test
