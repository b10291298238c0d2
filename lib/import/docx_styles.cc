#include "import/docx_styles.h"

#include <algorithm>

#include "import/office_parts.h"

namespace gov_report {
namespace {

bool is_elsewhere(std::string_view name) {
  return name == "tblStylePr" || name.ends_with("Change");
}

/// What styles say of something that each of them turns over.
bool is_on(const std::optional<bool>& own, const std::optional<bool>& run,
           const std::optional<bool>& paragraph) {
  return own.value_or(run.value_or(false) != paragraph.value_or(false));
}

}  // namespace

bool is_switched_on(std::string_view value) {
  return value != "0" && value != "false" && value != "off";
}

bool is_white_colour(std::string_view value) {
  return value == "FFFFFF" || value == "ffffff" || value == "white";
}

void RunProperties::read(std::string_view name,
                         const XmlAttributes& attributes) {
  const std::string_view value = attributes.get("val");
  if (name == "strike") {
    strike = is_switched_on(value);
  } else if (name == "dstrike") {
    double_strike = is_switched_on(value);
  } else if (name == "vanish") {
    vanish = is_switched_on(value);
  } else if (name == "vertAlign") {
    raised = value == "superscript" || value == "subscript";
  } else if (name == "color") {
    white = is_white_colour(value);
  } else if (name == "position") {
    position = number_or(value, 1);
  } else if (name == "sz") {
    size = number_or(value, 0);
  }
}

void RunProperties::fill_from(const RunProperties& parent) {
  const auto fill = [](auto& own, const auto& other) {
    if (!own) own = other;
  };
  fill(strike, parent.strike);
  fill(double_strike, parent.double_strike);
  fill(vanish, parent.vanish);
  fill(raised, parent.raised);
  fill(white, parent.white);
  fill(position, parent.position);
  fill(size, parent.size);
}

void DocxStyles::open(std::string_view name, const XmlAttributes& attributes) {
  if (is_elsewhere(name)) ++elsewhere_;
  if (elsewhere_ > 0) return;
  if (name == "rPrDefault") in_defaults_ = true;
  if (in_defaults_) defaults_.read(name, attributes);
  if (name == "style") {
    const std::string id(attributes.get("styleId"));
    style_ = &styles_[id];
    const std::string_view ordinary = attributes.get("default");
    if (attributes.get("type") == "paragraph" && !ordinary.empty() &&
        is_switched_on(ordinary)) {
      paragraph_style_ = id;
    }
  }
  if (style_ == nullptr) return;
  if (name == "basedOn") style_->parent = attributes.get("val");
  if (name == "outlineLvl") {
    style_->level = std::clamp(number_or(attributes.get("val"), 8), 0, 8) + 1;
  }
  if (name == "numId") style_->numbered = attributes.get("val") != "0";
  style_->run.read(name, attributes);
}

void DocxStyles::close(std::string_view name) {
  if (is_elsewhere(name)) --elsewhere_;
  if (name == "style") style_ = nullptr;
  if (name == "rPrDefault") in_defaults_ = false;
}

int DocxStyles::level_of(std::string_view style) const {
  const auto found = styles_.find(style);
  return found == styles_.end() ? 0 : found->second.level;
}

bool DocxStyles::is_numbered(std::string_view style) const {
  constexpr int kMostParents = 16;  // a style may be based on itself
  for (int i = 0; i < kMostParents; ++i) {
    const auto found = styles_.find(style);
    if (found == styles_.end()) break;
    if (found->second.numbered) return *found->second.numbered;
    style = found->second.parent;
  }
  return false;
}

RunProperties DocxStyles::run_of(std::string_view style) const {
  RunProperties run;
  constexpr int kMostParents = 16;  // a style may be based on itself
  for (int i = 0; i < kMostParents; ++i) {
    const auto found = styles_.find(style);
    if (found == styles_.end()) break;
    run.fill_from(found->second.run);
    style = found->second.parent;
  }
  return run;
}

RunLooks DocxStyles::looks_of(const RunProperties& own,
                              std::string_view run_style,
                              std::string_view paragraph_style) const {
  constexpr int kSize = 20;  // where nothing is said of it
  const RunProperties run = run_of(run_style);
  const RunProperties paragraph =
      run_of(paragraph_style.empty() ? paragraph_style_ : paragraph_style);
  RunLooks looks;
  looks.gone =
      is_on(own.strike, run.strike, paragraph.strike) ||
      is_on(own.double_strike, run.double_strike, paragraph.double_strike) ||
      is_on(own.vanish, run.vanish, paragraph.vanish);
  RunProperties all = own;
  all.fill_from(run);
  all.fill_from(paragraph);
  all.fill_from(defaults_);
  looks.raised = all.raised.value_or(false);
  looks.white = all.white.value_or(false);
  looks.position = all.position.value_or(0);
  looks.size = all.size.value_or(kSize);
  return looks;
}

}  // namespace gov_report
