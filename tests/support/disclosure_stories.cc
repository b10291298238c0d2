#include <stdexcept>

#include "support/amount.h"
#include "support/days.h"
#include "support/record_stories.h"

namespace gov_report::test {

namespace {

class DisclosureWriter {
 public:
  DisclosureWriter(const GeneratorOptions& options, Dice& dice)
      : options_(options), dice_(dice) {}

  std::vector<Row> rows;

  /// Up to twelve rows with quantities that add up to `count`.
  void spread(const std::string& category, const std::string& action, int year,
              long long count) {
    const long long parts = count < 12 ? count : 12;
    for (long long part = 0; part < parts; ++part) {
      const long long share = count / parts + (part < count % parts ? 1 : 0);
      Row row = dated_row(category, action, year, static_cast<int>(part));
      if (share != 1) {
        row["quantity"] = std::to_string(share);
      } else if (category == "normative_document") {
        name_document(row, year);
      }
      rows.push_back(row);
    }
  }

  /// A positive change adds items, a negative one removes them.
  void change(const std::string& category, int year, long long count) {
    spread(category, count < 0 ? "item_removed" : "item_added", year,
           count < 0 ? -count : count);
  }

  /// Twelve amounts that add up to `units` millionths of a yuan.
  void charge(int year, long long units) {
    const long long cents = units / 10000;
    const long long share = cents / 12;
    for (int part = 0; part < 12; ++part) {
      const long long amount =
          part < 11 ? share * 10000 : units - share * 11 * 10000;
      if (amount == 0) continue;
      Row row = dated_row("fee", "charged", year, part);
      row["amount"] = decimal_text(amount, 6);
      rows.push_back(row);
    }
  }

  /// `projects` projects for `units` millionths of a yuan, in two rows.
  void procure(int year, long long projects, long long units) {
    if (projects == 0 && units == 0) return;
    const long long part = units / 3 / 10000 * 10000;
    const bool split = projects > 1;
    add_purchase(year, 3, split ? projects / 2 : projects,
                 split ? part : units);
    if (split) add_purchase(year, 9, projects - projects / 2, units - part);
  }

 private:
  void add_purchase(int year, int month, long long projects, long long units) {
    Row row = dated_row("procurement", "procured", year, month);
    row["quantity"] = std::to_string(projects);
    row["amount"] = decimal_text(units, 6);
    rows.push_back(row);
  }

  /// `month` counts from 0.
  Row dated_row(const std::string& category, const std::string& action,
                int year, int month) {
    const Day first = day_of(year, static_cast<unsigned>(month % 12) + 1, 1);
    Day day = add_office_days(first, dice_.between(2, 14));
    Row row;
    row["category"] = category;
    row["action"] = action;
    row["date"] = iso(day);
    if (action == "issued" || action == "published") {
      row["formed_on"] = iso(day);
      row["published_on"] = iso(add_office_days(day, dice_.between(1, 10)));
    }
    return row;
  }

  /// A number and a title. Published documents keep the number they were
  /// issued under; repealed ones have an older year.
  void name_document(Row& row, int year) {
    static const std::vector<std::string> titles = {
        "规范行政执法行为规定",     "政府投资项目管理办法",
        "城镇住房保障实施细则",     "公共资源交易管理办法",
        "企业信用信息公示实施细则", "农村供水管理办法"};
    const std::string& action = row["action"];
    const int number = ++last_number_[action + std::to_string(year)];
    const int of_year = action == "repealed" ? year - 5 : year;
    row["document_number"] = options_.document_prefix + "〔" +
                             std::to_string(of_year) + "〕" +
                             std::to_string(number) + "号";
    row["title"] =
        titles[static_cast<std::size_t>(number + of_year) % titles.size()];
  }

  const GeneratorOptions& options_;
  Dice& dice_;
  std::map<std::string, int> last_number_;
};

void write_2019(DisclosureWriter& writer, int year, const Figures& figures) {
  auto figure = [&](const std::string& cell) {
    return whole(figures, "disclosures." + cell);
  };
  const std::vector<std::pair<std::string, std::string>> documents = {
      {"regulations", "regulation"},
      {"normative_documents", "normative_document"}};
  for (const auto& [row, category] : documents) {
    writer.spread(category, "issued", year, figure(row + ".made"));
    writer.spread(category, "published", year, figure(row + ".published"));
  }
  const std::vector<std::pair<std::string, std::string>> powers = {
      {"licences", "licence"},
      {"other_services", "other_service"},
      {"penalties", "penalty"},
      {"coercive_measures", "coercive_measure"}};
  for (const auto& [row, category] : powers) {
    writer.spread(category, "decided", year, figure(row + ".decisions"));
    writer.change(category, year, figure(row + ".change"));
  }
  writer.change("fee", year, figure("fees.change"));
  writer.procure(year, figure("procurement.projects"),
                 millionths(figures.at("disclosures.procurement.amount")));
}

void write_2021(DisclosureWriter& writer, int year, const Figures& figures) {
  auto figure = [&](const std::string& cell) {
    return whole(figures, "disclosures." + cell);
  };
  const std::vector<std::pair<std::string, std::string>> documents = {
      {"regulations", "regulation"},
      {"normative_documents", "normative_document"}};
  for (const auto& [row, category] : documents) {
    writer.spread(category, "issued", year, figure(row + ".issued"));
    writer.spread(category, "repealed", year, figure(row + ".repealed"));
  }
  writer.spread("licence", "decided", year, figure("licences.decisions"));
  writer.spread("penalty", "decided", year, figure("penalties.decisions"));
  writer.spread("coercive_measure", "decided", year,
                figure("coercive_measures.decisions"));
  // 万元 to millionths of a yuan.
  writer.charge(year,
                millionths(figures.at("disclosures.fees.amount")) * 10000);
}

}  // namespace

std::vector<Row> disclosure_rows(const Years& years, std::string_view format,
                                 const GeneratorOptions& options, Dice& dice) {
  DisclosureWriter writer(options, dice);
  for (const auto& [year, figures] : years) {
    if (format == "cn-2019") {
      write_2019(writer, year, figures);
    } else {
      write_2021(writer, year, figures);
    }
  }
  if (options.noise) {
    const int before = years.front().year - 1;
    const int after = years.back().year + 1;
    writer.spread("normative_document", "issued", before, 2);
    writer.spread("licence", "decided", before, 15);
    writer.change("penalty", before, 1);
    writer.charge(before, 1234560000);
    writer.procure(before, 1, 9900000000);
    writer.spread("penalty", "decided", after, 1);
  }
  return writer.rows;
}

}  // namespace gov_report::test
