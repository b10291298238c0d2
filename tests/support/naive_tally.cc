#include "support/naive_tally.h"

#include <functional>
#include <string>
#include <vector>

#include "support/amount.h"
#include "support/naive_reader.h"

namespace gov_report::test {

namespace {

using Rows = std::vector<Row>;
using Test = std::function<bool(const Row&)>;

std::string text_of(const Row& row, const std::string& field) {
  const auto found = row.find(field);
  return found == row.end() ? "" : found->second;
}

long long count_if(const Rows& rows, const Test& counts) {
  long long count = 0;
  for (const Row& row : rows) {
    if (counts(row)) ++count;
  }
  return count;
}

class Tally {
 public:
  Tally(const LedgerSet& set, std::string_view format, int year)
      : format_(format),
        year_(std::to_string(year)),
        first_day_(year_ + "-01-01"),
        last_day_(year_ + "-12-31"),
        applications_(rows_of(set, "applications")),
        disclosures_(rows_of(set, "disclosures")),
        reviews_(rows_of(set, "reviews")),
        lawsuits_(rows_of(set, "lawsuits")) {
    const auto counts = set.files.find("counts/" + year_ + ".yaml");
    if (counts != set.files.end()) openings_ = read_openings(counts->second);
  }

  Figures run() {
    tally_applications();
    tally_disputes();
    if (format_ == "cn-2019") {
      tally_disclosures_2019();
    } else {
      tally_disclosures_2021();
    }
    return figures_;
  }

 private:
  static Rows rows_of(const LedgerSet& set, const std::string& ledger) {
    return read_ledger(ledger, set.files.at("ledgers/" + ledger + ".csv"));
  }

  bool in_year(const std::string& date) const {
    return date.substr(0, 4) == year_;
  }
  void put(const std::string& cell, long long value) {
    figures_[cell] = std::to_string(value);
  }
  long long get(const std::string& cell) const { return whole(figures_, cell); }

  // Section 三.

  void count_applications(const std::string& row, const Test& counts) {
    long long total = 0;
    for (const std::string& column : applicant_columns()) {
      const long long count = count_if(applications_, [&](const Row& a) {
        return text_of(a, "applicant_type") == column && counts(a);
      });
      put("applications." + row + "." + column, count);
      total += count;
    }
    put("applications." + row + ".total", total);
  }

  bool has_result(const Row& a, const std::string& row) const {
    const std::string result = text_of(a, "result");
    if (format_ == "cn-2019" && row == "other_handling") {
      return result.substr(0, row.size()) == row;
    }
    return result == row;
  }

  void tally_applications() {
    count_applications(
        "new", [&](const Row& a) { return in_year(text_of(a, "received")); });
    count_applications("carried_over", [&](const Row& a) {
      const std::string decided = text_of(a, "decided");
      return text_of(a, "received") < first_day_ &&
             (decided.empty() || decided >= first_day_);
    });
    for (const std::string& row : result_rows(format_)) {
      count_applications(row, [&](const Row& a) {
        return in_year(text_of(a, "decided")) && has_result(a, row);
      });
    }
    count_applications("carried_forward", [&](const Row& a) {
      const std::string decided = text_of(a, "decided");
      return text_of(a, "received") <= last_day_ &&
             (decided.empty() || decided > last_day_);
    });
    std::vector<std::string> columns = applicant_columns();
    columns.emplace_back("total");
    for (const std::string& column : columns) {
      long long resolved = 0;
      for (const std::string& row : result_rows(format_)) {
        resolved += get("applications." + row + "." + column);
      }
      put("applications.resolved." + column, resolved);
    }
  }

  // Section 四.

  void count_disputes(const std::string& branch, const Rows& rows,
                      const Test& in_branch) {
    const std::string cells = "disputes." + branch + ".";
    long long total = 0;
    for (const char* outcome : {"upheld", "corrected", "other"}) {
      const long long count = count_if(rows, [&](const Row& k) {
        return in_branch(k) && text_of(k, "original_actor").empty() &&
               in_year(text_of(k, "concluded")) &&
               text_of(k, "outcome") == outcome;
      });
      put(cells + outcome, count);
      total += count;
    }
    const long long pending = count_if(rows, [&](const Row& k) {
      const std::string concluded = text_of(k, "concluded");
      return in_branch(k) && text_of(k, "original_actor").empty() &&
             text_of(k, "accepted") <= last_day_ &&
             (concluded.empty() || concluded > last_day_);
    });
    put(cells + "pending", pending);
    put(cells + "total", total + pending);
  }

