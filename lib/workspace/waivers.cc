#include "workspace/waivers.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace gov_report {
namespace {

const std::vector<std::string> kKeys = {"rule", "cell",  "record", "section",
                                        "file", "year",  "reason", "person",
                                        "date", "until", "public"};

/// Reads one entry; what is wrong with it is reported, and all of it.
class EntryReader {
 public:
  EntryReader(const YamlNode& entry, const std::string& file,
              const WaiverContext& context, const FindingSink& sink)
      : entry_(entry), file_(file), context_(context), sink_(sink) {}

  /// nullopt after a finding, and for another year.
  std::optional<Waiver> read() {
    if (entry_.kind != YamlNode::Kind::mapping) {
      report("no-map", entry_.at, 1, {});
      return std::nullopt;
    }
    known_keys();
    Waiver waiver;
    waiver.place = Place{file_, entry_.at, 1, {}, {}};
    read_reason(waiver);
    waiver.person = required("person");
    read_days(waiver);
    read_public(waiver);
    const bool this_year = read_year();
    read_rule(waiver);
    read_target(waiver, this_year);
    if (faulty_ || !this_year) return std::nullopt;
    return waiver;
  }

 private:
  void known_keys() {
    for (const auto& [key, value] : entry_.entries) {
      if (std::ranges::find(kKeys, key.text) != kKeys.end()) continue;
      const auto near = nearest(key.text, kKeys);
      if (near) meant_.insert(*near);
      Finding finding;
      finding.rule = "unknown-key";
      finding.variant = near ? "nearest" : "";
      finding.place = place(key);
      finding.arguments = {{"key", printable(key.text)},
                           {"nearest", near.value_or("")}};
      give(std::move(finding));
    }
  }

  /// nullptr if absent or empty, or no text, which is a finding.
  const YamlNode* text_node(std::string_view key) {
    const YamlNode* node = entry_.find(key);
    if (node == nullptr || node->is_null()) return nullptr;
    if (node->kind != YamlNode::Kind::scalar) {
      report("no-text", node->at, 1, {{"key", std::string(key)}});
      return nullptr;
    }
    return trimmed(node->text).empty() ? nullptr : node;
  }

  std::string text(std::string_view key) {
    const YamlNode* node = text_node(key);
    return node == nullptr ? std::string() : one_line(node->text);
  }

  const YamlNode* required_node(std::string_view key) {
    const YamlNode* node = entry_.find(key);
    const bool no_text =
        node != nullptr && node->kind != YamlNode::Kind::scalar;
    const YamlNode* found = text_node(key);
    if (found == nullptr && !no_text && !meant_.contains(std::string(key))) {
      report("missing-key", node == nullptr ? entry_.at : node->at, 1,
             {{"key", std::string(key)}});
    }
    return found;
  }

  std::string required(std::string_view key) {
    const YamlNode* node = required_node(key);
    return node == nullptr ? std::string() : one_line(node->text);
  }

  void read_reason(Waiver& waiver) {
    const YamlNode* node = required_node("reason");
    if (node == nullptr) return;
    waiver.reason = one_line(node->text);
    waiver.reason_place = place(*node);
  }

  std::optional<Date> day(const YamlNode* node, std::string_view key) {
    if (node == nullptr) return std::nullopt;
    const auto date = parse_date(node->text);
    if (!date) bad_value("bad-date", *node, {{"key", std::string(key)}});
    return date;
  }

  void read_days(Waiver& waiver) {
    const auto date = day(required_node("date"), "date");
    const YamlNode* until = text_node("until");
    waiver.until = day(until, "until");
    if (date) waiver.date = *date;
    if (date && waiver.until && *waiver.until < *date) {
      bad_value("until-before-date", *until, {{"date", iso_text(*date)}});
    }
  }

  void read_public(Waiver& waiver) {
    const YamlNode* node = text_node("public");
    if (node == nullptr) return;
    waiver.is_public = node->text == "true";
    if (node->text != "true" && node->text != "false") {
      bad_value("bad-flag", *node, {});
    }
  }

  /// Whether the entry is for the year at hand.
  bool read_year() {
    const YamlNode* node = required_node("year");
    if (node == nullptr) return false;
    const auto year = Decimal::parse(half_width(node->text));
    const auto whole = year ? year->whole() : std::nullopt;
    if (!whole || *whole < 1949 || *whole > 2198) {
      bad_value("bad-year", *node, {});
      return false;
    }
    return *whole == context_.year;
  }

  /// A constraint may be milder than its rule.
  bool may_be_named(const Rule& rule) const {
    if (may_be_waived(rule)) return true;
    const auto& all = context_.format.constraints;
    return !rule.stops && rule.waivable.value_or(true) &&
           std::ranges::any_of(all, [&](const Constraint& constraint) {
             return constraint.rule == rule.id &&
                    constraint.severity.value_or(Severity::error) !=
                        Severity::error;
           });
  }

