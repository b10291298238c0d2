#include "support/random_ledgers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "support/amount.h"
#include "support/days.h"
#include "support/people.h"
#include "support/vocabulary.h"

namespace gov_report::test {

namespace {

using std::chrono::days;

class RandomLedgers {
 public:
  RandomLedgers(std::uint64_t seed, std::string_view format, int year)
      : dice_(seed),
        format_(format),
        year_(year),
        first_(day_of(year - 2, 1, 1)),
        last_(day_of(year + 1, 1, 31)) {}

  LedgerSet run() {
    LedgerSet set;
    auto write = [&](const std::string& ledger, const std::vector<Row>& rows) {
      set.files["ledgers/" + ledger + ".csv"] =
          write_ledger(ledger, rows, style(), dice_);
    };
    write("applications", applications());
    write("disclosures", disclosures());
    write("reviews", disputes("reviews"));
    write("lawsuits", disputes("lawsuits"));
    set.files["counts/" + std::to_string(year_) + ".yaml"] = openings();
    return set;
  }

 private:
  LedgerStyle style() {
    LedgerStyle style{Headings::kMixed, Spelling::kMixed, Dates::kMixed};
    style.byte_order_mark = dice_.one_in(2);
    style.crlf = dice_.one_in(2);
    style.shuffled_columns = dice_.one_in(2);
    return style;
  }

  int row_count() {
    const int most = dice_.pick(std::vector<int>{0, 1, 5, 30, 200});
    return dice_.between(0, most);
  }

  Day any_day(Day earliest) {
    if (dice_.one_in(4)) {
      const int year = year_ + dice_.between(-1, 1);
      const Day edge =
          dice_.one_in(2) ? day_of(year, 1, 1) : day_of(year - 1, 12, 31);
      if (edge >= earliest) return edge;
    }
    const auto span = static_cast<int>((last_ - earliest).count());
    return earliest + days{dice_.between(0, span)};
  }

  std::string any_text() {
    return dice_.pick(std::vector<std::string>{
        "", "", "无", "见卷宗,第2页", "他说\"尽快\"", "第一行\n第二行",
        "a,b,\"c\"\nd", "　全角空格　", "'单引号", "1/2"});
  }

  /// The day of the result: some time on, or the last day of a year.
  Day end_after(Day start) {
    const Day usual = start + days{dice_.between(0, 60)};
    const Day year_end = day_of(year_of(start), 12, 31);
    const Day end =
        dice_.one_in(4) ? year_end + days{dice_.between(0, 1)} : usual;
    return end;
  }

  std::vector<Row> applications() {
    std::vector<Row> rows;
    const int count = row_count();
    for (int at = 0; at < count; ++at) {
      Row row = applicant_row(dice_.pick(applicant_columns()), {}, dice_);
      row["id"] = "甲-" + std::to_string(at + 1);
      row["note"] = any_text();
      const Day received = any_day(first_);
      row["received"] = iso(received);
      if (!dice_.one_in(6)) close(row, received);
      rows.push_back(row);
    }
    return rows;
  }

  std::string any_result() {
    std::vector<std::string> results = result_rows(format_);
    if (format_ == "cn-2019") {
      results.emplace_back("other_handling.no_correction");
      results.emplace_back("other_handling.unpaid_fee");
      results.emplace_back("other_handling.other");
    }
    return dice_.pick(results);
  }

  /// Decides the application unless its course would run past the last day.
  void close(Row& row, Day received) {
    Row closed = row;
    std::string result = any_result();
    Day decided = end_after(received);
    if (result == "unavailable.still_unclear") {
      closed["correction_requested"] = iso(received + days{3});
      closed["correction_received"] = iso(received + days{9});
      decided = std::max(decided, received + days{9});
    } else if (result == "other_handling.no_correction") {
      closed["correction_requested"] = iso(received + days{3});
      decided = std::max(decided, received + days{45});
    } else if (result == "denied.third_party_rights") {
      closed["third_party_asked"] = iso(received + days{2});
      closed["third_party_answered"] = iso(received + days{7});
      decided = std::max(decided, received + days{7});
    } else if (result == "other_handling.unpaid_fee") {
      // There were no fees before 2021.
      if (received >= day_of(2021, 1, 1)) {
        closed["fee_notice"] = iso(received + days{1});
        closed["fee_amount"] = std::to_string(10 * dice_.between(1, 70));
        decided = std::max(decided, received + days{46});
      } else if (format_ != "cn-2019") {
        result = "granted";
      }
    }
    if (decided > last_) return;
    row = closed;
    row["result"] = result;
    row["decided"] = iso(decided);
    if (dice_.one_in(10)) {
      row["extended"] = iso(received + days{5});
      row["extension_days"] = std::to_string(dice_.between(1, 20));
    }
  }

