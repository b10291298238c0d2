#include <algorithm>
#include <stdexcept>

#include "support/amount.h"
#include "support/days.h"
#include "support/people.h"
#include "support/record_stories.h"

namespace gov_report::test {

namespace {

enum class Turn { kPlain, kExtended, kCorrected, kThirdParty, kCharged };

bool is_grant(const std::string& result) {
  return result == "granted" || result == "partially_granted";
}

/// Results that only come about in one way and take long.
bool is_special(const std::string& result) {
  return result == "unavailable.still_unclear" ||
         result == "denied.third_party_rights" ||
         result == "other_handling.no_correction" ||
         result == "other_handling.unpaid_fee";
}

/// Writes the dates of a case and its end. Office days, so that no reply is
/// late by working days, of which there are never fewer.
class Course {
 public:
  Course(Row& row, Day received, Dice& dice)
      : row_(row), received_(received), dice_(dice) {
    row_["received"] = iso(received);
    const std::string& channel = row_["channel"];
    if (channel == "internet" || channel == "email" || channel == "fax") {
      row_["confirmed"] = iso(received);
    }
  }

  Day run(const std::string& result, Turn turn) {
    if (result == "unavailable.still_unclear") return corrected();
    if (result == "denied.third_party_rights") return third_party();
    if (result == "other_handling.no_correction") {
      return add_office_days(ask_for_correction(1), 16);
    }
    if (result == "other_handling.unpaid_fee") return unpaid();
    if (result == "not_processed.excessive") put("reasons_asked", received_, 2);
    if (result == "not_processed.repeated") {
      row_["earlier_reply"] =
          "复〔" + std::to_string(year_of(received_) - 1) + "〕7号";
    }
    if (turn == Turn::kExtended) {
      extend(dice_.between(11, 15));
      return later(received_, 22, 32);
    }
    if (turn == Turn::kCorrected) return corrected();
    if (turn == Turn::kThirdParty) return third_party();
    if (turn == Turn::kCharged && is_grant(result) &&
        received_ >= day_of(2021, 1, 1)) {
      return charged();
    }
    return later(received_, 3, 16);
  }

  void extend(int after) {
    put("extended", received_, after);
    put("extension_approved", received_, after - 1);
    row_["extension_days"] = "20";
  }

 private:
  Day later(Day from, int least, int most) {
    return add_office_days(from, dice_.between(least, most));
  }
  Day put(const std::string& field, Day from, int office_days) {
    const Day day = add_office_days(from, office_days);
    row_[field] = iso(day);
    return day;
  }
  Day ask_for_correction(int after) {
    const Day asked = put("correction_requested", received_, after);
    put("correction_due", asked, 15);
    row_["correction_count"] = "1";
    return asked;
  }
  Day corrected() {
    ask_for_correction(dice_.between(2, 4));
    const Day answer =
        put("correction_received", received_, dice_.between(8, 12));
    return later(answer, 3, 14);
  }
  Day third_party() {
    put("third_party_asked", received_, 3);
    const Day answer =
        put("third_party_answered", received_, dice_.between(9, 14));
    return later(answer, 2, 5);
  }
  Day unpaid() {
    extend(10);
    const Day notice = give_fee_notice(2);
    return later(notice, 22, 25);
  }
  Day charged() {
    give_fee_notice(3);
    row_["copies_supplied"] = "yes";
    const Day paid = put("fee_paid", received_, dice_.between(6, 10));
    return later(paid, 1, 10);
  }
  /// 31 to 100 pages, 10 yuan for each above the thirtieth.
  Day give_fee_notice(int after) {
    const int pages = dice_.between(31, 100);
    row_["fee_method"] = "per_page";
    row_["fee_pages"] = std::to_string(pages);
    row_["fee_amount"] = std::to_string(10 * (pages - 30));
    put("fee_notice_received", received_, after);
    return put("fee_notice", received_, after);
  }

  Row& row_;
  Day received_;
  Dice& dice_;
};

class ApplicationWriter {
 public:
  ApplicationWriter(const GeneratorOptions& options, Dice& dice)
      : options_(options), dice_(dice) {}

  std::vector<Row> rows;

  /// Received in `received_in`, decided with `result` in `decided_in`, on the
  /// same or the next year.
  void closed(const std::string& column, const std::string& result,
              int received_in, int decided_in) {
    const Turn turn = next_turn();
    const Day year_end = day_of(decided_in, 12, 31);
    for (int attempt = 0; attempt < 1000; ++attempt) {
      const Day received =
          received_in == decided_in
              ? add_office_days(year_end, -dice_.between(1, 245))
              : add_office_days(day_of(decided_in, 1, 1),
                                -dice_.between(1, 20));
      Row row = applicant_row(column, options_.subjects, dice_);
      const Day decided = Course(row, received, dice_).run(result, turn);
      if (year_of(received) != received_in || year_of(decided) != decided_in ||
          decided > latest_) {
        continue;
      }
      row["result"] = result;
      row["decided"] = iso(decided);
      rows.push_back(row);
      return;
    }
    throw std::runtime_error("no dates for " + result);
  }

