#include "check/due_date.h"

#include <doctest/doctest.h>

#include "ledger/ledger_fixture.h"

namespace gov_report {
namespace {

TEST_CASE("due dates: the periods of 条例 §33 in the autumn of 2024") {
  const Schema schema = real_schema(2024);
  const LedgerFormat& format = ledger_of(schema, "applications");
  struct Case {
    std::string row;  ///< correction asked, received, extension, third party
                      ///< asked, answered, fee notice, paid
    std::string due;
  };
  const std::vector<Case> cases = {
      {",,,,,,", "2024-10-23"},
      {",,20,,,,", "2024-11-20"},
      {",,0,,,,", "2024-10-23"},
      {",,,2024-09-25,2024-10-10,,", "2024-11-01"},
      {",,,2024-09-25,,,", "2024-11-13"},  // silent: 15 working days
      {"2024-09-24,2024-10-09,,,,,", "2024-11-05"},
      {"2024-09-24,,,,,,", "none"},  // waits for the applicant
      {",,,,,2024-09-24,2024-10-09", "2024-11-05"},
      {",,,,,2024-09-24,", "none"},
  };
  const DataFiles files;
  Calendar calendar(files, [](const Finding&) {});
  for (const Case& one : cases) {
    CAPTURE(one.row);
    std::string due = "no row";
    read_csv(
        format,
        "编号,收到日期,申请人类型,办理结果,办结日期,补正通知日期,补正收到日期,"
        "延期工作日,征求第三方日期,第三方答复日期,收费通知日期,缴费日期\n"
        "1,2024-09-20,自然人,,," +
            one.row + "\n",
        [&](Record& record, const RecordReader&) {
          const auto date = due_date(*format.due, record, calendar);
          due = date ? iso_text(*date) : "none";
        });
    CHECK(due == one.due);
  }
}

TEST_CASE("due dates: a pair is left out with either of its fields") {
  const Schema schema = real_schema(2024);
  const LedgerFormat& format = ledger_of(schema, "applications");
  const DataFiles files;
  Calendar calendar(files, [](const Finding&) {});
  const auto field = [&](std::string_view id) {
    return format.field(id).value();
  };
  read_csv(
      format,
      "编号,收到日期,申请人类型,办理结果,办结日期,收费通知日期,延期工作日\n"
      "1,2024-09-20,自然人,,,2024-10-08,20\n",
      [&](Record& record, const RecordReader&) {
        const auto due = [&](const std::vector<FieldIndex>& without) {
          const auto date =
              due_date(format.due->without(without), record, calendar);
          return date ? iso_text(*date) : "none";
        };
        CHECK(due({}) == "none");
        CHECK(due({field("fee_paid")}) == "2024-11-20");
        CHECK(due({field("fee_notice")}) == "2024-11-20");
        CHECK(due({field("fee_notice"), field("extension_days")}) ==
              "2024-10-23");
      });
}

}  // namespace
}  // namespace gov_report
