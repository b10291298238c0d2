// docx_styles.h - how runs of a Word file look, as far as it decides what is
// read: properties of their own, and those of styles (word/styles.xml).
//
//   absent  a property of which nothing is said is left to the style

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "source/xml_events.h"

namespace gov_report {

/// Of an element that switches something: on unless it says that it is not.
bool is_switched_on(std::string_view value);
bool is_white_colour(std::string_view value);

struct RunProperties {
  std::optional<bool> strike;
  std::optional<bool> double_strike;
  std::optional<bool> vanish;
  std::optional<bool> raised;   ///< or lowered
  std::optional<bool> white;    ///< letters
  std::optional<int> position;  ///< above the line; half-points
  std::optional<int> size;      ///< half-points

  /// Takes in an element of w:rPr; others change nothing.
  void read(std::string_view name, const XmlAttributes& attributes);
  /// Takes what it has nothing of.
  void fill_from(const RunProperties& parent);
};

/// What is shown of a run.
struct RunLooks {
  bool gone = false;    ///< struck out or hidden
  bool raised = false;  ///< or lowered
  bool white = false;
  int position = 0;  ///< half-points
  int size = 0;      ///< half-points; 0: of what is no run
};

class DocxStyles : public XmlHandler {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override;
  void close(std::string_view name) override;
  void text(std::string_view) override {}

  /// Of a heading style; 0: it is none.
  int level_of(std::string_view style) const;
  /// Paragraphs of it get a number in front.
  bool is_numbered(std::string_view style) const;
  /// `own` has the last word; what two styles switch on is off again.
  RunLooks looks_of(const RunProperties& own, std::string_view run_style,
                    std::string_view paragraph_style) const;

 private:
  struct Style {
    int level = 0;
    std::string parent;
    std::optional<bool> numbered;
    RunProperties run;
  };

  RunProperties run_of(std::string_view style) const;

  std::map<std::string, Style, std::less<>> styles_;
  Style* style_ = nullptr;
  RunProperties defaults_;  // of all runs
  bool in_defaults_ = false;
  std::string paragraph_style_;  // of paragraphs that name none
  int elsewhere_ = 0;  // in what is for a part of a table, or an old look
};

}  // namespace gov_report
