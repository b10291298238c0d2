#include "support/figures.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "paths.h"

namespace gov_report::test {

namespace {

/// Collects the cells and keeps every number as it is spelled.
class CellCollector : public nlohmann::json_sax<nlohmann::json> {
 public:
  Figures cells;
  std::string format;

  bool null() override { return put(""); }
  bool boolean(bool) override { return false; }
  bool number_integer(number_integer_t value) override {
    return put(std::to_string(value));
  }
  bool number_unsigned(number_unsigned_t value) override {
    return put(std::to_string(value));
  }
  bool number_float(number_float_t, const string_t& spelled) override {
    return put(spelled);
  }
  bool string(string_t& value) override { return put(value); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return ++depth_ > 0; }
  bool end_object() override { return --depth_ >= 0; }
  bool start_array(std::size_t) override { return ++depth_ > 0; }
  bool end_array() override { return --depth_ >= 0; }
  bool key(string_t& value) override {
    key_ = value;
    if (depth_ == 1) part_ = value;
    return true;
  }
  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  bool put(const std::string& value) {
    if (depth_ == 2 && part_ == "cells") {
      cells[key_] = value;
    } else if (depth_ == 1 && key_ == "format") {
      format = value;
    }
    return true;
  }

  int depth_ = 0;
  std::string key_;
  std::string part_;  // key of the outermost object
};

CellCollector read_case(std::string_view name) {
  const std::string path = std::string(SOURCE_ROOT "/tests/data/cases/") +
                           std::string(name) + ".json";
  std::ifstream in(path, std::ios::binary);
  CellCollector collector;
  if (!in || !nlohmann::json::sax_parse(in, &collector)) {
    throw std::runtime_error("cannot read " + path);
  }
  return collector;
}

/// "75394432.52元" is 75394432.52, "" is 0.
std::string meant(const std::string& printed) {
  const std::size_t end = printed.find_first_not_of("-.0123456789");
  const std::string number = printed.substr(0, end);
  return number.empty() ? "0" : number;
}

std::vector<std::string> disclosure_cells(bool is_2019) {
  std::vector<std::string> cells;
  auto add = [&](const std::string& row, std::vector<std::string> columns) {
    for (const auto& column : columns) {
      cells.push_back("disclosures." + row + "." + column);
    }
  };
  if (is_2019) {
    add("regulations", {"made", "published", "public_total"});
    add("normative_documents", {"made", "published", "public_total"});
    add("licences", {"previous", "change", "decisions"});
    add("other_services", {"previous", "change", "decisions"});
    add("penalties", {"previous", "change", "decisions"});
    add("coercive_measures", {"previous", "change", "decisions"});
    add("fees", {"previous", "change"});
    add("procurement", {"projects", "amount"});
  } else {
    add("regulations", {"issued", "repealed", "in_force"});
    add("normative_documents", {"issued", "repealed", "in_force"});
    add("licences", {"decisions"});
    add("penalties", {"decisions"});
    add("coercive_measures", {"decisions"});
    add("fees", {"amount"});
  }
  return cells;
}

}  // namespace

Figures load_printed_case(std::string_view name) {
  return read_case(name).cells;
}

Figures figures_of(std::string_view report_json) {
  CellCollector collector;
  if (!nlohmann::json::sax_parse(report_json, &collector)) {
    throw std::runtime_error("not a report: " +
                             std::string(report_json.substr(0, 80)));
  }
  return collector.cells;
}

Figures load_case(std::string_view name) {
  Figures figures = load_printed_case(name);
  // A blank total of 00 or 08 beside blank parts is 0 like them.
  for (auto& [cell, text] : figures) text = meant(text);
  return figures;
}

std::string format_of_case(std::string_view name) {
  return read_case(name).format;
}

const std::vector<std::string>& applicant_columns() {
  static const std::vector<std::string> columns = {
      "natural_person", "business",      "research",
      "public_welfare", "legal_service", "other_organisation"};
  return columns;
}

std::vector<std::string> result_rows(std::string_view format) {
  std::vector<std::string> rows = {"granted",
                                   "partially_granted",
                                   "denied.state_secret",
                                   "denied.prohibited_by_law",
                                   "denied.security_and_stability",
                                   "denied.third_party_rights",
                                   "denied.internal_affairs",
                                   "denied.deliberative_process",
                                   "denied.enforcement_file",
                                   "denied.registry_lookup",
                                   "unavailable.not_held",
                                   "unavailable.needs_processing",
                                   "unavailable.still_unclear",
                                   "not_processed.petition_or_complaint",
                                   "not_processed.repeated",
                                   "not_processed.published_material",
                                   "not_processed.excessive",
                                   "not_processed.reissue"};
  if (format == "cn-2019") {
    rows.push_back("other_handling");
  } else {
    rows.push_back("other_handling.no_correction");
    rows.push_back("other_handling.unpaid_fee");
    rows.push_back("other_handling.other");
  }
  return rows;
}

std::vector<std::string> cells_of(std::string_view format) {
  std::vector<std::string> cells = disclosure_cells(format == "cn-2019");
  std::vector<std::string> rows = {"new", "carried_over"};
  for (const auto& row : result_rows(format)) rows.push_back(row);
  rows.push_back("resolved");
  rows.push_back("carried_forward");
  for (const auto& row : rows) {
    for (const auto& column : applicant_columns()) {
      cells.push_back("applications." + row + "." + column);
    }
    cells.push_back("applications." + row + ".total");
  }
  for (const char* branch :
       {"reviews", "lawsuits_direct", "lawsuits_after_review"}) {
    for (const char* column :
         {"upheld", "corrected", "other", "pending", "total"}) {
      cells.push_back(std::string("disputes.") + branch + "." + column);
    }
  }
  return cells;
}

long long whole(const Figures& figures, const std::string& cell) {
  const auto found = figures.find(cell);
  if (found == figures.end()) throw std::runtime_error("no cell " + cell);
  std::size_t used = 0;
  const long long value = std::stoll(found->second, &used);
  if (used != found->second.size()) {
    throw std::runtime_error(cell + " is not whole: " + found->second);
  }
  return value;
}

}  // namespace gov_report::test
