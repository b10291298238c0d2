#include <algorithm>
#include <stdexcept>

#include "support/days.h"
#include "support/record_stories.h"

namespace gov_report::test {

namespace {

class DisputeWriter {
 public:
  DisputeWriter(std::string_view branch, const std::vector<Row>& applications,
                Dice& dice)
      : branch_(branch), dice_(dice) {
    for (const Row& row : applications) {
      const auto result = row.find("result");
      if (result != row.end() && result->second.substr(0, 6) == "denied") {
        refusals_.push_back(&row);
      }
    }
  }

  std::vector<Row> rows;

  /// Accepted late in the year before, or early in the year itself.
  void concluded(const std::string& outcome, int accepted_in, int year) {
    Day accepted;
    Day end;
    if (accepted_in == year) {
      accepted = add_office_days(day_of(year, 1, 1), dice_.between(2, 180));
      end = add_office_days(accepted, dice_.between(10, 58));
    } else {
      accepted = add_office_days(day_of(year, 1, 1), -dice_.between(2, 40));
      end = add_office_days(day_of(year, 1, 1), dice_.between(2, 15));
    }
    Row row = accepted_row(accepted);
    row["outcome"] = outcome;
    row["concluded"] = iso(end);
    rows.push_back(row);
  }

  void pending(int year) {
    rows.push_back(accepted_row(
        add_office_days(day_of(year, 12, 31), -dice_.between(1, 40))));
  }

 private:
  Row accepted_row(Day accepted) {
    Row row;
    row["accepted"] = iso(accepted);
    if (branch_ == "lawsuits_direct") row["route"] = "direct";
    if (branch_ == "lawsuits_after_review") {
      row["route"] = "after_review";
      row["review_decision"] = "云府行复〔" +
                               std::to_string(year_of(accepted)) + "〕" +
                               std::to_string(rows.size() + 1) + "号";
    }
    if (branch_ != "reviews") row["court"] = "云川市中级人民法院";
    if (next_refusal_ < refusals_.size() &&
        refusals_[next_refusal_]->at("decided") < row["accepted"]) {
      row["application"] = refusals_[next_refusal_]->at("id");
      ++next_refusal_;
    }
    return row;
  }

  std::string branch_;
  Dice& dice_;
  std::vector<const Row*> refusals_;
  std::size_t next_refusal_ = 0;
};

std::vector<std::string> outcomes_of(const Figures& figures,
                                     const std::string& cells, Dice& dice) {
  std::vector<std::string> outcomes;
  for (const char* outcome : {"upheld", "corrected", "other"}) {
    outcomes.insert(outcomes.end(),
                    static_cast<std::size_t>(whole(figures, cells + outcome)),
                    outcome);
  }
  dice.shuffle(outcomes);
  return outcomes;
}

}  // namespace

long long disputes_open_before(const Figures& first, std::string_view branch) {
  const std::string cells = "disputes." + std::string(branch) + ".";
  return (whole(first, cells + "upheld") + whole(first, cells + "corrected") +
          whole(first, cells + "other")) /
         5;
}

std::vector<Row> dispute_rows(const Years& years, std::string_view branch,
                              const std::vector<Row>& applications,
                              const GeneratorOptions& options, Dice& dice) {
  DisputeWriter writer(branch, applications, dice);
  const std::string cells = "disputes." + std::string(branch) + ".";
  long long open_before = disputes_open_before(years.front().figures, branch);
  for (const auto& [year, figures] : years) {
    const auto outcomes = outcomes_of(figures, cells, dice);
    const auto ended = static_cast<long long>(outcomes.size());
    const long long pending = whole(figures, cells + "pending");
    // Cases open for the whole of the year are in the rows already.
    const long long run_on = std::min(open_before, ended);
    const long long stay = open_before - run_on;
    if (stay > pending) throw std::runtime_error("no cases give " + cells);
    for (long long at = 0; at < ended; ++at) {
      writer.concluded(outcomes[static_cast<std::size_t>(at)],
                       at < run_on ? year - 1 : year, year);
    }
    for (long long at = 0; at < stay; ++at) writer.pending(year - 1);
    if (year == years.back().year) {
      for (long long at = stay; at < pending; ++at) {
        if (options.noise && at % 4 == 3) {
          writer.concluded("upheld", year, year + 1);
        } else {
          writer.pending(year);
        }
      }
    }
    open_before = pending;
  }
  if (options.noise) {
    const int year = years.back().year;
    writer.concluded("upheld", years.front().year - 1, years.front().year - 1);
    writer.concluded("other", year, year);
    writer.rows.back()["original_actor"] = "云川市青田镇人民政府";
  }
  return writer.rows;
}

}  // namespace gov_report::test
