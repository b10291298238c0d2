#include "pipeline/notice.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "base/output_file.h"
#include "base/system_reason.h"
#include "base/text.h"
#include "pipeline/notice_letter.h"
#include "pipeline/notice_words.h"
#include "write/docx.h"

namespace gov_report {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameBytes = 150;  // of a file, as most systems take it

/// A name that every system takes: nothing of a report is a folder.
std::string file_name(const std::string& wanted) {
  std::string name;
  for (const char c : printable(wanted)) {
    const bool bad =
        std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos ||
        static_cast<unsigned char>(c) < 0x20;
    name += bad ? '_' : c;
  }
  while (name.starts_with('.') || name.starts_with(' ') ||
         name.starts_with('-')) {
    name.erase(0, 1);
  }
  while (name.size() > kNameBytes) {
    name = std::string(first_characters(name, character_count(name) - 1));
  }
  return name.empty() ? "_" : name;
}

std::string unique_name(const std::string& name, std::set<std::string>& taken) {
  std::string unique = name;
  for (int i = 2; !taken.insert(fold(unique)).second; ++i) {
    unique = name + "-" + std::to_string(i);
  }
  return unique + ".docx";
}

Finding cannot_write(const std::system_error& error, const fs::path& path) {
  Finding finding;
  finding.rule = "output-not-writable";
  finding.variant = "file";
  finding.arguments = reason_arguments(error, path.string());
  finding.arguments.push_back({"file", path.string()});
  return finding;
}

bool write_letter(const Document& document, const fs::path& path,
                  const DataFiles& data, const FindingSink& sink) {
  DocxTools tools;
  if (const auto own = data.override_of(docx_reference_name(document))) {
    tools.reference = *own;
  }
  const DocxResult result = write_docx(document, path, tools);
  if (result.outcome == DocxResult::Outcome::written) return true;
  Finding finding;
  finding.rule = "pandoc-missing";
  if (result.outcome == DocxResult::Outcome::pandoc_failed) {
    finding.rule = "pandoc-failed";
    finding.arguments = {{"reason", one_line(result.words)}};
  }
  sink(std::move(finding));
  return false;
}

}  // namespace

std::vector<Notice> compose_notices(const AuditResult& result,
                                    const NoticeRequest& request,
                                    const RuleCatalogue& rules,
                                    const Messages& chinese) {
  std::vector<ReportsOfBody> bodies;  // in the order of their first report
  std::map<std::string, std::size_t> known;
  for (const AuditedReport& report : result.reports) {
    if (!report.report) continue;
    const std::string body = fold(report.report->agency);
    // Without a name nothing says that two are of one body.
    const auto at = body.empty() ? known.end() : known.find(body);
    if (at == known.end()) {
      if (!body.empty()) known[body] = bodies.size();
      bodies.push_back({&report});
    } else {
      bodies[at->second].push_back(&report);
    }
  }
  std::vector<Notice> notices;
  std::set<std::string> taken;
  for (ReportsOfBody& reports : bodies) {
    std::erase_if(reports, [&](const AuditedReport* report) {
      const ReportsOfBody own = {report};
      const bool warned =
          request.strict && letter_findings(own, Severity::warning, rules) > 0;
      return letter_findings(own, Severity::error, rules) == 0 && !warned;
    });
    if (reports.empty()) continue;
    std::ranges::stable_sort(reports, {}, [](const AuditedReport* report) {
      return report->report->year;
    });
    const NoticeLetter letter(reports, request, rules, chinese);
    const AuditedReport& first = *reports.front();
    std::string name = first.report->agency;
    if (name.empty()) name = fs::path(first.file).stem().string();
    notices.push_back(
        {first.report->agency,
         request.folder / unique_name(file_name(letter.file_name(name)), taken),
         letter.compose()});
  }
  return notices;
}

bool make_notice_folder(const NoticeRequest& request, const FindingSink& sink) {
  try {
    if (!request.folder.empty()) fs::create_directories(request.folder);
    return true;
  } catch (const std::system_error& error) {
    sink(cannot_write(error, request.folder));
    return false;
  }
}

std::optional<NoticeOutcome> write_notice(const Notice& notice,
                                          const NoticeRequest& request,
                                          const DataFiles& data,
                                          const FindingSink& sink) {
  try {
    if (!request.replace && fs::exists(notice.file)) {
      return NoticeOutcome::kept;
    }
    OutputFile file(notice.file);
    if (!write_letter(notice.document, file.path(), data, sink)) {
      return std::nullopt;
    }
    file.commit();
    return NoticeOutcome::written;
  } catch (const std::system_error& error) {
    sink(cannot_write(error, notice.file));
    return std::nullopt;
  }
}

}  // namespace gov_report
