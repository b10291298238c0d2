// pandoc_ast.h - a report as pandoc's JSON syntax tree, made for DOCX.
//
// The tables and the turns of the page are raw OpenXML. A landscape table
// takes the heading of its section with it onto the landscape page.

#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace gov_report {

/// The api version of pandoc 2.11 to 2.19.
inline constexpr std::string_view kPandocApi = "[1,22]";

/// `api_version` is a JSON array as pandoc prints it.
std::string pandoc_ast(const Document& document,
                       std::string_view api_version = kPandocApi);

}  // namespace gov_report