  std::vector<Row> disputes(const std::string& ledger) {
    std::vector<Row> rows;
    const int count = row_count();
    for (int at = 0; at < count; ++at) {
      Row row;
      const Day accepted = any_day(first_);
      row["id"] = "乙-" + std::to_string(at + 1);
      row["accepted"] = iso(accepted);
      if (ledger == "lawsuits") {
        row["route"] = dice_.pick(values_of("route")).id;
      }
      const Day concluded = end_after(accepted);
      if (!dice_.one_in(4) && concluded <= last_) {
        row["outcome"] = dice_.pick(values_of("outcome")).id;
        row["concluded"] = iso(concluded);
      }
      if (dice_.one_in(8)) row["original_actor"] = "青田镇人民政府";
      row["note"] = any_text();
      rows.push_back(row);
    }
    return rows;
  }

  std::vector<Row> disclosures() {
    struct Kind {
      const char* category;
      std::vector<std::string> actions;
    };
    const std::vector<std::string> document = {"issued", "published",
                                               "repealed"};
    const std::vector<std::string> power = {"decided", "item_added",
                                            "item_removed"};
    const std::vector<Kind> kinds = {
        {"regulation", document},
        {"normative_document", document},
        {"licence", power},
        {"other_service", power},
        {"penalty", power},
        {"coercive_measure", power},
        {"fee", {"charged", "item_added", "item_removed"}},
        {"procurement", {"procured"}}};
    std::vector<Row> rows;
    const int count = row_count();
    for (int at = 0; at < count; ++at) {
      const Kind& kind = dice_.pick(kinds);
      Row row;
      row["category"] = kind.category;
      row["action"] = dice_.pick(kind.actions);
      row["date"] = iso(any_day(first_));
      add_size(row);
      row["title"] = any_text();
      rows.push_back(row);
    }
    return rows;
  }

  void add_size(Row& row) {
    const std::string& action = row["action"];
    if (action == "charged" || action == "procured") {
      const long long cents =
          dice_.between(0, dice_.one_in(3) ? 2'000'000'000 : 99'999);
      row["amount"] = decimal_text(cents, 2);
    }
    if (action == "charged") return;
    const bool many = action == "decided" && dice_.one_in(3);
    const bool stock = action == "repealed" || action == "item_removed";
    if (dice_.one_in(2)) {
      const int most = many ? 1'000'000 : (stock ? 3 : 40);
      row["quantity"] = std::to_string(dice_.between(0, most));
    }
  }

  /// Large enough for whatever is repealed or removed: 200 rows of 3.
  std::string openings() {
    const std::vector<std::string> of_2019 = {
        "regulations.public_total",
        "normative_documents.public_total",
        "licences.previous",
        "other_services.previous",
        "penalties.previous",
        "coercive_measures.previous",
        "fees.previous"};
    const std::vector<std::string> of_2021 = {"regulations.in_force",
                                              "normative_documents.in_force"};
    std::string text = "opening:\n";
    for (const auto& cell : format_ == "cn-2019" ? of_2019 : of_2021) {
      text += "  disclosures." + cell + ": " +
              std::to_string(dice_.between(600, 5000)) + "\n";
    }
    return text;
  }

  Dice dice_;
  std::string format_;
  int year_;
  Day first_, last_;
};

}  // namespace

LedgerSet random_ledgers(std::uint64_t seed, std::string_view format,
                         int year) {
  return RandomLedgers(seed, format, year).run();
}

}  // namespace gov_report::test