  /// Received late in `year` and still open a month later, not yet due.
  void open(const std::string& column, int year) {
    Row row = applicant_row(column, options_.subjects, dice_);
    const Day received =
        add_office_days(day_of(year, 12, 25), -dice_.between(0, 8));
    Course(row, received, dice_).extend(10);
    rows.push_back(row);
  }

  /// Received in the first days of `year` and open.
  void just_received(const std::string& column, int year) {
    Row row = applicant_row(column, options_.subjects, dice_);
    const Day received =
        add_office_days(day_of(year, 1, 7), dice_.between(1, 6));
    Course(row, received, dice_);
    rows.push_back(row);
  }

  /// Later days are not yet known: no record may be dated after it.
  void set_latest(Day latest) { latest_ = latest; }

 private:
  Turn next_turn() {
    ++written_;
    if (options_.every == 0 || written_ % options_.every != 0) {
      return Turn::kPlain;
    }
    return static_cast<Turn>(1 + written_ / options_.every % 4);
  }

  const GeneratorOptions& options_;
  Dice& dice_;
  Day latest_ = day_of(9999, 12, 31);
  int written_ = 0;
};

/// The results of a column in a year, one entry an application; those that
/// can well be carried over first.
std::vector<std::string> results_of(const Figures& figures,
                                    const std::string& column,
                                    std::string_view format, Dice& dice) {
  std::vector<std::string> plain;
  std::vector<std::string> special;
  for (const std::string& row : result_rows(format)) {
    const long long count =
        whole(figures, "applications." + row + "." + column);
    auto& target = is_special(row) ? special : plain;
    target.insert(target.end(), static_cast<std::size_t>(count), row);
  }
  dice.shuffle(plain);
  plain.insert(plain.end(), special.begin(), special.end());
  return plain;
}

/// Applications that are open at the end of the last year, half of them
/// closed in January.
void write_carried_forward(ApplicationWriter& writer, const std::string& column,
                           int year, long long count) {
  for (long long at = 0; at < count; ++at) {
    if (at % 2 == 0) {
      writer.open(column, year);
    } else {
      writer.closed(column, at % 4 == 1 ? "granted" : "unavailable.not_held",
                    year, year + 1);
    }
  }
}

void write_column(ApplicationWriter& writer, const Years& years,
                  const std::string& column, std::string_view format,
                  Dice& dice) {
  for (const auto& [year, figures] : years) {
    auto figure = [&, &cells = figures](const std::string& row) {
      return whole(cells, "applications." + row + "." + column);
    };
    const auto results = results_of(figures, column, format, dice);
    const auto resolved = static_cast<long long>(results.size());
    const long long carried = figure("carried_over");
    const long long forward = figure("carried_forward");
    const bool last = year == years.back().year;
    if (figure("new") + carried != resolved + forward || carried > resolved ||
        (!last && forward != whole(years.back().figures,
                                   "applications.carried_over." + column))) {
      throw std::runtime_error("no applications give column " + column);
    }
    for (long long at = 0; at < resolved; ++at) {
      writer.closed(column, results[static_cast<std::size_t>(at)],
                    at < carried ? year - 1 : year, year);
    }
    // Those carried into another year of the set are written there.
    if (last) {
      writer.set_latest(day_of(year + 1, 1, 31));
      write_carried_forward(writer, column, year, forward);
      writer.set_latest(day_of(9999, 12, 31));
    }
  }
}

}  // namespace

std::vector<Row> application_rows(const Years& years, std::string_view format,
                                  const GeneratorOptions& options, Dice& dice) {
  ApplicationWriter writer(options, dice);
  for (const std::string& column : applicant_columns()) {
    write_column(writer, years, column, format, dice);
  }
  if (options.noise) {
    const int before = years.front().year - 1;
    const int after = years.back().year + 1;
    writer.closed("natural_person", "granted", before, before);
    writer.closed("business", "unavailable.not_held", before, before);
    writer.closed("natural_person", "denied.enforcement_file", before - 1,
                  before);
    writer.just_received("natural_person", after);
    writer.just_received("legal_service", after);
  }
  number_rows(writer.rows, "received", "");
  return writer.rows;
}

void number_rows(std::vector<Row>& rows, const std::string& field,
                 const std::string& prefix) {
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    return a.at(field) < b.at(field);
  });
  std::map<std::string, int> last_of_year;
  for (Row& row : rows) {
    const std::string year = row.at(field).substr(0, 4);
    std::string number = std::to_string(++last_of_year[year]);
    if (number.size() < 4) number.insert(0, 4 - number.size(), '0');
    row["id"] = prefix + year + "-" + number;
  }
}

}  // namespace gov_report::test
