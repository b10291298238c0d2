// audit_output.h - what `audit` prints and writes: one product on the screen or
// in the file of -o, and any number of reports beside it.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "check_output.h"
#include "command.h"
#include "pipeline/audit.h"

namespace gov_report::cli {

/// The files typed, and those of the folders, but for results of an audit; what
/// is passed over is told. False after a message.
bool gather_reports(const Context& context, std::vector<std::string>& files);

/// text, json, html, xlsx
const std::vector<std::string>& audit_formats();

/// What is said of the reports, put in words when it is first asked for.
using AuditedWords = std::function<const std::vector<CheckReport>&()>;

/// Writes all of it in one format.
void render(const Context& context, const AuditResult& result,
            const AuditedWords& words_of_all, const std::string& format,
            bool color, unsigned jobs, const WriteBytes& write);

int audit_exit_code(const Context& context, const AuditResult& result);

/// How many pass, fail and cannot be read; one line.
std::string audit_total(const Context& context, const AuditResult& result);

}  // namespace gov_report::cli