  void read_rule(Waiver& waiver) {
    const YamlNode* node = required_node("rule");
    if (node == nullptr) return;
    waiver.rule = std::string(trimmed(node->text));
    const Rule* rule = context_.rules.find(waiver.rule);
    if (rule == nullptr) {
      std::vector<std::string> known;
      for (const Rule& one : context_.rules.rules()) known.push_back(one.id);
      unknown("unknown-rule", *node, known);
    } else if (rule->status != Rule::Status::retired && !may_be_named(*rule)) {
      bad_value("rule-not-waivable", *node, {});
    }
  }

  void read_target(Waiver& waiver, bool this_year) {
    std::vector<const YamlNode*> targets;
    const YamlNode* cell = text_node("cell");
    const YamlNode* section = text_node("section");
    waiver.record = text("record");
    waiver.file = text("file");
    for (const YamlNode* node : {cell, text_node("record"), section}) {
      if (node != nullptr) targets.push_back(node);
    }
    if (targets.size() > 1) bad_value("two-targets", *targets.back(), {});
    if (cell != nullptr) waiver.cell = std::string(trimmed(cell->text));
    if (section != nullptr) {
      waiver.section = std::string(trimmed(section->text));
      waiver.file = context_.section_file(waiver.section);
    }
    if (!this_year) return;
    const bool printed = cell == nullptr || check_cell(waiver, *cell);
    if (section != nullptr) check_section(waiver, *section);
    if (waiver.is_public && (cell == nullptr || !printed)) {
      bad_value("public-without-cell", *entry_.find("public"), {});
    }
  }

  /// False if the cell is known and stands in no table.
  bool check_cell(const Waiver& waiver, const YamlNode& node) {
    const auto& cells = context_.format.cells;
    const auto cell = context_.format.cell(waiver.cell);
    if (cell) return cells[*cell].kind == CellKind::printed;
    std::vector<std::string> known;
    for (const CellFormat& one : cells) known.push_back(one.id);
    unknown("unknown-cell", node, known);
    return true;
  }

  void check_section(const Waiver& waiver, const YamlNode& node) {
    std::vector<std::string> known;
    for (const SectionFormat& section : context_.format.sections) {
      if (section.content == SectionFormat::Content::narrative) {
        known.push_back(section.id);
      }
    }
    if (std::ranges::find(known, waiver.section) != known.end()) return;
    unknown("unknown-section", node, known);
  }

  void unknown(const std::string& variant, const YamlNode& node,
               const std::vector<std::string>& known) {
    const auto near = nearest(trimmed(node.text), known);
    bad_value(near ? variant + "-nearest" : variant, node,
              {{"nearest", near.value_or("")}});
  }

  void bad_value(std::string variant, const YamlNode& node,
                 std::vector<Argument> arguments) {
    arguments.push_back({"value", printable(one_line(node.text))});
    report(std::move(variant), node.at,
           static_cast<std::uint32_t>(character_count(node.text)),
           std::move(arguments));
  }

  Place place(const YamlNode& node) const {
    return Place{file_,
                 node.at,
                 static_cast<std::uint32_t>(character_count(node.text)),
                 {},
                 {}};
  }

  void report(std::string variant, Position at, std::uint32_t width,
              std::vector<Argument> arguments) {
    Finding finding;
    finding.rule = "waiver-invalid";
    finding.variant = std::move(variant);
    finding.place = Place{file_, at, std::max(width, 1U), {}, {}};
    finding.arguments = std::move(arguments);
    give(std::move(finding));
  }

  void give(Finding finding) {
    faulty_ = true;
    sink_(std::move(finding));
  }

  const YamlNode& entry_;
  const std::string& file_;
  const WaiverContext& context_;
  const FindingSink& sink_;
  std::set<std::string> meant_;  // keys that were misspelled, and said to be
  bool faulty_ = false;
};

}  // namespace

std::vector<Waiver> read_waivers(const YamlNode& root, const std::string& file,
                                 const WaiverContext& context,
                                 const FindingSink& sink) {
  std::vector<Waiver> waivers;
  const bool empty =
      root.kind == YamlNode::Kind::mapping && root.entries.empty();
  if (root.kind != YamlNode::Kind::sequence && !empty) {
    Finding finding;
    finding.rule = "waiver-invalid";
    finding.variant = "no-list";
    finding.place = Place{file, root.at, 1, {}, {}};
    sink(std::move(finding));
  }
  for (const YamlNode& entry : root.items) {
    if (auto waiver = EntryReader(entry, file, context, sink).read()) {
      waivers.push_back(std::move(*waiver));
    }
  }
  return waivers;
}

}  // namespace gov_report