  void tally_disputes() {
    count_disputes("reviews", reviews_, [](const Row&) { return true; });
    count_disputes("lawsuits_direct", lawsuits_, [](const Row& k) {
      return text_of(k, "route") == "direct";
    });
    count_disputes("lawsuits_after_review", lawsuits_, [](const Row& k) {
      return text_of(k, "route") == "after_review";
    });
  }

  // Section 二.

  /// Quantities of a category and action, `when` on the date.
  long long quantity(const std::string& category, const std::string& action,
                     const std::function<bool(const std::string&)>& when) {
    long long sum = 0;
    for (const Row& d : disclosures_) {
      if (text_of(d, "category") != category ||
          text_of(d, "action") != action || !when(text_of(d, "date"))) {
        continue;
      }
      const std::string number = text_of(d, "quantity");
      sum += number.empty() ? 1 : std::stoll(number);
    }
    return sum;
  }
  long long this_year(const std::string& category, const std::string& action) {
    return quantity(category, action,
                    [&](const std::string& date) { return in_year(date); });
  }

  /// The stock at the end of the year before.
  long long opening(const std::string& cell, const std::string& category,
                    const std::string& plus, const std::string& minus) {
    if (openings_.count(cell) != 0) return whole(openings_, cell);
    auto earlier = [&](const std::string& date) { return date < first_day_; };
    return quantity(category, plus, earlier) -
           quantity(category, minus, earlier);
  }

  /// Millionths of a yuan.
  long long money(const std::string& category, const std::string& action) {
    long long sum = 0;
    for (const Row& d : disclosures_) {
      if (text_of(d, "category") == category &&
          text_of(d, "action") == action && in_year(text_of(d, "date"))) {
        sum += millionths(text_of(d, "amount"));
      }
    }
    return sum;
  }

  void tally_items(const std::string& row, const std::string& category) {
    const std::string cells = "disclosures." + row + ".";
    put(cells + "previous",
        opening(cells + "previous", category, "item_added", "item_removed"));
    put(cells + "change", this_year(category, "item_added") -
                              this_year(category, "item_removed"));
  }

  void tally_documents_2019(const std::string& row,
                            const std::string& category) {
    const std::string cells = "disclosures." + row + ".";
    const long long published = this_year(category, "published");
    put(cells + "made", this_year(category, "issued"));
    put(cells + "published", published);
    put(cells + "public_total",
        opening(cells + "public_total", category, "published", "repealed") +
            published - this_year(category, "repealed"));
  }

  void tally_disclosures_2019() {
    tally_documents_2019("regulations", "regulation");
    tally_documents_2019("normative_documents", "normative_document");
    tally_items("licences", "licence");
    tally_items("other_services", "other_service");
    tally_items("penalties", "penalty");
    tally_items("coercive_measures", "coercive_measure");
    tally_items("fees", "fee");
    put("disclosures.licences.decisions", this_year("licence", "decided"));
    put("disclosures.other_services.decisions",
        this_year("other_service", "decided"));
    put("disclosures.penalties.decisions", this_year("penalty", "decided"));
    put("disclosures.coercive_measures.decisions",
        this_year("coercive_measure", "decided"));
    put("disclosures.procurement.projects",
        this_year("procurement", "procured"));
    figures_["disclosures.procurement.amount"] =
        decimal_text(money("procurement", "procured"), 6);
  }

  void tally_documents_2021(const std::string& row,
                            const std::string& category) {
    const std::string cells = "disclosures." + row + ".";
    const long long issued = this_year(category, "issued");
    const long long repealed = this_year(category, "repealed");
    put(cells + "issued", issued);
    put(cells + "repealed", repealed);
    put(cells + "in_force",
        opening(cells + "in_force", category, "issued", "repealed") + issued -
            repealed);
  }

  void tally_disclosures_2021() {
    tally_documents_2021("regulations", "regulation");
    tally_documents_2021("normative_documents", "normative_document");
    put("disclosures.licences.decisions", this_year("licence", "decided"));
    put("disclosures.penalties.decisions", this_year("penalty", "decided"));
    put("disclosures.coercive_measures.decisions",
        this_year("coercive_measure", "decided"));
    // 万元: four more decimals.
    figures_["disclosures.fees.amount"] =
        decimal_text(money("fee", "charged"), 10);
  }

  std::string format_;
  std::string year_, first_day_, last_day_;
  Rows applications_, disclosures_, reviews_, lawsuits_;
  Figures openings_;
  Figures figures_;
};

}  // namespace

Figures naive_tally(const LedgerSet& set, std::string_view format, int year) {
  return Tally(set, format, year).run();
}

}  // namespace gov_report::test
