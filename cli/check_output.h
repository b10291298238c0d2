// check_output.h - what `check` prints and writes: on the screen in one
// format, and any number of reports beside it.

#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command.h"

namespace gov_report::cli {

/// --report FORMAT=PATH
struct ReportRequest {
  std::string format;
  std::filesystem::path path;
};

/// text, short, json, sarif
const std::vector<std::string>& check_formats();

/// The reports asked for, each in one of these formats; nullopt after messages.
std::optional<std::vector<ReportRequest>> report_requests(
    const Context& context, const std::vector<std::string>& known);

/// All of it in one format.
std::string rendered(const Context& context, const CheckReport& report,
                     const std::string& format, bool color);

/// Takes the bytes of an output, piece by piece.
using WriteBytes = std::function<void(std::string_view)>;

/// Writes the reports; `render` gives the bytes of a format. One that cannot be
/// written is said on stderr, and the others are still written. False if there
/// was one.
bool write_reports(const Context& context,
                   const std::vector<ReportRequest>& requests,
                   const std::function<void(const std::string& format,
                                            const WriteBytes&)>& render);

/// "a, b, c"
std::string listed(const std::vector<std::string>& words);

}  // namespace gov_report::cli
