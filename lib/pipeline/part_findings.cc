// Findings of a part, and what was waived and run, from its text.

#include <utility>

#include "pipeline/part_json.h"

namespace gov_report::part_json {
namespace {

std::vector<Argument> arguments_of(const array& json) {
  std::vector<Argument> arguments;
  for (const array one : json) {
    Argument argument;
    argument.name = text_of(one.at(0));
    argument.value = Text(text_of(one.at(1)));
    if (one.size() > 2) argument.value.en = text_of(one.at(2));
    arguments.push_back(std::move(argument));
  }
  return arguments;
}

}  // namespace

Place place_of(const object& json) {
  Place place;
  place.file = text_at(json, "file");
  place.at.line = number_at(json, "line");
  place.at.column = static_cast<std::uint32_t>(number_at(json, "column"));
  place.width = static_cast<std::uint32_t>(number_at(json, "width", 1));
  place.excerpt = text_at(json, "excerpt");
  place.address = text_at(json, "address");
  place.mark = static_cast<std::uint32_t>(number_at(json, "mark"));
  return place;
}

Finding finding_of(const object& json) {
  Finding finding;
  finding.rule = text_at(json, "rule");
  finding.variant = text_at(json, "variant");
  element severity;
  if (json.at_key("severity").get(severity) == simdjson::SUCCESS) {
    finding.severity = severity_of(severity);
  }
  finding.place = place_of(json.at_key("place").get_object());
  finding.cell = text_at(json, "cell");
  finding.table = text_at(json, "table");
  finding.record = text_at(json, "record");
  element arguments;
  if (json.at_key("arguments").get(arguments) == simdjson::SUCCESS) {
    finding.arguments = arguments_of(arguments.get_array());
  }
  each_of(json, "candidates", [&](element item) {
    finding.candidates.push_back(finding_of(item.get_object()));
  });
  each_of(json, "consequences", [&](element item) {
    finding.consequences.push_back(finding_of(item.get_object()));
  });
  return finding;
}

namespace {

void read_left_out(const object& json, CollectedFindings& found) {
  FindingChain chain;
  each_of(json, "rules", [&](element item) {
    const array one = item.get_array();
    chain.emplace_back(text_of(one.at(0)), std::nullopt);
    if (one.size() > 1) chain.back().second = severity_of(one.at(1));
  });
  if (chain.empty()) throw std::invalid_argument("no rule");
  FindingsLeftOut left;
  left.count = number_at(json, "count");
  left.one_file = flag_at(json, "one_file");
  left.file = text_at(json, "file");
  left.first_line = number_at(json, "first_line");
  left.last_line = number_at(json, "last_line");
  left.one_column = flag_at(json, "one_column");
  left.column = {text_at(json, "column_zh"), text_at(json, "column_en")};
  found.left_out.emplace(std::move(chain), std::move(left));
}

}  // namespace

CollectedFindings collected_of(const object& json) {
  CollectedFindings found;
  each_of(json, "of_figures", [&](element item) {
    found.of_figures.push_back(finding_of(item.get_object()));
  });
  each_of(json, "of_records", [&](element item) {
    Finding finding = finding_of(item.get_object());
    found.kept[finding.rule].push_back(std::move(finding));
  });
  each_of(json, "left_out",
          [&](element item) { read_left_out(item.get_object(), found); });
  return found;
}

WaivingSeen waived_of(const object& json) {
  WaivingSeen seen;
  each_of(json, "covered", [&](element item) {
    const array pair = item.get_array();
    seen.covered[number_of(pair.at(0))].push_back(
        finding_of(pair.at(1).get_object()));
  });
  each_of(json, "first", [&](element item) {
    const array pair = item.get_array();
    seen.first[number_of(pair.at(0))] = number_of(pair.at(1));
  });
  each_of(json, "for_error",
          [&](element item) { seen.for_error.insert(number_of(item)); });
  each_of(json, "would_cover",
          [&](element item) { seen.would_cover.insert(number_of(item)); });
  each_member(json, "elsewhere", [&](const std::string& rule, element item) {
    const array pair = item.get_array();
    seen.elsewhere[rule] = {place_of(pair.at(0).get_object()),
                            text_of(pair.at(1))};
  });
  return seen;
}

void read_coverage(const object& json, Coverage& coverage) {
  for (const std::string& rule : texts_at(json, "rules_run")) {
    coverage.ran(rule);
  }
  each_member(
      json, "rules_not_run", [&](const std::string& rule, element item) {
        const array reason = item.get_array();
        coverage.not_run(rule, {text_of(reason.at(0)),
                                arguments_of(reason.at(1).get_array())});
      });
}

}  // namespace gov_report::part_json
