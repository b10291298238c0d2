// program.h - runs gov-report and other programs on private workspaces.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/child_process.h"

namespace gov_report::test {

using Environment = std::vector<std::pair<std::string, std::string>>;

/// Path to contents.
using Files = std::map<std::string, std::string>;

/// `gov-report ARGUMENTS…`; answers in English.
ProcessResult run_program(const std::vector<std::string>& arguments,
                          const Environment& environment = {});

/// `gov-report -C WORKSPACE build YEAR` in every format, into out/YEAR.
ProcessResult build(const std::filesystem::path& workspace, int year);

void write_files(const std::filesystem::path& folder, const Files& files);

/// Every file under `folder` by its path in it; empty if there is none.
Files read_files(const std::filesystem::path& folder);

/// Names in which two sets differ, each on a line; empty if they are equal.
std::string differences(const Files& found, const Files& expected);

/// Configuration and short texts of a body that may report anything.
Files plain_workspace(int year);

/// LibreOffice and pandoc are left out if GOV_REPORT_WITHOUT_OFFICE is set;
/// otherwise a test that needs one of them fails without it.
bool without_office();
/// True if `program` is there; else the test fails, or says that it skips.
bool needs(const std::string& program);

/// The formats that can be built here, as --to takes them.
std::string all_formats();

/// The contents of a text file. A file that is not there is a broken test.
std::string text_of(const std::filesystem::path& path);

}  // namespace gov_report::test
