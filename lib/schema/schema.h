// schema.h - all of the law that one run needs.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "schema/data_files.h"
#include "schema/ledger_format.h"
#include "schema/report_format.h"
#include "schema/rule_catalogue.h"
#include "schema/text_format.h"

namespace gov_report {

struct Schema {
  std::vector<LedgerFormat> ledgers;
  ReportFormat report;
  TextFormat texts;
};

/// What the formats in schemas/reports/ are called and when they hold.
struct FormatYears {
  std::string id;
  int from_year = 0;
  int to_year = 9999;
};

/// nullopt after a finding (schema-error); then nothing can be built.
std::optional<RuleCatalogue> load_rule_catalogue(const DataFiles& files,
                                                 const FindingSink& sink);

/// The format of `year`, or the one named `form` if that is not empty.
///
///   findings  unknown-year {year}, unknown-form {form}, schema-error
std::optional<Schema> load_schema(const DataFiles& files, int year,
                                  std::string_view form,
                                  const RuleCatalogue& rules,
                                  const FindingSink& sink);

/// All formats, for help and completion.
std::vector<FormatYears> list_formats(const DataFiles& files,
                                      const FindingSink& sink);

}  // namespace gov_report
