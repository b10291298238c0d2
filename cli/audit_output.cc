#include "audit_output.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/byte_stream.h"
#include "base/unfinished.h"
#include "pipeline/audit_view.h"
#include "write/audit_page.h"
#include "write/audit_report.h"
#include "write/audit_workbook.h"

namespace gov_report::cli {
namespace {

std::string known(const std::string& text) {
  return text.empty() ? "?" : text;
}

/// Valid as long as the context.
AuditWords words_of(const Context& context) {
  return [&](std::string_view key, const std::vector<Argument>& arguments) {
    return context.messages(key, arguments);
  };
}

namespace fs = std::filesystem;

constexpr std::size_t kWorkbookLimit = std::size_t{1} << 31;

std::string verdict_line(const Context& context, const AuditedReport& audited,
                         const CheckReport& words) {
  const auto verdict = audited.verdict(context.rules, context.options.strict);
  const auto count = [&](Severity severity) {
    return std::to_string(count_of(words, severity));
  };
  return context.messages(
      "audit.verdict." + std::string(verdict_key(verdict)),
      {{"file", audited.file},
       {"agency", known(audited.report ? audited.report->agency : "")},
       {"year", known(words.year == 0 ? "" : std::to_string(words.year))},
       {"format", words.format},
       {"errors", count(Severity::error)},
       {"warnings", count(Severity::warning)},
       {"infos", count(Severity::info)}});
}

std::string reading_line(const Context& context, const AuditedReport& audited) {
  const PublishedReport& report = *audited.report;
  const auto read = std::ranges::count_if(
      report.table.cells,
      [](const Cell& cell) { return !cell.place.file.empty(); });
  const std::size_t unread = unread_cells(report).size();
  const std::size_t missing = cells_not_read(report) - unread;
  return context.messages("audit.read", {{"read", std::to_string(read)},
                                         {"unread", std::to_string(unread)},
                                         {"missing", std::to_string(missing)}});
}

/// `alone`: what was not judged is told too; of many it would be too much.
std::string report_text(const Context& context, const AuditedReport& audited,
                        const CheckReport& words, bool color, bool alone) {
  std::string all;
  for_each_line(words, [&](const Diagnostic* finding, const std::string& more) {
    all += (finding != nullptr ? finding_text(*finding, color) : more + "\n") +
           "\n";
  });
  if (audited.report && alone) {
    all += not_run_text(context.messages,
                        rules_not_run(audited, context.messages));
  }
  if (audited.report) all += reading_line(context, audited) + "\n";
  return all + verdict_line(context, audited, words) + "\n\n";
}

std::string text_of(const Context& context, const AuditResult& result,
                    const std::vector<CheckReport>& words, bool color) {
  std::string all;
  for (std::size_t i = 0; i < result.reports.size(); ++i) {
    all += report_text(context, result.reports[i], words[i], color,
                       result.reports.size() == 1);
  }
  if (result.reports.size() > 1) all += audit_total(context, result);
  return all;
}

/// A file of its own that is gone afterwards: a workbook is not written from
/// front to back.
class ScratchFile {
 public:
  ScratchFile() : path_((fs::temp_directory_path() / "audit-XXXXXX").string()) {
    const int file = ::mkstemp(path_.data());
    if (file < 0) {
      throw std::system_error(errno, std::generic_category(), path_);
    }
    ::close(file);
    unfinished_.add(path_);
  }
  ~ScratchFile() { ::unlink(path_.c_str()); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
  Unfinished unfinished_;
};

std::string workbook_of(const AuditView& view, const AuditWords& words) {
  const ScratchFile file;
  write_audit_workbook(view, words, file.path());
  return read_file(file.path(), kWorkbookLimit);
}

}  // namespace

const std::vector<std::string>& audit_formats() {
  static const std::vector<std::string> kFormats = {"text", "json", "html",
                                                    "xlsx"};
  return kFormats;
}

std::string audit_total(const Context& context, const AuditResult& result) {
  std::size_t counts[kAuditVerdicts] = {};
  for (const AuditedReport& one : result.reports) {
    ++counts[static_cast<std::size_t>(
        one.verdict(context.rules, context.options.strict))];
  }
  return audit_total_text(words_of(context), counts) + "\n";
}

void render(const Context& context, const AuditResult& result,
            const AuditedWords& words_of_all, const std::string& format,
            bool color, unsigned jobs, const WriteBytes& write) {
  const bool strict = context.options.strict;
  if (format == "json") {
    const auto entry = [&](std::size_t i) {
      return audit_entry(result.reports[i], context.rules, context.messages,
                         strict);
    };
    return write_audit_json(result.reports.size(), entry, jobs, write);
  }
  const std::vector<CheckReport>& words = words_of_all();
  if (format == "text") return write(text_of(context, result, words, color));
  const AuditView view =
      audit_view(result, words, context.rules, context.messages, strict);
  const AuditWords say = words_of(context);
  if (format == "html") {
    const auto part = [&](std::string_view name) {
      return context.data.read(name).value_or("");
    };
    return write(write_audit_page(view, say, part("report-templates/audit.css"),
                                  part("report-templates/audit.js")));
  }
  write(workbook_of(view, say));
}

int audit_exit_code(const Context& context, const AuditResult& result) {
  if (result.stopped) return kCouldNotRun;
  const bool clean =
      std::ranges::all_of(result.reports, [&](const AuditedReport& one) {
        return one.verdict(context.rules, context.options.strict) ==
               AuditVerdict::pass;
      });
  return clean ? kClean : kFindings;
}

}  // namespace gov_report::cli
