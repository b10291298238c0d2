// annotate.h - marked-up copies of the user's ledgers, for those who mend
// them.
//
//   in      every finding of a check as it turns up, none left out by a limit
//   out     .csv: the file as it stands, in UTF-8 with byte order mark, its
//           separator kept, with a first column of findings; .xlsx: a summary
//           and a sheet for each file (write/marked_workbook.h)
//   rows    all of them, blank ones and those that could not be read too; the
//           latter are one text. What a sheet has no room for is said
//   memory  one row, and 16 bytes for a finding
//   errors  findings output-not-writable; the other copies are still written

#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "pipeline/annotation_plan.h"
#include "pipeline/check.h"
#include "pipeline/finding_spool.h"

namespace gov_report {

class Annotator {
 public:
  /// `format` and `year` decide how severe a finding is.
  Annotator(const RuleCatalogue& rules, const Messages& messages,
            std::string format, int year)
      : rules_(rules),
        messages_(messages),
        format_(std::move(format)),
        year_(year) {}

  using Say = std::function<void(const std::string& line)>;

  /// Another copy; its files are watched from now on.
  void add(AnnotationPlan plan);
  bool empty() const { return plans_.empty(); }

  void watch(const Finding& finding);

  /// After the check. `say` gets a line for each copy, and for each sheet that
  /// had no room for all rows.
  void write(const CheckResult& result, const CheckReport& report,
             const Say& say, const FindingSink& sink);

 private:
  std::optional<std::uint64_t> write_copy(const AnnotationPlan& plan,
                                          const Year& year,
                                          const CheckReport& report,
                                          const Say& say);

  const RuleCatalogue& rules_;
  const Messages& messages_;
  std::string format_;
  int year_;
  std::vector<AnnotationPlan> plans_;
  std::map<std::string, FindingSpool> spools_;  // by the file's name
};

}  // namespace gov_report
