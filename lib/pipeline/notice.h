// notice.h - `gov-report notice`: for each body whose published reports have
// errors a letter that lists them, as a DOCX file.
//
//   in      audited reports; those of one body (by its folded name) are in one
//           letter, by year; a file that cannot be read is in none
//   left    rows whose figures could not be placed for sure: that need be no
//           error of the report
//   words   Chinese whatever the language of the program, as the letter is; of
//           schemas/messages.yaml (notice.*) and schemas/rules.yaml
//   by      a day to mend by, or a number of days from receipt: no clock is
//           read, and the date of the letter is left to fill in

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "document/document.h"
#include "pipeline/audit.h"
#include "schema/data_files.h"

namespace gov_report {

struct NoticeRequest {
  std::filesystem::path folder;  ///< where the letters go
  std::optional<Date> by;        ///< to be mended by; absent: so many days
  std::string from;              ///< office that sends it; empty: to fill in
  bool strict = false;           ///< warnings too
  bool replace = false;          ///< letters that are there already
};

struct Notice {
  std::string agency;  ///< empty: not known, a marked place in the letter
  std::filesystem::path file;
  Document document;
};

/// The letters, by the order of the reports; `chinese` are the messages.
std::vector<Notice> compose_notices(const AuditResult& result,
                                    const NoticeRequest& request,
                                    const RuleCatalogue& rules,
                                    const Messages& chinese);

/// How many rows of a report could not be placed, and are in no letter.
std::size_t rows_not_placed(const AuditedReport& report);

/// How many cells are formulas without results, and are in no letter either.
std::size_t cells_not_calculated(const AuditedReport& report);

/// The folder that the letters go to. False after output-not-writable.
bool make_notice_folder(const NoticeRequest& request, const FindingSink& sink);

enum class NoticeOutcome { written, kept };

/// REQUIRES: make_notice_folder.
/// kept: another letter is there, and it is not to be replaced; it may have
/// been edited.
/// nullopt after a finding: pandoc-missing, pandoc-failed, output-not-writable.
std::optional<NoticeOutcome> write_notice(const Notice& notice,
                                          const NoticeRequest& request,
                                          const DataFiles& data,
                                          const FindingSink& sink);

}  // namespace gov_report
