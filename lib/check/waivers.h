// waivers.h - findings that somebody has accepted, with a reason and a name.
//
//   in      every finding of a run as it turns up, and what waivers.yaml says
//           for its year
//   out     the findings that are not waived; those that are, with the waiver
//   covers  the finding that the waiver names and nothing else: what was folded
//           under it goes on by itself
//   memory  grows with the waivers and what they cover
//   findings  waiver-unused, waiver-expired, waiver-invalid (twice,
//             not-waivable), all at the place of the waiver

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "schema/rule_catalogue.h"

namespace gov_report {

/// One entry of waivers.yaml. At most one of cell, record and section is
/// filled; without any it is for findings about no such thing.
struct Waiver {
  std::string rule;
  std::string cell;     ///< id of a figure
  std::string record;   ///< name of a record (Finding::record)
  std::string section;  ///< id of a section of the text
  std::string file;     ///< the finding stands in it; empty: wherever
  std::string reason;
  std::string person;
  Date date;
  std::optional<Date> until;  ///< the last day it holds; absent: no end
  bool is_public = false;     ///< its reason is printed at the cell
  Place reason_place;
  Place place;
};

struct WaivedFinding {
  Finding finding;
  Waiver waiver;
};

struct WaiverSetting {
  std::string format;  ///< of the report, and its year: they decide how severe
  int year = 0;        ///< a finding is
  Date as_of;          ///< the day to judge `until` by
  /// Id of the section by the file of its text, as findings name it. A waiver
  /// without section is for none of these files.
  std::map<std::string, std::string> sections;
};

/// What a part of a run has shown of the waivers: each field by the number of
/// the waiver.
struct WaivingSeen {
  std::map<std::size_t, std::vector<Finding>> covered;
  std::map<std::size_t, std::uint64_t> first;  ///< line of the one before it
  std::set<std::size_t> for_error;
  std::set<std::size_t> would_cover;
  /// By rule, the first finding that no waiver took: where it stands, and the
  /// entry that would name it.
  std::map<std::string, std::pair<Place, std::string>> elsewhere;

  /// The first is the first by file and position: which thread or part comes
  /// first does not matter.
  void note_elsewhere(const std::string& rule, const Place& place,
                      const std::string& entry);
};

class Waiving {
 public:
  Waiving(const RuleCatalogue& rules, WaiverSetting setting,
          const std::vector<Waiver>& waivers);

  /// Keeps a finding that is waived, and hands what is left to `next`.
  void pass(Finding finding, const FindingSink& next);

  /// What was passed so far, for another run over other records.
  WaivingSeen take_seen();
  /// REQUIRES: seen of the same waivers, in the same order.
  void add_seen(WaivingSeen seen);

  /// After the last finding. Rules in `not_run` could not look: their waivers
  /// are not called unused, unless the rule is retired.
  void finish(const std::set<std::string>& not_run, const FindingSink& sink);

  /// In the order of the waivers.
  std::vector<WaivedFinding> take();

 private:
  struct Entry {
    Waiver waiver;
    bool expired = false;
    bool used = false;
    std::uint64_t first = 0;    ///< line of the waiver that came before it
    bool is_for_error = false;  ///< names a finding that cannot be waived
    bool would_cover = false;   ///< but has expired
    std::vector<Finding> covered;
  };

  bool is_waived(Finding& finding);
  bool names(const Waiver& waiver, const Finding& finding) const;
  std::string entry_for(const Finding& finding) const;
  void report_retired(const Entry& entry, const FindingSink& sink) const;
  void report_unused(const Entry& entry, const FindingSink& sink) const;

  const RuleCatalogue& rules_;
  WaiverSetting setting_;
  std::vector<Entry> entries_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_rule_;
  /// By rule, a finding that was not taken, and an entry for it.
  WaivingSeen seen_;  // elsewhere alone
};

}  // namespace gov_report
