// xlsx_workbook.h - what a workbook says of its sheets.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "source/xml_events.h"

namespace gov_report {

/// The sheets of xl/workbook.xml, and the files of its relations.
class WorkbookHandler : public XmlHandler {
 public:
  struct Sheet {
    std::string name;
    std::string relation;
    bool hidden = false;
  };

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "sheet") {
      sheets.push_back(
          {std::string(attributes.get("name")),
           std::string(attributes.get("id")),
           attributes.get("state").find("idden") != std::string_view::npos});
    } else if (name == "calcPr") {
      const std::string_view full = attributes.get("fullCalcOnLoad");
      calculates = full == "1" || full == "true";
    } else if (name == "Relationship") {
      targets.emplace(attributes.get("Id"), attributes.get("Target"));
      if (attributes.get("Type").ends_with("/styles")) {
        styles = part_of(attributes.get("Target"));
      }
    }
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  static std::string part_of(std::string_view target) {
    return target.starts_with('/') ? std::string(target.substr(1))
                                   : "xl/" + std::string(target);
  }

  std::vector<Sheet> sheets;
  std::map<std::string, std::string> targets;
  std::string styles = "xl/styles.xml";
  bool calculates = false;  ///< all formulas, when it is opened
};

}  // namespace gov_report
