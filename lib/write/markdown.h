// markdown.h - a report as Markdown.
//
// Statutory tables are HTML <table> blocks: their headers are merged over rows
// and columns, which pipe tables cannot express, and HTML inside Markdown is
// shown rightly by GitHub, GitLab, CommonMark and pandoc. Everything else is
// plain CommonMark. A draft starts with its mark, for Markdown has no pages.

#pragma once

#include <string>

#include "document/document.h"

namespace gov_report {

std::string write_markdown(const Document& document);

}  // namespace gov_report
